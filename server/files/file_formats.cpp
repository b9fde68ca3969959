// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/file_formats.h"

#include "server/files/xlsx_writer.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kPieceBytes = 64U << 10;

std::vector<TableColumn> headings_of(const TableHead& head) {
    std::vector<TableColumn> columns;
    for (const HeadColumn& column : head.columns)
        columns.push_back({std::string(column.heading), column.width});
    return columns;
}

struct CellJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const std::string& text) const { return text.empty() ? Json() : Json(text); }
    Json operator()(double number) const { return number; }
    Json operator()(Day day) const { return format_day(day); }
};

Json properties(const TableHead& head, const Row& cells) {
    Json json = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i)
        json[std::string(head.columns[i].code)] = std::visit(CellJson{}, cells[i]);
    return json;
}

}  // namespace

bool PieceBuffer::add(std::string_view text) {
    text_ += text;
    return text_.size() < kPieceBytes || flush();
}

bool PieceBuffer::flush() {
    const bool is_wanted = sink_(text_);
    text_.clear();
    return is_wanted;
}

void write_csv(const RowSource& rows, const CsvStyle& style, const BodySink& sink) {
    CsvWriter csv(style);
    PieceBuffer pieces(sink);
    rows({.begin = [&](const TableHead& head) { csv.add_headings(headings_of(head)); },
          .add_row =
              [&](const FileRow& row) {
                  csv.add_row(row.cells);
                  return pieces.add(csv.take());
              }});
    pieces.add(csv.take());
    pieces.flush();
}

void write_json_lines(const RowSource& rows, const BodySink& sink) {
    PieceBuffer pieces(sink);
    TableHead table;
    rows({.begin = [&](const TableHead& head) { table = head; },
          .add_row =
              [&](const FileRow& row) {
                  return pieces.add(properties(table, row.cells).dump() + '\n');
              }});
    pieces.flush();
}

void write_geojson(const RowSource& rows, const BodySink& sink) {
    PieceBuffer pieces(sink);
    TableHead table;
    std::size_t written = 0;
    std::size_t without_location = 0;
    const auto begin = [&](const TableHead& head) {
        table = head;
        Json json{{"type", "FeatureCollection"},
                  {"generation", head.generation},
                  {"as_of", format_day(head.as_of)},
                  {"total", head.total}};
        std::string text = json.dump();
        text.pop_back();  // the object goes on
        pieces.add(text + ",\"features\":[");
    };
    const auto add_row = [&](const FileRow& row) {
        if (!row.location) {
            ++without_location;
            return true;
        }
        const Json feature{
            {"type", "Feature"},
            {"id", row.id},
            {"geometry",
             {{"type", "Point"}, {"coordinates", {row.location->lon, row.location->lat}}}},
            {"properties", properties(table, row.cells)}};
        return pieces.add((written++ == 0 ? "\n" : ",\n") + feature.dump());
    };
    rows({.begin = begin, .add_row = add_row});
    pieces.add(fmt::format("],\n\"without_location\":{}}}\n", without_location));
    pieces.flush();
}

std::unique_ptr<UnlinkedFile> write_workbook(const RowSource& rows) {
    XlsxWriter workbook;
    TableHead table;
    rows({.begin =
              [&](const TableHead& head) {
                  table = head;
                  workbook.begin_sheet(head.name, headings_of(head));
              },
          .add_row =
              [&](const FileRow& row) {
                  workbook.add_row(row.cells);
                  return true;
              }});
    workbook.begin_sheet("O tym pliku", {{"Co", 34}, {"Treść", 110}});
    for (const auto& [name, text] : table.about)
        workbook.add_row({name, text});
    for (const HeadColumn& column : table.columns)
        workbook.add_row({fmt::format("Kolumna „{}”", column.heading),
                          fmt::format("{} (kod: {})", column.meaning, column.code)});
    return workbook.finish();
}

}  // namespace wespol
