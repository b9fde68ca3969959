// SPDX-License-Identifier: GPL-3.0-or-later
// What a source says stays Polish on pages of other languages, and is marked so.
#include "server/pages/compare_view.h"
#include "tests/support/catch.hpp"
#include "tests/support/text.h"
#include "tests/unit/pages/page_fixture.h"

#include <string>

namespace wespol {

namespace {

using test::has;

EntityRecord record_with(const std::string& id) {
    EntityRecord record = test::record_made_of("inny");
    record.entity.id = id;
    record.entity.offer = {"zmyślona oferta"};
    EntityStatus status;
    status.status = "przedsiebiorstwo_spoleczne";
    status.basis = "zmyślona decyzja";
    record.facts.enterprise = {};
    record.facts.enterprise.status = status;
    return record;
}

}  // namespace

TEST_CASE("what a source says is marked as Polish within English sentences") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    PageContext context = test::context_on(references, today, today);
    context.language = Language::en;
    SECTION("entity") {
        const std::string html = test::page_renderer().entity(context, record_with("a"));
        CHECK(has(html, "Source: <span lang=\"pl\">zmyślona decyzja</span>"));
        CHECK(has(html, "<li lang=\"pl\">zmyślona oferta</li>"));
    }
    SECTION("comparison") {
        ComparePage page;
        page.comparison.records = {record_with("a"), record_with("b")};
        page.public_url = "https://wespol.example";
        const std::string html = test::page_renderer().compare(context, page);
        CHECK(has(html, "Source: <span lang=\"pl\">zmyślona decyzja</span>"));
        CHECK(has(html, "Offer: <span lang=\"pl\">zmyślona oferta</span>"));
    }
}

}  // namespace wespol
