// SPDX-License-Identifier: GPL-3.0-or-later
// One and many checked on a day, over the small catalogue and the real one; what is sent is bounded
// and forgotten.
#include "core/search/entity_lookup.h"
#include "server/checks/list_check.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kCheck = "/api/v1/certificates/check";

Json checked(const std::string& lines, const std::string& query = "") {
    const auto answer = shared_server().post(kCheck + query, lines, "text/plain; charset=utf-8");
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return Json::parse(answer.body);
}

std::string mark_of(const Json& line) {
    return line.at("entities").at(0).at("legal_facts").at("mark").at("state").at("code");
}

}  // namespace

TEST_CASE("a list is answered in its order, each line with what was understood",
          "[certificate_check]") {
    const Json answer = checked(
        "NIP\n111-111-11-11\nPL 3333333333\n\nSpółdzielnia Socjalna Testowy Pieróg\n1234563218\n"
        "1111111112\nTestowi Pierogi\n???\n4444444444\tcoś\n");
    CHECK(answer.at("as_of") == "2026-06-15");
    CHECK(answer.at("stored") == false);
    const Json& lines = answer.at("lines");
    const auto outcome = [&](std::size_t i) { return lines.at(i).at("outcome"); };
    REQUIRE(lines.size() == 9);
    CHECK(outcome(0) == "naglowek");
    CHECK(lines[1].at("line") == 2);
    CHECK(outcome(1) == "znaleziony");
    CHECK(lines[1].at("understood") == Json{{"kind", "nip"}, {"text", "1111111111"}});
    CHECK(lines[1].at("entities").at(0).at("url") == "/podmiot/nip-1111111111");
    CHECK(mark_of(lines[1]) == "wazny");
    CHECK(mark_of(lines[2]) == "wygasl");
    CHECK(lines[3].at("line") == 5);
    CHECK(lines[3].at("understood").at("kind") == "name");
    CHECK(outcome(3) == "znaleziony");
    CHECK(outcome(4) == "brak_w_katalogu");
    CHECK(lines[4].at("problems").at(0).get<std::string>().find("Nie ma w tym katalogu") == 0);
    CHECK(outcome(5) == "bledny_numer");
    CHECK(lines[5].at("problems").at(0).get<std::string>().find("jest 2, powinno być 1") !=
          std::string::npos);
    CHECK(outcome(6) == "podobne_nazwy");
    CHECK(lines[6].at("near").at(0).at("id") == "nip-1111111111");
    CHECK(lines[6].at("entities").empty());
    CHECK(outcome(7) == "nieczytelny");
    // Uncertain, and why.
    CHECK(mark_of(lines[8]) == "niepewny");
    CHECK(lines[8].at("entities")[0].at("doubt").at("codes") == Json{"brak_daty_nadania"});
}

TEST_CASE("programs read the sentences in the language they ask for", "[certificate_check]") {
    const auto problem = [](const std::string& language) {
        return checked("1111111112", "?lang=" + language)
            .at("lines")
            .at(0)
            .at("problems")
            .at(0)
            .get<std::string>();
    };
    CHECK(problem("pl").find("powinno być 1") != std::string::npos);
    CHECK(problem("en").find("it should be 1") != std::string::npos);
    CHECK(problem("uk").find("має бути 1") != std::string::npos);

    const RunningServer& server = shared_server();
    const auto refused = server.get("/api/v1/certificates?nip=1111111112&lang=en");
    REQUIRE(refused.status == 400);
    const Json told = Json::parse(refused.body);
    CHECK(told.at("title") == "Wrong parameters");
    CHECK(told.at("problems").at(0).at("message").get<std::string>().find("it should be 1") !=
          std::string::npos);
    CHECK(told.at("problems").at(0).at("allowed") == "10 digits");
    const auto empty = server.post(std::string(kCheck) + "?lang=en", "", "text/plain");
    REQUIRE(empty.status == 400);
    CHECK(Json::parse(empty.body).at("detail").get<std::string>().starts_with("The list is empty"));

    const auto search = server.get("/api/v1/entities?q=catering+31.06.2015&lang=en");
    const Json note = Json::parse(search.body).at("understood").at("notes").at(0);
    INFO(note);
    CHECK(note.get<std::string>().find("nie ma") == std::string::npos);
}

TEST_CASE("a line that names two entities is told so", "[certificate_check]") {
    Catalogue catalogue = test_catalogue();
    catalogue.entities[1].krs = "0000012345";  // of another than NIP 1111111111
    const std::string other = catalogue.entities[1].name;
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    const auto [line, told] = GENERATE_COPY(table<std::string, std::string>({
        {"1111111111 0000012345", "KRS 0000012345 ma w katalogu inny podmiot: „" + other + "”"},
        {"NIP;KRS\n1111111111;12345", "ma w katalogu inny podmiot"},
        {"KRS 0000012345, NIP 1234563218", "w katalogu ten podmiot ma NIP 222-222-22-22"},
        {"1111111111;Fundacja Nasz Dom", "W wierszu jest nazwa „Fundacja Nasz Dom”"},
        {"1111111111;" + other, "ma w katalogu inny podmiot"},
        {"NIP;Nazwa\n1111111111;Zielony Warsztat", "W wierszu jest nazwa „Zielony Warsztat”"},
        // No contradiction: its own name in other words, an address, a remark.
        {"1111111111;Spółdzielnia Socjalna Testowy Pieróg", ""},
        {"1111111111;Testowy Pieróg w Gnieźnie", ""},
        {"1111111111;ul. Zmyślona 3, Gniezno", ""},
        {"1111111111", ""},
    }));
    INFO(line);
    const auto problems = [&](const Json& lines) {
        std::string all;
        for (const Json& problem : lines.back().at("problems"))
            if (problem.get<std::string>().find("Dopisaliśmy") == std::string::npos)
                all += problem.get<std::string>();
        return all;
    };
    const Json lines =
        Json::parse(server.post(kCheck, line, "text/plain; charset=utf-8").body).at("lines");
    INFO(problems(lines));
    CHECK(lines.back().at("outcome") == "znaleziony");
    if (told.empty())
        CHECK(problems(lines).empty());
    else
        CHECK(problems(lines).find(told) != std::string::npos);
    // A protocol of the line says the same.
    const std::string asked = line.substr(line.rfind('\n') + 1);
    if (line.find('\n') != std::string::npos) return;
    std::string address =
        server.get("/protokol/nowy?na-dzien=2026-06-15&kogo=" + percent_encoded(asked))
            .get_header_value("Location");
    const Json protocol = Json::parse(server.get(address.insert(address.find('?'), ".json")).body);
    const Json& remark = protocol.at("question").at("lines").at(0).at("remark");
    CHECK((told.empty()
               ? remark.is_null()
               : remark.is_string() && remark.get<std::string>().find(told) != std::string::npos));
}

TEST_CASE("a certificate of a holder without an entry is found by its name",
          "[certificate_check]") {
    const TestIndex index;
    index.publish(embedded_catalogue());
    const RunningServer server(index);
    const auto name = GENERATE(values<std::string>(
        {"Centrum Integracji Społecznej ARKA w Wieleniu", "CIS ARKA", "cis arka wieleń"}));
    INFO(name);
    const std::string query = "kogo=" + percent_encoded(name) + "&na-dzien=2021-06-01";
    const std::string page = server.get("/certyfikaty?" + query).body;
    CHECK(page.find("certyfikat posiadacza o podobnej nazwie") != std::string::npos);
    CHECK(page.find("w dniu 1.06.2021: ważny") != std::string::npos);
    const std::string english = server.get("/en/certyfikaty?" + query).body;
    CHECK(english.find("<strong lang=\"pl\">Centrum Integracji Społecznej ARKA w Wieleniu (Wieleń)"
                       "</strong>: ") != std::string::npos);
    CHECK(english.find("state on 1 June 2021: valid.") != std::string::npos);
    const Json line =
        Json::parse(
            server.post(std::string(kCheck) + "?na-dzien=2021-06-01", name, "text/plain").body)
            .at("lines")
            .at(0);
    CHECK(line.at("entities").empty());
    CHECK(line.at("certificates_of_others").at(0).at("id") == "zp-2020-cis-arka-wielen");
    std::string address = server.get("/protokol/nowy?" + query).get_header_value("Location");
    CHECK(server.get(address).body.find("w dniu 1.06.2021: ważny") != std::string::npos);
}

TEST_CASE("pages, files and JSON tell the same of a list", "[certificate_check]") {
    const std::string on_day = "?na-dzien=2025-06-01";
    const Json line = checked("1111111111", on_day).at("lines")[0];
    CHECK(mark_of(line) == "nigdy");
    const Json& mark = line.at("entities").at(0).at("legal_facts").at("mark");
    CHECK(mark.at("state").at("label") == "jeszcze nie nadany");
    const auto csv = shared_server().post(std::string(kCheck) + on_day + "&format=csv",
                                          "1111111111\n4444444444", "text/plain");
    CHECK(csv.body.find("jeszcze nie nadany") != std::string::npos);
    CHECK(csv.body.find("bez znanego certyfikatu") == std::string::npos);
    CHECK(csv.body.find(std::string(kTestUrl) + "/podmiot/nip-1111111111") != std::string::npos);
    CHECK(csv.body.find("Który status") != std::string::npos);
    const std::string page =
        shared_server().post("/certyfikaty" + on_day, {{"lista", "1111111111", "", ""}}).body;
    CHECK(page.find("jeszcze nie nadany") != std::string::npos);
    // What has ended says since when, everywhere.
    const Json ended = checked("1111111111", "?na-dzien=2026-12-11").at("lines")[0];
    CHECK(ended.at("entities").at(0).at("legal_facts").at("mark").at("expired_since") ==
          "2026-12-11");
    CHECK(shared_server()
              .post("/certyfikaty?na-dzien=2026-12-11", {{"lista", "1111111111", "", ""}})
              .body.find("wygasł, od 11.12.2026") != std::string::npos);
    CHECK(shared_server()
              .get("/certyfikaty?kogo=1111111111&na-dzien=2026-12-11")
              .body.find("wygasł, od 11.12.2026") != std::string::npos);
}

TEST_CASE("the day asked for is the day of the answer", "[certificate_check]") {
    CHECK(mark_of(checked("1111111111", "?na-dzien=2025-12-10").at("lines")[0]) == "wazny");
    CHECK(mark_of(checked("1111111111", "?na-dzien=2025-12-09").at("lines")[0]) == "nigdy");
    CHECK(mark_of(checked("1111111111", "?na-dzien=2026-12-10").at("lines")[0]) == "wygasa");
    CHECK(mark_of(checked("1111111111", "?na-dzien=2026-12-11").at("lines")[0]) == "wygasl");
    const auto [day, reason] = GENERATE(table<std::string, std::string>({
        {"2026-02-30", "Takiego dnia nie ma w kalendarzu."},
        {"1989-12-31", "Tak dawnych ani tak odległych dni nie sprawdzamy."},
        {"2150-01-01", "Tak dawnych ani tak odległych dni nie sprawdzamy."},
        {"18.12.2014", "Data musi mieć postać RRRR-MM-DD"},
    }));
    INFO(day);
    const auto answer =
        shared_server().post(std::string(kCheck) + "?na-dzien=" + day, "1111111111", "text/plain");
    CHECK(answer.status == 400);
    CHECK(answer.body.find(reason) != std::string::npos);
    CHECK(shared_server().get("/certyfikaty?kogo=1111111111&na-dzien=" + day).body.find(reason) !=
          std::string::npos);
}

TEST_CASE("whatever it comes as, the same lines get the same answer", "[certificate_check]") {
    const Json expected = checked("1111111111\n2222222222").at("lines");
    const std::string text = "1111111111\n2222222222";
    const auto same = [&](const httplib::Response& answer) {
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        CHECK(Json::parse(answer.body).at("lines") == expected);
        CHECK(answer.get_header_value("Cache-Control") == "no-store");
        CHECK_FALSE(answer.has_header("ETag"));
    };
    same(shared_server().post(kCheck, R"({"lines":["1111111111","2222222222"]})",
                              "application/json"));
    same(shared_server().post(kCheck, text, "text/csv"));
    same(shared_server().post(kCheck, {{"plik", text, "lista.csv", "text/csv"}}));
    same(shared_server().post(kCheck, {{"lista", text, "", ""}, {"plik", "", "", ""}}));
    same(shared_server().post(kCheck, "lista=1111111111%0A2222222222",
                              "application/x-www-form-urlencoded"));
}

TEST_CASE("the page of checks names its feeds, and says of the facts what they do not prove",
          "[certificate_check]") {
    const std::string empty = shared_server().get("/certyfikaty").body;
    for (const char* link :
         {"type=\"application/atom+xml\" href=\"/api/v1/certificates.atom\"",
          "type=\"application/feed+json\" href=\"/api/v1/certificates.json-feed\"",
          "type=\"text/calendar\" href=\"/api/v1/certificates.ics\""}) {
        INFO(link);
        CHECK(empty.find(std::string("<link rel=\"alternate\" ") + link) != std::string::npos);
    }
    const std::string table =
        shared_server().post("/certyfikaty", {{"lista", "1111111111\n2222222222", "", ""}}).body;
    CHECK(table.find("Trzy fakty prawne: Art. 94 Pzp") != std::string::npos);
    CHECK(table.find("Czego nie dowodzi: Żadnego statusu prawnego.") != std::string::npos);
}

TEST_CASE("a file of the answer has a row for each line", "[certificate_check]") {
    const auto csv = shared_server().post(std::string(kCheck) + "?format=csv",
                                          "1111111111\n=cmd()\n1111111112", "text/plain");
    REQUIRE(csv.status == 200);
    CHECK(csv.get_header_value("Content-Type") == "text/csv; charset=utf-8");
    CHECK(csv.get_header_value("Content-Disposition") ==
          "attachment; filename=\"sprawdzenie-2026-06-15.csv\"");
    CHECK(std::count(csv.body.begin(), csv.body.end(), '\n') == 4);
    CHECK(csv.body.find("'=cmd()") != std::string::npos);
    const auto xlsx = shared_server().post(
        "/certyfikaty", {{"lista", "1111111111", "", ""}, {"format", "xlsx", "", ""}});
    REQUIRE(xlsx.status == 200);
    CHECK(xlsx.body.starts_with("PK"));
    CHECK(shared_server().post(std::string(kCheck) + "?format=doc", "1", "text/plain").status ==
          400);
}

TEST_CASE("too much and rubbish are refused in time, as page and as JSON", "[certificate_check]") {
    std::string long_list;
    for (int i = 0; i < 5001; ++i)
        long_list += "1111111111\n";
    const auto [name, file, status] = GENERATE_COPY(table<std::string, std::string, int>({
        {"5001 lines", long_list, 413},
        {"20 MB", std::string(20U << 20, '7'), 413},
        {"zeros", std::string(1000, '\0'), 400},
        {"half a ZIP file", "PK\x03\x04 rubbish", 400},
        {"nothing", "", 400},
    }));
    INFO(name);
    for (const std::string path : {kCheck, "/certyfikaty"}) {
        const auto start = std::chrono::steady_clock::now();
        const auto answer = shared_server().post(path, {{"plik", file, "lista.xlsx", ""}});
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
        CHECK(answer.status == status);
        CHECK(answer.get_header_value("Cache-Control") != "no-cache");
    }
    CHECK(shared_server().post(kCheck, "a", "image/png").status == 415);
    CHECK(shared_server().post(kCheck, std::string(9U << 20, '7'), "text/plain").status == 413);
    CHECK(shared_server()
              .post(kCheck, {{"lista", "1111111111", "", ""}, {"plik", "1", "a.csv", ""}})
              .status == 400);
}

TEST_CASE("the page of one shows three facts, of a list a table", "[certificate_check]") {
    const auto page = [](const std::string& query) {
        return shared_server().get("/certyfikaty" + query).body;
    };
    const std::string one = page("?kogo=PL+111-111-11-11");
    CHECK(one.find("NIP 111-111-11-11") != std::string::npos);
    CHECK(one.find("Prawa zamówień publicznych") != std::string::npos);
    CHECK(one.find("pierogi") != std::string::npos);
    CHECK(one.find("10.12.2026") != std::string::npos);
    CHECK(one.find("obliczone: 12 miesięcy") != std::string::npos);
    CHECK(page("?kogo=1234563218").find("Nie ma w tym katalogu") != std::string::npos);
    CHECK(page("?kogo=1111111112").find("jest 2, powinno być 1") != std::string::npos);
    CHECK(page("?kogo=Testowi+Pierogi").find("/podmiot/nip-1111111111") != std::string::npos);
    CHECK(page("?kogo=%3Cscript%3E").find("<script>") == std::string::npos);

    const auto many =
        shared_server().post("/certyfikaty", {{"lista", "1111111111\n<b>\n", "", ""}});
    CHECK(many.status == 200);
    CHECK(many.body.find("Niczego z listy nie zapisujemy") != std::string::npos);
    CHECK(many.body.find("Testowy Pieróg") != std::string::npos);
    CHECK(many.body.find("<b>") == std::string::npos);
}

TEST_CASE("holders of the gala of 18 December 2014 are valid, then expired; the pilot is uncertain",
          "[certificate_check]") {
    const auto day = [](const char* text) { return parse_day(text).value(); };
    std::map<std::string, std::string> holders;  // of that gala and of the pilot, with its edition
    std::map<std::string, std::string> names;
    for (const Certificate& each : embedded_catalogue().certificates)
        if (each.holder && (each.edition == "pilot" || each.id.starts_with("zp-2014")))
            holders[*each.holder] = each.edition;
    for (const Entity& each : embedded_catalogue().entities)
        names[each.id] = each.name;
    REQUIRE(holders.size() == 15);
    WrittenList list;
    for (const auto& [id, edition] : holders)
        list.lines.push_back(
            {list.lines.size() + 1, {{names.at(id), 0, CellRole::unknown}}, false});
    const auto [asked, state] = GENERATE_COPY(table<Day, CertificateState>({
        {day("2014-12-17"), CertificateState::never},
        {day("2015-06-01"), CertificateState::valid},
        {day("2015-12-18"), CertificateState::expiring},
        {day("2015-12-19"), CertificateState::expired},
        {day("2026-11-22"), CertificateState::expired},
    }));
    const CheckReport report = check_list(list, embedded_snapshot(), asked);
    std::set<std::string> seen;
    for (const CheckedLine& line : report.lines)
        for (const auto& standing : line.entities) {
            const auto holder = holders.find(standing->entity.id);
            if (holder == holders.end()) continue;
            INFO(format_day(asked) << " " << line.written);
            seen.insert(holder->first);
            CHECK(standing->facts.mark.state ==
                  (holder->second == "pilot" ? CertificateState::uncertain : state));
        }
    CHECK(seen.size() == holders.size());
}

TEST_CASE("the day and all that follows from it change at midnight in Warsaw",
          "[certificate_check]") {
    using namespace std::chrono;
    // The last moment of the last valid day, in UTC: in winter, in summer, in the nights around
    // the changes of the clocks (29 March and 25 October 2026), at the turn of the year.
    const auto [granted, midnight_utc] = GENERATE(table<std::string, sys_seconds>({
        {"2025-01-15", sys_days{2026y / 1 / 15} + 23h},
        {"2025-07-15", sys_days{2026y / 7 / 15} + 22h},
        {"2025-03-28", sys_days{2026y / 3 / 28} + 23h},
        {"2025-03-29", sys_days{2026y / 3 / 29} + 22h},
        {"2025-10-24", sys_days{2026y / 10 / 24} + 22h},
        {"2025-10-25", sys_days{2026y / 10 / 25} + 23h},
        {"2024-12-31", sys_days{2025y / 12 / 31} + 23h},
        {"2024-02-29", sys_days{2025y / 2 / 28} + 23h},
    }));
    INFO("granted on " << granted);
    Catalogue catalogue = test_catalogue();
    catalogue.certificates[0].granted_on = PartialDate::parse(granted).value();
    const TestIndex index;
    index.publish(catalogue);
    std::atomic<system_clock::time_point> now{midnight_utc - 1s};
    const RunningServer server(index, [&] { return day_in_warsaw(now.load()); });

    const std::vector<std::string> paths{"/",
                                         "/szukaj",
                                         "/podmiot/nip-1111111111",
                                         "/certyfikaty?kogo=1111111111",
                                         "/api/v1/entities",
                                         "/api/v1/entities/nip-1111111111",
                                         "/api/v1/certificates?nip=1111111111"};
    const auto state = [&] {
        const Json answer = Json::parse(server.get("/api/v1/certificates?nip=1111111111").body);
        return answer.at("check").at("state").get<std::string>();
    };
    std::map<std::string, std::string> tags;
    for (const std::string& path : paths)
        tags[path] = server.get(path).get_header_value("ETag");
    CHECK(state() == "wygasa");
    CHECK(
        mark_of(Json::parse(server.post(kCheck, "1111111111", "text/plain").body).at("lines")[0]) ==
        "wygasa");

    now = midnight_utc - 1ms;
    for (const std::string& path : paths)
        CHECK(server.get(path, {{"If-None-Match", tags[path]}}).status == 304);
    now = midnight_utc;
    for (const std::string& path : paths) {
        INFO(path);
        const auto after = server.get(path, {{"If-None-Match", tags[path]}});
        CHECK(after.status == 200);
        CHECK(after.get_header_value("ETag") != tags[path]);
    }
    CHECK(state() == "wygasl");
    CHECK(
        mark_of(Json::parse(server.post(kCheck, "1111111111", "text/plain").body).at("lines")[0]) ==
        "wygasl");
    // A day that is asked for does not move with the clock.
    const std::string fixed = "/api/v1/certificates?nip=1111111111&na-dzien=" +
                              format_day(day_in_warsaw(midnight_utc - 1s));
    CHECK(Json::parse(server.get(fixed).body).at("check").at("state") == "wygasa");
}
