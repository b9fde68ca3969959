// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/links.h"

#include "core/support/ascii.h"
#include "server/page_path.h"

#include <algorithm>

namespace wespol {

namespace {

/// "?id=…&id=…&na-dzien=…".
std::string comparison_query(const PageContext& context, const std::vector<std::string>& ids) {
    Parameters parameters;
    for (const std::string& id : ids)
        parameters.emplace_back("id", id);
    if (context.as_of != context.today)
        parameters.emplace_back("na-dzien", format_day(context.as_of));
    return parameters.empty() ? "" : "?" + query_string(parameters);
}

std::string_view without_scheme(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (address.starts_with(scheme)) return address.substr(scheme.size());
    return {};
}

std::string with_query(std::string_view path, const std::string& query) {
    std::string target(path);
    return query.empty() ? target : target.append("?").append(query);
}

/// "" on today's page.
std::string day_query(const PageContext& context) {
    return context.as_of == context.today ? "" : "?na-dzien=" + format_day(context.as_of);
}

}  // namespace

std::string site_href(const PageContext& context, std::string_view path) {
    return std::string(language_prefix(context.language)).append(path);
}

std::string api_href(const PageContext& context, std::string address) {
    if (context.language == Language::pl) return address;
    address += address.find('?') == std::string::npos ? '?' : '&';
    return address.append("lang=").append(code(context.language));
}

std::string polish_search_address(const SearchRequest& request) {
    return with_query("/szukaj", canonical_query(request));
}

std::string search_href(const PageContext& context, const SearchRequest& request) {
    return site_href(context, polish_search_address(request));
}

std::string filter_href(const PageContext& context, FieldId field, const std::string& code) {
    SearchRequest request;
    if (context.as_of != context.today) request.as_of = context.as_of;
    return search_href(context, request.with(field, code));
}

std::string entity_href(const PageContext& context, std::string_view id) {
    return site_href(context, "/podmiot/" + percent_encoded(id) + day_query(context));
}

std::string entity_address(const PageContext& context, std::string_view id) {
    return page_address(context, "/podmiot/" + percent_encoded(id));
}

std::string page_address(const PageContext& context, std::string_view path) {
    return context.public_url + site_href(context, path);
}

std::string sector_href(const PageContext& context, std::string_view code) {
    return site_href(context, "/branza/" + percent_encoded(code) + day_query(context));
}

std::string support_centre_href(const PageContext& context, std::string_view id) {
    return site_href(context, "/owes/" + percent_encoded(id) + day_query(context));
}

std::string product_href(const PageContext& context, std::string_view id) {
    return site_href(context, "/klunkry/" + percent_encoded(id));
}

std::string brand_href(const PageContext& context, const std::string& code) {
    return code == kBrandOfPage ? site_href(context, "/klunkry")
                                : filter_href(context, FieldId::brand, code);
}

std::string cpv_href(const PageContext& context, std::string_view code) {
    return site_href(context, "/cpv/" + percent_encoded(code) + day_query(context));
}

std::string protocol_href(const PageContext& context, const SearchRequest& request) {
    return site_href(context, with_query("/protokol/nowy", canonical_query(request.whole())));
}

std::string protocol_href(const PageContext& context, std::string_view id) {
    std::string href = "/protokol/nowy?podmiot=" + percent_encoded(id);
    if (context.as_of != context.today) href += "&na-dzien=" + format_day(context.as_of);
    return site_href(context, href);
}

std::string check_protocol_href(const PageContext& context, std::string_view asked) {
    std::string href = "/protokol/nowy?kogo=" + percent_encoded(asked);
    if (context.as_of != context.today) href += "&na-dzien=" + format_day(context.as_of);
    return site_href(context, href);
}

std::string compare_href(const PageContext& context, const std::vector<std::string>& ids) {
    return site_href(context, "/porownaj" + comparison_query(context, ids));
}

std::string compare_protocol_href(const PageContext& context, const std::vector<std::string>& ids) {
    return site_href(context, "/protokol/nowy" + comparison_query(context, ids));
}

std::optional<std::string> web_href(std::string_view address) {
    const std::string_view rest = without_scheme(address);
    if (rest.empty() || !is_ascii_alphanumeric(rest.front())) return std::nullopt;
    const bool has_blank = std::any_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    });
    if (has_blank) return std::nullopt;
    return std::string(address);
}

std::string web_label(std::string_view address) {
    std::string_view host = without_scheme(address);
    host = host.substr(0, host.find_first_of("/?#"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

std::optional<std::string> phone_href(std::string_view phone) {
    std::string digits;
    for (const char c : phone) {
        if (is_digit(c) || (c == '+' && digits.empty()))
            digits += c;
        else if (std::string_view(" -()").find(c) == std::string_view::npos)
            return std::nullopt;
    }
    constexpr std::size_t kPolishNumber = 9;
    if (digits.size() == kPolishNumber && digits.front() != '+') digits.insert(0, "+48");
    const bool is_one_number = digits.starts_with('+') && digits.size() >= 8 && digits.size() <= 16;
    if (!is_one_number) return std::nullopt;
    return "tel:" + digits;
}

std::optional<std::string> mail_href(std::string_view email) {
    const auto at = email.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == email.size()) return std::nullopt;
    const bool is_plain = std::all_of(email.begin(), email.end(), [](char c) {
        return is_ascii_alphanumeric(c) ||
               std::string_view(".-_+@").find(c) != std::string_view::npos;
    });
    if (!is_plain || email.find('@', at + 1) != std::string_view::npos) return std::nullopt;
    return "mailto:" + std::string(email);
}

std::optional<std::string> directions_href(const Entity& entity) {
    if (!entity.street || !entity.town) return std::nullopt;
    const std::string town =
        entity.postal_code ? *entity.postal_code + " " + *entity.town : *entity.town;
    return "https://www.openstreetmap.org/directions?to=" +
           percent_encoded(*entity.street + ", " + town);
}

}  // namespace wespol
