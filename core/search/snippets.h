// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence under a hit: the part of its record that shows best why it was found.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate.h"
#include "core/catalogue/entity.h"
#include "core/catalogue/product.h"
#include "core/search/highlighter.h"

namespace wespol {

HighlightedText snippet_of(const Entity& entity, const Highlighter& highlighter);
HighlightedText snippet_of(const Product& product, const Highlighter& highlighter);
HighlightedText snippet_of(const Certificate& certificate, const Highlighter& highlighter);

}  // namespace wespol
