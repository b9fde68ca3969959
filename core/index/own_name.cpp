// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/own_name.h"

#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace wespol {
namespace {

/// Shorter ones are initials or numbers, which more than one organisation has.
constexpr std::size_t kMinOwnName = 4;

std::optional<std::string> without(std::string_view name, std::string_view form) {
    if (form.empty() || name.size() <= form.size() + 1) return std::nullopt;
    if (name.starts_with(form) && name[form.size()] == ' ')
        return std::string(name.substr(form.size() + 1));
    const std::size_t rest = name.size() - form.size();
    if (name.ends_with(form) && name[rest - 1] == ' ') return std::string(name.substr(0, rest - 1));
    return std::nullopt;
}

bool says_something(std::string_view rest, const Region& region) {
    if (rest.size() < kMinOwnName || is_stop_word(rest.substr(0, rest.find(' ')))) return false;
    return region.localities_named(rest).empty();
}

}  // namespace

std::optional<std::string> own_name(const Entity& entity, const References& references) {
    const Concept* form = references.legal_form.find(entity.legal_form);
    if (form == nullptr) return std::nullopt;
    const auto polish = index_of(Language::pl);
    std::vector<std::string> written = form->synonyms[polish];
    written.push_back(form->labels[polish]);

    const std::string name = fold_words(entity.name);
    std::optional<std::string> shortest;
    for (const std::string& each : written) {
        std::optional<std::string> rest = without(name, fold_words(each));
        if (!rest || (shortest && rest->size() >= shortest->size())) continue;
        shortest = std::move(rest);
    }
    if (!shortest || !says_something(*shortest, references.region)) return std::nullopt;
    return shortest;
}

}  // namespace wespol
