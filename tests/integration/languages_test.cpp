// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in English and Ukrainian: the language of its frame, its links, its words, and what
// stays Polish marked as Polish.
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr const char* kEntity = "/podmiot/nip-2222222222";

/// Of each type, with all that may go wrong on it.
const std::vector<std::string>& pages() {
    static const std::vector<std::string> all{
        "/",
        "/?na-dzien=2026-02-30",
        "/szukaj?q=catering",
        "/szukaj?q=catering+gniezno&wyjasnij=1",
        "/szukaj?q=catering&strona=abc&sortuj=zle",
        "/szukaj?q=catering&powiat=3003&certyfikat=wygasl",
        "/szukaj?q=7781346889",
        "/szukaj?cpv=55520000",
        "/szukaj?q=xyzzy",
        "/szukaj?widok=mapa",
        "/szukaj?q=catering&widok=mapa",
        "/szukaj?q=catering%20-Konin",
        kEntity,
        "/podmiot/nip-1111111111",
        "/podmiot/nip-1111111111?na-dzien=2019-06-01",
        "/podmiot/nip-1111111111?na-dzien=2026-12-11",
        "/podmiot/nip-1111111111?na-dzien=2027-01-01",
        "/podmiot/nip-4444444444",
        "/podmiot/nie-ma",
        "/podmiot/usuniety",
        "/certyfikaty",
        "/certyfikaty?kogo=1111111111",
        "/certyfikaty?kogo=7781346889&na-dzien=2026-02-30",
        "/certyfikaty?kogo=nikogo+takiego",
        "/certyfikaty?kogo=328179",
        "/certyfikaty?kogo=1111111111%3BFundacja+Nasz+Dom",
        "/porownaj",
        "/porownaj?id=nip-1111111111",
        "/porownaj?id=nip-1111111111&id=nip-2222222222&id=nip-4444444444",
        "/porownaj?id=usuniety&dodaj=pier%C3%B3g",
        "/protokol",
        "/protokol?adres=x",
        "/protokol/nowy?q=x&kogo=y",
        "/zamowienia?na-dzien=2026-03-01&wartosc=sto",
        "/branze",
        "/branza/gastronomia",
        "/owes",
        "/owes?na-dzien=2015-06-01",
        "/owes/owes-testowy",
        "/klunkry",
        "/klunkry/koziolek-testowy",
        "/cpv",
        "/cpv?q=catering",
        "/cpv/55520000",
        "/cpv/55599999",
        "/cpv/catering",
        "/slowa",
        "/dane",
        "/api",
        "/dane/jakosc",
        "/o-serwisie",
        "/prywatnosc",
        "/deklaracja-dostepnosci",
        "/kolejnosc"};
    return all;
}

std::set<std::string> found_in(const std::string& html, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator match(html.begin(), html.end(), pattern), end; match != end; ++match)
        found.insert((*match)[1].str());
    return found;
}

/// Without the elements that are marked as Polish, up to the end of each.
std::string without_polish(const std::string& html) {
    static const std::regex opening(R"re(<([a-z0-9]+)[^<>]* lang="pl"[^<>]*>)re");
    std::string rest = html;
    std::smatch match;
    while (std::regex_search(rest, match, opening)) {
        const std::string closing = "</" + match[1].str() + ">";
        const auto begin = static_cast<std::size_t>(match.position());
        const std::size_t end = rest.find(closing, begin);
        REQUIRE(end != std::string::npos);
        rest.erase(begin, end + closing.size() - begin);
    }
    return rest;
}

/// What a message says whatever it is filled with: "Jest {count} podmiotów." → "Jest ", …
std::vector<std::string> fixed_pieces(const std::string& pattern) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= pattern.size();) {
        const std::size_t end = std::min(pattern.find_first_of("{}#", begin), pattern.size());
        pieces.push_back(pattern.substr(begin, end - begin));
        begin = end + 1;
    }
    return pieces;
}

nlohmann::json messages_in(Language language) {
    const auto path = std::filesystem::path(WESPOL_SOURCE_DIR) / "frontend" / "locales" /
                      (std::string(code(language)) + ".json");
    return nlohmann::json::parse(read_file(path));
}

/// Pieces of Polish sentences of the site that a page in `language` must not have.
const std::vector<std::string>& polish_sentences(Language language) {
    static std::map<Language, std::vector<std::string>> known;
    std::vector<std::string>& sentences = known[language];
    if (!sentences.empty()) return sentences;
    std::string others;
    const nlohmann::json own = messages_in(language);
    for (const auto& [key, value] : own.items())
        others += value.get<std::string>() + '\n';
    constexpr std::size_t kLongEnough = 16;
    const nlohmann::json polish = messages_in(Language::pl);
    for (const auto& [key, value] : polish.items())
        for (const std::string& piece : fixed_pieces(value.get<std::string>()))
            if (piece.size() >= kLongEnough && others.find(piece) == std::string::npos)
                sentences.push_back(piece);
    return sentences;
}

}  // namespace

TEST_CASE("every page is there in English and Ukrainian, with the same status") {
    const Language language = GENERATE(Language::en, Language::uk);
    const std::string prefix = "/" + std::string(code(language));
    static const std::regex own_link(R"re((?:href|action)="(/[^"]*)")re");
    for (const std::string& address : pages()) {
        INFO(prefix + address);
        const auto polish = shared_server().get(address);
        const auto page = shared_server().get(prefix + address);
        CHECK(page.status == polish.status);
        const std::string& html = page.body;
        CHECK(html.find("<html lang=\"" + prefix.substr(1) + "\">") != std::string::npos);

        for (const std::string& href : found_in(html, own_link)) {
            INFO(href);
            const bool is_without_language =
                href.starts_with("/api/") || href.starts_with("/assets/") ||
                href.starts_with("/.well-known/") || href.starts_with("/protokol/klucze/");
            const bool is_switch =
                html.find("href=\"" + href + "\" hreflang=") != std::string::npos;
            CHECK((is_without_language || is_switch || href.starts_with(prefix + "/")));
        }

        const std::string words = without_polish(html);
        for (const std::string& sentence : polish_sentences(language)) {
            INFO(sentence);
            CHECK(words.find(sentence) == std::string::npos);
        }
        for (const char* label :
             {"spółdzielnia socjalna", "zakład aktywności zawodowej", "przedsiębiorstwo społeczne",
              "zakończył działalność", "powiat gnieźnieński", "osoby z niepełnosprawnościami"}) {
            INFO(label);
            CHECK(words.find(">" + std::string(label) + "<") == std::string::npos);
        }
    }
}

TEST_CASE("files are told to be Polish, answers for programs have the labels of the page") {
    const Language language = GENERATE(Language::en, Language::uk);
    const std::string prefix = "/" + std::string(code(language));
    static const std::regex file(R"re(href="(/api/v1/[a-z/]+\.[^"]*)"( hreflang="pl")?)re");
    static const std::regex answer(R"re(href="(/api/v1/[^".]+)")re");
    std::size_t files = 0, answers = 0;
    for (const std::string& address : pages()) {
        const std::string html = shared_server().get(prefix + address).body;
        for (std::sregex_iterator match(html.begin(), html.end(), file), end; match != end;
             ++match) {
            const std::string href = (*match)[1];
            if (href == "/api/v1/openapi.json") continue;  // it describes, in no language of ours
            INFO(prefix + address + ": " + href);
            CHECK((*match)[2].matched);
            ++files;
        }
        for (const std::string& href : found_in(html, answer)) {
            INFO(prefix + address + ": " + href);
            const bool has_no_words = href == "/api/v1/quality";
            CHECK((has_no_words || href.ends_with("lang=" + prefix.substr(1))));
            ++answers;
        }
    }
    CHECK(files > 0);
    CHECK(answers > pages().size());  // the foot of every page has one
}

TEST_CASE("a list is checked in the reader's language; its file stays Polish") {
    const httplib::MultipartFormDataItems list{
        {"lista", "328179\n1111111111;Fundacja Nasz Dom\nKRS 504850\nxyzzy qwerty", "", ""}};
    const std::string english = shared_server().post("/en/certyfikaty", list).body;
    const std::string ukrainian = shared_server().post("/uk/certyfikaty", list).body;
    for (const char* text :
         {"write “KRS 328179”", "The line has the name “Fundacja Nasz Dom”",
          "We added the zeros at the beginning: KRS 0000504850.", "Not in this directory."})
        CHECK(english.find(text) != std::string::npos);
    for (const char* text :
         {"напишіть «KRS 328179»", "У рядку назва «Fundacja Nasz Dom»",
          "Ми дописали нулі на початку: KRS 0000504850.", "Немає в цьому каталозі."})
        CHECK(ukrainian.find(text) != std::string::npos);
    httplib::MultipartFormDataItems for_file = list;
    for_file.push_back({"format", "csv", "", ""});
    const std::string file = shared_server().post("/en/certyfikaty", for_file).body;
    CHECK(file.find("W wierszu jest nazwa „Fundacja Nasz Dom”") != std::string::npos);
}

TEST_CASE("each page names itself in the other languages, and the switch leads to the same page") {
    const std::string address = "/szukaj?q=catering%20%26%20torby&powiat=3003";
    for (const char* prefix : {"", "/en", "/uk"}) {
        const auto page = shared_server().get(prefix + address);
        INFO(prefix);
        for (const auto& [language, path] :
             {std::pair{"pl", ""}, {"en", "/en"}, {"uk", "/uk"}, {"x-default", ""}}) {
            const std::string link = std::string("<link rel=\"alternate\" hreflang=\"") + language +
                                     "\" href=\"" + kTestUrl + path +
                                     "/szukaj?q=catering%20%26%20torby&amp;powiat=3003\">";
            CHECK(page.body.find(link) != std::string::npos);
        }
        for (const auto& [path, name] :
             {std::pair{"", "Polski"}, {"/en", "English"}, {"/uk", "Українська"}}) {
            const bool is_own = std::string(path) == prefix;
            const bool is_offered =
                page.body.find(">" + std::string(name) + "</a>") != std::string::npos;
            CHECK(is_offered != is_own);
        }
    }
}

TEST_CASE("the API, files and assets have no language in their address") {
    for (const char* path :
         {"/en/api/v1/entities", "/uk/health", "/en/robots.txt", "/uk/api/v1/entities.csv",
          "/en/.well-known/wespol-keys.json", "/uk/uk/szukaj", "/en/en", "/pl/szukaj"}) {
        INFO(path);
        CHECK(shared_server().get(path).status == 404);
    }
    CHECK(shared_server().get("/en").status == 200);
}

TEST_CASE("an address that cannot be read is refused in the language of its path") {
    const auto answer = [](const std::string& path) {
        return shared_server().send_raw("GET " + path +
                                        " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    };
    CHECK(answer("/en/szukaj?q=%zz").find("something wrong behind a % sign") != std::string::npos);
    CHECK(answer("/uk/szukaj?q=%zz").find("помилковий запис після знака %") != std::string::npos);
    CHECK(answer("/szukaj?q=%zz").find("błędny zapis po znaku %") != std::string::npos);
}

TEST_CASE("pages of different languages are different answers for a cache") {
    const auto english = shared_server().get("/en/szukaj?q=catering");
    const auto ukrainian = shared_server().get("/uk/szukaj?q=catering");
    const auto polish = shared_server().get("/szukaj?q=catering");
    CHECK(english.get_header_value("ETag") != ukrainian.get_header_value("ETag"));
    CHECK(english.get_header_value("ETag") != polish.get_header_value("ETag"));
    const httplib::Headers known{{"If-None-Match", english.get_header_value("ETag")}};
    CHECK(shared_server().get("/en/szukaj?q=catering", known).status == 304);
    CHECK(shared_server().get("/szukaj?q=catering", known).status == 200);
}

TEST_CASE("whoever is led elsewhere stays in their language") {
    const auto lead = [](const std::string& path) {
        return shared_server().get(path).get_header_value("Location");
    };
    CHECK(lead("/en/podmiot/przeniesiony").starts_with("/en/podmiot/"));
    CHECK(lead("/uk/cpv?q=55520000-1").starts_with("/uk/cpv/55520000"));
    CHECK(lead("/en/cpv/55520000-1") == "/en/cpv/55520000");
    CHECK(lead("/uk/porownaj?dodaj=1111111111").starts_with("/uk/porownaj?id="));
    CHECK(lead("/en/protokol/nowy?q=catering").starts_with("/en/protokol/WZ-"));
}

TEST_CASE("a record stays Polish within the frame of the reader's language") {
    const std::string address =
        shared_server().get("/uk/protokol/nowy?q=catering").get_header_value("Location");
    const auto page = shared_server().get(address);
    CHECK(page.status == 200);
    CHECK(page.body.find("<html lang=\"uk\">") != std::string::npos);
    CHECK(page.body.find("офіційний польський документ") != std::string::npos);
    const auto document = page.body.find("<article class=\"protocol__document\" lang=\"pl\">");
    REQUIRE(document != std::string::npos);
    CHECK(page.body.find("O co pytano", document) != std::string::npos);
    // The permanent address is the Polish one, and so are its files.
    CHECK(page.body.find("<a href=\"" + std::string(kTestUrl) + "/protokol/WZ-") !=
          std::string::npos);
    const std::string number = address.substr(address.find("WZ-"));
    const std::string query = number.substr(number.find('?'));
    const std::string base = number.substr(0, number.find('?'));
    CHECK(shared_server().get("/uk/protokol/" + base + ".json" + query).status == 404);
    CHECK(shared_server().get("/protokol/" + base + ".json" + query).status == 200);
}

TEST_CASE("names, days and problems in the language of the page") {
    struct Row {
        std::string path;
        std::string text;
    };
    const auto row = GENERATE(values<Row>({
        {"/en/szukaj?q=catering", "<option value=\"\" selected>best match first</option>"},
        {"/uk/szukaj?q=catering", "спершу найвлучніші"},
        {"/en/szukaj?strona=abc", "There is no such page of results."},
        {"/uk/szukaj?strona=abc", "число від 1 до"},
        {"/en/certyfikaty?kogo=7781346889", "The check digit of this NIP number is wrong"},
        {"/uk/certyfikaty?kogo=7781346889", "Контрольна цифра номера NIP не сходиться"},
        {"/en/szukaj?q=7781346889", "The check digit of this NIP number is wrong"},
        {"/uk/?na-dzien=2015-06-01", "1 червня 2015 року"},
        {"/en/?na-dzien=2015-06-01", "1 June 2015"},
        {"/en/zamowienia?wartosc=sto", "Write the net value in złoty"},
        {"/en/nie-ma-takiej", "There is no such page"},
        {"/uk/branze", "харчування"},
        {"/en/protokol?adres=x", "This is not the address of a record"},
        {"/en/certyfikaty?kogo=1234567890", "no check digit fits its first nine digits"},
        {"/en/szukaj?q=catering%20-Konin", "We leave out "},
        {"/uk/szukaj?q=catering%20-Konin", "Пропускаємо "},
        // What is said of another day, of one to come, and of a certificate that has ended.
        {"/en/podmiot/nip-1111111111?na-dzien=2019-06-01",
         "On 1 June 2019 this provision did not exist yet"},
        {"/uk/podmiot/nip-1111111111?na-dzien=2019-06-01", "1 червня 2019 року цієї статті ще не"},
        {"/en/podmiot/nip-1111111111?na-dzien=2027-01-01", "1 January 2027 is still to come"},
        {"/uk/podmiot/nip-1111111111?na-dzien=2027-01-01", "День 1 січня 2027 року ще попереду"},
        {"/en/podmiot/nip-1111111111?na-dzien=2026-12-11", "expired, since 11 December 2026"},
        {"/uk/podmiot/nip-1111111111?na-dzien=2026-12-11", "прострочений, з 11 грудня 2026 року"},
        {"/en/owes?na-dzien=2015-06-01",
         "the sources do not settle whether it worked on 1 June 2015"},
        {"/uk/owes?na-dzien=2015-06-01",
         "джерела не кажуть точно, чи він працював 1 червня 2015 року"},
    }));
    INFO(row.path);
    CHECK(shared_server().get(row.path).body.find(row.text) != std::string::npos);
}

TEST_CASE("suggestions lead to pages in the language they are asked for in") {
    const auto urls = [](const std::string& language) {
        std::set<std::string> found;
        const auto answer = shared_server().get("/api/v1/suggest?q=piero&lang=" + language);
        const auto suggested = nlohmann::json::parse(answer.body);
        for (const auto& each : suggested.at("suggestions"))
            found.insert(each.at("url").get<std::string>());
        return found;
    };
    for (const std::string& url : urls("uk"))
        CHECK(url.starts_with("/uk/"));
    for (const std::string& url : urls("pl"))
        CHECK_FALSE(url.starts_with("/uk/"));
    CHECK_FALSE(urls("uk").empty());
}
