// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/entity_merger.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/dates.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace wespol;
using test::date;

namespace {

using Strings = std::vector<std::string>;

MergeRules shipped_rules() {
    Diagnostics diagnostics;
    MergeRules rules = MergeRules::load(WESPOL_SOURCE_DIR "/data", diagnostics);
    CHECK(diagnostics.empty());
    return rules;
}

SourcedEntity record(const std::string& source, const std::string& id, const std::string& name) {
    SourcedEntity made{source, {}};
    made.entity.id = id;
    made.entity.name = name;
    made.entity.legal_form = "fundacja";
    made.entity.provenance.file = "sources/" + source + ".csv";
    made.entity.provenance.row = 2;
    return made;
}

const SourceClaim& claim(const Entity& entity, std::size_t i) {
    return entity.claims.at(i);
}

bool gives(const SourceClaim& claim, const std::string& field) {
    return std::ranges::find(claim.fields, field) != claim.fields.end();
}

std::string lost(const SourceClaim& claim, const std::string& field) {
    const auto found = std::ranges::find(claim.differing, field, &DifferingValue::field);
    return found == claim.differing.end() ? "" : found->value;
}

}  // namespace

TEST_CASE("the kind of source decides which value is published; the others stay visible") {
    auto list = record("entities", "zmyslona-mgla", "Fundacja „Zmyślona Mgła”");
    list.entity.nip = "1111111111";
    list.entity.phone = "+48999999999";
    auto register_row = record("opp", "krs-0000000012", "Fundacja Zmyślonej Mgły");
    register_row.entity.krs = "0000000012";
    register_row.entity.nip = "2222222222";
    register_row.entity.phone = "+48888888888";

    const Entity merged = merge_records({list, register_row}, shipped_rules());
    CHECK(merged.id == "zmyslona-mgla");
    CHECK(merged.name == "Fundacja „Zmyślona Mgła”");
    CHECK(merged.aliases == Strings{"Fundacja Zmyślonej Mgły"});
    CHECK(merged.krs == "0000000012");
    CHECK(merged.nip == "2222222222");      // the register before the list
    CHECK(merged.phone == "+48999999999");  // the list before the register
    REQUIRE(merged.claims.size() == 2);
    CHECK(claim(merged, 0).id == "zmyslona-mgla");
    CHECK(lost(claim(merged, 0), "nip") == "1111111111");
    CHECK(gives(claim(merged, 0), "phone"));
    CHECK(claim(merged, 1).id == "krs-0000000012");
    CHECK(gives(claim(merged, 1), "krs"));
    CHECK(gives(claim(merged, 1), "legal_form"));
    CHECK(lost(claim(merged, 1), "name") == "Fundacja Zmyślonej Mgły");
    CHECK(lost(claim(merged, 1), "phone") == "+48888888888");
}

TEST_CASE("of two records of one kind the newer one is believed, whatever their order") {
    auto older = record("entities", "a", "Zmyślona Mgła");
    older.entity.website = "https://dawna.example";
    older.entity.provenance.as_of = date("2024");
    auto newer = record("entities", "b", "Zmyślona Mgła");
    newer.entity.website = "https://nowa.example";
    newer.entity.provenance.as_of = date("2026-03");
    auto undated = record("entities", "c", "Zmyślona Mgła");
    undated.entity.website = "https://bez-daty.example";
    for (const auto& records : {std::vector{older, newer, undated}, {undated, newer, older}})
        CHECK(merge_records(records, shipped_rules()).website == "https://nowa.example");
}

TEST_CASE("what a record's evidence says of its kind goes before the list it stands in") {
    auto article = record("entities", "a", "Zmyślona Mgła");
    article.entity.provenance.evidence = "strona/artykuł";
    article.entity.provenance.as_of = date("2026-10");
    article.entity.email = "artykul@zmyslone.example";
    auto list = record("entities", "b", "Zmyślona Mgła");
    list.entity.provenance.as_of = date("2020");
    list.entity.email = "lista@zmyslone.example";
    CHECK(merge_records({article, list}, shipped_rules()).email == "lista@zmyslone.example");
}

TEST_CASE("the seat is taken whole: a street never stands in another town") {
    auto list = record("entities", "a", "Zmyślona Mgła");
    list.entity.street = "Mglista 1";
    list.entity.town = "Baśń";
    list.entity.county = "9902";
    auto register_row = record("opp", "b", "Zmyślona Mgła");
    register_row.entity.town = "Wymysłowo";
    register_row.entity.municipality = "990101";
    register_row.entity.county = "9901";

    Entity merged = merge_records({list, register_row}, shipped_rules());
    CHECK(merged.town == "Baśń");
    CHECK(merged.street == "Mglista 1");
    CHECK_FALSE(merged.municipality);
    CHECK(lost(claim(merged, 1), "town") == "Wymysłowo");

    SECTION("but a place that agrees and is more precise fills it up") {
        list.entity.town.reset();
        list.entity.street.reset();
        list.entity.county = "9901";
        merged = merge_records({list, register_row}, shipped_rules());
        CHECK(merged.town == "Wymysłowo");
        CHECK(merged.municipality == "990101");
        CHECK(gives(claim(merged, 0), "county"));
        CHECK(claim(merged, 0).differing.empty());
    }
}

TEST_CASE("lists and statuses are joined, each once") {
    auto list = record("entities", "a", "Zmyślona Mgła");
    list.entity.offer = {"mgła poranna", "Mgła Wieczorna"};
    list.entity.statuses = {{"opp", std::nullopt, std::nullopt, date("2025-02"), "wykaz 2025", {}}};
    auto register_row = record("opp", "b", "Zmyślona Mgła");
    register_row.entity.offer = {"mgła wieczorna", "mgła na wynos"};
    register_row.entity.provenance.as_of = date("2026-11-20");
    register_row.entity.statuses = {
        {"opp", std::nullopt, std::nullopt, std::nullopt, "wykaz 2026", {}}};

    const Entity merged = merge_records({list, register_row}, shipped_rules());
    CHECK(merged.offer.size() == 3);
    REQUIRE(merged.statuses.size() == 1);
    CHECK(merged.statuses[0].basis == "wykaz 2026");
    CHECK(merged.statuses[0].as_of->text() == "2026-11-20");
    CHECK(gives(claim(merged, 0), "statuses"));
    CHECK(gives(claim(merged, 1), "statuses"));
}

TEST_CASE("a status that ended does not take the day of a later record") {
    auto list = record("entities", "a", "Zmyślona Mgła");
    list.entity.provenance.as_of = date("2024");
    list.entity.statuses = {
        {"ps_owes", std::nullopt, date("2023-12-31"), std::nullopt, "wykaz 2023", {}}};
    const Entity merged =
        merge_records({list, record("opp", "b", "Zmyślona Mgła")}, shipped_rules());
    REQUIRE(merged.statuses.size() == 1);
    CHECK_FALSE(merged.statuses[0].as_of);
}

TEST_CASE("a form that was not recognised never wins; one record stays as it is") {
    auto list = record("entities", "a", "Zmyślona Mgła");
    auto other = record("opp", "b", "Zmyślona Mgła");
    other.entity.legal_form = "inne";
    CHECK(merge_records({list, other}, shipped_rules()).legal_form == "fundacja");
    CHECK(merge_records({other, list}, shipped_rules()).legal_form == "fundacja");
    CHECK(merge_records({list}, shipped_rules()).claims.empty());
}

TEST_CASE("a list does not worsen a name", "[names]") {
    struct Row {
        const char* known;   ///< of a page
        const char* listed;  ///< of the office's list, which is believed more
        const char* published;
        bool is_alias;  ///< the other one is kept as another name
    };
    const Row row = GENERATE(values<Row>({
        {"Fundacja \"Nasza Mgła\"", "FUNDACJA NASZA MGŁA", "Fundacja \"Nasza Mgła\"", false},
        {"FUNDACJA NASZA MGŁA", "Fundacja Nasza Mgła", "Fundacja Nasza Mgła", false},
        {"Fundacja „Nasza Mgła”", "fundacja nasza mgła", "Fundacja „Nasza Mgła”", false},
        {"Fundacja „Nasza Mgła”", "Fundacja \"Nasza Mgła\"", "Fundacja „Nasza Mgła”", false},
        {"Fundacja „Nasza Mgła”", "Fund. Nasza Mgła", "Fundacja „Nasza Mgła”", true},
        {"Warsztat Terapii Zajęciowej „Mgła” w Baśni", "WTZ Mgła",
         "Warsztat Terapii Zajęciowej „Mgła” w Baśni", true},
        {"WTZ Mgła", "Warsztat Terapii Zajęciowej „Mgła”", "Warsztat Terapii Zajęciowej „Mgła”",
         true},
        {"Fundacja Pomocy Zmyślonej „Mgła”", "Fundacja Mgła", "Fundacja Pomocy Zmyślonej „Mgła”",
         true},
        {"Fundacja Mgła", "Fundacja Pomocy Zmyślonej „Mgła”", "Fundacja Pomocy Zmyślonej „Mgła”",
         true},
        {"FUNDACJA MGŁA Z BAŚNI", "Fundacja „Mgła”", "Fundacja „Mgła”", true},
        {"Spółdzielnia Socjalna MGŁA", "Spółdzielnia Socjalna Mgła", "Spółdzielnia Socjalna Mgła",
         false},
        {"Fundacja Rosa", "Fundacja Mgła", "Fundacja Mgła", true},
    }));
    INFO(row.known << " / " << row.listed);
    auto page = record("entities", "a", row.known);
    page.entity.provenance.evidence = "strona/artykuł";
    const auto list = record("entities", "b", row.listed);
    const Entity merged = merge_records({page, list}, shipped_rules());
    CHECK(merged.name == row.published);
    const std::string lost_name = merged.name == row.known ? row.listed : row.known;
    CHECK(merged.aliases == (row.is_alias ? Strings{lost_name} : Strings{}));
}

TEST_CASE("a longer name of a register does not go before that of a list", "[names]") {
    const auto list = record("entities", "a", "Fundacja „Mgła”");
    const auto register_row = record("opp", "b", "Fundacja „Mgła” z Siedzibą w Baśni");
    CHECK(merge_records({list, register_row}, shipped_rules()).name == "Fundacja „Mgła”");
}

TEST_CASE("rules that cannot be relied on stop everything") {
    const test::DataFolder folder;
    const auto [file, content] = GENERATE(table<std::string, std::string>({
        {"merging/field_rules.jsonl", R"({"field": "name", "prefer": ["list"], "why": "bo tak"})"},
        {"merging/field_rules.jsonl", R"({"field": "*", "prefer": ["gazeta"], "why": "bo tak"})"},
        {"merging/field_rules.jsonl",
         R"({"field": "*", "prefer": ["list"], "better_written": ["ladniej"], "why": "bo tak"})"},
        {"merging/field_rules.jsonl",
         R"({"field": "*", "prefer": ["list"], "longer_from": ["gazeta"], "why": "bo tak"})"},
        {"merging/source_kinds.jsonl", "{"},
    }));
    folder.write(file, content + "\n");
    Diagnostics diagnostics;
    CHECK_THROWS_AS(MergeRules::load(folder.path(), diagnostics), Error);
}
