// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for, as a value with one canonical URL. Pages, API and files share it.
// Knows nothing of HTTP or of the index. Plain value.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/index/schema.h"
#include "core/search/literal_parts.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class SortOrder { relevance, name, distance, freshness };
std::string_view code(SortOrder order);  ///< trafnosc, nazwa, odleglosc, aktualnosc
std::optional<SortOrder> parse_sort_order(std::string_view code);

inline constexpr int kDefaultPageSize = 20;
inline constexpr int kMaxPageSize = 100;
/// page × page size of a search; beyond it the API answers 400 (docs: operations.md).
inline constexpr int kMaxDepth = 1000;
inline constexpr double kDefaultRadiusKm = 25.0;
inline constexpr double kMinRadiusKm = 1.0;
inline constexpr double kMaxRadiusKm = 300.0;
/// Wider circles, for where the one asked for has nothing or little.
inline constexpr std::array kWiderRadiiKm{50.0, 100.0};
inline constexpr std::size_t kMaxQueryBytes = 256;
inline constexpr std::size_t kMaxQueryTerms = 32;
inline constexpr std::size_t kMaxFilterValues = 64;

/// A circle around a place the person named.
struct NearPlace {
    std::string text;   ///< as in the URL, in one spelling: "Gniezno", or "52.53,17.6"
    std::string label;  ///< as shown: "Gniezno", "Dąbrowa (Rozdrażew)", or the coordinates
    double lat = 0, lon = 0;
    double radius_km = kDefaultRadiusKm;
};

struct SearchRequest {
    std::string text;      ///< at most kMaxQueryBytes, clean UTF-8
    std::string cut_off;   ///< how what was too long for `text` begins; not part of the address
    LiteralParts literal;  ///< what the words are not to be understood as
    /// Single concepts among that: "branza:catering", sorted, distinct.
    std::vector<std::string> literal_meanings;
    /// Chosen codes by field, sorted, distinct: OR inside a field, AND between fields.
    std::map<FieldId, std::vector<std::string>> filters;
    std::optional<NearPlace> near;
    /// Around the place the words name, where `near` does not say it.
    std::optional<double> radius_km;
    std::optional<Day> as_of;  ///< null = today in Europe/Warsaw
    std::optional<SortOrder> sort;
    bool explain = false;  ///< each hit tells what made its score
    bool on_map = false;   ///< a page shows where the hits are, instead of a list of them
    int page = 1;
    int page_size = kDefaultPageSize;

    bool is_selected(FieldId field, std::string_view code) const;

    /// All that is found, however a page shows it: without page and its size, explanations, map.
    SearchRequest whole() const;

    /// Returns to page 1.
    SearchRequest with(FieldId field, const std::string& code) const;
    SearchRequest without(FieldId field, std::string_view code) const;
};

/// name=value pairs of a query string, decoded, in the order given.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "q=catering&powiat=3003&strona=2": fixed order of parameters, defaults left out, values
/// percent-encoded. Equal requests give equal texts.
std::string canonical_query(const SearchRequest& request);
Parameters canonical_parameters(const SearchRequest& request);

/// "name=value&name=value", percent-encoded, in the order given; "" of none.
std::string query_string(const Parameters& parameters);

/// For a path or a value of a query: all but unreserved characters (RFC 3986) as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace wespol
