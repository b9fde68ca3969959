// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/brand_mapper.h"

#include <utility>

namespace wespol {
namespace {

constexpr const char* kOfEntity = "podmiotu";

}  // namespace

std::optional<Brand> map_brand(const SourceRecord& record, const References& references,
                               const IdSet& entities, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Brand brand;
    brand.code = fields.required_code("code", references.brand);
    brand.name = fields.required_text("name");
    brand.aliases = fields.texts("aliases");
    brand.owner = fields.text("owner");
    brand.launched = fields.date("launched");
    brand.summary = fields.text("summary");
    brand.story = fields.text("story");
    brand.name_meaning = fields.text("name_meaning");
    brand.design = fields.text("design");
    brand.motifs = fields.texts("motifs");
    fields.each("shown_at", [&](FieldReader& each) {
        BrandVenue venue;
        venue.name = each.required_text("name");
        venue.kind = each.text("kind");
        venue.town = each.text("town");
        venue.address = each.text("address");
        venue.sources = each.urls("sources");
        if (!each.rejected()) brand.shown_at.push_back(std::move(venue));
    });
    fields.each("makers", [&](FieldReader& each) {
        BrandMaker maker;
        const auto entity = each.reference("entity", entities, kOfEntity);
        maker.entity = entity.value_or("");
        maker.products = each.texts("products");
        maker.works_with = each.text("works_with");
        maker.sources = each.urls("sources");
        if (entity) brand.makers.push_back(std::move(maker));
    });
    brand.not_found = fields.texts("not_found");
    brand.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return brand;
}

std::optional<Product> map_product(const SourceRecord& record, const References& references,
                                   const IdSet& entities, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Product product;
    product.id = fields.required_id("id");
    product.brand = fields.required_code("brand", references.brand);
    product.name = fields.required_text("name");
    product.aliases = fields.texts("aliases");
    product.kind = fields.required_code("kind", references.product_kind);
    product.maker = fields.reference("maker", entities, kOfEntity);
    product.maker_candidates = fields.references("maker_candidates", entities, kOfEntity);
    product.maker_basis = fields.text("maker_basis");
    product.collection = fields.text("collection");
    product.year = fields.date("year");
    product.material = fields.text("material");
    product.price_pln = fields.text("price_pln");
    product.description = fields.text("description");
    product.provenance = fields.provenance();
    if (!fields.finish()) return std::nullopt;
    return product;
}

}  // namespace wespol
