// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of change once against a real generation, and what is told of it.
#include "indexer/diff/change_finder.h"

#include "indexer/diff/change_json.h"
#include "indexer/diff/change_text.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

using Strings = std::vector<std::string>;

constexpr Day kPublishedOn{std::chrono::year{2026} / 6 / 15};

/// The test catalogue, published in the middle of June 2026.
const ServedGeneration& served() {
    static const TestIndex index;
    static const ServedGeneration generation = [] {
        Manifest manifest = index.publish(test_catalogue());
        manifest.built_at = "2026-06-15T09:00:00Z";
        return ServedGeneration{index.store().path_of(manifest.generation), manifest};
    }();
    return generation;
}

void tell_records(Strings& told, const char* type, const RecordChanges& changes) {
    for (const RecordChange& each : changes.added)
        told.push_back(
            fmt::format("new {} {} {}:{}", type, each.id, each.place.file, each.place.row));
    for (const RecordChange& each : changes.changed) {
        Strings fields;
        for (const FieldChange& field : each.fields)
            fields.push_back(fmt::format("{} {} > {}", field.field, field.before, field.after));
        told.push_back(fmt::format("changed {} {}: {}", type, each.id, fmt::join(fields, ", ")));
    }
    for (const RecordChange& each : changes.gone)
        told.push_back(fmt::format("gone {} {} {}:{}{}", type, each.id, each.place.file,
                                   each.place.row,
                                   each.moved_to.empty() ? "" : " to " + each.moved_to));
    if (changes.moved > 0) told.push_back(fmt::format("moved {} {}", type, changes.moved));
}

/// Every change in a word, for comparing with what is expected.
Strings in_short(const ChangeSet& changes) {
    Strings told;
    tell_records(told, "entity", changes.entities);
    tell_records(told, "certificate", changes.certificates);
    tell_records(told, "product", changes.products);
    const auto tell = [&](const char* what, const std::vector<CertificateChange>& list) {
        for (const CertificateChange& each : list)
            told.push_back(fmt::format("{} {} {} > {}", what, each.id, each.before, each.after));
    };
    const CertificateChanges& events = changes.certificate_events;
    tell("renewed", events.renewed);
    tell("expired", events.expired);
    tell("linked", events.linked);
    tell("relinked", events.relinked);
    tell("unlinked", events.unlinked);
    for (const ListChange& each : changes.lists)
        told.push_back(
            fmt::format("{} +{} ~{} -{}", each.list, each.added, each.changed, each.gone));
    return told;
}

Certificate like(const Catalogue& catalogue, std::size_t which, const char* id,
                 const char* granted_on) {
    Certificate made = catalogue.certificates.at(which);
    made.id = id;
    made.granted_on = date(granted_on);
    made.provenance.row = 9;
    return made;
}

struct Case {
    const char* name;
    std::function<void(Catalogue&)> edit;
    Strings expected;
    Day today = kPublishedOn;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> made{
        {"nothing", [](Catalogue&) {}, {}},
        {"a new entity",
         [](Catalogue& c) {
             Entity entity = c.entities[0];
             entity.id = "nowy-zmyslony";
             entity.provenance.row = 7;
             c.entities.push_back(entity);
         },
         {"new entity nowy-zmyslony sources/entities.jsonl:7"}},
        {"an entity goes",
         [](Catalogue& c) { c.entities.pop_back(); },
         {"gone entity nieznany-warsztat sources/entities.jsonl:6"}},
        {"an entity is merged into another",
         [](Catalogue& c) {
             c.entities.pop_back();
             c.references.retired_ids = {
                 {"nieznany-warsztat", "nip-2222222222", std::nullopt, "…"}};
         },
         {"gone entity nieznany-warsztat sources/entities.jsonl:6 to nip-2222222222",
          "retired_ids +1 ~0 -2"}},
        {"fields of an entity, in the order of importance",
         [](Catalogue& c) {
             c.entities[1].email.reset();
             c.entities[1].name = "ZAZ Inny";
             c.entities[1].regon = "123456785";
         },
         {R"(changed entity nip-2222222222: name "ZAZ Wymyślona Szwalnia" > "ZAZ Inny", )"
          R"(regon  > "123456785", email "szwalnia@example.org" > )"}},
        {"rows that moved are no change",
         [](Catalogue& c) {
             for (Entity& each : c.entities)
                 each.provenance.row += 10;
         },
         {"moved entity 6"}},
        {"other sources are told apart",
         [](Catalogue& c) { c.entities[0].provenance.as_of = date("2026-06"); },
         {R"(changed entity nip-1111111111: provenance.as_of "2025-11" > "2026-06")"}},
        {"a product",
         [](Catalogue& c) { c.products[0].year = date("2026"); },
         {R"(changed product koziolek-testowy: year  > "2026")"}},
        {"a renewed certificate",
         [](Catalogue& c) { c.certificates.push_back(like(c, 1, "cert-odnowiony", "2026-06-01")); },
         {"new certificate cert-odnowiony sources/certificates.jsonl:9",
          "renewed cert-odnowiony cert-wygasa > 2026-06-01"}},
        {"a certificate for something else of the same holder is no renewal",
         [](Catalogue& c) {
             c.certificates.push_back(like(c, 1, "cert-inny", "2026-06-01"));
             c.certificates.back().subject = "fartuchy";
         },
         {"new certificate cert-inny sources/certificates.jsonl:9"}},
        {"one that does not say for what renews nothing",
         [](Catalogue& c) {
             c.certificates.push_back(like(c, 1, "cert-bez-produktu", "2026-06-01"));
             c.certificates.back().subject.reset();
         },
         {"new certificate cert-bez-produktu sources/certificates.jsonl:9"}},
        {"renewed in its own row",
         [](Catalogue& c) { c.certificates[1].granted_on = date("2026-06-10"); },
         {R"(changed certificate cert-wygasa: granted_on "2025-06-30" > "2026-06-10")",
          "renewed cert-wygasa cert-wygasa > 2026-06-10"}},
        {"renewed by a row that took the place of the old one",
         [](Catalogue& c) { c.certificates[1] = like(c, 1, "cert-nowy", "2026-06-10"); },
         {"new certificate cert-nowy sources/certificates.jsonl:9",
          "gone certificate cert-wygasa sources/certificates.jsonl:2",
          "renewed cert-nowy cert-wygasa > 2026-06-10"}},
        {"an older certificate that was forgotten is no renewal",
         [](Catalogue& c) { c.certificates.push_back(like(c, 1, "cert-dawny", "2020-06-10")); },
         {"new certificate cert-dawny sources/certificates.jsonl:9"}},
        {"the last day is still valid",
         [](Catalogue&) {},
         {},
         kPublishedOn + std::chrono::days{15}},
        {"a certificate that expired since, without any change of data",
         [](Catalogue&) {},
         {"expired cert-wygasa 2026-06-30 > "},
         kPublishedOn + std::chrono::days{16}},
        {"a certificate that lost its holder",
         [](Catalogue& c) { c.certificates[0].holder.reset(); },
         {R"(changed certificate cert-wazny: holder "nip-1111111111" > )",
          "unlinked cert-wazny nip-1111111111 > "}},
        {"a certificate of another holder",
         [](Catalogue& c) { c.certificates[0].holder = "nip-2222222222"; },
         {R"(changed certificate cert-wazny: holder "nip-1111111111" > "nip-2222222222")",
          "relinked cert-wazny nip-1111111111 > nip-2222222222"}},
        {"lists in short",
         [](Catalogue& c) {
             c.references.brands[0].summary = "Inne słowa.";
             c.references.abbreviations.push_back({"zzz", "zmyślony zapis"});
             c.references.support_centres.clear();
         },
         {"abbreviations +1 ~0 -0", "brands +0 ~1 -0", "support_centres +0 ~0 -1"}},
    };
    return made;
}

std::string joined(const Strings& lines) {
    return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace

TEST_CASE("each kind of change is found, and nothing else", "[diff]") {
    for (const Case& each : cases()) {
        INFO(each.name);
        LoadedCatalogue loaded;
        loaded.catalogue = test_catalogue();
        each.edit(loaded.catalogue);
        CHECK(in_short(find_changes(&served(), loaded, each.today)) == each.expected);
    }
}

TEST_CASE("a certificate that gets a holder is told with who found it", "[diff]") {
    const TestIndex index;
    Catalogue before = test_catalogue();
    before.certificates[0].holder.reset();
    const Manifest manifest = index.publish(before);
    const ServedGeneration generation{index.store().path_of(manifest.generation), manifest};
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    const auto by_program = [&] {
        const ChangeSet changes = find_changes(&generation, loaded, kPublishedOn);
        REQUIRE(changes.certificate_events.linked.size() == 1);
        CHECK(changes.certificate_events.linked[0].after == "nip-1111111111");
        return changes.certificate_events.linked[0].by_program;
    };
    CHECK_FALSE(by_program());
    LinkOutcome outcome;
    outcome.record = "cert-wazny";
    outcome.band = Band::linked;
    loaded.links = {outcome};
    CHECK(by_program());

    Comparison decided;
    decided.evidence = {{"decision", "a", "b", 100, "decyzja (biuro, 2026-11-22): ten sam NIP"}};
    loaded.links[0].candidates = {{"nip-1111111111", "Zmyślona", decided}};
    const ChangeSet changes = find_changes(&generation, loaded, kPublishedOn);
    const std::string text = joined(changes_in_full(changes, loaded.catalogue.references));
    INFO(text);
    CHECK(has(text, "[nip-1111111111], decyzja (biuro, 2026-11-22): ten sam NIP"));
    CHECK(has(changes_json(changes), R"("by":"person")"));
}

TEST_CASE("a product renews a certificate that did not say for what", "[diff]") {
    const TestIndex index;
    Catalogue before = test_catalogue();
    before.certificates[1].subject.reset();
    const Manifest manifest = index.publish(before);
    const ServedGeneration generation{index.store().path_of(manifest.generation), manifest};
    LoadedCatalogue loaded;
    loaded.catalogue = before;
    loaded.catalogue.certificates.push_back(like(before, 1, "cert-z-produktem", "2026-06-01"));
    loaded.catalogue.certificates.back().subject = "fartuchy";
    loaded.catalogue.certificates.back().provenance.sheet = "2026";
    const ChangeSet changes = find_changes(&generation, loaded, kPublishedOn);
    REQUIRE(changes.certificate_events.renewed.size() == 1);
    CHECK(changes.certificate_events.renewed[0].before == "cert-wygasa");
    const std::string text = joined(changes_in_full(changes, loaded.catalogue.references));
    INFO(text);
    CHECK(has(text, "[cert-z-produktem], sources/certificates.jsonl:9 (arkusz „2026”): przyznany"));
    CHECK(has(changes_json(changes), R"("sheet":"2026")"));
}

TEST_CASE("certificates that were merged into others say so when they go", "[diff]") {
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    loaded.catalogue.certificates.erase(loaded.catalogue.certificates.begin() + 1);
    loaded.merged_certificates = {{"cert-wygasa", "cert-wazny"}};
    const ChangeSet changes = find_changes(&served(), loaded, kPublishedOn);
    REQUIRE(changes.certificates.gone.size() == 1);
    CHECK(changes.certificates.gone[0].moved_to == "cert-wazny");
    CHECK_FALSE(changes.certificates.gone[0].why.empty());
}

TEST_CASE("a renewal years later says when the earlier one ended", "[diff]") {
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    loaded.catalogue.certificates.push_back(
        like(loaded.catalogue, 1, "cert-po-latach", "2038-06-01"));
    const ChangeSet changes = find_changes(&served(), loaded, kPublishedOn);
    REQUIRE(changes.certificate_events.renewed.size() == 1);
    CHECK(changes.certificate_events.renewed[0].gap_since == "2026-06-30");
    CHECK(has(joined(changes_in_full(changes, loaded.catalogue.references)),
              "poprzedni [cert-wygasa], ten był ważny do 30.06.2026"));
}

TEST_CASE("what a file nobody can read held is unknown, not gone", "[diff]") {
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    loaded.catalogue.entities.clear();
    loaded.catalogue.certificates.clear();  // their holders are not there: all were rejected
    loaded.sources = {{"sources/entities.jsonl", 0, 0, false}};
    loaded.diagnostics = {{Severity::error, "sources/entities.jsonl", 0, "", "", "plik jest ucięty",
                           "zapisz go jeszcze raz"}};
    const ChangeSet changes = find_changes(&served(), loaded, kPublishedOn);
    CHECK(changes.entities.gone.empty());
    CHECK(changes.entities.unknown.size() == 6);
    for (const RecordChange& each : changes.certificates.gone)
        CHECK(each.id.empty());
    const Strings lines = changes_in_full(changes, loaded.catalogue.references);
    CHECK(has(lines.front(), "Pliku sources/entities.jsonl nie da się wczytać"));
    CHECK(has(lines.front(), "plik jest ucięty"));
    const auto json = nlohmann::json::parse(changes_json(changes));
    CHECK(json.at("counts").at("entities").at("gone") == 0);
    CHECK(json.at("counts").at("entities").at("unknown") == 6);
    CHECK(json.at("unreadable").at(0).at("published") == 6);
}

TEST_CASE("the day of publication is the day in Poland", "[diff]") {
    Manifest manifest;
    const auto [text, day] = GENERATE(table<const char*, const char*>({
        {"2026-06-15T09:00:00Z", "2026-06-15"},
        {"2026-06-15T22:00:00Z", "2026-06-16"},
        {"2026-12-31T23:00:00Z", "2027-01-01"},
        {"2026-12-31T22:59:59Z", "2026-12-31"},
    }));
    manifest.built_at = text;
    CHECK(format_day(day_of(manifest)) == day);
}

TEST_CASE("people are told what needs them first, and how much more there is", "[diff]") {
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    Entity& workshop = loaded.catalogue.entities[1];
    workshop.phone = "+48 61 999 99 99";
    workshop.industries = {"szycie", "catering"};
    workshop.county = "3062";
    for (int i = 0; i < 30; ++i) {
        Entity entity;
        entity.id = fmt::format("zmyslony-{}", i);
        entity.name = fmt::format("Zmyślony {}", i);
        entity.provenance = {"sources/entities.xlsx", static_cast<std::size_t>(i) + 5, {}, {}, {}};
        loaded.catalogue.entities.push_back(entity);
    }
    loaded.catalogue.products.pop_back();
    LinkOutcome doubt;
    doubt.record = "cert-wazny";
    doubt.name = "Testowy Pieróg";
    doubt.town = "Gniezno";
    doubt.file = "sources/certificates.jsonl";
    doubt.row = 1;
    doubt.band = Band::ambiguous;
    doubt.candidates = {{"nip-1111111111", "Spółdzielnia Socjalna Testowy Pieróg", {}}};
    loaded.links = {doubt};
    loaded.diagnostics = {
        {Severity::error, "sources/entities.xlsx", 40, "nip", "12", "zły NIP", "popraw"}};
    loaded.sources = {{"sources/entities.xlsx", 31, 1, true}};
    const ChangeSet changes = find_changes(&served(), loaded, kPublishedOn + std::chrono::days{16});
    const std::string text = joined(changes_in_full(changes, loaded.catalogue.references));
    INFO(text);

    CHECK(has(text, "(z 15.06.2026):\n"));
    CHECK(has(text, "podmioty: 6 → 36 (nowe 30, zmienione 1)"));
    CHECK(has(text, "produkty: 2 → 1 (znikają 1)"));
    CHECK(has(text,
              "sources/certificates.jsonl:1: „Testowy Pieróg” (Gniezno): może to "
              "„Spółdzielnia Socjalna Testowy Pieróg” [nip-1111111111]"));
    CHECK(has(text, R"("decision":"same | different")"));
    CHECK(has(text, "sources/entities.xlsx:40: błąd: zły NIP"));
    CHECK(has(text, "      telefon: „+48 61 000 00 00” → „+48 61 999 99 99”\n"));
    CHECK(has(text, "      branże: dopisano „catering”\n"));
    CHECK(has(text, "      powiat: gnieźnieński (3003) → Konin (3062)\n"));
    CHECK(has(text, "„Zmyślony 19” [zmyslony-19], sources/entities.xlsx:24"));
    CHECK_FALSE(has(text, "zmyslony-20"));
    CHECK(has(text, "… i 10 dalszych; wszystkie zapisze --report PLIK albo --json"));
    CHECK(has(text, "[cert-wygasa], sources/certificates.jsonl:2: ważny był do 30.06.2026"));
    const Strings order{"Wymagają decyzji (1)", "Odrzucone (1)",
                        "Znikają produkty (1)", "wygasły od publikacji (1)",
                        "Nowe podmioty (30)",   "Zmienione podmioty (1)"};
    for (std::size_t i = 1; i < order.size(); ++i)
        CHECK(text.find(order[i - 1]) < text.find(order[i]));

    const auto json = nlohmann::json::parse(changes_json(changes));
    CHECK(json.at("counts").at("entities").at("new") == 30);
    CHECK(json.at("entities").at("new").size() == 30);
    CHECK(json.at("entities").at("changed").at(0).at("fields").at(0).at("field") == "county");
    CHECK(json.at("entities").at("changed").at(0).at("fields").at(0).at("label") == "powiat");
    CHECK(json.at("certificates").at("expired").at(0).at("ended_on") == "2026-06-30");
    CHECK(json.at("needs_decision").at(0).at("row") == 1);
    CHECK(json.at("rejected").at(0).at("row") == 40);
    CHECK(json.at("published_on") == "2026-06-15");
}

TEST_CASE("nothing published: all is new, in one line", "[diff]") {
    LoadedCatalogue loaded;
    loaded.catalogue = test_catalogue();
    const ChangeSet changes = find_changes(nullptr, loaded, kPublishedOn);
    CHECK(changes.entities.after == 6);
    CHECK(changes_in_full(changes, loaded.catalogue.references) ==
          Strings{"Nic nie jest jeszcze opublikowane: wszystko będzie nowe."});
    CHECK(nlohmann::json::parse(changes_json(changes)).at("against").is_null());
}
