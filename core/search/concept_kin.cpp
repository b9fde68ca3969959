// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/concept_kin.h"

#include <algorithm>
#include <variant>

namespace wespol {
namespace {

bool is_related(const Concept& a, const Concept& b) {
    const auto names = [](const Concept& from, const Concept& to) {
        return std::find(from.related.begin(), from.related.end(), to.code) != from.related.end();
    };
    return names(a, b) || names(b, a);
}

std::string family(const Vocabulary& industries, const Concept& named) {
    return industries.with_broader(named.code).back();
}

void add_distinct(std::vector<ConceptCode>& to, const ConceptCode& each) {
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

void add_kin(QueryConcept& named, const Vocabulary& industries) {
    for (const ConceptCode& each : named.concepts) {
        const Concept* of = each.field == FieldId::industry ? industries.find(each.code) : nullptr;
        if (of == nullptr) continue;
        for (const Concept& other : industries.concepts())
            if (is_related(*of, other) && family(industries, *of) == family(industries, other))
                add_distinct(named.kin, {FieldId::industry, other.code});
        if (of->broader) add_distinct(named.kin, {FieldId::industry, *of->broader});
    }
    std::erase_if(named.kin, [&](const ConceptCode& each) {
        return std::find(named.concepts.begin(), named.concepts.end(), each) !=
               named.concepts.end();
    });
}

}  // namespace

KinTree with_kin(QueryTree tree, const Vocabulary& industries) {
    KinTree with{std::move(tree), {}, {}};
    for (QueryClause& clause : with.tree.clauses) {
        auto* named = std::get_if<QueryConcept>(&clause.what);
        if (named == nullptr || clause.excluded) continue;
        add_kin(*named, industries);
        if (named->kin.empty()) continue;
        with.written.push_back(clause.written);
        for (const ConceptCode& each : named->kin)
            add_distinct(with.kin, each);
    }
    return with;
}

}  // namespace wespol
