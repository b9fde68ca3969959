// SPDX-License-Identifier: GPL-3.0-or-later
// Generations change under a running server: no request is lost, no answer mixes two, a damaged
// one is refused while the old one serves.
#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;
using namespace std::chrono_literals;

namespace {

bool serves_within(const RunningServer& server, const std::string& generation,
                   std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        if (Json::parse(server.get("/health").body).at("generation") == generation) return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

/// Flips one byte of the largest file: what a bad disk does.
void damage(const std::filesystem::path& generation) {
    std::filesystem::path largest;
    for (const auto& entry : std::filesystem::directory_iterator(generation))
        if (largest.empty() || entry.file_size() > std::filesystem::file_size(largest))
            largest = entry.path();
    std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(largest) / 2);
    file.seekg(middle);
    const int byte = file.get();
    file.seekp(middle);
    file.put(static_cast<char>(byte ^ 0x40));
}

std::string refusal_of(const std::filesystem::path& index) {
    try {
        const SnapshotFollower follower(index, test_analyzer());
    } catch (const Error& refusal) {
        CHECK(refusal.code() == ErrorCode::environment);
        return std::string(refusal.what()) + " | " + refusal.hint();
    }
    FAIL("was opened");
    return {};
}

}  // namespace

TEST_CASE("publications under load lose no request and mix no answer") {
    constexpr int kPublications = 20;
    const TestIndex index;
    const std::array generations{index.build(test_catalogue(" (A)")).generation,
                                 index.build(test_catalogue(" (B)")).generation};
    const std::array<std::string, 2> suffixes{" (A)", " (B)"};
    REQUIRE(generations[0] != generations[1]);
    index.store().publish(generations[0]);
    const RunningServer server(index);

    std::atomic<bool> done{false};
    std::atomic<int> answered{0}, failed{0}, mixed{0};
    const auto is_whole = [&](const Json& answer) {
        const std::size_t which = answer.at("generation") == generations[0] ? 0 : 1;
        if (answer.at("generation") != generations[which] || answer.at("total") != 6) return false;
        return std::ranges::all_of(answer.at("hits"), [&](const Json& hit) {
            return hit.at("name").get<std::string>().ends_with(suffixes[which]);
        });
    };
    std::vector<std::jthread> clients;
    for (int i = 0; i < 4; ++i)
        clients.emplace_back([&] {
            auto client = server.client();
            while (!done) {
                const auto answer = client.Get("/api/v1/entities");
                if (!answer || answer->status != 200) {
                    ++failed;
                    continue;
                }
                ++answered;
                if (!is_whole(Json::parse(answer->body))) ++mixed;
            }
        });

    int late = 0;
    for (int i = 1; i <= kPublications; ++i) {
        const std::string& next = generations[static_cast<std::size_t>(i) % 2];
        index.store().publish(next);
        if (!serves_within(server, next, 2s)) ++late;
    }
    done = true;
    clients.clear();

    CHECK(failed == 0);
    CHECK(mixed == 0);
    CHECK(late == 0);
    CHECK(answered > 4 * kPublications);
}

TEST_CASE("a page shown by one generation has another tag in the next") {
    const TestIndex index;
    index.publish(test_catalogue(" (A)"));
    const RunningServer server(index);
    const std::string tag = server.get("/szukaj?q=catering").get_header_value("ETag");
    const Manifest next = index.publish(test_catalogue(" (B)"));
    REQUIRE(serves_within(server, next.generation, 2s));
    const auto answer = server.get("/szukaj?q=catering", {{"If-None-Match", tag}});
    CHECK(answer.status == 200);
    CHECK(answer.body.find("(B)") != std::string::npos);
}

/// As a hand or another program might, past the check of publish().
void point_current_at(const TestIndex& index, const std::string& generation) {
    replace_symlink(index.path() / "current", std::filesystem::path("generations") / generation);
}

TEST_CASE("a damaged generation is refused and the old one serves on") {
    const TestIndex index;
    const Manifest good = index.publish(test_catalogue(" (A)"));
    const Manifest bad = index.build(test_catalogue(" (B)"));
    const Manifest next = index.build(test_catalogue(" (C)"));
    damage(index.store().path_of(bad.generation));
    const RunningServer server(index);

    point_current_at(index, bad.generation);
    CHECK_FALSE(serves_within(server, bad.generation, 1s));
    CHECK(server.snapshots().current()->generation() == good.generation);
    const Json health = Json::parse(server.get("/health").body);
    CHECK(health.at("status") == "stale");
    CHECK(health.at("refused").get<std::string>().find("entities") != std::string::npos);
    CHECK(server.get("/api/v1/entities?q=catering").status == 200);

    index.store().publish(next.generation);
    CHECK(serves_within(server, next.generation, 2s));

    point_current_at(index, bad.generation);
    CHECK_FALSE(serves_within(server, bad.generation, 1s));
    CHECK(server.snapshots().current()->generation() == next.generation);
}

TEST_CASE("an index that goes away leaves the open generation serving") {
    const TestIndex index;
    const Manifest served = index.publish(test_catalogue());
    const RunningServer server(index);
    std::filesystem::remove(index.path() / "current");
    std::this_thread::sleep_for(600ms);
    CHECK(Json::parse(server.get("/health").body).at("generation") == served.generation);
}

TEST_CASE("a missing or foreign index says what to run") {
    SECTION("nothing was ever built") {
        const TestIndex index;
        const std::string refusal = refusal_of(index.path());
        CHECK(refusal.find("wespol-indexer build --data data --index " + index.path().string()) !=
              std::string::npos);
    }
    SECTION("the folder is not there") {
        const TestIndex index;
        CHECK(refusal_of(index.path() / "nie-ma").find("wespol-indexer build") !=
              std::string::npos);
    }
    SECTION("damaged at start") {
        const TestIndex index;
        damage(index.store().path_of(index.publish(test_catalogue()).generation));
        CHECK(refusal_of(index.path()).find("wespol-indexer") != std::string::npos);
    }
    SECTION("built by another version") {
        const TestIndex index;
        Manifest manifest = index.publish(test_catalogue());
        manifest.analyzer_fingerprint = "another";
        write_manifest(index.store().path_of(manifest.generation), manifest);
        const std::string refusal = refusal_of(index.path());
        CHECK(refusal.find("inna wersja") != std::string::npos);
        CHECK(refusal.find("wespol-indexer build") != std::string::npos);
    }
}
