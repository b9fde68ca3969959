// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/privacy_view.h"

#include "server/pages/operator_views.h"
#include "server/pages/page_frame.h"

namespace wespol {

View privacy_view(const PageContext& context, const Messages& messages,
                  const std::string& tile_origin) {
    const SiteOperator& site_operator = context.references.site_operator;
    View view = page_frame(context, messages, messages("privacy.heading"));
    view["site_operator"] = operator_view(site_operator);
    view["data_protection"] = maybe(site_operator.data_protection);
    view["tile_origin"] = maybe(tile_origin);
    view["logs"] = maybe(site_operator.logs);
    return view;
}

}  // namespace wespol
