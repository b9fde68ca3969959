// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/written_day.h"

#include "core/catalogue/partial_date.h"
#include "tests/support/catch.hpp"

#include <array>
#include <string>

namespace wespol {

TEST_CASE("a date is written as each language writes it, never more precisely than it is known") {
    struct Row {
        const char* text;
        std::array<const char*, 3> written;  ///< by Language
    };
    const auto row =
        GENERATE(Row{"2014-12-18", {"18.12.2014", "18 December 2014", "18 грудня 2014 року"}},
                 Row{"2023-03-01", {"1.03.2023", "1 March 2023", "1 березня 2023 року"}},
                 Row{"2021-01", {"styczeń 2021", "January 2021", "січень 2021 року"}},
                 Row{"2019", {"2019", "2019", "2019"}},
                 Row{"2019/2020", {"2019 – 2020", "2019 – 2020", "2019 – 2020"}},
                 Row{"../2019-01-09",
                     {"nie później niż 9.01.2019", "not later than 9 January 2019",
                      "не пізніше ніж 9 січня 2019 року"}},
                 Row{"2019-05/..",
                     {"nie wcześniej niż maj 2019", "not earlier than May 2019",
                      "не раніше ніж травень 2019 року"}});
    for (const Language language : kLanguages) {
        INFO(row.text << ' ' << code(language));
        CHECK(PartialDate::parse(row.text)->in_words(language) ==
              row.written.at(index_of(language)));
    }
}

}  // namespace wespol
