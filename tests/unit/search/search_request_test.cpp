// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_request.h"

#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("Equal requests have one address, in a fixed order, without defaults") {
    SearchRequest request;
    CHECK(canonical_query(request).empty());

    request.text = "tort & „kawa” +1";
    request.filters[FieldId::activity] = {"czynny"};
    request.filters[FieldId::industry] = {"catering", "gastronomia"};
    request.near = NearPlace{"Środa Wielkopolska", "Środa Wielkopolska", 52.2, 17.3, 40.5};
    request.as_of = std::chrono::year(2026) / 2 / 28;
    request.sort = SortOrder::distance;
    request.page = 3;
    request.page_size = 50;
    CHECK(canonical_query(request) ==
          "q=tort%20%26%20%E2%80%9Ekawa%E2%80%9D%20%2B1&branza=catering&branza=gastronomia"
          "&aktywnosc=czynny&blisko=%C5%9Aroda%20Wielkopolska&promien=40.5&na-dzien=2026-02-28"
          "&sortuj=odleglosc&strona=3&na-stronie=50");
}

TEST_CASE("The order that is in force anyway is left out") {
    const struct {
        const char* text;
        SortOrder sort;
        const char* query;
    } cases[] = {
        {"", SortOrder::name, ""},
        {"", SortOrder::freshness, "sortuj=aktualnosc"},
        {"kos", SortOrder::relevance, "q=kos"},
        {"kos", SortOrder::name, "q=kos&sortuj=nazwa"},
    };
    for (const auto& [text, sort, query] : cases) {
        SearchRequest request;
        request.text = text;
        request.sort = sort;
        CHECK(canonical_query(request) == query);
    }
}

TEST_CASE("Choosing and unchoosing a value returns to the first page") {
    SearchRequest request;
    request.page = 4;
    const SearchRequest chosen = request.with(FieldId::county, "3003")
                                     .with(FieldId::county, "3001")
                                     .with(FieldId::county, "3003");
    CHECK(chosen.page == 1);
    CHECK(chosen.filters.at(FieldId::county) == std::vector<std::string>{"3001", "3003"});
    CHECK(chosen.is_selected(FieldId::county, "3003"));
    CHECK_FALSE(chosen.is_selected(FieldId::industry, "3003"));
    const SearchRequest none = chosen.without(FieldId::county, "3001")
                                   .without(FieldId::county, "3003")
                                   .without(FieldId::brand, "x");
    CHECK(none.filters.empty());
    CHECK(canonical_query(none) == canonical_query(SearchRequest{}));
}

TEST_CASE("Sort orders have codes") {
    for (const SortOrder order :
         {SortOrder::relevance, SortOrder::name, SortOrder::distance, SortOrder::freshness})
        CHECK(parse_sort_order(code(order)) == order);
    CHECK_FALSE(parse_sort_order("losowo"));
}
