// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/share_view.h"

#include "server/pages/links.h"
#include "server/qr_code.h"

#include <fmt/format.h>

namespace wespol {

std::string qr_code_href(const PageContext& context, const SearchRequest& request) {
    const std::string query = canonical_query(request);
    return site_href(context, query.empty() ? "/szukaj/kod-qr.svg" : "/szukaj/kod-qr.svg?" + query);
}

std::string shared_address(const PageContext& context, const SearchRequest& request) {
    return context.public_url + search_href(context, request);
}

std::optional<std::string> qr_code_svg(std::string_view text) {
    const auto code = QrCode::of(text);
    if (!code) return std::nullopt;
    const int side = code->size() + 2 * QrCode::kMargin;
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}">)"
                       R"(<rect width="{0}" height="{0}" fill="#fff"/>)"
                       R"(<path d="{1}" fill="#000"/></svg>)",
                       side, code->svg_path());
}

void put_share(View& view, const PageContext& context, const SearchRequest& request) {
    const std::string address = shared_address(context, request);
    view["share_href"] = View(search_href(context, request));
    view["share_address"] = View(address);
    view["share_qr_href"] =
        address.size() <= QrCode::kMostBytes ? View(qr_code_href(context, request)) : View(false);
}

}  // namespace wespol
