// SPDX-License-Identifier: GPL-3.0-or-later
// Guidance for officials as a page: the threshold of the day, and on which side of it a value is.
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <string>

using namespace wespol;
using namespace wespol::test;

namespace {

Catalogue with_guidance() {
    Catalogue catalogue = test_catalogue();
    catalogue.references.thresholds = embedded_catalogue().references.thresholds;
    catalogue.references.guidance = embedded_catalogue().references.guidance;
    return catalogue;
}

}  // namespace

TEST_CASE("the page for officials follows the day and the value", "[guidance]") {
    const TestIndex index;
    index.publish(with_guidance());
    const RunningServer server(index);
    const auto page = [&](const std::string& query) {
        const auto answer = server.get("/zamowienia" + query);
        CHECK(answer.status == 200);
        return answer.body;
    };
    const std::string old = page("?na-dzien=2025-12-31&wartosc=150%20000");
    CHECK(has(old, "31.12.2025 ustawę stosuje się od 130\u00a0000"));
    CHECK(has(old, "nie jest mniejsza niż 130\u00a0000"));
    const std::string now = page("?na-dzien=2026-01-01&wartosc=150%20000,00");
    CHECK(has(now, "1.01.2026 ustawę stosuje się od 170\u00a0000"));
    CHECK(has(now, "jest mniejsza niż 170\u00a0000"));
    // Nobody knows the threshold of a day to come.
    CHECK(has(page("?na-dzien=2032-01-01"), "dopiero nadejdzie"));
    CHECK_FALSE(has(now, "dopiero nadejdzie"));
    CHECK(has(page("?na-dzien=1999-01-01"), "nie mamy w naszych źródłach"));
    const std::string wrong = page("?wartosc=du%C5%BCo");
    CHECK(has(wrong, "Wpisz wartość netto w złotych"));
    CHECK_FALSE(has(wrong, "mniejsza niż"));
}

TEST_CASE("an office without guidance has the page without it", "[guidance]") {
    const std::string page = shared_server().get("/zamowienia").body;
    CHECK(has(page, "nie mamy w naszych źródłach"));
    CHECK_FALSE(has(page, "id=\"sposoby\""));
}
