// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/vocabulary_mapper.h"

#include "indexer/mapping/labels.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {
namespace {

using WordsByLanguage = std::array<std::vector<std::string>, 3>;

void read_words(FieldReader& fields, std::string_view key, WordsByLanguage& words) {
    fields.each(key, [&](FieldReader& each) {
        for (const Language language : kLanguages)
            words[index_of(language)] = each.texts(code(language));
    });
}

}  // namespace

std::optional<Concept> map_concept(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Concept mapped;
    mapped.code = fields.required_text("code");
    mapped.labels = required_labels(fields, "label");
    read_words(fields, "synonyms", mapped.synonyms);
    read_words(fields, "shared_words", mapped.shared_words);
    read_words(fields, "asked_as", mapped.asked_as);
    mapped.broader = fields.text("broader");
    mapped.related = fields.texts("related");
    mapped.cpv = fields.texts("cpv");
    fields.each("pkd", [&](FieldReader& each) {
        mapped.pkd.push_back(each.required_text("code"));
        each.pass_over({"version"});
    });
    fields.each("note", [&](FieldReader& each) {
        mapped.note = each.text("pl");
        mapped.note_en = each.text("en").value_or("");
        mapped.note_uk = each.text("uk").value_or("");
    });
    mapped.art_94 = fields.text("art_94");
    mapped.work_for = fields.texts("work_for");
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

std::optional<Concept> map_cpv_code(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Concept mapped;
    mapped.code = fields.required_text("code");
    mapped.labels = labels(fields, "label");
    mapped.check_digit = fields.text("check_digit");
    mapped.art_361 = fields.flag("art_361");
    mapped.sources = fields.texts("sources");
    fields.pass_over({"group"});
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

std::optional<CpvSource> map_cpv_source(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    CpvSource mapped;
    mapped.code = fields.required_text("code");
    mapped.gives = fields.texts("gives");
    mapped.title = fields.required_text("title");
    mapped.licence = fields.text("licence");
    mapped.provenance = fields.provenance();
    if (mapped.provenance.urls.empty() || !mapped.provenance.as_of)
        fields.reject("sources", "", "brakuje adresu albo dnia odczytania",
                      "podaj sources i as_of");
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

std::optional<Abbreviation> map_abbreviation(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Abbreviation mapped;
    mapped.written = fields.required_text("written");
    mapped.meaning = fields.required_text("meaning");
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

}  // namespace wespol
