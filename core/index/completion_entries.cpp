// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/completion_entries.h"

#include "core/analysis/folding.h"
#include "core/index/concept_finder.h"
#include "core/index/own_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kEnded = "zakonczony";
constexpr std::string_view kTown = "miasto";

/// "gmina Rozdrażew"; in the three languages.
constexpr std::array<std::string_view, 3> kMunicipality{"gmina", "gmina", "ґміна"};

void append_part(std::string& text, std::string_view separator, std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += separator;
    text += part;
}

template <class Key>
CompletionEntries ranked(std::vector<std::pair<Key, CompletionEntry>> keyed) {
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    CompletionEntries made;
    made.entries.reserve(keyed.size());
    for (auto& [key, entry] : keyed)
        made.entries.push_back(std::move(entry));
    made.first_minor = made.entries.size();
    return made;
}

// ---- concepts ----------------------------------------------------------------------------------

using Counts = std::map<std::string, std::size_t, std::less<>>;

void count_with_broader(const Vocabulary& vocabulary, const std::vector<std::string>& codes,
                        Counts& counts) {
    std::set<std::string> held;
    for (const std::string& code : codes)
        for (std::string& each : vocabulary.with_broader(code))
            held.insert(std::move(each));
    for (const std::string& code : held)
        ++counts[code];
}

struct ConceptKind {
    FieldId field;
    Vocabulary References::*vocabulary;
    std::vector<std::string> (*codes)(const Entity&);
};

constexpr std::array kConceptKinds{
    ConceptKind{FieldId::industry, &References::industry,
                [](const Entity& entity) { return entity.industries; }},
    ConceptKind{FieldId::legal_form, &References::legal_form,
                [](const Entity& entity) { return std::vector{entity.legal_form}; }},
    ConceptKind{FieldId::target_group, &References::target_group,
                [](const Entity& entity) { return entity.target_groups; }},
};

CompletionEntry concept_entry(FieldId field, const Concept& named) {
    CompletionEntry entry;
    entry.target = mention_code({field, named.code});
    for (const Language language : kLanguages)
        entry.labels.push_back(named.label(language));
    for (const Language language : kLanguages)
        for (const std::string& synonym : named.synonyms[index_of(language)])
            entry.aliases.push_back({synonym, language});
    for (const std::string& code : named.cpv)
        entry.aliases.push_back({code});
    return entry;
}

// ---- places ------------------------------------------------------------------------------------

/// "powiat krotoszyński", "Krotoszyn County".
std::string county_label(const County& county, Language language) {
    const std::string& label = county.labels[index_of(language)];
    if (language != Language::pl && !label.empty()) return label;
    return county.kind == kTown ? county.name : fmt::format("{} {}", county.kind, county.name);
}

std::string place_detail(const Region& region, const Locality& locality, Language language) {
    std::string detail;
    const Municipality* municipality = region.municipality(locality.municipality);
    if (municipality == nullptr) return detail;
    if (municipality->name != locality.name)
        detail = fmt::format("{} {}", kMunicipality[index_of(language)], municipality->name);
    const County* county = region.county(municipality->county);
    if (county != nullptr && county->name != locality.name)
        append_part(detail, ", ", county_label(*county, language));
    return detail;
}

// ---- entities ----------------------------------------------------------------------------------

std::string entity_detail(const References& references, const Entity& entity, Language language) {
    std::string detail = entity.town.value_or("");
    if (entity.activity == kEnded)
        append_part(detail, " · ", references.activity.label(std::string(kEnded), language));
    return detail;
}

}  // namespace

CompletionEntries concept_entries(const Catalogue& catalogue,
                                  const std::set<std::string>& mentioned) {
    using Key = std::tuple<std::ptrdiff_t, std::size_t, std::string>;  // count, kind, code
    std::vector<std::pair<Key, CompletionEntry>> keyed;
    for (std::size_t kind = 0; kind < kConceptKinds.size(); ++kind) {
        const ConceptKind& each = kConceptKinds[kind];
        const Vocabulary& vocabulary = catalogue.references.*each.vocabulary;
        Counts counts;
        for (const Entity& entity : catalogue.entities)
            count_with_broader(vocabulary, each.codes(entity), counts);
        for (const Concept& named : vocabulary.concepts()) {
            const auto count = counts.find(named.code);
            const bool is_held = count != counts.end();
            if (!is_held && !mentioned.contains(mention_code({each.field, named.code}))) continue;
            CompletionEntry entry = concept_entry(each.field, named);
            if (!is_held) entry.target.clear();  // no filter finds it, its label does
            const auto holders = is_held ? static_cast<std::ptrdiff_t>(count->second) : 0;
            keyed.emplace_back(Key{-holders, kind, named.code}, std::move(entry));
        }
    }
    std::map<std::string, std::ptrdiff_t, std::less<>> makers;
    for (const Brand& brand : catalogue.references.brands)
        makers[brand.code] = static_cast<std::ptrdiff_t>(brand.makers.size());
    for (const Concept& brand : catalogue.references.brand.concepts())
        if (makers.contains(brand.code))
            keyed.emplace_back(Key{-makers[brand.code], kConceptKinds.size(), brand.code},
                               concept_entry(FieldId::brand, brand));
    return ranked(std::move(keyed));
}

CompletionEntries place_entries(const Catalogue& catalogue) {
    const Region& region = catalogue.references.region;
    std::map<const Locality*, std::ptrdiff_t> counts;
    for (const Entity& entity : catalogue.entities)
        if (entity.town && entity.municipality)
            if (const Locality* seat = region.locality(*entity.town, *entity.municipality))
                ++counts[seat];

    std::map<std::pair<std::string, std::string>, const PlaceName*> names;
    for (const PlaceName& each : region.place_names())
        names[{each.name, each.municipality}] = &each;
    const auto names_of = [&](const Locality& locality) {
        const auto found = names.find({locality.name, locality.municipality});
        return found == names.end() ? nullptr : found->second;
    };

    std::map<const Locality*, std::vector<std::string>> postal_codes;
    for (const PostalCode& each : region.postal_codes())
        if (const Municipality* around = region.municipality(each.municipality))
            if (const Locality* seat = region.locality(around->name, around->code))
                postal_codes[seat].push_back(each.code);

    using Key = std::tuple<bool, std::ptrdiff_t, std::string, std::string>;
    std::vector<std::pair<Key, CompletionEntry>> keyed;
    std::size_t towns = 0;
    for (const Locality& locality : region.localities()) {
        const bool is_town = locality.kind == kTown;
        towns += is_town ? 1 : 0;
        CompletionEntry entry;
        entry.target = unmistakable_name(region, locality);
        entry.labels = {locality.name};
        if (const PlaceName* known = names_of(locality))
            for (const std::string& ukrainian : known->ukrainian)
                entry.aliases.push_back({ukrainian, Language::uk});
        if (const auto codes = postal_codes.find(&locality); codes != postal_codes.end())
            for (const std::string& code : codes->second)
                entry.aliases.push_back({code});
        for (const Language language : kLanguages)
            entry.details[index_of(language)] = place_detail(region, locality, language);
        const auto count = counts.find(&locality);
        keyed.emplace_back(Key{!is_town, count == counts.end() ? 0 : -count->second,
                               fold_words(locality.name), locality.municipality},
                           std::move(entry));
    }
    CompletionEntries made = ranked(std::move(keyed));
    made.first_minor = towns;
    return made;
}

CompletionEntries entity_entries(const Catalogue& catalogue) {
    using Key = std::tuple<bool, std::string, std::string>;
    std::vector<std::pair<Key, CompletionEntry>> keyed;
    keyed.reserve(catalogue.entities.size());
    for (const Entity& entity : catalogue.entities) {
        CompletionEntry entry;
        entry.target = entity.id;
        entry.labels = {entity.name};
        if (entity.short_name) entry.aliases.push_back({*entity.short_name});
        for (const std::string& alias : entity.aliases)
            entry.aliases.push_back({alias});
        if (auto own = own_name(entity, catalogue.references))
            entry.aliases.push_back({std::move(*own)});
        entry.context = entity.town.value_or("");
        for (const Language language : kLanguages)
            entry.details[index_of(language)] =
                entity_detail(catalogue.references, entity, language);
        keyed.emplace_back(Key{entity.activity == kEnded, fold_words(entity.name), entity.id},
                           std::move(entry));
    }
    return ranked(std::move(keyed));
}

CompletionEntries product_entries(const Catalogue& catalogue) {
    using Key = std::pair<std::string, std::string>;
    std::vector<std::pair<Key, CompletionEntry>> keyed;
    for (const Product& product : catalogue.products) {
        CompletionEntry entry;
        entry.target = product.brand + ":" + product.id;
        entry.labels = {product.name};
        for (const std::string& alias : product.aliases)
            entry.aliases.push_back({alias});
        const Brand* brand = catalogue.references.find_brand(product.brand);
        entry.details.fill(brand == nullptr ? product.brand : brand->name);
        keyed.emplace_back(Key{fold_words(product.name), product.id}, std::move(entry));
    }
    return ranked(std::move(keyed));
}

}  // namespace wespol
