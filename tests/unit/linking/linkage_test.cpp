// SPDX-License-Identifier: GPL-3.0-or-later
// What the linker is for, measured: no wrong merge, and the true ones found or put before a person.
#include "indexer/linking/name_pair.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/unit/linking/embedded_linker.h"

#include <chrono>
#include <string>
#include <vector>

using namespace wespol;

namespace {

struct Tally {
    int linked = 0, ambiguous = 0, different = 0;
    int all() const { return linked + ambiguous + different; }
    void count(Band band) {
        ++(band == Band::linked ? linked : band == Band::ambiguous ? ambiguous : different);
    }
};

LinkResult link(const Linker& linker, const LinkageRecord& record) {
    RecordAnalyzer analyzer = linker.record_analyzer();
    return linker.link(linker.analyze(record, analyzer));
}

Comparison compare(const std::string& a, const std::string& b) {
    return compare_listed_names(test::embedded_linker(), a, b);
}

}  // namespace

TEST_CASE("pairs of names: none wrongly linked, nearly all true ones found", "[linkage]") {
    const std::string file = GENERATE("labelled.jsonl", "made_tuning.jsonl", "made_held_out.jsonl");
    Tally same, different;
    for (const test::NamePair& pair : test::name_pairs(file)) {
        const Comparison found = compare(pair.a, pair.b);
        INFO(file << ": " << pair.a << " | " << pair.b << " (" << pair.kind
                  << "): " << in_short(found.evidence, 9));
        if (!pair.is_same) CHECK(found.band != Band::linked);
        (pair.is_same ? same : different).count(found.band);
        CHECK(compare(pair.b, pair.a).band == found.band);
    }
    INFO(file << ": of " << same.all() << " true pairs linked " << same.linked << ", ambiguous "
              << same.ambiguous << ", lost " << same.different << "; of " << different.all()
              << " others linked " << different.linked << ", ambiguous " << different.ambiguous);
    CHECK(100 * (same.linked + same.ambiguous) >= 95 * same.all());
    CHECK(100 * different.different >= 85 * different.all());
    SUCCEED();
}

TEST_CASE("no two entities of the embedded catalogue are taken for one", "[linkage]") {
    const auto& entities = test::embedded_linker().entities();
    int ambiguous = 0;
    for (std::size_t i = 0; i < entities.size(); ++i)
        for (std::size_t j = i + 1; j < entities.size(); ++j) {
            const Comparison found = test::embedded_linker().compare(entities[i], entities[j]);
            INFO(entities[i].name << " | " << entities[j].name);
            if (found.band == Band::linked) FAIL_CHECK(in_short(found.evidence));
            if (found.band == Band::ambiguous) ++ambiguous;
        }
    CHECK(ambiguous <= 8);
}

TEST_CASE("certificates find their hidden holders again", "[linkage]") {
    Tally tally;
    for (const Certificate& certificate : test::embedded_catalogue().certificates) {
        const LinkResult found = link(test::embedded_linker(), linkage_record(certificate));
        INFO(certificate.id);
        tally.count(found.band);
        if (found.band == Band::different) continue;
        const std::string best =
            test::embedded_linker().entities()[found.candidates.front().entity].id;
        CHECK(best == certificate.holder.value_or("none"));
    }
    CHECK(tally.linked == 22);
    CHECK(tally.ambiguous == 1);  // Wspólny Sukces: the catalogue does not know its town
    CHECK(tally.different == 1);  // CIS ARKA in Wieleń is not in the catalogue
}

TEST_CASE("what settles a pair", "[linkage]") {
    const auto [a, b, band] = GENERATE(table<std::string, std::string, Band>({
        {"Fundacja Zmyślona Chmurka (Gniezno)", "FUNDACJA ZMYŚLONA CHMURKA, Gniezno", Band::linked},
        {"Fundacja Zmyślona Chmurka (Gniezno)", "Stowarzyszenie Zmyślona Chmurka (Gniezno)",
         Band::different},
        {"Fundacja Zmyślona Chmurka (Gniezno)", "Fundacja Zmyślona Chmurka (Kalisz)",
         Band::different},
        {"Fundacja Zmyślona Chmurka nr 1 (Konin)", "Fundacja Zmyślona Chmurka nr 2 (Konin)",
         Band::different},
        {"Fundacja Chmurka KRS 0000000001", "Fundacja Obłok KRS 0000000001", Band::linked},
        {"Fundacja Chmurka KRS 0000000001 (Konin)", "Fundacja Chmurka KRS 0000000002 (Konin)",
         Band::different},
        {"Fundacja Chmurka KRS 0000000001", "Stowarzyszenie Obłok KRS 0000000001", Band::ambiguous},
        {"WTZ „Chmurka” w Gnieźnie", "Stowarzyszenie „Chmurka” w Gnieźnie", Band::different},
        {"Stowarzyszenie Razem", "Stowarzyszenie Razem (Kępno)", Band::ambiguous},
        {"", "", Band::different},
        {"Fundacja", "Fundacja", Band::different},
    }));
    const Comparison found = compare(a, b);
    INFO(a << " | " << b << ": " << found.score << " " << in_short(found.evidence));
    CHECK(code(found.band) == code(band));
    CHECK(code(compare(b, a).band) == code(band));
}

TEST_CASE("two candidates alike are left to a person, the right one among them", "[linkage]") {
    LinkageRecord record;
    record.name = "Warsztat Terapii Zajęciowej „Promyk”";
    const LinkResult found = link(test::embedded_linker(), record);
    CHECK(found.band == Band::ambiguous);
    CHECK(found.candidates.size() >= 2);
}

TEST_CASE("identifiers find an entity under any name; a unit does not take its operator's",
          "[linkage]") {
    const Linker& linker = test::embedded_linker();
    LinkageRecord record;
    record.name = "Zupełnie inna nazwa";
    record.krs = "0000079501";
    LinkResult found = link(linker, record);
    REQUIRE(found.band == Band::linked);
    CHECK(linker.entities()[found.candidates.front().entity].id == "krs-0000079501");

    record.name = "WTZ w Gnieźnie";
    record.town = "Gniezno";
    found = link(linker, record);
    REQUIRE(found.band == Band::linked);
    CHECK(linker.entities()[found.candidates.front().entity].id == "wtz-gniezno");
}

TEST_CASE("a number is doubted where name and place both speak against it", "[linkage]") {
    const auto [name, town, band] = GENERATE(table<std::string, std::string, Band>({
        {"Zmyślone Towarzystwo Szachowe", "Krotoszyn", Band::ambiguous},
        {"Coś zupełnie innego", "Gdańsk", Band::ambiguous},
        {"Zmyślone Towarzystwo Szachowe", "Poznań", Band::linked},            // a new name
        {"Stowarzyszenie „Pogotowie Społeczne”", "Krotoszyn", Band::linked},  // a new seat
    }));
    LinkageRecord record;
    record.name = name;
    record.town = town;
    record.nip = "7822300281";
    const LinkResult found = link(test::embedded_linker(), record);
    INFO(name << ", " << town);
    REQUIRE_FALSE(found.candidates.empty());
    CHECK(code(found.band) == code(band));
}

TEST_CASE("a decision is obeyed whatever the evidence says", "[linkage]") {
    const auto decision = [](std::string a, std::string b, bool is_same) {
        Decision made;
        made.a = std::move(a);
        made.b = std::move(b);
        made.is_same = is_same;
        made.by = "biuro";
        made.on = "2026-11-22";
        made.why = "zmyślony powód";
        return made;
    };
    LinkageRecord conflicting;
    conflicting.id = "zp-zmyslony";
    conflicting.name = "Zupełnie Inna Nazwa";
    LinkageRecord agreeing;
    agreeing.name = "Spółdzielnia Socjalna Arka";
    agreeing.town = "Gostyń";
    const auto& catalogue = test::embedded_catalogue();
    const Linker linker(
        test::test_analyzer(), catalogue.references.region, linkage_records(catalogue.entities),
        Decisions({decision("zp-zmyslony", "ss-furia-poznan", true),
                   decision("ss-arka-gostyn", "Spółdzielnia Socjalna ARKA (Gostyń)", false),
                   decision("zniknelo", "ss-furia-poznan", true)}));
    const LinkResult same = link(linker, conflicting);
    REQUIRE(same.band == Band::linked);
    CHECK(linker.entities()[same.candidates.front().entity].id == "ss-furia-poznan");
    CHECK(same.candidates.front().comparison.evidence.front().what == "decision");
    CHECK(link(linker, agreeing).band == Band::different);

    Diagnostics diagnostics;
    linker.decisions().report_gone(
        {"zp zmyslony", "ss furia poznan", "ss arka gostyn", "spoldzielnia socjalna arka gostyn"},
        diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].value == "zniknelo");
}

TEST_CASE("hostile names end soon and link to nothing", "[linkage]") {
    const std::string brackets(5000, '(');
    std::string words;
    for (int i = 0; i < 20'000; ++i)
        words += "fundacja \"";
    for (const std::string& name :
         {brackets, words, std::string("\xff\xfe\x00\x80", 4), std::string(100'000, 'a'),
          std::string("(((((w w w w z z z gm. gm. pow.")}) {
        const auto start = test::CpuClock::now();
        CHECK(compare(name, "Fundacja Zmyślona (Gniezno)").band != Band::linked);
        CHECK(test::CpuClock::now() - start < std::chrono::seconds(2));
    }
}
