// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/csv_writer.h"

#include "core/analysis/code_points.h"

#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kFormulaBeginnings = "=+-@\t\r\n";

struct CellText {
    char decimal;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return guarded_from_formulas(text); }
    std::string operator()(Day day) const { return format_day(day); }
    std::string operator()(double number) const {
        std::string text = fmt::format("{}", number);
        if (const auto point = text.find('.'); point != std::string::npos) text[point] = decimal;
        return text;
    }
};

}  // namespace

std::string guarded_from_formulas(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    const bool is_like_formula = first != std::string_view::npos &&
                                 kFormulaBeginnings.find(text[first]) != std::string::npos;
    return is_like_formula ? "'" + std::string(text) : std::string(text);
}

CsvWriter::CsvWriter(const CsvStyle& style) : style_(style) {
    if (style_.byte_order_mark) text_ = kByteOrderMark;
}

void CsvWriter::add_headings(const std::vector<TableColumn>& columns) {
    for (const TableColumn& column : columns)
        add_field(guarded_from_formulas(column.heading));
    end_row();
}

void CsvWriter::add_row(const Row& row) {
    for (const FileCell& cell : row)
        add_field(std::visit(CellText{style_.decimal}, cell));
    end_row();
}

std::string CsvWriter::take() {
    return std::exchange(text_, {});
}

void CsvWriter::add_field(std::string_view text) {
    const bool needs_quotes = text.find_first_of("\"\r\n") != std::string_view::npos ||
                              text.find(style_.separator) != std::string_view::npos ||
                              text.starts_with(' ') || text.ends_with(' ');
    if (!needs_quotes) {
        text_ += text;
    } else {
        text_ += '"';
        for (const char c : text) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }
    text_ += style_.separator;
}

void CsvWriter::end_row() {
    // Every field left its separator behind it; a row without fields has none.
    if (text_.ends_with(style_.separator)) text_.pop_back();
    text_ += "\r\n";
}

}  // namespace wespol
