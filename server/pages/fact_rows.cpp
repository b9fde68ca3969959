// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/fact_rows.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/catalogue/mark_word.h"
#include "core/catalogue/status_doubt.h"
#include "core/support/joined.h"
#include "server/pages/certificate_view.h"
#include "server/pages/labels.h"
#include "server/pages/page_frame.h"

#include <utility>

namespace wespol {
namespace {

constexpr const char* kKnownIcon = "stamp";
constexpr const char* kUnknownIcon = "question";

std::string written(const Messages& messages, const std::optional<PartialDate>& date) {
    return date ? messages.date(*date) : "";
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += sentence;
}

std::string law_caveat(const Messages& messages, const char* key, bool was_in_force, Day day) {
    return was_in_force ? "" : messages(key, {{"day", messages.day(day)}});
}

std::string future_caveat(const Messages& messages, Day as_of, Day today) {
    if (as_of <= today) return "";
    return messages("fact.caveat.future",
                    {{"day", messages.day(as_of)}, {"today", messages.day(today)}});
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
    add_sentence(row.detail,
                 law_caveat(messages, "fact.caveat.art_94", fact.was_in_force, context.as_of));
    add_sentence(row.detail, future_caveat(messages, context.as_of, context.today));
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
    std::string detail = joined(details, ", ");
    const std::string on_day = status_on_day(messages, fact.state, context.as_of);
    if (!on_day.empty()) detail += (detail.empty() ? "" : "; ") + on_day;
    add_sentence(detail, doubt_in_words(*fact.status, context.as_of, messages.language()));
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
    std::string caveats =
        law_caveat(messages, "fact.caveat.enterprise", fact.was_in_force, context.as_of);
    add_sentence(caveats, future_caveat(messages, context.as_of, context.today));
    if (!fact.status) {
        row.detail = caveats;
        row.label = messages("fact.enterprise.none");
        row.basis = messages("fact.enterprise.check");
        return row;
    }
    const Concept* known = context.references.status.find(fact.status->status);
    row.label = context.references.status.label(fact.status->status, context.language);
    row.detail = status_detail(context, messages, fact);
    add_sentence(row.detail, caveats);
    row.basis = fact.status->basis.value_or("");
    row.basis_is_polish = true;
    row.sources = fact.status->sources;
    if (const auto meaning = meaning_of(known, context.language)) {
        row.meaning = *meaning;
        row.not_proven.clear();
    }
    return row;
}

const Certificate* certificate_of(const EntityRecord& record) {
    for (const CertificateHit& hit : record.certificates)
        if (hit.certificate.id == record.facts.mark.certificate) return &hit.certificate;
    return nullptr;
}

/// When the source last held; where it does not tell, when the directory was published.
std::string day_of_mark(const PageContext& context, const Messages& messages,
                        const Certificate* certificate) {
    if (certificate && certificate->provenance.as_of)
        return messages.date(*certificate->provenance.as_of);
    const auto published = published_on(context.generation);
    return published ? messages.day(*published) : "";
}

FactRow mark_row(const PageContext& context, const Messages& messages, const EntityRecord& record) {
    const LegalFacts& facts = record.facts;
    const Certificate* certificate = certificate_of(record);
    const std::size_t count = facts.mark.known_certificates;
    const bool is_later = facts.mark.is_later();
    const StateLook look = is_later ? kNotYetLook : look_of(facts.mark.state);
    FactRow row;
    row.fact = "mark";
    row.title = messages("fact.mark");
    row.state = code(facts.mark.state);
    row.label = mark_text(context, messages, facts.mark);
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
    for (const std::string& remark : date_remarks(facts.mark, facts.as_of, messages.language()))
        add_sentence(row.detail, remark);
    add_sentence(row.detail, future_caveat(messages, context.as_of, context.today));
    row.basis = messages(count == 0 ? "fact.mark.basis_never" : "fact.mark.basis");
    row.day = day_of_mark(context, messages, certificate);
    row.not_proven = messages("fact.mark.not_proven");
    return row;
}

}  // namespace

std::string mark_text(const PageContext& context, const Messages& messages, const MarkFact& fact) {
    std::string word = mark_word(fact, context.references, context.language);
    if (fact.state == CertificateState::expired && fact.validity)
        word += ", " + since_in_words(messages, *fact.validity);
    return word;
}

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

std::vector<std::string> day_caveats(const Messages& messages, Day as_of, Day today) {
    std::vector<std::string> caveats;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) caveats.push_back(std::move(sentence));
    };
    add(law_caveat(messages, "fact.caveat.art_94", as_of >= kArt94Since, as_of));
    add(law_caveat(messages, "fact.caveat.enterprise", as_of >= kEnterpriseActSince, as_of));
    add(future_caveat(messages, as_of, today));
    return caveats;
}

std::array<FactRow, 3> fact_rows(const PageContext& context, const Messages& messages,
                                 const EntityRecord& record) {
    return {art_94_row(context, messages, record.facts.art_94),
            enterprise_row(context, messages, record), mark_row(context, messages, record)};
}

}  // namespace wespol
