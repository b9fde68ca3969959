// SPDX-License-Identifier: GPL-3.0-or-later
// How one goes through all hits of a search, not through a page of them: for files. Nothing is
// kept of a hit once it was shown, so memory hardly grows with their number. Plain values.
#pragma once

#include "core/search/search_response.h"

#include <functional>

namespace wespol {

template <class Response, class AnyHit>
struct Visitor {
    /// Whether names and snippets show what matched: costs more than all the rest of a hit.
    bool needs_highlights = false;

    /// First of all, once: the answer without hits, facets and relaxations. May be empty.
    std::function<void(const Response&)> begin;

    /// Each hit, in the order of the pages; false = no more of them.
    std::function<bool(const AnyHit&)> visit;
};

using EntityVisitor = Visitor<SearchResponse, Hit>;
using CertificateVisitor = Visitor<CertificateResponse, CertificateHit>;

}  // namespace wespol
