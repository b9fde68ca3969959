// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/partial_date.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

namespace {

std::string shown(const std::optional<Day>& day) {
    return day ? format_day(*day) : "-";
}

}  // namespace

TEST_CASE("a date is as precise as it was written", "[partial_date]") {
    const auto [text, earliest, latest, polish] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"2014-12-18", "2014-12-18", "2014-12-18", "18.12.2014"},
            {"2021-01", "2021-01-01", "2021-01-31", "styczeń 2021"},
            {"2024-02", "2024-02-01", "2024-02-29", "luty 2024"},
            {"2019", "2019-01-01", "2019-12-31", "2019"},
            {"../2019-01-09", "-", "2019-01-09", "nie później niż 9.01.2019"},
            {"2018-10/..", "2018-10-01", "-", "nie wcześniej niż październik 2018"},
            {"2018/2019-01-09", "2018-01-01", "2019-01-09", "2018 – 9.01.2019"},
            {"2021-01-15/2021-01-31", "2021-01-15", "2021-01-31", "15.01.2021 – 31.01.2021"},
        }));
    INFO(text);
    const auto date = PartialDate::parse(text);
    REQUIRE(date.has_value());
    CHECK(date->text() == text);
    CHECK(shown(date->earliest()) == earliest);
    CHECK(shown(date->latest()) == latest);
    CHECK(date->in_polish() == polish);
    CHECK(date->is_exact() == (earliest == latest && earliest != "-"));
}

TEST_CASE("what is no date is refused with an example", "[partial_date]") {
    const std::string text =
        GENERATE("", "..", "../..", "/", "2019/", "/2019", "2019-13", "2019-02-30", "jesień 2010",
                 "2020/2019", "2019-05-02/2019-05-01", "201", "20190", "2019/2020/2021", "12-2019");
    INFO(text);
    const auto date = PartialDate::parse(text);
    REQUIRE_FALSE(date.has_value());
    CHECK(date.error().message.find("2021-01") != std::string::npos);
}
