// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/accessibility_view.h"

#include "server/pages/links.h"
#include "server/pages/operator_views.h"
#include "server/pages/page_frame.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

/// What the act wants in every statement, and whether the operator has told it.
struct RequiredPart {
    std::string_view message;
    bool (*is_told)(const SiteOperator&);
};

constexpr std::array kRequired{
    RequiredPart{"a11y.part.name", [](const SiteOperator& who) { return who.name.has_value(); }},
    RequiredPart{"a11y.part.dates",
                 [](const SiteOperator& who) {
                     return who.accessibility.site_published && who.accessibility.site_changed &&
                            who.accessibility.prepared;
                 }},
    RequiredPart{"a11y.part.conformance",
                 [](const SiteOperator& who) { return who.accessibility.conformance.has_value(); }},
    RequiredPart{"a11y.part.basis",
                 [](const SiteOperator& who) { return who.accessibility.basis.has_value(); }},
    RequiredPart{"a11y.part.contact",
                 [](const SiteOperator& who) {
                     const AccessibilityStatement& told = who.accessibility;
                     return told.contact && told.email && told.phone && told.complaints_address;
                 }},
    RequiredPart{"a11y.part.building",
                 [](const SiteOperator& who) {
                     const AccessibilityStatement& told = who.accessibility;
                     return (!told.architecture.empty() || told.architecture_url) &&
                            !told.communication.empty();
                 }},
};

Views missing_parts(const Messages& messages, const SiteOperator& site_operator) {
    Views views;
    for (const RequiredPart& part : kRequired) {
        if (part.is_told(site_operator)) continue;
        View view;
        view["text"] = View(messages(part.message));
        views.push_back(std::move(view));
    }
    return views;
}

/// {text, code}; `false` for a day that was not told.
View day_view(const Messages& messages, const std::optional<PartialDate>& day) {
    if (!day) return View(false);
    View view;
    view["text"] = View(messages.date(*day));
    view["code"] = View(day->text());
    return view;
}

/// A sentence the ministry words; null without a finding.
View conformance_sentence(const Messages& messages, const std::optional<std::string>& conformance) {
    if (!conformance) return View(false);
    return View(messages(fmt::format("a11y.conformance.{}", *conformance)));
}

View basis_sentence(const Messages& messages, const AccessibilityStatement& told) {
    if (!told.basis) return View(false);
    if (*told.basis == "samoocena") return View(messages("a11y.basis.samoocena"));
    return View(told.assessor ? messages("a11y.basis.assessor", {{"name", *told.assessor}})
                              : messages("a11y.basis.podmiot_zewnetrzny"));
}

}  // namespace

View accessibility_view(const PageContext& context, const Messages& messages,
                        const std::string& public_url) {
    const SiteOperator& site_operator = context.references.site_operator;
    const AccessibilityStatement& told = site_operator.accessibility;
    View view = page_frame(context, messages, messages("a11y.heading"));
    put_list(view, "missing", missing_parts(messages, site_operator));
    view["operator_name"] = maybe(site_operator.name);
    view["public_url"] = View(public_url);
    view["site_published"] = day_view(messages, told.site_published);
    view["site_changed"] = day_view(messages, told.site_changed);
    view["prepared"] = day_view(messages, told.prepared);
    view["reviewed"] = day_view(messages, told.reviewed);
    view["conformance"] = conformance_sentence(messages, told.conformance);
    view["has_barriers"] =
        View(!told.not_conforming.empty() || !told.too_costly.empty() || !told.not_covered.empty());
    put_list(view, "not_conforming", text_views(told.not_conforming));
    put_list(view, "too_costly", text_views(told.too_costly));
    put_list(view, "not_covered", text_views(told.not_covered));
    view["cost_assessment"] = site_view(told.cost_assessment_url);
    view["basis"] = basis_sentence(messages, told);
    view["report"] = site_view(told.report_url);
    view["contact"] = maybe(told.contact);
    view["mail"] = mail_view(told.email);
    view["telephone"] = telephone_view(told.phone);
    view["complaints_address"] = maybe(told.complaints_address);
    put_list(view, "architecture", text_views(told.architecture));
    view["architecture_site"] = site_view(told.architecture_url);
    put_list(view, "communication", text_views(told.communication));
    return view;
}

}  // namespace wespol
