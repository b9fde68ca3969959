// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/entity_tag.h"

#include "core/support/digest.h"

namespace wespol {
namespace {

constexpr std::size_t kTagCharacters = 32;  // 128 bits of SHA-256

}  // namespace

std::string entity_tag(const Exchange& exchange, std::string_view canonical_request) {
    std::string key;
    for (const std::string_view part :
         {std::string_view(exchange.snapshot->generation()),
          std::string_view(exchange.resource_digest), code(exchange.language),
          std::string_view(exchange.request.path), canonical_request})
        key.append(part).push_back('\n');
    key += format_day(exchange.today);
    return '"' + sha256(key).substr(0, kTagCharacters) + '"';
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    // A tag is quoted and ours hold hexadecimal digits only, so it cannot be a part of another.
    return !tag.empty() && if_none_match.find(tag) != std::string_view::npos;
}

HttpResponse answer_unless_known(const Exchange& exchange, std::string_view canonical_request,
                                 const std::function<HttpResponse()>& render) {
    const std::string tag = entity_tag(exchange, canonical_request);
    HttpResponse answer;
    if (names_tag(exchange.request.if_none_match, tag))
        answer.status = 304;
    else
        answer = render();
    if (answer.status == 200 || answer.status == 304) answer.headers.emplace_back("ETag", tag);
    return answer;
}

}  // namespace wespol
