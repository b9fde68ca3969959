// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/intervals.h"

#include "core/catalogue/legal_facts.h"
#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <optional>
#include <string>
#include <vector>

using namespace wespol;
using test::day;

TEST_CASE("Validities come back from a value slot as they went in") {
    const std::vector<Validity> validities{
        {day("2014-12-18"), day("2014-12-18"), day("2015-12-18"), day("2015-12-18"), true},
        {std::nullopt, day("2019-01-09"), std::nullopt, day("2020-01-09"), false},
        {}};
    CHECK(decode_validities(encode_validities(validities)) == validities);
    CHECK(decode_validities("").empty());
}

TEST_CASE("Status spans come back from a value slot as they went in") {
    const std::vector<StatusSpan> spans{
        {"opp", {}},
        {"ps_owes",
         {day("2017-12-01"), day("2017-12-31"), std::nullopt, day("2023-12-31"), false}}};
    CHECK(decode_statuses(encode_statuses(spans)) == spans);
}

TEST_CASE("A slot that was not written by the indexer is refused, not read as something else") {
    for (const char* text : {"1 2 3", "1 2 3 4 5 6", "x - - - 1", "1.5 - - - 1", " "})
        CHECK_THROWS_AS(decode_validities(text), Error);
    CHECK_THROWS_AS(decode_statuses("opp -"), Error);
}

TEST_CASE("A status is counted where its dates settle it, never before the evidence") {
    const auto [from, until, as_of, asked, held] =
        GENERATE(table<std::string, std::string, std::string, const char*, bool>({
            {"", "", "2025-02", "2025-01-31", false},
            {"", "", "2025-02", "2025-02-27", false},
            {"", "", "2025-02", "2025-02-28", true},
            {"", "", "2025-02", "2026-11-21", true},
            {"2017-12-01", "2023-12-31", "", "2017-11-30", false},
            {"2017-12-01", "2023-12-31", "", "2017-12-01", true},
            {"2017-12-01", "2023-12-31", "", "2023-12-31", true},
            {"2017-12-01", "2023-12-31", "", "2024-01-01", false},
            {"2017", "2023", "", "2017-12-30", false},
            {"2017", "2023", "", "2017-12-31", true},
            {"2017", "2023", "", "2023-01-02", false},
            {"", "2023-12-31", "", "2020-01-01", false},
            {"", "", "", "2026-11-21", false},
        }));
    INFO(from << " to " << until << " known " << as_of << " on " << asked);
    const auto date = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(PartialDate::parse(text).value());
    };
    const EntityStatus status{"opp", date(from), date(until), date(as_of), {}, {}};
    CHECK(holds_on(span_of(status), day(asked)) == held);
    CHECK((state_on(status, day(asked)) == StatusState::held) == held);
}
