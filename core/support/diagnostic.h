// SPDX-License-Identifier: GPL-3.0-or-later
// A note about one record of a source, for the office that keeps the file: where, what, what to do.
// Collected, counted and reported; never thrown. Not thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class Severity {
    note,     ///< nothing was changed
    warning,  ///< a value was left out or normalised
    error     ///< the record was left out
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;     ///< as the office knows it, e.g. "sources/entities.jsonl"
    std::size_t row = 0;  ///< from 1, as an editor shows it; 0 = the whole file
    std::string field;    ///< may be empty
    std::string value;    ///< the offending value, cut to 80 characters
    std::string message;  ///< what is wrong, in Polish
    std::string advice;   ///< what to do, in Polish; may be empty
    std::string sheet{};  ///< of a spreadsheet; empty elsewhere
};

using Diagnostics = std::vector<Diagnostic>;

std::size_t count(const Diagnostics& diagnostics, Severity severity);

/// "sources/entities.jsonl:17", "lista.xlsx:17 (arkusz „2024”)"; the whole file where `row` is 0.
std::string place_text(std::string_view file, std::size_t row, std::string_view sheet);

/// Within a file: "wiersz 17", "wiersz 17 (arkusz „2024”)".
std::string row_text(std::size_t row, std::string_view sheet);

/// "sources/entities.jsonl:17: błąd: …", "lista.xlsx:17 (arkusz „2024”): …", one line.
std::string format(const Diagnostic& diagnostic);

/// "błąd", "ostrzeżenie", "uwaga".
std::string_view label(Severity severity);

}  // namespace wespol
