// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/headings.h"

#include "indexer/source/excerpt.h"

#include <algorithm>

#include <fmt/format.h>

namespace wespol {
namespace {

/// One known name may stand in any text; two make a row of headings.
constexpr std::size_t kFewestNames = 2;

Headings headings_of(const TableRow& row, const ColumnNames& names, std::string_view profile) {
    Headings found;
    found.row = row.number;
    auto labels = std::make_shared<ColumnLabels>();
    std::map<const Column*, std::size_t> column_of;
    for (const Cell& cell : row.cells) {
        if (cell.kind != CellKind::text) continue;
        const Column* known = names.find(profile, cell.text);
        if (!known) {
            found.unknown.emplace(cell.column, column_label(cell.text, cell.column));
            continue;
        }
        const auto [first, is_new] = column_of.emplace(known, cell.column);
        if (!is_new) found.alike.emplace_back(first->second, cell.column);
        found.columns.emplace(cell.column, known);
        labels->emplace(known->key, column_label(cell.text, cell.column));
    }
    found.labels = std::move(labels);
    return found;
}

}  // namespace

std::vector<const Column*> Headings::missing(const std::vector<Column>& wanted) const {
    std::vector<const Column*> result;
    for (const Column& each : wanted) {
        const bool is_there = std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
            return column.second == &each;
        });
        if (each.is_required && !is_there) result.push_back(&each);
    }
    return result;
}

Headings find_headings(const std::vector<TableRow>& rows, const ColumnNames& names,
                       std::string_view profile) {
    Headings best;
    for (const TableRow& row : rows) {
        Headings found = headings_of(row, names, profile);
        if (found.columns.size() >= kFewestNames && found.columns.size() > best.columns.size())
            best = std::move(found);
    }
    return best;
}

std::string column_label(std::string_view heading, std::size_t column) {
    return fmt::format("{} (kolumna {})", excerpt(heading), column_letters(column));
}

}  // namespace wespol
