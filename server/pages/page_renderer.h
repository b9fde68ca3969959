// SPDX-License-Identifier: GPL-3.0-or-later
// Responses of the core → HTML pages: builds a view model and fills a mustache template.
// Knows nothing of HTTP or of the index. Thread-safe; all threads share templates and messages.
#pragma once

#include "core/catalogue/quality_figures.h"
#include "core/search/parameter_problem.h"
#include "core/search/search_response.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// What every page needs to know of where it stands.
struct PageContext {
    const References& references;
    std::string generation;
    Day as_of{};
    Day today{};
    Language language = Language::pl;
    std::vector<ParameterProblem> problems = {};  ///< told at the top
    /// Path and query of this very page as in Polish, for the same page in other languages.
    std::string address = "/";
    std::string public_url = {};  ///< how the world reaches us, without a slash at the end
};

class Messages;
struct CheckPage;
struct ComparePage;
struct MapPage;
struct CpvCodePage;
struct CpvPage;
struct Protocol;
struct ProtocolHomePage;
struct SectorPage;
struct SupportCentrePage;
struct BrandPage;
struct ProductPage;

class PageRenderer {
  public:
    /// `resources`: the folder with templates/, locales/ and assets/assets.json.
    /// Throws Error(environment) when one is missing or broken.
    explicit PageRenderer(const std::filesystem::path& resources);
    ~PageRenderer();

    /// `overview`: the answer to a request of nothing but a day, for sectors, counties and figures.
    std::string home(const PageContext& context, const SearchResponse& overview) const;

    /// `products`: the strip of matching products; `overview`: as of home(), where nothing is found
    /// and no other search can be offered; `map`: null for a list.
    std::string results(const PageContext& context, const SearchResponse& response,
                        const ProductResponse& products,
                        const std::optional<SearchResponse>& overview = std::nullopt,
                        const MapPage* map = nullptr) const;

    std::string entity(const PageContext& context, const EntityRecord& record) const;

    /// Buying from the social economy, on the day of the context; `net_value` in grosz.
    std::string guidance(const PageContext& context,
                         const std::optional<std::int64_t>& net_value) const;

    /// How words are understood: all of it is in the references.
    std::string words(const PageContext& context) const;

    /// What can be bought, by CPV codes; what is null in it was not asked for.
    std::string cpv(const PageContext& context, const CpvPage& page) const;

    /// One CPV code with its suppliers on the day of the context.
    std::string cpv_code(const PageContext& context, const CpvCodePage& page) const;

    /// How much the directory knows.
    std::string quality(const PageContext& context, const QualityFigures& figures) const;

    /// What can be fetched, from where it is and on what terms; the addresses for programs.
    std::string data(const PageContext& context, const QualityFigures& figures) const;
    std::string api(const PageContext& context) const;

    /// Of the site itself: what it is and who runs it, why results stand where they stand; who runs
    /// it is in the references.
    std::string about(const PageContext& context) const;
    std::string order(const PageContext& context) const;

    /// What it keeps and who else is asked: `tile_origin` for pictures of the map, "" = nobody.
    std::string privacy(const PageContext& context, const std::string& tile_origin) const;

    /// The accessibility statement of the site at `public_url`.
    std::string accessibility(const PageContext& context, const std::string& public_url) const;

    /// The page that checks one or many; what is null in it was not asked for.
    std::string check(const PageContext& context, const CheckPage& page) const;

    /// `overview`: the answer to a search for everyone.
    std::string sectors(const PageContext& context, const SearchResponse& overview) const;
    std::string sector(const PageContext& context, const SectorPage& page) const;

    /// All of them; one of them.
    std::string support_centres(const PageContext& context) const;
    std::string support_centre(const PageContext& context, const SupportCentrePage& page) const;

    std::string brand(const PageContext& context, const BrandPage& page) const;
    std::string product(const PageContext& context, const ProductPage& page) const;

    /// Entities side by side.
    std::string compare(const PageContext& context, const ComparePage& page) const;

    /// A market-check record: a Polish document, whatever the language of the page around it.
    std::string protocol(const PageContext& context, const Messages& polish,
                         const Protocol& protocol) const;

    /// What protocols are, and whether one is ours.
    std::string protocol_home(const PageContext& context, const ProtocolHomePage& page) const;

    /// With a search box; `what` is the address asked for.
    std::string not_found(const PageContext& context, std::string_view what) const;

    /// Of an entity that was removed: since when and why.
    std::string retired(const PageContext& context, const RetiredId& retired) const;

    /// The Polish sentences of the site, for the time of the call: for what is no page.
    void with_messages(const std::function<void(const Messages&)>& use) const;

  private:
    class Templates;
    const Templates& in(Language language) const;

    std::array<std::unique_ptr<const Templates>, kLanguages.size()> templates_;  ///< by Language
};

}  // namespace wespol
