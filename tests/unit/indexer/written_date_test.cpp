// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/table/written_date.h"

#include "indexer/source/phone_number.h"
#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

TEST_CASE("dates as people write them, no more precise than written", "[written_date]") {
    const auto [written, edtf] = GENERATE(table<std::string, std::string>({
        {"12.06.2024", "2024-06-12"},
        {"2.6.2024 r.", "2024-06-02"},
        {"12 czerwca 2024 roku", "2024-06-12"},
        {"dnia 1 maja 2020 r.", "2020-05-01"},
        {"12 VI 2024", "2024-06-12"},
        {"czerwiec 2024", "2024-06"},
        {"w czerwcu 2024", ""},
        {"Październik 2019 r.", "2019-10"},
        {"06.2024", "2024-06"},
        {"06/2024", "2024-06"},
        {"2024-06", "2024-06"},
        {"2024-06-12", "2024-06-12"},
        {"2024-06-12 00:00:00", "2024-06-12"},
        {"2024/06/12", "2024-06-12"},
        {"2024", "2024"},
        {"2024 r.", "2024"},
        {"2019/2020", "2019/2020"},
        {"../2019-01-09", "../2019-01-09"},
        {"31.02.2024", ""},
        {"12.13.2024", ""},
        {"29.02.2023", ""},
        {"wczoraj", ""},
        {"12.06.24", ""},
        {"", ""},
        {std::string(100'000, '1'), ""},
    }));
    INFO(written.substr(0, 40));
    const auto date = parse_written_date(written);
    CHECK(date.value_or("") == edtf);
}

TEST_CASE("telephones become E.164 or are refused", "[phone_number]") {
    const auto [written, number] = GENERATE(table<std::string, std::string>({
        {"61 853-30-85", "+48618533085"},
        {"(61) 853 30 85", "+48618533085"},
        {"0048 61 8533085", "+48618533085"},
        {"+48 531 533 424", "+48531533424"},
        {"tel. 61 853 30 85", "+48618533085"},
        {"+380 44 537 25 25", "+380445372525"},
        {"12345", ""},
        {"61 853 30 85 w. 12", ""},
        {"0 00 00 00 00", ""},
        {"brak", ""},
        {"", ""},
        {std::string(1'000'000, '6'), ""},
    }));
    INFO(written.substr(0, 40));
    CHECK(parse_phone_number(written).value_or("") == number);
}
