// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about CPV codes → JSON of API v1: the facts of the pages under English keys. Knows
// nothing of HTTP or of the index. Thread-safe: no state.
#pragma once

#include "core/search/cpv_response.h"

#include <optional>
#include <string>

namespace wespol {

/// Of /api/v1/cpv/<code>. `written`: the code as it was asked for.
std::string cpv_code_json(const References& references, Language language, const CpvRecord& record,
                          const WrittenCpv& written);

/// Of /api/v1/cpv without words: all codes of the vocabulary.
std::string cpv_list_json(const References& references, Language language,
                          const CpvOverview& overview);

/// Of /api/v1/cpv?q=words. `ignored`: how what was too long begins; or "".
std::string cpv_finding_json(const References& references, Language language,
                             const CpvFinding& finding, const std::string& ignored);

}  // namespace wespol
