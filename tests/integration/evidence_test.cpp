// SPDX-License-Identifier: GPL-3.0-or-later
// The story of the procurement officer over the real server: the gala of 18 December 2014 through
// time, workbooks that give back what was written, uploads that are bounded and leave nothing.
#include "core/search/day_bounds.h"
#include "core/support/files.h"
#include "core/table/table_file.h"
#include "server/files/xlsx_writer.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/command.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/folder_names.h"
#include "tests/support/read_workbook.h"
#include "tests/support/server_fixture.h"
#include "tests/support/workbook_file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kCheck = "/api/v1/certificates/check";

const RunningServer& real_server() {
    static const TestIndex index;
    static const auto published = index.publish(embedded_catalogue());
    static const RunningServer server(index);
    return server;
}

Json json_at(const RunningServer& server, const std::string& path) {
    const auto answer = server.get(path);
    INFO(path << '\n' << answer.body.substr(0, 400));
    REQUIRE(answer.status == 200);
    return Json::parse(answer.body);
}

/// Ids of those who hold a certificate of an edition.
std::set<std::string> holders_of(const std::string& edition) {
    std::set<std::string> ids;
    for (const Certificate& each : embedded_catalogue().certificates)
        if (each.holder && each.edition == edition) ids.insert(*each.holder);
    return ids;
}

std::set<std::string> found_with(const std::string& state, const std::string& day) {
    std::set<std::string> ids;
    const std::string path = "/api/v1/entities?na-stronie=100&certyfikat=" + state +
                             (day.empty() ? "" : "&na-dzien=" + day);
    for (int page = 1;; ++page) {
        const Json found = json_at(real_server(), path + "&strona=" + std::to_string(page));
        for (const Json& hit : found.at("hits"))
            ids.insert(hit.at("id").get<std::string>());
        if (ids.size() == found.at("total")) return ids;
        REQUIRE_FALSE(found.at("hits").empty());
    }
}

bool includes(const std::set<std::string>& whole, const std::set<std::string>& part) {
    return std::ranges::includes(whole, part);
}

}  // namespace

TEST_CASE("the holders of the gala of 18 December 2014 through time, wherever one looks") {
    const std::set<std::string> gala = holders_of("2014");
    const std::set<std::string> pilot = holders_of("pilot");
    REQUIRE(gala.size() == 5);
    REQUIRE(pilot.size() == 10);
    const auto [day, state, label] = GENERATE(table<std::string, std::string, std::string>({
        {"2014-12-17", "nigdy", "jeszcze nie nadany"},
        {"2014-12-18", "wazny", "ważny"},
        {"2015-06-01", "wazny", "ważny"},
        {"2015-12-18", "wygasa", "wygasa"},
        {"2015-12-19", "wygasl", "wygasł"},
        {"", "wygasl", "wygasł"},
    }));
    INFO("on " << (day.empty() ? "today" : day));
    // As a filter, and its count.
    CHECK(includes(found_with(state, day), gala));
    CHECK(includes(found_with("niepewny", day), pilot));
    if (state == "wygasa") CHECK(includes(found_with("wazny", day), gala));
    // Of each, in the API, on its page, in a comparison and in a protocol.
    const std::string on_day = day.empty() ? "" : "&na-dzien=" + day;
    std::string compared;
    for (const std::string& id : gala) {
        INFO(id);
        compared += (compared.empty() ? "id=" : "&id=") + id;
        const Json mark = json_at(real_server(), "/api/v1/entities/" + id + "?x=" + on_day)
                              .at("legal_facts")
                              .at("mark");
        CHECK(mark.at("state").at("code") == state);
        CHECK(mark.at("validity").at("latest_end") == "2015-12-18");
        const std::string page = real_server().get("/podmiot/" + id + "?x=" + on_day).body;
        CHECK(page.find("</svg>" + label) != std::string::npos);
        if (state != "nigdy")
            CHECK(page.find("Ostatni dzień ważności: 18.12.2015.") != std::string::npos);
    }
    const Json side_by_side = json_at(real_server(), "/api/v1/compare?" + compared + on_day);
    for (const Json& entity : side_by_side.at("entities"))
        CHECK(entity.at("legal_facts").at("mark").at("state").at("code") == state);
    const auto made = real_server().get("/protokol/nowy?" + compared + on_day);
    REQUIRE(made.status == 303);
    std::string address = made.get_header_value("Location");
    const Json protocol = json_at(real_server(), address.insert(address.find('?'), ".json"));
    REQUIRE(protocol.at("results").size() == gala.size());
    for (const Json& result : protocol.at("results"))
        CHECK(result.at("facts").at(2).at("state") == state);
    for (const std::string& id : pilot) {
        INFO(id);
        const Json entity = json_at(real_server(), "/api/v1/entities/" + id + "?x=" + on_day);
        CHECK(entity.at("legal_facts").at("mark").at("state").at("code") == "niepewny");
        const std::string page = real_server().get("/podmiot/" + id + "?x=" + on_day).body;
        CHECK(page.find("nie wiadomo, czy tego dnia") != std::string::npos);
    }
}

TEST_CASE("a month settles that a certificate was valid, not that it ended within 30 days") {
    // Granted in January 2021: its last day is one of 1 to 31 January 2022.
    const Json found =
        json_at(real_server(), "/api/v1/certificates?q=Arka+Wiele%C5%84&na-dzien=2021-12-05");
    REQUIRE(found.at("hits").size() == 1);
    const Json& hit = found.at("hits")[0];
    CHECK(hit.at("state") == "wazny");
    CHECK(hit.at("doubt").at("codes") == Json{"niedokladna_data_nadania"});
    const std::string page =
        real_server().get("/certyfikaty?kogo=CIS+Arka+Wiele%C5%84&na-dzien=2021-12-05").body;
    CHECK(page.find("nie wiadomo, czy kończy się w ciągu 30 dni") != std::string::npos);
    CHECK(page.find("wygasa w ciągu 30 dni") == std::string::npos);
}

TEST_CASE("a day that cannot be is told, wherever it is asked for") {
    const std::string last = format_day(last_day());
    const std::string beyond = format_day(last_day() + std::chrono::days(1));
    const auto [day, is_taken] = GENERATE_COPY(table<std::string, bool>({
        {"1990-01-01", true},
        {"1989-12-31", false},
        {last, true},
        {beyond, false},
        {"2024-02-29", true},
        {"2026-02-29", false},
        {"2026-02-30", false},
        {"2026-13-01", false},
        {"0000-00-00", false},
        {"99999999999-01-01", false},
        {"2026-06-01T00:00", false},
        {"jutro", false},
    }));
    for (const char* path : {"/api/v1/entities?", "/api/v1/entities/nip-1111111111?",
                             "/api/v1/certificates?nip=1111111111&", "/api/v1/entities.csv?",
                             "/api/v1/certificates.ics?", "/api/v1/compare?id=nip-1111111111&"}) {
        INFO(path << day);
        CHECK(shared_server().get(path + ("na-dzien=" + day)).status == (is_taken ? 200 : 400));
    }
    CHECK(shared_server().get("/protokol/nowy?q=catering&na-dzien=" + day).status ==
          (is_taken ? 303 : 400));
    for (const char* path : {"/?", "/szukaj?", "/podmiot/nip-1111111111?", "/certyfikaty?",
                             "/porownaj?id=nip-1111111111&"}) {
        INFO(path << day);
        const auto page = shared_server().get(path + ("na-dzien=" + day));
        CHECK(page.status == 200);
        const bool is_told = page.body.find("Pominięto „na-dzien=") != std::string::npos;
        CHECK(is_told != is_taken);
    }
}

TEST_CASE("openpyxl gives back whatever text a workbook was given") {
    std::string longest(kMaxCellCharacters - 4, 'x');
    longest += "żółć";
    const std::map<std::string, std::string> texts{
        {"a formula", "=1+1"},
        {"another", "=HYPERLINK(\"http://zly.example\",\"x\")"},
        {"of old programs", "@SUM(A1)"},
        {"minus", "-2+3"},
        {"a telephone", "+48 61 856 73 00"},
        {"leading zeros", "0000123456"},
        {"like a date", "1/2"},
        {"like a long number", "12345678901234567890"},
        {"like an exponent", "1E5"},
        {"like a truth", "TRUE"},
        {"lines", "pierwsza\ndruga\n\ntrzecia"},
        {"a tab", "a\tb"},
        {"blanks around", "  x  "},
        {"an apostrophe", "'=1+1"},
        {"quotes and brackets", "\"a\" <b>&amp; ]]>"},
        {"beyond the basic plane", "😀 👩🏽‍🔧 𝔛"},
        {"accents apart", "z\u0307o\u0301l\u0142c\u0301"},
        {"right to left", "שלום"},
        {"an escape of the format", "_x0041_"},
        {"32,767 characters", longest},
    };
    Catalogue catalogue = test_catalogue();
    std::map<std::string, std::string> by_id;
    for (const auto& [what, text] : texts) {
        Entity entity = catalogue.entities.back();
        entity.id = fmt::format("zmyslony-{}", by_id.size());
        entity.name = fmt::format("Zmyślony {}", what);
        entity.description = text;
        entity.street = text;
        by_id[entity.id] = text;
        catalogue.entities.push_back(std::move(entity));
    }
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    const auto file = server.get("/api/v1/entities.xlsx?kolumny=id,nazwa,opis,adres");
    INFO(file.body.substr(0, 400));
    REQUIRE(file.status == 200);
    std::size_t seen = 0;
    const Json workbook = read_workbook(file.body);
    for (const Json& row : workbook.at("Podmioty").at("rows")) {
        const auto known = by_id.find(row.at(0).get<std::string>());
        if (known == by_id.end()) continue;
        INFO(row.at(1));
        ++seen;
        CHECK(row.at(2) == known->second);
        CHECK(row.at(3) == known->second);
    }
    CHECK(seen == texts.size());
}

TEST_CASE("LibreOffice opens a workbook and finds the texts of the CSV") {
    const TemporaryDirectory folder;
    if (exit_code_of("command -v soffice", folder.path()) != 0) {
        WARN("left out: soffice is not installed (apt-get install libreoffice-calc-nogui)");
        return;
    }
    const std::string columns = "?kolumny=id,nazwa,nip,krs,telefon,adres&blisko=Konin";
    const auto book = real_server().get("/api/v1/entities.xlsx" + columns);
    REQUIRE(book.status == 200);
    write_file_durably(folder.path() / "lista.xlsx", book.body);
    // 44,34,76: commas, quotes, UTF-8; the first sheet.
    output_of(
        "HOME=$PWD soffice -env:UserInstallation=file://$PWD/profil --headless --convert-to "
        "csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true,false,false,false,1 "
        "lista.xlsx",
        folder.path());
    const auto rows = [](const std::string& csv) {
        const auto table = open_table_bytes(csv, {});
        REQUIRE(table);
        std::vector<std::vector<std::string>> texts;
        const auto read = (*table)->read(0, [&](const TableRow& row) {
            texts.emplace_back();
            for (const Cell& cell : row.cells) {
                texts.back().resize(cell.column + 1);
                // Our CSV keeps spreadsheets from calculating with telephones.
                texts.back().back() = cell.text.starts_with("'+") ? cell.text.substr(1) : cell.text;
            }
            return true;
        });
        REQUIRE(read);
        return texts;
    };
    std::string found;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == ".csv") found = read_file(entry.path());
    const auto expected = rows(real_server().get("/api/v1/entities.csv" + columns).body);
    CHECK(expected.size() > 20);
    CHECK(rows(found) == expected);
}

TEST_CASE("what is too much or rubbish is refused in two seconds of a processor") {
    std::string lines;
    for (int i = 0; i < 5001; ++i)
        lines += "111-111-11-11\n";
    const TemporaryDirectory folder;
    const auto zipped = [&](const std::string& sheet) {
        write_zip(folder.path() / "lista.xlsx", workbook(sheet));
        return read_file(folder.path() / "lista.xlsx");
    };
    std::string rubbish(100'000, '\0');
    for (std::size_t i = 0; i < rubbish.size(); ++i)
        rubbish[i] = static_cast<char>((i * i + 31 * i) % 251);
    const auto [name, file, status] = GENERATE_COPY(table<std::string, std::string, int>({
        {"5,001 lines", lines, 413},
        {"20 MB", std::string(20U << 20, '7'), 413},
        {"a sheet of 200 MB in 200 kB", zipped(std::string(200U << 20, ' ')), 413},
        {"binary rubbish", rubbish, 400},
        {"rubbish that begins as a workbook", "PK\x03\x04" + rubbish, 400},
        {"half a workbook", zipped("<sheetData/>").substr(0, 300), 400},
        {"one line without end", std::string(8'000'000, 'a'), 400},
    }));
    INFO(name);
    for (const std::string path : {kCheck, "/certyfikaty"}) {
        const auto start = ProcessCpuClock::now();
        const auto answer = shared_server().post(path, {{"plik", file, "lista.xlsx", ""}});
        const std::chrono::duration<double> taken = ProcessCpuClock::now() - start;
        INFO(path << " in " << taken.count() << " s");
        CHECK(taken.count() < 2 * kInstrumentedFactor);
        CHECK(answer.status == status);
        // What is too long is refused before anybody looks at it.
        if (answer.status != 413) CHECK(answer.get_header_value("Cache-Control") == "no-store");
        CHECK(answer.body.size() < 100'000);
    }
}

namespace {

/// Files of this process that are open and have no name any more.
std::size_t nameless_files() {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code closed_meanwhile;
        const std::string target = fs::read_symlink(entry.path(), closed_meanwhile).string();
        if (target.starts_with('/') && target.ends_with(" (deleted)")) ++count;
    }
    return count;
}

/// Temporary files of this process go to a folder of their own as long as it lives.
class OwnTemporaryFiles {
  public:
    OwnTemporaryFiles() {
        // No other thread works now: the servers of other tests wait for requests.
        // NOLINTBEGIN(concurrency-mt-unsafe)
        if (const char* before = std::getenv("TMPDIR")) before_ = before;
        ::setenv("TMPDIR", folder_.path().c_str(), 1);
        // NOLINTEND(concurrency-mt-unsafe)
    }
    ~OwnTemporaryFiles() {
        // NOLINTBEGIN(concurrency-mt-unsafe)
        if (before_)
            ::setenv("TMPDIR", before_->c_str(), 1);
        else
            ::unsetenv("TMPDIR");
        // NOLINTEND(concurrency-mt-unsafe)
    }
    OwnTemporaryFiles(const OwnTemporaryFiles&) = delete;
    OwnTemporaryFiles& operator=(const OwnTemporaryFiles&) = delete;

    std::set<std::string> left() const { return names_in(folder_.path()); }

  private:
    TemporaryDirectory folder_;
    std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("what is sent leaves nothing on the disk, whatever becomes of it") {
    const TestIndex index;
    index.publish(test_catalogue());
    const RunningServer server(index);
    const TemporaryDirectory folder;
    write_zip(folder.path() / "lista.xlsx",
              workbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1111111111</v></c></row>"
                       "</sheetData>"));
    const std::string book = read_file(folder.path() / "lista.xlsx");
    const std::vector<std::string> files{"1111111111\n2222222222", book, "PK\x03\x04 rubbish",
                                         std::string(9U << 20, '7'), std::string(500, '\0')};
    const OwnTemporaryFiles temporary;
    const auto send = [&](const std::string& file, const std::string& format) {
        const auto answer = server.post(
            "/certyfikaty", {{"plik", file, "lista.xlsx", ""}, {"format", format, "", ""}});
        INFO(format << " of " << file.substr(0, 20));
        CHECK(temporary.left().empty());
        return answer.status;
    };
    CHECK(send(book, "xlsx") == 200);  // what is made at the first request is there now
    const std::size_t nameless = nameless_files();
    const std::set<std::string> of_index = names_in(index.path());
    for (const std::string& file : files)
        for (const char* format : {"html", "xlsx", "csv", "json"})
            send(file, format);
    server.post("/api/v1/protocols/verify", std::string(5U << 20, '['), "application/json");
    CHECK(temporary.left().empty());
    CHECK(nameless_files() == nameless);
    CHECK(names_in(index.path()) == of_index);
}
