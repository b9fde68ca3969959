// SPDX-License-Identifier: GPL-3.0-or-later
// A feed → Atom (RFC 4287) and JSON Feed 1.1. What has no day of its own bears that of the
// generation. Thread-safe: no state.
#pragma once

#include "server/feeds/feed.h"

#include <string>
#include <string_view>

namespace wespol {

std::string atom_feed(const Feed& feed);
std::string json_feed(const Feed& feed);

/// For text and attributes of XML; what is no character of it is left out.
std::string xml_escaped(std::string_view text);

}  // namespace wespol
