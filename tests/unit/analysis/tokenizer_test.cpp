// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tokenizer.h"

#include "tests/support/catch.hpp"

#include <string>
#include <thread>

using namespace wespol;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    Words words;
    for (const Token& token : tokenize(text))
        words.emplace_back(token.text);
    return words;
}

}  // namespace

TEST_CASE("Words of a text") {
    const struct {
        std::string_view text;
        Words words;
    } cases[] = {
        {"", {}},
        {"Zielona Piła, WTZ", {"Zielona", "Piła", "WTZ"}},
        {"co-packing Małachowo-Szemborowice", {"co", "packing", "Małachowo", "Szemborowice"}},
        {"60-001 Poznań 63-300", {"60-001", "Poznań", "63-300"}},
        {"CPV 55520000-1.", {"CPV", "55520000-1"}},
        {"NIP:778-134-68-88", {"NIP", "778-134-68-88"}},
        {"778 134 68 88", {"778", "134", "68", "88"}},
        {"dnia 18.12.2014.", {"dnia", "18.12.2014"}},
        {"lata 2019-2021", {"lata", "2019", "2021"}},
        {"2A, 2 A", {"2A", "2 A"}},
        {"Z.A.Z. Piła, W.T.Z, k.o.s.s.", {"Z.A.Z", "Piła", "W.T.Z", "k.o.s.s"}},
        {"S.A. z o.o. J. K. Nowak", {"S", "A", "z", "o", "o", "J", "K", "Nowak"}},
        {"Południowa 12 b, Konin", {"Południowa", "12 b", "Konin"}},
        {"2 a może 3 o", {"2", "a", "może", "3 o"}},
        {"1234 A, 2  A, 2 AB", {"1234", "A", "2", "A", "2", "AB"}},
        {"sp. z o.o., sp.soc.", {"sp", "z", "o", "o", "sp", "soc"}},
        {"jan.k-w@ngo.org.pl, x@y", {"jan.k-w@ngo.org.pl", "x", "y"}},
        {"a@b.pl-c@d.pl", {"a@b.pl-c", "d", "pl"}},
        {"„Furia” “Bar” \"Baz\" ‚Kos’ «Лис»", {"Furia", "Bar", "Baz", "Kos", "Лис"}},
        {"O'Brien, Arthur’a", {"O", "Brien", "Arthur", "a"}},
        {"зв'язок пам’ять 'так'", {"зв'язок", "пам’ять", "так"}},
        {"ka\u200Btering", {"ka\u200Btering"}},
        {"e\u0301te\u0301", {"e\u0301te\u0301"}},
        {"foo_bar a/b c:d", {"foo", "bar", "a", "b", "c", "d"}},
        {"🍰🍰 *** – … ”", {}},
        {"ciasto🍰tort", {"ciasto", "tort"}},
        {"日本語", {"日本語"}},
    };
    for (const auto& [text, words] : cases) {
        CAPTURE(text);
        CHECK(words_of(text) == words);
    }
}

TEST_CASE("Offsets are bytes of the text, and tokens never overlap") {
    const std::string text = "🍰 Łódź \xFF z\u0301rebie\u0328 пральня 60-001";
    std::size_t behind = 0;
    const auto tokens = tokenize(text);
    REQUIRE(tokens.size() == 4);
    for (const Token& token : tokens) {
        CHECK(token.begin >= behind);
        CHECK(text.substr(token.begin, token.end - token.begin) == token.text);
        CHECK(token.text.data() == text.data() + token.begin);
        behind = token.end;
    }
}

TEST_CASE("Hostile texts are walked in linear time") {
    const std::string megabyte(1 << 20, 'a');
    CHECK(words_of(megabyte).size() == 1);
    std::string chain;
    for (int i = 0; i < 100'000; ++i)
        chain += "a.";
    CHECK(words_of(chain + "@").size() == 1);  // letters with dots are one abbreviation
    std::string ats;
    for (int i = 0; i < 100'000; ++i)
        ats += "a@";
    CHECK(words_of(ats).size() == 100'000);
    CHECK(words_of(std::string(5000, '*')).empty());
    CHECK(words_of(std::string(1 << 16, '\0')).empty());
    CHECK(words_of(std::string(1 << 16, '\xED')).empty());
}

TEST_CASE("Threads tokenize side by side") {
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t i = 0; i < wrong.size(); ++i)
        threads.emplace_back([&wrong, i] {
            for (int n = 0; n < 200; ++n)
                if (words_of("jeden dwa-trzy 60-001").size() != 4) ++wrong[i];
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
