// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the files in a generation, beside manifest.json.
#pragma once

namespace wespol {

inline constexpr const char* kDatabaseFile = "entities";  ///< Xapian, one sealed file
inline constexpr const char* kReferencesFile =
    "references.json";  ///< vocabularies, region, brands …
inline constexpr const char* kCompletionsFile = "completions";  ///< see completion_table.h
inline constexpr const char* kReportFile = "report.json";       ///< for the office's programs
inline constexpr const char* kReportPageFile = "report.html";   ///< for the office's people
inline constexpr const char* kQualityFile = "quality.json";     ///< figures for everyone

}  // namespace wespol
