// SPDX-License-Identifier: GPL-3.0-or-later
// Single values as JSON, alike in all answers: unknown is null, dates as their source writes them,
// codes with their labels. Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate_state.h"

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

nlohmann::ordered_json known(const std::optional<std::string>& text);
nlohmann::ordered_json known(const std::optional<PartialDate>& date);
nlohmann::ordered_json known(const std::optional<Day>& day);  ///< YYYY-MM-DD

/// Of its page: "/podmiot/ss-furia".
std::string entity_url(const std::string& id);

/// {code, label}
nlohmann::ordered_json coded(const std::string& code, const std::string& label);

/// {earliest_start, latest_start, earliest_end, latest_end, end_is_computed}
nlohmann::ordered_json validity_json(const Validity& validity);

}  // namespace wespol
