// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/not_found_view.h"

#include "server/pages/page_frame.h"

#include <string>

namespace wespol {

View not_found_view(const PageContext& context, const Messages& messages, std::string_view what) {
    View view = page_frame(context, messages, messages("not_found.heading"));
    view["header_search"] = View(false);
    view["status"] = View("404");
    view["heading"] = View(messages("not_found.heading"));
    view["lead"] = View(messages("not_found.lead"));
    view["what"] = maybe(std::string(what));
    view["why"] = View(false);
    return view;
}

View retired_view(const PageContext& context, const Messages& messages, const RetiredId& retired) {
    View view = page_frame(context, messages, messages("retired.heading"));
    view["header_search"] = View(false);
    view["status"] = View("410");
    view["heading"] = View(messages("retired.heading"));
    view["lead"] = View(messages("retired.lead"));
    view["what"] = maybe(retired.id);
    view["why"] = View(retired.why);
    view["since"] = retired.on ? View(messages.date(*retired.on)) : View(false);
    return view;
}

}  // namespace wespol
