// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/support_mapper.h"

#include "core/catalogue/identifiers.h"
#include "indexer/source/written_forms.h"

#include <utility>

namespace wespol {

std::optional<SupportCentre> map_support_centre(const SourceRecord& record,
                                                const References& references, const IdSet& entities,
                                                Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    const Region& region = references.region;
    SupportCentre centre;
    centre.id = fields.required_id("id");
    centre.kind = fields.required_choice("kind", {"owes", "cic"});
    centre.name = fields.required_text("name");
    centre.short_name = fields.text("short_name");
    centre.operator_name = fields.text("operator");
    centre.operator_id = fields.reference("operator_id", entities, "podmiotu");
    centre.operator_town = fields.text("operator_town");
    centre.partner = fields.text("partner");
    centre.state = fields.required_choice("state", {"current", "past", "unconfirmed"});
    centre.street = fields.text("street");
    centre.postal_code = fields.parsed("postal_code", parse_postal_code);
    centre.town = fields.text("town");
    centre.phone = fields.parsed("phone", parse_written_phone);
    centre.email = fields.parsed("email", parse_email);
    centre.website = fields.url("website");
    centre.subregion = fields.text("subregion");
    if (centre.subregion && !region.subregion(*centre.subregion)) {
        fields.warn("subregion", *centre.subregion, "nieznany subregion, pominięto",
                    "kody subregionów są w region/subregions.jsonl");
        centre.subregion.reset();
    }
    for (std::string& county : fields.texts("counties")) {
        if (region.county(county))
            centre.counties.push_back(std::move(county));
        else
            fields.warn("counties", county, "nieznany powiat, pominięto",
                        "kody powiatów są w region/counties.jsonl");
    }
    fields.each("periods", [&](FieldReader& each) {
        SupportPeriod period;
        period.from = each.date("from");
        period.until = each.end_date("until", period.from);
        period.note = each.text("note");
        period.sources = each.urls("sources");
        centre.periods.push_back(std::move(period));
    });
    centre.accreditation = fields.text("accreditation");
    centre.note = fields.text("note");
    centre.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return centre;
}

std::optional<MunicipalAward> map_award(const SourceRecord& record, const References& references,
                                        Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    MunicipalAward award;
    award.id = fields.required_id("id");
    award.contest = fields.required_text("contest");
    award.contest_name = fields.required_text("contest_name");
    award.year = fields.integer("year", 1990, 2200);
    award.distinction =
        fields.required_choice("distinction", {"nagroda", "wyroznienie", "uczestnik"});
    award.label = fields.required_text("label");
    award.municipality = fields.required_text("municipality");
    award.county = fields.text("county");
    if (const Municipality* known = references.region.municipality(award.municipality)) {
        if (award.county && *award.county != known->county)
            fields.warn("county", *award.county, "powiat nie zgadza się z gminą, wzięto z gminy",
                        "sprawdź powiat i gminę");
        award.county = known->county;
    } else if (!award.municipality.empty()) {
        fields.reject("municipality", award.municipality, "nieznana gmina",
                      "kody gmin (6 cyfr) są w region/municipalities.jsonl");
    }
    award.handed_over = fields.date("handed_over");
    award.note = fields.text("note");
    award.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return award;
}

}  // namespace wespol
