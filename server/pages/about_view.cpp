// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/about_view.h"

#include "server/pages/operator_views.h"
#include "server/pages/page_frame.h"

namespace wespol {

View about_view(const PageContext& context, const Messages& messages) {
    const SiteOperator& site_operator = context.references.site_operator;
    View view = page_frame(context, messages, messages("about.heading"));
    view["site_operator"] = operator_view(site_operator);
    view["data_licence"] = maybe(site_operator.data_licence);
    view["source_code"] = site_view(site_operator.source_code_url);
    return view;
}

}  // namespace wespol
