// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/downloads_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

struct Download {
    const char* extension;
    const char* label;
    const char* meaning;  ///< key of a message
};

constexpr std::array kDownloads{
    Download{"xlsx", "XLSX", "download.xlsx"},
    Download{"csv", "CSV", "download.csv"},
    Download{"jsonl", "JSON Lines", "download.jsonl"},
    Download{"geojson", "GeoJSON", "download.geojson"},
};

struct FeedLink {
    const char* extension;
    const char* type;
};

constexpr std::array kFeeds{
    FeedLink{"atom", "application/atom+xml"},
    FeedLink{"json-feed", "application/feed+json"},
    FeedLink{"ics", "text/calendar"},
};

std::string with_query(const std::string& address, const std::string& query) {
    return query.empty() ? address : address + "?" + query;
}

std::string file_query(const SearchRequest& request) {
    return canonical_query(request.whole());
}

/// `of`: "entities", "certificates".
View feed_view(const FeedLink& feed, const std::string& of, const std::string& query,
               const std::string& title) {
    View view;
    view["type"] = View(std::string(feed.type));
    view["href"] = View(with_query("/api/v1/" + of + "." + feed.extension, query));
    view["title"] = View(title);
    return view;
}

/// Did any of the found entities ever hold the mark?
bool has_holders(const SearchResponse& response) {
    const bool is_narrowed = response.spelled_out.filters.contains(FieldId::certificate_state);
    const auto is_held = [&](const FacetValue& value) {
        return value.code != code(CertificateState::never) && value.count > 0 &&
               (value.selected || !is_narrowed);
    };
    return std::ranges::any_of(response.facets, [&](const Facet& facet) {
        return facet.field == FieldId::certificate_state &&
               std::ranges::any_of(facet.values, is_held);
    });
}

}  // namespace

void put_certificate_feeds(View& view, const Messages& messages) {
    Views alternates;
    for (const FeedLink& feed : kFeeds)
        alternates.push_back(feed_view(feed, "certificates", "", messages("feed.title")));
    put_list(view, "alternates", alternates);
}

void put_downloads(View& view, const Messages& messages, const SearchResponse& response) {
    SearchRequest found = response.request;
    found.sort.reset();
    const std::string query = file_query(found);
    const std::string title = found.text.empty()
                                  ? messages("feed.title_found")
                                  : messages("feed.title_of", {{"text", found.text}});
    Views alternates;
    for (const FeedLink& feed : kFeeds) {
        if (!query.empty()) alternates.push_back(feed_view(feed, "entities", query, title));
        alternates.push_back(feed_view(feed, "certificates", "", messages("feed.title")));
    }
    put_list(view, "alternates", alternates);

    view["downloads"] = View(false);
    if (response.total == 0) return;
    Views formats;
    for (const Download& each : kDownloads) {
        View format;
        format["label"] = View(std::string(each.label));
        format["href"] = View(with_query(std::string("/api/v1/entities.") + each.extension,
                                         file_query(response.request)));
        format["meaning"] = View(messages(each.meaning));
        formats.push_back(std::move(format));
    }
    View downloads;
    downloads["lead"] = View(messages("download.lead", {{"count", response.total}}));
    downloads["hint"] = View(messages("download.hint", {{"day", messages.day(response.as_of)}}));
    put_list(downloads, "formats", formats);
    // Without a single certificate there is nothing to follow.
    const bool can_follow = has_holders(response);
    downloads["calendar_href"] =
        can_follow ? View(with_query("/api/v1/entities.ics", query)) : View(false);
    downloads["feed_href"] =
        can_follow ? View(with_query("/api/v1/entities.atom", query)) : View(false);
    view["downloads"] = std::move(downloads);
}

}  // namespace wespol
