// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress/progress_line.h"
#include "tests/support/catch.hpp"

#include <chrono>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace std::chrono_literals;

TEST_CASE("a stage tells its beginning, now and then, and its end", "[progress]") {
    std::vector<ProgressStep> steps;
    const Progress listener = [&](const ProgressStep& step) { steps.push_back(step); };
    {
        ProgressStage stage(listener, Phase::linking, 1'000'000);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int each = 0; each < 250'000; ++each)
                    stage.advance();
            });
    }
    REQUIRE(steps.size() >= 2);
    CHECK(steps.size() < 300);  // a few times a second, however quick the work
    CHECK(steps.front().done == 0);
    CHECK_FALSE(steps.front().is_over);
    CHECK(steps.back().done == 1'000'000);
    CHECK(steps.back().is_over);
}

TEST_CASE("nobody listens, nothing happens", "[progress]") {
    const Progress nobody;
    ProgressStage stage(nobody, Phase::reading);
    for (int i = 0; i < 100; ++i)
        stage.advance();
    SUCCEED();
}

TEST_CASE("progress in words", "[progress]") {
    const auto text = [](Phase phase, const char* subject, std::size_t done, std::size_t total) {
        return progress_text({phase, subject, done, total, 0ms, false});
    };
    CHECK(text(Phase::reading, "sources/entities.jsonl", 12345, 0) ==
          "Czytanie sources/entities.jsonl: 12 345");
    CHECK(text(Phase::linking, "", 400, 1200) == "Łączenie rekordów: 400 z 1 200 (33%)");
    CHECK(text(Phase::sealing, "", 0, 0) == "Zamykanie indeksu");
}

TEST_CASE("the line of a terminal is written over, bounded and cleared", "[progress]") {
    std::ostringstream terminal;
    const Progress line = progress_line(terminal);
    line({Phase::reading, std::string(200, 'x'), 1, 0, 0ms, false});
    CHECK(terminal.str().starts_with("\r\033[K"));
    CHECK(terminal.str().find('\n') == std::string::npos);
    CHECK(terminal.str().size() <= kLineWidth + 4);
    terminal.str("");
    line({Phase::reading, "", 1, 0, 0ms, true});
    CHECK(terminal.str() == "\r\033[K");
}

TEST_CASE("programs are told once a second of long stages only", "[progress]") {
    std::ostringstream out;
    const Progress events = progress_events(out);
    for (const auto passed : {0ms, 500ms, 900ms})
        events({Phase::indexing, "", 5, 10, passed, false});
    CHECK(out.str().empty());
    for (const auto passed : {1000ms, 1500ms, 2100ms})
        events({Phase::indexing, "", 7, 10, passed, false});
    events({Phase::indexing, "", 10, 10, 5000ms, true});
    events({Phase::sealing, "", 0, 0, 0ms, false});
    events({Phase::sealing, "", 0, 0, 1200ms, false});
    std::istringstream lines(out.str());
    std::vector<nlohmann::json> told;
    for (std::string line; std::getline(lines, line);)
        told.push_back(nlohmann::json::parse(line));
    REQUIRE(told.size() == 3);
    CHECK(told[0] == nlohmann::json{{"event", "progress"},
                                    {"phase", "indexing"},
                                    {"subject", ""},
                                    {"done", 7},
                                    {"total", 10}});
    CHECK(told[2].at("phase") == "sealing");
    CHECK(told[2].at("total").is_null());
}
