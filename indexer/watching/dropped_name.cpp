// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/dropped_name.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "indexer/loading/source_files.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace wespol {
namespace {

/// Copying programs, browsers, editors.
constexpr std::array<std::string_view, 9> kPassingEndings{
    "~", ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".new"};
constexpr std::array<std::string_view, 3> kPassingBeginnings{".", "~$", "~"};
constexpr std::array<std::string_view, 2> kPassingNames{"thumbs.db", "desktop.ini"};

bool is_passing(std::string_view name) {
    const std::string lowered = lower(name);
    const auto begins = [&](std::string_view each) { return lowered.starts_with(each); };
    const auto ends = [&](std::string_view each) { return lowered.ends_with(each); };
    return std::ranges::any_of(kPassingBeginnings, begins) ||
           std::ranges::any_of(kPassingEndings, ends) ||
           std::ranges::find(kPassingNames, lowered) != kPassingNames.end() || ends(kPageEnding) ||
           ends(kJsonEnding) || ends(kTextEnding) ||
           lowered.find(kPreviousEnding) != std::string::npos;
}

}  // namespace

DroppedName read_dropped_name(std::string_view name) {
    if (is_passing(name)) return {DroppedKind::passing, "", ""};
    if (clean_utf8(name) != name)
        return {DroppedKind::strange, "w nazwie pliku są niedozwolone znaki",
                "Nazwij go literami, cyframi i łącznikami."};
    if (name.size() > kLongestListName)
        return {DroppedKind::strange, "nazwa pliku jest za długa", "Skróć ją."};
    if (!source_of(std::filesystem::path(name))) {
        NameProblem problem = problem_of_name(std::filesystem::path(name));
        char& first = problem.advice.front();  // of ASCII: a verb of ours
        first = ascii_upper(first);
        return {DroppedKind::strange, std::move(problem.message), problem.advice + "."};
    }
    return {DroppedKind::list, "", ""};
}

}  // namespace wespol
