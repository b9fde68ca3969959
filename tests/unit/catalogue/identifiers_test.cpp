// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of docs/domain, part 3.
#include "core/catalogue/identifiers.h"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

/// The digits, or "" when refused.
std::string accepted(const Result<std::string>& result) {
    return result.value_or("");
}

std::string kinds(const std::string& text) {
    constexpr const char* names[]{"nip", "krs", "regon", "cpv", "tel"};
    std::string result;
    for (const Identifier& each : recognise_identifiers(text))
        result += std::string(result.empty() ? "" : " ") + names[static_cast<int>(each.kind)] +
                  ":" + each.digits;
    return result;
}

}  // namespace

TEST_CASE("NIP", "[identifiers]") {
    const auto [text, digits] = GENERATE(table<std::string, std::string>({
        {"7781346888", "7781346888"},
        {"526-025-02-74", "5260250274"},
        {"PL5252344078", "5252344078"},
        {"NIP: 778 134 68 88", "7781346888"},
        {"778\u00a0134\u00a068\u00a088", "7781346888"},
        {"778–134–68–88", "7781346888"},                 // en dashes of a text processor
        {"778\u2010134\u201168\u221288", "7781346888"},  // hyphen, no-break hyphen, minus
        {"\uff17\uff17\uff18\uff11\uff13\uff14\uff16\uff18\uff18\uff18", "7781346888"},
        {"7781346889", ""},
        {"1234567890", ""},
        {"778134688", ""},
        {"0000000000", ""},
        {"77813468880", ""},
        {"778134688x", ""},
        {"", ""},
    }));
    INFO(text);
    CHECK(accepted(parse_nip(text)) == digits);
}

TEST_CASE("a wrong check digit is named", "[identifiers]") {
    CHECK(parse_nip("7781346889").error().message ==
          "Cyfra kontrolna numeru NIP nie zgadza się: jest 9, powinno być 8.");
    CHECK(parse_nip("778134688").error().message.find("10 cyfr, a podano 9") != std::string::npos);
}

TEST_CASE("REGON of 9 and of 14 digits", "[identifiers]") {
    const auto [text, digits] = GENERATE(table<std::string, std::string>({
        {"000331501", "000331501"},
        {"123456785", "123456785"},
        {"100000050", "100000050"},
        {"REGON 123-456-785", "123456785"},
        {"23511332857188", "23511332857188"},
        {"12345678512347", "12345678512347"},
        {"00033150100000", "00033150100000"},
        {"000331502", ""},
        {"123456786", ""},
        {"12345678", ""},
        {"12345678512348", ""},
        {"12345678612347", ""},
        {"000000000", ""},
    }));
    INFO(text);
    CHECK(accepted(parse_regon(text)) == digits);
}

TEST_CASE("KRS", "[identifiers]") {
    const auto [text, digits] = GENERATE(table<std::string, std::string>({
        {"0000649225", "0000649225"},
        {"KRS 0000649225", "0000649225"},
        {"649225", ""},
        {"0000000000", ""},
        {"00006492255", ""},
        {"000064922A", ""},
    }));
    INFO(text);
    CHECK(accepted(parse_krs(text)) == digits);
}

TEST_CASE("postal code", "[identifiers]") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({{"61731", "61-731"},
                                                                        {"61-731", "61-731"},
                                                                        {"6-1731", "61-731"},
                                                                        {"6173", ""},
                                                                        {"61-73a", ""}}));
    INFO(text);
    CHECK(accepted(parse_postal_code(text)) == code);
}

TEST_CASE("identifiers typed into a search box", "[identifiers]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"7781346888", "nip:7781346888 krs:7781346888"},
        {"0000649225", "krs:0000649225"},
        {"PL7781346888", "nip:7781346888"},
        {"nip 778-134-68-88", "nip:7781346888"},
        {"NIP: PL 7781346888", "nip:7781346888"},
        {"krs: 0000649225", "krs:0000649225"},
        {"KRS 7781346888", "krs:7781346888"},
        {"KRS 504850", "krs:0000504850"},
        {"krs: 45 005", "krs:0000045005"},
        {"778.134.68.88", "nip:7781346888 krs:7781346888"},
        {"NIP: PL778.134.68.88", "nip:7781346888"},
        {"12.06.2015", ""},
        {"cpv 909", "cpv:90900000"},
        {"CPV 9", ""},
        {"KRS 12", ""},
        {"504850", ""},
        {"55 52 00 00-1", "cpv:55520000"},
        {"55520000–1", "cpv:55520000"},
        {"CPV 55 52 00 00", "cpv:55520000"},
        {"55 52 00 00 1", "tel:555200001"},
        {"55-52-00-00-1", "tel:555200001"},
        {"000331501", "regon:000331501"},
        {"55520000-1", "cpv:55520000"},
        {"55520000", "cpv:55520000"},
        {"CPV 55520000-1", "cpv:55520000"},
        {"cpv 55520000", "cpv:55520000"},
        {"nip 7781346889", ""},
        {"catering", ""},
        {"2021", ""},
        {"PL", ""},
        {"", ""},
        {"7781346888 catering", ""},
    }));
    INFO(text);
    CHECK(kinds(text) == expected);
}
