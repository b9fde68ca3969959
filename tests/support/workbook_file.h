// SPDX-License-Identifier: GPL-3.0-or-later
// Makes spreadsheets part by part, also such as no program would write.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace wespol::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP file of these parts.
void write_zip(const std::filesystem::path& path, const Parts& parts);

/// The parts of a workbook of one sheet, "Arkusz1", with this content of <worksheet>. Styles 0 to 2
/// are: general, a date that every spreadsheet knows, "d mmmm yyyy".
Parts workbook(const std::string& worksheet, const std::string& shared_texts = "");

/// Of several sheets, "Arkusz1", "Arkusz2" …
Parts workbook_of(const std::vector<std::string>& worksheets, const std::string& shared_texts = "");

}  // namespace wespol::test
