// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/remarks.h"

#include <cstddef>

#include <fmt/format.h>

namespace wespol {

void print_remarks(const Diagnostics& diagnostics, std::ostream& remarks) {
    constexpr std::size_t most = 200;
    std::size_t shown = 0;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
        for (const Diagnostic& each : diagnostics)
            if (each.severity == severity && shown++ < most) remarks << format(each) << '\n';
    if (shown > most)
        remarks << fmt::format("… i {} dalszych; wszystkie zapisze build --dry-run --report PLIK\n",
                               shown - most);
}

}  // namespace wespol
