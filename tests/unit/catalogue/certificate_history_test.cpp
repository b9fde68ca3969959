// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_history.h"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

using namespace wespol;

namespace {

/// "2014-12-18", or "2014-12-18 do 2015-06-30" with an end of its own; "?" = no dates.
Certificate certificate(const std::string& id, const std::string& dates) {
    Certificate made;
    made.id = id;
    made.mark = "zakup_prospoleczny";
    const std::size_t until = dates.find(" do ");
    if (dates != "?") made.granted_on = PartialDate::parse(dates.substr(0, until)).value();
    if (until != std::string::npos)
        made.valid_until = PartialDate::parse(dates.substr(until + 4)).value();
    return made;
}

std::string written(const CertificateHistory& history) {
    std::string text;
    for (const HistoryStep& step : history.steps) {
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : "; ", step.certificate, code(step.joint));
        if (step.first_day)
            text += fmt::format(" {}{}..{}", step.may_be_longer ? ">=" : "",
                                format_day(*step.first_day), format_day(*step.last_day));
    }
    return text;
}

}  // namespace

TEST_CASE("renewals join to a history that names gaps and overlaps", "[certificate_history]") {
    const auto [dates, expected] = GENERATE(table<std::vector<std::string>, std::string>({
        {{"2014-12-18"}, "a pierwszy"},
        {{"2014-12-18", "2016-12-15"}, "a pierwszy; b przerwa 2015-12-19..2016-12-14"},
        // In whatever order they are given.
        {{"2016-12-15", "2014-12-18"}, "b pierwszy; a przerwa 2015-12-19..2016-12-14"},
        {{"2014-12-18", "2015-12-19"}, "a pierwszy; b ciagly"},
        {{"2014-12-18", "2015-12-20"}, "a pierwszy; b przerwa 2015-12-19..2015-12-19"},
        // The last day of the first one is the first of the second.
        {{"2014-12-18", "2015-12-18"}, "a pierwszy; b nakladanie 2015-12-18..2015-12-18"},
        {{"2014-12-18", "2015-06-01"}, "a pierwszy; b nakladanie 2015-06-01..2015-12-18"},
        {{"2014-12-18 do 2018-12-31", "2015-06-01"},
         "a pierwszy; b nakladanie 2015-06-01..2016-06-01"},
        // The long one still holds behind the short one.
        {{"2014-12-18 do 2018-12-31", "2015-06-01", "2019-01-01"},
         "a pierwszy; b nakladanie 2015-06-01..2016-06-01; c ciagly"},
        // A leap day: through 28 February.
        {{"2024-02-29", "2025-03-01"}, "a pierwszy; b ciagly"},
        // Months and years settle what they settle.
        {{"2019", "2021-01"}, "a pierwszy; b nierozstrzygniety"},
        {{"2019", "2021-02"}, "a pierwszy; b przerwa >=2021-01-01..2021-01-31"},
        {{"2020-06", "2021-01"}, "a pierwszy; b nakladanie >=2021-01-31..2021-06-01"},
        {{"2020-01", "2021-01"}, "a pierwszy; b nierozstrzygniety"},
        // Without dates it stands last and tells nothing.
        {{"?", "2014-12-18"}, "b pierwszy; a nierozstrzygniety"},
        {{"?", "?"}, "a pierwszy; b nierozstrzygniety"},
        {{"../2019-01-09", "2021-01-01"}, "a pierwszy; b przerwa >=2020-01-10..2020-12-31"},
        // Of a grant in 2016 only the last day is known that it surely had not begun.
        {{"2014-12-18", "2016"}, "a pierwszy; b przerwa >=2015-12-19..2015-12-31"},
    }));
    std::vector<Certificate> certificates;
    for (std::size_t i = 0; i < dates.size(); ++i)
        certificates.push_back(certificate(std::string(1, static_cast<char>('a' + i)), dates[i]));
    const auto histories = certificate_histories(certificates);
    REQUIRE(histories.size() == 1);
    CHECK(written(histories.front()) == expected);
}

TEST_CASE("a certificate for another product is no renewal", "[certificate_history]") {
    Certificate lunches = certificate("a", "2014-12-18"), catering = certificate("b", "2016-12-15");
    Certificate again = certificate("c", "2015-12-19");
    lunches.subject = "Obiady";
    again.subject = "obiady";
    catering.subject = "catering";
    const auto histories = certificate_histories({lunches, catering, again});
    REQUIRE(histories.size() == 2);
    CHECK(histories[0].subject == "catering");
    CHECK(written(histories[0]) == "b pierwszy");
    CHECK(histories[1].subject == "Obiady");
    CHECK(written(histories[1]) == "a pierwszy; c ciagly");
}

TEST_CASE("each mark has a history of its own", "[certificate_history]") {
    Certificate other = certificate("b", "2015-01-01");
    other.mark = "inny_znak";
    const auto histories = certificate_histories({certificate("a", "2014-12-18"), other});
    REQUIRE(histories.size() == 2);
    CHECK(histories[0].mark == "inny_znak");
    CHECK(written(histories[1]) == "a pierwszy");
    CHECK(certificate_histories({}).empty());
}
