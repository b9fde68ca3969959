// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_corrector.h"

#include "core/analysis/folding.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

#include <map>
#include <set>
#include <vector>

using namespace wespol;

namespace {

const SpellingDictionary& dictionary() {
    static const SpellingDictionary made({{"furia", 1, true, "furia"},
                                          {"spoldzielnia", 9, false, "spółdzielnia"},
                                          {"socjalna", 9, false, "socjalna"},
                                          {"catering", 9, false, "catering"},
                                          {"gastronomia", 3, false, "gastronomia"},
                                          {"rekodzielo", 4, false, "rękodzieło"},
                                          {"gniezno", 1, true, "Gniezno"},
                                          {"gazeta", 1, false, ""},
                                          {"papa", 1, false, "papa"},
                                          {"books", 1, false, "books"},
                                          {"zaz", 20, true, "zaz"},
                                          {"zazl", 9, true, "", true},
                                          {"klunkry", 1, false, ""},
                                          {"sredzianka", 1, true, "średzianka"},
                                          {"fishka", 1, true, "Fishka"},
                                          {"sledz", 3, false, "śledź"}});
    return made;
}

/// Every query finds `total` documents, except those with words that nothing has.
QueryCorrector corrector(std::size_t total = 1) {
    CorrectionQuestions questions;
    questions.count = [total](const std::string&) { return total; };
    questions.is_place = [](const AnalyzedWord& word) { return word.surface == "furiaki"; };
    questions.is_found = [](const AnalyzedWord&) { return false; };
    questions.spelling = [](const std::string&) { return std::string(); };
    return {dictionary(), test::analyzer(), std::move(questions)};
}

}  // namespace

TEST_CASE("A mistyped query is written as it was meant") {
    const std::map<std::string, std::string> cases{
        {"furja", "furia"},
        {"Furja", "Furia"},
        {"spułdzielnia socjalna furja", "spółdzielnia socjalna furia"},
        {"cattering gniezo", "catering Gniezno"},
        {"rękodzeło", "rękodzieło"},
        {"rekodzelo", "rękodzieło"},
        {"spoldzielniasocjalna furia", "spółdzielnia socjalna furia"},
        {"gastro nomia", "gastronomia"},
        {"cattering \"na winiarach\" -furja", "catering \"na winiarach\" -furja"},
        {"cattering, furia!", "catering, furia!"},
        {"zazu", "zaz"},  // an ending, not the initials of "Zakład Aktywności Zawodowej w Liskowie"
        {"furia zazem", "furia zaz"},
        {"sredz", "średzianka"},  // the beginning of a name, rather than another word
        {"Sredzian", "Średzianka"},
        {"sledzz", "śledź"},
        {"kejtering", "catering"},
        {"keitering", "catering"},
        {"fiszka", "Fishka"},
    };
    for (const auto& [typed, meant] : cases)
        CHECK(corrector().correct(typed).value_or("") == meant);
}

TEST_CASE("What is no mistake, or no word, is left as it is") {
    for (const char* typed :
         {"furia", "furiaki", "zazl", "geodeta", "gazda", "pompa", "boks", "\"furja\"", "-furja",
          "furja2", "kontakt@furja.pl", "www.furja.pl", "7780000000", "fur", "", "???",
          "Brzdęgolniki", "furja fyria fuira furra fuiria"}) {
        INFO(typed);
        CHECK_FALSE(corrector().correct(typed));
    }
}

TEST_CASE("A correction that finds nothing is none") {
    CHECK_FALSE(corrector(0).correct("furja"));
}

TEST_CASE("Of many ways to correct a query the likeliest few are tried") {
    std::vector<SpellingWord> words;
    for (const std::string beginning : {"war", "kol", "zim", "pod"})
        for (const std::string end : {"aca", "ada", "afa", "ala", "ama", "asa"})
            words.push_back({beginning + end, 1, false, ""});
    const SpellingDictionary many(words);
    std::vector<std::string> tried;
    CorrectionQuestions questions;
    questions.count = [&](const std::string& text) { return tried.push_back(text), 0; };
    questions.is_place = questions.is_found = [](const AnalyzedWord&) { return false; };
    questions.spelling = [](const std::string&) { return std::string(); };
    const QueryCorrector asking(many, test::analyzer(), std::move(questions));
    CHECK_FALSE(asking.correct("waraxa kolaxa zimaxa podaxa"));
    CHECK(tried.size() == 8);
    CHECK(std::set(tried.begin(), tried.end()).size() == tried.size());
}

TEST_CASE("Another spelling is offered where it finds clearly more") {
    const auto better = corrector(9).better("klunkri", 2);
    REQUIRE(better);
    CHECK(better->text == "klunkry");
    CHECK(better->total == 9);
    CHECK_FALSE(corrector(5).better("klunkri", 2));
    CHECK_FALSE(corrector(4).better("klunkri", 1));
    CHECK_FALSE(corrector(9).better("gazda", 2));     // a Polish word
    CHECK_FALSE(corrector(9).better("furia", 2));     // a name
    CHECK_FALSE(corrector(9).better("catering", 2));  // of the vocabulary
}

TEST_CASE("Rubbish is corrected no longer than a query takes") {
    std::string rubbish;
    for (int i = 0; i < 32; ++i)
        rubbish += "furjab ";
    CHECK_FALSE(corrector().correct(rubbish));
    CHECK_FALSE(corrector().correct(std::string(256, 'f')));
    const auto better = corrector(9).better(std::string("\0\xFF\xC3 furja \xED\xA0\x80", 13), 1);
    CHECK((!better || better->text.find("furia") != std::string::npos));
}
