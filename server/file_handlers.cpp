// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/entity_tag.h"
#include "server/handlers.h"

namespace wespol {
namespace {

HttpResponse file(const Exchange& exchange, const Asset& asset, std::string cache_control) {
    const std::string tag = '"' + asset.digest.substr(0, 32) + '"';
    HttpResponse answer;
    if (names_tag(exchange.request.if_none_match, tag))
        answer.status = 304;
    else
        answer = {200, asset.content_type, asset.content, {}};
    answer.headers.emplace_back("ETag", tag);
    answer.headers.emplace_back("Cache-Control", std::move(cache_control));
    return answer;
}

}  // namespace

HttpResponse asset_file(const Exchange& exchange) {
    const Asset* asset = exchange.assets.find(exchange.argument);
    if (!asset) return not_found(exchange);
    return file(exchange, *asset, "public, max-age=31536000, immutable");
}

HttpResponse favicon_file(const Exchange& exchange) {
    const Asset* asset = exchange.assets.find_beginning("favicon");
    if (!asset) return {204, "", "", {}};
    return file(exchange, *asset, "public, max-age=86400");
}

HttpResponse robots_file(const Exchange&) {
    // Each visit there makes another address: a crawler would never come to an end. Nor would it
    // with all the comparisons that can be made.
    return {200,
            "text/plain; charset=utf-8",
            "User-agent: *\nDisallow: /protokol/\nDisallow: /porownaj?\n"
            "Disallow: /*/protokol/\nDisallow: /*/porownaj?\nAllow: /\n",
            {}};
}

}  // namespace wespol
