// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/guidance_mapper.h"

#include "indexer/source/field_reader.h"

#include <utility>

namespace wespol {
namespace {

constexpr int kHighestThreshold = 1'000'000'000;

/// Law without a source is hearsay.
void require_source(FieldReader& fields, const Provenance& provenance) {
    if (provenance.urls.empty() || !provenance.as_of)
        fields.reject("sources", "", "przepis bez źródła albo bez daty",
                      "podaj sources i as_of, dzień odczytania źródła");
}

}  // namespace

std::optional<ProcurementThreshold> map_threshold(const SourceRecord& record,
                                                  Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    ProcurementThreshold threshold;
    threshold.id = fields.required_id("id");
    threshold.applies_to = fields.required_text("applies_to");
    if (const auto amount = fields.integer("net_pln", 1, kHighestThreshold))
        threshold.net_pln = *amount;
    else
        fields.reject("net_pln", "", "brakuje kwoty netto w złotych", "wpisz liczbę");
    const auto from = fields.date("from");
    if (from && from->earliest())
        threshold.from = *from;
    else
        fields.reject("from", "", "brakuje dnia, od którego próg obowiązuje", "wpisz RRRR-MM-DD");
    threshold.until = fields.end_date("until", from);
    threshold.legal_reference = fields.required_text("legal_reference");
    threshold.provenance = fields.provenance();
    require_source(fields, threshold.provenance);
    if (!fields.finish()) return std::nullopt;
    return threshold;
}

std::optional<GuidanceNote> map_guidance_note(const SourceRecord& record,
                                              Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    GuidanceNote note;
    note.id = fields.required_id("id");
    note.kind = fields.required_choice("kind", {"sposob", "sprawdz", "do_akt"});
    note.title = fields.required_text("title");
    note.text = fields.required_text("text");
    note.who = fields.text("who");
    note.legal_reference = fields.text("legal_reference");
    note.unverified = fields.text("unverified");
    note.provenance = fields.provenance();
    require_source(fields, note.provenance);
    if (!fields.finish()) return std::nullopt;
    return note;
}

}  // namespace wespol
