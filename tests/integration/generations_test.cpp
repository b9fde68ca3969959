// SPDX-License-Identifier: GPL-3.0-or-later
// What is served is never taken away, and what is damaged is never published.
#include "core/index/index_snapshot.h"
#include "core/search/searcher.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace wespol;
using namespace wespol::test;

TEST_CASE("A generation that is served survives any number of publications") {
    const TestIndex index;
    const Manifest first = index.publish(test_catalogue());
    auto served = IndexSnapshot::open(index.store().path_of(first.generation), test_analyzer());
    for (const char* suffix : {" b", " c", " d"})
        index.publish(test_catalogue(suffix));
    index.store().prune({.newest = 1});

    REQUIRE(std::filesystem::exists(index.store().path_of(first.generation)));
    CHECK(Searcher(served, kTestToday, Language::pl).search({}).total > 0);

    served.reset();
    index.store().prune({.newest = 1});
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
    index.store().prune({});
    CHECK_FALSE(std::filesystem::exists(index.store().path_of(broken.generation)));
}

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::system_clock;

/// Built that long ago.
void age(const TestIndex& index, const Manifest& generation, days by) {
    Manifest older = generation;
    const auto then = std::chrono::system_clock::to_time_t(system_clock::now() - by);
    char text[32];
    std::tm parts{};
    ::gmtime_r(&then, &parts);
    REQUIRE(std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) > 0);
    older.built_at = text;
    write_manifest(index.store().path_of(generation.generation), older);
}

}  // namespace

TEST_CASE("Retention keeps the newest, the young and those a protocol was made of") {
    const TestIndex index;
    const Manifest first = index.publish(test_catalogue());
    index.publish(test_catalogue(" b"));
    age(index, first, days(30));
    const auto survives = [&](const Retention& retention, days later = days(0)) {
        index.store().prune(retention, system_clock::now() + later);
        return std::filesystem::exists(index.store().path_of(first.generation));
    };

    SECTION("the newest") {
        CHECK(survives({.newest = 2}));
        CHECK_FALSE(survives({.newest = 1}));
    }
    SECTION("those built within so many days") {
        CHECK(survives({.newest = 1, .built_within = days(31)}));
        CHECK_FALSE(survives({.newest = 1, .built_within = days(29)}));
    }
    SECTION("those a protocol was made of, from that day on") {
        index.store().remember_protocol(first.generation);
        const Retention retention{.newest = 1, .protocol_within = days(100)};
        CHECK(survives(retention, days(99)));
        index.store().remember_protocol(first.generation);
        CHECK_FALSE(survives(retention, days(101)));
        CHECK(std::filesystem::is_empty(index.path() / "protocols"));
    }
}

TEST_CASE("A generation that a protocol needs stays though its manifest cannot be read") {
    const TestIndex index;
    const Manifest broken = index.publish(test_catalogue());
    index.publish(test_catalogue(" b"));
    index.store().remember_protocol(broken.generation);
    std::ofstream(index.store().path_of(broken.generation) / kManifestFile) << "{";
    const Retention retention{.newest = 1, .protocol_within = days(100)};
    index.store().prune(retention);
    CHECK(std::filesystem::exists(index.store().path_of(broken.generation)));
    index.store().prune(retention, system_clock::now() + days(101));
    CHECK_FALSE(std::filesystem::exists(index.store().path_of(broken.generation)));
}

namespace {

/// Root may open whatever it likes: then for a moment we are somebody else.
class NotRoot {
  public:
    NotRoot() {
        constexpr uid_t nobody = 65534;
        if (is_root_) REQUIRE(::seteuid(nobody) == 0);
    }
    ~NotRoot() {
        if (is_root_ && ::seteuid(0) != 0) std::abort();
    }
    NotRoot(const NotRoot&) = delete;
    NotRoot& operator=(const NotRoot&) = delete;

  private:
    bool is_root_ = ::geteuid() == 0;
};

}  // namespace

TEST_CASE("A protocol's mark that belongs to somebody else is made anew") {
    namespace fs = std::filesystem;
    const TemporaryDirectory folder;
    const GenerationStore store(folder.path());
    store.remember_protocol("g");
    const fs::path mark = folder.path() / "protocols" / "g";
    const auto hour_ago = fs::file_time_type::clock::now() - 1h;
    fs::last_write_time(mark, hour_ago - 1h);
    fs::permissions(mark, fs::perms::owner_read);
    for (const fs::path& each : {folder.path(), mark.parent_path()})
        fs::permissions(each, fs::perms::all);
    {
        const NotRoot somebody;
        store.remember_protocol("g");
    }
    CHECK(fs::last_write_time(mark) > hour_ago);
}

TEST_CASE("A generation that cannot be looked into is left alone") {
    namespace fs = std::filesystem;
    const TemporaryDirectory folder;
    const GenerationStore store(folder.path());
    const fs::path closed = store.path_of("g");
    fs::create_directories(closed);
    for (const fs::path& each : {folder.path(), closed.parent_path()})
        fs::permissions(each, fs::perms::all);
    fs::permissions(closed, fs::perms::none);
    {
        const NotRoot somebody;
        store.prune({});
    }
    CHECK(fs::exists(closed));
    fs::permissions(closed, fs::perms::owner_all);
    store.prune({});
    CHECK_FALSE(fs::exists(closed));
}

TEST_CASE("The published generation stays even when its manifest is unreadable") {
    const TestIndex index;
    const Manifest served = index.publish(test_catalogue());
    std::ofstream(index.store().path_of(served.generation) / kManifestFile) << "{";
    index.store().prune({.newest = 1});
    CHECK(std::filesystem::exists(index.store().path_of(served.generation)));
}

TEST_CASE("Any flipped byte of a manifest is noticed") {
    const TestIndex index;
    const Manifest manifest = index.build(test_catalogue());
    const auto folder = index.store().path_of(manifest.generation);
    const std::string text = read_file(folder / kManifestFile);
    std::size_t taken = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string damaged = text;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        std::ofstream(folder / kManifestFile, std::ios::binary) << damaged;
        try {
            read_manifest(folder);
            ++taken;
        } catch (const Error&) {
            continue;
        }
    }
    CHECK(taken == 0);
}

TEST_CASE("A generation with a file missing, cut short or longer is not published") {
    const TestIndex index;
    const Manifest manifest = index.build(test_catalogue());
    const auto folder = index.store().path_of(manifest.generation);
    for (const auto& [name, digest] : manifest.files) {
        INFO(name);
        const std::string content = read_file(folder / name);
        std::filesystem::remove(folder / name);
        CHECK_THROWS_AS(index.store().publish(manifest.generation), Error);
        for (const std::string& damaged : {content.substr(0, content.size() / 2), content + "\n"}) {
            if (damaged == content) continue;  // half of an empty file
            std::ofstream(folder / name, std::ios::binary) << damaged;
            CHECK_THROWS_AS(index.store().publish(manifest.generation), Error);
        }
        std::ofstream(folder / name, std::ios::binary) << content;
    }
    CHECK_FALSE(index.store().current());
    index.store().publish(manifest.generation);
    CHECK(index.store().current()->filename() == manifest.generation);
}
