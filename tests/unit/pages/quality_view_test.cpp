// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/quality_view.h"

#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <string>

using namespace wespol;

TEST_CASE("shares are told as they are: nearly all is not all, hardly any is not none") {
    const auto [known, whole, text, width] =
        GENERATE(table<std::size_t, std::size_t, std::string, std::string>({
            {0, 300, "0 z 300 (0%)", "0.0"},
            {1, 300, "1 z 300 (mniej niż 1%)", "0.3"},
            {299, 300, "299 z 300 (99%)", "99.7"},
            {300, 300, "300 z 300 (100%)", "100.0"},
            {0, 0, "0 z 0 (0%)", "0.0"},
        }));
    QualityFigures figures;
    figures.counts = {{"entities", whole}};
    figures.coverage = {{"phone", known}};
    const References references = test::small_references();
    const std::string page = test::page_renderer().quality(
        test::context_on(references, test::day("2026-11-21"), test::day("2026-11-21")), figures);
    CHECK(page.find(text) != std::string::npos);
    CHECK(page.find("width=\"" + width + "\"") != std::string::npos);
    CHECK(page.find("telefon") != std::string::npos);
}

TEST_CASE("years stand newest first, what has no date last") {
    QualityFigures figures;
    figures.counts = {{"entities", 6}, {"entities_in_several_sources", 2}};
    figures.age = {{{2019, 1}, {2025, 3}}, 2};
    const References references = test::small_references();
    const std::string page = test::page_renderer().quality(
        test::context_on(references, test::day("2026-11-21"), test::day("2026-11-21")), figures);
    CHECK(page.find(">2025<") < page.find(">2019<"));
    CHECK(page.find(">2019<") < page.find("źródła nie podają daty"));
    CHECK(page.find("2 podmioty stoją na więcej niż jednej liście") != std::string::npos);
}
