// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/downloads_view.h"

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

/// The whole result: what only a page has is left out.
std::string file_query(SearchRequest request) {
    request.page = 1;
    request.page_size = kDefaultPageSize;
    request.explain = false;
    return canonical_query(request);
}

View feed_view(const FeedLink& feed, const std::string& query, const std::string& title) {
    View view;
    view["type"] = View(std::string(feed.type));
    view["href"] = View(with_query(std::string("/api/v1/certificates.") + feed.extension, query));
    view["title"] = View(title);
    return view;
}

}  // namespace

void put_downloads(View& view, const Messages& messages, const SearchResponse& response) {
    SearchRequest words;
    words.text = response.request.text;
    Views alternates;
    for (const FeedLink& feed : kFeeds) {
        if (!words.text.empty())
            alternates.push_back(feed_view(feed, canonical_query(words),
                                           messages("feed.title_of", {{"text", words.text}})));
        alternates.push_back(feed_view(feed, "", messages("feed.title")));
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
    downloads["hint"] =
        View(messages("download.hint", {{"day", format_day_polish(response.as_of)}}));
    put_list(downloads, "formats", formats);
    view["downloads"] = std::move(downloads);
}

}  // namespace wespol
