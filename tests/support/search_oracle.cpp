// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/search_oracle.h"

#include "core/catalogue/certificate_state.h"
#include "core/index/abbreviation_expander.h"
#include "core/index/initials.h"

#include <algorithm>
#include <ranges>

namespace wespol::test {
namespace {

std::vector<std::string> with_broader(const Vocabulary& vocabulary,
                                      const std::vector<std::string>& codes) {
    std::set<std::string> all;
    for (const std::string& code : codes)
        for (const Concept* concept_ = vocabulary.find(code); concept_ != nullptr;
             concept_ = concept_->broader ? vocabulary.find(*concept_->broader) : nullptr)
            all.insert(concept_->code);
    return {all.begin(), all.end()};
}

std::vector<std::string> one(const std::optional<std::string>& code) {
    return code ? std::vector<std::string>{*code} : std::vector<std::string>{};
}

template <class Record>
auto belonging(const std::multimap<std::string_view, const Record*>& records,
               const Entity& entity) {
    const auto [first, last] = records.equal_range(entity.id);
    return std::ranges::subrange(first, last);
}

}  // namespace

SearchOracle::SearchOracle(const Catalogue& catalogue, const Analyzer& analyzer)
    : catalogue_(catalogue), analyzer_(analyzer) {
    for (const Certificate& each : catalogue.certificates)
        if (each.holder) certificates_.emplace(*each.holder, &each);
    for (const Product& each : catalogue.products)
        if (each.maker) products_.emplace(*each.maker, &each);
    const AbbreviationExpander abbreviations(catalogue.references.abbreviations, analyzer);
    for (const Entity& entity : catalogue.entities) {
        std::set<std::string>& words = words_[entity.id];
        const auto add = [&](const std::vector<std::string>& more) {
            words.insert(more.begin(), more.end());
        };
        for (const std::string& text : searched_texts(entity)) {
            const std::vector<AnalyzedWord> analyzed = analyzer.analyze(text);
            for (const AnalyzedWord& word : analyzed) {
                words.insert(word.surface);
                add(word.lemmas);
            }
            const OtherWriting other = abbreviations.other_writing(analyzed);
            add(other.surfaces);
            add(other.lemmas);
        }
        add(initials_of(entity.name, analyzer));
    }
}

std::vector<std::string> SearchOracle::searched_texts(const Entity& entity) const {
    const References& references = catalogue_.references;
    std::vector<std::string> texts{entity.name,
                                   references.legal_form.label(entity.legal_form, Language::pl)};
    const auto add = [&](const std::optional<std::string>& text) {
        if (text) texts.push_back(*text);
    };
    const auto add_all = [&](const std::vector<std::string>& more) {
        texts.insert(texts.end(), more.begin(), more.end());
    };
    add(entity.short_name);
    add_all(entity.aliases);
    for (const std::string& code : entity.industries)
        texts.push_back(references.industry.label(code, Language::pl));
    add_all(entity.industry_words);
    add_all(entity.offer);
    add_all(entity.target_group_words);
    add(entity.description);
    add(entity.operator_name);
    add(entity.town);
    if (entity.municipality)
        texts.push_back(references.region.municipality(*entity.municipality)->name);
    if (entity.county) texts.push_back(references.region.county(*entity.county)->name);
    for (const auto& [holder, certificate] : belonging(certificates_, entity)) {
        add(certificate->subject);
        add(certificate->industry);
        add(certificate->offer_at_grant);
    }
    for (const auto& [maker, product] : belonging(products_, entity)) {
        texts.push_back(product->name);
        add_all(product->aliases);
    }
    for (const Brand& brand : references.brands) {
        const bool makes_it =
            std::any_of(brand.makers.begin(), brand.makers.end(),
                        [&](const BrandMaker& maker) { return maker.entity == entity.id; });
        if (makes_it) texts.push_back(references.brand.label(brand.code, Language::pl));
    }
    return texts;
}

std::vector<std::string> SearchOracle::values(const Entity& entity, FieldId field, Day day) const {
    const References& references = catalogue_.references;
    switch (field) {
        case FieldId::industry:
            return with_broader(references.industry, entity.industries);
        case FieldId::legal_form:
            return {entity.legal_form};
        case FieldId::target_group:
            return with_broader(references.target_group, entity.target_groups);
        case FieldId::county:
            return one(entity.county);
        case FieldId::municipality:
            return one(entity.municipality);
        case FieldId::subregion:
            return one(entity.subregion);
        case FieldId::activity:
            return {entity.activity.value_or("nieznana")};
        case FieldId::certificate_state: {
            std::vector<Validity> held;
            for (const auto& [holder, certificate] : belonging(certificates_, entity))
                held.push_back(validity(*certificate));
            const CertificateState state = state_on(held, day);
            if (state == CertificateState::expiring) return {"wygasa", "wazny"};
            return {std::string(code(state))};
        }
        case FieldId::status: {
            std::set<std::string> held;
            for (const EntityStatus& status : entity.statuses) {
                // The list by the former rules was kept until the end of 2023.
                const Day last_by_former_rules{std::chrono::year{2023} / 12 / 31};
                if (status.status == "ps_owes" && day > last_by_former_rules) continue;
                // From the last day it may have begun on to the first it may have ended on.
                const std::optional<PartialDate>& known = status.from ? status.from : status.as_of;
                if (!known || !known->latest() || day < *known->latest()) continue;
                if (status.until && (!status.until->earliest() || *status.until->earliest() < day))
                    continue;
                held.insert(status.status);
            }
            return {held.begin(), held.end()};
        }
        case FieldId::brand: {
            std::set<std::string> brands;
            for (const auto& [maker, product] : belonging(products_, entity))
                brands.insert(product->brand);
            for (const Brand& brand : references.brands)
                for (const BrandMaker& maker : brand.makers)
                    if (maker.entity == entity.id) brands.insert(brand.code);
            return {brands.begin(), brands.end()};
        }
        default:
            return {};
    }
}

bool SearchOracle::accepts(const Entity& entity, FieldId field,
                           const std::vector<std::string>& chosen, Day day) const {
    const std::vector<std::string> has = values(entity, field, day);
    return std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) {
        return std::find(has.begin(), has.end(), code) != has.end();
    });
}

std::set<std::string> SearchOracle::find(const SearchRequest& request, Day today) const {
    const Day day = request.as_of.value_or(today);
    const std::vector<AnalyzedWord> words = analyzer_.analyze(request.text);
    std::set<std::string> found;
    for (const Entity& entity : catalogue_.entities) {
        const std::set<std::string>& has = words_.at(entity.id);
        const bool has_words =
            std::all_of(words.begin(), words.end(), [&](const AnalyzedWord& word) {
                return has.count(word.surface) > 0 ||
                       std::any_of(word.lemmas.begin(), word.lemmas.end(),
                                   [&](const std::string& lemma) { return has.count(lemma) > 0; });
            });
        const bool has_values = std::all_of(
            request.filters.begin(), request.filters.end(),
            [&](const auto& filter) { return accepts(entity, filter.first, filter.second, day); });
        const bool is_near =
            !request.near ||
            (entity.location &&
             distance_km(request.near->lat, request.near->lon, entity.location->lat,
                         entity.location->lon) <= request.near->radius_km);
        if (has_words && has_values && is_near) found.insert(entity.id);
    }
    return found;
}

}  // namespace wespol::test
