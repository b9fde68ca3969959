// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/brand_view.h"

#include "core/support/joined.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

using Names = std::map<std::string, std::string>;

/// Its name with a link, or its id where the directory does not have it.
View entity_link(const PageContext& context, const Names& names, const std::string& id) {
    const auto known = names.find(id);
    View view;
    view["name"] = View(known == names.end() ? id : known->second);
    view["href"] = known == names.end() ? View(false) : View(entity_href(context, id));
    return view;
}

Views entity_links(const PageContext& context, const Names& names,
                   const std::vector<std::string>& ids) {
    Views views;
    for (const std::string& id : ids)
        views.push_back(entity_link(context, names, id));
    return views;
}

View thing(const PageContext& context, const Messages& messages, const Names& names,
           const Product& product) {
    View view;
    view["name"] = View(product.name);
    view["href"] = View(product_href(context, product.id));
    view["kind_code"] = View(product.kind);
    view["kind"] = View(context.references.product_kind.label(product.kind, context.language));
    view["description"] = maybe(product.description);
    view["year"] = product.year ? View(messages.date(*product.year)) : View(false);
    view["maker"] = product.maker ? entity_link(context, names, *product.maker) : View(false);
    put_list(view, "candidates", entity_links(context, names, product.maker_candidates));
    return view;
}

/// In the order in which the kinds stand in the vocabulary.
Views things_by_kind(const PageContext& context, const Messages& messages, const BrandPage& page) {
    Views kinds;
    for (const Concept& kind : context.references.product_kind.concepts()) {
        Views things;
        for (const Product& product : page.products)
            if (product.kind == kind.code)
                things.push_back(thing(context, messages, page.names, product));
        if (things.empty()) continue;
        View view;
        view["label"] = View(kind.label(context.language));
        view["things"] = View(things);
        kinds.push_back(std::move(view));
    }
    return kinds;
}

View maker_view(const PageContext& context, const BrandPage& page, const BrandMaker& maker) {
    View view = entity_link(context, page.names, maker.entity);
    view["makes"] = View(joined(maker.products, ", "));
    view["works_with"] = maybe(maker.works_with);
    put_list(view, "maker_sources", source_views(maker.sources));
    return view;
}

View venue_view(const BrandVenue& venue) {
    View view;
    view["name"] = View(venue.name);
    view["place"] =
        maybe(joined_known({venue.address.value_or(""), venue.town.value_or("")}, ", "));
    put_list(view, "venue_sources", source_views(venue.sources));
    return view;
}

}  // namespace

View brand_view(const PageContext& context, const Messages& messages, const BrandPage& page) {
    const Brand& brand = *page.brand;
    View view = page_frame(context, messages, brand.name);
    view["name"] = View(brand.name);
    view["summary"] = maybe(brand.summary);
    view["story"] = maybe(brand.story);
    view["meaning"] = maybe(brand.name_meaning);
    view["design"] = maybe(brand.design);
    view["owner"] = maybe(brand.owner);
    view["launched"] = brand.launched ? View(messages.date(*brand.launched)) : View(false);
    put_list(view, "motifs", text_views(brand.motifs));
    put_list(view, "kinds", things_by_kind(context, messages, page));
    Views makers, venues;
    for (const BrandMaker& maker : brand.makers)
        makers.push_back(maker_view(context, page, maker));
    for (const BrandVenue& venue : brand.shown_at)
        venues.push_back(venue_view(venue));
    put_list(view, "makers", makers);
    put_list(view, "venues", venues);
    put_list(view, "not_found", text_views(brand.not_found));
    put_list(view, "sources", source_views(brand.provenance.urls));
    view["search_href"] = View(filter_href(context, FieldId::brand, brand.code));
    return view;
}

View product_view(const PageContext& context, const Messages& messages, const ProductPage& page) {
    const Product& product = page.product;
    View view = page_frame(context, messages, product.name);
    view["brand"] = View(page.brand->name);
    view["product"] = thing(context, messages, page.names, product);
    view["material"] = maybe(product.material);
    view["collection"] = maybe(product.collection);
    view["price"] = maybe(product.price_pln);
    view["maker_basis"] = maybe(product.maker_basis);
    put_list(view, "aliases", text_views(product.aliases));
    put_list(view, "sources", source_views(product.provenance.urls));
    view["confirmed"] =
        product.provenance.as_of ? View(messages.date(*product.provenance.as_of)) : View(false);
    view["file"] = View(product.provenance.file);
    view["row"] = View(std::to_string(product.provenance.row));
    return view;
}

}  // namespace wespol
