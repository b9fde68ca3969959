// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of digits, as docs/domain tells it, and codes as people write them.
#include "core/catalogue/cpv_code.h"

#include "core/support/joined.h"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

/// "55520000", "55520000/1" with the check digit, or "" when it is no code.
std::string parsed(const std::string& text) {
    const auto written = parse_cpv(text);
    if (!written) return {};
    return written->check_digit.empty() ? written->digits
                                        : written->digits + "/" + written->check_digit;
}

}  // namespace

TEST_CASE("which code is broader is in the digits", "[cpv]") {
    const auto [code, asked, relation] = GENERATE(table<std::string, std::string, CpvRelation>({
        {"55520000", "55520000", CpvRelation::exact},
        {"55500000", "55520000", CpvRelation::broader},
        {"55000000", "55520000", CpvRelation::broader},
        {"55523100", "55520000", CpvRelation::narrower},
        {"55523100", "55000000", CpvRelation::narrower},
        {"55523100", "55523000", CpvRelation::narrower},
        {"55510000", "55520000", CpvRelation::none},
        {"55300000", "55500000", CpvRelation::none},
        {"56000000", "55000000", CpvRelation::none},
        // A division keeps its second digit, be it a zero.
        {"80000000", "85000000", CpvRelation::none},
        {"85000000", "80000000", CpvRelation::none},
        {"80000000", "80500000", CpvRelation::broader},
        {"98371111", "98371110", CpvRelation::narrower},
        {"98371110", "98371111", CpvRelation::broader},
        // Zeros in the middle say something.
        {"60112000", "60100000", CpvRelation::narrower},
        {"60100000", "60110000", CpvRelation::broader},
    }));
    INFO(code << " for " << asked);
    CHECK(cpv_relation(code, asked) == relation);
}

TEST_CASE("what is broader one way is narrower the other", "[cpv]") {
    const std::vector<std::string> codes{"55000000", "55500000", "55520000", "55523000",
                                         "55523100", "55510000", "80000000", "80500000",
                                         "98371111", "98371110", "98371100"};
    for (const std::string& a : codes)
        for (const std::string& b : codes) {
            INFO(a << " " << b);
            const CpvRelation there = cpv_relation(a, b), back = cpv_relation(b, a);
            CHECK((there == CpvRelation::broader) == (back == CpvRelation::narrower));
            CHECK((there == CpvRelation::none) == (back == CpvRelation::none));
            CHECK((there == CpvRelation::exact) == (a == b));
            if (there != CpvRelation::none) CHECK(cpv_division(a) == cpv_division(b));
        }
}

TEST_CASE("above a code stand its beginnings, the division first", "[cpv]") {
    const auto [code, above] = GENERATE(table<std::string, std::string>({
        {"55000000", ""},
        {"55500000", "55000000"},
        {"55523100", "55000000 55500000 55520000 55523000"},
        {"98371111", "98000000 98300000 98370000 98371000 98371100 98371110"},
        {"60112000", "60000000 60100000 60110000"},
        {"98000100", "98000000"},
    }));
    INFO(code);
    const std::vector<std::string> found = cpv_ancestors(code);
    CHECK(joined(found, " ") == above);
    for (const std::string& each : found)
        CHECK(cpv_relation(each, code) == CpvRelation::broader);
}

TEST_CASE("a code in any writing", "[cpv]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"55520000", "55520000"},
        {"55520000-1", "55520000/1"},
        {"555200001", "55520000/1"},
        {"55.52.00.00-1", "55520000/1"},
        {"55 52 00 00", "55520000"},
        {"55520000\u20131", "55520000/1"},
        {"CPV 55520000-1", "55520000/1"},
        {"cpv:5552", "55520000"},
        {"  5552  ", "55520000"},
        {"55", "55000000"},
        {"CPV\u00a055520000", "55520000"},
        {"98371111-5", "98371111/5"},
        {"5", ""},
        {"", ""},
        {"cpv", ""},
        {"00000000", ""},
        {"00123456", ""},
        {"5552000000", ""},
        {"5552-1", ""},
        {"55520000-12", ""},
        {"55520000-", ""},
        {"-55520000", ""},
        {"5552000a", ""},
        {"55520000 1 catering", ""},
        {"catering", ""},
        {"５５５２００００", ""},
        {std::string(100, '5'), ""},
        {std::string(100'000, ' '), ""},
        {std::string("55520000\0", 9), ""},
    }));
    INFO(text.substr(0, 40));
    CHECK(parsed(text) == code);
}

TEST_CASE("a check digit is compared with the one that was seen, never computed", "[cpv]") {
    Concept seen, unseen;
    seen.code = "55520000";
    seen.check_digit = "1";
    unseen.code = "55500000";
    const Vocabulary cpv = Vocabulary::make("cpv", {seen, unseen}).value();
    CHECK(other_check_digit(cpv, {"55520000", "7"}) == "1");
    CHECK_FALSE(other_check_digit(cpv, {"55520000", "1"}));
    CHECK_FALSE(other_check_digit(cpv, {"55520000", ""}));
    CHECK_FALSE(other_check_digit(cpv, {"55500000", "7"}));
    CHECK_FALSE(other_check_digit(cpv, {"12345678", "7"}));
}
