// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/request_decoder.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

Vocabulary vocabulary(std::string name, std::vector<Concept> concepts) {
    auto made = Vocabulary::make(std::move(name), std::move(concepts));
    if (!made) FAIL(made.error().message);
    return *made;
}

Concept labelled(std::string code, std::string polish, std::vector<std::string> synonyms = {}) {
    Concept each;
    each.code = std::move(code);
    each.labels[0] = std::move(polish);
    each.synonyms[0] = std::move(synonyms);
    return each;
}

References make_references() {
    References references;
    std::vector<Concept> industries{labelled("catering", "catering", {"obiady z dowozem"})};
    for (int i = 10; i < 90; ++i)
        industries.push_back(
            labelled("branza_" + std::to_string(i), "branża " + std::to_string(i)));
    references.industry = vocabulary("industry", std::move(industries));
    references.certificate_state =
        vocabulary("certificate_state", {labelled("wazny", "ważny"), labelled("wygasl", "wygasł")});
    references.cpv = vocabulary("cpv", {labelled("55520000", "Usługi dostarczania posiłków")});
    auto region = Region::make(
        {{"poznanski", {"poznański", "Poznań subregion", ""}, {}}},
        {{"3003",
          "gnieźnieński",
          {"gnieźnieński", "Gniezno County", ""},
          "powiat",
          "Gniezno",
          "poznanski",
          52.5,
          17.6,
          0,
          0}},
        {{"300301", "Gniezno", "Gniezno (miasto)", "miejska", "3003", 52.5, 17.6},
         {"300302", "Gniezno", "Gniezno (gmina wiejska)", "wiejska", "3003", 52.5, 17.6},
         {"300303", "Witkowo", "Witkowo", "miejsko-wiejska", "3003", 52.4, 17.7}},
        {{"Gniezno", "wieś", "300302", 52.50, 17.50},
         {"Gniezno", "miasto", "300301", 52.53, 17.60},
         {"Dąbrowa", "wieś", "300303", 52.41, 17.71},
         {"Dąbrowa", "wieś", "300302", 52.42, 17.72}});
    if (!region) FAIL(region.error().message);
    references.region = *region;
    return references;
}

DecodedRequest decoded(const Parameters& parameters) {
    static const References references = make_references();
    return decode_request(parameters, references);
}

}  // namespace

TEST_CASE("Right parameters become a request and its address") {
    const struct {
        Parameters parameters;
        std::string query;
    } cases[] = {
        {{}, ""},
        {{{"q", " tort "}, {"powiat", ""}, {"blisko", ""}, {"promien", "25"}, {"strona", ""}},
         "q=tort&promien=25"},
        {{{"promien", "40"}}, ""},
        {{{"q", "kos"}, {"sortuj", "odleglosc"}}, "q=kos&sortuj=odleglosc"},
        {{{"q", "kos"}, {"doslownie", "tak"}}, "q=kos&doslownie=tak"},
        {{{"q", "kos"}, {"doslownie", "nie"}}, "q=kos"},
        {{{"doslownie", "stan"}, {"doslownie", "miejsce"}, {"doslownie", "stan"}},
         "doslownie=miejsce&doslownie=stan"},
        {{{"doslownie", "pisownia"}, {"doslownie", "tak"}}, "doslownie=tak"},
        {{{"nieznany", "x"}, {"lang", "en"}}, ""},
        {{{"branza", "catering"}}, "branza=catering"},
        {{{"branza", "Obiady z dowozem"}, {"branza", "catering"}}, "branza=catering"},
        {{{"powiat", "3003"}}, "powiat=3003"},
        {{{"powiat", "gnieznienski"}}, "powiat=3003"},
        {{{"powiat", "Powiat gnieźnieński"}}, "powiat=3003"},
        {{{"gmina", "Gniezno (miasto)"}}, "gmina=300301"},
        {{{"gmina", "gniezno"}}, "gmina=300301&gmina=300302"},
        {{{"subregion", "poznański"}}, "subregion=poznanski"},
        {{{"certyfikat", "ważny"}}, "certyfikat=wazny"},
        {{{"cpv", "90911200-8"}, {"cpv", "55520000"}}, "cpv=55520000&cpv=90911200"},
        {{{"blisko", "gniezno"}}, "blisko=Gniezno"},
        {{{"blisko", "Gniezno"}, {"promien", "7,5"}}, "blisko=Gniezno&promien=7.5"},
        {{{"promien", "40"}, {"blisko", "52.53, 17.600001"}}, "blisko=52.53%2C17.6&promien=40"},
        {{{"blisko", "52,53;17,60"}}, "blisko=52.53%2C17.6"},
        {{{"na-dzien", "2024-02-29"}}, "na-dzien=2024-02-29"},
        {{{"na-dzien", "1990-01-01"}}, "na-dzien=1990-01-01"},
        {{{"sortuj", "odleglosc"}, {"blisko", "Gniezno"}}, "blisko=Gniezno&sortuj=odleglosc"},
        {{{"strona", "10"}, {"na-stronie", "100"}}, "strona=10&na-stronie=100"},
        {{{"strona", "2"}, {"strona", "2"}}, "strona=2"},
    };
    for (const auto& [parameters, query] : cases) {
        const DecodedRequest request = decoded(parameters);
        CAPTURE(query);
        CHECK(request.problems.empty());
        CHECK(canonical_query(request.request) == query);
        CHECK(canonical_query(decoded(canonical_parameters(request.request)).request) == query);
    }
}

TEST_CASE("Wrong values are named with what is allowed, and left out") {
    const struct {
        Parameters parameters;
        std::string parameter, allowed, query;
    } cases[] = {
        {{{"strona", "abc"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "0"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "-1"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "1.5"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "99999999999999999999"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "51"}}, "strona", "liczba od 1 do 50", ""},
        {{{"strona", "11"}, {"na-stronie", "100"}},
         "strona",
         "liczba od 1 do 10",
         "na-stronie=100"},
        {{{"strona", "1"}, {"strona", "2"}}, "strona", "", ""},
        {{{"na-stronie", "101"}}, "na-stronie", "liczba od 1 do 100", ""},
        {{{"na-stronie", "0"}}, "na-stronie", "liczba od 1 do 100", ""},
        {{{"promien", "NaN"}, {"blisko", "Gniezno"}},
         "promien",
         "liczba kilometrów od 1 do 300",
         "blisko=Gniezno"},
        {{{"promien", "inf"}}, "promien", "liczba kilometrów od 1 do 300", ""},
        {{{"promien", "0"}}, "promien", "liczba kilometrów od 1 do 300", ""},
        {{{"promien", "1e9"}}, "promien", "liczba kilometrów od 1 do 300", ""},
        {{{"promien", "301"}}, "promien", "liczba kilometrów od 1 do 300", ""},
        {{{"promien", "5 km"}}, "promien", "liczba kilometrów od 1 do 300", ""},
        {{{"na-dzien", "2023-02-29"}}, "na-dzien", "", ""},
        {{{"na-dzien", "jutro"}}, "na-dzien", "", ""},
        {{{"na-dzien", "1989-12-31"}}, "na-dzien", "", ""},
        {{{"na-dzien", "2199-01-01"}}, "na-dzien", "", ""},
        {{{"sortuj", "losowo"}}, "sortuj", "trafnosc, nazwa, odleglosc, aktualnosc", ""},
        {{{"sortuj", "odleglosc"}}, "sortuj", "parametr blisko", ""},
        {{{"doslownie", "wszystko"}},
         "doslownie",
         "tak, pojecia, miejsce, dzien, stan, numery, pisownia, albo jedno pojęcie, na przykład "
         "branza:catering",
         ""},
        {{{"blisko", "Atlantyda"}},
         "blisko",
         "nazwa miejscowości, kod pocztowy albo szerokość,długość, na przykład 52.53,17.60",
         ""},
        {{{"blisko", "0,0"}}, "blisko", "szerokość od 49 do 56, długość od 14 do 25", ""},
        {{{"blisko", "nan,nan"}},
         "blisko",
         "nazwa miejscowości, kod pocztowy albo szerokość,długość, na przykład 52.53,17.60",
         ""},
        {{{"certyfikat", "tak"}, {"certyfikat", "wazny"}},
         "certyfikat",
         "wazny, wygasl",
         "certyfikat=wazny"},
        {{{"powiat", "9999"}}, "powiat", "3003", ""},
        {{{"forma", "x"}}, "forma", "", ""},
        {{{"cpv", "123"}}, "cpv", "osiem cyfr kodu CPV, na przykład 55520000-1", ""},
    };
    for (const auto& [parameters, parameter, allowed, query] : cases) {
        const DecodedRequest request = decoded(parameters);
        CAPTURE(parameters.front().first, parameters.front().second);
        REQUIRE(request.problems.size() == 1);
        CHECK(request.problems.front().parameter == parameter);
        CHECK_FALSE(request.problems.front().message.empty());
        if (!allowed.empty()) CHECK(request.problems.front().allowed.in(Language::pl) == allowed);
        CHECK(canonical_query(request.request) == query);
    }
}

TEST_CASE("Of many allowed codes the first twelve are shown") {
    const DecodedRequest request = decoded({{"branza", "nie ma"}});
    REQUIRE(request.problems.size() == 1);
    CHECK(request.problems.front().allowed.in(Language::pl).starts_with("catering, branza_10, "));
    CHECK(request.problems.front().allowed.in(Language::pl).ends_with("branza_20 … (razem 81)"));
}

TEST_CASE("Towns come before villages; a village of several names its municipality") {
    const auto near = decoded({{"blisko", "Gniezno"}}).request.near;
    REQUIRE(near);
    CHECK(near->lat == 52.53);
    CHECK(near->label == "Gniezno");
    CHECK(decoded({{"blisko", "dabrowa"}}).request.near->label == "Dąbrowa (Witkowo)");
}

TEST_CASE("Too many values of a filter are told once") {
    Parameters parameters;
    for (int i = 10; i < 90; ++i)
        parameters.emplace_back("branza", "branza_" + std::to_string(i));
    const DecodedRequest request = decoded(parameters);
    REQUIRE(request.problems.size() == 1);
    CHECK(request.problems.front().allowed.in(Language::pl) == "najwyżej 64 wartości");
    CHECK(request.request.filters.at(FieldId::industry).size() == kMaxFilterValues);
}

TEST_CASE("A text that is too long is cut, and what was cut is told") {
    const auto repeated = [](const std::string& part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += part;
        return text;
    };
    const DecodedRequest one_word = decoded({{"q", "a" + repeated("ł", 1000)}});
    CHECK(one_word.request.text.size() == kMaxQueryBytes - 1);
    CHECK(one_word.request.cut_off.starts_with("łł"));
    CHECK(one_word.request.cut_off.ends_with("ł…"));
    CHECK(one_word.request.cut_off.size() < 100);
    CHECK(one_word.problems.empty());

    const DecodedRequest words = decoded({{"q", repeated("pralnia ", 33)}});
    CHECK(words.request.text == repeated("pralnia ", 31) + "pralnia");
    CHECK(words.request.cut_off == "pralnia");

    const DecodedRequest beyond_reading = decoded({{"q", "a" + repeated("\u200B", 1000)}});
    CHECK(beyond_reading.request.text == "a");
    CHECK(beyond_reading.request.cut_off == "…");

    CHECK(decoded({{"q", repeated("pralnia ", 32)}}).request.cut_off.empty());
}

TEST_CASE("Hostile values are answered, shortened and clean") {
    const std::string values[] = {
        std::string(1 << 20, 'a'),
        std::string(1 << 20, '\0'),
        std::string(5000, '\xED'),
        std::string(5000, '*'),
        "\u202E\u200B🍰",
        "\xFF",
        "-",
        ",",
        ";",
        ",;,",
        "--5,5",
        "1,2,3",
        "52.53,",
        "%00",
    };
    for (const Field& field : kFields) {
        if (field.parameter.empty()) continue;
        for (const std::string& value : values)
            CHECK(decoded({{std::string(field.parameter), value}}).problems.size() == 1);
    }
    for (const std::string parameter :
         {"blisko", "promien", "na-dzien", "sortuj", "strona", "na-stronie"}) {
        for (const std::string& value : values) {
            CAPTURE(parameter, value.substr(0, 10));
            const DecodedRequest request = decoded({{parameter, value}});
            REQUIRE(request.problems.size() == 1);
            CHECK(request.problems.front().value.size() < 300);
            CHECK(canonical_query(request.request).empty());
        }
    }
    CHECK(decoded({{"q", std::string("a\0b\xFF", 4)}}).request.text == "a b\uFFFD");
}
