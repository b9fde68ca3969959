// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/table_records.h"

#include "core/analysis/folding.h"
#include "indexer/report/polish_count.h"
#include "indexer/source/excerpt.h"
#include "indexer/table/headings.h"
#include "indexer/table/table_cells.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr Noun kRows{"wiersz", "wiersze", "wierszy"};

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
        if (!choose_sheet() || !is_headed_well()) return {0, false};
        sheet_name_ = table_.sheets()[sheet_].name;
        tell_unknown_columns();
        std::size_t rows = 0;
        const auto read = table_.read(sheet_, [&](const TableRow& row) {
            if (row.number <= headings_.row || !has_value(row)) return true;
            last_row_ = row.number;
            if (row.is_hidden) hidden_rows_.push_back(row.number);
            SourceRecord record = to_record(row);
            if (belongs(record)) {
                ++rows;
                take(record);
            }
            return diagnostics_.size() - first_remark_ < kMostTableRemarks;
        });
        if (!read) {
            add(Severity::error, read.error().row, "", "", read.error().message,
                read.error().advice);
            return {rows, false};
        }
        if (diagnostics_.size() - first_remark_ >= kMostTableRemarks) {
            add(Severity::error, last_row_, "", "", "zbyt wiele błędów, dalej nie czytano",
                "sprawdź, czy to właściwy plik i czy kolumny mają właściwe nagłówki");
            return {rows, false};
        }
        tell_traits(*read);
        if (rows == 0)
            add(Severity::error, 0, "", "", "pod nagłówkami nie ma żadnego wiersza",
                "sprawdź, czy to właściwy plik i arkusz");
        return {rows, rows > 0};
    }

  private:
    /// The sheet whose headings say most; of two alike the first.
    bool choose_sheet() {
        const std::vector<Sheet>& sheets = table_.sheets();
        std::vector<Headings> found(sheets.size());
        std::vector<bool> is_empty(sheets.size());
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            std::vector<TableRow> first_rows;
            const auto take = [&](const TableRow& row) {
                first_rows.push_back(row);
                return true;
            };
            const auto read = table_.read(i, take, kMostHeadingRows);
            if (!read) {
                sheet_name_ = sheets[i].name;
                add(Severity::error, read.error().row, "", "", read.error().message,
                    read.error().advice);
                return false;
            }
            is_empty[i] = first_rows.empty();
            found[i] = find_headings(first_rows, names_, profile_);
            if (found[i].columns.size() > headings_.columns.size()) {
                headings_ = found[i];
                sheet_ = i;
            }
        }
        if (headings_.row == 0) {
            add(Severity::error, 0, "", "",
                fmt::format("w pierwszych {} wierszach nie ma nagłówków kolumn", kMostHeadingRows),
                "nazwij kolumny, np. " + examples());
            return false;
        }
        for (std::size_t i = 0; i < sheets.size(); ++i)
            if (i != sheet_ && !is_empty[i]) tell_other_sheet(sheets[i], found[i]);
        return true;
    }

    void tell_other_sheet(const Sheet& sheet, const Headings& headings) {
        sheet_name_ = sheet.name;
        if (headings.row > 0)
            add(Severity::warning, headings.row, "", "",
                fmt::format("ten arkusz też ma nagłówki, a wczytano tylko „{}”",
                            table_.sheets()[sheet_].name),
                "jeśli ma być wczytany, zapisz go w osobnym pliku");
        else
            add(Severity::note, 0, "", "", "arkusza nie czytano, bo nie ma znanych nagłówków", "");
    }

    bool is_headed_well() {
        sheet_name_ = table_.sheets()[sheet_].name;
        if (table_.sheets()[sheet_].is_hidden)
            add(Severity::note, 0, "", "", "wczytano ukryty arkusz",
                "jeśli nie ten miał być wczytany, usuń go z pliku");
        for (const auto& [first, second] : headings_.alike)
            add(Severity::error, headings_.row, "", "",
                fmt::format("kolumny {} i {} znaczą to samo ({})", column_letters(first),
                            column_letters(second), headings_.columns.at(first)->names.front()),
                "zostaw jedną albo zmień nagłówek drugiej");
        const auto missing = headings_.missing(names_.columns(profile_));
        for (const Column* each : missing)
            add(Severity::error, headings_.row, "", "",
                fmt::format("brakuje kolumny „{}”", each->names.front()),
                fmt::format("dopisz ją; może się też nazywać: {}",
                            fmt::join(each->names.begin() + 1, each->names.end(), ", ")));
        return headings_.alike.empty() && missing.empty();
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
        return fmt::format("{}", fmt::join(shown, ", "));
    }

    /// A row that holds nothing but its own number is as good as empty.
    bool has_value(const TableRow& row) const {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
            const auto column = headings_.columns.find(cell.column);
            return column != headings_.columns.end() && column->second->kind != ColumnKind::ordinal;
        });
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
            const Warn warn = [&](std::string message, std::string advice) {
                add(Severity::warning, row.number, headings_.labels->find(named.key)->second,
                    cell.text, std::move(message), std::move(advice));
            };
            if (auto value = value_of(cell, named.kind, warn))
                record.fields.push_back({named.key, std::move(*value)});
        }
        return record;
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
                "");
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
                        "", "wczytano też ukrytą kolumnę", "");
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
    Headings headings_;
    std::size_t sheet_ = 0;
    std::string sheet_name_;
    std::size_t last_row_ = 0;
    std::size_t rows_elsewhere_ = 0;
    std::vector<std::size_t> hidden_rows_;
    std::map<std::size_t, std::size_t> unnamed_;  ///< column without a heading → a row with a value
};

}  // namespace

TableCount read_table(TableFile& table, const std::string& name, const ColumnNames& names,
                      std::string_view profile, Diagnostics& diagnostics,
                      const std::function<void(const SourceRecord&)>& take) {
    return TableReading(table, name, names, profile, diagnostics).run(take);
}

}  // namespace wespol
