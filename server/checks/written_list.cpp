// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/written_list.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/catalogue/calendar.h"
#include "core/support/ascii.h"
#include "core/table/table_file.h"
#include "core/table/text_encoding.h"
#include "server/checks/json_lines_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr TableLimits kSentLimits{.part_bytes = 32U << 20, .texts = 200'000};
constexpr std::size_t kMaxCells = 64;
/// How many lines of a title may stand above the headings, and how many digits a title never has.
constexpr std::size_t kMaxTitleLines = 5;
constexpr int kDigitsOfNoTitle = 7;

struct Heading {
    std::string_view folded;
    CellRole role;
};

constexpr std::array kHeadings{
    Heading{"nip", CellRole::nip},
    Heading{"nr nip", CellRole::nip},
    Heading{"numer nip", CellRole::nip},
    Heading{"krs", CellRole::krs},
    Heading{"nr krs", CellRole::krs},
    Heading{"numer krs", CellRole::krs},
    Heading{"regon", CellRole::regon},
    Heading{"nr regon", CellRole::regon},
    Heading{"numer regon", CellRole::regon},
    Heading{"nazwa", CellRole::name},
    Heading{"nazwa podmiotu", CellRole::name},
    Heading{"nazwa firmy", CellRole::name},
    Heading{"nazwa wykonawcy", CellRole::name},
    Heading{"nazwa organizacji", CellRole::name},
    Heading{"podmiot", CellRole::name},
    Heading{"wykonawca", CellRole::name},
    Heading{"firma", CellRole::name},
};

std::optional<CellRole> role_named(std::string_view heading) {
    const std::string folded = fold_words(heading);
    const auto found = std::ranges::find(kHeadings, folded, &Heading::folded);
    return found == kHeadings.end() ? std::nullopt : std::optional(found->role);
}

ListProblem too_many() {
    return {413, worded({"Naraz sprawdzamy najwyżej {} wierszy. Podziel listę.",
                         "We check at most {} lines at once. Divide the list.",
                         "За раз перевіряємо щонайбільше {} рядків. Поділіть список."},
                        kMaxCheckedLines)};
}

Wording sentence_of(const TableProblem& problem) {
    const auto in = [&](const InThree& patterns, Language language) {
        const std::string row =
            problem.row > 0
                ? fmt::format("{} {}: ", worded(InThree{"wiersz", "row", "рядок"}).in(language),
                              problem.row)
                : "";
        return worded(patterns, row, problem.message.in(language), problem.advice.in(language))
            .in(language);
    };
    constexpr InThree kUnreadable{"Nie da się tego odczytać: {}{}; {}.",
                                  "This cannot be read: {}{}; {}.",
                                  "Це неможливо прочитати: {}{}; {}."};
    return {in(kUnreadable, Language::pl), in(kUnreadable, Language::en),
            in(kUnreadable, Language::uk)};
}

ListProblem list_problem(const TableProblem& problem) {
    return {problem.is_too_large ? 413 : 400, sentence_of(problem)};
}

std::string on_one_line(std::string_view text) {
    std::string line = clean_utf8(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

bool may_be_title(const WrittenLine& line) {
    return line.cells.size() == 1 &&
           std::ranges::count_if(line.cells.front().text, is_digit) < kDigitsOfNoTitle;
}

void cut_endless(WrittenLine& line) {
    std::size_t bytes = 0;
    for (const WrittenCell& cell : line.cells)
        bytes += cell.text.size();
    if (bytes <= kMaxLineBytes) return;
    constexpr std::size_t kKeptBytes = 160;
    line.is_too_long = true;
    line.cells = {{shortened(line.cells.front().text, kKeptBytes), line.cells.front().column,
                   CellRole::unknown}};
}

/// Gathers lines; the first that names columns, under a title or not, names those that follow.
class Gathering {
  public:
    /// False when there are too many.
    bool add(WrittenLine line) {
        if (line.cells.empty()) return true;
        cut_endless(line);
        if (roles_.empty() && list_.lines.size() <= kMaxTitleLines) take_headings(line);
        for (WrittenCell& cell : line.cells)
            if (cell.role != CellRole::date) cell.role = role_of(cell.column);
        list_.lines.push_back(std::move(line));
        return list_.lines.size() - above_ <= kMaxCheckedLines;
    }

    WrittenList take() { return std::move(list_); }
    bool is_empty() const { return list_.lines.empty(); }
    void remark(Wording sentence) { list_.remarks.push_back(std::move(sentence)); }

  private:
    /// Below other lines one heading may be a word of the list ("Firma"): two are no chance.
    void take_headings(WrittenLine& line) {
        std::vector<std::pair<std::size_t, CellRole>> roles;
        for (const WrittenCell& cell : line.cells)
            if (const auto role = role_named(cell.text)) roles.emplace_back(cell.column, *role);
        if (roles.empty() || (!list_.lines.empty() && roles.size() < 2)) return;
        if (!std::ranges::all_of(list_.lines, may_be_title)) return;
        roles_ = std::move(roles);
        line.is_heading = true;
        for (WrittenLine& title : list_.lines)
            title.is_heading = true;
        above_ = list_.lines.size() + 1;
    }

    CellRole role_of(std::size_t column) const {
        const auto found =
            std::ranges::find(roles_, column, &std::pair<std::size_t, CellRole>::first);
        return found == roles_.end() ? CellRole::unknown : found->second;
    }

    WrittenList list_;
    std::vector<std::pair<std::size_t, CellRole>> roles_;
    std::size_t above_ = 0;  ///< lines of title and headings
};

/// "2020-01-31", "31.01.2020", "31-1-2020", "2020/01/31", with or without a time of day behind it.
bool is_date(std::string_view text) {
    std::string folded = fold_words(text.substr(0, text.find_first_of(":T")));
    std::vector<std::string> numbers(1);
    for (const char c : folded) {
        if (c == ' ' || c == '.' || c == '-' || c == '/')
            numbers.emplace_back();
        else if (is_digit(c))
            numbers.back() += c;
        else
            return false;
    }
    const bool has_time = text.find(':') != std::string_view::npos;
    if (numbers.size() != 3 && !(has_time && numbers.size() == 4)) return false;
    if (numbers.front().size() != 4) std::swap(numbers[0], numbers[2]);
    const auto two = [](const std::string& digits) {
        return digits.size() == 1 ? "0" + digits : digits;
    };
    return parse_day(numbers[0] + "-" + two(numbers[1]) + "-" + two(numbers[2])).has_value();
}

/// Where the first divider of cells stands from `begin` on, and how long it is.
std::pair<std::size_t, std::size_t> divider_from(std::string_view text, std::size_t begin) {
    const std::size_t sign = text.find_first_of("\t;", begin);
    const std::size_t dot = text.find(kCellDivider, begin);
    return dot < sign ? std::pair(dot, kCellDivider.size())
                      : std::pair(std::min(sign, text.size()), std::size_t{1});
}

CellRole role_at_first(std::string_view text) {
    return is_date(text) ? CellRole::date : CellRole::unknown;
}

bool add_line(Gathering& gathering, std::size_t number, std::string_view text) {
    return gathering.add(written_line(number, text));
}

bool add_row(Gathering& gathering, const TableRow& row) {
    WrittenLine line;
    line.number = row.number;
    for (const Cell& cell : row.cells)
        if (cell.column < kMaxCells && !is_blank(cell.text))
            line.cells.push_back(
                {on_one_line(cell.text), cell.column,
                 cell.kind == CellKind::date ? CellRole::date : role_at_first(cell.text)});
    return gathering.add(std::move(line));
}

WrittenListResult empty_list() {
    return tl::unexpected(ListProblem{400,
                                      {"Lista jest pusta: wklej numery albo nazwy, po jednym "
                                       "podmiocie w wierszu, albo wybierz plik.",
                                       "The list is empty: paste numbers or names, one "
                                       "organisation a line, or choose a file.",
                                       "Список порожній: вставте номери або назви, по одній "
                                       "організації в рядку, або виберіть файл."}});
}

}  // namespace

WrittenLine written_line(std::size_t number, std::string_view text) {
    WrittenLine line;
    line.number = number;
    for (std::size_t column = 0, begin = 0; begin <= text.size() && column < kMaxCells; ++column) {
        const auto [end, length] = divider_from(text, begin);
        const std::string_view cell = text.substr(begin, end - begin);
        begin = end + length;
        if (is_blank(cell)) continue;
        line.cells.push_back({on_one_line(cell), column, role_at_first(cell)});
    }
    return line;
}

WrittenListResult read_pasted(std::string bytes) {
    const auto decoded = decode_text(std::move(bytes));
    if (!decoded) return tl::unexpected(list_problem(decoded.error()));
    const std::string_view text = decoded->text;
    Gathering gathering;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        if (!add_line(gathering, ++number, text.substr(begin, end - begin)))
            return tl::unexpected(too_many());
        begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    if (gathering.is_empty()) return empty_list();
    return gathering.take();
}

WrittenListResult read_sent_file(std::string bytes) {
    const auto table = open_table_bytes(std::move(bytes), kSentLimits);
    if (!table) return tl::unexpected(list_problem(table.error()));
    Gathering gathering;
    const std::vector<Sheet>& sheets = (*table)->sheets();
    std::vector<std::string> left_out;
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
        if (sheets[sheet].is_hidden || !gathering.is_empty()) {
            left_out.push_back(fmt::format("„{}”", clean_utf8(sheets[sheet].name)));
            continue;
        }
        bool has_room = true;
        bool is_too_far = false;
        const auto read = (*table)->read(sheet, [&](const TableRow& row) {
            is_too_far = row.number > kMaxSheetRow;
            has_room = !is_too_far && add_row(gathering, row);
            return has_room;
        });
        if (is_too_far)
            return tl::unexpected(ListProblem{
                413, worded({"Arkusz ma dane za wierszem {}. Skopiuj je do nowego arkusza.",
                             "The sheet has content behind row {}. Copy it to a new sheet.",
                             "Аркуш має дані за рядком {}. Скопіюйте їх до нового аркуша."},
                            kMaxSheetRow)});
        if (!has_room) return tl::unexpected(too_many());
        if (!read && (gathering.is_empty() || list_problem(read.error()).status == 413))
            return tl::unexpected(list_problem(read.error()));
        if (!read) {
            const Wording why = sentence_of(read.error());
            gathering.remark({"Dalej pliku nie sprawdziliśmy. " + why.in(Language::pl),
                              "We did not check the file any further. " + why.in(Language::en),
                              "Далі файл ми не перевіряли. " + why.in(Language::uk)});
        }
    }
    if (gathering.is_empty()) return empty_list();
    constexpr std::size_t shown = 5;
    if (!left_out.empty()) {
        std::string names = left_out.front();
        for (std::size_t i = 1; i < std::min(left_out.size(), shown); ++i)
            names += ", " + left_out[i];
        const bool is_cut = left_out.size() > shown;
        gathering.remark(
            {fmt::format("Sprawdziliśmy pierwszy widoczny arkusz, w którym coś jest. Pominęliśmy: "
                         "{}{}.",
                         names, is_cut ? " i inne" : ""),
             fmt::format("We checked the first visible sheet that has anything in it. We left out: "
                         "{}{}.",
                         names, is_cut ? " and others" : ""),
             fmt::format("Ми перевірили перший видимий аркуш, у якому щось є. Пропустили: {}{}.",
                         names, is_cut ? " та інші" : "")});
    }
    return gathering.take();
}

WrittenListResult read_json_list(std::string_view json) {
    const auto lines = parse_json_lines(json);
    if (!lines) return tl::unexpected(lines.error());
    Gathering gathering;
    std::size_t number = 0;
    for (const std::string& line : *lines)
        if (!add_line(gathering, ++number, on_one_line(line))) return tl::unexpected(too_many());
    if (gathering.is_empty()) return empty_list();
    return gathering.take();
}

std::string as_text(const WrittenList& list) {
    std::string text;
    std::size_t number = 1;
    for (const WrittenLine& line : list.lines) {
        for (; number < line.number; ++number)
            text += '\n';
        std::size_t column = 0;
        for (const WrittenCell& cell : line.cells) {
            for (; column < cell.column; ++column)
                text += '\t';
            text += cell.text;
            std::replace(text.end() - static_cast<std::ptrdiff_t>(cell.text.size()), text.end(),
                         ';', ',');
        }
    }
    return text;
}

}  // namespace wespol
