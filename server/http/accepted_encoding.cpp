// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accepted_encoding.h"

#include "core/support/ascii.h"

#include <algorithm>

namespace wespol {
namespace {

constexpr std::string_view kSpaces = " \t";  // RFC 9110: an end of line is none

/// "q=0", "q=0.000": not at all.
bool is_refused(std::string_view weight) {
    if (weight.size() < 3 || ascii_lower(weight.front()) != 'q' || weight[1] != '=') return false;
    return weight.find_first_not_of("0.", 2) == weight.npos;
}

}  // namespace

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        const auto comma = std::min(accept_encoding.find(','), accept_encoding.size());
        const std::string_view listed = accept_encoding.substr(0, comma);
        accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
        const auto semicolon = std::min(listed.find(';'), listed.size());
        if (!std::ranges::equal(trimmed(listed.substr(0, semicolon), kSpaces), coding, {},
                                ascii_lower))
            continue;
        return semicolon == listed.size() ||
               !is_refused(trimmed(listed.substr(semicolon + 1), kSpaces));
    }
    return false;
}

}  // namespace wespol
