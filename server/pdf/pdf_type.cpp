// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_type.h"

#include "core/support/error.h"

#include <pango/pangocairo.h>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Equal for texts that are set alike.
std::string key_of(const PdfText& text, double width) {
    std::string key = fmt::format("{}", width);
    for (const PdfRun& run : text)
        key += fmt::format("\x1e{} {} {:x}\x1f{}", run.style.size, run.style.is_bold,
                           run.style.colour, run.text);
    return key;
}

bool has_family(PangoFontMap* map, std::string_view wanted) {
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(map, &families, &count);
    bool found = false;
    for (int i = 0; i < count; ++i)
        found = found || pango_font_family_get_name(families[i]) == wanted;
    g_free(families);
    return found;
}

void set_for_paper(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("pl"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

std::shared_ptr<PangoContext> new_context() {
    const std::shared_ptr<PangoFontMap> map(pango_cairo_font_map_new(), &g_object_unref);
    if (!has_family(map.get(), kPdfFontFamily))
        throw Error(ErrorCode::environment, "Nie ma kroju pisma Lato, którym piszemy PDF",
                    "Zainstaluj pakiet fonts-lato.");
    constexpr double kPointsPerInch = 72;
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), kPointsPerInch);
    std::shared_ptr<PangoContext> context(pango_font_map_create_context(map.get()),
                                          &g_object_unref);
    set_for_paper(context.get());
    return context;
}

}  // namespace

PdfType::PdfType() : context_(new_context()) {}

std::shared_ptr<const PdfLines> PdfType::set(const PdfText& text, double width) {
    std::string key = key_of(text, width);
    if (const auto known = remembered_.find(key); known != remembered_.end()) return known->second;
    auto lines = std::make_shared<const PdfLines>(context_.get(), text, width);
    if (remembered_.size() < kMostRemembered) remembered_.emplace(std::move(key), lines);
    return lines;
}

}  // namespace wespol
