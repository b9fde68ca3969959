// SPDX-License-Identifier: GPL-3.0-or-later
// The type of our PDFs: Lato (Debian: fonts-lato), with all Polish and Ukrainian letters, found by
// fontconfig; and texts set in it. What was set is remembered: a protocol says the same sentences
// of each result, and is set twice. Belongs to one document and one thread, as Pango's fonts do.
#pragma once

#include "server/pdf/pdf_text.h"

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

namespace wespol {

class PdfType {
  public:
    /// One point is one unit, nothing is rounded to pixels. Throws Error(environment) when the font
    /// is not installed: another would break lines elsewhere, and the same protocol would differ.
    PdfType();

    /// `width` in points.
    std::shared_ptr<const PdfLines> set(const PdfText& text, double width);

  private:
    /// Texts of a few kilobytes each.
    static constexpr std::size_t kMostRemembered = 4096;

    std::shared_ptr<PangoContext> context_;
    std::unordered_map<std::string, std::shared_ptr<const PdfLines>> remembered_;
};

}  // namespace wespol
