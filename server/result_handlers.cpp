// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a page of results: the map's address and borders, the search as a QR code.
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/map/map_layers.h"
#include "server/pages/links.h"
#include "server/pages/share_view.h"

#include <utility>

namespace wespol {

/// The map is the other look of a search: all that was asked for goes on with it.
HttpResponse map_page(const Exchange& exchange) {
    std::string target = site_href(page_context(exchange, exchange.today), "/szukaj?widok=mapa");
    for (const auto& [name, value] : exchange.request.parameters)
        if (name != "widok") target += "&" + percent_encoded(name) + "=" + percent_encoded(value);
    return {302, "", "", {{"Location", std::move(target)}}};
}

HttpResponse map_borders(const Exchange& exchange) {
    if (exchange.map.borders.empty()) return not_found(exchange);
    return answer_unless_known(exchange, exchange.map.digest, [&] {
        return HttpResponse{200, "application/geo+json", exchange.map.borders, {}};
    });
}

HttpResponse search_qr_code(const Exchange& exchange) {
    const SearchRequest request = decode(exchange).request;
    const std::string address = shared_address(page_context(exchange, exchange.today), request);
    return answer_unless_known(exchange, address, [&]() -> HttpResponse {
        auto picture = qr_code_svg(address);
        if (!picture)
            return error_answer(exchange.request.path, 414,
                                {"Ten adres jest za długi na kod QR. Wybierz mniej filtrów.",
                                 "This address is too long for a QR code. Choose fewer filters.",
                                 "Ця адреса задовга для QR-коду. Виберіть менше фільтрів."});
        return {200, "image/svg+xml", *std::move(picture), {}};
    });
}

}  // namespace wespol
