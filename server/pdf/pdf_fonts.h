// SPDX-License-Identifier: GPL-3.0-or-later
// The type of our PDFs: Lato (Debian: fonts-lato), with all Polish and Ukrainian letters, found by
// fontconfig. A map of its own for each document: Pango's are not for several threads.
#pragma once

#include <memory>

typedef struct _PangoContext PangoContext;

namespace wespol {

inline constexpr const char* kPdfFontFamily = "Lato";

/// One point is one unit, nothing is rounded to pixels. Throws Error(environment) when the font is
/// not installed: another would break lines elsewhere, and the same protocol would differ.
std::shared_ptr<PangoContext> new_font_context();

}  // namespace wespol
