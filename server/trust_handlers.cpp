// SPDX-License-Identifier: GPL-3.0-or-later
// Pages about the site itself: what it is made of, what it is, what it keeps, for whom it works,
// why results stand where they stand. They take no parameters.
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/map/map_layers.h"

#include <string>

namespace wespol {
namespace {

/// `settings`: those of the operator that are told on the page.
template <class Render>
HttpResponse page(const Exchange& exchange, Render render, const std::string& settings = "") {
    return answer_unless_known(exchange, settings, [&] {
        return HttpResponse{
            200, "text/html; charset=utf-8", render(page_context(exchange, exchange.today)), {}};
    });
}

}  // namespace

HttpResponse data_page(const Exchange& exchange) {
    return page(exchange, [&](const PageContext& context) {
        return exchange.pages.data(context, exchange.snapshot->quality());
    });
}

HttpResponse api_page(const Exchange& exchange) {
    return page(exchange, [&](const PageContext& context) { return exchange.pages.api(context); });
}

HttpResponse about_page(const Exchange& exchange) {
    return page(exchange,
                [&](const PageContext& context) { return exchange.pages.about(context); });
}

HttpResponse privacy_page(const Exchange& exchange) {
    const std::string& tile_origin = exchange.map.tile_origin;
    return page(
        exchange,
        [&](const PageContext& context) { return exchange.pages.privacy(context, tile_origin); },
        tile_origin);
}

HttpResponse accessibility_page(const Exchange& exchange) {
    return page(exchange, [&](const PageContext& context) {
        return exchange.pages.accessibility(context, exchange.public_url);
    });
}

HttpResponse order_page(const Exchange& exchange) {
    return page(exchange,
                [&](const PageContext& context) { return exchange.pages.order(context); });
}

}  // namespace wespol
