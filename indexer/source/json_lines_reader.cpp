// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_lines_reader.h"

#include "core/analysis/code_points.h"
#include "core/support/ascii.h"
#include "core/support/error.h"
#include "indexer/source/excerpt.h"
#include "indexer/source/json_row.h"

#include <fstream>
#include <limits>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {

std::size_t read_json_lines(const std::filesystem::path& path, const std::string& name,
                            Diagnostics& diagnostics,
                            const std::function<void(const SourceRecord&)>& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path))
        throw Error(ErrorCode::environment,
                    fmt::format("Nie można odczytać pliku {}", path.string()),
                    "Sprawdź, czy plik istnieje i czy masz prawo go czytać.");

    JsonRowParser parser;
    std::string buffer(kMaxRowBytes + 1 + JsonRowParser::padding(), '\0');
    const auto reject = [&](std::size_t row, std::string message, std::string_view text) {
        diagnostics.push_back({Severity::error, name, row, "", excerpt(text), std::move(message),
                               "popraw ten wiersz"});
    };

    std::size_t rows = 0;
    for (std::size_t row = 1; in.peek() != std::ifstream::traits_type::eof(); ++row) {
        in.getline(buffer.data(), static_cast<std::streamsize>(kMaxRowBytes + 1));
        auto length = static_cast<std::size_t>(in.gcount());
        if (in.fail() && !in.bad() && length == kMaxRowBytes) {
            in.clear();
            in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
            ++rows;
            reject(row, fmt::format("wiersz jest dłuższy niż {} KiB", kMaxRowBytes / 1024), "");
            continue;
        }
        if (in.bad()) break;
        if (!in.eof()) --length;  // the line feed was counted
        std::string_view text(buffer.data(), length);
        const std::size_t mark =
            row == 1 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
        text.remove_prefix(mark);
        if (is_blank(text)) continue;

        ++rows;
        auto fields = parser.parse(text);
        if (!fields) {
            reject(row, fields.error().message, text);
            continue;
        }
        take({name, row, std::move(*fields)});
    }
    if (in.bad())
        throw Error(ErrorCode::environment,
                    fmt::format("Błąd dysku przy czytaniu pliku {}", path.string()));
    return rows;
}

}  // namespace wespol
