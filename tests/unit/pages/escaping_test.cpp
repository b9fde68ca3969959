// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in a source or in an address comes back harmless, on every page.
#include "server/pages/compare_view.h"
#include "server/pages/cpv_code_view.h"
#include "server/pages/cpv_view.h"
#include "server/pages/map_view.h"
#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <string>

namespace wespol {

namespace {

constexpr const char* kHostile =
    R"("'><script>alert(1)</script><img src=x onerror=alert(2)>{{name}}{{{name}}}&amp;)";

/// `scripts`: elements of our own.
void check_harmless(const std::string& html, std::size_t scripts = 1) {
    CHECK(test::count_of(html, "<script") == scripts);
    CHECK(test::count_of(html, "</script") == scripts);
    CHECK(html.find("<img src=x") == std::string::npos);
    CHECK(html.find("\"'>") == std::string::npos);
    CHECK(html.find("href=\"javascript:") == std::string::npos);
    // The text itself arrived, and was not taken for a template.
    CHECK(html.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(html.find("{{name}}") != std::string::npos);
    CHECK(html.find("&amp;amp;") != std::string::npos);
    CHECK(html.find("</html>") != std::string::npos);
}

}  // namespace

TEST_CASE("hostile text in every field of every page is harmless") {
    const std::string hostile = kHostile;
    References references = test::small_references();
    Brand brand;
    brand.code = brand.name = hostile;
    brand.summary = hostile;
    references.brands = {brand};
    MunicipalAward award;
    award.municipality = award.label = award.contest_name = hostile;
    award.provenance.urls = {"javascript:alert(1)"};
    references.awards = {award};
    PageContext context =
        test::context_on(references, test::day("2021-03-01"), test::day("2026-11-21"));
    context.problems = {ParameterProblem{hostile, hostile, hostile, hostile}};

    SECTION("home") {
        check_harmless(test::page_renderer().home(context, test::response_made_of(hostile)));
    }
    SECTION("results") {
        check_harmless(test::page_renderer().results(context, test::response_made_of(hostile),
                                                     test::products_made_of(hostile)));
    }
    SECTION("results, none") {
        SearchResponse response = test::response_made_of(hostile);
        response.total = 0;
        response.hits.clear();
        check_harmless(test::page_renderer().results(context, response, {}));
    }
    SECTION("results on a map") {
        ResultPlace place;
        place.name = hostile;
        place.county = hostile;
        place.near = NearPlace{hostile, hostile, 52.5, 17.6, 1};
        place.total = 2;
        place.first = {test::entity_made_of(hostile)};
        const MapLayers layers{"{}", hostile, "", hostile, ""};
        const MapPage map{ResultPlaces{{place}, 1, 1, true}, layers};
        SearchResponse response = test::response_made_of(hostile);
        response.request.on_map = true;
        check_harmless(test::page_renderer().results(context, response, {}, std::nullopt, &map));
    }
    SECTION("entity") {
        // One of them holds what machines read of it.
        check_harmless(test::page_renderer().entity(context, test::record_made_of(hostile)), 2);
    }
    SECTION("compare") {
        ComparePage page;
        page.comparison.records = {test::record_made_of(hostile), test::record_made_of("inny")};
        page.comparison.moved = {RetiredId{hostile, hostile, std::nullopt, hostile}};
        page.asked = hostile;
        page.addition = Addition{std::nullopt,
                                 LineOutcome::near_names,
                                 {hostile},
                                 {NearEntity{hostile, hostile, hostile}}};
        page.public_url = "https://wespol.example";
        check_harmless(test::page_renderer().compare(context, page));
    }
    SECTION("words") {
        Concept concept_of_words = test::concept_of("x", hostile);
        concept_of_words.synonyms = {{{hostile}, {hostile}, {hostile}}};
        concept_of_words.note = hostile;
        references.industry = test::vocabulary("industry", {concept_of_words});
        references.status = test::vocabulary("status", {concept_of_words});
        references.abbreviations = {{hostile, hostile}};
        check_harmless(test::page_renderer().words(context));
    }
    SECTION("CPV codes") {
        references.cpv = test::vocabulary("cpv", {test::concept_of("55520000", hostile)});
        CpvPage page;
        page.overview.codes = {{"55520000", {}}};
        page.no_code = page.cut_off = hostile;
        page.finding = CpvFinding{
            hostile, hostile, {{"55520000", false, {hostile}, {}}}, {hostile}, {hostile}};
        check_harmless(test::page_renderer().cpv(context, page));
    }
    SECTION("a CPV code") {
        Concept code = test::concept_of("55520000", hostile);
        code.art_361 = true;
        code.check_digit = hostile;
        code.sources = {hostile};
        references.cpv = test::vocabulary("cpv", {code});
        references.cpv_sources = {
            {hostile, {"art_361"}, hostile, hostile, test::provenance_made_of(hostile)}};
        Hit hit;
        hit.entity = test::entity_made_of(hostile);
        hit.certificate_state = CertificateState::valid;
        hit.statuses = hit.brands = {hostile};
        CpvRecord record;
        record.as_of = test::day("2021-03-01");
        record.code = "55520000";
        record.above = {hostile};
        record.below = {{hostile, {}}};
        record.sectors = {{hostile, CpvRelation::broader, {hostile}}};
        record.groups[0] = {CpvRelation::exact, 9, 1, 4, {hit}};
        record.total = 9;
        record.certified = 1;
        record.first_certified = {hit};
        check_harmless(test::page_renderer().cpv_code(context, {record, hostile}));
    }
    SECTION("about the site") {
        SiteOperator& who = references.site_operator;
        who.name = who.street = who.town = who.email = who.phone = who.website = hostile;
        who.data_protection = who.logs = who.data_licence = who.source_code_url = hostile;
        AccessibilityStatement& statement = who.accessibility;
        statement.not_conforming = statement.too_costly = statement.not_covered = {hostile};
        statement.architecture = statement.communication = {hostile};
        statement.basis = "podmiot_zewnetrzny";
        statement.assessor = statement.contact = statement.complaints_address = hostile;
        statement.email = statement.phone = statement.report_url = hostile;
        statement.cost_assessment_url = statement.architecture_url = hostile;
        check_harmless(test::page_renderer().about(context));
        check_harmless(test::page_renderer().privacy(context, hostile));
        check_harmless(test::page_renderer().accessibility(context, hostile));
    }
    SECTION("quality") {
        QualityFigures figures;
        figures.counts = {{"entities", 3}};
        figures.coverage = {{hostile, 2}};
        figures.sources = {{hostile, 3, 1}};
        check_harmless(test::page_renderer().quality(context, figures));
    }
    SECTION("not found") {
        check_harmless(test::page_renderer().not_found(context, hostile));
    }
}

}  // namespace wespol
