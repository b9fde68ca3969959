// SPDX-License-Identifier: GPL-3.0-or-later
// Everything an operator can set once for all commands of wespol-indexer, one row each.
// Thread-safe: no state.
#pragma once

#include "core/settings/setting.h"

#include <span>

namespace wespol {

std::span<const Setting> indexer_settings();

}  // namespace wespol
