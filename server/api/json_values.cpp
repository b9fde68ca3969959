// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_values.h"

#include <nlohmann/json.hpp>

namespace wespol {

using Json = nlohmann::ordered_json;

Json known(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

Json known(const std::optional<PartialDate>& date) {
    return date ? Json(date->text()) : Json(nullptr);
}

Json known(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

std::string entity_url(const std::string& id) {
    return "/podmiot/" + id;
}

Json coded(const std::string& code, const std::string& label) {
    return {{"code", code}, {"label", label}};
}

Json validity_json(const Validity& validity) {
    return {{"earliest_start", known(validity.earliest_start)},
            {"latest_start", known(validity.latest_start)},
            {"earliest_end", known(validity.earliest_end)},
            {"latest_end", known(validity.latest_end)},
            {"end_is_computed", validity.end_is_computed}};
}

}  // namespace wespol
