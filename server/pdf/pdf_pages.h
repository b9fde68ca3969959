// SPDX-License-Identifier: GPL-3.0-or-later
// A tagged PDF written from top to bottom: headings, paragraphs, tables (pdf_table.h) flow over A4
// pages, each with a foot that tells what it is and which of how many. Tags (H1, P, Table, …) let a
// screen reader follow. The same calls give the same bytes. Pango and Cairo in this process: fonts
// and surface belong to one document, so documents may be written in several threads at once, each
// in one. Why: docs/adr/0013.
#pragma once

#include "server/pdf/pdf_type.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

typedef struct _cairo_surface cairo_surface_t;

namespace wespol {

class QrCode;

struct PdfDescription {
    std::string title;
    std::string author;
    std::string subject;
    std::string created;   ///< ISO 8601 with the difference from UTC
    std::string language;  ///< "pl-PL"
    /// What stands at the foot of page `page` of `pages`.
    std::function<std::string(int page, int pages)> foot;
};

class PdfPages {
  public:
    static constexpr double kWidth = 595.276, kHeight = 841.89;  ///< A4
    static constexpr double kMargin = 51.02;                     ///< 18 mm
    static constexpr double kBodyWidth = kWidth - 2 * kMargin;

    /// Level 1 to 3. Never alone at the end of a page: at least `followed_by` points stay with it.
    void heading(int level, std::string_view text, double followed_by = 60);

    void paragraph(const PdfText& text) { paragraph(text, kBodyWidth); }
    void paragraph(const PdfText& text, double width);

    /// A paragraph that is a link, when `address` is a plain one.
    void link(const PdfText& text, std::string_view address);

    /// In the right upper corner of the body, `edge` points wide; does not move what follows.
    /// `alternative` is what is read out in its place.
    void qr_code(const QrCode& code, double edge, std::string alternative);

    void gap(double points);

    // ---- for what is made of these (pdf_table.cpp) ----

    /// A tag around what is drawn while it lives. Of tags within each other only the innermost may
    /// hold text; no page may end while such a one lives.
    class Tag {
      public:
        Tag(PdfPages& pages, const char* name, const std::string& attributes = {});
        ~Tag();
        Tag(const Tag&) = delete;
        Tag& operator=(const Tag&) = delete;

      private:
        cairo_t* cairo_;
        const char* name_;
    };

    std::shared_ptr<const PdfLines> lines(const PdfText& text, double width) const {
        return type_.set(text, width);
    }
    void draw(const PdfLines& lines, double x, std::size_t first, std::size_t last) const;
    void rule(double x, double width, double thickness, std::uint32_t colour) const;

    double left_on_page() const;
    double body_height() const;  ///< of a whole page
    void move_down(double points) { y_ += points; }
    void next_page();

  private:
    friend std::string write_pdf(const PdfDescription& description,
                                 const std::function<void(PdfPages&)>& draw);

    /// `pages`: 0 while they are being counted.
    PdfPages(const PdfDescription& description, PdfType& type, int pages);
    void end_page();
    std::string finish();

    const PdfDescription& description_;
    PdfType& type_;
    int pages_;
    std::string bytes_;
    std::shared_ptr<cairo_surface_t> surface_;
    std::shared_ptr<cairo_t> cairo_;
    std::vector<std::string> alternatives_;  ///< of the figures so far
    int page_ = 1;
    double y_ = kMargin;
};

/// Runs `draw` twice: first to learn how many pages there are, which stands at the foot of each.
/// Throws Error(environment) when Cairo fails or the font is missing.
std::string write_pdf(const PdfDescription& description,
                      const std::function<void(PdfPages&)>& draw);

}  // namespace wespol
