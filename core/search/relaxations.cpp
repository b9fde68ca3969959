// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/relaxations.h"

#include "core/catalogue/cpv_code.h"
#include "core/search/facet_labels.h"
#include "core/search/relaxation_labels.h"
#include "core/support/joined.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>
#include <utility>

namespace wespol {
namespace {

constexpr std::array kPlaceFilters{FieldId::county, FieldId::municipality, FieldId::subregion};
/// Documents carry the broader codes of these.
constexpr std::array kFieldsWithBroader{FieldId::industry, FieldId::target_group};

bool has_conditions(const SearchRequest& request) {
    return request.near || !request.filters.empty();
}

SearchRequest without_place(SearchRequest request) {
    request.near.reset();
    request.radius_km.reset();
    if (request.sort == SortOrder::distance) request.sort.reset();
    for (const FieldId field : kPlaceFilters)
        request.filters.erase(field);
    return request;
}

SearchRequest without_filter(SearchRequest request, FieldId field) {
    request.filters.erase(field);
    return request;
}

/// One call of relaxations.
class Finder {
  public:
    explicit Finder(const CountedSearch& search)
        : search_(search), request_(search.request), labels_(search.language) {
        request_.page = 1;
    }

    std::vector<Relaxation> find() {
        constexpr std::array kSteps{
            &Finder::widen_to_subregion, &Finder::widen_radius,      &Finder::ease_certificate,
            &Finder::drop_each_filter,   &Finder::drop_words,        &Finder::drop_quotes,
            &Finder::offer_related,      &Finder::broaden_concepts,  &Finder::broaden_cpv,
            &Finder::search_any,         &Finder::search_everywhere, &Finder::search_words_only,
            &Finder::search_one_word,    &Finder::search_catalogue};
        for (const auto step : kSteps)
            (this->*step)();
        return std::move(offered_);
    }

  private:
    bool is_full() const { return offered_.size() >= kMaxRelaxations; }

    /// The total of the request when it was worth a link, else 0. Each request is tried once.
    std::size_t offer(std::string label, SearchRequest request) {
        if (is_full()) return 0;
        request = search_.counter.settled(std::move(request));
        if (!addresses_.insert(canonical_query(request)).second) return 0;
        const std::optional<std::size_t> total = search_.counter.total(request);
        return total ? add(std::move(label), std::move(request), *total) : 0;
    }

    std::size_t add(std::string label, SearchRequest request, std::size_t total) {
        if (total <= search_.total) return 0;
        offered_.push_back({std::move(label), std::move(request), total});
        return total;
    }

    /// Of the place, or of the counties and municipalities chosen if all lie in one.
    const Subregion* subregion_around() const {
        const Region& region = search_.references.region;
        if (request_.near) return region.subregion_at(request_.near->lat, request_.near->lon);
        std::set<std::string> counties;
        if (const auto chosen = request_.filters.find(FieldId::county);
            chosen != request_.filters.end())
            counties.insert(chosen->second.begin(), chosen->second.end());
        if (const auto chosen = request_.filters.find(FieldId::municipality);
            chosen != request_.filters.end())
            for (const std::string& code : chosen->second)
                if (const Municipality* each = region.municipality(code))
                    counties.insert(each->county);
        std::set<std::string> subregions;
        for (const std::string& code : counties)
            if (const County* county = region.county(code)) subregions.insert(county->subregion);
        return subregions.size() == 1 ? region.subregion(*subregions.begin()) : nullptr;
    }

    void widen_to_subregion() {
        if (request_.filters.contains(FieldId::subregion)) return;
        if (const Subregion* subregion = subregion_around())
            offer(labels_.whole_subregion(*subregion),
                  without_place(request_).with(FieldId::subregion, subregion->code));
    }

    void widen_radius() {
        if (!request_.near) return;
        for (const double radius : kWiderRadiiKm) {
            if (radius <= request_.near->radius_km) continue;
            SearchRequest wider = request_;
            wider.near->radius_km = radius;
            if (offer(labels_.within(radius), std::move(wider)) > 0) return;
        }
    }

    void ease_certificate() {
        if (!request_.filters.contains(FieldId::certificate_state)) return;
        const auto asks_for = [&](CertificateState state) {
            return request_.is_selected(FieldId::certificate_state, code(state));
        };
        const SearchRequest any = without_filter(request_, FieldId::certificate_state);
        if (asks_for(CertificateState::valid) || asks_for(CertificateState::expiring))
            offer(
                labels_.expired_certificate(),
                any.with(FieldId::certificate_state, std::string(code(CertificateState::expired))));
        offer(labels_.any_certificate(), any);
    }

    /// The one that adds least first: it is nearest to what was asked.
    void drop_each_filter() {
        std::vector<std::pair<std::size_t, FieldId>> gains;
        for (std::size_t i = 0; i < search_.selections.size(); ++i) {
            const FieldId field = search_.selections[i].field;
            const std::size_t gained = search_.counts.refused_by_this_only[i];
            if (field != FieldId::certificate_state && gained > 0)
                gains.emplace_back(gained, field);
        }
        std::sort(gains.begin(), gains.end());
        for (const auto& [gained, field] : gains)
            offer_without_filter(field, search_.total + gained);
        if (request_.filters.contains(FieldId::cpv))
            offer(without_filter_label(FieldId::cpv), without_filter(request_, FieldId::cpv));
    }

    /// Its total is known from the counts of the facets.
    void offer_without_filter(FieldId field, std::size_t total) {
        if (search_.is_of_kin) {
            offer(without_filter_label(field), without_filter(request_, field));
            return;
        }
        if (is_full()) return;
        SearchRequest relaxed = search_.counter.settled(without_filter(request_, field));
        if (addresses_.insert(canonical_query(relaxed)).second)
            add(without_filter_label(field), std::move(relaxed), total);
    }

    std::string without_filter_label(FieldId field) const {
        const std::vector<std::string>& chosen = request_.filters.at(field);
        const std::string facet =
            field == FieldId::cpv ? "CPV" : facet_label(field, search_.language);
        return labels_.without_filter(
            facet, chosen.size() > 1
                       ? ""
                       : value_label(search_.references, field, chosen.front(), search_.language));
    }

    /// Null when nothing worth searching for would be left, or it would not fit.
    std::optional<SearchRequest> without_words(const std::vector<std::size_t>& left_out) const {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        bool something_is_asked = has_conditions(request_);
        for (std::size_t i = 0; i < clauses.size(); ++i)
            if (!clauses[i].excluded &&
                std::find(left_out.begin(), left_out.end(), i) == left_out.end())
                something_is_asked = true;
        SearchRequest relaxed = request_;
        relaxed.text = written_without(search_.tree, left_out);
        if (!something_is_asked || relaxed.text.size() > kMaxQueryBytes) return std::nullopt;
        return relaxed;
    }

    std::size_t offer_without(const std::vector<std::size_t>& left_out) {
        std::optional<SearchRequest> relaxed = without_words(left_out);
        if (!relaxed) return 0;
        std::vector<QueryClause> clauses;
        clauses.reserve(left_out.size());
        for (const std::size_t i : left_out)
            clauses.push_back(search_.tree.clauses[i]);
        return offer(labels_.without(clauses), std::move(*relaxed));
    }

    /// The two rarest that are worth it; where no single one is, the rarest together.
    void drop_words() {
        constexpr std::size_t kMostOffered = 2;
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (clauses.size() > kMaxClausesWeighed) return;
        std::vector<std::pair<std::size_t, std::size_t>> by_rarity;
        for (std::size_t i = 0; i < clauses.size(); ++i)
            by_rarity.emplace_back(search_.counter.let_through(clauses[i]), i);
        std::sort(by_rarity.begin(), by_rarity.end());

        std::size_t offered = 0;
        for (const auto& [count, i] : by_rarity)
            if (offered < kMostOffered && offer_without({i}) > 0) ++offered;
        std::vector<std::size_t> left_out;
        for (const auto& [count, i] : by_rarity) {
            if (offered > 0 || is_full()) return;
            left_out.push_back(i);
            if (left_out.size() > 1 && offer_without(left_out) > 0) return;
        }
    }

    /// "mleczny bar" in quotes finds these words in this order only.
    void drop_quotes() {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (clauses.size() > kMaxClausesWeighed) return;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            if (clauses[i].excluded || !std::holds_alternative<QueryPhrase>(clauses[i].what))
                continue;
            SearchRequest unquoted = request_;
            unquoted.text.clear();
            for (std::size_t each = 0; each < clauses.size(); ++each) {
                std::string written = clauses[each].written;
                if (each == i) std::erase(written, '"');
                unquoted.text += (unquoted.text.empty() ? "" : " ") + written;
            }
            offer(labels_.unquoted(clauses[i]), std::move(unquoted));
        }
    }

    /// Things that nobody does both.
    void search_any() {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (search_.total > 0 || clauses.size() < 2 || clauses.size() > kMaxClausesWeighed) return;
        const bool all_are_concepts =
            std::all_of(clauses.begin(), clauses.end(), [](const QueryClause& each) {
                return !each.excluded && std::holds_alternative<QueryConcept>(each.what);
            });
        if (!all_are_concepts) return;
        SearchRequest any = request_;
        any.text = joined(clauses, " lub ", &QueryClause::written);
        if (any.text.size() <= kMaxQueryBytes) offer(labels_.any_of(clauses), std::move(any));
    }

    const Concept* broader_than(FieldId field, const std::string& code) const {
        const Vocabulary* vocabulary = vocabulary_of(search_.references, field);
        const Concept* found = vocabulary ? vocabulary->find(code) : nullptr;
        return found && found->broader ? vocabulary->find(*found->broader) : nullptr;
    }

    void broaden_concepts() {
        for (const FieldId field : kFieldsWithBroader) {
            const auto chosen = request_.filters.find(field);
            if (chosen == request_.filters.end())
                broaden_words(field);
            else if (chosen->second.size() == 1)
                if (const Concept* broader = broader_than(field, chosen->second.front()))
                    offer(labels_.broader(field, broader->label(search_.language)),
                          without_filter(request_, field).with(field, broader->code));
        }
    }

    /// The filter by the broader concept stands for the words.
    void broaden_words(FieldId field) {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (clauses.size() > kMaxClausesWeighed) return;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const auto* named = std::get_if<QueryConcept>(&clauses[i].what);
            if (!named) continue;
            for (const ConceptCode& each : named->concepts) {
                const Concept* broader =
                    each.field == field ? broader_than(field, each.code) : nullptr;
                if (!broader) continue;
                SearchRequest relaxed = request_.with(field, broader->code);
                relaxed.text = written_without(search_.tree, {i});
                if (relaxed.text.size() <= kMaxQueryBytes)
                    offer(labels_.broader(field, broader->label(search_.language)),
                          std::move(relaxed));
            }
        }
    }

    /// What is near to a sector that nobody is in: "pomoc domowa" → care services. Two, so that
    /// the broader one has a place too.
    void offer_related() {
        constexpr std::size_t kMostOffered = 2;
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (request_.filters.contains(FieldId::industry) || clauses.size() > kMaxClausesWeighed)
            return;
        std::size_t offered = 0;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const auto* named = std::get_if<QueryConcept>(&clauses[i].what);
            if (!named || clauses[i].excluded || search_.counter.let_through(clauses[i]) > 0)
                continue;
            for (const ConceptCode& each : named->concepts) {
                const Concept* sector = each.field == FieldId::industry
                                            ? search_.references.industry.find(each.code)
                                            : nullptr;
                if (!sector) continue;
                for (const std::string& code : sector->related)
                    if (offered < kMostOffered && offer_instead(i, code) > 0) ++offered;
            }
        }
    }

    /// The filter by another sector stands for the words.
    std::size_t offer_instead(std::size_t clause, const std::string& sector) {
        SearchRequest relaxed = request_.with(FieldId::industry, sector);
        relaxed.text = written_without(search_.tree, {clause});
        return offer(labels_.related(value_label(search_.references, FieldId::industry, sector,
                                                 search_.language)),
                     std::move(relaxed));
    }

    /// The nearest code above one that nobody has, where somebody has something under it.
    void broaden_cpv() {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (search_.total > 0 || clauses.size() > kMaxClausesWeighed) return;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const auto* number = std::get_if<QueryIdentifier>(&clauses[i].what);
            if (!number || clauses[i].excluded ||
                number->readings.front().kind != IdentifierKind::cpv)
                continue;
            std::vector<std::string> above = cpv_ancestors(number->readings.front().digits);
            const std::string others = written_without(search_.tree, {i});
            while (!above.empty()) {
                SearchRequest relaxed = request_;
                relaxed.text = others + (others.empty() ? "" : " ") + above.back();
                if (offer(labels_.broader_cpv(above.back()), std::move(relaxed)) > 0) return;
                above.pop_back();
            }
        }
    }

    void search_everywhere() {
        SearchRequest everywhere = without_place(request_);
        if (everywhere.near.has_value() != request_.near.has_value() ||
            everywhere.filters != request_.filters)
            offer(labels_.whole_region(), std::move(everywhere));
    }

    void search_words_only() {
        if (request_.text.empty() || !has_conditions(request_)) return;
        SearchRequest plain = without_place(request_);
        plain.filters.clear();
        offer(labels_.no_filters(), std::move(plain));
    }

    /// Words that never meet, each alone and without any condition; also those of a concept that
    /// nobody does: "wynajem sali na wesele".
    void search_one_word() {
        const std::vector<QueryClause>& clauses = search_.tree.clauses;
        if (!offered_.empty() || clauses.size() > kMaxClausesWeighed) return;
        for (const QueryClause& clause : clauses) {
            if (clause.excluded) continue;
            SearchRequest alone = without_place(request_);
            alone.filters.clear();
            alone.text = clause.written;
            offer(labels_.only(clause), alone);
            const auto* named = std::get_if<QueryConcept>(&clause.what);
            if (named && named->words.size() > 1) search_each_word(alone);
        }
    }

    void search_each_word(SearchRequest alone) {
        const std::string written = std::exchange(alone.text, {});
        for (std::size_t at = 0; at < written.size();) {
            const std::size_t end = std::min(written.find(' ', at), written.size());
            alone.text = written.substr(at, end - at);
            offer(labels_.only(alone.text), alone);
            at = end + 1;
        }
    }

    /// The last resort: never a page that leads nowhere.
    void search_catalogue() {
        if (!offered_.empty() || search_.total > 0) return;
        SearchRequest catalogue;
        catalogue.as_of = request_.as_of;
        offer(labels_.whole_catalogue(), std::move(catalogue));
    }

    const CountedSearch& search_;
    SearchRequest request_;  ///< the one made, on its first page
    RelaxationLabels labels_;
    std::vector<Relaxation> offered_;
    std::set<std::string> addresses_;
};

}  // namespace

std::vector<Relaxation> relaxations(const CountedSearch& search) {
    if (search.total >= kFewResults) return {};
    return Finder(search).find();
}

}  // namespace wespol
