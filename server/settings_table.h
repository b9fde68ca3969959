// SPDX-License-Identifier: GPL-3.0-or-later
// Everything an operator can set in wespol-server, one row each. Thread-safe: no state.
#pragma once

#include "core/settings/setting.h"

#include <span>

namespace wespol {

std::span<const Setting> server_settings();

}  // namespace wespol
