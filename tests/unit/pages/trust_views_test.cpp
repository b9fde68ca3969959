// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about the site itself say what its operator told, and what they did not.
#include "tests/support/catch.hpp"
#include "tests/support/text.h"
#include "tests/unit/pages/page_fixture.h"

#include <string>

using namespace wespol;
using test::has;

namespace {

constexpr const char* kAddress = "https://wespol.example";

PartialDate on(const char* text) {
    return PartialDate::parse(text).value();
}

SiteOperator told() {
    SiteOperator who;
    who.name = "Biuro Zmyślone";
    who.street = "ul. Wymyślna 1";
    who.postal_code = "60-001";
    who.town = "Wymysłowo";
    who.email = "biuro@zmyslone.example";
    who.phone = "61 000 00 00";
    who.website = "https://zmyslone.example/o-nas";
    who.logs = "Adresy IP trzymamy 7 dni.";
    who.data_protection = "iod@zmyslone.example";
    who.data_licence = "Zbiór jest na licencji zmyślonej.";
    AccessibilityStatement& statement = who.accessibility;
    statement.site_published = on("2026-11-22");
    statement.site_changed = on("2026-11-23");
    statement.prepared = on("2026-11-24");
    statement.conformance = "czesciowo_zgodna";
    statement.not_conforming = {"Zmyślona mapa."};
    statement.basis = "samoocena";
    statement.contact = "Dział Wymysłów";
    statement.email = "dostepnosc@zmyslone.example";
    statement.phone = "61 111 11 11";
    statement.complaints_address = "Biuro Zmyślone, Wymysłowo";
    statement.architecture = {"Wejście jest bez schodów."};
    statement.communication = {"Jest pętla indukcyjna."};
    return who;
}

struct Pages {
    References references = test::small_references();
    PageContext context =
        test::context_on(references, test::day("2026-11-21"), test::day("2026-11-21"));

    std::string about() const { return test::page_renderer().about(context); }
    std::string privacy(const std::string& tile_origin = "") const {
        return test::page_renderer().privacy(context, tile_origin);
    }
    std::string accessibility() const {
        return test::page_renderer().accessibility(context, kAddress);
    }
};

}  // namespace

TEST_CASE("who runs the site is told, or that they have not said", "[trust]") {
    Pages pages;
    CHECK(has(pages.about(), "nie podał jeszcze, kim jest"));
    CHECK(test::count_of(pages.about(), "nie podano") == 5);
    CHECK(has(pages.about(), "Osobnej licencji na cały zbiór prowadzący serwis nie podał."));
    CHECK(has(pages.privacy(), "nie podał, co zapisuje jego serwer pośredniczący"));
    CHECK(has(pages.privacy(), "nie podał kontaktu w sprawie danych osobowych"));

    pages.references.site_operator = told();
    const std::string about = pages.about();
    CHECK(has(about, "Biuro Zmyślone"));
    CHECK(has(about, "ul. Wymyślna 1, 60-001 Wymysłowo"));
    CHECK(has(about, "href=\"mailto:biuro@zmyslone.example\""));
    CHECK(has(about, "href=\"https://zmyslone.example/o-nas\""));
    CHECK(has(about, "Zbiór jest na licencji zmyślonej."));
    CHECK_FALSE(has(about, "nie podał"));
    CHECK_FALSE(has(about, "nie podano"));
    CHECK(has(pages.privacy(), "Adresy IP trzymamy 7 dni."));
    CHECK(has(pages.privacy(), "iod@zmyslone.example"));
    CHECK_FALSE(has(pages.privacy(), "nie podał"));
}

TEST_CASE("who else is asked for the map is told where somebody is", "[trust]") {
    Pages pages;
    CHECK_FALSE(has(pages.privacy(), "Jest jeden wyjątek"));
    CHECK(has(pages.privacy("https://tiles.example.org"), "Jest jeden wyjątek"));
    CHECK(has(pages.privacy("https://tiles.example.org"), "https://tiles.example.org"));
}

TEST_CASE("the site says it is no statutory register and names the one that is", "[trust]") {
    const std::string about = Pages().about();
    CHECK(test::count_of(about, "Wespół nie jest rejestrem ustawowym") == 2);
    CHECK(test::count_of(about, "href=\"https://rjps.mrips.gov.pl/\"") == 2);  // and the footer
}

TEST_CASE("the accessibility statement has each id that programs look for once", "[trust]") {
    Pages pages;
    const bool is_told = GENERATE(false, true);
    if (is_told) pages.references.site_operator = told();
    const std::string page = pages.accessibility();
    // "Warunki techniczne publikacji oraz struktura … deklaracji dostępności", 2.0 of 31 July 2024
    for (const char* id : {"a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url",
                           "a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-status",
                           "a11y-data-sporzadzenie", "a11y-kontakt", "a11y-email", "a11y-telefon",
                           "a11y-procedura", "a11y-architektura", "a11y-komunikacja"}) {
        INFO(id);
        CHECK(test::count_of(page, "id=\"" + std::string(id) + "\"") == 1);
    }
    CHECK(has(page, "id=\"a11y-url\" href=\"https://wespol.example\""));
    // Who receives letters, and nothing else.
    CHECK(has(page, "<dd id=\"a11y-kontakt\"><span id=\"a11y-osoba\""));
    CHECK(has(page, "To jeszcze nie jest deklaracja") != is_told);
    CHECK(has(page, "id=\"a11y-ocena\"") == false);
}

TEST_CASE("the accessibility statement has the headings of the model in their order", "[trust]") {
    Pages pages;
    pages.references.site_operator = told();
    pages.references.site_operator.accessibility.conformance = "czesciowo_zgodna";
    const std::string page = pages.accessibility();
    std::size_t at = 0;
    for (const char* heading :
         {"Deklaracja dostępności</h1>", "Stan dostępności cyfrowej</h2>",
          "Niedostępne treści</h2>", "Niezgodność z załącznikiem</h3>",
          "Przygotowanie deklaracji dostępności i jej aktualizacja</h2>",
          "Udogodnienia, ograniczenia i inne informacje</h2>", "Skróty klawiszowe</h2>",
          "Informacje zwrotne i dane kontaktowe</h2>",
          "Obsługa wniosków i skarg związanych z dostępnością</h2>", "Pozostałe informacje</h2>",
          "Dostępność architektoniczna</h3>", "Dostępność komunikacyjno-informacyjna</h3>"}) {
        INFO(heading);
        at = page.find(heading, at);
        REQUIRE(at != std::string::npos);
    }
    // Monitoring finds the statement from any page.
    pages.context.public_url = kAddress;
    CHECK(has(pages.about(),
              "<meta name=\"deklaracja-dostępności\" "
              "content=\"https://wespol.example/deklaracja-dostepnosci\">"));
}

TEST_CASE("a statement without all its parts is a draft that names what is missing", "[trust]") {
    Pages pages;
    SiteOperator& who = pages.references.site_operator;
    struct Row {
        const char* missing;
        void (*forget)(SiteOperator&);
    };
    const auto row = GENERATE(values<Row>({
        {"swojej nazwy", [](SiteOperator& each) { each.name.reset(); }},
        {"dat: publikacji", [](SiteOperator& each) { each.accessibility.prepared.reset(); }},
        {"wyniku badania", [](SiteOperator& each) { each.accessibility.conformance.reset(); }},
        {"kto zbadał", [](SiteOperator& each) { each.accessibility.basis.reset(); }},
        {"komu i jak", [](SiteOperator& each) { each.accessibility.phone.reset(); }},
        {"dostępności siedziby", [](SiteOperator& each) { each.accessibility.architecture = {}; }},
    }));
    who = told();
    row.forget(who);
    const std::string page = pages.accessibility();
    CHECK(has(page, "To jeszcze nie jest deklaracja"));
    CHECK(has(page, row.missing));
}

TEST_CASE("the finding is told in the words of the act, with its reasons", "[trust]") {
    Pages pages;
    SiteOperator& who = pages.references.site_operator;
    who = told();
    const auto [conformance, words] = GENERATE(table<std::string, std::string>({
        {"zgodna", "w pełni zgodna z załącznikiem"},
        {"czesciowo_zgodna", "częściowo zgodna z załącznikiem"},
        {"niezgodna", "niezgodna z załącznikiem"},
    }));
    who.accessibility.conformance = conformance;
    who.accessibility.too_costly = {"Zmyślony film."};
    who.accessibility.cost_assessment_url = "https://zmyslone.example/ocena";
    who.accessibility.reviewed = on("2027-03-31");
    const std::string page = pages.accessibility();
    CHECK(has(page, words));
    CHECK(has(page, "Zmyślona mapa."));
    CHECK(has(page, "<time id=\"a11y-data-publikacja\" datetime=\"2026-11-22\">"));
    CHECK(has(page, "<time id=\"a11y-data-przeglad\" datetime=\"2027-03-31\">"));
    CHECK(test::count_of(page, "id=\"a11y-ocena\"") == 1);
    CHECK(has(page, "href=\"https://zmyslone.example/ocena\""));
}

TEST_CASE("every page leads to those about the site", "[trust]") {
    const std::string page = Pages().about();
    for (const char* address :
         {"/o-serwisie", "/prywatnosc", "/deklaracja-dostepnosci", "/kolejnosc"})
        CHECK(has(page, "href=\"" + std::string(address) + "\""));
}
