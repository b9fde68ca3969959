// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a search, to be passed on as text or as a QR code. The code is a picture of its
// own, so that a page is not heavier by it. Thread-safe: no state.
#pragma once

#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>

namespace wespol {

/// "/szukaj/kod-qr.svg?q=catering".
std::string qr_code_href(const PageContext& context, const SearchRequest& request);

/// What it leads to: "https://example.org/szukaj?q=catering". On the page's own day, if one was
/// asked for; else it is of the day on which it is opened.
std::string shared_address(const PageContext& context, const SearchRequest& request);

/// A picture in black and white; null when the text is too long for any code.
std::optional<std::string> qr_code_svg(std::string_view text);

/// Puts {share_href, share_address, share_qr_href}; the last `false` for an address that fits into
/// no code.
void put_share(View& view, const PageContext& context, const SearchRequest& request);

}  // namespace wespol
