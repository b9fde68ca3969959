// SPDX-License-Identifier: GPL-3.0-or-later
// The office's report in its two writings: complete for programs, bounded for people, and harmless
// whatever stands in a source.
#include "indexer/diff/change_json.h"
#include "indexer/report/build_report.h"
#include "indexer/report/report_json.h"
#include "indexer/report/report_page.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using Json = nlohmann::json;

namespace {

constexpr const char* kHostile =
    R"(=HYPERLINK("x")'><script>alert(1)</script><img src=x onerror=alert(2)>{{name}}{{{name}}})";

LinkOutcome pair_of(const std::string& text, std::size_t row) {
    LinkOutcome outcome;
    outcome.record = outcome.name = outcome.town = text;
    outcome.file = "sources/certificates.csv";
    outcome.row = row;
    outcome.band = Band::ambiguous;
    Comparison comparison{Band::ambiguous, 7.3, {{"name", text, text, 7.3, text}}};
    outcome.candidates = {{text, text, comparison}};
    return outcome;
}

LoadedCatalogue loaded_with(const std::string& text) {
    LoadedCatalogue loaded;
    Entity entity;
    entity.id = "x";
    entity.name = text;
    entity.phone = "1";
    entity.claims = {{"x", {"phone"}, {}, {"sources/entities.jsonl", 2, {}, {}, {}}},
                     {"y", {}, {{"phone", text}}, {"sources/opp.csv", 9, {}, {}, {}}}};
    loaded.catalogue.entities = {entity};
    Certificate certificate;
    certificate.id = "zp-nikt";
    loaded.catalogue.certificates = {certificate};
    loaded.sources = {{"sources/" + text, 12, 1, false}};
    loaded.diagnostics = {
        {Severity::error, "sources/a.csv", 5, text, text, text, text, text},
        {Severity::warning, "sources/lista.xlsx", 6, text, text, text, text, text},
        {Severity::note, "sources/a.csv", 7, text, text, text, text, text}};
    loaded.links = {pair_of(text, 4)};
    LinkOutcome not_found;
    not_found.record = "zp-nikt";
    not_found.name = text;
    not_found.file = "sources/certificates.csv";
    not_found.row = 8;
    loaded.links.push_back(not_found);
    return loaded;
}

ChangeSet changes_with(const std::string& text) {
    ChangeSet changes;
    changes.against = "20260101T000000000Z-0123456789ab";
    changes.entities.before = 3;
    changes.entities.after = 1;
    changes.entities.gone = {{"zniknal", text, {"sources/entities.jsonl", 3}, {}, "", ""},
                             {"przeniesiony", text, {}, {}, "x", ""}};
    return changes;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("the report for programs holds all of it, with file and row", "[report]") {
    const LoadedCatalogue loaded = loaded_with("zmyślone");
    const ChangeSet changes = changes_with("zmyślone");
    const Json report = Json::parse(report_json(loaded, changes, changes_json(changes)));
    CHECK(report.at("counts").at("entities") == 1);
    CHECK(report.at("coverage").at("phone") == 1);
    CHECK(report.at("age").at("undated") == 1);
    CHECK(report.at("certificates").at("without_holder") == 1);
    CHECK(report.at("certificates").at("not_found") == 1);
    CHECK(report.at("sources").at(0).at("readable") == false);
    REQUIRE(report.at("links").size() == 2);
    const Json& pair = report.at("links").at(0);
    CHECK(pair.at("file") == "sources/certificates.csv");
    CHECK(pair.at("row") == 4);
    CHECK(pair.at("candidates").at(0).at("decision_line").get<std::string>().find("same") !=
          std::string::npos);
    REQUIRE(report.at("gone_without_reason").size() == 1);
    CHECK(report.at("gone_without_reason").at(0).at("id") == "zniknal");
    CHECK(
        Json::parse(report.at("gone_without_reason").at(0).at("retired_id_line").get<std::string>())
            .at("id") == "zniknal");
    const Json& differing = report.at("differing_values").at(0).at("values").at(0);
    CHECK(differing == Json::parse(R"({"field": "phone", "published": "1", "said": "zmyślone",
                                       "file": "sources/opp.csv", "sheet": "", "row": 9})"));
    CHECK(report.at("diagnostics").size() == 3);
    CHECK(report.at("diagnostics").at(1).at("sheet") == "zmyślone");
    CHECK(report.at("changes").at("against") == changes.against);
}

TEST_CASE("the report for people needs nothing but itself", "[report]") {
    ReportHeading heading;
    heading.file = "sources/lista.xlsx";
    const std::string page =
        report_page(loaded_with("zmyślone"), changes_with("zmyślone"), heading);
    for (const char* part : {"<script", "<link", "<img", "src=", "url(", "http://", "https://"})
        CHECK(count_of(page, part) == 0);
    CHECK(page.find("<html lang=\"pl\">") != std::string::npos);
    CHECK(count_of(page, "<h1") == 1);
    CHECK(count_of(page, "<main") == 1);
    CHECK(count_of(page, "<table") == count_of(page, "<caption"));
    CHECK(page.find("sources/lista.xlsx, wiersz 6, arkusz „zmyślone”") != std::string::npos);
    CHECK(page.find("&quot;decision&quot;:&quot;same | different&quot;") != std::string::npos);
    CHECK(page.find("{&quot;id&quot;:&quot;zniknal&quot;") != std::string::npos);
    CHECK(page.find("{&quot;id&quot;:&quot;przeniesiony&quot;") == std::string::npos);
    CHECK(page.find("+7,3") != std::string::npos);
    CHECK(page.find("{{") == std::string::npos);
}

TEST_CASE("an empty catalogue has a report too", "[report]") {
    const std::string page = report_page({}, {});
    CHECK(page.find("Nie ma nic do rozstrzygnięcia.") != std::string::npos);
    CHECK(page.find("Żadnego wiersza nie odrzucono.") != std::string::npos);
    CHECK_NOTHROW(Json::parse(report_json({}, {}, changes_json({}))));
}

TEST_CASE("what stands in a source is text in the report", "[report]") {
    ReportHeading heading{kHostile, kHostile, {kHostile}, kHostile};
    const std::string page = report_page(loaded_with(kHostile), changes_with(kHostile), heading);
    CHECK(count_of(page, "<script") == 0);
    CHECK(count_of(page, "<img") == 0);
    CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(page.find("=HYPERLINK(&quot;x&quot;)") != std::string::npos);
    CHECK(page.find("{{name}}") != std::string::npos);
    CHECK(page.find("</html>") != std::string::npos);

    const ChangeSet changes = changes_with(kHostile);
    const Json report =
        Json::parse(report_json(loaded_with(kHostile), changes, changes_json(changes)));
    CHECK(report.at("diagnostics").at(0).at("value") == kHostile);
    LoadedCatalogue loaded;  // records are UTF-8 always, names of files are what the disk has
    loaded.sources = {{"sources/\xff\xfe.csv", 1, 0}};
    loaded.diagnostics = {{Severity::warning, "sources/\xff\xfe.csv", 0, "", "", "x", ""}};
    CHECK_NOTHROW(Json::parse(report_json(loaded, {}, changes_json({}))));
    CHECK_NOTHROW(report_page(loaded, {}));
}

TEST_CASE("the page is bounded however much there is; the JSON has it all", "[report]") {
    constexpr std::size_t many = 3000;
    LoadedCatalogue loaded = loaded_with("zmyślone");
    const std::string endless(600, 'x');
    for (std::size_t i = 0; i < many; ++i) {
        loaded.links.push_back(pair_of(endless, i));
        loaded.diagnostics.push_back(
            {Severity::error, "sources/a.csv", i, endless, endless, endless, endless});
    }
    ChangeSet changes = changes_with("zmyślone");
    changes.entities.gone.assign(many, {"zniknal", endless, {"x", 1}, {}, "", ""});
    ReportHeading heading;
    heading.file = "sources/lista.xlsx";
    const std::string page = report_page(loaded, changes, heading);
    CHECK(page.size() < 4'000'000);
    CHECK(page.find("Pokazano pierwszych 200 z 3001.") != std::string::npos);
    CHECK(page.find("Pokazano pierwszych 500 z 3001.") != std::string::npos);
    const Json report = Json::parse(report_json(loaded, changes, changes_json(changes)));
    CHECK(report.at("links").size() == many + 2);
    CHECK(report.at("gone_without_reason").size() == many);
}

TEST_CASE("remarks about the list that is asked for come first", "[report]") {
    LoadedCatalogue loaded = loaded_with("zmyślone");
    loaded.diagnostics.push_back({Severity::error, "sources/z.csv", 1, "", "", "ostatni", ""});
    ReportHeading heading;
    heading.file = "sources/z.csv";
    const std::string page = report_page(loaded, {}, heading);
    CHECK(page.find("sources/z.csv, wiersz 1") < page.find("sources/a.csv, wiersz 5"));
}
