// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/snippets.h"

#include "core/support/joined.h"

namespace wespol {
namespace {

/// Texts of a record, the one to show when nothing matches first.
using Candidates = std::vector<std::string>;

void add(Candidates& candidates, const std::optional<std::string>& text) {
    if (text && !text->empty()) candidates.push_back(*text);
}

void add(Candidates& candidates, const std::vector<std::string>& texts) {
    if (!texts.empty()) candidates.push_back(joined(texts, ", "));
}

/// The one with the most matches; the first of those with equally many.
HighlightedText best(const Candidates& candidates, const Highlighter& highlighter) {
    if (candidates.empty()) return {};
    const std::string* chosen = &candidates.front();
    std::size_t most = highlighter.count_matches(*chosen);
    for (const std::string& candidate : candidates) {
        const std::size_t matches = highlighter.count_matches(candidate);
        if (matches <= most) continue;
        chosen = &candidate;
        most = matches;
    }
    return highlighter.snippet(*chosen);
}

}  // namespace

HighlightedText snippet_of(const Entity& entity, const Highlighter& highlighter) {
    Candidates candidates;
    add(candidates, entity.description);
    add(candidates, entity.offer);
    add(candidates, entity.industry_words);
    add(candidates, entity.target_group_words);
    add(candidates, entity.aliases);
    add(candidates, entity.operator_name);
    return best(candidates, highlighter);
}

HighlightedText snippet_of(const Product& product, const Highlighter& highlighter) {
    Candidates candidates;
    add(candidates, product.description);
    add(candidates, std::optional(product.name));
    add(candidates, product.aliases);
    return best(candidates, highlighter);
}

HighlightedText snippet_of(const Certificate& certificate, const Highlighter& highlighter) {
    Candidates candidates;
    add(candidates, certificate.subject);
    add(candidates, certificate.offer_at_grant);
    add(candidates, certificate.industry);
    add(candidates, std::optional(certificate.holder_name));
    return best(candidates, highlighter);
}

}  // namespace wespol
