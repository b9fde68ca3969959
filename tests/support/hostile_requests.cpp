// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_requests.h"

#include "tests/support/text.h"

#include <array>
#include <string>

#include <fmt/format.h>

namespace wespol::test {
namespace {

/// Short ones that stand in most records, so that as many as are allowed fit into the length that
/// is.
constexpr std::array<std::string_view, 32> kFrequentWords{
    "osoby",  "praca", "nowy",    "dom",    "rok",   "dla",  "koło",  "gmina",
    "zakład", "sklep", "dzień",   "usługa", "pomoc", "osób", "biuro", "szkoła",
    "firma",  "wieś",  "zajęcia", "stary",  "dobry", "mały", "duży",  "pole",
    "most",   "krąg",  "lipa",    "nić",    "kubek", "okno", "młyn",  "jeż"};

std::string frequent_words() {
    std::string text;
    for (const std::string_view word : kFrequentWords)
        (text += word) += ' ';
    return text;
}

/// Of two words each, stop words among them: in a phrase they are looked for too.
std::string frequent_phrases() {
    constexpr std::array<std::string_view, 6> pairs{"i w", "z o", "w a", "na w", "i z", "do w"};
    std::string text;
    for (std::size_t i = 0; i < 32; ++i)
        text += fmt::format("\"{}\" ", pairs[i % pairs.size()]);
    return text;
}

/// As many as fit: each is looked for in names, with the word before and behind it.
constexpr std::string_view kTowns =
    "Poznań Gniezno Konin Kalisz Piła Leszno Koło Turek Śrem Września Słupca Krotoszyn Jarocin "
    "Pleszew Rawicz Gostyń Kościan Szamotuły Oborniki Wągrowiec Chodzież Czarnków Złotów Wolsztyn "
    "Kórnik Luboń Mosina Swarzędz Trzcianka Wronki Rogoźno Pniewy";

/// Towns between words that many names begin with.
constexpr std::string_view kTownsInNames =
    "Fundacja Poznań Spółdzielnia Gniezno Stowarzyszenie Konin Socjalna Kalisz Centrum Piła Klub "
    "Leszno Zakład Koło Warsztat Turek Dom Śrem Koło Września Związek Słupca Integracji Jarocin";

/// "certyfikowane" again and again, each time beside another word.
constexpr std::string_view kStates =
    "certyfikowane fundacja certyfikowane spółdzielnia certyfikowane stowarzyszenie certyfikowane "
    "zakład certyfikowane warsztat certyfikowane klub certyfikowane dom certyfikowane centrum";

constexpr std::string_view kMistyped =
    "spuldzielnia socialna katering pralnai furja sprzontanie zielen ogruod";

Parameters query(std::string text) {
    return {{"q", std::move(text)}};
}

Parameters many_filters() {
    Parameters parameters;
    for (const char* name : {"branza", "forma", "grupa", "powiat", "gmina", "subregion",
                             "certyfikat", "status", "marka", "aktywnosc", "cpv"})
        for (int i = 0; i < 500; ++i)
            parameters.emplace_back(name, fmt::format("{}-{}", name, i));
    return parameters;
}

/// Every municipality of four powiaty, every CPV division there may be.
Parameters many_known_filters() {
    Parameters parameters{{"q", "osoby"}};
    for (int county = 1; county <= 31; ++county) {
        parameters.emplace_back("powiat", fmt::format("30{:02}", county));
        parameters.emplace_back("gmina", fmt::format("30{:02}01", county));
        parameters.emplace_back("gmina", fmt::format("30{:02}02", county));
    }
    for (int division = 15; division < 79; ++division)
        parameters.emplace_back("cpv", fmt::format("{}000000", division));
    return parameters;
}

}  // namespace

std::vector<HostileRequest> hostile_requests() {
    constexpr bool cut = true, whole = false, nothing = true, something = false;
    using namespace std::string_literals;
    return {
        {"1 MB of text", query(repeated("spółdzielnia socjalna w Gnieźnie ", 30'000)), cut,
         something},
        {"1 MB without a space", query(repeated("a", 1'000'000)), cut, something},
        {"1 MB of spaces, then a word", query(repeated(" ", 1'000'000) + "osoby"), whole,
         something},
        {"10,000 words", query(repeated("słowo ", 10'000)), cut, something},
        {"128 words of one letter", query(repeated("b c d f ", 32)), cut, something},
        {"5,000 asterisks", query(repeated("*", 5'000)), cut, nothing},
        {"200 asterisks", query(repeated("*", 200)), whole, nothing},
        {"words with asterisks", query(repeated("a* ", 80)), cut, something},
        {"an unbalanced quote", query("\"spółdzielnia socjalna"), whole, something},
        {"200 quotes", query(repeated("\"", 200)), whole, nothing},
        {"nested quotes", query("„ala \"ma' “kota” ”"), whole, something},
        {"100 minus signs", query(repeated("-", 100)), whole, nothing},
        {"60 words without", query(repeated("-osoby ", 30) + repeated("-praca ", 6)), whole,
         something},
        {"only stop words", query("i w na do z oraz albo"), whole, nothing},
        {"only punctuation", query("?!… (.,;:) – /\\ [] {}"), whole, nothing},
        {"emoji", query("🍕 👩‍🍳 🏳️‍🌈 🇵🇱"), whole, nothing},
        {"a flood of emoji", query(repeated("👩‍👩‍👧‍👦", 2'000)), cut, nothing},
        {"right-to-left marks", query("\u202E\u202Dosoby\u202C \u200Fpraca\u200E"), whole,
         something},
        {"only zero-width characters", query(repeated("\u200B\u200C\u200D\uFEFF", 20)), whole,
         nothing},
        {"zero-width inside a word", query("stowa\u200Brzy\u200Dszenie"), whole, something},
        {"a flood of combining marks", query("o" + repeated("\u0301", 5'000)), cut, something},
        {"100 combining marks on a letter", query("a" + repeated("\u0328", 100)), whole, something},
        {"a NUL", query("osoby\0praca"s), whole, something},
        {"only NULs", query(std::string(100, '\0')), whole, nothing},
        {"lone surrogates", query("\xED\xA0\x80 osoby \xED\xBF\xBF"), whole, something},
        {"invalid UTF-8", query("\xFF\xFE\xC0\xAFosoby\xF8\x88\x80\x80\x80"), whole, something},
        {"a character cut off at the end", query("osoby \xC5"), whole, something},
        {"Greek", query("κοινωνική επιχείρηση"), whole, something},
        {"Arabic and Chinese", query("مؤسسة 社会企业"), whole, something},
        {"digits without end", query(repeated("7", 5'000)), cut, something},
        {"numbers by the dozen", query(repeated("7781346888 ", 20)), whole, something},
        {"32 frequent words", query(frequent_words()), whole, something},
        {"32 phrases of frequent words", query(frequent_phrases()), cut, something},
        {"a phrase of stop words", query("\"na do w z i o u\""), whole, something},
        {"a frequent phrase", query("\"w powiecie\""), whole, something},
        {"a phrase of the same word", query("\"" + repeated("w ", 60) + "\""), cut, something},
        {"32 towns", query(std::string(kTowns)), cut, something},
        {"32 towns around another",
         {{"q", std::string(kTowns)}, {"blisko", "Ostrzeszów"}},
         cut,
         something},
        {"towns between words of names", query(std::string(kTownsInNames)), whole, something},
        {"a state beside many words", query(std::string(kStates)), whole, something},
        {"many mistakes", query(std::string(kMistyped)), whole, something},
        {"a chain of addresses", query(repeated("a.b@", 60)), whole, something},
        {"5,500 unknown values of filters", many_filters(), cut, something},
        {"all values that there are", many_known_filters(), whole, something},
        {"the last page", {{"q", "osoby"}, {"strona", "50"}}, whole, something},
        {"a page beyond the last", {{"q", "osoby"}, {"strona", "999999999999"}}, cut, something},
        {"a radius of 1e9",
         {{"q", "osoby"}, {"blisko", "Konin"}, {"promien", "1e9"}},
         cut,
         something},
        {"the same parameter 1,000 times", Parameters(1'000, {"q", "osoby"}), whole, something},
    };
}

}  // namespace wespol::test
