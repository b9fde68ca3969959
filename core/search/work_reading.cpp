// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/work_reading.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wespol {
namespace {

constexpr std::string_view kWork = "reintegracja_zawodowa";

const QueryConcept* named(const QueryClause& clause) {
    return clause.excluded ? nullptr : std::get_if<QueryConcept>(&clause.what);
}

bool is_work(const ConceptCode& each) {
    return each.field == FieldId::industry && each.code == kWork;
}

void add_groups(const std::vector<ConceptCode>& from, std::vector<std::string>& groups) {
    for (const ConceptCode& each : from)
        if (each.field == FieldId::target_group) groups.push_back(each.code);
}

/// "niepełnosprawnych" in "praca dla niepełnosprawnych", all of which names the work.
void add_groups_inside(const QueryConcept& work, const ConceptFinder& finder,
                       std::vector<std::string>& groups) {
    std::vector<Lemmas> words;
    for (const QueryWord& word : work.words)
        words.push_back(forms_to_look_up(word.lemmas, word.surface));
    for (std::size_t begin = 1; begin < words.size(); ++begin)
        for (const FoundConcepts& found :
             finder.find({words.begin() + static_cast<std::ptrdiff_t>(begin), words.end()}))
            add_groups(found.concepts, groups);
}

std::vector<ConceptCode> forms_for(const std::vector<std::string>& groups,
                                   const References& references) {
    std::vector<ConceptCode> forms;
    for (const Concept& form : references.legal_form.concepts()) {
        const bool is_for_one =
            std::any_of(groups.begin(), groups.end(), [&](const std::string& group) {
                const auto broader = references.target_group.with_broader(group);
                return std::any_of(
                    form.work_for.begin(), form.work_for.end(), [&](const std::string& each) {
                        return std::find(broader.begin(), broader.end(), each) != broader.end();
                    });
            });
        if (is_for_one) forms.push_back({FieldId::legal_form, form.code});
    }
    return forms;
}

}  // namespace

QueryTree with_workplaces(QueryTree tree, const References& references,
                          const ConceptFinder& finder) {
    std::vector<std::string> groups;
    std::vector<bool> is_part(tree.clauses.size());
    bool names_work = false;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        const QueryConcept* each = named(tree.clauses[i]);
        if (each == nullptr) continue;
        const std::size_t before = groups.size();
        add_groups(each->concepts, groups);
        is_part[i] = groups.size() > before;
        if (std::none_of(each->concepts.begin(), each->concepts.end(), is_work)) continue;
        names_work = is_part[i] = true;
        add_groups_inside(*each, finder, groups);
    }
    if (!names_work) return tree;
    std::vector<ConceptCode> meant = forms_for(groups, references);
    if (meant.empty()) return tree;
    meant.push_back({FieldId::industry, std::string(kWork)});

    QueryTree read{{}, tree.whole_text_folded};
    std::string written;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i)
        if (is_part[i]) written += (written.empty() ? "" : " ") + tree.clauses[i].written;
    const auto first = std::find(is_part.begin(), is_part.end(), true) - is_part.begin();
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        if (!is_part[i])
            read.clauses.push_back(std::move(tree.clauses[i]));
        else if (i == static_cast<std::size_t>(first))
            read.clauses.push_back({QueryConcept{{}, std::move(meant), {}}, false,
                                    std::move(written), tree.clauses[i].is_alternative});
    }
    return read;
}

}  // namespace wespol
