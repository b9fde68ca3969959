// SPDX-License-Identifier: GPL-3.0-or-later
// All handlers, as the routes of application.cpp name them. Each is a function from a request with
// its surroundings to an answer; they share no state. Failures of the index pass through as Error.
#pragma once

#include "server/exchange.h"

namespace wespol {

// server/page_handlers.cpp
HttpResponse home_page(const Exchange& exchange);
HttpResponse results_page(const Exchange& exchange);
HttpResponse entity_page(const Exchange& exchange);
HttpResponse certificates_page(const Exchange& exchange);
HttpResponse checked_lines_page(const Exchange& exchange);
HttpResponse guidance_page(const Exchange& exchange);
HttpResponse words_page(const Exchange& exchange);
HttpResponse quality_page(const Exchange& exchange);
HttpResponse not_found(const Exchange& exchange);

// server/result_handlers.cpp
HttpResponse map_page(const Exchange& exchange);
HttpResponse map_borders(const Exchange& exchange);
HttpResponse search_qr_code(const Exchange& exchange);

// server/browsing_handlers.cpp
HttpResponse sectors_page(const Exchange& exchange);
HttpResponse sector_page(const Exchange& exchange);
HttpResponse support_centres_page(const Exchange& exchange);
HttpResponse support_centre_page(const Exchange& exchange);
HttpResponse brand_page(const Exchange& exchange);
HttpResponse product_page(const Exchange& exchange);

// server/cpv_handlers.cpp
HttpResponse cpv_page(const Exchange& exchange);
HttpResponse cpv_code_page(const Exchange& exchange);

// server/trust_handlers.cpp
HttpResponse data_page(const Exchange& exchange);
HttpResponse api_page(const Exchange& exchange);
HttpResponse about_page(const Exchange& exchange);
HttpResponse privacy_page(const Exchange& exchange);
HttpResponse accessibility_page(const Exchange& exchange);
HttpResponse order_page(const Exchange& exchange);

// server/compare_handlers.cpp
HttpResponse compare_page(const Exchange& exchange);

// server/protocol_handlers.cpp
HttpResponse protocol_home_page(const Exchange& exchange);
HttpResponse verified_protocol_page(const Exchange& exchange);
HttpResponse protocol_page(const Exchange& exchange);
HttpResponse protocol_keys(const Exchange& exchange);
HttpResponse verify_protocol_json(const Exchange& exchange);

// server/file_handlers.cpp
HttpResponse asset_file(const Exchange& exchange);
HttpResponse favicon_file(const Exchange& exchange);
HttpResponse openapi_file(const Exchange& exchange);
HttpResponse robots_file(const Exchange& exchange);
HttpResponse security_file(const Exchange& exchange);

// server/sitemap_handlers.cpp
HttpResponse sitemap_index(const Exchange& exchange);
HttpResponse sitemap_part(const Exchange& exchange);

// server/api/
HttpResponse search_entities(const Exchange& exchange);
HttpResponse entity_file(const Exchange& exchange);
HttpResponse show_entity(const Exchange& exchange);
HttpResponse compare_entities(const Exchange& exchange);
HttpResponse search_products(const Exchange& exchange);
HttpResponse search_certificates(const Exchange& exchange);
HttpResponse check_certificates(const Exchange& exchange);
HttpResponse certificate_file(const Exchange& exchange);
HttpResponse certificate_feed(const Exchange& exchange);
HttpResponse find_cpv_codes(const Exchange& exchange);
HttpResponse show_cpv_code(const Exchange& exchange);
HttpResponse suggest(const Exchange& exchange);
HttpResponse quality_figures_json(const Exchange& exchange);
HttpResponse health(const Exchange& exchange);

}  // namespace wespol
