// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile requests over the real catalogue: each gets a bounded answer that says what was cut.
// How long they take is measured by script/bench at 100,000 entities; here only that none runs
// away.
#include "tests/support/hostile_requests.h"

#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"

#include <chrono>

using namespace wespol;
using namespace wespol::test;

TEST_CASE("Hostile requests get a bounded answer that says what was left out") {
    constexpr Day today{std::chrono::year{2026} / 11 / 21};
    // Generous, for busy machines and sanitizers: only a flood that multiplies takes as long.
    constexpr std::chrono::seconds patience{5};
    const auto snapshot = embedded_snapshot();
    for (const HostileRequest& each : hostile_requests()) {
        INFO(each.name);
        const auto start = test::CpuClock::now();
        const DecodedRequest decoded = decode_request(each.parameters, snapshot->references());
        const SearchResponse response =
            Searcher(snapshot, today, Language::pl).search(decoded.request);
        CHECK(test::CpuClock::now() - start < patience);

        const bool says_so = !decoded.problems.empty() || !response.understood.ignored.empty();
        CHECK(decoded.request.text.size() <= kMaxQueryBytes);
        CHECK(response.hits.size() <= static_cast<std::size_t>(kMaxPageSize));
        if (each.is_cut || each.nothing_remains) CHECK(says_so);
        if (each.nothing_remains) CHECK(response.total == 0);
    }
}
