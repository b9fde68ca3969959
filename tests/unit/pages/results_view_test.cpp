// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/results_view.h"

#include "server/pages/explanation_view.h"
#include "server/pages/facet_view.h"
#include "server/pages/paging_view.h"
#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <string>
#include <vector>

namespace wespol {

namespace {

using test::text_of;

const Views& list_of(const View& view, const std::string& name) {
    return view.get(name)->list_value();
}

SearchRequest catering_in_two_counties() {
    SearchRequest request;
    request.text = "catering";
    request.page = 3;
    return request.with(FieldId::county, "3003").with(FieldId::county, "3064");
}

std::string results_html(const SearchResponse& response,
                         std::vector<ParameterProblem> problems = {}) {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    PageContext context =
        test::context_on(references, response.request.as_of.value_or(today), today);
    context.problems = std::move(problems);
    return test::page_renderer().results(context, response, {});
}

}  // namespace

TEST_CASE("a chip's link takes away its value and nothing else") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    SearchResponse response;
    response.request = catering_in_two_counties();
    response.request.near = NearPlace{"Gniezno", "Gniezno", 52.5, 17.6, 25};
    response.request.as_of = test::day("2014-12-18");
    response.facets = {Facet{FieldId::county,
                             "Powiat",
                             {{"3003", "gnieźnieński", 2, true}, {"3064", "Poznań", 3, true}}}};

    const Views chips = chip_views(test::context_on(references, *response.request.as_of, today),
                                   test::polish_messages(), response);
    REQUIRE(chips.size() == 4);
    CHECK(text_of(chips[0], "kind") == "Powiat");
    CHECK(text_of(chips[0], "label") == "gnieźnieński");
    CHECK(text_of(chips[0], "href") ==
          "/szukaj?q=catering&powiat=3064&blisko=Gniezno&na-dzien=2014-12-18");
    CHECK(text_of(chips[1], "href") ==
          "/szukaj?q=catering&powiat=3003&blisko=Gniezno&na-dzien=2014-12-18");
    CHECK(text_of(chips[2], "label") == "do 25 km od: Gniezno");
    CHECK(text_of(chips[2], "href") ==
          "/szukaj?q=catering&powiat=3003&powiat=3064&na-dzien=2014-12-18");
    CHECK(text_of(chips[3], "label") == "18.12.2014");
    CHECK(text_of(chips[3], "href") == "/szukaj?q=catering&powiat=3003&powiat=3064&blisko=Gniezno");
}

TEST_CASE("long facets fold after ten values, what is chosen stays before the fold") {
    Facet facet{FieldId::industry, "Branża", {}};
    facet.values.push_back({"chosen", "wybrana", 0, true});
    for (int i = 0; i < 14; ++i)
        facet.values.push_back({"b" + std::to_string(i), "branża", 9, false});
    SearchResponse response;
    response.facets = {facet, Facet{FieldId::brand, "Marka", {{"x", "x", 0, false}}}};

    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const Views views =
        facet_views(test::context_on(references, today, today), test::polish_messages(), response);
    REQUIRE(views.size() == 1);  // a facet without anything to choose is not shown
    CHECK(list_of(views[0], "values").size() == kValuesBeforeFold);
    CHECK(list_of(views[0], "more").size() == 5);
    CHECK(list_of(views[0], "values")[0].get("selected")->is_true());
}

TEST_CASE("paging offers the ends and the neighbours, never deeper than the search goes") {
    struct Row {
        int page, size;
        std::size_t total;
        std::vector<std::string> numbers;
        bool previous, next;
    };
    const auto row =
        GENERATE(Row{1, 20, 20, {}, false, false}, Row{1, 20, 21, {"1", "2"}, false, true},
                 Row{2, 20, 21, {"1", "2"}, true, false},
                 Row{9, 20, 354, {"1", "7", "8", "9", "10", "11", "18"}, true, true},
                 Row{1, 100, 5000, {"1", "2", "3", "10"}, false, true},
                 Row{40, 20, 50, {"1", "2", "3"}, true, false});
    SearchRequest request;
    request.page = row.page;
    request.page_size = row.size;
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const View paging = paging_view(test::context_on(references, today, today), request, row.total);
    if (row.numbers.empty()) {
        CHECK(paging.is_false());
        return;
    }
    std::vector<std::string> numbers;
    for (const View& page : list_of(paging, "pages"))
        numbers.push_back(text_of(page, "number"));
    CHECK(numbers == row.numbers);
    CHECK(paging.get("previous")->is_string() == row.previous);
    CHECK(paging.get("next")->is_string() == row.next);
}

TEST_CASE("the results page says how many, what was left out and what was not today") {
    SearchResponse response;
    response.request = catering_in_two_counties();
    response.request.page = 1;
    response.request.as_of = test::day("2014-12-18");
    response.total = 2;
    response.ended_total = 1;
    response.understood.ignored = {"§§"};
    const std::string html = results_html(
        response, {{"strona", "abc", "To nie jest numer strony.", "liczba od 1 do 50"}});
    CHECK(html.find("<h1>2 podmioty</h1>") != std::string::npos);
    CHECK(html.find("Pominięto „strona=abc”:") != std::string::npos);
    CHECK(html.find("Dozwolone: liczba od 1 do 50.") != std::string::npos);
    CHECK(html.find("<q>§§</q>") != std::string::npos);
    CHECK(html.find("18.12.2014") != std::string::npos);
    CHECK(html.find("1 z nich zakończył działalność") != std::string::npos);
    CHECK(html.find("name=\"na-stronie\"") == std::string::npos);
}

TEST_CASE("a page beyond the last says how many there are and leads to the last") {
    struct Row {
        int page;
        std::size_t total;
        std::string sentence;  ///< "" = not said
        std::string href;
    };
    const auto row = GENERATE(Row{40, 354, "Wyniki mają 18 stron.", "/szukaj?strona=18"},
                              Row{9, 3, "Wyniki mają 1 stronę.", "/szukaj"}, Row{3, 41, "", ""},
                              Row{1, 0, "", ""});
    SearchResponse response;
    response.request.page = row.page;
    response.total = row.total;
    response.ended_total = row.total / 3;
    const std::string html = results_html(response);
    CHECK((html.find("Wyniki mają") != std::string::npos) == !row.sentence.empty());
    if (row.sentence.empty()) return;
    CHECK(html.find(row.sentence + " <a href=\"" + row.href + "\">Przejdź do ostatniej</a>") !=
          std::string::npos);
    CHECK(html.find("na końcu listy") == std::string::npos);
}

TEST_CASE("nothing found is never an empty page") {
    SearchResponse response;
    response.request.text = "qqq";
    SECTION("with ways out") {
        response.relaxations = {Relaxation{"Bez filtra „Powiat”", SearchRequest{}, 7}};
        const std::string html = results_html(response);
        CHECK(html.find("Nic nie znaleziono") != std::string::npos);
        CHECK(html.find("Bez filtra „Powiat”") != std::string::npos);
    }
    SECTION("without any") {
        response.request = response.request.with(FieldId::county, "3003");
        const std::string html = results_html(response);
        CHECK(html.find("Pokaż wszystkie podmioty") != std::string::npos);
        // The words alone find nothing either: no way that leads nowhere.
        CHECK(html.find("class=\"button\" href=\"/szukaj?q=qqq\"") == std::string::npos);
    }
}

TEST_CASE("what the form has no field for goes on in hidden fields") {
    SearchResponse response;
    response.request.near = NearPlace{"Gniezno", "Gniezno", 52.5, 17.6, 40};
    response.request.page_size = 50;
    const std::string html = results_html(response);
    CHECK(html.find(R"(<input type="hidden" name="blisko" value="Gniezno">)") != std::string::npos);
    CHECK(html.find(R"(<input type="hidden" name="promien" value="40">)") != std::string::npos);
    CHECK(html.find(R"(<input type="hidden" name="na-stronie" value="50">)") != std::string::npos);
}

TEST_CASE("a new search in the form is not bound to the order that was usual for the old one") {
    SearchResponse response;
    response.total = 1;
    response.sort = SortOrder::name;
    CHECK(results_html(response).find(R"(<option value="" selected>według nazwy</option>)") !=
          std::string::npos);

    response.request.text = "catering";
    response.request.sort = SortOrder::name;
    const std::string html = results_html(response);
    CHECK(html.find(R"(<option value="">najtrafniejsze</option>)") != std::string::npos);
    CHECK(html.find(R"(<option value="nazwa" selected>według nazwy</option>)") !=
          std::string::npos);
}

TEST_CASE("a search that finds nothing still shows sectors and the way home") {
    const References references = test::small_references();
    SearchResponse overview;
    overview.facets = {
        Facet{FieldId::industry,
              "Branża",
              {{"catering", "catering", 12, false}, {"pranie", "pranie", 3, false}}}};
    SearchResponse nothing;
    nothing.request.text = "xyzzy";
    const Day today = test::day("2026-11-21");
    const std::string html = test::page_renderer().results(
        test::context_on(references, today, today), nothing, {}, overview);
    CHECK(html.find("/szukaj?branza=catering") != std::string::npos);
    CHECK(html.find("12") != std::string::npos);
    CHECK(html.find("Zacznij od branży") != std::string::npos);
    CHECK(results_html(nothing).find("Zacznij od branży") == std::string::npos);
}

TEST_CASE("why a hit stands where it does is one sentence") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const PageContext context = test::context_on(references, today, today);
    const std::vector<ScorePart> parts{
        {ScoreSource::word, "furia", FieldId::name, "", 9},
        {ScoreSource::phrase, "\"na Winiarach\"", FieldId::name, "", 8},
        {ScoreSource::word, "szycie", FieldId::offer, "", 5},
        {ScoreSource::filed_under, "obiady", FieldId::industry, "catering", 4},
        {ScoreSource::mentions, "obiady", FieldId::industry, "catering", 2},
        {ScoreSource::side_by_side, "szycie toreb", FieldId::offer, "", 2}};
    CHECK(explanation_sentence(context, test::polish_messages(), parts) ==
          "W nazwie: „furia”, „na Winiarach”; w ofercie: „szycie”; branża: catering; "
          "obok siebie: „szycie toreb”.");
    CHECK(explanation_sentence(context, test::polish_messages(), {}).empty());
    CHECK(explanation_sentence(context, test::polish_messages(),
                               {{ScoreSource::exact_name, "furia", FieldId::name, "", 1000}}) ==
          "Dokładnie ta nazwa: „furia”.");
    CHECK(explanation_sentence(context, test::polish_messages(),
                               {{ScoreSource::distance, "Konin", FieldId::location, "", 400}}) ==
          "Blisko: Konin.");
    for (const Field& field : kFields)
        if (field.kind == FieldKind::text) {
            INFO(field.name);
            CHECK(explanation_sentence(context, test::polish_messages(),
                                       {{ScoreSource::word, "furia", field.id, "", 1}})
                      .find("why.") == std::string::npos);
        }
}

TEST_CASE("the list links to its explanation and back, on the same page of the same search") {
    SearchResponse response;
    response.request.text = "catering";
    response.request.page = 2;
    response.sort = SortOrder::relevance;
    response.total = 30;
    response.hits.resize(1);
    CHECK(results_html(response).find("wyjasnij=1&amp;strona=2") != std::string::npos);
    response.request.explain = true;
    const std::string explained = results_html(response);
    CHECK(explained.find("/szukaj?q=catering&amp;strona=2") != std::string::npos);
    response.sort = SortOrder::name;
    response.request.explain = false;
    CHECK(results_html(response).find("wyjasnij") == std::string::npos);
}

}  // namespace wespol
