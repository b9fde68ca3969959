// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_request.h"

#include "core/support/ascii.h"
#include "core/support/joined.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

struct SortCode {
    SortOrder order;
    std::string_view code;
};

constexpr std::array kSortCodes{
    SortCode{SortOrder::relevance, "trafnosc"}, SortCode{SortOrder::name, "nazwa"},
    SortCode{SortOrder::distance, "odleglosc"}, SortCode{SortOrder::freshness, "aktualnosc"}};

bool is_unreserved(char c) {
    return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Said by leaving it out: relevance where there are words, names where there are none.
bool is_default_sort(const SearchRequest& request) {
    if (!request.sort) return true;
    if (request.near) return false;
    return *request.sort == (request.text.empty() ? SortOrder::name : SortOrder::relevance);
}

}  // namespace

std::string_view code(SortOrder order) {
    for (const SortCode& each : kSortCodes)
        if (each.order == order) return each.code;
    return "";
}

std::optional<SortOrder> parse_sort_order(std::string_view code) {
    for (const SortCode& each : kSortCodes)
        if (each.code == code) return each.order;
    return std::nullopt;
}

bool SearchRequest::is_selected(FieldId field, std::string_view code) const {
    const auto found = filters.find(field);
    return found != filters.end() &&
           std::find(found->second.begin(), found->second.end(), code) != found->second.end();
}

SearchRequest SearchRequest::whole() const {
    SearchRequest whole = *this;
    whole.page = 1;
    whole.page_size = kDefaultPageSize;
    whole.explain = false;
    whole.on_map = false;
    return whole;
}

SearchRequest SearchRequest::with(FieldId field, const std::string& code) const {
    SearchRequest changed = *this;
    changed.page = 1;
    std::vector<std::string>& codes = changed.filters[field];
    const auto place = std::lower_bound(codes.begin(), codes.end(), code);
    if (place == codes.end() || *place != code) codes.insert(place, code);
    return changed;
}

SearchRequest SearchRequest::without(FieldId field, std::string_view code) const {
    SearchRequest changed = *this;
    changed.page = 1;
    const auto found = changed.filters.find(field);
    if (found == changed.filters.end()) return changed;
    std::erase(found->second, code);
    if (found->second.empty()) changed.filters.erase(found);
    return changed;
}

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        if (is_unreserved(c))
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return encoded;
}

std::string query_string(const Parameters& parameters) {
    return joined(parameters, "&", [](const auto& each) {
        return percent_encoded(each.first) + '=' + percent_encoded(each.second);
    });
}

Parameters canonical_parameters(const SearchRequest& request) {
    Parameters parameters;
    const auto add = [&](std::string_view name, std::string value) {
        parameters.emplace_back(std::string(name), std::move(value));
    };
    if (!request.text.empty()) add("q", request.text);
    if (request.literal == LiteralParts::all())
        add("doslownie", "tak");
    else
        for (const ReadingPartCode& each : kReadingParts)
            if (request.literal.has(each.part)) add("doslownie", std::string(each.code));
    for (const std::string& meaning : request.literal_meanings)
        add("doslownie", meaning);
    for (const Field& field : kFields) {
        const auto chosen = request.filters.find(field.id);
        if (field.parameter.empty() || chosen == request.filters.end()) continue;
        for (const std::string& code : chosen->second)
            add(field.parameter, code);
    }
    if (request.near) {
        add("blisko", request.near->text);
        if (request.near->radius_km != kDefaultRadiusKm)
            add("promien", fmt::format("{}", request.near->radius_km));
    } else if (request.radius_km && !request.text.empty()) {
        add("promien", fmt::format("{}", *request.radius_km));
    }
    if (request.as_of) add("na-dzien", format_day(*request.as_of));
    if (!is_default_sort(request)) add("sortuj", std::string(code(*request.sort)));
    if (request.explain) add("wyjasnij", "1");
    if (request.on_map) add("widok", "mapa");
    if (request.page != 1) add("strona", std::to_string(request.page));
    if (request.page_size != kDefaultPageSize) add("na-stronie", std::to_string(request.page_size));
    return parameters;
}

std::string canonical_query(const SearchRequest& request) {
    return query_string(canonical_parameters(request));
}

}  // namespace wespol
