// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_record.h"

#include "core/support/files.h"
#include "indexer/source/json_row.h"

#include <string_view>
#include <utility>

namespace wespol {

Result<SourceRecord> read_json_record(const std::filesystem::path& directory,
                                      const std::string& file) {
    const std::filesystem::path path = directory / file;
    if (std::filesystem::file_size(path) > kMaxRowBytes) return problem("plik jest za duży");
    std::string text = read_file(path);
    const std::size_t length = text.size();
    text.append(JsonRowParser::padding(), '\0');
    auto fields = JsonRowParser().parse(std::string_view(text).substr(0, length));
    if (!fields) return tl::unexpected(fields.error());
    return SourceRecord{file, 0, std::move(*fields)};
}

}  // namespace wespol
