// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/diagnostic.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace wespol {

std::size_t count(const Diagnostics& diagnostics, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic& each) { return each.severity == severity; }));
}

std::string_view label(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "uwaga";
        case Severity::warning:
            return "ostrzeżenie";
        case Severity::error:
            return "błąd";
    }
    return "błąd";
}

std::string place_text(std::string_view file, std::size_t row, std::string_view sheet) {
    std::string text(file);
    if (row > 0) text += fmt::format(":{}", row);
    if (!sheet.empty()) text += fmt::format(" (arkusz „{}”)", sheet);
    return text;
}

std::string row_text(std::size_t row, std::string_view sheet) {
    return sheet.empty() ? fmt::format("wiersz {}", row)
                         : fmt::format("wiersz {} (arkusz „{}”)", row, sheet);
}

std::string format(const Diagnostic& diagnostic) {
    std::string line = place_text(diagnostic.file, diagnostic.row, diagnostic.sheet);
    line += fmt::format(": {}: {}", label(diagnostic.severity), diagnostic.message);
    if (!diagnostic.field.empty()) line += fmt::format(" [{}]", diagnostic.field);
    if (!diagnostic.value.empty()) line += fmt::format(" „{}”", diagnostic.value);
    if (!diagnostic.advice.empty()) line += fmt::format(" – {}", diagnostic.advice);
    return line;
}

}  // namespace wespol
