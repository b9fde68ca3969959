// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_sheet.h"

#include "core/catalogue/calendar.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostRanges = 10'000;

std::optional<std::size_t> whole(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> decimal(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

struct Place {
    std::size_t row = 0, column = 0;  ///< from 1 and from 0
};

/// "C5"
std::optional<Place> place_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
        if (column > kMostColumns) return std::nullopt;
        ++letters;
    }
    const auto row = whole(reference.substr(letters));
    if (letters == 0 || !row || *row == 0 || *row > kMostRows) return std::nullopt;
    return Place{*row, column - 1};
}

/// "C5:D7"
std::optional<CellRange> range_of(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == reference.npos) return std::nullopt;
    const auto first = place_of(reference.substr(0, colon));
    const auto last = place_of(reference.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return CellRange{first->row, last->row, first->column, last->column};
}

}  // namespace

std::string day_of_serial(double serial, bool counts_from_1904) {
    using namespace std::chrono;
    constexpr double least = 0, greatest = 120'000;
    if (!(serial >= least && serial < greatest)) return {};
    const int days_passed = static_cast<int>(serial);
    constexpr int false_leap_day = 60;
    if (!counts_from_1904 && (days_passed == 0 || days_passed == false_leap_day)) return {};
    const sys_days start = counts_from_1904               ? sys_days{1904y / January / 1}
                           : days_passed < false_leap_day ? sys_days{1899y / December / 31}
                                                          : sys_days{1899y / December / 30};
    const Day day = start + days{days_passed};
    return day < sys_days{2200y / December / 31} ? format_day(day) : std::string();
}

std::string plain_number(std::string_view written) {
    const auto value = decimal(written);
    if (!value) return std::string(written);
    constexpr double exact = 9'007'199'254'740'992;  // 2^53
    if (std::trunc(*value) == *value && std::abs(*value) < exact)
        return fmt::format("{}", static_cast<long long>(*value));
    return fmt::format("{}", *value);
}

void XlsxSheet::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row") {
        start_row(attributes);
    } else if (element == "c") {
        start_cell(attributes);
    } else if (element == "f") {
        has_formula_ = true;
    } else if (element == "is") {
        in_inline_ = true;
    } else if (element == "v" || (element == "t" && in_inline_)) {
        in_value_ = has_value_ = true;
    } else if (element == "mergeCell" && traits_.merged.size() < kMostRanges) {
        if (const auto range = range_of(attributes["ref"])) traits_.merged.push_back(*range);
    } else if (element == "col" && attributes.is_set("hidden") &&
               traits_.hidden_columns.size() < kMostRanges) {
        const auto first = whole(attributes["min"]);
        const auto last = whole(attributes["max"]);
        if (first && last && *first > 0 && *last >= *first)
            traits_.hidden_columns.push_back({0, 0, *first - 1, *last - 1});
    }
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
    const auto written = whole(attributes["r"]);
    row_.number =
        written && *written > row_.number && *written <= kMostRows ? *written : row_.number + 1;
    row_.is_hidden = attributes.is_set("hidden");
    row_.cells.clear();
    next_column_ = 0;
    in_row_ = true;
    in_cell_ = false;
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
    const auto place = place_of(attributes["r"]);
    column_ = place && place->column >= next_column_ ? place->column : next_column_;
    next_column_ = column_ + 1;
    in_cell_ = in_row_;
    type_ = attributes["t"];
    const auto style = whole(attributes["s"]);
    is_date_ = style && *style < workbook_.style_is_date.size() && workbook_.style_is_date[*style];
    value_.clear();
    has_formula_ = has_value_ = false;
}

void XlsxSheet::text(std::string_view text) {
    if (in_value_ && value_.size() < kMaxCellBytes) value_ += text;
}

void XlsxSheet::end(std::string_view element) {
    if (element == "v" || element == "t") {
        in_value_ = false;
    } else if (element == "is") {
        in_inline_ = false;
    } else if (element == "c") {
        end_cell();
    } else if (element == "row") {
        if (in_row_ && !row_.cells.empty()) rows_.push_back(row_);
        in_row_ = in_cell_ = false;
    }
}

void XlsxSheet::end_cell() {
    if (!std::exchange(in_cell_, false)) return;
    if (column_ >= kMostColumns || (!has_value_ && !has_formula_)) return;
    Cell found = cell();
    const bool is_blank = found.kind == CellKind::text &&
                          found.text.find_first_not_of(" \t\r\n\xC2\xA0") == std::string::npos;
    if (!is_blank) row_.cells.push_back(std::move(found));
}

Cell XlsxSheet::cell() const {
    if (type_ == "s") {
        const auto shared = whole(value_);
        if (shared && *shared < workbook_.texts.size())
            return {column_, CellKind::text, unescaped(workbook_.texts[*shared])};
        return {column_, CellKind::fault, "#?"};
    }
    if (type_ == "e") return {column_, CellKind::fault, value_};
    if (type_ == "inlineStr" || type_ == "str") return {column_, CellKind::text, unescaped(value_)};
    if (has_formula_ && value_.empty()) return {column_, CellKind::fault, ""};
    if (type_ == "b") return {column_, CellKind::flag, value_ == "1" ? "tak" : "nie"};
    if (type_ == "d") return dated();
    const auto serial = is_date_ ? decimal(value_) : std::nullopt;
    if (std::string day = serial ? day_of_serial(*serial, workbook_.counts_from_1904) : "";
        !day.empty())
        return {column_, CellKind::date, std::move(day)};
    if (value_.empty()) return {column_, CellKind::text, ""};
    return {column_, CellKind::number, plain_number(value_)};
}

/// "2024-06-12T00:00:00"; what only says that it is a date is text.
Cell XlsxSheet::dated() const {
    constexpr std::size_t day_bytes = 10;
    std::string day = value_.substr(0, day_bytes);
    if (!parse_day(day)) return {column_, CellKind::text, value_};
    return {column_, CellKind::date, std::move(day)};
}

std::vector<TableRow> XlsxSheet::take_rows() {
    return std::exchange(rows_, {});
}

}  // namespace wespol
