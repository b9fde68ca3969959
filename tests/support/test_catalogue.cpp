// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_catalogue.h"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace wespol::test {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::logic_error(result.error().message);
    return std::move(*result);
}

PartialDate date(std::string_view text) {
    return must(PartialDate::parse(text));
}

Concept term(std::string code, std::string pl, std::string en, std::string uk,
             std::vector<std::string> polish_synonyms = {}) {
    Concept made;
    made.code = std::move(code);
    made.labels = {std::move(pl), std::move(en), std::move(uk)};
    made.synonyms[0] = std::move(polish_synonyms);
    return made;
}

Vocabulary vocabulary(std::string name, std::vector<Concept> concepts) {
    return must(Vocabulary::make(std::move(name), std::move(concepts)));
}

Region region() {
    return must(Region::make(
        {{"gnieznienski", {"gnieźnieński", "Gniezno", "гнезненський"}, "owes-testowy"},
         {"koninski", {"koniński", "Konin", "конінський"}, std::nullopt}},
        {{"3003",
          "gnieźnieński",
          {"powiat gnieźnieński", "Gniezno County", "Гнезненський повіт"},
          "powiat",
          "Gniezno",
          "gnieznienski",
          52.53,
          17.60,
          3,
          4},
         {"3062",
          "Konin",
          {"Konin", "Konin", "Конін"},
          "miasto",
          "Konin",
          "koninski",
          52.22,
          18.25,
          4,
          6}},
        {{"300301", "Gniezno", "Gniezno (gmina miejska)", "miejska", "3003", 52.53, 17.60},
         {"306201", "Konin", "Konin (miasto)", "miejska", "3062", 52.22, 18.25}},
        {{"Gniezno", "miasto", "300301", 52.5348, 17.5826},
         {"Konin", "miasto", "306201", 52.2230, 18.2511}}));
}

Concept bought_under(Concept industry, std::vector<std::string> cpv) {
    industry.cpv = std::move(cpv);
    return industry;
}

Concept cpv_code(std::string digits, std::optional<std::string> check_digit, std::string pl,
                 std::string en, bool art_361) {
    Concept made = term(std::move(digits), std::move(pl), std::move(en), "");
    made.check_digit = std::move(check_digit);
    made.art_361 = art_361;
    made.sources = {"slownik"};
    return made;
}

References references() {
    References made;
    made.industry = vocabulary(
        "industry",
        {bought_under(term("gastronomia", "gastronomia", "food service", "харчування"),
                      {"55300000"}),
         bought_under(term("catering", "catering", "catering", "кейтеринг"),
                      {"55520000", "55523100"}),
         bought_under(term("szycie", "szycie", "sewing", "шиття", {"szwalnia"}), {"18930000"}),
         term("zielen", "zieleń", "gardening", "озеленення")});
    made.legal_form = vocabulary(
        "legal_form", {term("spoldzielnia_socjalna", "spółdzielnia socjalna", "social cooperative",
                            "соціальний кооператив"),
                       term("zaz", "zakład aktywności zawodowej",
                            "vocational rehabilitation facility", "заклад професійної активності"),
                       term("fundacja", "fundacja", "foundation", "фонд")});
    made.target_group = vocabulary(
        "target_group", {term("osoby_z_niepelnosprawnosciami", "osoby z niepełnosprawnościami",
                              "people with disabilities", "люди з інвалідністю")});
    made.brand = vocabulary("brand", {term("klunkry", "Klunkry Wielkopolskie",
                                           "Klunkry Wielkopolskie", "Klunkry Wielkopolskie")});
    made.mark = vocabulary("mark", {term("zakup_prospoleczny", "Zakup Prospołeczny",
                                         "Zakup Prospołeczny", "Zakup Prospołeczny")});
    made.status =
        vocabulary("status", {term("przedsiebiorstwo_spoleczne", "przedsiębiorstwo społeczne",
                                   "social enterprise", "соціальне підприємство"),
                              term("opp", "organizacja pożytku publicznego",
                                   "public-benefit organisation", "громадська організація")});
    made.activity =
        vocabulary("activity", {term("czynny", "działa", "active", "діє"),
                                term("niepewny", "nie wiadomo", "uncertain", "невідомо"),
                                term("planowany", "planowany", "planned", "планується"),
                                term("zakonczony", "zakończył działalność", "ended", "завершено"),
                                term("nieznana", "brak wiadomości", "unknown", "немає даних")});
    made.certificate_state =
        vocabulary("certificate_state",
                   {term("wazny", "ważny", "valid", "дійсний"),
                    term("wygasa", "wygasa", "expiring", "спливає"),
                    term("niepewny", "nie wiadomo", "undetermined", "невизначено"),
                    term("wygasl", "wygasł", "expired", "прострочений"),
                    term("nigdy", "bez certyfikatu", "never certified", "без сертифіката")});
    made.product_kind =
        vocabulary("product_kind", {term("maskotka", "maskotka", "mascot", "талісман")});
    made.cpv = vocabulary(
        "cpv",
        {cpv_code("18000000", std::nullopt, "Odzież <zmyślona>", "", false),
         cpv_code("18930000", "7", "Worki i torby", "Sacks and bags", false),
         cpv_code("55000000", "0", "Usługi restauracyjne", "Restaurant services", false),
         cpv_code("55300000", "3", "Podawanie posiłków", "Food-serving services", false),
         cpv_code("55520000", "1", "Usługi dostarczania posiłków", "Catering services", false),
         cpv_code("55523100", "3", "Posiłki szkolne", "School-meal services", false),
         cpv_code("85312000", "9", "Usługi opieki społecznej", "Social work", true)});
    made.cpv_sources = {{"slownik",
                         {"label_pl", "check_digit", "art_361"},
                         "Zmyślony słownik zamówień",
                         "CC0",
                         {"vocabulary/cpv_sources.jsonl",
                          1,
                          date("2026-01-02"),
                          std::nullopt,
                          {"https://example.org/cpv"}}}};
    made.abbreviations = {{"sp. soc.", "spółdzielnia socjalna"}};
    made.region = region();

    made.retired_ids = {
        {"przeniesiony", "nip-1111111111", std::nullopt, "Zmyślony podmiot zmienił nazwę."},
        {"usuniety", std::nullopt, date("2026-11"), "Zmyślony podmiot zakończył działalność."}};

    CertificateEdition edition;
    edition.code = "edycja-testowa";
    edition.mark = "zakup_prospoleczny";
    edition.label = "edycja testowa";
    made.editions = {edition};

    Brand brand;
    brand.code = "klunkry";
    brand.name = "Klunkry Wielkopolskie";
    brand.provenance = {
        "sources/brand.json", 1, date("2025"), std::nullopt, {"https://example.org/klunkry"}};
    made.brands = {brand};

    SupportCentre centre;
    centre.id = "owes-testowy";
    centre.kind = "owes";
    centre.name = "OWES Testowy";
    centre.state = "current";
    centre.town = "Gniezno";
    centre.subregion = "gnieznienski";
    centre.counties = {"3003"};
    made.support_centres = {centre};
    return made;
}

struct Place {
    const char *town, *municipality, *county, *subregion;
    double lat, lon;
};
constexpr Place kGniezno{"Gniezno", "300301", "3003", "gnieznienski", 52.5348, 17.5826};
constexpr Place kKonin{"Konin", "306201", "3062", "koninski", 52.2230, 18.2511};

struct Outline {
    const char *id, *name, *legal_form, *nip;
    const Place* place;
    const char* activity;  ///< null = not known
    std::vector<std::string> industries, offer;
    const char* description;
};

const std::vector<Outline>& outlines() {
    static const std::vector<Outline> made{
        {"nip-1111111111",
         "Spółdzielnia Socjalna Testowy Pieróg",
         "spoldzielnia_socjalna",
         "1111111111",
         &kGniezno,
         "czynny",
         {"gastronomia", "catering"},
         {"catering", "pierogi na zamówienie"},
         "Gotujemy <zmyślone> obiady & pierogi, dowozimy po całym Gnieźnie."},
        {"nip-2222222222",
         "ZAZ Wymyślona Szwalnia",
         "zaz",
         "2222222222",
         &kGniezno,
         "czynny",
         {"szycie"},
         {"szycie toreb", "przeróbki krawieckie"},
         "Szyjemy torby z odzysku."},
        {"nip-3333333333",
         "Fundacja Przykładowy Bufet",
         "fundacja",
         "3333333333",
         &kKonin,
         "czynny",
         {"catering"},
         {"catering na wydarzenia"},
         "Bufet i catering w Koninie."},
        {"nip-4444444444",
         "Spółdzielnia Socjalna Niebyła",
         "spoldzielnia_socjalna",
         "4444444444",
         &kKonin,
         "zakonczony",
         {"catering"},
         {"catering"},
         "Zakończyła działalność."},
        {"ogrod-na-niby",
         "Ogród na Niby",
         "fundacja",
         nullptr,
         &kKonin,
         "planowany",
         {"zielen"},
         {"pielęgnacja zieleni"},
         nullptr},
        {"nieznany-warsztat",
         "Nieznany Warsztat",
         "zaz",
         nullptr,
         nullptr,
         nullptr,
         {},
         {},
         nullptr},
    };
    return made;
}

Entity entity(const Outline& outline, std::size_t row, std::string_view suffix) {
    Entity made;
    made.id = outline.id;
    made.name = std::string(outline.name) + std::string(suffix);
    made.legal_form = outline.legal_form;
    if (outline.nip) made.nip = outline.nip;
    if (const Place* place = outline.place) {
        made.town = place->town;
        made.municipality = place->municipality;
        made.county = place->county;
        made.subregion = place->subregion;
        made.location = Location{place->lat, place->lon, "locality"};
    }
    if (outline.activity) made.activity = outline.activity;
    made.industries = outline.industries;
    made.offer = outline.offer;
    if (outline.description) made.description = outline.description;
    made.provenance = {"sources/entities.jsonl",
                       row,
                       date("2025-11"),
                       "strona podmiotu",
                       {"https://example.org/" + made.id}};
    return made;
}

std::vector<Entity> entities(std::string_view suffix) {
    std::vector<Entity> made;
    for (const Outline& outline : outlines())
        made.push_back(entity(outline, made.size() + 1, suffix));
    Entity& workshop = made[1];
    workshop.phone = "+48 61 000 00 00";
    workshop.email = "szwalnia@example.org";
    workshop.website = "https://szwalnia.example.org";
    workshop.target_groups = {"osoby_z_niepelnosprawnosciami"};
    workshop.operator_name = "Fundacja Przykładowy Bufet";
    workshop.operator_id = "nip-3333333333";
    EntityStatus status;
    status.status = "przedsiebiorstwo_spoleczne";
    status.from = date("2024-01-01");
    status.sources = {"https://example.org/rejestr"};
    made[0].statuses = {status};
    return made;
}

Certificate certificate(std::string id, const Outline& holder, std::string subject,
                        std::optional<PartialDate> granted_on, std::size_t row) {
    Certificate made;
    made.id = std::move(id);
    made.mark = "zakup_prospoleczny";
    made.holder = holder.id;
    made.holder_name = holder.name;
    made.subject = std::move(subject);
    made.granted_on = std::move(granted_on);
    made.edition = "edycja-testowa";
    made.provenance = {"sources/certificates.jsonl",
                       row,
                       date("2026-01-10"),
                       "uchwała",
                       {"https://example.org/certyfikaty"}};
    return made;
}

Product product(std::string id, std::string name, std::size_t row) {
    Product made;
    made.id = std::move(id);
    made.brand = "klunkry";
    made.name = std::move(name);
    made.kind = "maskotka";
    made.provenance = {"sources/products.jsonl",
                       row,
                       date("2025"),
                       std::nullopt,
                       {"https://example.org/produkty"}};
    return made;
}

}  // namespace

Catalogue test_catalogue(std::string_view suffix) {
    const auto& outline = outlines();
    Catalogue made;
    made.references = references();
    made.entities = entities(suffix);
    made.certificates = {
        certificate("cert-wazny", outline[0], "pierogi", date("2025-12-10"), 1),
        certificate("cert-wygasa", outline[1], "torby", date("2025-06-30"), 2),
        certificate("cert-wygasl", outline[2], "catering", date("2019-01"), 3),
        certificate("cert-niepewny", outline[3], "obiady", std::nullopt, 4),
    };
    Product goat = product("koziolek-testowy", "Koziołek Testowy", 1);
    goat.maker = outline[1].id;
    goat.description = "Szmaciany koziołek z torby.";
    Product rooster = product("kogut-na-niby", "Kogut na Niby", 2);
    rooster.maker_candidates = {outline[0].id, outline[1].id};
    made.products = {goat, rooster};
    return made;
}

}  // namespace wespol::test
