// SPDX-License-Identifier: GPL-3.0-or-later
// Rows → a file in one of the formats, piece by piece: memory does not grow with their number.
// Knows neither searches nor HTTP routes. Thread-safe: no state.
#pragma once

#include "server/files/csv_writer.h"
#include "server/files/row_source.h"
#include "server/files/unlinked_file.h"
#include "server/http/message.h"

#include <memory>
#include <string>
#include <string_view>

namespace wespol {

void write_csv(const RowSource& rows, const CsvStyle& style, const BodySink& sink);

/// An object a line, keys are the codes of the columns; what is empty is null.
void write_json_lines(const RowSource& rows, const BodySink& sink);

/// A FeatureCollection (RFC 7946) of the rows with a location, `properties` as in JSON Lines; the
/// member `without_location` tells how many were left out.
void write_geojson(const RowSource& rows, const BodySink& sink);

/// A sheet of the rows and a second one, "O tym pliku", that tells what they are.
std::unique_ptr<UnlinkedFile> write_workbook(const RowSource& rows);

/// Collects small texts to pieces worth sending.
class PieceBuffer {
  public:
    explicit PieceBuffer(const BodySink& sink) : sink_(sink) {}

    /// False when nobody wants more.
    bool add(std::string_view text);
    bool flush();

  private:
    const BodySink& sink_;
    std::string text_;
};

}  // namespace wespol
