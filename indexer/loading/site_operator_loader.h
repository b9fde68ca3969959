// SPDX-License-Identifier: GPL-3.0-or-later
// <data>/operator.json → who runs the site. Thread-safe: no state.
#pragma once

#include "core/catalogue/site_operator.h"

#include <filesystem>

namespace wespol {

inline constexpr const char* kOperatorFile = "operator.json";

/// Everything is null where there is no such file. Throws Error(data_rejected) naming the key when
/// anything in it is wrong: a statement is not published in part.
SiteOperator load_site_operator(const std::filesystem::path& data_directory);

}  // namespace wespol
