// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/vocabulary_mapper.h"

#include "indexer/mapping/labels.h"

namespace wespol {

std::optional<Concept> map_concept(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Concept mapped;
    mapped.code = fields.required_text("code");
    mapped.labels = required_labels(fields, "label");
    fields.each("synonyms", [&](FieldReader& each) {
        for (const Language language : kLanguages)
            mapped.synonyms[static_cast<std::size_t>(language)] = each.texts(code(language));
    });
    mapped.broader = fields.text("broader");
    mapped.related = fields.texts("related");
    mapped.cpv = fields.texts("cpv");
    fields.each("note", [&](FieldReader& each) {
        mapped.note = each.text("pl");
        each.pass_over({"en", "uk"});
    });
    mapped.art_94 = fields.text("art_94");
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

std::optional<Concept> map_cpv_code(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Concept mapped;
    mapped.code = fields.required_text("code");
    mapped.labels = labels(fields, "label");
    fields.pass_over({"check_digit", "group", "art_361"});
    if (!fields.finish()) return std::nullopt;
    return mapped;
}

}  // namespace wespol
