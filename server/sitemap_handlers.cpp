// SPDX-License-Identifier: GPL-3.0-or-later
// For search engines: every page there is, in three languages. One list names the parts, so that
// none grows beyond what they read (50,000 addresses, 50 MB).
#include "server/entity_tag.h"
#include "server/feeds/atom_feed.h"
#include "server/handlers.h"
#include "server/page_path.h"
#include "server/pages/links.h"

#include <array>
#include <charconv>
#include <functional>
#include <optional>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kEntitiesOfPart = 10'000;
constexpr std::string_view kPages = "strony.xml";
constexpr std::string_view kEntities = "podmioty-";
constexpr std::string_view kEnding = ".xml";
constexpr const char* kXml = "application/xml; charset=utf-8";
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

constexpr std::array<std::string_view, 16> kFixedPages{"/",
                                                       "/szukaj",
                                                       "/certyfikaty",
                                                       "/zamowienia",
                                                       "/branze",
                                                       "/owes",
                                                       "/cpv",
                                                       "/slowa",
                                                       "/dane/jakosc",
                                                       "/dane",
                                                       "/api",
                                                       "/protokol",
                                                       "/kolejnosc",
                                                       "/o-serwisie",
                                                       "/prywatnosc",
                                                       "/deklaracja-dostepnosci"};

std::string beginning(std::string_view element) {
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{} xmlns=\"{}\">\n", element,
                       kNamespace);
}

/// In each language; `path` as in Polish, encoded.
std::string addresses(const std::string& public_url, std::string_view path) {
    std::string lines;
    for (const Language language : kLanguages)
        lines += fmt::format(
            "<url><loc>{}</loc></url>\n",
            xml_escaped(fmt::format("{}{}{}", public_url, language_prefix(language), path)));
    return lines;
}

std::size_t parts_of_entities(const Exchange& exchange) {
    const std::size_t entities = exchange.snapshot->columns().of_type(DocumentType::entity).count();
    return (entities + kEntitiesOfPart - 1) / kEntitiesOfPart;
}

std::string pages(const Exchange& exchange) {
    const References& references = exchange.snapshot->references();
    std::string text = beginning("urlset");
    for (const std::string_view path : kFixedPages)
        text += addresses(exchange.public_url, path);
    for (const auto& sector : references.industry.concepts())
        text += addresses(exchange.public_url, "/branza/" + percent_encoded(sector.code));
    if (references.find_brand(kBrandOfPage)) text += addresses(exchange.public_url, "/klunkry");
    for (const SupportCentre& centre : references.support_centres)
        text += addresses(exchange.public_url, "/owes/" + percent_encoded(centre.id));
    return text + "</urlset>\n";
}

std::string entities(const Exchange& exchange, std::size_t part) {
    std::string text = beginning("urlset");
    for (const std::string& id :
         exchange.searcher().entity_ids((part - 1) * kEntitiesOfPart, kEntitiesOfPart))
        text += addresses(exchange.public_url, "/podmiot/" + percent_encoded(id));
    return text + "</urlset>\n";
}

/// 3 of "podmioty-3.xml"; null when there is no such part.
std::optional<std::size_t> part_of(const Exchange& exchange) {
    std::string_view name = exchange.argument;
    if (!name.starts_with(kEntities) || !name.ends_with(kEnding)) return std::nullopt;
    name.remove_prefix(kEntities.size());
    name.remove_suffix(kEnding.size());
    std::size_t part = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), part);
    const bool is_number = error == std::errc{} && end == name.data() + name.size();
    if (!is_number || name.starts_with('0') || part > parts_of_entities(exchange))
        return std::nullopt;
    return part;
}

}  // namespace

HttpResponse sitemap_index(const Exchange& exchange) {
    return answer_unless_known(exchange, "", [&] {
        std::string text = beginning("sitemapindex");
        const auto add = [&](std::string_view name) {
            text +=
                fmt::format("<sitemap><loc>{}</loc></sitemap>\n",
                            xml_escaped(fmt::format("{}/sitemap/{}", exchange.public_url, name)));
        };
        add(kPages);
        for (std::size_t part = 1; part <= parts_of_entities(exchange); ++part)
            add(fmt::format("{}{}{}", kEntities, part, kEnding));
        return HttpResponse{200, kXml, text + "</sitemapindex>\n", {}};
    });
}

HttpResponse sitemap_part(const Exchange& exchange) {
    const bool is_of_pages = exchange.argument == kPages;
    const auto part = part_of(exchange);
    if (!is_of_pages && !part) return not_found(exchange);
    return answer_unless_known(exchange, "", [&] {
        return HttpResponse{
            200, kXml, is_of_pages ? pages(exchange) : entities(exchange, *part), {}};
    });
}

}  // namespace wespol
