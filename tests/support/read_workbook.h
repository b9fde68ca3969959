// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook as another library reads it: Debian's python3-openpyxl, in a process of its own.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace wespol::test {

/// {sheet: {rows, frozen, filter}}, see read_workbook.py. Fails the test when it cannot be read.
nlohmann::json read_workbook(const std::string& bytes);

}  // namespace wespol::test
