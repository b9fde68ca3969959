// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/page_renderer.h"

#include "server/pages/about_view.h"
#include "server/pages/accessibility_view.h"
#include "server/pages/brand_view.h"
#include "server/pages/check_view.h"
#include "server/pages/compare_view.h"
#include "server/pages/cpv_code_view.h"
#include "server/pages/cpv_view.h"
#include "server/pages/data_view.h"
#include "server/pages/entity_view.h"
#include "server/pages/guidance_view.h"
#include "server/pages/home_view.h"
#include "server/pages/messages.h"
#include "server/pages/not_found_view.h"
#include "server/pages/order_view.h"
#include "server/pages/privacy_view.h"
#include "server/pages/protocol_view.h"
#include "server/pages/quality_view.h"
#include "server/pages/results_view.h"
#include "server/pages/sectors_view.h"
#include "server/pages/support_centre_view.h"
#include "server/pages/template_set.h"
#include "server/pages/words_view.h"

#include <memory>

namespace wespol {

/// What pages of one language are made of.
class PageRenderer::Templates {
  public:
    Templates(const std::filesystem::path& resources, Language language)
        : messages_(resources / "locales", language),
          set_(resources / "templates", messages_, Messages(resources / "locales", Language::pl),
               read_asset_addresses(resources / "assets" / "assets.json")) {}

    /// Fills page `name` with what `make_view(messages)` gives.
    template <class MakeView>
    std::string render(const std::string& name, const MakeView& make_view) const {
        return set_.fill(name, make_view(messages_));
    }

    const Messages& messages() const { return messages_; }

  private:
    Messages messages_;
    TemplateSet set_;
};

PageRenderer::PageRenderer(const std::filesystem::path& resources) {
    for (const Language language : kLanguages)
        templates_[index_of(language)] = std::make_unique<Templates>(resources, language);
}

PageRenderer::~PageRenderer() = default;

const PageRenderer::Templates& PageRenderer::in(Language language) const {
    return *templates_[index_of(language)];
}

std::string PageRenderer::home(const PageContext& context, const SearchResponse& overview) const {
    return in(context.language).render("home", [&](const Messages& messages) {
        return home_view(context, messages, overview);
    });
}

std::string PageRenderer::results(const PageContext& context, const SearchResponse& response,
                                  const ProductResponse& products,
                                  const std::optional<SearchResponse>& overview,
                                  const MapPage* map) const {
    return in(context.language).render("results", [&](const Messages& messages) {
        return results_view(context, messages, response, products, overview, map);
    });
}

std::string PageRenderer::entity(const PageContext& context, const EntityRecord& record) const {
    return in(context.language).render("entity", [&](const Messages& messages) {
        return entity_view(context, messages, record);
    });
}

std::string PageRenderer::guidance(const PageContext& context,
                                   const std::optional<std::int64_t>& net_value) const {
    return in(context.language).render("guidance", [&](const Messages& messages) {
        return guidance_view(context, messages, net_value);
    });
}

std::string PageRenderer::words(const PageContext& context) const {
    return in(context.language).render("words", [&](const Messages& messages) {
        return words_view(context, messages);
    });
}

std::string PageRenderer::cpv(const PageContext& context, const CpvPage& page) const {
    return in(context.language).render("cpv", [&](const Messages& messages) {
        return cpv_view(context, messages, page);
    });
}

std::string PageRenderer::cpv_code(const PageContext& context, const CpvCodePage& page) const {
    return in(context.language).render("cpv_code", [&](const Messages& messages) {
        return cpv_code_view(context, messages, page);
    });
}

std::string PageRenderer::quality(const PageContext& context, const QualityFigures& figures) const {
    return in(context.language).render("quality", [&](const Messages& messages) {
        return quality_view(context, messages, figures);
    });
}

std::string PageRenderer::data(const PageContext& context, const QualityFigures& figures) const {
    return in(context.language).render("data", [&](const Messages& messages) {
        return data_view(context, messages, figures);
    });
}

std::string PageRenderer::api(const PageContext& context) const {
    return in(context.language).render("api", [&](const Messages& messages) {
        return api_view(context, messages);
    });
}

std::string PageRenderer::about(const PageContext& context) const {
    return in(context.language).render("about", [&](const Messages& messages) {
        return about_view(context, messages);
    });
}

std::string PageRenderer::privacy(const PageContext& context,
                                  const std::string& tile_origin) const {
    return in(context.language).render("privacy", [&](const Messages& messages) {
        return privacy_view(context, messages, tile_origin);
    });
}

std::string PageRenderer::order(const PageContext& context) const {
    return in(context.language).render("order", [&](const Messages& messages) {
        return order_view(context, messages);
    });
}

std::string PageRenderer::accessibility(const PageContext& context,
                                        const std::string& public_url) const {
    return in(context.language).render("accessibility", [&](const Messages& messages) {
        return accessibility_view(context, messages, public_url);
    });
}

std::string PageRenderer::check(const PageContext& context, const CheckPage& page) const {
    return in(context.language).render("certificates", [&](const Messages& messages) {
        return check_view(context, messages, page);
    });
}

std::string PageRenderer::sectors(const PageContext& context,
                                  const SearchResponse& overview) const {
    return in(context.language).render("sectors", [&](const Messages& messages) {
        return sectors_view(context, messages, overview);
    });
}

std::string PageRenderer::sector(const PageContext& context, const SectorPage& page) const {
    return in(context.language).render("sector", [&](const Messages& messages) {
        return sector_view(context, messages, page);
    });
}

std::string PageRenderer::support_centres(const PageContext& context) const {
    return in(context.language).render("support_centres", [&](const Messages& messages) {
        return support_centres_view(context, messages);
    });
}

std::string PageRenderer::support_centre(const PageContext& context,
                                         const SupportCentrePage& page) const {
    return in(context.language).render("support_centre", [&](const Messages& messages) {
        return support_centre_view(context, messages, page);
    });
}

std::string PageRenderer::brand(const PageContext& context, const BrandPage& page) const {
    return in(context.language).render("brand", [&](const Messages& messages) {
        return brand_view(context, messages, page);
    });
}

std::string PageRenderer::product(const PageContext& context, const ProductPage& page) const {
    return in(context.language).render("product", [&](const Messages& messages) {
        return product_view(context, messages, page);
    });
}

std::string PageRenderer::compare(const PageContext& context, const ComparePage& page) const {
    return in(context.language).render("compare", [&](const Messages& messages) {
        return compare_view(context, messages, page);
    });
}

std::string PageRenderer::protocol(const PageContext& context, const Messages& polish,
                                   const Protocol& protocol) const {
    return in(context.language).render("protocol", [&](const Messages& messages) {
        return protocol_view(context, messages, polish, protocol);
    });
}

std::string PageRenderer::protocol_home(const PageContext& context,
                                        const ProtocolHomePage& page) const {
    return in(context.language).render("protocol_home", [&](const Messages& messages) {
        return protocol_home_view(context, messages, page);
    });
}

std::string PageRenderer::not_found(const PageContext& context, std::string_view what) const {
    return in(context.language).render("not_found", [&](const Messages& messages) {
        return not_found_view(context, messages, what);
    });
}

std::string PageRenderer::retired(const PageContext& context, const RetiredId& retired) const {
    return in(context.language).render("not_found", [&](const Messages& messages) {
        return retired_view(context, messages, retired);
    });
}

void PageRenderer::with_messages(const std::function<void(const Messages&)>& use) const {
    use(in(Language::pl).messages());
}

}  // namespace wespol
