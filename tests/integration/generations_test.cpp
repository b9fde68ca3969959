// SPDX-License-Identifier: GPL-3.0-or-later
// What is served is never taken away, and what is damaged is never published.
#include "core/index/index_snapshot.h"
#include "core/search/searcher.h"
#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <fstream>

using namespace wespol;
using namespace wespol::test;

TEST_CASE("A generation that is served survives any number of publications") {
    const TestIndex index;
    const Manifest first = index.publish(test_catalogue());
    auto served = IndexSnapshot::open(index.store().path_of(first.generation), test_analyzer());
    for (const char* suffix : {" b", " c", " d"})
        index.publish(test_catalogue(suffix));
    index.store().prune(1);

    REQUIRE(std::filesystem::exists(index.store().path_of(first.generation)));
    CHECK(Searcher(served, kTestToday, Language::pl).search({}).total > 0);

    served.reset();
    index.store().prune(1);
    CHECK_FALSE(std::filesystem::exists(index.store().path_of(first.generation)));
    CHECK(index.store().list().size() == 1);
}

TEST_CASE("A damaged generation is not published; the one before stays") {
    const TestIndex index;
    const Manifest damaged = index.build(test_catalogue());
    const Manifest good = index.publish(test_catalogue(" b"));
    const auto file = index.store().path_of(damaged.generation) / "references.json";
    {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(100);
        stream.put('#');
    }
    CHECK_THROWS_AS(index.store().publish(damaged.generation), Error);
    CHECK(index.store().current()->filename() == good.generation);
}

TEST_CASE("A generation with an unreadable manifest is not listed and goes with the next pruning") {
    const TestIndex index;
    const Manifest broken = index.build(test_catalogue());
    index.publish(test_catalogue(" b"));
    std::ofstream(index.store().path_of(broken.generation) / kManifestFile) << "{";
    CHECK(index.store().list().size() == 1);
    index.store().prune(5);
    CHECK_FALSE(std::filesystem::exists(index.store().path_of(broken.generation)));
}
