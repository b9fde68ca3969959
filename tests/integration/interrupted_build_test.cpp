// SPDX-License-Identifier: GPL-3.0-or-later
// A builder that is killed or runs out of disk leaves what was published whole, and the next one
// does its work.
#include "core/index/generation_store.h"
#include "core/index/index_snapshot.h"
#include "core/index/published_records.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/program.h"
#include "tests/support/server_fixture.h"
#include "tests/support/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <set>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

#include <fmt/format.h>

using namespace wespol;
using namespace wespol::test;
using std::chrono::microseconds;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kRounds = 20;  // an instrumented program takes several times as long
#else
constexpr int kRounds = 100;
#endif
constexpr int kRoundsBetweenBuilds = 5;
constexpr int kEntities = 300;

/// A data folder that can be changed, and an index that is built of it by the real program.
class Desk {
  public:
    explicit Desk(std::filesystem::path index) : index_(std::move(index)), store_(index_) {}

    /// Other data than before, told by a name in it.
    void change_data(const std::string& name) {
        std::string lines;
        for (int i = 0; i < kEntities; ++i)  // enough for building to take as long as reading
            lines +=
                fmt::format(R"({{"id": "zmyslona-{}", "name": "{}", "legal_form": "fundacja"}})"
                            "\n",
                            i, name);
        data_.write("sources/entities.jsonl", lines);
        for (const char* list : {"products", "brands", "certificates"})
            data_.write(fmt::format("sources/{}.jsonl", list), "");
    }

    Ended build(const Obstacles& obstacles = {}) const {
        return run_program("wespol-indexer", {"build", "--data", data_.path(), "--index", index_},
                           obstacles);
    }
    Ended verify() const { return run_program("wespol-indexer", {"verify", "--index", index_}); }

    std::string served() const {
        const auto current = store_.current();
        return current ? current->filename().string() : "";
    }

    /// Opens what is served as a server would, and says whose data it holds.
    std::string served_name() const {
        const auto snapshot = IndexSnapshot::open(*store_.current(), test_analyzer());
        std::string name;
        read_published_records(*store_.current(), DocumentType::entity,
                               [&](std::string_view json) { name = json; });
        const std::string key = R"("name":")";
        name = name.substr(name.find(key) + key.size());
        return name.substr(0, name.find('"'));
    }

    /// Folders of generations that are not complete.
    std::size_t half_built() const {
        const auto folders = std::filesystem::directory_iterator(index_ / "generations");
        const auto all = std::distance(begin(folders), end(folders));
        return static_cast<std::size_t>(all) - store_.list().size();
    }

    /// Names of the folders of generations, complete or not.
    std::set<std::string> folders() const {
        std::set<std::string> names;
        for (const auto& each : std::filesystem::directory_iterator(index_ / "generations"))
            names.insert(each.path().filename());
        return names;
    }

    const GenerationStore& store() const { return store_; }

  private:
    DataFolder data_;
    std::filesystem::path index_;
    GenerationStore store_;
};

unsigned seed() {
    const char* given = std::getenv("WESPOL_TEST_SEED");
    return given ? static_cast<unsigned>(std::stoul(given)) : std::random_device{}();
}

/// A small disk of one's own, where one may have it.
class SmallDisk {
  public:
    SmallDisk() {
        is_there_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=16m") == 0;
    }
    ~SmallDisk() {
        if (is_there_) ::umount2(folder_.path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_there() const { return is_there_; }
    const std::filesystem::path& path() const { return folder_.path(); }

    void leave_free(std::uintmax_t bytes) const {
        std::filesystem::remove(filler());
        const std::uintmax_t free = std::filesystem::space(path()).available;
        const int fd = ::open(filler().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        REQUIRE(fd >= 0);
        REQUIRE(::posix_fallocate(fd, 0, static_cast<off_t>(free - bytes)) == 0);
        ::close(fd);
    }
    void empty() const { std::filesystem::remove(filler()); }

  private:
    std::filesystem::path filler() const { return path() / "filler"; }

    TemporaryDirectory folder_;
    bool is_there_ = false;
};

std::uintmax_t size_of(const std::filesystem::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        bytes += entry.file_size();
    return bytes;
}

}  // namespace

TEST_CASE("a builder killed at any moment leaves what is published whole", "[interrupted]") {
    const TemporaryDirectory folder;
    Desk desk(folder.path() / "index");
    desk.change_data("Zmyślona na początek");
    REQUIRE(desk.build().exit_code == 0);
    std::string name;
    std::array<microseconds, 3> durations{};
    for (std::size_t i = 0; i < durations.size(); ++i) {
        name = fmt::format("Zmyślona próbna {}", i);
        desk.change_data(name);
        durations[i] = desk.build().took;
    }
    std::ranges::sort(durations);
    const microseconds whole = durations[1];

    const unsigned chosen = seed();
    std::mt19937 random(chosen);
    std::uniform_int_distribution<microseconds::rep> moments(0, whole.count() * 12 / 10);
    int unfinished = 0;
    int published = 0;
    for (int round = 1; round <= kRounds; ++round) {
        const std::string served = desk.served();
        const std::string next = fmt::format("Zmyślona rundy {}", round);
        const microseconds moment{moments(random)};
        INFO("WESPOL_TEST_SEED=" << chosen << ", round " << round << ", killed after "
                                 << moment.count() << " of " << whole.count() << " µs");
        desk.change_data(next);
        // Writing is the shorter part of a build: half of the kills wait for it to begin.
        const std::set<std::string> before = desk.folders();
        const auto writes = [&] { return !std::ranges::includes(before, desk.folders()); };
        if (round % 2 == 0)
            desk.build({.kill_after = moment});
        else
            desk.build({.kill_once = writes});
        if (writes() && desk.half_built() > 0) ++unfinished;
        if (desk.served() != served) {
            ++published;
            name = next;
        }
        REQUIRE(desk.served_name() == name);

        if (round % kRoundsBetweenBuilds != 0) continue;
        REQUIRE(desk.verify().exit_code == 0);
        const Ended build = desk.build();
        INFO(build.out << build.err);
        REQUIRE((build.exit_code == 0 || build.exit_code == 4));
        name = next;
        REQUIRE(desk.served_name() == next);
        REQUIRE(desk.half_built() == 0);
    }
    WARN("seed " << chosen << ": of " << kRounds << " builders killed within " << whole.count()
                 << " µs " << unfinished << " left a half-built generation, " << published
                 << " had published");
    CHECK(unfinished > 0);
    CHECK(published < kRounds);
}

TEST_CASE("what a killed builder left goes even when there is nothing to publish",
          "[interrupted]") {
    const TemporaryDirectory folder;
    Desk desk(folder.path() / "index");
    desk.change_data("Zmyślona");
    REQUIRE(desk.build().exit_code == 0);
    std::filesystem::create_directories(desk.store().path_of("20260101T000000000Z-zmyslona") /
                                        "growing");
    REQUIRE(desk.half_built() == 1);
    CHECK(desk.build().exit_code == 4);
    CHECK(desk.half_built() == 0);
}

TEST_CASE("files that may not grow end a build with 2 and harm nothing", "[interrupted]") {
    const TemporaryDirectory folder;
    Desk desk(folder.path() / "index");
    desk.change_data("Zmyślona pierwsza");
    REQUIRE(desk.build().exit_code == 0);
    const std::string served = desk.served();
    desk.change_data("Zmyślona druga");
    const std::uintmax_t database =
        std::filesystem::file_size(*desk.store().current() / "entities");
    for (const std::size_t largest : {std::size_t{4096}, std::size_t{16384}, database / 2}) {
        const Ended build = desk.build({.largest_file = largest});
        INFO(largest << ": " << build.out << build.err);
        CHECK(build.exit_code == 2);
        CHECK(has(build.err, "plik jest większy, niż pozwala system"));
        CHECK(has(build.err, "Co zrobić: Zwolnij miejsce"));
        CHECK(desk.served() == served);
        CHECK(desk.verify().exit_code == 0);
    }
    CHECK(desk.build().exit_code == 0);
    CHECK(desk.half_built() == 0);
}

TEST_CASE("a full disk ends a build with 2 and harms nothing", "[interrupted]") {
    const SmallDisk disk;
    if (!disk.is_there()) {
        WARN("skipped: mounting a small disk needs the rights of root");
        return;
    }
    Desk desk(disk.path() / "index");
    desk.change_data("Zmyślona pierwsza");
    REQUIRE(desk.build().exit_code == 0);
    const std::string served = desk.served();
    const std::uintmax_t size = size_of(*desk.store().current());
    desk.change_data("Zmyślona druga");
    for (const int quarters : {0, 1, 2, 3}) {
        disk.leave_free(size * static_cast<std::uintmax_t>(quarters) / 4);
        const Ended build = desk.build();
        INFO(quarters << "/4: " << build.out << build.err);
        CHECK(build.exit_code == 2);
        CHECK(has(build.err, "na dysku zabrakło miejsca"));
        CHECK(has(build.err, "Co zrobić: Zwolnij miejsce"));
        CHECK(desk.served() == served);
        CHECK(desk.served_name() == "Zmyślona pierwsza");
        CHECK(desk.verify().exit_code == 0);
    }
    disk.empty();
    CHECK(desk.build().exit_code == 0);
    CHECK(desk.served_name() == "Zmyślona druga");
    CHECK(desk.half_built() == 0);
}
