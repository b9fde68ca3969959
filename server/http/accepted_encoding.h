// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a client reads a coding, by its header Accept-Encoding (RFC 9110, 12.5.3). Thread-safe:
// no state.
#pragma once

#include <string_view>

namespace wespol {

/// "br;q=1.0, gzip;q=0" accepts "br" alone. `coding` in lower case; "*" names none: who means one
/// says so.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

}  // namespace wespol
