// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/lemma_cache.h"

#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace wespol;

TEST_CASE("Lemmas from the cache are those of the word, whoever else takes its place") {
    LemmaCache cache;
    int computed = 0;
    const auto ask = [&](std::uint64_t owner, const std::string& word) {
        return cache.get(owner, word, [&] {
            ++computed;
            return LemmaCache::Lemmas{fmt::format("{} of {}", word, owner)};
        });
    };
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 50'000; ++i) {
            const std::string word = fmt::format("word{}", i);
            REQUIRE(ask(1, word) == LemmaCache::Lemmas{word + " of 1"});
        }
    computed = 0;
    ask(1, "pierogi");
    ask(1, "pierogi");
    CHECK(computed == 1);
    CHECK(ask(2, "pierogi") == LemmaCache::Lemmas{"pierogi of 2"});
    const std::string endless(1000, 'a');
    CHECK(ask(1, endless) == LemmaCache::Lemmas{endless + " of 1"});
}
