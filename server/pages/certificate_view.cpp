// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/certificate_view.h"

#include "server/pages/labels.h"
#include "server/pages/legal_facts_view.h"

namespace wespol {

std::string end_in_polish(const Messages& messages, const Validity& validity) {
    const auto& earliest = validity.earliest_end;
    const auto& latest = validity.latest_end;
    if (earliest && latest && *earliest == *latest) return format_day_polish(*latest);
    if (earliest && latest)
        return messages("date.between", {{"first", format_day_polish(*earliest)},
                                         {"last", format_day_polish(*latest)}});
    if (latest) return messages("date.at_latest", {{"day", format_day_polish(*latest)}});
    if (earliest) return messages("date.at_earliest", {{"day", format_day_polish(*earliest)}});
    return messages("date.unknown");
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
    view["granted"] = View(certificate.granted_on ? certificate.granted_on->in_polish()
                                                  : messages("date.unknown"));
    view["granted_is_known"] = View(certificate.granted_on.has_value());
    view["announced"] = certificate.announced_on
                            ? View(messages("certificate.announced",
                                            {{"day", certificate.announced_on->in_polish()}}))
                            : View(false);
    view["year_inferred"] = View(certificate.year_inferred);
    view["until"] = View(end_in_polish(messages, validity));
    view["until_is_computed"] = View(validity.end_is_computed && end_is_known);
    view["label"] = hit.state == CertificateState::never
                        ? not_yet_granted_label(messages)
                        : certificate_state_label(context, hit.state);
    view["holder"] = View(certificate.holder_name);
    view["basis"] = maybe(certificate.granted_on_basis);
    view["certificate_note"] = maybe(certificate.note);
    put_list(view, "certificate_sources", source_views(certificate.provenance.urls));
    return view;
}

}  // namespace wespol
