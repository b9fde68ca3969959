// SPDX-License-Identifier: GPL-3.0-or-later
// Text set into lines of a width by Pango: how high it is, and its lines drawn one by one, so that
// it can go on on the next page. Belongs to one PdfPages, used by its thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

typedef struct _cairo cairo_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;

namespace wespol {

inline constexpr const char* kPdfFontFamily = "Lato";

/// Of type: points, weight, 0xRRGGBB.
struct PdfStyle {
    double size = 9.5;
    bool is_bold = false;
    std::uint32_t colour = 0x1c1714;
};

struct PdfRun {
    std::string text;  ///< UTF-8; a line break begins a new line
    PdfStyle style = {};
};
using PdfText = std::vector<PdfRun>;

class PdfLines {
  public:
    /// `width` in points. Words that are wider (addresses) are broken, without a hyphen.
    PdfLines(PangoContext* context, const PdfText& text, double width);
    ~PdfLines();
    PdfLines(PdfLines&& other) noexcept;
    PdfLines& operator=(PdfLines&& other) noexcept;

    std::size_t count() const { return lines_.size(); }
    double height() const { return height_from(0); }

    /// Of all lines from `first` on.
    double height_from(std::size_t first) const;

    /// How many lines from `first` on fit into `height`.
    std::size_t fitting(std::size_t first, double height) const;

    /// Lines [first, last) with their top left corner at (x, y); returns how high they are.
    double draw(cairo_t* cairo, double x, double y, std::size_t first, std::size_t last) const;

  private:
    struct Line {
        PangoLayoutLine* line;
        double top, bottom, baseline;
    };

    PangoLayout* layout_ = nullptr;
    std::vector<Line> lines_;
};

}  // namespace wespol
