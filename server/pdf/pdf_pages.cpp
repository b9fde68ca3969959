// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_pages.h"

#include "core/support/error.h"
#include "server/pdf/pdf_language.h"
#include "server/qr_code.h"

#include <algorithm>
#include <array>
#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>
#include <utility>

namespace wespol {
namespace {

constexpr double kFootHeight = 28;
constexpr PdfStyle kFootStyle{8, false, 0x5a4f48};

struct HeadingLook {
    const char* tag = "";
    PdfStyle style;
    double before = 0, after = 0;  ///< points
};
constexpr std::array kHeadings{HeadingLook{"H1", {21, true, 0x8c1d35}, 0, 6},
                               HeadingLook{"H2", {14, true, 0x1c1714}, 14, 5},
                               HeadingLook{"H3", {11, true, 0x1c1714}, 12, 3}};

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void set_colour(cairo_t* cairo, std::uint32_t colour) {
    const auto part = [colour](unsigned shift) {
        return static_cast<double>((colour >> shift) & 0xffU) / 255.0;
    };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

/// Only what is sure to be an address of the web, in ASCII as PDF wants it.
bool is_plain_address(std::string_view address) {
    const bool is_web = address.starts_with("https://") || address.starts_with("http://");
    return is_web && std::all_of(address.begin(), address.end(),
                                 [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

std::string in_attribute(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error(ErrorCode::environment,
                    std::string("Nie można utworzyć PDF: ") + cairo_status_to_string(status));
}

}  // namespace

// ---- tags --------------------------------------------------------------------------------------

PdfPages::Tag::Tag(PdfPages& pages, const char* name, const std::string& attributes)
    : cairo_(pages.cairo_.get()), name_(name) {
    cairo_tag_begin(cairo_, name_, attributes.empty() ? nullptr : attributes.c_str());
}

PdfPages::Tag::~Tag() {
    cairo_tag_end(cairo_, name_);
}

// ---- pages -------------------------------------------------------------------------------------

PdfPages::PdfPages(const PdfDescription& description, PdfType& type, int pages)
    : description_(description),
      type_(type),
      pages_(pages),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, kWidth, kHeight),
               &cairo_surface_destroy) {
    cairo_surface_t* surface = surface_.get();
    // Later versions may hide the list of objects in a compressed stream; the language is added
    // to it as text (pdf_language.h).
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, description.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, description.author.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                   description.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   description.created.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
                                   description.created.c_str());
    cairo_ = std::shared_ptr<cairo_t>(cairo_create(surface), &cairo_destroy);
    check(cairo_status(cairo_.get()));
}

double PdfPages::body_height() const {
    return kHeight - 2 * kMargin - kFootHeight;
}

double PdfPages::left_on_page() const {
    return kMargin + body_height() - y_;
}

void PdfPages::end_page() {
    const double y = kHeight - kMargin - kFootHeight / 2;
    set_colour(cairo_.get(), 0xd0c6bb);
    cairo_rectangle(cairo_.get(), kMargin, y, kBodyWidth, 0.5);
    cairo_fill(cairo_.get());
    const auto foot = lines({{description_.foot(page_, pages_), kFootStyle}}, kBodyWidth);
    foot->draw(cairo_.get(), kMargin, y + 5, 0, foot->count());
    cairo_show_page(cairo_.get());
}

void PdfPages::next_page() {
    end_page();
    ++page_;
    y_ = kMargin;
}

std::string PdfPages::finish() {
    end_page();
    check(cairo_status(cairo_.get()));
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    check(cairo_surface_status(surface_.get()));
    return std::move(bytes_);
}

// ---- what stands on them -----------------------------------------------------------------------

void PdfPages::draw(const PdfLines& text, double x, std::size_t first, std::size_t last) const {
    text.draw(cairo_.get(), x, y_, first, last);
}

void PdfPages::rule(double x, double width, double thickness, std::uint32_t colour) const {
    set_colour(cairo_.get(), colour);
    cairo_rectangle(cairo_.get(), x, y_, width, thickness);
    cairo_fill(cairo_.get());
}

void PdfPages::gap(double points) {
    y_ += points;
}

void PdfPages::heading(int level, std::string_view text, double followed_by) {
    const HeadingLook& look = kHeadings.at(static_cast<std::size_t>(level - 1));
    const auto set = lines({{std::string(text), look.style}}, kBodyWidth);
    const bool is_at_top = y_ == kMargin;
    if (!is_at_top && look.before + set->height() + followed_by > left_on_page()) next_page();
    if (y_ != kMargin) y_ += look.before;
    const std::size_t fitting = std::max<std::size_t>(1, set->fitting(0, left_on_page()));
    const Tag tag(*this, look.tag);
    y_ += set->draw(cairo_.get(), kMargin, y_, 0, fitting) + look.after;
}

void PdfPages::paragraph(const PdfText& text, double width) {
    const auto set = lines(text, width);
    std::size_t first = 0;
    while (first < set->count()) {
        std::size_t fitting = set->fitting(first, left_on_page());
        if (fitting == 0) {
            if (y_ != kMargin) {
                next_page();
                continue;
            }
            fitting = 1;  // a line higher than a page
        }
        const Tag tag(*this, "P");
        y_ += set->draw(cairo_.get(), kMargin, y_, first, first + fitting);
        first += fitting;
    }
    y_ += 4;
}

void PdfPages::link(const PdfText& text, std::string_view address) {
    const auto set = lines(text, kBodyWidth);
    if (!is_plain_address(address) || set->height() > body_height()) return paragraph(text);
    if (set->height() > left_on_page()) next_page();
    {
        const Tag paragraph_tag(*this, "P");
        const Tag link_tag(*this, CAIRO_TAG_LINK, "uri='" + in_attribute(address) + "'");
        y_ += set->draw(cairo_.get(), kMargin, y_, 0, set->count());
    }
    y_ += 2;
}

void PdfPages::qr_code(const QrCode& code, double edge, std::string alternative) {
    const Tag tag(*this, "Figure");
    alternatives_.push_back(std::move(alternative));
    const double module = edge / code.size();
    const double left = kMargin + kBodyWidth - edge;
    set_colour(cairo_.get(), 0x000000);
    // Runs of a row in one piece, and all of them in one fill: no hairlines between modules.
    for (int row = 0; row < code.size(); ++row)
        for (int column = 0; column < code.size(); ++column) {
            const int start = column;
            while (column < code.size() && code.is_dark(column, row))
                ++column;
            if (column > start)
                cairo_rectangle(cairo_.get(), left + start * module, y_ + row * module,
                                (column - start) * module, module);
        }
    cairo_fill(cairo_.get());
}

std::string write_pdf(const PdfDescription& description,
                      const std::function<void(PdfPages&)>& draw) {
    PdfType type;
    const auto draw_document = [&](PdfPages& pages) {
        const PdfPages::Tag document(pages, "Document");
        draw(pages);
    };
    PdfPages counting(description, type, 0);
    draw_document(counting);
    PdfPages written(description, type, counting.page_);
    draw_document(written);
    std::string pdf = with_alternatives(written.finish(), written.alternatives_);
    return with_language(std::move(pdf), description.language);
}

}  // namespace wespol
