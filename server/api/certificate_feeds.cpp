// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/certificates.atom, .json-feed and .ics: certificates granted and ending, of the whole
// region or with the words asked for; /api/v1/entities.atom, … : those held by the entities that a
// search finds.
#include "core/index/manifest.h"
#include "server/api/applied_parameters.h"
#include "server/api/file_parameters.h"
#include "server/entity_tag.h"
#include "server/feeds/atom_feed.h"
#include "server/feeds/certificate_entries.h"
#include "server/feeds/icalendar.h"
#include "server/files/file_formats.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/pages/links.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

/// A feed tells what is new; the whole is in the files.
constexpr std::size_t kMostEntries = 500;

constexpr std::string_view kEntityFeeds = "/api/v1/entities.";

/// The moment in the name of the generation; the day's beginning where it tells none.
Moment published_at(const std::string& generation, Day today) {
    const auto moment = built_moment(generation);
    return moment ? *moment : Moment(today);
}

/// Has it been news by that day? What has no day of its own always has.
bool is_news(const CertificateEvent& event, Day day) {
    const auto news_day = event.news_day();
    return !news_day || *news_day <= day;
}

/// The newest first, those without a day last; within a day as they come.
void keep_newest(std::vector<FeedEntry>& entries) {
    std::ranges::stable_sort(
        entries, [](const FeedEntry& a, const FeedEntry& b) { return a.news_day > b.news_day; });
    if (entries.size() > kMostEntries) entries.resize(kMostEntries);
}

bool tells_of_found_entities(const SearchedFile& file) {
    return file.address.starts_with(kEntityFeeds);
}

Feed feed_head(const SearchedFile& file, const Messages& messages) {
    const std::string path = file.address.substr(0, file.address.find('?'));
    const bool is_of_entities = tells_of_found_entities(file);
    Feed feed;
    feed.uuid =
        event_uuid("kanal " + path + "?" + canonical_query(file.request), EventKind::granted);
    if (!file.request.text.empty())
        feed.title = messages("feed.title_of", {{"text", file.request.text}});
    else
        feed.title = messages(is_of_entities ? "feed.title_found" : "feed.title");
    feed.description = messages("feed.description");
    feed.address = file.site + file.address;
    feed.page = file.site + (is_of_entities ? polish_search_address(file.request) : "/certyfikaty");
    feed.published = published_at(file.snapshot->generation(), file.today);
    return feed;
}

/// `use(hit, event, entries, day)` of all events; false = no more of them.
template <class Use>
void visit_events(const SearchedFile& file, const Messages& messages, Use use) {
    std::optional<PageContext> context;
    const auto begin = [&](const auto& response) {
        context.emplace(PageContext{file.snapshot->references(), response.generation,
                                    response.as_of, file.today, file.language});
    };
    const auto visit = [&](const CertificateHit& hit) {
        const CertificateEntries entries(*context, messages, file.site);
        return std::ranges::all_of(events_of(hit.validity, hit.certificate.year_inferred),
                                   [&](const CertificateEvent& event) {
                                       return use(hit, event, entries, context->as_of);
                                   });
    };
    const Searcher searcher = file.searcher();
    if (!tells_of_found_entities(file))
        return searcher.visit_certificates(file.request, {.begin = begin, .visit = visit});
    searcher.visit(file.request, {.begin = begin, .visit = [&](const Hit& holder) {
                                      return std::ranges::all_of(
                                          searcher.certificates_held(holder.entity, context->as_of),
                                          visit);
                                  }});
}

void write_calendar(const SearchedFile& file, const Messages& messages, const BodySink& sink) {
    ICalendar calendar(feed_head(file, messages));
    PieceBuffer pieces(sink);
    visit_events(file, messages,
                 [&](const CertificateHit& hit, const CertificateEvent& event,
                     const CertificateEntries& entries, Day) {
                     if (event.day()) calendar.add(entries.entry(hit, event));
                     return pieces.add(calendar.take());
                 });
    calendar.end();
    pieces.add(calendar.take());
    pieces.flush();
}

Feed news(const SearchedFile& file, const Messages& messages) {
    Feed feed = feed_head(file, messages);
    visit_events(file, messages,
                 [&](const CertificateHit& hit, const CertificateEvent& event,
                     const CertificateEntries& entries, Day day) {
                     if (!is_news(event, day)) return true;
                     feed.entries.push_back(entries.entry(hit, event));
                     // So that memory does not grow with the certificates.
                     if (feed.entries.size() >= 2 * kMostEntries) keep_newest(feed.entries);
                     return true;
                 });
    keep_newest(feed.entries);
    return feed;
}

HttpResponse calendar_answer(SearchedFile file) {
    HttpResponse answer{200, "text/calendar; charset=utf-8", {}, {}};
    answer.write_body = [file = std::move(file)](const BodySink& sink) {
        file.pages.with_messages(
            [&](const Messages& messages) { write_calendar(file, messages, sink); });
    };
    return answer;
}

HttpResponse feed_answer(const SearchedFile& file, bool is_atom) {
    HttpResponse answer;
    answer.content_type = is_atom ? "application/atom+xml; charset=utf-8" : "application/feed+json";
    file.pages.with_messages([&](const Messages& messages) {
        const Feed feed = news(file, messages);
        answer.body = is_atom ? atom_feed(feed) : json_feed(feed);
    });
    return answer;
}

}  // namespace

HttpResponse certificate_feed(const Exchange& exchange) {
    const Parameters parameters = file_parameters(exchange);
    DecodedRequest decoded = decode_file_request(exchange, parameters);
    refuse_unapplied(exchange.request.path.starts_with(kEntityFeeds) ? Endpoint::entity_feed
                                                                     : Endpoint::certificate_feed,
                     parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);
    const auto make = [&] {
        SearchedFile file = searched_file(exchange, std::move(decoded.request));
        const std::string_view extension = extension_of(exchange.request.path);
        HttpResponse answer = extension == "ics" ? calendar_answer(std::move(file))
                                                 : feed_answer(file, extension == "atom");
        // Public data, no cookies: other people's pages may read it.
        answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
        return answer;
    };
    return answer_unless_known(exchange, canonical_query(decoded.request),
                               [&] { return in_a_place(exchange, make); });
}

}  // namespace wespol
