// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "indexer/command/commands.h"
#include "indexer/watching/watcher.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

bool lies_in(const fs::path& inner, const fs::path& outer) {
    const fs::path a = fs::weakly_canonical(inner);
    const fs::path b = fs::weakly_canonical(outer);
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).second == b.end();
}

/// Reports would be taken for sources, or the data for what somebody dropped.
void refuse_overlap(const fs::path& inbox, const fs::path& other, const char* option) {
    if (lies_in(inbox, other) || lies_in(other, inbox))
        throw Error(
            ErrorCode::usage,
            fmt::format("--inbox i {} wskazują na ten sam katalog albo jeden w drugim", option),
            "Skrzynka musi być osobnym katalogiem.");
}

int exit_code(const Watcher::Tally& tally) {
    if (tally.failed > 0) return static_cast<int>(ErrorCode::environment);
    if (tally.rejected > 0) return static_cast<int>(ErrorCode::data_rejected);
    return tally.checked == 0 ? kNothingChanged : kPublished;
}

}  // namespace

int watch(const Options& options, std::ostream& out) {
    if (!fs::is_directory(options.data))
        throw Error(ErrorCode::environment,
                    fmt::format("Nie ma katalogu danych {}", options.data.string()),
                    "Podaj go: --data KATALOG");
    refuse_overlap(options.inbox, options.data, "--data");
    refuse_overlap(options.inbox, options.index, "--index");
    Watcher watcher(options.inbox,
                    {fs::absolute(options.data), fs::absolute(options.index), options.dictionary,
                     options.publishes_clean, options.retention},
                    out);
    if (!options.once) {
        watcher.watch();
        return kPublished;
    }
    const Watcher::Tally tally = watcher.look_once();
    if (tally.checked == 0) out << "W skrzynce nie ma nic nowego.\n";
    return exit_code(tally);
}

}  // namespace wespol
