// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/intervals.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

Day day(const char* text) {
    return *parse_day(text);
}

}  // namespace

TEST_CASE("Validities come back from a value slot as they went in") {
    const std::vector<Validity> validities{
        {day("2014-12-18"), day("2014-12-18"), day("2015-12-18"), day("2015-12-18"), true},
        {std::nullopt, day("2019-01-09"), std::nullopt, day("2020-01-09"), false},
        {}};
    CHECK(decode_validities(encode_validities(validities)) == validities);
    CHECK(decode_validities("").empty());
}

TEST_CASE("Status spans come back from a value slot as they went in") {
    const std::vector<StatusSpan> spans{{"opp", std::nullopt, std::nullopt},
                                        {"ps_owes", day("2017-12-01"), day("2023-12-31")}};
    CHECK(decode_statuses(encode_statuses(spans)) == spans);
}

TEST_CASE("A slot that was not written by the indexer is refused, not read as something else") {
    for (const char* text : {"1 2 3", "1 2 3 4 5 6", "x - - - 1", "1.5 - - - 1", " "})
        CHECK_THROWS_AS(decode_validities(text), Error);
    CHECK_THROWS_AS(decode_statuses("opp -"), Error);
}

TEST_CASE("A status is not counted before the evidence for it") {
    const EntityStatus status{"opp", std::nullopt, std::nullopt, *PartialDate::parse("2025-02"), {},
                              {}};
    CHECK_FALSE(holds_on(span_of(status), day("2025-01-31")));
    CHECK(holds_on(span_of(status), day("2025-02-01")));
    CHECK(holds_on(span_of(status), day("2026-11-21")));
}

TEST_CASE("A status holds on its first and last day and not outside them") {
    const StatusSpan span{"opp", day("2017-12-01"), day("2023-12-31")};
    CHECK_FALSE(holds_on(span, day("2017-11-30")));
    CHECK(holds_on(span, day("2017-12-01")));
    CHECK(holds_on(span, day("2023-12-31")));
    CHECK_FALSE(holds_on(span, day("2024-01-01")));
    CHECK(holds_on({"opp", std::nullopt, std::nullopt}, day("2026-11-21")));
}
