// SPDX-License-Identifier: GPL-3.0-or-later
// "The order can be checked": the parts of every hit's explanation sum to its score.
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "core/support/files.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"
#include "tests/support/test_catalogue.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

SearchResponse explained(const std::string& text) {
    SearchRequest request;
    request.text = text;
    request.explain = true;
    request.page_size = 100;
    return Searcher(embedded_snapshot(), kToday, Language::pl).search(request);
}

const Hit& hit_named(const SearchResponse& response, std::string_view part) {
    const auto found = std::find_if(
        response.hits.begin(), response.hits.end(),
        [&](const Hit& hit) { return hit.entity.name.find(part) != std::string::npos; });
    REQUIRE(found != response.hits.end());
    return *found;
}

bool has_part(const Hit& hit, ScoreSource source, FieldId field) {
    return std::any_of(hit.explanation.begin(), hit.explanation.end(), [&](const ScorePart& part) {
        return part.source == source && part.field == field;
    });
}

}  // namespace

TEST_CASE("The parts of an explanation sum to the score") {
    const std::string text = GENERATE(values<std::string>(
        {"catering", "furia", "szycie toreb", "spółdzielnia socjalna -catering", "„na winiarach”",
         "mycie okien sprzątanie biur", "Fundacja Gniezno", "warsztat terapii zajęciowej Konin",
         "torby torba toreb", "laundry", "пральня", "catering \"spółdzielnia socjalna\"",
         "obiady koło Konina", "90911200-8"}));
    const SearchResponse response = explained(text);
    INFO(text);
    REQUIRE(response.total > 0);
    for (const Hit& hit : response.hits) {
        INFO(hit.entity.name);
        double sum = 0;
        for (const ScorePart& part : hit.explanation) {
            CHECK(part.score > 0);
            sum += part.score;
        }
        REQUIRE(std::abs(sum - hit.score) < 1e-6);
        CHECK(std::is_sorted(
            hit.explanation.begin(), hit.explanation.end(),
            [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; }));
    }
}

TEST_CASE("Of every query of the relevance suite the parts sum to the score") {
    std::istringstream lines(
        read_file(std::string(WESPOL_SOURCE_DIR) + "/tests/relevance/queries.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        const auto text = nlohmann::json::parse(line).at("query").get<std::string>();
        INFO(text);
        for (const Hit& hit : explained(text).hits) {
            if (hit.explanation.empty()) continue;  // ordered otherwise
            double sum = 0;
            for (const ScorePart& part : hit.explanation)
                sum += part.score;
            INFO(hit.entity.id);
            REQUIRE(std::abs(sum - hit.score) < 1e-6);
        }
    }
}

TEST_CASE("An explanation says where words stand, which concepts count, and a known name") {
    const Hit furia = hit_named(explained("Furia"), "FURIA");
    CHECK(has_part(furia, ScoreSource::word, FieldId::name));

    const SearchResponse catering = explained("catering");
    const Hit& caterer = catering.hits.front();
    CHECK(has_part(caterer, ScoreSource::filed_under, FieldId::industry));
    CHECK(caterer.explanation.front().text == "catering");

    const SearchResponse near = explained("catering koło Konina");
    REQUIRE(near.total > 0);
    CHECK(has_part(near.hits.front(), ScoreSource::distance, FieldId::location));

    const SearchResponse whole = explained(caterer.entity.name);
    const Hit& itself = hit_named(whole, caterer.entity.name);
    CHECK(itself.explanation.front().source == ScoreSource::exact_name);
    CHECK(itself.explanation.front().score == 1000);
    CHECK(has_part(itself, ScoreSource::side_by_side, FieldId::name));
}

TEST_CASE("The words of a query count more where they stand together, most in their order") {
    // The same words, so that nothing else can decide; by name the order would be the other way.
    const std::pair<std::string, std::string> offers[] = {
        {"zmyslony-1-osobno", "czerwonych serwet i szycie lnianych obrusów"},
        {"zmyslony-2-odwrotnie", "szycie obrusów czerwonych i lnianych serwet"},
        {"zmyslony-3-razem", "szycie czerwonych obrusów i lnianych serwet"}};
    Catalogue catalogue = test_catalogue();
    for (const auto& [id, offer] : offers) {
        Entity made = catalogue.entities.back();
        made.id = id;
        made.name = "Zmyślony podmiot " + id.substr(id.find('-') + 1, 1);
        made.offer = {offer};
        catalogue.entities.push_back(made);
    }
    const TestIndex index;
    const Manifest manifest = index.publish(catalogue);
    const Searcher searcher(
        IndexSnapshot::open(index.store().path_of(manifest.generation), test_analyzer()),
        kTestToday, Language::pl);
    // Also in another form than the records have.
    for (const char* text : {"czerwonych obrusów", "czerwone obrusy", "czerwony obrus"}) {
        INFO(text);
        SearchRequest request;
        request.text = text;
        request.explain = true;
        const SearchResponse response = searcher.search(request);
        REQUIRE(response.hits.size() == 3);
        CHECK(response.hits[0].entity.id == "zmyslony-3-razem");
        CHECK(response.hits[1].entity.id == "zmyslony-2-odwrotnie");
        CHECK(response.hits[2].entity.id == "zmyslony-1-osobno");
        CHECK(has_part(response.hits[0], ScoreSource::side_by_side, FieldId::offer));
        CHECK(has_part(response.hits[1], ScoreSource::side_by_side, FieldId::offer));
        CHECK_FALSE(has_part(response.hits[2], ScoreSource::side_by_side, FieldId::offer));
    }
}

TEST_CASE("Nothing is explained that was not asked, or not ordered by relevance") {
    SearchRequest request;
    request.text = "catering";
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    CHECK(searcher.search(request).hits.front().explanation.empty());
    request.explain = true;
    request.sort = SortOrder::name;
    CHECK(searcher.search(request).hits.front().explanation.empty());
    CHECK(canonical_query(request) == "q=catering&sortuj=nazwa&wyjasnij=1");
}

TEST_CASE("wyjasnij is 1 or 0, or is told to be wrong") {
    const References& references = embedded_snapshot()->references();
    CHECK(decode_request({{"wyjasnij", "1"}}, references).request.explain);
    CHECK_FALSE(decode_request({{"wyjasnij", "0"}}, references).request.explain);
    CHECK(decode_request({{"wyjasnij", "może"}}, references).problems.size() == 1);
}
