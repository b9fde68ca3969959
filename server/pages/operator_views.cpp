// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/operator_views.h"

#include "core/support/joined.h"
#include "server/pages/links.h"

#include <utility>

namespace wespol {
namespace {

View reachable(const std::optional<std::string>& text, const std::optional<std::string>& href) {
    if (!text) return View(false);
    View view;
    view["text"] = View(*text);
    view["href"] = maybe(href);
    return view;
}

/// "ul. Zmyślona 1, 60-001 Wymysłowo": as much as was told.
std::string address_of(const SiteOperator& site_operator) {
    const std::string place = joined_known(
        {site_operator.postal_code.value_or(""), site_operator.town.value_or("")}, " ");
    return joined_known({site_operator.street.value_or(""), place}, ", ");
}

}  // namespace

View mail_view(const std::optional<std::string>& email) {
    return reachable(email, email ? mail_href(*email) : std::nullopt);
}

View telephone_view(const std::optional<std::string>& phone) {
    return reachable(phone, phone ? phone_href(*phone) : std::nullopt);
}

View site_view(const std::optional<std::string>& address) {
    if (!address) return View(false);
    return reachable(web_label(*address), web_href(*address));
}

View operator_view(const SiteOperator& site_operator) {
    View view;
    view["name"] = maybe(site_operator.name);
    view["address"] = maybe(address_of(site_operator));
    view["mail"] = mail_view(site_operator.email);
    view["telephone"] = telephone_view(site_operator.phone);
    view["site"] = site_view(site_operator.website);
    return view;
}

}  // namespace wespol
