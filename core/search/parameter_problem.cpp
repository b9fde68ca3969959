// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/parameter_problem.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/support/ascii.h"

#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kMaxShownBytes = 80;

}  // namespace

ParameterProblem parameter_problem(std::string_view parameter, std::string_view value,
                                   Wording message, Wording allowed) {
    std::string shown = clean_utf8(cut_at_code_point(value, kMaxShownBytes));
    if (value.size() > kMaxShownBytes) shown += "…";
    return {std::string(parameter), std::move(shown), std::move(message), std::move(allowed)};
}

std::optional<std::string> single_value(const Parameters& parameters, std::string_view name,
                                        std::vector<ParameterProblem>& problems) {
    std::optional<std::string> first;
    for (const auto& [key, raw] : parameters) {
        if (key != name) continue;
        std::string value(trimmed(raw));
        if (value.empty() || value == first) continue;
        if (!first)
            first = std::move(value);
        else
            problems.push_back(
                parameter_problem(name, value,
                                  {"Ten parametr można podać tylko raz; liczy się pierwszy.",
                                   "This parameter can be given only once; the first one counts.",
                                   "Цей параметр можна подати лише раз; рахується перший."}));
    }
    return first;
}

}  // namespace wespol
