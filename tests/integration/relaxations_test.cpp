// SPDX-License-Identifier: GPL-3.0-or-later
// "Never an empty page, and the numbers on it are true": for random requests over the real
// catalogue, following each search that is offered gives the total that was promised.
#include "core/search/relaxations.h"

#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

SearchRequest decoded(const Parameters& parameters) {
    DecodedRequest decoded = decode_request(parameters, embedded_snapshot()->references());
    REQUIRE(decoded.problems.empty());
    return decoded.request;
}

SearchResponse search(const SearchRequest& request, Language language = Language::pl) {
    return Searcher(embedded_snapshot(), kToday, language).search(request);
}

std::vector<std::string> labels(const SearchResponse& response) {
    std::vector<std::string> labels;
    for (const Relaxation& each : response.relaxations)
        labels.push_back(each.label);
    return labels;
}

bool has(const std::vector<std::string>& labels, const std::string& label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

/// Parameters of a person who knows what they want, mostly too much at once.
class RandomParameters {
  public:
    explicit RandomParameters(unsigned seed) : random_(seed) {}

    Parameters next() {
        Parameters parameters;
        std::string text;
        for (std::size_t i = below(5); i > 0; --i)
            text += (text.empty() ? "" : " ") + pick(kWords);
        if (!text.empty()) parameters.emplace_back("q", text);
        if (below(6) == 0) parameters.emplace_back("doslownie", "tak");
        for (const auto& [name, values] : kFilters)
            if (below(5) == 0) parameters.emplace_back(name, pick(values));
        if (below(3) == 0) {
            parameters.emplace_back("blisko", pick(kPlaces));
            parameters.emplace_back("promien", pick(kRadii));
            if (below(3) == 0) parameters.emplace_back("sortuj", "odleglosc");
        }
        if (below(3) == 0) parameters.emplace_back("na-dzien", pick(kDays));
        if (below(8) == 0) parameters.emplace_back("strona", "2");
        return parameters;
    }

  private:
    using Texts = std::vector<std::string>;

    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }
    const std::string& pick(const Texts& list) { return list[below(list.size())]; }

    static inline const Texts kWords{"catering",
                                     "ekologiczny",
                                     "obiadami",
                                     "szycie toreb",
                                     "mycie okien",
                                     "Konin",
                                     "gnieźnie",
                                     "spółdzielnia",
                                     "xyzzy",
                                     "\"na winiarach\"",
                                     "-catering",
                                     "WTZ",
                                     "pralnia",
                                     "-\"spółdzielnia socjalna\"",
                                     "60 001",
                                     "7781346888",
                                     "i",
                                     "!!!",
                                     "koło Konina",
                                     "w Gnieźnie",
                                     "z certyfikatem",
                                     "cattering",
                                     "Stare",
                                     "Miasto",
                                     "zieleń",
                                     "55520000-1",
                                     "Śródka-Zdrój",
                                     "„nieznana fraza”",
                                     "dzieci",
                                     "2A"};
    static inline const std::vector<std::pair<std::string, Texts>> kFilters{
        {"branza", {"catering", "gastronomia", "krawiectwo", "pranie"}},
        {"powiat", {"3003", "3062", "3064", "3019"}},
        {"gmina", {"300301", "306201"}},
        {"subregion", {"koninski", "pilski"}},
        {"certyfikat", {"wazny", "wygasa", "wygasl", "nigdy"}},
        {"forma", {"spoldzielnia_socjalna", "wtz", "fundacja"}},
        {"cpv", {"55520000-1", "90911200-8"}},
        {"aktywnosc", {"czynny", "zakonczony"}}};
    static inline const Texts kPlaces{"Konin",     "Gniezno",    "Piła",
                                      "52.4,16.9", "Ostrzeszów", "50,20"};
    static inline const Texts kRadii{"1", "5", "25", "60", "120"};
    static inline const Texts kDays{"2015-06-01", "2015-12-19", "2021-01-15"};

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("Each search that is offered finds exactly what it promises, and more than this one") {
    RandomParameters random(20261122);
    std::size_t offered = 0, empty_without_way_out = 0;
    std::set<std::string> kinds;
    for (int round = 0; round < 400; ++round) {
        const SearchRequest request = decoded(random.next());
        INFO(canonical_query(request));
        const SearchResponse response = search(request);
        REQUIRE(response.relaxations.size() <= kMaxRelaxations);
        if (response.total >= kFewResults) REQUIRE(response.relaxations.empty());
        REQUIRE(labels(search(request)) == labels(response));

        std::set<std::string> addresses{canonical_query(request)};
        for (const Relaxation& each : response.relaxations) {
            INFO(each.label << " → " << canonical_query(each.request));
            REQUIRE(addresses.insert(canonical_query(each.request)).second);
            REQUIRE(each.total > response.total);
            REQUIRE(each.request.page == 1);
            // As one who follows the link: the request that its address stands for.
            REQUIRE(search(decoded(canonical_parameters(each.request))).total == each.total);
            ++offered;
            kinds.insert(each.label.substr(0, each.label.find(' ')));
        }
        if (response.total == 0 && response.relaxations.empty()) ++empty_without_way_out;
    }
    CHECK(offered > 300);
    CHECK(kinds.size() >= 4);
    CHECK(empty_without_way_out < 80);
}

TEST_CASE("Where nearest concepts stood for the words, the numbers are those of the words") {
    const SearchResponse response = search(decoded({{"q", "szwalnia w subregionie leszczyńskim"}}));
    REQUIRE_FALSE(response.relaxations.empty());
    for (const Relaxation& each : response.relaxations) {
        INFO(each.label);
        CHECK(search(decoded(canonical_parameters(each.request))).total == each.total);
    }
}

TEST_CASE("What is offered is said as people say it, nearest to what was asked first") {
    const SearchRequest request = decoded({{"q", "catering ekologiczny"},
                                           {"blisko", "Konin"},
                                           {"promien", "5"},
                                           {"certyfikat", "wazny"}});
    const SearchResponse polish = search(request);
    REQUIRE(polish.total < kFewResults);
    REQUIRE_FALSE(polish.relaxations.empty());

    const SearchResponse words = search(decoded({{"q", "catering xyzzy"}}));
    REQUIRE(words.total == 0);
    REQUIRE(has(labels(words), "Bez słowa „xyzzy”"));
    CHECK(words.relaxations.front().request.text == "catering");
    CHECK(search(decoded({{"q", "catering xyzzy"}}), Language::en).relaxations.front().label ==
          "Without the word “xyzzy”");
    CHECK(search(decoded({{"q", "catering xyzzy"}}), Language::uk).relaxations.front().label ==
          "Без слова «xyzzy»");

    const std::vector<std::string> near =
        labels(search(decoded({{"q", "catering"}, {"blisko", "Ślesin"}, {"promien", "1"}})));
    REQUIRE(near.size() >= 2);
    CHECK(near[0] == "W całym subregionie konińskim");
    CHECK(near[1] == "W promieniu 50 km");

    const std::vector<std::string> certified =
        labels(search(decoded({{"q", "catering"}, {"certyfikat", "wazny"}})));
    REQUIRE(certified.size() >= 2);
    CHECK(certified[0] == "Z certyfikatem, który wygasł");
    CHECK(certified[1] == "Bez względu na certyfikat");

    CHECK(has(labels(search(decoded({{"q", "catering \"nie ma takiej\""}}))),
              "Bez słów „nie ma takiej”"));
    CHECK(has(labels(search(decoded({{"q", "catering xyzzy qwerty"}}))),
              "Bez słów „xyzzy”, „qwerty”"));

    // Words that never meet, under conditions that nothing meets either.
    CHECK(has(labels(search(decoded({{"q", "catering furia xyzzy"}, {"certyfikat", "wazny"}}))),
              "Tylko „catering”"));
}

TEST_CASE("Where nobody does a thing, what is related to it is offered; so is a broader CPV code") {
    const SearchResponse help = search(decoded({{"q", "ugotować obiad"}}));
    REQUIRE(help.total == 0);
    REQUIRE(has(labels(help), "W pokrewnej branży „usługi opiekuńcze”"));
    for (const Relaxation& each : help.relaxations)
        CHECK(each.total == search(each.request).total);

    const SearchResponse code = search(decoded({{"q", "90990000"}}));
    REQUIRE(code.total == 0);
    REQUIRE(has(labels(code), "Szerszy kod CPV 90900000"));
    CHECK(search(code.relaxations.front().request).total == code.relaxations.front().total);
}

TEST_CASE("A long query costs no more than a few tries") {
    std::string text;
    for (int i = 0; i < 32; ++i)
        text += "q" + std::to_string(i) + " ";
    CHECK(search(decoded({{"q", text}, {"powiat", "3003"}})).total == 0);
}
