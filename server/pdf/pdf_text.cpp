// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_text.h"

#include <memory>
#include <pango/pangocairo.h>
#include <utility>

namespace wespol {
namespace {

/// For all that Pango gives and takes back by a function.
template <auto release>
struct Released {
    template <class Kind>
    void operator()(Kind* owned) const {
        release(owned);
    }
};

guint16 channel(std::uint32_t colour, unsigned shift) {
    return static_cast<guint16>(((colour >> shift) & 0xffU) * 257U);
}

/// Size, weight and colour of each run, and no hyphens in broken addresses.
void set_attributes(PangoLayout* layout, const PdfText& text) {
    const std::unique_ptr<PangoAttrList, Released<pango_attr_list_unref>> list(
        pango_attr_list_new());
    guint start = 0;
    for (const PdfRun& run : text) {
        const guint end = start + static_cast<guint>(run.text.size());
        const PdfStyle& style = run.style;
        for (PangoAttribute* attribute :
             {pango_attr_size_new_absolute(static_cast<int>(style.size * PANGO_SCALE)),
              pango_attr_weight_new(style.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
              pango_attr_foreground_new(channel(style.colour, 16), channel(style.colour, 8),
                                        channel(style.colour, 0)),
              pango_attr_insert_hyphens_new(FALSE),
              // One glyph for "fi" is read back as one letter that no search finds.
              pango_attr_font_features_new("liga=0, clig=0, dlig=0")}) {
            attribute->start_index = start;
            attribute->end_index = end;
            pango_attr_list_insert(list.get(), attribute);
        }
        start = end;
    }
    pango_layout_set_attributes(layout, list.get());
}

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

}  // namespace

PdfLines::PdfLines(PangoContext* context, const PdfText& text, double width)
    : layout_(pango_layout_new(context)) {
    std::string all;
    for (const PdfRun& run : text)
        all += run.text;
    pango_layout_set_text(layout_, all.data(), static_cast<int>(all.size()));
    const std::unique_ptr<PangoFontDescription, Released<pango_font_description_free>> font(
        pango_font_description_from_string(kPdfFontFamily));
    pango_layout_set_font_description(layout_, font.get());
    pango_layout_set_width(layout_, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_spacing(layout_, PANGO_SCALE);  // a point between lines
    set_attributes(layout_, text);

    const std::unique_ptr<PangoLayoutIter, Released<pango_layout_iter_free>> iterator(
        pango_layout_get_iter(layout_));
    do {
        int top = 0, bottom = 0;
        pango_layout_iter_get_line_yrange(iterator.get(), &top, &bottom);
        lines_.push_back({pango_layout_iter_get_line_readonly(iterator.get()), points(top),
                          points(bottom), points(pango_layout_iter_get_baseline(iterator.get()))});
    } while (pango_layout_iter_next_line(iterator.get()));
}

PdfLines::~PdfLines() {
    if (layout_) g_object_unref(layout_);
}

PdfLines::PdfLines(PdfLines&& other) noexcept
    : layout_(std::exchange(other.layout_, nullptr)), lines_(std::move(other.lines_)) {}

PdfLines& PdfLines::operator=(PdfLines&& other) noexcept {
    std::swap(layout_, other.layout_);
    std::swap(lines_, other.lines_);
    return *this;
}

double PdfLines::height_from(std::size_t first) const {
    return first < lines_.size() ? lines_.back().bottom - lines_[first].top : 0;
}

std::size_t PdfLines::fitting(std::size_t first, double height) const {
    std::size_t last = first;
    while (last < lines_.size() && lines_[last].bottom - lines_[first].top <= height)
        ++last;
    return last - first;
}

double PdfLines::draw(cairo_t* cairo, double x, double y, std::size_t first,
                      std::size_t last) const {
    if (first >= last) return 0;
    for (std::size_t i = first; i < last; ++i) {
        cairo_move_to(cairo, x, y + lines_[i].baseline - lines_[first].top);
        pango_cairo_show_layout_line(cairo, lines_[i].line);
    }
    return lines_[last - 1].bottom - lines_[first].top;
}

}  // namespace wespol
