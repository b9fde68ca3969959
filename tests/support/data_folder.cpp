// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/data_folder.h"

#include "indexer/source/json_lines_reader.h"

#include <fstream>
#include <stdexcept>

namespace wespol::test {
namespace {

void write_to(const std::filesystem::path& path, const std::string& content,
              std::ios::openmode mode) {
    std::ofstream out(path, std::ios::binary | mode);
    out << content;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

DataFolder::DataFolder() {
    std::filesystem::copy(std::filesystem::path(WESPOL_SOURCE_DIR) / "tests/fixtures/invented",
                          path(), std::filesystem::copy_options::recursive);
}

void DataFolder::write(const std::string& file, const std::string& content) const {
    write_to(path() / file, content, std::ios::trunc);
}

void DataFolder::append(const std::string& file, const std::string& line) const {
    write_to(path() / file, line + "\n", std::ios::app);
}

void DataFolder::remove(const std::string& file) const {
    std::filesystem::remove(path() / file);
}

std::vector<SourceRecord> rows_of(const std::string& text, Diagnostics& diagnostics) {
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "probe.jsonl";
    write_to(path, text, std::ios::trunc);
    std::vector<SourceRecord> rows;
    read_json_lines(path, "probe.jsonl", diagnostics,
                    [&](const SourceRecord& record) { rows.push_back(record); });
    return rows;
}

std::vector<std::string> in_short(const Diagnostics& diagnostics) {
    constexpr const char* severities[]{"note", "warning", "error"};
    std::vector<std::string> lines;
    for (const Diagnostic& each : diagnostics)
        lines.push_back(std::to_string(each.row) + " " +
                        severities[static_cast<int>(each.severity)] + " " + each.field + ": " +
                        each.message);
    return lines;
}

}  // namespace wespol::test
