// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/legal_facts.h"

#include "core/catalogue/status_doubt.h"
#include "tests/support/catch.hpp"
#include "tests/support/dates.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace wespol;
using test::date;
using test::day;

namespace {

EntityStatus status(const std::string& code, const std::string& from, const std::string& until,
                    const std::string& as_of = "") {
    EntityStatus made;
    made.status = code;
    made.from = date(from);
    made.until = date(until);
    made.as_of = date(as_of);
    return made;
}

Certificate certificate(const std::string& id, const std::string& granted_on) {
    Certificate made;
    made.id = id;
    made.granted_on = date(granted_on);
    return made;
}

References forms(const std::string& form, const std::optional<std::string>& art_94) {
    Concept known;
    known.code = form;
    known.labels[0] = form;
    known.art_94 = art_94;
    References references;
    references.legal_form = Vocabulary::make("legal_form", {known}).value();
    return references;
}

}  // namespace

TEST_CASE("the category of art. 94 follows from the legal form alone", "[legal_facts]") {
    const auto [art_94, expected] = GENERATE(table<std::string, std::string>({
        {"z_formy", "z_formy"},
        {"do_oswiadczenia", "do_oswiadczenia"},
        {"", "nieznana"},
    }));
    Entity entity;
    entity.legal_form = "forma";
    entity.statuses = {status("przedsiebiorstwo_spoleczne", "2023-01-01", "")};
    const auto known = art_94.empty() ? std::nullopt : std::optional(art_94);
    const LegalFacts facts = legal_facts(entity, {certificate("c", "2024-01-01")},
                                         forms("forma", known), day("2024-06-01"));
    CHECK(code(facts.art_94.category) == expected);
    entity.legal_form = "inna";
    CHECK(legal_facts(entity, {}, forms("forma", known), day("2024-06-01")).art_94.category ==
          Art94Category::unknown);
}

TEST_CASE("a status on a day", "[legal_facts]") {
    const auto [from, until, as_of, asked, expected] =
        GENERATE(table<std::string, std::string, std::string, std::string, std::string>({
            // Days: the first and the last one count.
            {"2023-03-10", "2024-03-09", "", "2023-03-09", "pozniejszy"},
            {"2023-03-10", "2024-03-09", "", "2023-03-10", "obowiazuje"},
            {"2023-03-10", "2024-03-09", "", "2024-03-09", "obowiazuje"},
            {"2023-03-10", "2024-03-09", "", "2024-03-10", "zakonczony"},
            // A decision without a term holds on.
            {"2023-03-10", "", "", "2031-01-01", "obowiazuje"},
            // Only the year of the beginning, or of the end, is known.
            {"2023", "", "", "2022-12-31", "pozniejszy"},
            {"2023", "", "", "2023-06-01", "niepewny"},
            {"2023", "", "", "2024-01-01", "obowiazuje"},
            {"2020-01-01", "2021", "", "2021-05-05", "niepewny"},
            {"2020-01-01", "2021", "", "2022-01-01", "zakonczony"},
            // No beginning: certain only since the sources speak of it.
            {"", "2023-12-31", "2020", "2019-06-01", "niepewny"},
            {"", "2023-12-31", "2020", "2021-06-01", "obowiazuje"},
            {"", "2023-12-31", "", "2021-06-01", "niepewny"},
            {"", "2023-12-31", "", "2024-01-01", "zakonczony"},
            {"", "", "", "2024-01-01", "niepewny"},
        }));
    CAPTURE(from, until, as_of, asked);
    CHECK(code(state_on(status("s", from, until, as_of), day(asked))) == expected);
}

TEST_CASE("a status by the older rules ends on a day that no source tells", "[legal_facts]") {
    const auto [until, as_of, asked, expected] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            // Called so in 2013; the lists ran to the end of 2023 at the latest.
            {"../2023-12-31", "2013", "2012-06-01", "niepewny"},
            {"../2023-12-31", "2013", "2013-06-01", "niepewny"},
            {"../2023-12-31", "2013", "2015-06-01", "niepewny"},
            {"../2023-12-31", "2013", "2023-12-31", "niepewny"},
            {"../2023-12-31", "2013", "2024-01-01", "zakonczony"},
            // On the day the source speaks of it held.
            {"../2023-12-31", "2021-10-29", "2021-10-28", "niepewny"},
            {"../2023-12-31", "2021-10-29", "2021-10-29", "obowiazuje"},
            {"../2023-12-31", "2021-10-29", "2021-10-30", "niepewny"},
            // A list that tells no end at all does not make it endless.
            {"", "2021-10-29", "2022-06-01", "niepewny"},
            {"", "2021-10-29", "2026-06-01", "zakonczony"},
            // An end that a source tells is one.
            {"2022-06-30", "2021-10-29", "2022-06-30", "obowiazuje"},
            {"2022-06-30", "2021-10-29", "2022-07-01", "zakonczony"},
        }));
    CAPTURE(until, as_of, asked);
    const EntityStatus told = status("ps_owes", "", until, as_of);
    CHECK(code(state_on(told, day(asked))) == expected);
    CHECK((doubt_in_polish(told, day(asked)) != "") == (expected == "niepewny"));
    CHECK(doubts_on(told, day(asked)).empty() == (expected != "niepewny"));
}

TEST_CASE("why a status is uncertain names what its source leaves open", "[legal_facts]") {
    CHECK(doubt_in_polish(status("ps_owes", "", "../2023-12-31", "2013"), day("2015-06-01")) ==
          "Źródło mówi o nim na: 2013. Do kiedy trwał, nie wiadomo; najpóźniej do 31.12.2023.");
    CHECK(doubt_in_polish(status("ps_owes", "", "../2023-12-31"), day("2015-06-01")) ==
          "Źródło nie mówi, na kiedy go podaje. Od kiedy trwał, nie wiadomo. Do kiedy trwał, nie "
          "wiadomo; najpóźniej do 31.12.2023.");
    CHECK(doubt_in_polish(status("przedsiebiorstwo_spoleczne", "2023", ""), day("2023-06-01")) ==
          "Źródło nie mówi, na kiedy go podaje. Początek znamy niedokładnie: 2023.");
    const EntityStatus of_owes = status("ps_owes", "", "../2023-12-31", "2013-05-06");
    CHECK(doubt_in_words(of_owes, day("2015-06-01"), Language::en) ==
          "The source tells of it as of: 6 May 2013. Until when it applied is not known; until 31 "
          "December 2023 at the latest.");
    CHECK(doubt_in_words(of_owes, day("2015-06-01"), Language::uk) ==
          "Джерело говорить про нього станом на: 6 травня 2013 року. Доки він діяв, невідомо; "
          "найпізніше до 31 грудня 2023 року.");
}

TEST_CASE("before the act of 2022 no voivode decided, before that of 2019 there was no art. 94",
          "[legal_facts]") {
    const EntityStatus undated = status("przedsiebiorstwo_spoleczne", "", "", "2024");
    CHECK(code(state_on(undated, day("2022-10-29"))) == "pozniejszy");
    CHECK(code(state_on(undated, day("2022-10-30"))) == "niepewny");
    const auto facts = [](const char* on) {
        return legal_facts(Entity{}, {}, References{}, day(on));
    };
    CHECK_FALSE(facts("2020-12-31").art_94.was_in_force);
    CHECK(facts("2021-01-01").art_94.was_in_force);
    CHECK_FALSE(facts("2022-10-29").enterprise.was_in_force);
    CHECK(facts("2022-10-30").enterprise.was_in_force);
}

TEST_CASE("the voivode's decision comes before the status of OWES", "[legal_facts]") {
    Entity entity;
    const auto fact = [&](const std::string& on) {
        return legal_facts(entity, {}, References{}, day(on)).enterprise;
    };
    CHECK(fact("2024-01-01").state == StatusState::none_known);
    CHECK_FALSE(fact("2024-01-01").status);

    entity.statuses = {status("opp", "2010-01-01", "")};
    CHECK(fact("2024-01-01").state == StatusState::none_known);

    entity.statuses = {status("ps_owes", "2019-01-01", "2023-12-31"),
                       status("przedsiebiorstwo_spoleczne", "2023-05-01", "")};
    CHECK(fact("2023-06-01").status->status == "przedsiebiorstwo_spoleczne");
    CHECK(fact("2024-06-01").status->status == "przedsiebiorstwo_spoleczne");
    // Before the decision only the older status held.
    CHECK(fact("2020-06-01").status->status == "ps_owes");
    CHECK(fact("2020-06-01").state == StatusState::held);
    CHECK(fact("2018-06-01").state == StatusState::not_yet);
}

TEST_CASE("the state of the mark names the certificate it rests on", "[legal_facts]") {
    const std::vector<Certificate> renewed{certificate("first", "2013-12-10"),
                                           certificate("second", "2014-12-18"),
                                           certificate("undated", "")};
    const auto [asked, state, certificate_id] =
        GENERATE(table<std::string, std::string, std::string>({
            {"2014-06-01", "wazny", "first"},
            {"2014-12-18", "wazny", "second"},
            {"2015-12-18", "wygasa", "second"},
            // What is not dated may have been valid then.
            {"2015-12-19", "niepewny", "undated"},
            {"2013-01-01", "niepewny", "undated"},
        }));
    CAPTURE(asked);
    const MarkFact fact = legal_facts(Entity{}, renewed, References{}, day(asked)).mark;
    CHECK(code(fact.state) == state);
    CHECK(fact.certificate == certificate_id);
    CHECK(fact.known_certificates == 3);
}

TEST_CASE("without a certificate there is no mark, and a later one is no earlier one",
          "[legal_facts]") {
    const MarkFact none = legal_facts(Entity{}, {}, References{}, day("2024-01-01")).mark;
    CHECK(none.state == CertificateState::never);
    CHECK_FALSE(none.certificate);
    const MarkFact later =
        legal_facts(Entity{}, {certificate("later", "2025-01-01")}, References{}, day("2024-01-01"))
            .mark;
    CHECK(later.state == CertificateState::never);
    CHECK(later.known_certificates == 1);
    const MarkFact expired =
        legal_facts(Entity{}, {certificate("old", "2014-01-01"), certificate("new", "2016-01-01")},
                    References{}, day("2024-01-01"))
            .mark;
    CHECK(expired.state == CertificateState::expired);
    CHECK(expired.certificate == "new");
}
