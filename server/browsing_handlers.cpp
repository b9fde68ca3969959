// SPDX-License-Identifier: GPL-3.0-or-later
// Pages one browses by: /branze, /owes and /klunkry with all that is below them.
#include "server/browsing/browsing_pages.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/pages/links.h"

#include <algorithm>
#include <set>
#include <utility>

namespace wespol {
namespace {

constexpr int kEntitiesOnSectorPage = 12;

HttpResponse page(std::string html) {
    return {200, "text/html; charset=utf-8", std::move(html), {}};
}

std::vector<Product> products_of(const Searcher& searcher, const Brand& brand) {
    SearchRequest request;
    request.page_size = kMaxPageSize;
    std::vector<Product> products;
    for (ProductHit& hit : searcher.search_products(request).hits)
        if (hit.product.brand == brand.code) products.push_back(std::move(hit.product));
    return products;
}

std::map<std::string, std::string> names_of(const Searcher& searcher,
                                            const std::set<std::string>& ids) {
    std::map<std::string, std::string> names;
    for (const std::string& id : ids)
        if (const auto found = searcher.entity_alone(id, std::nullopt))
            names.emplace(id, found->entity.name);
    return names;
}

std::set<std::string> makers_of(const Product& product) {
    std::set<std::string> ids(product.maker_candidates.begin(), product.maker_candidates.end());
    if (product.maker) ids.insert(*product.maker);
    return ids;
}

}  // namespace

HttpResponse sectors_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode_day(exchange, exchange.request.parameters);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const SearchResponse overview = exchange.searcher().search(decoded.request);
        return page(exchange.pages.sectors(page_context(exchange, overview.as_of, decoded.problems),
                                           overview));
    });
}

HttpResponse sector_page(const Exchange& exchange) {
    const Concept* sector = exchange.snapshot->references().industry.find(exchange.argument);
    if (!sector) return not_found(exchange);
    const DecodedRequest decoded = decode_day(exchange, exchange.request.parameters);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const Searcher searcher = exchange.searcher();
        SearchRequest of_sector = decoded.request.with(FieldId::industry, sector->code);
        of_sector.page_size = kEntitiesOnSectorPage;
        SectorPage made{sector, searcher.search(decoded.request), searcher.search(of_sector)};
        return page(exchange.pages.sector(
            page_context(exchange, made.found.as_of, decoded.problems), made));
    });
}

HttpResponse support_centres_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode_day(exchange, exchange.request.parameters);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        return page(exchange.pages.support_centres(page_context(
            exchange, decoded.request.as_of.value_or(exchange.today), decoded.problems)));
    });
}

HttpResponse support_centre_page(const Exchange& exchange) {
    const References& references = exchange.snapshot->references();
    const SupportCentre* centre = references.support_centre(exchange.argument);
    if (!centre) return not_found(exchange);
    const DecodedRequest decoded = decode_day(exchange, exchange.request.parameters);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const Searcher searcher = exchange.searcher();
        SupportCentrePage made;
        made.centre = centre;
        made.area = decoded.request;
        std::vector<const County*> counties = counties_of(*centre, references.region);
        for (const County* county : counties)
            made.area = made.area.with(FieldId::county, county->code);
        if (!counties.empty()) made.ending = ending_certificates(searcher, made.area);
        made.table =
            sector_table(searcher, references.industry, std::move(counties), decoded.request.as_of);
        return page(exchange.pages.support_centre(
            page_context(exchange, decoded.request.as_of.value_or(exchange.today),
                         decoded.problems),
            made));
    });
}

HttpResponse brand_page(const Exchange& exchange) {
    const Brand* brand = exchange.snapshot->references().find_brand(kBrandOfPage);
    if (!brand) return not_found(exchange);
    return answer_unless_known(exchange, "", [&] {
        const Searcher searcher = exchange.searcher();
        BrandPage made{brand, products_of(searcher, *brand), {}};
        std::set<std::string> ids;
        for (const Product& product : made.products)
            ids.merge(makers_of(product));
        for (const BrandMaker& maker : brand->makers)
            ids.insert(maker.entity);
        made.names = names_of(searcher, ids);
        return page(exchange.pages.brand(page_context(exchange, exchange.today), made));
    });
}

HttpResponse product_page(const Exchange& exchange) {
    const Brand* brand = exchange.snapshot->references().find_brand(kBrandOfPage);
    if (!brand) return not_found(exchange);
    const Searcher searcher = exchange.searcher();
    std::vector<Product> products = products_of(searcher, *brand);
    const auto product = std::ranges::find(products, exchange.argument, &Product::id);
    if (product == products.end()) return not_found(exchange);
    return answer_unless_known(exchange, "", [&] {
        return page(exchange.pages.product(
            page_context(exchange, exchange.today),
            ProductPage{brand, *product, names_of(searcher, makers_of(*product))}));
    });
}

}  // namespace wespol
