// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/line_reading.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "server/checks/spreadsheet_number.h"
#include "server/checks/wrong_number.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace wespol {
namespace {

/// Of a cell no more is looked at: names are shorter.
constexpr std::size_t kMaxReadBytes = 500;
constexpr std::size_t kMaxShownBytes = 60;
constexpr std::size_t kMostDigits = 14;
/// "1", "2024": an ordinal, a year, not the beginning of a number.
constexpr std::size_t kFewestDigits = 7;
constexpr std::string_view kRegisterStart = "000";
/// Of digits that stand alone in a line: shorter ones are ordinals.
constexpr std::size_t kFewestAlone = 3;

/// Letters, each of whatever alphabet; counted up to two, which make a word.
bool has_word(std::string_view text) {
    int letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < 2;)
        if (u_isalpha(static_cast<UChar32>(next_code_point(text, at)))) ++letters;
    return letters == 2;
}

/// Without what parts cells, and without dots and quotes at the beginning: behind a name they are
/// its own.
std::string_view without_dividers(std::string_view text) {
    constexpr std::string_view edge = " \t,.:;-|/\"'";
    const std::size_t first = text.find_first_not_of(edge);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t,:;-|/") - first + 1);
}

/// Without the ordinal of a list ("1. ", "2) ") and without brackets whose number was taken out.
std::string tidied(std::string_view name) {
    const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
    const bool is_ordinal = digits > 0 && digits < kFewestDigits && digits + 1 < name.size() &&
                            (name[digits] == '.' || name[digits] == ')') && name[digits + 1] == ' ';
    std::string result(without_dividers(is_ordinal ? name.substr(digits + 2) : name));
    for (std::size_t at = result.find("()"); at != result.npos; at = result.find("()"))
        result.erase(at, 2);
    return std::string(without_dividers(result));
}

std::string kind_named(std::string_view word) {
    const std::string folded = fold(word);
    for (const std::string_view kind : {"nip", "krs", "regon"})
        if (folded == kind) return folded;
    return folded == "pl" ? "nip" : "";
}

/// Numbers in the register begin with zeros: other ten digits are a NIP, right or wrong.
std::vector<Identifier> likely(std::vector<Identifier> readings, std::string_view kind) {
    std::erase_if(readings, [&](const Identifier& each) {
        return each.kind == IdentifierKind::cpv || each.kind == IdentifierKind::phone ||
               (each.kind == IdentifierKind::krs && kind != "krs" &&
                !each.digits.starts_with(kRegisterStart));
    });
    return readings;
}

Wording behind_quote(const std::string& written, const Wording& why) {
    return {fmt::format("„{}”: {}", written, why.in(Language::pl)),
            fmt::format("“{}”: {}", written, why.in(Language::en)),
            fmt::format("«{}»: {}", written, why.in(Language::uk))};
}

/// One reading of one cell.
class CellReading {
  public:
    CellReading(std::string_view text, CellRole role, ReadLine& line)
        : text_(without_dividers(cut_at_code_point(text, kMaxReadBytes))),
          digits_(digits_of_fractional(text_)),
          role_(role),
          line_(line) {
        if (!digits_.empty()) text_ = digits_;
    }
    CellReading(const CellReading&) = delete;
    CellReading& operator=(const CellReading&) = delete;

    void read() {
        if (text_.empty() || role_ == CellRole::date) return;
        if (is_shortened_by_excel(text_)) {
            refuse(worded({"„{}”: Excel skrócił numer i cyfry przepadły. Ustaw kolumnie format "
                           "„Tekst” i wpisz numer jeszcze raz.",
                           "“{}”: Excel shortened the number and its digits are lost. Set the "
                           "column’s format to “Text” and type the number again.",
                           "«{}»: Excel скоротив номер, і цифри пропали. Задайте стовпцю формат "
                           "«Текст» і впишіть номер ще раз."},
                          text_));
            return;
        }
        if (role_ == CellRole::name && !is_of_numbers()) return take_called_name(text_);
        const std::string kind = kind_of_role();
        if (!kind.empty()) return read_of_kind(kind);
        scan();
    }

  private:
    std::string kind_of_role() const {
        switch (role_) {
            case CellRole::nip:
                return "nip";
            case CellRole::krs:
                return "krs";
            case CellRole::regon:
                return "regon";
            case CellRole::unknown:
            case CellRole::name:
            case CellRole::date:
                return "";
        }
        return "";
    }

    /// Numbers with what kind they are of, and no word: nobody is called that.
    bool is_of_numbers() const {
        ReadLine alone;
        CellReading(text_, CellRole::unknown, alone).scan();
        return alone.name.empty() && (!alone.numbers.empty() || !alone.wrong.empty());
    }

    /// The column says what it is.
    void read_of_kind(const std::string& kind) {
        const std::string digits = digits_of(text_);
        // A quote at the end is of a cell with lines of its own, pasted as text.
        const std::string_view text = text_.substr(0, text_.find_last_not_of("\"'") + 1);
        if (add(likely(recognise_identifiers(named(kind, text)), kind), digits)) return;
        if (kind == "regon" && !digits.empty() && digits.size() < 9 &&
            add(likely(recognise_identifiers(
                           named(kind, std::string(9 - digits.size(), '0') + digits)),
                       kind),
                digits))
            return;
        // Who writes a name among numbers means the name.
        if (digits.empty()) return take_name(text_);
        complain(why_no_number(digits, kind));
    }

    static std::string named(std::string_view kind, std::string_view digits) {
        // A kind that is written there already is not written twice.
        if (kind.empty() || fold(digits).starts_with(kind)) return std::string(digits);
        return fmt::format("{} {}", kind, digits);
    }

    /// `written`: its digits as they stand there; zeros that are added to them are told.
    bool add(const std::vector<Identifier>& readings, std::string_view written) {
        for (const Identifier& each : readings) {
            if (std::ranges::find(line_.numbers, each) != line_.numbers.end()) continue;
            line_.numbers.push_back(each);
            if (each.digits.size() > written.size())
                line_.remarks.push_back(worded({"Dopisaliśmy zera na początku: {}.",
                                                "We added the zeros at the beginning: {}.",
                                                "Ми дописали нулі на початку: {}."},
                                               shown(each)));
        }
        return !readings.empty();
    }

    void complain(const Wording& why) {
        if (!why.empty()) refuse(behind_quote(shortened(text_, kMaxShownBytes), why));
    }

    void refuse(Wording why) {
        if (line_.wrong.empty()) line_.wrong_text = text_;
        line_.wrong.push_back(std::move(why));
    }

    /// The longest words win: a list may have a column of remarks, and names are what is sought.
    void take_name(std::string_view words) {
        std::string name = tidied(words);
        const bool is_called = role_ == CellRole::name;
        if (line_.name_is_called && !is_called) return;
        if (has_word(name) && name.size() > line_.name.size()) line_.name = std::move(name);
    }

    /// What its column calls a name is one, whatever other words there are.
    void take_called_name(std::string_view words) {
        if (!line_.name_is_called) line_.name.clear();
        take_name(words);
        line_.name_is_called = !line_.name.empty();
    }

    /// Numbers wherever they stand in the text; what is left of it is a name.
    void scan() {
        std::string rest;
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_digit(text_[at]) || (at > 0 && is_letter_before(at))) {
                rest += text_[at++];
                continue;
            }
            const std::string kind = kind_before(rest);
            if (const std::size_t length = read_number_at(at, kind)) {
                drop_kind(rest, kind);
                at += length;
                continue;
            }
            const std::size_t length = run_length(at);
            const std::string digits = digits_of(text_.substr(at, length));
            const bool is_all =
                without_dividers(rest.substr(0, rest.size() - kind_length(rest))).empty() &&
                at + length == text_.size();
            const bool is_meant = !kind.empty() || is_all || digits.size() == 10;
            if (is_meant && digits.size() >= kFewestDigits && digits.size() <= kMostDigits) {
                drop_kind(rest, kind);
                complain(why_no_number(digits, kind));
                at += length;
            } else {
                // A number may begin behind a postal code: only the first group is read over.
                const std::size_t first_group = group_ends(at).front() - at;
                rest += text_.substr(at, first_group);
                at += first_group;
            }
        }
        take_name(rest);
    }

    bool is_letter_before(std::size_t at) const {
        const char c = text_[at - 1];
        return is_ascii_letter(c) && kind_before(text_.substr(0, at)).empty();
    }

    /// The last word before a number, "nr" and signs read over.
    static std::size_t word_end(std::string_view before) {
        const std::size_t last = before.find_last_not_of(" :.-#");
        return last == before.npos ? 0 : last + 1;
    }

    static std::string_view last_word(std::string_view before) {
        const std::string_view whole = before.substr(0, word_end(before));
        const std::size_t start = whole.find_last_of(" \t,;:(|/");
        return start == whole.npos ? whole : whole.substr(start + 1);
    }

    static std::string kind_before(std::string_view before) {
        std::string_view word = last_word(before);
        const std::string folded = fold(word);
        if (folded == "nr" || folded == "numer")
            word =
                last_word(before.substr(0, static_cast<std::size_t>(word.data() - before.data())));
        return kind_named(word);
    }

    /// Of the kind, "nr" and signs at the end of `before`.
    static std::size_t kind_length(std::string_view before) {
        std::string_view kept = before;
        while (true) {
            const std::string_view word = last_word(kept);
            const std::string folded = fold(word);
            const bool is_part = !kind_named(word).empty() || folded == "nr" || folded == "numer";
            if (word.empty() || !is_part) return before.size() - kept.size();
            kept = kept.substr(0, static_cast<std::size_t>(word.data() - before.data()));
        }
    }

    static void drop_kind(std::string& rest, const std::string& kind) {
        if (!kind.empty()) rest.resize(rest.size() - kind_length(rest));
    }

    /// Of groups of digits from `at` on, with what may stand between them.
    std::vector<std::size_t> group_ends(std::size_t at) const {
        constexpr std::array<std::string_view, 6> between{" ",      "-",      ".",
                                                          "\u00a0", "\u2011", "\u2013"};
        std::vector<std::size_t> ends;
        std::size_t digits = 0;
        while (at < text_.size() && is_digit(text_[at]) && digits <= kMostDigits) {
            while (at < text_.size() && is_digit(text_[at])) {
                ++at;
                ++digits;
            }
            ends.push_back(at);
            const auto sign = std::ranges::find_if(
                between, [&](auto each) { return text_.substr(at).starts_with(each); });
            if (sign == between.end()) break;
            at += sign->size();
        }
        return ends;
    }

    std::size_t run_length(std::size_t at) const { return group_ends(at).back() - at; }

    /// The longest reading from `at` on; 0 = none. Nine digits in a text may be a telephone: they
    /// are a REGON where they are called one or stand alone.
    std::size_t read_number_at(std::size_t at, const std::string& kind) {
        std::vector<std::size_t> ends = group_ends(at);
        std::ranges::reverse(ends);
        for (const std::size_t end : ends) {
            const std::string_view written = text_.substr(at, end - at);
            auto readings = likely(recognise_identifiers(named(kind, digits_of(written))), kind);
            const bool is_all = end == text_.size() && at <= kind_length(text_.substr(0, at));
            std::erase_if(readings, [&](const Identifier& each) {
                return each.kind == IdentifierKind::regon && kind != "regon" && !is_all;
            });
            if (add(readings, digits_of(written))) return written.size();
        }
        return 0;
    }

    std::string_view text_;
    std::string digits_;  ///< what text_ is of then
    CellRole role_;
    ReadLine& line_;
};

/// Digits that are all there is in a line are meant as a number, though too few for one.
void tell_short_number(const WrittenLine& line, ReadLine& found) {
    if (!found.numbers.empty() || !found.name.empty() || !found.wrong.empty()) return;
    if (line.cells.size() != 1 || line.cells.front().role == CellRole::date) return;
    const std::string_view text = without_dividers(line.cells.front().text);
    std::string digits = digits_of_fractional(text);
    if (digits.empty()) digits = text;
    if (digits.size() < kFewestAlone || !all_digits(digits)) return;
    found.wrong_text = shortened(digits, kMaxShownBytes);
    found.wrong.push_back(behind_quote(found.wrong_text, why_no_number(digits, "")));
}

}  // namespace

ReadLine read_line(const WrittenLine& line) {
    ReadLine found;
    if (line.is_too_long) {
        found.wrong.push_back(worded(
            {"Wiersz jest za długi (ponad {} KiB), więc go nie sprawdziliśmy. Pisz po jednym "
             "podmiocie w wierszu.",
             "The line is too long (over {} KiB), so we did not check it. Write one organisation a "
             "line.",
             "Рядок задовгий (понад {} КіБ), тому ми його не перевірили. Пишіть по одній "
             "організації в рядку."},
            kMaxLineBytes >> 10U));
        return found;
    }
    for (const WrittenCell& cell : line.cells)
        CellReading(cell.text, cell.role, found).read();
    tell_short_number(line, found);
    std::ranges::stable_sort(found.numbers, {}, &Identifier::kind);
    const auto is_other = [&](const Identifier& each) {
        return each.kind == found.numbers.front().kind && each != found.numbers.front();
    };
    if (std::ranges::any_of(found.numbers, is_other)) {
        found.remarks.push_back(worded(
            {"W wierszu jest kilka numerów; sprawdziliśmy {}. Pisz po jednym podmiocie w wierszu.",
             "The line has several numbers; we checked {}. Write one organisation a line.",
             "У рядку кілька номерів; ми перевірили {}. Пишіть по одній організації в рядку."},
            shown(found.numbers.front())));
        std::erase_if(found.numbers, is_other);
    }
    return found;
}

ReadLine read_one(std::string_view text) {
    return read_line(written_line(1, text));
}

std::string shown(const Identifier& number) {
    const std::string& digits = number.digits;
    switch (number.kind) {
        case IdentifierKind::nip:
            return fmt::format("NIP {}-{}-{}-{}", digits.substr(0, 3), digits.substr(3, 3),
                               digits.substr(6, 2), digits.substr(8));
        case IdentifierKind::krs:
            return "KRS " + digits;
        case IdentifierKind::regon:
            return "REGON " + digits;
        case IdentifierKind::cpv:
            return "CPV " + digits;
        case IdentifierKind::phone:
            return "tel. " + digits;
    }
    return digits;
}

}  // namespace wespol
