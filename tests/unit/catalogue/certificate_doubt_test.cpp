// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_doubt.h"

#include "core/support/joined.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <optional>
#include <string>

using namespace wespol;
using test::date;
using test::day;

TEST_CASE("what a day leaves open names the date that is to blame", "[certificate_doubt]") {
    const auto [granted, until, asked, blamed,
                sentence] = GENERATE(table<std::string, std::string, std::string, std::string,
                                           std::string>({
        {"", "", "2011-06-16", "brak_daty_nadania",
         "Źródła nie podają, kiedy certyfikat nadano, a od tego dnia liczy się 12 miesięcy, "
         "więc nie wiadomo, czy tego dnia obowiązywał."},
        {"2021-01", "", "2021-01-15", "niedokladna_data_nadania",
         "Dzień nadania źródła podają niedokładnie (styczeń 2021), więc nie wiadomo, czy tego "
         "dnia już obowiązywał."},
        {"2021-01", "", "2022-01-15", "niedokladna_data_nadania",
         "Dzień nadania źródła podają niedokładnie (styczeń 2021), więc nie wiadomo, czy tego "
         "dnia jeszcze obowiązywał."},
        {"../2019-01-09", "", "2019-06-01", "niedokladna_data_nadania",
         "Dzień nadania źródła podają niedokładnie (nie później niż 9.01.2019), więc nie "
         "wiadomo, czy tego dnia jeszcze obowiązywał."},
        {"", "2016-12-31", "2016-01-01", "brak_daty_nadania",
         "Źródła nie podają, kiedy certyfikat nadano, więc nie wiadomo, czy tego dnia już "
         "obowiązywał."},
        {"2014-12-18", "2015-06", "2015-06-10", "niedokladna_data_konca",
         "Ostatni dzień źródła podają niedokładnie (czerwiec 2015), więc nie wiadomo, czy tego "
         "dnia jeszcze obowiązywał."},
        {"2014-12/2015-06", "2015-06", "2015-06-10",
         "niedokladna_data_nadania, niedokladna_data_konca",
         "Dzień nadania źródła podają niedokładnie (grudzień 2014 – czerwiec 2015), a ostatni "
         "dzień źródła podają niedokładnie (czerwiec 2015), więc nie wiadomo, czy tego dnia "
         "obowiązywał."},
        {"2021-01", "", "2021-12-05", "niedokladna_data_nadania",
         "Dzień nadania źródła podają niedokładnie (styczeń 2021), więc nie wiadomo, czy kończy "
         "się w ciągu 30 dni."},
        {"2021-01", "2021-12", "2021-11-15", "niedokladna_data_konca",
         "Ostatni dzień źródła podają niedokładnie (grudzień 2021), więc nie wiadomo, czy "
         "kończy się w ciągu 30 dni."},
        {"2021-02-01", "2021-12-01/..", "2021-11-15", "niedokladna_data_konca",
         "Ostatni dzień źródła podają niedokładnie (nie wcześniej niż 1.12.2021), więc nie "
         "wiadomo, czy kończy się w ciągu 30 dni."},
    }));
    INFO(granted << " until " << until << " on " << asked);
    const auto doubt = doubt_on(validity(date(granted), date(until)), day(asked));
    REQUIRE(doubt);
    CHECK(joined(codes(*doubt), ", ") == blamed);
    CHECK(in_words(*doubt, date(granted), date(until), Language::pl) == sentence);
}

TEST_CASE("where the dates settle a day there is nothing to doubt", "[certificate_doubt]") {
    const auto [granted, asked] = GENERATE(table<std::string, std::string>({
        {"2014-12-18", "2014-12-17"},
        {"2014-12-18", "2015-12-18"},
        {"2014-12-18", "2015-12-19"},
        {"2021-01", "2021-06-01"},
        {"2021-01", "2021-12-01"},
        {"2021-01", "2022-01-01"},
        {"../2019-01-09", "2020-01-10"},
    }));
    CHECK_FALSE(doubt_on(validity(date(granted), std::nullopt), day(asked)));
}

TEST_CASE("a state is uncertain exactly where the days it may have been granted on disagree",
          "[certificate_doubt]") {
    // For every month: each day of three years, against a certificate for each day of that month.
    const auto month = GENERATE(values<std::string>(
        {"2019-12", "2020-01", "2020-02", "2023-02", "2024-02", "2024-03", "2025-10"}));
    const PartialDate written = PartialDate::parse(month).value();
    const Validity known = validity(written, std::nullopt);
    const auto holds = [](CertificateState state) {
        return state == CertificateState::valid || state == CertificateState::expiring;
    };
    for (Day asked = *written.earliest() - std::chrono::days{40};
         asked < *written.latest() + std::chrono::days{420}; asked += std::chrono::days{1}) {
        std::size_t held = 0;
        std::size_t granted_days = 0;
        std::size_t ended = 0;
        std::size_t ending = 0;
        for (Day granted = *written.earliest(); granted <= *written.latest();
             granted += std::chrono::days{1}) {
            const auto exact = PartialDate::parse(format_day(granted)).value();
            const CertificateState state = state_on(validity(exact, std::nullopt), asked);
            ++granted_days;
            held += holds(state) ? 1 : 0;
            ended += state == CertificateState::expired ? 1 : 0;
            ending += state == CertificateState::expiring ? 1 : 0;
        }
        const CertificateState state = state_on(known, asked);
        INFO(month << " on " << format_day(asked));
        const bool is_settled = held == granted_days || held == 0;
        CHECK((state == CertificateState::uncertain) == !is_settled);
        if (held == granted_days) CHECK(holds(state));
        CHECK((state == CertificateState::expiring) == (ending == granted_days));
        const auto doubt = doubt_on(known, asked);
        CHECK((doubt && doubt->may_end_soon) ==
              (held == granted_days && ending > 0 && ending < granted_days));
        if (ended == granted_days) CHECK(state == CertificateState::expired);
    }
}

TEST_CASE(
    "a certificate holds from its day to the end of twelve months, on every day of the "
    "calendar",
    "[certificate_doubt]") {
    for (Day granted = day("1995-01-01"); granted < day("2032-01-01");
         granted += std::chrono::days{1}) {
        const Validity exact =
            validity(PartialDate::parse(format_day(granted)).value(), std::nullopt);
        const Day last = end_of_term(granted, kValidityMonths);
        const bool ends_as_the_code_says =
            state_on(exact, granted - std::chrono::days{1}) == CertificateState::never &&
            state_on(exact, granted) == CertificateState::valid &&
            state_on(exact, last - std::chrono::days{31}) == CertificateState::valid &&
            state_on(exact, last - std::chrono::days{30}) == CertificateState::expiring &&
            state_on(exact, last) == CertificateState::expiring &&
            state_on(exact, last + std::chrono::days{1}) == CertificateState::expired;
        // Civil Code art. 112: the day of the same number, or the last of the month.
        const std::chrono::year_month_day first{granted}, end{last};
        const bool is_same_number =
            first.day() == end.day() ||
            (first.month() == std::chrono::February && first.day() == std::chrono::day{29} &&
             end.day() == std::chrono::day{28});
        if (!ends_as_the_code_says || !is_same_number || first.month() != end.month())
            FAIL("granted on " << format_day(granted));
    }
}
