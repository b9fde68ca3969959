// SPDX-License-Identifier: GPL-3.0-or-later
// "Export equals screen": the files of a search hold the ids of its pages, all of them, in their
// order, and every value is that of the API.
#include "core/search/searcher.h"
#include "core/table/table_file.h"
#include "server/files/entity_columns.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/random_requests.h"
#include "tests/support/read_workbook.h"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

using Strings = std::vector<std::string>;

std::string body(const RunningServer& server, const std::string& path) {
    const auto answer = server.get(path);
    INFO(path << "\n" << answer.body.substr(0, 500));
    REQUIRE(answer.status == 200);
    return answer.body;
}

std::string address(const std::string& extension, const std::string& query) {
    return "/api/v1/entities." + extension + "?" + query;
}

std::vector<Json> lines(const std::string& text) {
    std::vector<Json> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        all.push_back(Json::parse(line));
    return all;
}

/// The ids of all pages of the API, as far as pages go.
Strings ids_of_pages(const RunningServer& server, const SearchRequest& request) {
    Strings ids;
    SearchRequest page = request;
    page.page_size = kMaxPageSize;
    for (;; ++page.page) {
        const Json answer = Json::parse(body(server, "/api/v1/entities?" + canonical_query(page)));
        for (const Json& hit : answer["hits"])
            ids.push_back(hit["id"]);
        if (ids.size() >= answer["total"] || answer["hits"].empty()) return ids;
    }
}

/// The cells of a CSV as our own reader finds them, by row, "" for an empty one.
std::vector<Strings> cells(const std::string& csv) {
    auto table = open_table_bytes(csv, {});
    REQUIRE(table);
    std::vector<Strings> rows;
    const auto read = (*table)->read(0, [&](const TableRow& row) {
        Strings texts;
        for (const Cell& cell : row.cells) {
            texts.resize(cell.column + 1);
            texts.back() = cell.text;
        }
        rows.push_back(texts);
        return true;
    });
    REQUIRE(read);
    return rows;
}

Strings first_column(const std::string& csv) {
    Strings ids;
    for (const Strings& row : cells(csv))
        ids.push_back(row.at(0));
    ids.erase(ids.begin());
    return ids;
}

std::string all_columns() {
    std::vector<std::string_view> codes;
    for (const EntityColumn& column : entity_columns())
        codes.push_back(column.code);
    std::string list = comma_separated(codes);
    std::erase(list, ' ');
    return list;
}

}  // namespace

TEST_CASE("files hold what the pages hold, in their order, for random requests") {
    const RunningServer& server = embedded_server();
    const Searcher searcher(embedded_snapshot(), kTestToday, Language::pl);
    const SearchResponse everything = searcher.search({});
    RandomRequests requests(5);
    std::size_t rows = 0;
    for (int round = 0; round < 200; ++round) {
        const SearchRequest request = requests.next(everything);
        const std::string query = canonical_query(request);
        INFO(query);
        const Strings expected = ids_of_pages(server, request);
        rows += expected.size();

        Strings ids;
        for (const Json& hit : lines(body(server, address("jsonl", query))))
            ids.push_back(hit["id"]);
        REQUIRE(ids == expected);

        REQUIRE(first_column(body(server, address("csv", query + "&kolumny=id,nazwa"))) ==
                expected);

        const Json map = Json::parse(body(server, address("geojson", query)));
        REQUIRE(map["total"] == expected.size());
        REQUIRE(map["features"].size() + map["without_location"].get<std::size_t>() ==
                expected.size());
        auto at = expected.begin();
        for (const Json& feature : map["features"]) {
            at = std::find(at, expected.end(), feature["id"].get<std::string>());
            REQUIRE(at != expected.end());
            ++at;
        }
        if (round % 20 == 0) {
            const Json book = read_workbook(body(server, address("xlsx", query)));
            Strings in_book;
            for (const Json& row : book["Podmioty"]["rows"])
                in_book.push_back(row[0]);
            in_book.erase(in_book.begin());
            REQUIRE(in_book == expected);
        }
    }
    CHECK(rows > 2000);
}

TEST_CASE("a line of JSON Lines is the hit of the API") {
    const RunningServer& server = embedded_server();
    for (const char* query : {"q=catering+konin", "q=szycie&wyjasnij=1", "lang=en&q=laundry"}) {
        const Json answer =
            Json::parse(body(server, std::string("/api/v1/entities?na-stronie=100&") + query));
        REQUIRE(!answer["hits"].empty());
        CHECK(lines(body(server, address("jsonl", query))) ==
              answer["hits"].get<std::vector<Json>>());
    }
}

TEST_CASE("openpyxl reads back every value of the workbook as the API tells it") {
    const RunningServer& server = embedded_server();
    const std::string query = "blisko=Konin&promien=100&na-dzien=2015-06-01";
    const std::string with_columns = query + "&kolumny=" + all_columns();
    const Json book = read_workbook(body(server, address("xlsx", with_columns)));
    const std::vector<Json> records = lines(body(server, address("jsonl", with_columns)));
    REQUIRE(records.size() > 20);

    const Json& sheet = book["Podmioty"];
    REQUIRE(sheet["rows"].size() == records.size() + 1);
    CHECK(sheet["frozen"] == "A2");
    CHECK(sheet["filter"].get<std::string>().starts_with("A1:"));
    for (std::size_t row = 0; row < records.size(); ++row) {
        std::size_t column = 0;
        for (const EntityColumn& each : entity_columns()) {
            INFO(each.code << " of " << records[row]["id"]);
            REQUIRE(sheet["rows"][row + 1][column++] == records[row][std::string(each.code)]);
        }
    }

    // And they are those of the record itself.
    const std::vector<std::pair<std::string, std::string>> same{
        {"nazwa", "/name"},
        {"nip", "/nip"},
        {"krs", "/krs"},
        {"regon", "/regon"},
        {"telefon", "/phone"},
        {"email", "/email"},
        {"www", "/website"},
        {"forma", "/legal_form/label"},
        {"art94_kod", "/legal_facts/art_94/category"},
        {"status_ps_kod", "/legal_facts/enterprise/state"},
        {"znak_kod", "/legal_facts/mark/state/code"},
        {"znak", "/legal_facts/mark/state/label"},
        {"znak_certyfikat", "/legal_facts/mark/certificate"}};
    bool any_valid = false;
    for (const Json& record : records) {
        const Json entity =
            Json::parse(body(server, "/api/v1/entities/" + record["id"].get<std::string>() +
                                         "?na-dzien=2015-06-01"));
        for (const auto& [column, path] : same) {
            const Json& known = entity.at(Json::json_pointer(path));
            INFO(column << " of " << record["id"]);
            const bool is_later = column == "znak" && record["znak_kod"] == "nigdy";
            if (!is_later) CHECK(record[column] == known);
        }
        const Json& days = entity["legal_facts"]["mark"]["validity"];
        if (record["znak_kod"] == "wazny" && days["earliest_end"] == days["latest_end"]) {
            any_valid = true;
            CHECK(record["znak_do"] == days["latest_end"]);
        }
    }
    CHECK(any_valid);

    // What the one who finds the file in a year needs to know.
    std::string about;
    for (const Json& row : book["O tym pliku"]["rows"])
        for (const Json& cell : row)
            if (cell.is_string()) about += cell.get<std::string>() + "\n";
    for (const char* told :
         {"Konin", "1.06.2015", "/szukaj?blisko=Konin", "RJPS", "CC BY 4.0", "kod: status_ps_do"})
        CHECK(about.find(told) != std::string::npos);
    CHECK(about.find(server.snapshots().current()->generation()) != std::string::npos);
}

TEST_CASE("text that begins like a formula stays text in every format") {
    Catalogue catalogue = test_catalogue();
    catalogue.entities.front().name = "=HYPERLINK(\"http://zly.example\";\"Kliknij\")";
    catalogue.entities.front().phone = "+48618567300";
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    const std::string id = catalogue.entities.front().id;

    bool is_in_book = false;
    const Json book = read_workbook(body(server, address("xlsx", "kolumny=id,nazwa,telefon")));
    for (const Json& row : book["Podmioty"]["rows"])
        if (row[0] == id)
            is_in_book = row[1] == catalogue.entities.front().name && row[2] == "+48618567300";
    CHECK(is_in_book);

    bool is_guarded = false;
    for (const Strings& row : cells(body(server, address("csv", "kolumny=id,nazwa,telefon"))))
        if (row.at(0) == id)
            is_guarded =
                row.at(1) == "'" + catalogue.entities.front().name && row.at(2) == "'+48618567300";
    CHECK(is_guarded);
}

TEST_CASE("a CSV is read back by our own reader, with and without its mark") {
    const RunningServer& server = embedded_server();
    const std::string query = "kolumny=id,nazwa,adres,oferta,odleglosc_km&blisko=Konin";
    const std::string marked = body(server, address("csv", query));
    CHECK(marked.starts_with("\xEF\xBB\xBF"));
    const std::string plain = body(server, address("csv", query + "&bom=0"));
    CHECK(marked == "\xEF\xBB\xBF" + plain);
    const std::string commas = body(server, address("csv", query + "&rozdzielnik=przecinek"));
    const std::vector<Json> records = lines(body(server, address("jsonl", query)));
    for (const std::string& csv : {plain, commas}) {
        const std::vector<Strings> rows = cells(csv);
        REQUIRE(rows.size() == records.size() + 1);
        for (std::size_t i = 0; i < records.size(); ++i) {
            Strings row = rows[i + 1];
            row.resize(5);  // the reader leaves out empty cells at the end
            CHECK(row[0] == records[i]["id"]);
            CHECK(row[1] == records[i]["nazwa"]);
            CHECK(row[2] == records[i]["adres"]);
            CHECK(row[3] == (records[i]["oferta"].is_null() ? Json("") : records[i]["oferta"]));
        }
    }
}

TEST_CASE("what is wrong with a request for a file is told") {
    const RunningServer& server = embedded_server();
    const auto refused = [&](const std::string& path) {
        const auto answer = server.get(path);
        INFO(path << "\n" << answer.body);
        CHECK(answer.status == 400);
        return answer.body;
    };
    const std::string columns = refused("/api/v1/entities.csv?kolumny=id,pesel");
    CHECK(columns.find("pesel") != std::string::npos);
    CHECK(columns.find("status_ps_do") != std::string::npos);
    refused("/api/v1/entities.csv?bom=tak");
    refused("/api/v1/entities.csv?rozdzielnik=kropka");
    refused("/api/v1/entities.xlsx?bom=1");
    refused("/api/v1/entities.xlsx?wyjasnij=1");
    refused("/api/v1/entities.jsonl?na-dzien=2026-02-30");
    refused("/api/v1/entities?kolumny=id");
    refused("/api/v1/certificates.csv?powiat=3003");
    refused("/api/v1/certificates.ics?kolumny=id");
    // Pages are not looked at.
    CHECK(server.get("/api/v1/entities.csv?strona=999&na-stronie=100").status == 200);
}

TEST_CASE("a file has a tag, a name, and a head alone for HEAD") {
    const RunningServer& server = embedded_server();
    for (const char* path :
         {"/api/v1/entities.csv?q=catering", "/api/v1/entities.xlsx?q=catering",
          "/api/v1/entities.jsonl?q=catering", "/api/v1/entities.geojson?q=catering",
          "/api/v1/certificates.csv", "/api/v1/certificates.xlsx", "/api/v1/certificates.jsonl",
          "/api/v1/certificates.atom", "/api/v1/certificates.json-feed",
          "/api/v1/certificates.ics"}) {
        INFO(path);
        const auto answer = server.get(path);
        REQUIRE(answer.status == 200);
        const std::string tag = answer.get_header_value("ETag");
        REQUIRE(!tag.empty());
        const auto again = server.get(path, {{"If-None-Match", tag}});
        CHECK(again.status == 304);
        CHECK(again.body.empty());
        auto client = server.client();
        const auto head = client.Head(path);
        REQUIRE(head);
        CHECK(head->status == 200);
        CHECK(head->get_header_value("ETag") == tag);
        CHECK(head->get_header_value("Content-Type") == answer.get_header_value("Content-Type"));
        // The connection is good for the next request.
        const auto next = client.Get(path);
        REQUIRE(next);
        CHECK(next->status == 200);
    }
    CHECK(server.get("/api/v1/entities.xlsx")
              .get_header_value("Content-Disposition")
              .find("wespol-podmioty-2026-06-15.xlsx") != std::string::npos);
    // A client of HTTP/1.0 reads until the connection ends.
    const std::string old = server.send_raw("GET /api/v1/entities.csv?kolumny=id HTTP/1.0\r\n\r\n");
    CHECK(old.find("Transfer-Encoding") == std::string::npos);
    CHECK(old.ends_with("\r\n"));
    CHECK(old.find(embedded_catalogue().entities.back().id) != std::string::npos);
}
