// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_view.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/catalogue/certificate_history.h"
#include "core/catalogue/mark_word.h"
#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"

#include <algorithm>
#include <utility>

namespace wespol {

namespace {

std::string joint_in_words(const Messages& messages, const HistoryStep& step) {
    const auto with_days = [&](const char* exactly, const char* at_least) {
        return messages(
            step.may_be_longer ? at_least : exactly,
            {{"first", messages.day(*step.first_day)}, {"last", messages.day(*step.last_day)}});
    };
    switch (step.joint) {
        case Joint::first:
            return "";
        case Joint::continued:
            return messages("history.continued");
        case Joint::gap:
            return with_days("history.gap", "history.gap_at_least");
        case Joint::overlap:
            return with_days("history.overlap", "history.overlap_at_least");
        case Joint::unsettled:
            return messages("history.unsettled");
    }
    return "";
}

View step_view(const Messages& messages, const HistoryStep& step,
               const std::vector<Certificate>& certificates) {
    const auto certificate = std::ranges::find(certificates, step.certificate, &Certificate::id);
    View view;
    view["begin"] = View(certificate->granted_on ? messages.date(*certificate->granted_on)
                                                 : messages("date.unknown"));
    view["end"] = View(end_in_words(messages, step.validity));
    view["joint"] = maybe(joint_in_words(messages, step));
    return view;
}

}  // namespace

std::string end_in_words(const Messages& messages, const Validity& validity) {
    const auto& earliest = validity.earliest_end;
    const auto& latest = validity.latest_end;
    if (earliest && latest && *earliest == *latest) return messages.day(*latest);
    if (earliest && latest)
        return messages("date.between",
                        {{"first", messages.day(*earliest)}, {"last", messages.day(*latest)}});
    if (latest) return messages("date.at_latest", {{"day", messages.day(*latest)}});
    if (earliest) return messages("date.at_earliest", {{"day", messages.day(*earliest)}});
    return messages("date.unknown");
}

std::string since_in_words(const Messages& messages, const Validity& validity) {
    const auto since = ended_since(validity);
    if (!since) return "";
    return messages(
        validity.earliest_end == validity.latest_end ? "date.since" : "date.since_at_latest",
        {{"day", messages.day(*since)}});
}

std::string certificate_state_in_words(const PageContext& context, const Messages& messages,
                                       const CertificateHit& hit) {
    std::string word = certificate_word(hit.state, context.references, messages.language());
    if (hit.state == CertificateState::expired)
        word += ", " + since_in_words(messages, hit.validity);
    return word;
}

View certificate_label(const PageContext& context, const Messages& messages,
                       const CertificateHit& hit) {
    const StateLook look = hit.state == CertificateState::never ? kNotYetLook : look_of(hit.state);
    return state_label(look.icon, look.tone, certificate_state_in_words(context, messages, hit));
}

View certificate_view(const PageContext& context, const Messages& messages,
                      const CertificateHit& hit) {
    const Certificate& certificate = hit.certificate;
    const CertificateEdition* edition = context.references.edition(certificate.edition);
    const Validity& validity = hit.validity;
    const bool end_is_known = validity.earliest_end || validity.latest_end;

    View view;
    view["subject"] = maybe(certificate.subject);
    view["edition"] = View(edition ? edition->label : certificate.edition);
    view["granted"] = View(certificate.granted_on ? messages.date(*certificate.granted_on)
                                                  : messages("date.unknown"));
    view["granted_is_known"] = View(certificate.granted_on.has_value());
    view["announced"] = certificate.announced_on
                            ? View(messages("certificate.announced",
                                            {{"day", messages.date(*certificate.announced_on)}}))
                            : View(false);
    view["year_inferred"] = View(certificate.year_inferred);
    view["until"] = View(end_in_words(messages, validity));
    view["until_is_computed"] = View(validity.end_is_computed && end_is_known);
    view["label"] = certificate_label(context, messages, hit);
    view["holder"] = View(certificate.holder_name);
    view["basis"] = maybe(certificate.granted_on_basis);
    view["certificate_note"] = maybe(certificate.note);
    const auto doubt = doubt_on(validity, context.as_of);
    view["doubt"] = doubt ? View(in_words(*doubt, certificate, messages.language())) : View(false);
    put_list(view, "certificate_sources", source_views(certificate.provenance.urls));
    return view;
}

namespace {

std::string holder_of(const Certificate& certificate) {
    return certificate.holder_town ? certificate.holder_name + " (" + *certificate.holder_town + ")"
                                   : certificate.holder_name;
}

/// From when to when, its state on the day of the context, and what is to be said of its dates.
std::string days_in_words(const PageContext& context, const Messages& messages,
                          const CertificateHit& hit) {
    const Certificate& certificate = hit.certificate;
    std::string text =
        messages("certificate.days",
                 {{"granted", certificate.granted_on ? messages.date(*certificate.granted_on)
                                                     : messages("date.unknown")},
                  {"until", end_in_words(messages, hit.validity)},
                  {"day", messages.day(context.as_of)},
                  {"state", certificate_state_in_words(context, messages, hit)}});
    for (const std::string& remark : date_remarks(certificate, context.as_of, messages.language()))
        text += " " + remark;
    return text;
}

}  // namespace

std::string unlisted_in_words(const PageContext& context, const Messages& messages,
                              const CertificateHit& hit) {
    const Certificate& certificate = hit.certificate;
    return messages(
        "certificate.unlisted",
        {{"holder", holder_of(certificate)},
         {"subject", certificate.subject.value_or(messages("certificates.subject_unknown"))},
         {"days", days_in_words(context, messages, hit)}});
}

View unlisted_view(const PageContext& context, const Messages& messages,
                   const CertificateHit& hit) {
    View view;
    view["holder"] = View(holder_of(hit.certificate));
    view["subject"] = maybe(hit.certificate.subject);
    view["days"] = View(days_in_words(context, messages, hit));
    put_list(view, "certificate_sources", source_views(hit.certificate.provenance.urls));
    return view;
}

void put_certificates(View& view, const PageContext& context, const Messages& messages,
                      const std::vector<CertificateHit>& hits) {
    Views certificates;
    for (const CertificateHit& hit : hits)
        certificates.push_back(certificate_view(context, messages, hit));
    put_list(view, "certificates", certificates);
    put_list(view, "histories", certificate_history_views(context, messages, hits));
}

Views certificate_history_views(const PageContext& context, const Messages& messages,
                                const std::vector<CertificateHit>& hits) {
    std::vector<Certificate> certificates;
    certificates.reserve(hits.size());
    for (const CertificateHit& hit : hits)
        certificates.push_back(hit.certificate);
    Views views;
    for (const CertificateHistory& history : certificate_histories(certificates)) {
        if (history.steps.size() < 2) continue;
        Views steps;
        for (const HistoryStep& step : history.steps)
            steps.push_back(step_view(messages, step, certificates));
        View view;
        view["mark"] = View(context.references.mark.label(history.mark, context.language));
        view["history_subject"] = maybe(history.subject);
        put_list(view, "steps", steps);
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace wespol
