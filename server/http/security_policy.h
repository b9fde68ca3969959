// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser may load for our pages: what is ours, and nothing inline. Thread-safe: no state.
#pragma once

#include <string>
#include <string_view>

namespace wespol {

inline constexpr const char* kSecurityPolicyHeader = "Content-Security-Policy";

/// `images_from`: one more origin ("https://tiles.example.org") for pictures; "" = none.
std::string security_policy(std::string_view images_from = {});

}  // namespace wespol
