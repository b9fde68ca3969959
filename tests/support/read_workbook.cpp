// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/read_workbook.h"

#include "core/support/files.h"
#include "tests/support/temporary_directory.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace wespol::test {

nlohmann::json read_workbook(const std::string& bytes) {
    const TemporaryDirectory folder;
    const std::string book = (folder.path() / "book.xlsx").string();
    const std::string found = (folder.path() / "found.json").string();
    std::ofstream(book, std::ios::binary) << bytes;
    const std::string command =
        std::string(WESPOL_SOURCE_DIR "/tests/support/read_workbook.py ") + book + " > " + found;
    if (std::system(command.c_str()) != 0)  // NOLINT(concurrency-mt-unsafe): no other thread forks
        throw std::runtime_error("openpyxl cannot read the workbook (python3-openpyxl installed?)");
    return nlohmann::json::parse(read_file(found));
}

}  // namespace wespol::test
