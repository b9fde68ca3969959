// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a file is: a row of a table that all formats use and that is its own dictionary;
// and the choice of columns by the parameter `kolumny`. The tables are entity_columns and
// certificate_columns. Plain values; tables are constant, thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/parameter_problem.h"
#include "server/files/cell.h"
#include "server/files/fact_words.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// What cells are written with, alike for all rows of a file.
struct ColumnContext {
    const References& references;
    Language language;
    Day as_of;
    FactWords words;
    std::string site;  ///< what stands before "/podmiot/…"
};

enum class Usual {
    yes,
    no,
    with_place,  ///< where a place was asked for
    on_map       ///< in files for maps only
};

template <class Record>
struct FileColumn {
    std::string_view code;
    std::string_view heading;
    std::string_view meaning;  ///< for the dictionary: a sentence or two
    int width = 0;
    Usual usual{};
    bool needs_facts = false;  ///< of the record's legal facts, which cost reading the certificates
    FileCell (*value)(const Record& record, const ColumnContext& context) = nullptr;
};

template <class Record>
using ColumnTable = std::span<const FileColumn<Record>>;
template <class Record>
using ChosenColumns = std::vector<const FileColumn<Record>*>;

template <class Record>
ChosenColumns<Record> usual_columns(ColumnTable<Record> table, bool has_place, bool is_map) {
    ChosenColumns<Record> chosen;
    for (const FileColumn<Record>& column : table)
        if (column.usual == Usual::yes || (column.usual == Usual::with_place && has_place) ||
            (column.usual == Usual::on_map && is_map))
            chosen.push_back(&column);
    return chosen;
}

/// The codes of all values of `kolumny`, divided by commas; in the order given, each once.
std::vector<std::string> requested_columns(const Parameters& parameters);

/// Joins codes by commas.
std::string comma_separated(const std::vector<std::string_view>& codes);

/// Those asked for; null when none are. Unknown ones join `problems` with all that are allowed.
template <class Record>
std::optional<ChosenColumns<Record>> chosen_columns(ColumnTable<Record> table,
                                                    const Parameters& parameters,
                                                    std::vector<ParameterProblem>& problems) {
    ChosenColumns<Record> chosen;
    for (const std::string& code : requested_columns(parameters)) {
        const auto found = std::ranges::find(table, code, &FileColumn<Record>::code);
        if (found != table.end()) {
            chosen.push_back(&*found);
            continue;
        }
        std::vector<std::string_view> codes;
        for (const FileColumn<Record>& column : table)
            codes.push_back(column.code);
        problems.push_back(parameter_problem("kolumny", code, "Nie znamy takiej kolumny.",
                                             comma_separated(codes)));
    }
    if (chosen.empty()) return std::nullopt;
    return chosen;
}

template <class Record>
bool needs_facts(const ChosenColumns<Record>& columns) {
    return std::ranges::any_of(columns, &FileColumn<Record>::needs_facts);
}

template <class Record>
Row row_of(const ChosenColumns<Record>& columns, const Record& record,
           const ColumnContext& context) {
    Row row;
    row.reserve(columns.size());
    for (const FileColumn<Record>* column : columns)
        row.push_back(column->value(record, context));
    return row;
}

template <class Record>
std::vector<TableColumn> headings_of(const ChosenColumns<Record>& columns) {
    std::vector<TableColumn> headings;
    for (const FileColumn<Record>* column : columns)
        headings.push_back({std::string(column->heading), column->width});
    return headings;
}

// What columns of several tables have in common.
FileCell text_cell(const std::optional<std::string>& text);
FileCell list_cell(const std::vector<std::string>& texts);   ///< divided by "; "
FileCell date_cell(const std::optional<PartialDate>& date);  ///< a day, or text when less is known
/// A day where both are the same; else "2021-02-01/2021-02-28", ".." on the side that is open.
FileCell span_cell(const std::optional<Day>& earliest, const std::optional<Day>& latest);
FileCell labels_cell(const Vocabulary& vocabulary, const std::vector<std::string>& codes,
                     Language language);

}  // namespace wespol
