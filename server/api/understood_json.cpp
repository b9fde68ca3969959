// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/understood_json.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

Json values_json(const std::vector<UnderstoodConcept>& values) {
    Json list = Json::array();
    for (const UnderstoodConcept& each : values)
        list.push_back({{"text", each.words},
                        {"facet", field(each.field).parameter},
                        {"code", each.code},
                        {"label", each.label}});
    return list;
}

/// The same search, with the words meaning that place of their name.
std::string url_around(SearchRequest asked, const NearPlace& place) {
    asked.near = place;
    asked.page = 1;
    return "/api/v1/entities?" + canonical_query(asked);
}

Json places_json(const std::vector<NearPlace>& places, const SearchRequest& asked) {
    Json list = Json::array();
    for (const NearPlace& each : places)
        list.push_back(
            {{"label", each.label}, {"text", each.text}, {"url", url_around(asked, each)}});
    return list;
}

/// `words` is null where a parameter alone names the place. `text`: what to send as `blisko`.
Json place_json(const UnderstoodPlace& place, const SearchRequest& asked) {
    return {{"text", place.near.text},
            {"label", place.near.label},
            {"lat", place.near.lat},
            {"lon", place.near.lon},
            {"radius_km", place.near.radius_km},
            {"is_widened", place.is_widened},
            {"words", place.words.empty() ? Json(nullptr) : Json(place.words)},
            {"others", places_json(place.others, asked)},
            {"also", places_json(place.also, asked)}};
}

Json cpv_json(const std::vector<UnderstoodCpv>& codes) {
    Json list = Json::array();
    for (const UnderstoodCpv& each : codes)
        list.push_back({{"code", each.code},
                        {"label", each.label ? Json(*each.label) : Json(nullptr)},
                        {"exact", each.results.exact},
                        {"broader", each.results.broader},
                        {"narrower", each.results.narrower}});
    return list;
}

Json day_json(const UnderstoodDay& day) {
    return {{"date", format_day(day.day)}, {"words", day.words}};
}

}  // namespace

nlohmann::ordered_json understood_json(const Understood& understood, const SearchRequest& asked,
                                       Language language) {
    return {
        {"text", understood.text},
        {"concepts", values_json(understood.concepts)},
        {"place", understood.place ? place_json(*understood.place, asked) : Json(nullptr)},
        {"areas", values_json(understood.areas)},
        {"region", understood.region_words.empty() ? Json(nullptr) : Json(understood.region_words)},
        {"day", understood.day ? day_json(*understood.day) : Json(nullptr)},
        {"states", values_json(understood.states)},
        {"corrected", understood.corrected ? Json(*understood.corrected) : Json(nullptr)},
        {"ignored", understood.ignored},
        {"notes", in_language(understood.notes, language)},
        {"identifiers", understood.identifiers},
        {"cpv", cpv_json(understood.cpv)}};
}

}  // namespace wespol
