// SPDX-License-Identifier: GPL-3.0-or-later
// One entity in the words of schema.org (JSON-LD), for machines that read its page: what kind of
// organisation it is, where, its numbers, its certificates with their days, what it makes. What is
// unknown is left out; so is a certificate whose end the dates do not settle, as one without an end
// would be taken for valid, and any state: that depends on the day. Thread-safe: no state.
//
// It stands in <script type="application/ld+json">, a data block: browsers neither run it nor hold
// it against the Content-Security-Policy (HTML, "prepare the script element": an element of such a
// type is left alone before the policy is asked), so `script-src 'self'` stays as it is.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/page_renderer.h"

#include <string>

namespace wespol {

/// JSON in which every "<", ">" and "&" is written as an escape: no text in it can close the
/// element, so it is put into the page as it stands (template_set.cpp).
std::string structured_data(const PageContext& context, const EntityRecord& record);

}  // namespace wespol
