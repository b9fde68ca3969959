// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/stop_words.h"
#include "core/search/page_order.h"
#include "core/search/search_session.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace wespol {
namespace {

/// How many suppliers of a group are shown by name; all of them are one link away.
constexpr int kFirstSuppliers = 6;

bool has(const std::vector<std::string>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

void add_once(std::vector<std::string>& codes, const std::string& code) {
    if (!has(codes, code)) codes.push_back(code);
}

/// The sectors that are bought under the code or its kin, nearest first, else as in the vocabulary.
std::vector<CpvSector> sectors_of(const Vocabulary& industries, std::string_view asked) {
    std::vector<CpvSector> sectors;
    for (const CpvRelation relation : kCpvRelations)
        for (const Concept& industry : industries.concepts()) {
            const bool is_listed = std::ranges::any_of(
                sectors, [&](const CpvSector& each) { return each.industry == industry.code; });
            if (is_listed) continue;
            CpvSector sector{industry.code, relation, {}};
            for (const std::string& each : industry.cpv)
                if (cpv_relation(each, asked) == relation) add_once(sector.by, each);
            if (!sector.by.empty()) sectors.push_back(std::move(sector));
        }
    return sectors;
}

std::vector<std::string> known_above(const Vocabulary& cpv, std::string_view asked) {
    std::vector<std::string> above = cpv_ancestors(asked);
    std::erase_if(above, [&](const std::string& each) { return cpv.find(each) == nullptr; });
    return above;
}

/// Codes of the vocabulary under the one asked for with none between them and it.
std::vector<std::string> nearest_below(const Vocabulary& cpv, std::string_view asked) {
    std::vector<std::string> below;
    for (const Concept& each : cpv.concepts()) {
        if (cpv_relation(each.code, asked) != CpvRelation::narrower) continue;
        const std::vector<std::string> above = cpv_ancestors(each.code);
        const bool is_nearest = std::ranges::none_of(above, [&](const std::string& between) {
            return cpv_relation(between, asked) == CpvRelation::narrower &&
                   cpv.find(between) != nullptr;
        });
        if (is_nearest) below.push_back(each.code);
    }
    std::ranges::sort(below);
    return below;
}

std::vector<Lemmas> meaningful_words(std::string_view text, const Analyzer& analyzer) {
    std::vector<Lemmas> words;
    for (AnalyzedWord& word : analyzer.analyze(text))
        if (!is_stop_word(word.surface) && words.size() < kMaxQueryTerms)
            words.push_back(forms_to_look_up(std::move(word.lemmas), word.token.text));
    return words;
}

/// CPV codes that the words of a query are, not those they exclude.
std::vector<std::string> codes_in(const QueryTree& tree) {
    std::vector<std::string> codes;
    for (const QueryClause& clause : tree.clauses) {
        const auto* number = std::get_if<QueryIdentifier>(&clause.what);
        if (number == nullptr || clause.excluded) continue;
        for (const Identifier& each : number->readings)
            if (each.kind == IdentifierKind::cpv) add_once(codes, each.digits);
    }
    return codes;
}

}  // namespace

CpvCounts Searcher::Session::cpv_counts(const CpvMatches& matches, const DocSet& documents) const {
    const auto count = [&](DocSet some) {
        some &= documents;
        return some.count();
    };
    return {count(matches[CpvRelation::exact]), count(matches[CpvRelation::broader]),
            count(matches[CpvRelation::narrower]), count(matches.mentioned)};
}

std::vector<UnderstoodCpv> Searcher::Session::understood_cpv(const ReadQuery& query,
                                                             const DocSet& results) const {
    std::vector<std::string> codes = codes_in(query.tree());
    if (const auto chosen = query.request().filters.find(FieldId::cpv);
        chosen != query.request().filters.end())
        for (const std::string& each : chosen->second)
            add_once(codes, each);
    std::vector<UnderstoodCpv> understood;
    for (const std::string& each : codes) {
        const Concept* known = snapshot_->references().cpv.find(each);
        understood.push_back({each,
                              known && known->label(language_) != each
                                  ? std::optional(known->label(language_))
                                  : std::nullopt,
                              cpv_counts(matcher_.cpv_matches(each), results)});
    }
    return understood;
}

std::vector<Hit> Searcher::Session::first_by_name(const DocSet& documents, Day day) const {
    SearchRequest page;
    page.as_of = day;
    page.page_size = kFirstSuppliers;
    std::vector<Hit> hits;
    for (const ScoredDocument& each : page_of(read_index(), documents, SortOrder::name, page, {})) {
        hits.push_back(hit(each, page, nullptr));
        hits.back().name = {{hits.back().entity.name, false}};
    }
    return hits;
}

DocSet Searcher::Session::certified_among(const DocSet& documents, Day day) const {
    DocSet certified = nothing();
    documents.for_each([&](DocId document) {
        const CertificateState state = state_on(columns().validities(document), day);
        if (state == CertificateState::valid || state == CertificateState::expiring)
            certified.add(document);
    });
    return certified;
}

CpvOverview Searcher::Session::cpv_overview() const {
    const DocSet& entities = columns().of_type(DocumentType::entity);
    CpvOverview overview;
    overview.generation = snapshot_->generation();
    DocSet any = nothing();
    for (const Concept& each : snapshot_->references().cpv.concepts()) {
        const CpvMatches matches = matcher_.cpv_matches(each.code);
        overview.codes.push_back({each.code, cpv_counts(matches, entities)});
        any |= matches.all();
    }
    std::ranges::sort(overview.codes, {}, &CpvCodeCounts::code);
    any &= entities;
    overview.suppliers = any.count();
    return overview;
}

CpvRecord Searcher::Session::cpv(std::string_view code, std::optional<Day> as_of) const {
    const References& references = snapshot_->references();
    const DocSet& entities = columns().of_type(DocumentType::entity);
    CpvRecord record;
    record.generation = snapshot_->generation();
    record.as_of = as_of.value_or(today_);
    record.code = code;
    record.above = known_above(references.cpv, code);
    for (const std::string& each : nearest_below(references.cpv, code))
        record.below.push_back({each, cpv_counts(matcher_.cpv_matches(each), entities)});
    record.sectors = sectors_of(references.industry, code);

    const CpvMatches matches = matcher_.cpv_matches(record.code);
    DocSet certified = nothing();
    for (const CpvRelation relation : kCpvRelations) {
        DocSet suppliers = matches[relation];
        suppliers &= entities;
        const DocSet with_mark = certified_among(suppliers, record.as_of);
        DocSet mentioned = matches.mentioned;
        mentioned &= suppliers;
        record.groups[static_cast<std::size_t>(relation)] = {
            relation, suppliers.count(), with_mark.count(), mentioned.count(),
            first_by_name(suppliers, record.as_of)};
        certified |= with_mark;
        record.total += suppliers.count();
    }
    record.certified = certified.count();
    record.first_certified = first_by_name(certified, record.as_of);
    return record;
}

std::vector<std::string> Searcher::Session::cpv_named_with(const std::vector<Lemmas>& words) const {
    std::vector<std::string> codes;
    for (const Concept& each : snapshot_->references().cpv.concepts())
        for (const std::string& label : each.labels) {
            const std::vector<Lemmas> named = meaningful_words(label, snapshot_->analyzer());
            const bool has_all = std::ranges::all_of(words, [&](const Lemmas& word) {
                return std::ranges::any_of(
                    named, [&](const Lemmas& other) { return share_a_lemma(word, other); });
            });
            if (has_all && !named.empty()) add_once(codes, each.code);
        }
    std::ranges::sort(codes);
    return codes;
}

CpvFinding Searcher::Session::find_cpv(std::string_view text) const {
    const References& references = snapshot_->references();
    CpvFinding finding{snapshot_->generation(), std::string(text), {}, {}, {}};
    const std::vector<Lemmas> words = meaningful_words(text, snapshot_->analyzer());
    if (words.empty()) return finding;

    for (const FoundConcepts& found : snapshot_->concepts().find(words))
        for (const ConceptCode& each : found.concepts)
            if (each.field == FieldId::industry) add_once(finding.industries, each.code);
    const auto add = [&](const std::string& code) -> CpvFound& {
        const auto known = std::ranges::find(finding.codes, code, &CpvFound::code);
        if (known != finding.codes.end()) return *known;
        return finding.codes.emplace_back(CpvFound{code, false, {}, {}});
    };
    for (const std::string& industry : finding.industries) {
        const std::vector<std::string>& codes = references.industry.find(industry)->cpv;
        if (codes.empty()) finding.without_code.push_back(industry);
        for (const std::string& code : codes)
            add_once(add(code).industries, industry);
    }
    for (const std::string& code : cpv_named_with(words))
        add(code).by_name = true;

    const DocSet& entities = columns().of_type(DocumentType::entity);
    for (CpvFound& each : finding.codes)
        each.suppliers = cpv_counts(matcher_.cpv_matches(each.code), entities);
    return finding;
}

}  // namespace wespol
