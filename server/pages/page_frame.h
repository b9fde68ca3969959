// SPDX-License-Identifier: GPL-3.0-or-later
// What every page has around its content: title, search box, the day it speaks of, the footer.
// Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <string>

namespace wespol {

/// The part of layout.mustache, with an empty search box in the header, and what was wrong with
/// the request.
/// `heading` stands before "Wespół" in the title; "" = the name alone.
/// A page that has more to say of itself than the site does sets `page_description` (for search
/// engines and for those who show a link to it) and `canonical`, its address without what varies.
View page_frame(const PageContext& context, const Messages& messages, const std::string& heading);

/// A day was asked for that cannot be, so the page tells of another one: no record is made of it.
bool is_of_another_day(const PageContext& context);

/// The day in Warsaw the generation was built, as its name tells; null when it does not.
std::optional<Day> published_on(std::string_view generation);

}  // namespace wespol
