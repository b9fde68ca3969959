// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/compare_view.h"

#include "core/support/joined.h"
#include "server/pages/compare_rows.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"
#include "server/qr_code.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kSimilarShown = 6;

std::vector<std::string> ids_of(const std::vector<EntityRecord>& records) {
    std::vector<std::string> ids;
    ids.reserve(records.size());
    for (const EntityRecord& record : records)
        ids.push_back(record.entity.id);
    return ids;
}

std::vector<std::string> without(std::vector<std::string> ids, const std::string& id) {
    std::erase(ids, id);
    return ids;
}

std::string href_with(const PageContext& context, std::vector<std::string> ids, std::string id) {
    ids.push_back(std::move(id));
    return compare_href(context, ids);
}

Views entity_views(const PageContext& context, const Messages& messages,
                   const std::vector<EntityRecord>& records) {
    const std::vector<std::string> ids = ids_of(records);
    Views views;
    for (const EntityRecord& record : records) {
        const Entity& entity = record.entity;
        View view;
        view["id"] = View(entity.id);
        view["name"] = View(entity.name);
        view["href"] = View(entity_href(context, entity.id));
        view["place"] = maybe(place_name(context, messages, entity));
        view["remove_href"] = View(compare_href(context, without(ids, entity.id)));
        views.push_back(std::move(view));
    }
    return views;
}

View choice_view(const std::string& name, const std::optional<std::string>& town,
                 const std::string& href) {
    View view;
    view["choice_name"] = View(name);
    view["choice_town"] = maybe(town);
    view["choice_href"] = View(href);
    return view;
}

/// Those that are similar to one of the records and stand not among them.
Views similar_views(const PageContext& context, const std::vector<EntityRecord>& records) {
    const std::vector<std::string> ids = ids_of(records);
    std::vector<std::string> seen = ids;
    Views views;
    for (const EntityRecord& record : records) {
        for (const SimilarEntity& similar : record.similar) {
            const Entity& entity = similar.entity;
            if (views.size() == kSimilarShown) return views;
            if (std::ranges::find(seen, entity.id) != seen.end()) continue;
            seen.push_back(entity.id);
            views.push_back(
                choice_view(entity.name, entity.town, href_with(context, ids, entity.id)));
        }
    }
    return views;
}

View refusal_view(const PageContext& context, const Messages& messages, const ComparePage& page) {
    if (page.asked.empty()) return View(false);
    const std::vector<std::string> ids = ids_of(page.comparison.records);
    View view;
    Views candidates;
    if (page.addition) {
        const Addition& addition = *page.addition;
        view["refusal_title"] =
            View(messages(addition.outcome == LineOutcome::several
                              ? "compare.several"
                              : "check.answer." + std::string(code(addition.outcome))));
        view["why"] = maybe(joined(in_language(addition.why_not, context.language), " "));
        for (const NearEntity& each : addition.candidates)
            candidates.push_back(
                choice_view(each.name, each.town, href_with(context, ids, each.id)));
    } else {
        view["refusal_title"] = View(messages("compare.full", {{"most", kMaxCompared}}));
        view["why"] = View(messages("compare.full_why"));
    }
    put_list(view, "candidates", candidates);
    return view;
}

Views moved_views(const Messages& messages, const EntityComparison& comparison) {
    Views views;
    for (const RetiredId& retired : comparison.moved) {
        View view;
        view["text"] = View(messages("compare.moved", {{"id", retired.id}}));
        view["why_moved"] = View(retired.why);
        views.push_back(std::move(view));
    }
    return views;
}

void put_sharing(View& view, const PageContext& context, const ComparePage& page) {
    const std::string href = compare_href(context, ids_of(page.comparison.records));
    const std::string address = page.public_url + href;
    view["share_href"] = View(href);
    view["address"] = View(address);
    const auto code = QrCode::of(address);
    view["qr_path"] = code ? View(code->svg_path()) : View(false);
    if (code) view["qr_size"] = View(std::to_string(code->size() + 2 * QrCode::kMargin));
}

std::string json_href(const std::string& href) {
    return "/api/v1/compare" + href.substr(href.find('?'));
}

std::string page_title(const Messages& messages, const std::vector<EntityRecord>& records) {
    if (records.empty()) return messages("compare.heading");
    std::vector<std::string> names;
    names.reserve(records.size());
    for (const EntityRecord& record : records)
        names.push_back(record.entity.name);
    return messages("compare.title", {{"names", joined(names, ", ")}});
}

}  // namespace

View compare_view(const PageContext& context, const Messages& messages, const ComparePage& page) {
    const std::vector<EntityRecord>& records = page.comparison.records;
    const std::vector<std::string> ids = ids_of(records);
    const bool is_comparison = records.size() >= kMinCompared;
    View view = page_frame(context, messages, page_title(messages, records));
    view["heading"] =
        View(is_comparison ? messages("compare.heading_count", {{"count", records.size()}})
                           : messages("compare.heading"));
    view["is_empty"] = View(records.empty());
    view["is_single"] = View(records.size() == 1);
    view["how"] = View(messages("compare.how", {{"most", kMaxCompared}}));
    put_list(view, "moved", moved_views(messages, page.comparison));
    view["refusal"] = refusal_view(context, messages, page);
    put_list(view, "entities", entity_views(context, messages, records));
    put_list(view, "rows", compare_rows(context, messages, records));
    view["protocol_href"] = is_comparison && !is_of_another_day(context)
                                ? View(compare_protocol_href(context, ids))
                                : View(false);
    if (!records.empty()) {
        put_sharing(view, context, page);
        view["json_href"] = View(api_href(context, json_href(compare_href(context, ids))));
    }
    const bool has_room = records.size() < kMaxCompared;
    view["has_room"] = View(has_room);
    view["asked"] = View(page.asked);
    put_list(view, "similar", has_room ? similar_views(context, records) : Views());
    return view;
}

}  // namespace wespol
