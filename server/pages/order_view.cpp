// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/order_view.h"

#include "server/pages/page_frame.h"

namespace wespol {

View order_view(const PageContext& context, const Messages& messages) {
    return page_frame(context, messages, messages("order.heading"));
}

}  // namespace wespol
