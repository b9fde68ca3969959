// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_tree.h"

#include "core/support/joined.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

std::string to_string(const QueryWord& word) {
    return fmt::format("word({})", fmt::join(word.lemmas, "|"));
}

std::string to_string(const QueryPhrase& phrase) {
    return fmt::format("phrase({})", fmt::join(phrase.surfaces, " "));
}

std::string to_string(const QueryIdentifier& identifier) {
    return fmt::format("id({})", joined(identifier.readings, "|", [](const Identifier& each) {
                           return fmt::format("{} {}", code(each.kind), each.digits);
                       }));
}

std::string to_string(const QueryConcept& named) {
    const std::string words = joined(named.words, " ", &QueryWord::surface);
    std::string meanings = joined(named.concepts, "|", mention_code);
    for (const ConceptCode& each : named.kin)
        meanings += "|~" + mention_code(each);
    return fmt::format("concept({} = {})", words, meanings);
}

std::string to_string(const QueryAlternatives& alternatives) {
    return fmt::format("any({})", joined(alternatives.choices, " or ",
                                         [](const QueryConcept& each) { return to_string(each); }));
}

/// Null for what cannot be one of several.
std::optional<QueryConcept> as_choice(const QueryClause& clause) {
    if (clause.excluded) return std::nullopt;
    if (const auto* word = std::get_if<QueryWord>(&clause.what))
        return QueryConcept{{*word}, {}, {}};
    if (const auto* named = std::get_if<QueryConcept>(&clause.what)) return *named;
    return std::nullopt;
}

bool add_choice(QueryClause& to, const QueryClause& clause) {
    constexpr std::string_view kOr = " lub ";
    std::optional<QueryConcept> choice = as_choice(clause);
    if (!choice) return false;
    if (auto* known = std::get_if<QueryAlternatives>(&to.what)) {
        if (known->choices.front().concepts.empty() != choice->concepts.empty()) return false;
        known->choices.push_back(std::move(*choice));
        known->written.push_back(clause.written);
    } else {
        std::optional<QueryConcept> first = as_choice(to);
        if (!first || first->concepts.empty() != choice->concepts.empty()) return false;
        to.what = QueryAlternatives{{std::move(*first), std::move(*choice)},
                                    {to.written, clause.written}};
    }
    to.written.append(kOr).append(clause.written);
    return true;
}

}  // namespace

QueryTree with_alternatives(QueryTree tree) {
    std::vector<QueryClause> joined;
    for (QueryClause& clause : tree.clauses)
        if (!clause.is_alternative || joined.empty() || !add_choice(joined.back(), clause))
            joined.push_back(std::move(clause));
    tree.clauses = std::move(joined);
    return tree;
}

bool is_searched_for(const Field& field, const QueryWord& word) {
    const char first = word.surface.empty() ? '0' : word.surface.front();
    return field.id != FieldId::address || first < '0' || first > '9';
}

std::string_view code(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::nip:
            return "nip";
        case IdentifierKind::krs:
            return "krs";
        case IdentifierKind::regon:
            return "regon";
        case IdentifierKind::cpv:
            return "cpv";
        case IdentifierKind::phone:
            return "tel";
    }
    return "";
}

std::string written_without(const QueryTree& tree, const std::vector<std::size_t>& left_out) {
    std::string text;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        if (std::find(left_out.begin(), left_out.end(), i) != left_out.end()) continue;
        text += (text.empty() ? "" : " ") + tree.clauses[i].written;
    }
    return text;
}

std::string to_string(const QueryTree& tree) {
    std::string text;
    for (const QueryClause& clause : tree.clauses) {
        if (!text.empty()) text += ' ';
        if (clause.excluded) text += '-';
        text += std::visit([](const auto& what) { return to_string(what); }, clause.what);
    }
    return text;
}

}  // namespace wespol
