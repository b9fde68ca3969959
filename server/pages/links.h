// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses for hrefs: our own pages, and what the sources give as web, mail and telephone.
// An address of a source that is not plainly one of these gives no link at all.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/entity.h"
#include "core/search/search_request.h"
#include "server/pages/page_renderer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// "/szukaj" in the language of the page: "/en/szukaj". All pages of ours are linked through it.
std::string site_href(const PageContext& context, std::string_view path);

/// "/api/v1/cpv/55520000?lang=en": an answer for programs, with labels in the language of the page.
std::string api_href(const PageContext& context, std::string address);

/// "/szukaj?q=catering".
std::string search_href(const PageContext& context, const SearchRequest& request);

/// "/szukaj?q=catering", for files, which are Polish.
std::string polish_search_address(const SearchRequest& request);

/// The search for one value of one filter, on the day of the page.
std::string filter_href(const PageContext& context, FieldId field, const std::string& code);

/// "/podmiot/krs-0000123456", with the day when it is not today.
std::string entity_href(const PageContext& context, std::string_view id);

/// "https://example.org/podmiot/krs-0000123456": for whoever is not on our pages, so without a day.
std::string entity_address(const PageContext& context, std::string_view id);

/// The same of any of our pages, in the language of this one: `path` as in Polish, encoded.
std::string page_address(const PageContext& context, std::string_view path);

/// "/branza/catering", "/owes/owes-konin", "/klunkry/brelok-z-pyra", with the day when it is not
/// today.
std::string sector_href(const PageContext& context, std::string_view code);
std::string support_centre_href(const PageContext& context, std::string_view id);
std::string product_href(const PageContext& context, std::string_view id);

/// The brand with a page of its own, "/klunkry"; of others the search for their makers.
inline constexpr std::string_view kBrandOfPage = "klunkry_wielkopolskie";
std::string brand_href(const PageContext& context, const std::string& code);

/// "/cpv/55520000", with the day when it is not today.
std::string cpv_href(const PageContext& context, std::string_view code);

/// Where a protocol of all results of that search is made.
std::string protocol_href(const PageContext& context, const SearchRequest& request);

/// Where a protocol of one entity is made, on the day of the page.
std::string protocol_href(const PageContext& context, std::string_view id);

/// Where a protocol of one checked number or name is made.
std::string check_protocol_href(const PageContext& context, std::string_view asked);

/// "/porownaj?id=…&id=…", on the day of the page.
std::string compare_href(const PageContext& context, const std::vector<std::string>& ids);

/// Where a protocol of that comparison is made.
std::string compare_protocol_href(const PageContext& context, const std::vector<std::string>& ids);

/// Only http and https; null for anything else, "javascript:" above all.
std::optional<std::string> web_href(std::string_view address);

/// "rops.poznan.pl" of "https://www.rops.poznan.pl/path".
std::string web_label(std::string_view address);

/// "tel:+48618567300"; null when the text is not one telephone number.
std::optional<std::string> phone_href(std::string_view phone);

/// "mailto:…"; null when the text is not one plain address.
std::optional<std::string> mail_href(std::string_view email);

/// The way to a street and town, asked of openstreetmap.org once the link is followed; null where
/// either is unknown: the middle of a town is nobody's address.
std::optional<std::string> directions_href(const Entity& entity);

}  // namespace wespol
