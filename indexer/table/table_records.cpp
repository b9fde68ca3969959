// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/table_records.h"

#include "core/analysis/folding.h"
#include "core/support/joined.h"
#include "indexer/report/polish_count.h"
#include "indexer/source/excerpt.h"
#include "indexer/table/headings.h"
#include "indexer/table/table_cells.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr Noun kRows{"wiersz", "wiersze", "wierszy"};
constexpr const char* kNothingToDo = "nic nie trzeba robić";
constexpr std::size_t kMostCellBytes = 4 * 32'767;  ///< characters of a cell in Excel
/// Folded; what stands below a table, alone in its row or before a colon.
constexpr std::array<std::string_view, 14> kFooterWords{
    "sporzadzil",  "sporzadzila", "sporzadzono", "opracowal",  "opracowala",
    "opracowanie", "razem",       "suma",        "ogolem",     "zrodlo",
    "stan na",     "data",        "podpis",      "zatwierdzil"};

class TableReading {
  public:
    TableReading(TableFile& table, const std::string& name, const ColumnNames& names,
                 std::string_view profile, Diagnostics& diagnostics)
        : table_(table),
          name_(name),
          names_(names),
          profile_(profile),
          diagnostics_(diagnostics),
          first_remark_(diagnostics.size()) {}

    TableCount run(const std::function<void(const SourceRecord&)>& take) {
        if (!find_all_headings()) return {0, false};
        const std::vector<std::size_t> sheets = sheets_to_read();
        std::size_t rows = 0;
        for (const std::size_t sheet : sheets)
            if (!read_sheet(sheet, take, rows)) return {rows, false};
        if (sheets.empty()) return {0, false};
        if (rows == 0) {
            begin_sheet(sheets.front());
            add(Severity::error, 0, "", "", "pod nagłówkami nie ma żadnego wiersza",
                "sprawdź, czy to właściwy plik i arkusz");
        }
        return {rows, rows > 0};
    }

  private:
    bool find_all_headings() {
        const std::vector<Sheet>& sheets = table_.sheets();
        all_headings_.resize(sheets.size());
        is_empty_.resize(sheets.size());
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            std::vector<TableRow> first_rows;
            const auto take = [&](const TableRow& row) {
                first_rows.push_back(row);
                return true;
            };
            const auto read = table_.read(i, take, kMostHeadingRows);
            if (!read) {
                begin_sheet(i);
                add(Severity::error, read.error().row, "", "",
                    read.error().message.in(Language::pl), read.error().advice.in(Language::pl));
                return false;
            }
            is_empty_[i] = first_rows.empty();
            all_headings_[i] = find_headings(first_rows, names_, profile_);
        }
        return true;
    }

    /// All whose headings say what this kind of list needs; none: said of the one that comes
    /// nearest. The others are named.
    std::vector<std::size_t> sheets_to_read() {
        std::vector<std::size_t> good;
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < all_headings_.size(); ++i) {
            if (is_good(all_headings_[i])) good.push_back(i);
            if (all_headings_[i].columns.size() > all_headings_[nearest].columns.size())
                nearest = i;
        }
        if (good.empty()) tell_bad_headings(nearest);
        for (std::size_t i = 0; i < all_headings_.size(); ++i)
            if (!is_empty_[i] && !is_good(all_headings_[i]) && (i != nearest || !good.empty()))
                tell_other_sheet(i);
        return good;
    }

    bool is_good(const Headings& headings) const {
        return headings.row > 0 && headings.alike.empty() &&
               headings.missing(names_.columns(profile_)).empty();
    }

    void begin_sheet(std::size_t sheet) {
        headings_ = all_headings_[sheet];
        sheet_name_ = table_.sheets()[sheet].name;
        last_row_ = 0;
        hidden_rows_.clear();
        unnamed_.clear();
        footer_rows_.clear();
    }

    /// False when it cannot be read to its end: an error says why.
    bool read_sheet(std::size_t sheet, const std::function<void(const SourceRecord&)>& take,
                    std::size_t& rows) {
        begin_sheet(sheet);
        if (table_.sheets()[sheet].is_hidden)
            add(Severity::warning, 0, "", "", "wczytano ukryty arkusz",
                "jeśli nie miał być wczytany, usuń go z pliku");
        tell_unknown_columns();
        const auto read = table_.read(sheet, [&](const TableRow& row) {
            if (row.number <= headings_.row || !has_value(row)) return true;
            last_row_ = row.number;
            if (row.is_hidden) hidden_rows_.push_back(row.number);
            if (is_footer(row)) {
                footer_rows_.push_back(row.number);
                return true;
            }
            const SourceRecord record = to_record(row);
            if (belongs(record)) {
                ++rows;
                if (has_name(record)) take(record);
            }
            return diagnostics_.size() - first_remark_ < kMostTableRemarks;
        });
        if (!read) {
            add(Severity::error, read.error().row, "", "", read.error().message.in(Language::pl),
                read.error().advice.in(Language::pl));
            return false;
        }
        if (diagnostics_.size() - first_remark_ >= kMostTableRemarks) {
            add(Severity::error, last_row_, "", "", "zbyt wiele błędów, dalej nie czytano",
                "sprawdź, czy to właściwy plik i czy kolumny mają właściwe nagłówki");
            return false;
        }
        tell_traits(*read);
        return true;
    }

    void tell_other_sheet(std::size_t sheet) {
        begin_sheet(sheet);
        if (headings_.row == 0)
            return add(Severity::note, 0, "", "",
                       "arkusza nie czytano, bo nie ma znanych nagłówków",
                       "jeśli są w nim rekordy, nazwij kolumny tak jak w pozostałych");
        add(Severity::warning, headings_.row, "", "",
            "arkusza nie czytano, choć ma znane nagłówki: " + what_is_wrong(),
            "popraw nagłówki, jeśli ma być wczytany");
    }

    std::string what_is_wrong() const {
        const auto missing = headings_.missing(names_.columns(profile_));
        return missing.empty()
                   ? "dwie kolumny znaczą to samo"
                   : fmt::format("brakuje kolumny „{}”", missing.front()->names.front());
    }

    void tell_bad_headings(std::size_t sheet) {
        if (all_headings_[sheet].row == 0)
            return add(
                Severity::error, 0, "", "",
                fmt::format("w pierwszych {} wierszach nie ma nagłówków kolumn", kMostHeadingRows),
                "nazwij kolumny, np. " + examples());
        begin_sheet(sheet);
        for (const auto& [first, second] : headings_.alike)
            add(Severity::error, headings_.row, "", "",
                fmt::format("kolumny {} i {} znaczą to samo ({})", column_letters(first),
                            column_letters(second), headings_.columns.at(first)->names.front()),
                "zostaw jedną albo zmień nagłówek drugiej");
        for (const Column* each : headings_.missing(names_.columns(profile_)))
            add(Severity::error, headings_.row, "", "",
                fmt::format("brakuje kolumny „{}”", each->names.front()),
                fmt::format("dopisz ją; może się też nazywać: {}",
                            fmt::join(each->names.begin() + 1, each->names.end(), ", ")));
    }

    void tell_unknown_columns() {
        for (const auto& [column, label] : headings_.unknown)
            add(Severity::warning, headings_.row, label, "", "nieznana kolumna, nie wczytano jej",
                "popraw nagłówek albo dopisz go w vocabulary/column_names.jsonl");
    }

    std::string examples() const {
        std::vector<std::string> shown;
        for (const Column& each : names_.columns(profile_))
            if (shown.size() < 4) shown.push_back("„" + each.names.front() + "”");
        return joined(shown, ", ");
    }

    /// A row that holds nothing but its own number is as good as empty.
    bool has_value(const TableRow& row) const {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
            const auto column = headings_.columns.find(cell.column);
            return column != headings_.columns.end() && column->second->kind != ColumnKind::ordinal;
        });
    }

    /// "Sporządził: referat", "Razem": below the records, and none.
    static bool is_footer(const TableRow& row) {
        const std::string& text = row.cells.front().text;
        const bool has_colon = text.find(':') != std::string::npos;
        const bool is_sum = row.cells.size() == 2 && row.cells[1].kind == CellKind::number;
        if (row.cells.size() > 2 || (row.cells.size() == 2 && !has_colon && !is_sum)) return false;
        const std::string words = fold_words(text);
        return std::ranges::any_of(kFooterWords, [&](std::string_view each) {
            return words == each || (has_colon && words.starts_with(std::string(each) + " "));
        });
    }

    /// Without its name a row is no record: the rest of joined cells, or text below the table.
    bool has_name(const SourceRecord& record) {
        const auto column = std::ranges::find_if(headings_.columns, [](const auto& each) {
            return each.second->key == "name" || each.second->key == "holder_name";
        });
        if (column == headings_.columns.end()) return true;
        const std::string& key = column->second->key;
        if (std::ranges::any_of(record.fields,
                                [&](const SourceMember& each) { return each.key == key; }))
            return true;
        const auto label = headings_.labels->find(key);
        add(Severity::error, record.row, label->second, "", "brakuje nazwy, wiersz pominięto",
            "wpisz ją w każdym wierszu (scalone komórki rozdziel); jeśli to dopisek pod tabelą, "
            "usuń go");
        return false;
    }

    SourceRecord to_record(const TableRow& row) {
        SourceRecord record{name_, row.number, {}, sheet_name_, headings_.labels};
        for (const Cell& cell : row.cells) {
            const auto column = headings_.columns.find(cell.column);
            if (column == headings_.columns.end()) {
                if (!headings_.unknown.contains(cell.column))
                    unnamed_.insert_or_assign(cell.column, row.number);
                continue;
            }
            const auto& named = *column->second;
            if (named.kind == ColumnKind::ordinal) continue;
            if (cell.text.size() > kMostCellBytes) {
                add(Severity::warning, row.number, headings_.labels->find(named.key)->second,
                    cell.text,
                    fmt::format("komórka ma {} znaków, więcej, niż mieści Excel, pominięto",
                                cell.text.size()),
                    "sprawdź, czy w tym wierszu nie brakuje cudzysłowu albo separatora");
                continue;
            }
            const Warn warn = [&](std::string message, std::string advice) {
                add(Severity::warning, row.number, headings_.labels->find(named.key)->second,
                    cell.text, std::move(message), std::move(advice));
            };
            const Warn note = [&](std::string message, std::string advice) {
                add(Severity::note, row.number, headings_.labels->find(named.key)->second,
                    cell.text, std::move(message), std::move(advice));
            };
            if (holds_row(cell.text))
                warn("w tej komórce jest chyba cały następny wiersz",
                     "sprawdź cudzysłowy: jeden otwarty w tym wierszu zamyka się dopiero w "
                     "następnym");
            if (auto value = value_of(cell, named.kind, warn, note))
                record.fields.push_back({named.key, std::move(*value)});
        }
        return record;
    }

    /// Of a text with separators: a quote that is closed in a later row makes one cell of both.
    bool holds_row(std::string_view text) const {
        if (!sheet_name_.empty() || text.find('\n') == text.npos) return false;
        constexpr std::ptrdiff_t kFewest = 2;
        const auto enough =
            std::max(kFewest, static_cast<std::ptrdiff_t>(headings_.columns.size()) - 1);
        return std::ranges::any_of(std::string_view(";\t"), [&](char separator) {
            return std::ranges::count(text, separator) >= enough;
        });
    }

    /// Rows of other regions are counted, not named.
    bool belongs(const SourceRecord& record) {
        for (const auto& column : headings_.columns) {
            const auto& known = column.second;
            if (known->only.empty()) continue;
            const auto field =
                std::find_if(record.fields.begin(), record.fields.end(),
                             [&](const SourceMember& each) { return each.key == known->key; });
            const std::string value = field == record.fields.end()
                                          ? std::string()
                                          : fold_words(std::get<std::string>(field->value.value));
            const bool is_ours =
                std::any_of(known->only.begin(), known->only.end(),
                            [&](const std::string& each) { return fold_words(each) == value; });
            if (is_ours) continue;
            if (value.empty()) {
                add(Severity::warning, record.row, headings_.labels->find(known->key)->second, "",
                    "nie wiadomo, czy wiersz dotyczy regionu, pominięto", "uzupełnij komórkę");
            } else {
                ++rows_elsewhere_;
            }
            return false;
        }
        return true;
    }

    void tell_traits(const SheetTraits& traits) {
        constexpr std::size_t most = 20;
        if (rows_elsewhere_ > 0)
            add(Severity::note, 0, "", "",
                fmt::format("{} spoza regionu, nie wczytano ich", counted(rows_elsewhere_, kRows)),
                kNothingToDo);
        rows_elsewhere_ = 0;
        for (const std::size_t row : footer_rows_)
            add(Severity::note, row, "", "", "to dopisek pod tabelą, nie rekord; pominięto",
                kNothingToDo);
        if (!hidden_rows_.empty()) {
            const std::size_t shown = std::min(hidden_rows_.size(), most);
            add(Severity::note, hidden_rows_.front(), "", "",
                fmt::format(
                    "wczytano też ukryte wiersze: {}{}",
                    fmt::join(hidden_rows_.begin(),
                              hidden_rows_.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
                    hidden_rows_.size() > shown ? ", …" : ""),
                "usuń je z pliku, jeśli nie miały być wczytane");
        }
        for (const auto& [column, known] : headings_.columns)
            for (const CellRange& each : traits.hidden_columns)
                if (each.first_column <= column && column <= each.last_column)
                    add(Severity::note, headings_.row, headings_.labels->find(known->key)->second,
                        "", "wczytano też ukrytą kolumnę",
                        "usuń ją z pliku, jeśli nie miała być wczytana");
        for (const auto& [column, row] : unnamed_)
            add(Severity::warning, row, "kolumna " + column_letters(column), "",
                "kolumna bez nagłówka, nie wczytano jej", "nazwij kolumnę w wierszu nagłówków");
        tell_merged(traits.merged);
    }

    /// Joined cells matter where they span rows of records: only the first has the value.
    void tell_merged(const std::vector<CellRange>& merged) {
        constexpr std::size_t most = 50;
        std::size_t told = 0;
        for (const CellRange& each : merged) {
            const bool spans_rows = each.last_row > each.first_row && each.last_row > headings_.row;
            const bool spans_columns =
                each.last_column > each.first_column && each.first_row >= headings_.row;
            const auto column = headings_.columns.lower_bound(each.first_column);
            const bool is_ours =
                column != headings_.columns.end() && column->first <= each.last_column;
            if (!is_ours || !(spans_rows || spans_columns) || each.first_row > last_row_ ||
                told++ == most)
                continue;
            add(Severity::warning, each.first_row,
                headings_.labels->find(column->second->key)->second, "",
                fmt::format("scalone komórki {}{}:{}{}: wartość ma tylko pierwsza z nich",
                            column_letters(each.first_column), each.first_row,
                            column_letters(each.last_column), each.last_row),
                "rozdziel je i wpisz wartość w każdym wierszu");
        }
    }

    void add(Severity severity, std::size_t row, const std::string& field, std::string_view value,
             std::string message, std::string advice) {
        diagnostics_.push_back({severity, name_, row, field, excerpt(value), std::move(message),
                                std::move(advice), sheet_name_});
    }

    TableFile& table_;
    const std::string& name_;
    const ColumnNames& names_;
    std::string_view profile_;
    Diagnostics& diagnostics_;
    std::size_t first_remark_;
    std::vector<Headings> all_headings_;  ///< of each sheet
    std::vector<bool> is_empty_;
    // Of the sheet that is being read:
    Headings headings_;
    std::string sheet_name_;
    std::size_t last_row_ = 0;
    std::size_t rows_elsewhere_ = 0;
    std::vector<std::size_t> hidden_rows_, footer_rows_;
    std::map<std::size_t, std::size_t> unnamed_;  ///< column without a heading → a row with a value
};

}  // namespace

TableCount read_table(TableFile& table, const std::string& name, const ColumnNames& names,
                      std::string_view profile, Diagnostics& diagnostics,
                      const std::function<void(const SourceRecord&)>& take) {
    return TableReading(table, name, names, profile, diagnostics).run(take);
}

}  // namespace wespol
