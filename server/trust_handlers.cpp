// SPDX-License-Identifier: GPL-3.0-or-later
// Pages about the site itself: what it is, what it keeps, for whom it works, why results stand
// where they stand. They take no parameters.
#include "server/entity_tag.h"
#include "server/handlers.h"

namespace wespol {
namespace {

template <class Render>
HttpResponse page(const Exchange& exchange, Render render) {
    return answer_unless_known(exchange, "", [&] {
        return HttpResponse{
            200, "text/html; charset=utf-8", render(page_context(exchange, exchange.today)), {}};
    });
}

}  // namespace

HttpResponse about_page(const Exchange& exchange) {
    return page(exchange,
                [&](const PageContext& context) { return exchange.pages.about(context); });
}

HttpResponse privacy_page(const Exchange& exchange) {
    return page(exchange,
                [&](const PageContext& context) { return exchange.pages.privacy(context); });
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
