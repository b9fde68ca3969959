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

std::string format(const Diagnostic& diagnostic) {
    std::string line = diagnostic.file;
    if (diagnostic.row > 0) line += fmt::format(":{}", diagnostic.row);
    if (!diagnostic.sheet.empty()) line += fmt::format(" (arkusz „{}”)", diagnostic.sheet);
    line += fmt::format(": {}: {}", label(diagnostic.severity), diagnostic.message);
    if (!diagnostic.field.empty()) line += fmt::format(" [{}]", diagnostic.field);
    if (!diagnostic.value.empty()) line += fmt::format(" „{}”", diagnostic.value);
    if (!diagnostic.advice.empty()) line += fmt::format(" – {}", diagnostic.advice);
    return line;
}

}  // namespace wespol
