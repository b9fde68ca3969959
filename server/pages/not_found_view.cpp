// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/not_found_view.h"

#include "server/pages/page_frame.h"

#include <string>

namespace wespol {

View not_found_view(const PageContext& context, const Messages& messages, std::string_view what) {
    View view = page_frame(context, messages, messages("not_found.heading"));
    view["header_search"] = View(false);
    view["what"] = maybe(std::string(what));
    return view;
}

}  // namespace wespol
