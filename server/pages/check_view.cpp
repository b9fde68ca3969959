// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/check_view.h"

#include "core/search/day_bounds.h"
#include "core/search/query_tree.h"
#include "core/support/joined.h"
#include "server/checks/line_reading.h"
#include "server/pages/certificate_view.h"
#include "server/pages/downloads_view.h"
#include "server/pages/fact_rows.h"
#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/protocol/protocol_request.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

Views near_views(const PageContext& context, const std::vector<NearEntity>& near) {
    Views views;
    for (const NearEntity& each : near) {
        View view;
        view["near_href"] = View(entity_href(context, each.id));
        view["near_name"] = View(each.name);
        view["near_town"] = maybe(each.town);
        views.push_back(std::move(view));
    }
    return views;
}

Views unlisted_views(const PageContext& context, const Messages& messages,
                     const std::vector<CertificateHit>& unlisted) {
    Views views;
    for (const CertificateHit& hit : unlisted)
        views.push_back(unlisted_view(context, messages, hit));
    return views;
}

std::string understood(const Messages& messages, const CheckedLine& line) {
    if (line.looked_up) return shown(*line.looked_up);
    return line.name.empty() ? "" : messages("check.by_name", {{"name", line.name}});
}

std::string message_of(std::string_view group, LineOutcome outcome) {
    return fmt::format("check.{}.{}", group, code(outcome));
}

bool is_found(const CheckedLine& line) {
    return !line.entities.empty();
}

std::string numbers_of(const Entity& entity) {
    std::vector<std::string> numbers;
    if (entity.nip) numbers.push_back(shown({IdentifierKind::nip, *entity.nip}));
    if (entity.krs) numbers.push_back(shown({IdentifierKind::krs, *entity.krs}));
    if (entity.regon) numbers.push_back(shown({IdentifierKind::regon, *entity.regon}));
    return joined(numbers, ", ");
}

View record_view(const PageContext& context, const Messages& messages, const EntityRecord& record) {
    const Entity& entity = record.entity;
    View view;
    view["name"] = View(entity.name);
    view["href"] = View(entity_href(context, entity.id));
    view["form"] = View(context.references.legal_form.label(entity.legal_form, context.language));
    view["place"] = maybe(place_name(context, messages, entity));
    view["numbers"] = maybe(numbers_of(entity));
    put_list(view, "facts", legal_fact_views(context, messages, record));
    put_certificates(view, context, messages, record.certificates);
    return view;
}

constexpr std::size_t kBytesOfParameter = 6;  // "&kogo="
/// Of the 8 kB an address may have, some are for what stands before the lines.
constexpr std::size_t kMaxLinesBytes = 7000;

std::string json_href(const PageContext& context, const CheckedLine& line) {
    if (!line.looked_up) return "";
    const std::string day =
        context.as_of == context.today ? "" : "&na-dzien=" + format_day(context.as_of);
    return api_href(context, fmt::format("/api/v1/certificates?{}={}{}", code(line.looked_up->kind),
                                         line.looked_up->digits, day));
}

View one_view(const PageContext& context, const Messages& messages, const CheckPage& page) {
    const CheckedLine& line = *page.one;
    View view;
    view["answer_heading"] =
        View(is_found(line) ? messages("check.answer.found", {{"count", line.entities.size()}})
                            : messages(message_of("answer", line.outcome)));
    view["understood"] = maybe(understood(messages, line));
    put_list(view, "line_problems", text_views(in_language(line.problems, context.language)));
    put_list(view, "near", near_views(context, line.near));
    put_list(view, "unlisted", unlisted_views(context, messages, line.unlisted));
    Views records;
    for (const EntityRecord& record : page.records)
        records.push_back(record_view(context, messages, record));
    put_list(view, "records", records);
    view["json_href"] = maybe(json_href(context, line));
    view["protocol_href"] =
        is_of_another_day(context) ? View(false) : View(check_protocol_href(context, page.asked));
    return view;
}

View row_view(const Messages& messages, const CheckedLine& line) {
    View view;
    view["line"] = View(std::to_string(line.number));
    view["understood"] = maybe(understood(messages, line));
    view["written"] = View(line.written);
    view["name"] = View(false);
    view["outcome"] = View(false);
    return view;
}

std::string end_of_mark(const Messages& messages, const MarkFact& fact) {
    if (!fact.validity) return "";
    const std::string end = end_in_words(messages, *fact.validity);
    const bool is_known = fact.validity->earliest_end || fact.validity->latest_end;
    return fact.validity->end_is_computed && is_known
               ? messages("check.end_computed", {{"day", end}})
               : end;
}

std::vector<std::string> problems_of(const CheckedLine& line, const EntityStanding& standing,
                                     Language language) {
    std::vector<std::string> problems = in_language(line.problems, language);
    for (std::string& remark : fact_remarks(standing, language))
        problems.push_back(std::move(remark));
    return problems;
}

void add_rows(Views& rows, const PageContext& context, const Messages& messages,
              const CheckedLine& line) {
    for (const auto& standing : line.entities) {
        const LegalFacts& facts = standing->facts;
        View view = row_view(messages, line);
        view["name"] = View(standing->entity.name);
        view["href"] = View(entity_href(context, standing->entity.id));
        view["town"] = maybe(standing->entity.town);
        view["art_94"] = art_94_label(messages, facts.art_94);
        view["enterprise"] = enterprise_label(context, messages, facts.enterprise);
        view["mark"] = mark_fact_label(context, messages, facts.mark);
        view["end"] = View(end_of_mark(messages, facts.mark));
        view["problems"] = View(text_views(problems_of(line, *standing, context.language)));
        rows.push_back(std::move(view));
    }
    if (is_found(line)) return;
    View view = row_view(messages, line);
    view["outcome"] = View(messages(message_of("outcome", line.outcome)));
    view["near"] = View(near_views(context, line.near));
    std::vector<std::string> problems = in_language(line.problems, context.language);
    for (const CertificateHit& hit : line.unlisted)
        problems.push_back(unlisted_in_words(context, messages, hit));
    view["problems"] = View(text_views(problems));
    rows.push_back(std::move(view));
}

/// The lines for a protocol; none, and why, when there are more than one holds or an address does.
void put_protocol_lines(View& view, const PageContext& context, const Messages& messages,
                        const CheckReport& report) {
    const std::size_t count = report.lines.size() - report.count(LineOutcome::heading);
    Views lines;
    std::size_t encoded = 0;
    for (const CheckedLine& line : report.lines) {
        if (line.outcome == LineOutcome::heading || count > kMaxProtocolLines) continue;
        const std::string alone = as_line_alone(line);
        encoded += percent_encoded(alone).size() + kBytesOfParameter;
        View each;
        each["written_line"] = View(alone);
        lines.push_back(std::move(each));
    }
    const bool is_too_long = encoded > kMaxLinesBytes;
    const bool is_recordable = !is_too_long && !is_of_another_day(context);
    put_list(view, "protocol_lines", is_recordable ? lines : Views());
    view["no_protocol"] =
        View(is_of_another_day(context)
                 ? ""
                 : messages(is_too_long ? "protocol.too_long_address" : "protocol.too_many_lines"));
}

View many_view(const PageContext& context, const Messages& messages, const CheckReport& report) {
    const std::size_t found = report.count(LineOutcome::found) + report.count(LineOutcome::several);
    const std::size_t missing =
        report.count(LineOutcome::not_in_directory) + report.count(LineOutcome::near_names);
    const std::size_t wrong =
        report.count(LineOutcome::wrong_number) + report.count(LineOutcome::unreadable);
    View view;
    view["many_heading"] =
        View(messages("check.table_heading", {{"count", found + missing + wrong}}));
    view["many_summary"] =
        View(messages("check.summary", {{"found", found}, {"missing", missing}, {"wrong", wrong}}));
    std::vector<std::string> remarks = in_language(report.remarks, context.language);
    for (std::string& caveat : day_caveats(messages, context.as_of, context.today))
        remarks.push_back(std::move(caveat));
    put_list(view, "remarks", text_views(remarks));
    Views rows;
    for (const CheckedLine& line : report.lines)
        add_rows(rows, context, messages, line);
    view["rows"] = View(rows);
    put_protocol_lines(view, context, messages, report);
    view["protocol_day"] =
        context.as_of == context.today ? View(false) : View(format_day(context.as_of));
    return view;
}

}  // namespace

View check_view(const PageContext& context, const Messages& messages, const CheckPage& page) {
    View view = page_frame(context, messages, messages("check.heading"));
    put_certificate_feeds(view, messages);
    const bool is_today = context.as_of == context.today;
    view["asked"] = View(page.asked);
    view["day_code"] = View(is_today ? "" : format_day(context.as_of));
    view["first_day"] = View(format_day(kFirstDay));
    view["last_day"] = View(format_day(last_day()));
    view["one"] = page.one ? one_view(context, messages, page) : View(false);
    view["many"] = page.many ? many_view(context, messages, *page.many) : View(false);
    view["list_text"] = View(page.list_text);
    view["refusal"] = maybe(page.refusal.in(context.language));
    return view;
}

}  // namespace wespol
