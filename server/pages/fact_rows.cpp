// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/fact_rows.h"

#include "server/pages/certificate_view.h"
#include "server/pages/labels.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr const char* kKnownIcon = "stamp";
constexpr const char* kUnknownIcon = "question";

std::string written(const Messages& messages, const std::optional<PartialDate>& date) {
    return date ? messages.date(*date) : "";
}

FactRow art_94_row(const PageContext& context, const Messages& messages, const Art94Fact& fact) {
    FactRow row;
    row.fact = "art_94";
    row.title = messages("fact.art_94");
    row.state = code(fact.category);
    row.label = art_94_text(messages, fact);
    row.icon = art_94_icon(fact);
    row.tone = kPlainTone;
    if (context.references.legal_form.find(fact.legal_form))
        row.detail = messages(
            "fact.art_94.form",
            {{"form", context.references.legal_form.label(fact.legal_form, context.language)}});
    row.basis = messages("fact.art_94.basis");
    row.day = written(messages, fact.as_of);
    row.not_proven = messages("fact.art_94.not_proven");
    return row;
}

/// "od: 1.03.2023, do: 1.03.2025; w dniu 22.11.2026 już go nie miał".
std::string status_detail(const PageContext& context, const Messages& messages,
                          const EnterpriseFact& fact) {
    std::vector<std::string> details;
    if (fact.status->from)
        details.push_back(messages("period.from", {{"day", messages.date(*fact.status->from)}}));
    if (fact.status->until)
        details.push_back(messages("period.until", {{"day", messages.date(*fact.status->until)}}));
    std::string detail = fmt::format("{}", fmt::join(details, ", "));
    const std::string on_day = status_on_day(messages, fact.state, context.as_of);
    if (!on_day.empty()) detail += (detail.empty() ? "" : "; ") + on_day;
    return detail;
}

FactRow enterprise_row(const PageContext& context, const Messages& messages,
                       const EntityRecord& record) {
    const EnterpriseFact& fact = record.facts.enterprise;
    FactRow row;
    row.fact = "enterprise";
    row.title = messages("fact.enterprise");
    row.state = code(fact.state);
    row.icon = enterprise_icon(fact);
    row.tone = kPlainTone;
    row.day = written(messages, fact.status && fact.status->as_of ? fact.status->as_of
                                                                  : record.entity.provenance.as_of);
    row.not_proven = messages("fact.enterprise.none_not_proven");
    if (!fact.status) {
        row.label = messages("fact.enterprise.none");
        row.basis = messages("fact.enterprise.check");
        return row;
    }
    const Concept* known = context.references.status.find(fact.status->status);
    row.label = context.references.status.label(fact.status->status, context.language);
    row.detail = status_detail(context, messages, fact);
    row.basis = fact.status->basis.value_or("");
    row.sources = fact.status->sources;
    if (const auto meaning = meaning_of(known, context.language)) {
        row.meaning = *meaning;
        row.not_proven.clear();
    }
    return row;
}

FactRow mark_row(const PageContext& context, const Messages& messages, const LegalFacts& facts) {
    const std::size_t count = facts.mark.known_certificates;
    const bool is_later = facts.mark.state == CertificateState::never && count > 0;
    const StateLook look = is_later ? kNotYetLook : look_of(facts.mark.state);
    FactRow row;
    row.fact = "mark";
    row.title = messages("fact.mark");
    row.state = code(facts.mark.state);
    row.label = is_later ? messages("certificate.not_yet")
                         : context.references.certificate_state.label(row.state, context.language);
    row.icon = look.icon;
    row.tone = look.tone;
    if (count > 0)
        row.detail =
            messages(is_later ? "fact.mark.count_later" : "fact.mark.count", {{"count", count}});
    const bool is_settled = facts.mark.state == CertificateState::valid ||
                            facts.mark.state == CertificateState::expiring ||
                            facts.mark.state == CertificateState::expired;
    if (facts.mark.validity && is_settled)
        row.detail += " " + messages("fact.mark.last_day",
                                     {{"day", end_in_words(messages, *facts.mark.validity)}});
    row.basis = messages(count == 0 ? "fact.mark.basis_never" : "fact.mark.basis");
    row.day = messages.day(facts.as_of);
    row.not_proven = messages("fact.mark.not_proven");
    return row;
}

}  // namespace

std::string art_94_text(const Messages& messages, const Art94Fact& fact) {
    switch (fact.category) {
        case Art94Category::from_form:
            return messages("fact.art_94.from_form");
        case Art94Category::to_declare:
            return messages("fact.art_94.to_declare");
        case Art94Category::unknown:
            return messages("fact.art_94.unknown");
    }
    return messages("fact.art_94.unknown");
}

const char* art_94_icon(const Art94Fact& fact) {
    return fact.category == Art94Category::from_form ? kKnownIcon : kUnknownIcon;
}

std::string status_on_day(const Messages& messages, StatusState state, Day day) {
    const auto on_day = [&](const char* key) {
        return messages(key, {{"day", messages.day(day)}});
    };
    switch (state) {
        case StatusState::held:
        case StatusState::none_known:
            return "";
        case StatusState::uncertain:
            return on_day("fact.enterprise.uncertain");
        case StatusState::ended:
            return on_day("fact.enterprise.ended");
        case StatusState::not_yet:
            return on_day("fact.enterprise.not_yet");
    }
    return "";
}

const char* enterprise_icon(const EnterpriseFact& fact) {
    return fact.state == StatusState::held ? kKnownIcon : kUnknownIcon;
}

std::array<FactRow, 3> fact_rows(const PageContext& context, const Messages& messages,
                                 const EntityRecord& record) {
    return {art_94_row(context, messages, record.facts.art_94),
            enterprise_row(context, messages, record), mark_row(context, messages, record.facts)};
}

}  // namespace wespol
