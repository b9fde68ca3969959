// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/other_sites.h"

#include <array>
#include <utility>

namespace wespol {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOpenHeaders{{
    {"Access-Control-Allow-Origin", "*"},
    {"Access-Control-Expose-Headers", "ETag, Retry-After"},
    {"Cross-Origin-Resource-Policy", "cross-origin"},
}};

}  // namespace

void open_to_other_sites(std::string_view method, std::string_view path, HttpResponse& answer) {
    const bool is_public = path.starts_with("/api/") || path == "/.well-known/wespol-keys.json";
    if (!is_public || method == "POST") return;
    for (const auto& [name, value] : kOpenHeaders)
        if (!answer.has_header(name)) answer.headers.emplace_back(name, value);
}

}  // namespace wespol
