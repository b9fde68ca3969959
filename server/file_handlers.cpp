// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/warsaw_time.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/accepted_encoding.h"

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kPlainText = "text/plain; charset=utf-8";
/// The contact is read anew at each publication: what is served now holds for a while.
constexpr std::chrono::days kContactHolds{30};

/// As it was compressed when the site was built, for those who can read that.
HttpResponse file(const Exchange& exchange, const Asset& asset, std::string cache_control) {
    const AssetForm* form = nullptr;
    for (const AssetForm& each : asset.forms)
        if (!form && accepts_encoding(exchange.request.accept_encoding, each.encoding))
            form = &each;
    const std::string tag = fmt::format("\"{}{}{}\"", asset.digest.substr(0, 32), form ? "-" : "",
                                        form ? form->encoding : "");
    HttpResponse answer;
    if (names_tag(exchange.request.if_none_match, tag))
        answer.status = 304;
    else
        answer = {200, asset.content_type, form ? form->content : asset.content, {}};
    if (form && answer.status == 200)
        answer.headers.emplace_back("Content-Encoding", form->encoding);
    if (!asset.forms.empty()) answer.headers.emplace_back("Vary", "Accept-Encoding");
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

HttpResponse openapi_file(const Exchange& exchange) {
    const Asset* asset = exchange.assets.find_beginning("openapi");
    if (!asset) return not_found(exchange);
    return file(exchange, *asset, "no-cache");  // its address stays when it changes
}

HttpResponse robots_file(const Exchange& exchange) {
    return answer_unless_known(exchange, "", [&] {
        // Each visit there makes another address: a crawler would never come to an end. Nor would
        // it with all the comparisons that can be made.
        return HttpResponse{
            200,
            kPlainText,
            fmt::format("User-agent: *\nDisallow: /protokol/\nDisallow: /porownaj?\n"
                        "Disallow: /*/protokol/\nDisallow: /*/porownaj?\nAllow: /\n"
                        "Sitemap: {}/sitemap.xml\n",
                        exchange.public_url),
            {}};
    });
}

HttpResponse security_file(const Exchange& exchange) {
    const auto& email = exchange.snapshot->references().site_operator.email;
    if (!email) return not_found(exchange);  // nobody said whom to write to
    return answer_unless_known(exchange, "", [&] {
        std::string text = fmt::format(
            "Contact: mailto:{}\nExpires: {}T00:00:00Z\nPreferred-Languages: pl, en, uk\n", *email,
            format_day(exchange.today + kContactHolds));
        if (exchange.public_url.starts_with("https://"))
            text += fmt::format("Canonical: {}/.well-known/security.txt\n", exchange.public_url);
        return HttpResponse{200, kPlainText, std::move(text), {}};
    });
}

}  // namespace wespol
