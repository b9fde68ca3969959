// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facet_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wespol {
namespace {

struct FacetName {
    FieldId field = FieldId::name;
    std::array<std::string_view, 3> labels;  ///< by Language
};

constexpr std::array kFacetNames{
    FacetName{FieldId::industry, {"Branża", "Sector", "Галузь"}},
    FacetName{FieldId::legal_form, {"Forma prawna", "Legal form", "Правова форма"}},
    FacetName{FieldId::target_group,
              {"Dla kogo lub z kim", "Who it serves or employs", "Для кого або з ким"}},
    FacetName{FieldId::county, {"Powiat", "County (powiat)", "Повіт"}},
    FacetName{FieldId::municipality, {"Gmina", "Municipality (gmina)", "Ґміна"}},
    FacetName{FieldId::subregion, {"Subregion", "Subregion", "Субрегіон"}},
    FacetName{FieldId::certificate_state,
              {"Zakup Prospołeczny", "Zakup Prospołeczny mark", "Знак Zakup Prospołeczny"}},
    FacetName{FieldId::status, {"Status", "Status", "Статус"}},
    FacetName{FieldId::brand, {"Marka", "Brand", "Марка"}},
    FacetName{FieldId::activity, {"Czy działa", "Is it active", "Чи діє"}},
};

struct FacetVocabulary {
    FieldId field;
    Vocabulary References::*vocabulary;
};

constexpr std::array kFacetVocabularies{
    FacetVocabulary{FieldId::industry, &References::industry},
    FacetVocabulary{FieldId::legal_form, &References::legal_form},
    FacetVocabulary{FieldId::target_group, &References::target_group},
    FacetVocabulary{FieldId::certificate_state, &References::certificate_state},
    FacetVocabulary{FieldId::status, &References::status},
    FacetVocabulary{FieldId::brand, &References::brand},
    FacetVocabulary{FieldId::activity, &References::activity},
    FacetVocabulary{FieldId::cpv, &References::cpv},
};

/// Null when the place is unknown.
const std::string* place_label(const Region& region, FieldId field, const std::string& code,
                               Language language) {
    const auto index = index_of(language);
    if (field == FieldId::county)
        if (const County* county = region.county(code)) return &county->labels[index];
    if (field == FieldId::subregion)
        if (const Subregion* subregion = region.subregion(code)) return &subregion->labels[index];
    if (field == FieldId::municipality)
        if (const Municipality* municipality = region.municipality(code))
            return &municipality->label;
    return nullptr;
}

}  // namespace

std::string facet_label(FieldId field, Language language) {
    const auto found = std::find_if(kFacetNames.begin(), kFacetNames.end(),
                                    [&](const FacetName& each) { return each.field == field; });
    if (found == kFacetNames.end()) return {};
    return std::string(found->labels[index_of(language)]);
}

const Vocabulary* vocabulary_of(const References& references, FieldId field) {
    const auto found =
        std::find_if(kFacetVocabularies.begin(), kFacetVocabularies.end(),
                     [&](const FacetVocabulary& each) { return each.field == field; });
    return found == kFacetVocabularies.end() ? nullptr : &(references.*found->vocabulary);
}

std::string value_label(const References& references, FieldId field, const std::string& code,
                        Language language) {
    if (const Vocabulary* vocabulary = vocabulary_of(references, field))
        return vocabulary->label(code, language);
    const std::string* label = place_label(references.region, field, code, language);
    return label != nullptr && !label->empty() ? *label : code;
}

}  // namespace wespol
