// SPDX-License-Identifier: GPL-3.0-or-later
// A small catalogue for tests: invented entities that look invented, in real places of the region,
// with every kind of state once. kTestToday is the day its expectations are written for.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/catalogue.h"

#include <string_view>

namespace wespol::test {

inline constexpr Day kTestToday{std::chrono::year{2026} / 6 / 15};

/// `suffix` is put behind every entity's name: catalogues with different ones can be told apart.
Catalogue test_catalogue(std::string_view suffix = "");

}  // namespace wespol::test
