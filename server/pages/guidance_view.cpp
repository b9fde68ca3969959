// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/guidance_view.h"

#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"
#include "server/pages/page_frame.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::int64_t kGroszInZloty = 100;

MessageArgument amount_of(const ProcurementThreshold& threshold) {
    return {"amount", static_cast<std::size_t>(threshold.net_pln)};
}

View threshold_view(const Messages& messages, const ProcurementThreshold& threshold, bool is_now) {
    View view;
    view["amount"] = View(messages("guidance.amount", {amount_of(threshold)}));
    view["applies_to"] = View(threshold.applies_to);
    view["from"] = View(messages("period.from", {{"day", messages.date(threshold.from)}}));
    view["until"] = threshold.until
                        ? View(messages("period.until", {{"day", messages.date(*threshold.until)}}))
                        : View(false);
    view["law"] = View(threshold.legal_reference);
    view["read_on"] =
        threshold.provenance.as_of ? View(messages.date(*threshold.provenance.as_of)) : View(false);
    view["is_now"] = View(is_now);
    put_list(view, "note_sources", source_views(threshold.provenance.urls));
    return view;
}

View note_view(const Messages& messages, const GuidanceNote& note) {
    View view;
    view["note_id"] = View(note.id);
    view["note_title"] = View(note.title);
    view["text"] = View(note.text);
    view["who"] = note.who ? View(with_full_stop(*note.who)) : View(false);
    view["law"] = note.legal_reference ? View(with_full_stop(*note.legal_reference)) : View(false);
    view["unverified"] = maybe(note.unverified);
    view["read_on"] =
        note.provenance.as_of ? View(messages.date(*note.provenance.as_of)) : View(false);
    put_list(view, "note_sources", source_views(note.provenance.urls));
    return view;
}

Views notes_of(const Messages& messages, const References& references, std::string_view kind) {
    Views views;
    for (const GuidanceNote& note : references.guidance)
        if (note.kind == kind) views.push_back(note_view(messages, note));
    return views;
}

/// Which side of the line the purchase is on; the line itself belongs to the law.
std::string verdict(const Messages& messages, const ProcurementThreshold& threshold,
                    std::int64_t net_value) {
    const bool is_below = net_value < threshold.net_pln * kGroszInZloty;
    return messages(is_below ? "guidance.below" : "guidance.not_below", {amount_of(threshold)});
}

}  // namespace

View guidance_view(const PageContext& context, const Messages& messages,
                   const std::optional<std::int64_t>& net_value) {
    View view = page_frame(context, messages, messages("guidance.heading"));
    const References& references = context.references;
    const ProcurementThreshold* now = threshold_on(references.thresholds, context.as_of);
    const std::string day = messages.day(context.as_of);
    view["threshold_now"] =
        View(now ? messages("guidance.threshold", {{"day", day}, amount_of(*now)})
                 : messages("guidance.threshold_unknown", {{"day", day}}));
    view["future"] =
        now && context.as_of > context.today
            ? View(messages("guidance.future", {{"today", messages.day(context.today)}}))
            : View(false);
    view["verdict"] = now && net_value ? View(verdict(messages, *now, *net_value)) : View(false);
    view["net_value"] =
        net_value
            ? View(fmt::format("{},{:02}", *net_value / kGroszInZloty, *net_value % kGroszInZloty))
            : View("");
    Views thresholds;
    for (const ProcurementThreshold& each : references.thresholds)
        thresholds.push_back(threshold_view(messages, each, &each == now));
    put_list(view, "thresholds", thresholds);
    put_list(view, "ways", notes_of(messages, references, "sposob"));
    put_list(view, "checks", notes_of(messages, references, "sprawdz"));
    put_list(view, "papers", notes_of(messages, references, "do_akt"));
    return view;
}

}  // namespace wespol
