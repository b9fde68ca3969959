// SPDX-License-Identifier: GPL-3.0-or-later
// View models of /klunkry and /klunkry/<product>: a brand with its things by kind and those who
// make them, and one thing. Thread-safe as Messages are.
#pragma once

#include "server/browsing/browsing_pages.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

View brand_view(const PageContext& context, const Messages& messages, const BrandPage& page);

View product_view(const PageContext& context, const Messages& messages, const ProductPage& page);

}  // namespace wespol
