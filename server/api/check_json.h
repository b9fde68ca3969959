// SPDX-License-Identifier: GPL-3.0-or-later
// What a check found → JSON of API v1: of a list line by line, and of one entity. Thread-safe: no
// state.
#pragma once

#include "server/checks/list_check.h"

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

std::string check_json(const CheckReport& report, const References& references, Language language);

/// Of one entity: id, name, url, numbers, the three facts, until when the mark holds and what is
/// doubtful in that.
nlohmann::ordered_json standing_json(const EntityStanding& standing, const References& references,
                                     Language language);

/// {codes, text} of what the dates do not settle of the day; null where they settle it.
nlohmann::ordered_json doubt_json(const Certificate& certificate, Day as_of, Language language);

/// By mark, with gaps and overlaps.
nlohmann::ordered_json histories_json(const std::vector<Certificate>& certificates,
                                      const References& references, Language language);

}  // namespace wespol
