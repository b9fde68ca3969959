// SPDX-License-Identifier: GPL-3.0-or-later
// The three legal facts of an entity on a day as JSON: {as_of, art_94, enterprise, mark}, each with
// what it rests on. Never one value for all of them. Thread-safe: no state.
#pragma once

#include "core/catalogue/legal_facts.h"

#include <nlohmann/json_fwd.hpp>

namespace wespol {

nlohmann::ordered_json legal_facts_json(const LegalFacts& facts, const References& references,
                                        Language language);

}  // namespace wespol
