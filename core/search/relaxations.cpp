// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/relaxations.h"

#include "core/search/facet_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

// By Language.
constexpr std::array<std::string_view, 3> kWithoutFilter{
    "Bez filtra „{}”", "Without the filter “{}”", "Без фільтра «{}»"};
constexpr std::array<std::string_view, 3> kAnywhere{"W całym regionie", "In the whole region",
                                                    "У всьому регіоні"};

constexpr std::array<std::string_view, 3> kWordsOnly{"Bez żadnych filtrów", "Without any filters",
                                                     "Без жодних фільтрів"};

constexpr std::array<std::string_view, 3> kDidYouMean{
    "Czy chodziło o „{}”?", "Did you mean “{}”?", "Можливо, ви мали на увазі «{}»?"};

SearchRequest without_filter(const SearchRequest& request, FieldId field) {
    SearchRequest relaxed = request;
    relaxed.filters.erase(field);
    relaxed.page = 1;
    return relaxed;
}

SearchRequest without_place(const SearchRequest& request) {
    SearchRequest relaxed = request;
    relaxed.near.reset();
    if (relaxed.sort == SortOrder::distance) relaxed.sort.reset();
    relaxed.page = 1;
    return relaxed;
}

SearchRequest words_only(const SearchRequest& request) {
    SearchRequest relaxed = without_place(request);
    relaxed.filters.clear();
    return relaxed;
}

/// Conditions that only together leave nothing: no single one is worth dropping, all of them are.
void offer_words_only(const CountedSearch& search, std::vector<Relaxation>& offered) {
    const bool has_conditions = search.request.near || !search.request.filters.empty();
    if (!offered.empty() || !has_conditions) return;
    const std::size_t total = search.matching_words.count();
    if (total > search.total)
        offered.push_back(
            {.label = std::string(kWordsOnly[static_cast<std::size_t>(search.language)]),
             .request = words_only(search.request),
             .total = total});
}

}  // namespace

std::vector<Relaxation> relaxations(const CountedSearch& search) {
    std::vector<Relaxation> offered;
    if (search.total >= kFewResults) return offered;
    const auto language = static_cast<std::size_t>(search.language);

    for (std::size_t index = 0; index < search.selections.size(); ++index) {
        const std::size_t gained = search.counts.refused_by_this_only[index];
        if (gained == 0) continue;
        const FieldId field = search.selections[index].field;
        offered.push_back({.label = fmt::format(fmt::runtime(kWithoutFilter[language]),
                                                facet_label(field, search.language)),
                           .request = without_filter(search.request, field),
                           .total = search.total + gained});
    }
    if (search.request.near) {
        const std::size_t total =
            count_facets(search.anywhere, search.selections, search.last_document).accepted.count();
        if (total > search.total)
            offered.push_back({.label = std::string(kAnywhere[language]),
                               .request = without_place(search.request),
                               .total = total});
    }
    offer_words_only(search, offered);
    std::stable_sort(offered.begin(), offered.end(),
                     [](const Relaxation& a, const Relaxation& b) { return a.total < b.total; });
    if (offered.size() > kMaxRelaxations) offered.resize(kMaxRelaxations);
    return offered;
}

std::string did_you_mean(std::string_view text, Language language) {
    return fmt::format(fmt::runtime(kDidYouMean[static_cast<std::size_t>(language)]), text);
}

}  // namespace wespol
