// SPDX-License-Identifier: GPL-3.0-or-later
// ETag and 304: the tag is made before the answer, of everything the answer follows from, so an
// unchanged one is not computed at all. Thread-safe: no state.
#pragma once

#include "server/exchange.h"

#include <functional>
#include <string>
#include <string_view>

namespace wespol {

/// Of generation, day, templates, language, path and the canonical form of the request.
std::string entity_tag(const Exchange& exchange, std::string_view canonical_request);

/// Whether the header If-None-Match names this tag, by weak comparison: a proxy that compresses
/// makes tags weak.
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// 304 when the client has this very answer, else what `render` makes, with its tag when it is
/// a 200. `canonical_request`: equal for requests that have equal answers.
HttpResponse answer_unless_known(const Exchange& exchange, std::string_view canonical_request,
                                 const std::function<HttpResponse()>& render);

}  // namespace wespol
