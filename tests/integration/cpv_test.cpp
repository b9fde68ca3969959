// SPDX-License-Identifier: GPL-3.0-or-later
// CPV codes over the real catalogue: what a code's page counts is what the search with that code
// finds, in three groups that share nobody; and over the test catalogue: pages, API, bad input.
#include "core/catalogue/cpv_code.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/hostile_requests.h"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

SearchRequest with_code(const std::string& code) {
    return SearchRequest{}.with(FieldId::cpv, code);
}

/// Brute force over the records: the nearest relation of any code of its sectors.
CpvRelation relation_of(const Entity& entity, const References& references,
                        const std::string& asked) {
    CpvRelation nearest = CpvRelation::none;
    for (const std::string& industry : entity.industries)
        for (const std::string& code : references.industry.find(industry)->cpv)
            nearest = std::min(nearest, cpv_relation(code, asked));
    return nearest;
}

/// All codes of the vocabulary and of the sectors, and some that nobody knows.
std::vector<std::string> all_codes() {
    std::vector<std::string> codes{"12345678", "55599999", "85312999", "99000000"};
    for (const Concept& each : embedded_catalogue().references.cpv.concepts())
        codes.push_back(each.code);
    return codes;
}

}  // namespace

TEST_CASE("a code counts what the search with it finds, for every code there is", "[cpv]") {
    const auto snapshot = embedded_snapshot();
    const References& references = snapshot->references();
    const Searcher searcher(snapshot, kToday, Language::pl);
    std::size_t with_all_three = 0;
    for (const std::string& code : all_codes()) {
        INFO(code);
        const CpvRecord record = searcher.cpv(code, std::nullopt);
        const SearchResponse found = searcher.search(with_code(code));
        REQUIRE(record.total == found.total);
        REQUIRE(found.understood.cpv.size() == 1);
        const CpvCounts& understood = found.understood.cpv.front().results;
        REQUIRE(understood.exact == record.group(CpvRelation::exact).total);
        REQUIRE(understood.broader == record.group(CpvRelation::broader).total);
        REQUIRE(understood.narrower == record.group(CpvRelation::narrower).total);
        REQUIRE(understood.total() == found.total);

        SearchRequest certified = with_code(code);
        certified = certified.with(FieldId::certificate_state, "wazny");
        REQUIRE(record.certified == searcher.search(certified).total);

        std::array<std::size_t, 4> counted{};
        for (const Entity& each : embedded_catalogue().entities)
            ++counted[static_cast<std::size_t>(relation_of(each, references, code))];
        // By its own words an entity may come nearer than by its sectors, never farther.
        const auto& [exact, broader, narrower] = record.groups;
        REQUIRE(exact.total == counted[0] + exact.mentioned);
        REQUIRE(broader.total <= counted[1]);
        REQUIRE(broader.mentioned == 0);
        REQUIRE(narrower.total <= counted[2] + narrower.mentioned);
        REQUIRE(understood.mentioned == exact.mentioned + narrower.mentioned);
        REQUIRE(record.total >= counted[0] + counted[1] + counted[2]);
        with_all_three +=
            record.groups[0].total > 0 && record.groups[1].total > 0 && record.groups[2].total > 0;

        std::set<std::string> shown;
        for (const CpvGroup& group : record.groups) {
            REQUIRE(group.first.size() <= group.total);
            REQUIRE((group.total == 0 || !group.first.empty()));
            for (const Hit& hit : group.first)
                REQUIRE(shown.insert(hit.entity.id).second);
        }
    }
    CHECK(with_all_three > 0);
}

TEST_CASE("a code finds all that any code under it finds", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    for (const std::string& code : all_codes()) {
        const std::vector<std::string> above = cpv_ancestors(code);
        if (above.empty()) continue;
        INFO(code << " under " << above.back());
        const std::size_t total = searcher.search(with_code(above.back())).total;
        CHECK(searcher.search(with_code(above.back()).with(FieldId::cpv, code)).total == total);
    }
}

TEST_CASE("the overview counts as each code does, and holds every code once", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const CpvOverview overview = searcher.cpv_overview();
    const References& references = embedded_catalogue().references;
    REQUIRE(overview.codes.size() == references.cpv.concepts().size());
    SearchRequest any;
    for (std::size_t i = 0; i < overview.codes.size(); ++i) {
        const auto& [code, suppliers] = overview.codes[i];
        INFO(code);
        if (i > 0) REQUIRE(overview.codes[i - 1].code < code);
        REQUIRE(suppliers.total() == searcher.cpv(code, std::nullopt).total);
        any = any.with(FieldId::cpv, code);
    }
    CHECK(overview.suppliers == searcher.search(any).total);
    CHECK(overview.suppliers > 100);
}

TEST_CASE("certificates are counted on the day asked for", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const Day day{std::chrono::year{2015} / 6 / 1};
    std::size_t certified = 0;
    for (const char* code : {"55000000", "85000000", "90000000", "98000000"}) {
        SearchRequest search = with_code(code).with(FieldId::certificate_state, "wazny");
        search.as_of = day;
        const CpvRecord record = searcher.cpv(code, day);
        CHECK(record.as_of == day);
        CHECK(record.certified == searcher.search(search).total);
        certified += record.certified;
    }
    CHECK(certified > 0);
}

TEST_CASE("all codes of the embedded vocabulary are told with their sources", "[cpv]") {
    const References& references = embedded_catalogue().references;
    std::size_t listed = 0;
    for (const Concept& each : references.cpv.concepts()) {
        INFO(each.code);
        CHECK(parse_cpv(each.code)->digits == each.code);
        CHECK_FALSE(each.labels[0].empty());
        REQUIRE_FALSE(each.sources.empty());
        for (const std::string& source : each.sources)
            CHECK(references.cpv_source(source) != nullptr);
        for (const std::string& above : cpv_ancestors(each.code))
            CHECK(references.cpv.find(above) != nullptr);
        listed += each.art_361.value_or(false);
    }
    CHECK(listed == 115);
    for (const char* code : {"55520000", "90910000", "77310000"})
        CHECK_FALSE(references.cpv.find(code)->art_361.value());
    for (const Concept& industry : references.industry.concepts())
        for (const std::string& code : industry.cpv)
            CHECK(references.cpv.find(code) != nullptr);
}

TEST_CASE("words lead to codes, by the sectors they mean and by the codes' names", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    const auto [words, code] = GENERATE(table<std::string, std::string>({
        {"catering", "55520000"},
        {"obiady dla szkół", "55520000"},
        {"koszenie trawy", "77314100"},
        {"szycie toreb", "18930000"},
        {"laundry", "98310000"},
        {"прибирання", "90910000"},
        {"sprzątanie biur", "90919200"},
        {"Usługi sprzątania szkół", "90919300"},
        {"malowania", "45442100"},
        {"roboty malarskie", "45442100"},
        {"services provided by nurses", "85141200"},
        {"brukarz", "45233222"},
    }));
    INFO(words);
    std::set<std::string> found;
    for (const CpvFound& each : searcher.find_cpv(words).codes) {
        CHECK((each.by_name || !each.industries.empty()));
        CHECK(each.suppliers.total() == searcher.search(with_code(each.code)).total);
        CHECK(found.insert(each.code).second);
    }
    CHECK(found.contains(code));
}

TEST_CASE("words that mean nothing lead nowhere", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    for (const char* words : {"", "xyzzy", "i w na do", "?!…", "rakieta kosmiczna"}) {
        INFO(words);
        CHECK(searcher.find_cpv(words).codes.empty());
    }
}

TEST_CASE("the form leads to the code it is asked for", "[cpv]") {
    const auto [query, target] = GENERATE(table<std::string, std::string>({
        {"q=55520000", "/cpv/55520000"},
        {"q=55520000-1", "/cpv/55520000-1"},
        {"q=CPV%205552", "/cpv/55520000"},
        {"q=55", "/cpv/55000000"},
        {"q=55.52.00.00-9&na-dzien=2026-01-02", "/cpv/55520000-9?na-dzien=2026-01-02"},
        {"q=5552&na-dzien=zle", "/cpv/55520000?na-dzien=zle"},
        {"q=worki", "/cpv/18930000"},
        {"q=szwalnia&na-dzien=2026-01-02", "/cpv/18930000?na-dzien=2026-01-02"},
    }));
    INFO(query);
    const auto answer = shared_server().get("/cpv?" + query);
    CHECK(answer.status == 303);
    CHECK(answer.get_header_value("Location") == target);
}

TEST_CASE("a day cannot write headers of the answer that leads on", "[cpv]") {
    const std::string answer = shared_server().send_raw(
        "GET /cpv?q=5552&na-dzien=zle%0d%0aX-Forged:1 HTTP/1.1\r\nHost: x\r\n"
        "Connection: close\r\n\r\n");
    CHECK(has(answer, "HTTP/1.1 303 "));
    CHECK(has(answer, "\r\nLocation: /cpv/55520000?na-dzien=zle%0D%0AX-Forged%3A1\r\n"));
    CHECK_FALSE(has(answer, "\r\nX-Forged"));
}

TEST_CASE("another writing of a code leads to its address, a wrong check digit is told", "[cpv]") {
    for (const char* path :
         {"/cpv/55520000-1", "/cpv/5552", "/cpv/cpv%2055520000", "/cpv/55.52.00.00"}) {
        INFO(path);
        const auto answer = shared_server().get(path);
        CHECK(answer.status == 303);
        CHECK(answer.get_header_value("Location") == "/cpv/55520000");
    }
    // Of this one nobody has seen the check digit.
    CHECK(shared_server().get("/cpv/18000000-5").get_header_value("Location") == "/cpv/18000000");
    const auto wrong = shared_server().get("/cpv/55520000-7");
    CHECK(wrong.status == 200);
    CHECK(has(wrong.body, "Wpisana cyfra kontrolna to 7"));
    CHECK(has(wrong.body, "55520000-1"));
    CHECK_FALSE(has(shared_server().get("/cpv/55520000").body, "Wpisana cyfra kontrolna"));
}

TEST_CASE("what is no code is refused with advice", "[cpv]") {
    for (const char* path : {"/cpv/catering", "/cpv/5", "/cpv/5552000000", "/cpv/55520000-12",
                             "/cpv/%3Cscript%3E", "/cpv/55520000%2F1"}) {
        INFO(path);
        const auto answer = shared_server().get(path);
        CHECK(answer.status == 404);
        CHECK(has(answer.body, "to nie jest kod CPV. Kod ma osiem cyfr"));
        CHECK_FALSE(has(answer.body, "<script>"));
    }
    CHECK(shared_server().get("/cpv/" + std::string(5000, '5')).status == 404);
    CHECK(shared_server().get("/cpv/%00").status == 400);
    CHECK(shared_server().get("/cpv?q=%00").status == 400);
}

TEST_CASE("a code that nobody knows is answered by its digits", "[cpv]") {
    const std::string page = shared_server().get("/cpv/55529999").body;
    CHECK(has(page, "Tego kodu nie ma na naszej liście"));
    CHECK(has(page, "Przez kod szerszy"));
    CHECK(has(page, "Fundacja Przykładowy Bufet"));
    CHECK(has(page, "Tego kodu nie ma na zamkniętej liście"));
    const std::string nobody = shared_server().get("/cpv/12345678").body;
    CHECK(has(nobody, "nie znamy żadnego podmiotu"));
    CHECK_FALSE(has(nobody, "id=\"dostawcy\""));
}

TEST_CASE("the page of a code tells its groups, the list of art. 361 and their source", "[cpv]") {
    const std::string catering = shared_server().get("/cpv/55520000").body;
    CHECK(has(catering, "wprost 3, przez kod szerszy 0, przez kod węższy 0"));
    CHECK(has(catering, "Spółdzielnia Socjalna Testowy Pieróg"));
    CHECK(has(catering, "href=\"/szukaj?cpv=55520000\""));
    CHECK(has(catering, "href=\"/protokol/nowy?cpv=55520000\""));
    CHECK(has(catering, "href=\"/zamowienia\""));
    CHECK(has(catering, "W dniu 15.06.2026 ważny znak Zakup Prospołeczny ma 1 podmiot."));
    CHECK(has(catering, "Tego kodu nie ma na zamkniętej liście"));
    CHECK(has(catering, "https://example.org/cpv"));
    const std::string listed = shared_server().get("/cpv/85312000").body;
    CHECK(has(listed, "Ten kod stoi na zamkniętej liście"));
    const std::string school = shared_server().get("/cpv/55500000").body;
    CHECK(has(school, "wprost 0, przez kod szerszy 0, przez kod węższy 3"));

    // In December the certificate is no longer valid; every link keeps the day.
    const std::string later = shared_server().get("/cpv/55520000?na-dzien=2026-12-31").body;
    CHECK(has(later, "Nikt z nich nie miał w dniu 31.12.2026"));
    CHECK(has(later, "href=\"/szukaj?cpv=55520000&amp;na-dzien=2026-12-31\""));
    CHECK(has(later, "href=\"/cpv/55000000?na-dzien=2026-12-31\""));
    CHECK(has(shared_server().get("/cpv/55520000?na-dzien=2026-02-30").body, "2026-02-30"));
}

TEST_CASE("results say how they meet a CPV code", "[cpv]") {
    for (const char* path : {"/szukaj?cpv=55500000", "/szukaj?q=55500000"}) {
        INFO(path);
        const std::string page = shared_server().get(path).body;
        CHECK(has(page, "Kod CPV 55500000: wprost 0, przez kod szerszy 0, przez kod węższy 3."));
        CHECK(has(page, "href=\"/cpv/55500000\""));
    }
    const Json both =
        Json::parse(shared_server().get("/api/v1/entities?cpv=55300000&cpv=55523100-3").body);
    const Json& cpv = both.at("understood").at("cpv");
    REQUIRE(cpv.size() == 2);
    CHECK(cpv[0].at("code") == "55300000");
    CHECK(cpv[0].at("label") == "Podawanie posiłków");
    CHECK(cpv[0].at("exact") == 1);
    CHECK(cpv[1].at("exact") == 3);
    CHECK(Json::parse(shared_server().get("/api/v1/entities?q=catering").body)
              .at("understood")
              .at("cpv")
              .empty());
    CHECK_FALSE(has(shared_server().get("/szukaj?q=-55500000").body, "Kod CPV 55500000:"));
}

TEST_CASE("the API tells the same facts", "[cpv]") {
    const Json code = Json::parse(shared_server().get("/api/v1/cpv/55520000-7").body);
    CHECK(code.at("code") == "55520000");
    CHECK(code.at("check_digit") == "1");
    CHECK(code.at("check_digit_matches") == false);
    CHECK(code.at("suppliers").at("total") == 3);
    CHECK(code.at("suppliers").at("certified") == 1);
    CHECK(code.at("suppliers").at("exact").at("first").size() == 3);
    CHECK(code.at("art_361").at("listed") == false);
    const Json unknown = Json::parse(shared_server().get("/api/v1/cpv/55529999").body);
    CHECK(unknown.at("is_known") == false);
    CHECK(unknown.at("label").is_null());
    CHECK(unknown.at("check_digit_matches").is_null());
    CHECK(unknown.at("suppliers").at("broader").at("total") == 3);
    const Json english = Json::parse(shared_server().get("/api/v1/cpv/55520000?lang=en").body);
    CHECK(english.at("label") == "Catering services");
    const Json all = Json::parse(shared_server().get("/api/v1/cpv").body);
    CHECK(all.at("codes").size() == 7);
    const Json words = Json::parse(shared_server().get("/api/v1/cpv?q=cateringu").body);
    CHECK(words.at("query") == "cateringu");
    CHECK(words.at("sectors")[0].at("code") == "catering");
    CHECK(words.at("codes").size() == 2);
    const Json by_code = Json::parse(shared_server().get("/api/v1/cpv?q=5552").body);
    CHECK(by_code.at("code") == "55520000");
}

TEST_CASE("nothing that is sent for words or a code breaks the pages", "[cpv]") {
    for (const HostileRequest& each : hostile_requests()) {
        std::string query;
        for (const auto& [name, value] : each.parameters)
            if (name == "q" && query.size() + 3 * value.size() < 7000)
                query += (query.empty() ? "" : "&") + name + "=" + percent_encoded(value);
        if (query.empty()) continue;
        INFO(each.name);
        for (const char* base : {"/cpv?", "/api/v1/cpv?"}) {
            const auto answer = shared_server().get(base + query);
            CHECK(answer.status < 500);
        }
    }
    const std::string cut = shared_server().get("/cpv?q=" + std::string(3000, 'a')).body;
    CHECK(has(cut, "<q>aaa"));
}

TEST_CASE("whoever names a trade only in its name or in sentences about it is under no code",
          "[cpv]") {
    std::set<std::string> silent;
    const Catalogue& catalogue = embedded_catalogue();
    for (const Entity& each : catalogue.entities)
        if (each.industries.empty() && each.offer.empty() && each.industry_words.empty())
            silent.insert(each.id);
    for (const Certificate& each : catalogue.certificates)
        if (each.holder) silent.erase(*each.holder);
    for (const Product& each : catalogue.products)
        if (each.maker) silent.erase(*each.maker);
    REQUIRE(silent.size() > 50);

    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    for (const std::string& code : all_codes()) {
        SearchRequest all = with_code(code);
        all.page_size = kMaxPageSize;
        for (const Hit& hit : searcher.search(all).hits) {
            INFO(code << " " << hit.entity.id);
            CHECK_FALSE(silent.contains(hit.entity.id));
        }
    }
}

TEST_CASE("a word that two trades share does not make either of them", "[cpv]") {
    const Searcher searcher(embedded_snapshot(), kToday, Language::pl);
    for (const auto& [words, id] :
         {std::pair{"ciasto", "ss-tajemniczy-ogrod-poznan"}, std::pair{"chleb", "wtz-kolo-psoni"},
          std::pair{"reklama", "krs-0000026694"}, std::pair{"murarz", "krs-0000140375"},
          std::pair{"organizacja konferencji", "wtz-paprotnia"}}) {
        INFO(words);
        SearchRequest asked;
        asked.text = words;
        asked.page_size = kMaxPageSize;
        for (const Hit& hit : searcher.search(asked).hits)
            CHECK(hit.entity.id != id);
    }
}
