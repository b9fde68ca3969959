// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/csv_file.h"

#include "core/support/ascii.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/table/table_advice.h"
#include "core/table/text_encoding.h"

#include <algorithm>
#include <array>
#include <csv.h>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMostCellBytes = 1 << 20;
constexpr std::size_t kMostColumns = 16'384;  ///< of a sheet in Excel
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::array kSeparators{';', ',', '\t'};
constexpr unsigned char kStrict = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL;
constexpr unsigned char kLenient = CSV_STRICT_FINI | CSV_REPALL_NL;

/// Tabs are white space to libcsv unless it is told otherwise; here one may be the separator.
int is_space(unsigned char c) {
    return c == ' ' ? 1 : 0;
}

/// One run of libcsv over a text.
class CsvRun {
  public:
    CsvRun(char separator, const TakeRow& take) : take_(take) {
        if (csv_init(&parser_, kStrict) != 0)
            throw Error(ErrorCode::environment, "Brakuje pamięci na czytanie pliku CSV");
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
        csv_set_space_func(&parser_, is_space);
        // A cell grows by steps; the library's own of 128 bytes copy a long one thousands of times.
        constexpr std::size_t step_bytes = 64U << 10;
        csv_set_blk_size(&parser_, step_bytes);
    }
    ~CsvRun() { csv_free(&parser_); }
    CsvRun(const CsvRun&) = delete;
    CsvRun& operator=(const CsvRun&) = delete;

    TableResult<void> over(std::string_view text) {
        while (!text.empty()) {
            const std::string_view piece = text.substr(0, kPieceBytes);
            const std::size_t done = parse(piece);
            text.remove_prefix(done);
            if (!hand_on()) return {};
            if (too_wide_row_ > 0) return too_wide();
            if (parser_.entry_pos > kMostCellBytes)
                return parser_.quoted ? broken_quote() : too_long();
            if (done == piece.size()) continue;
            if (csv_error(&parser_) != CSV_EPARSE)
                throw Error(ErrorCode::environment, "Brakuje pamięci na czytanie pliku CSV");
            if (parser_.quoted) return broken_quote();
            // A quote inside a cell that does not begin with one is text, as in Excel.
            csv_set_opts(&parser_, kLenient);
            text.remove_prefix(parse(text.substr(0, 1)));
            csv_set_opts(&parser_, kStrict);
        }
        if (csv_fini(&parser_, on_cell, on_row, this) != 0) return broken_quote();
        if (hand_on() && too_wide_row_ > 0) return too_wide();
        return {};
    }

  private:
    std::size_t parse(std::string_view piece) {
        return csv_parse(&parser_, piece.data(), piece.size(), on_cell, on_row, this);
    }

    static void on_cell(void* text, std::size_t length, void* self) {
        static_cast<CsvRun*>(self)->add_cell({static_cast<const char*>(text), length});
    }

    static void on_row(int end, void* self) { static_cast<CsvRun*>(self)->end_row(end); }

    void add_cell(std::string_view text) {
        ended_by_return_ = false;
        const std::size_t column = columns_++;
        if (column >= kMostColumns && too_wide_row_ == 0) too_wide_row_ = row_.number + 1;
        if (too_wide_row_ > 0 || is_blank(text)) return;
        row_.cells.push_back({column, CellKind::text, std::string(text)});
    }

    void end_row(int end) {
        // libcsv ends a row at CR and again at the LF that belongs to it.
        const bool is_second_half = end == '\n' && ended_by_return_ && columns_ == 0;
        ended_by_return_ = end == '\r';
        if (is_second_half) return;
        ++row_.number;
        if (!row_.cells.empty() && too_wide_row_ == 0) rows_.push_back(row_);
        row_.cells.clear();
        columns_ = 0;
    }

    bool hand_on() {
        for (const TableRow& row : std::exchange(rows_, {}))
            if (!take_(row)) return false;
        return true;
    }

    tl::unexpected<TableProblem> broken_quote() const {
        return table_problem(
            row_.number + 1,
            {"cudzysłów otwarty w tym wierszu nie jest zamknięty tam, gdzie kończy się komórka",
             "a quotation mark opened in this row is not closed where the cell ends",
             "лапки, відкриті в цьому рядку, не закрито там, де кінчається клітинка"},
            {"zamknij go; cudzysłów w środku tekstu pisze się podwójnie (\"\")",
             "close it; a quotation mark inside a text is written twice (\"\")",
             "закрийте їх; лапки всередині тексту пишуть двічі (\"\")"});
    }

    tl::unexpected<TableProblem> too_long() const {
        return table_problem(row_.number + 1,
                             worded({"komórka w tym wierszu jest dłuższa niż {} MiB",
                                     "a cell of this row is longer than {} MiB",
                                     "клітинка в цьому рядку довша за {} МіБ"},
                                    kMostCellBytes >> 20U),
                             {"sprawdź, czy w tym wierszu nie brakuje separatora",
                              "check whether a separator is missing in this row",
                              "перевірте, чи в цьому рядку не бракує розділювача"});
    }

    tl::unexpected<TableProblem> too_wide() const {
        return table_problem(
            too_wide_row_,
            worded({"wiersz ma więcej niż {} kolumn", "the row has more than {} columns",
                    "у рядку більше ніж {} стовпців"},
                   kMostColumns),
            {"sprawdź, czy nie brakuje w nim końca wiersza",
             "check whether the end of the row is missing", "перевірте, чи не бракує кінця рядка"});
    }

    const TakeRow& take_;
    csv_parser parser_{};
    TableRow row_;
    std::vector<TableRow> rows_;
    std::size_t columns_ = 0;
    std::size_t too_wide_row_ = 0;  ///< 0 = none
    bool ended_by_return_ = false;
};

/// How evenly a separator divides the first rows: how many rows have the most frequent width.
struct Evenness {
    std::size_t rows = 0;
    std::size_t width = 0;
};

Evenness evenness(std::string_view text, char separator) {
    constexpr std::size_t probed_rows = 40;
    std::map<std::size_t, std::size_t> rows_of_width;
    std::size_t rows = 0;
    const TakeRow measure = [&](const TableRow& row) {
        const std::size_t width = row.cells.back().column + 1;
        if (width > 1) ++rows_of_width[width];
        return ++rows < probed_rows;
    };
    // A broken quote is named when the file is read; the rows before it are enough here.
    static_cast<void>(CsvRun(separator, measure).over(text));
    Evenness best;
    for (const auto& [width, number] : rows_of_width)
        if (number >= best.rows) best = {number, width};
    return best;
}

char likely_separator(std::string_view text) {
    char likely = kSeparators.front();
    Evenness best;
    for (const char each : kSeparators) {
        const Evenness found = evenness(text, each);
        if (std::pair(found.rows, found.width) > std::pair(best.rows, best.width)) {
            best = found;
            likely = each;
        }
    }
    return likely;
}

/// The first row that Excel writes to say what divides the others: "sep=;".
std::optional<char> stated_separator(std::string_view text) {
    constexpr std::string_view start = "sep=";
    if (!text.starts_with(start) || text.size() < start.size() + 2) return std::nullopt;
    const char after = text[start.size() + 1];
    if (after != '\r' && after != '\n') return std::nullopt;
    return text[start.size()];
}

class CsvFile : public TableFile {
  public:
    explicit CsvFile(std::string text) : text_(std::move(text)) {
        const auto stated = stated_separator(text_);
        has_statement_ = stated.has_value();
        separator_ = stated ? *stated : likely_separator(text_);
    }

    const std::vector<Sheet>& sheets() const override { return sheets_; }

    TableResult<SheetTraits> read(std::size_t, const TakeRow& take, std::size_t last_row) override {
        const TakeRow past_statement = [&](const TableRow& row) {
            if (has_statement_ && row.number == 1) return true;
            return row.number <= last_row && take(row);
        };
        if (auto read = CsvRun(separator_, past_statement).over(text_); !read)
            return tl::unexpected(read.error());
        return SheetTraits{};
    }

  private:
    std::string text_;
    std::vector<Sheet> sheets_{Sheet{}};
    bool has_statement_ = false;
    char separator_ = ';';
};

}  // namespace

TableResult<std::unique_ptr<TableFile>> open_csv(const std::filesystem::path& path) {
    if (std::filesystem::file_size(path) > kMaxCsvBytes)
        return table_problem(0,
                             worded({"plik jest większy niż {} MiB",
                                     "the file is larger than {} MiB", "файл більший за {} МіБ"},
                                    kMaxCsvBytes >> 20),
                             worded(kDivide));
    return open_csv_bytes(read_file(path));
}

TableResult<std::unique_ptr<TableFile>> open_csv_bytes(std::string bytes) {
    auto decoded = decode_text(std::move(bytes));
    if (!decoded) return tl::unexpected(decoded.error());
    return std::make_unique<CsvFile>(std::move(decoded->text));
}

}  // namespace wespol
