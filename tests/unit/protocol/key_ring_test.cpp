// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/key_ring.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace wespol;
using namespace wespol::test;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 07777U;
}

}  // namespace

TEST_CASE("the first start makes a key that only its owner can read, and keeps it") {
    const TemporaryDirectory folder;
    const fs::path keys = folder.path() / "keys";
    const KeyRing ring = KeyRing::open(keys);
    CHECK(mode_of(keys) == 0700);
    CHECK(mode_of(keys / (ring.current().id() + ".private.pem")) == 0600);
    CHECK(KeyRing::open(keys).current().id() == ring.current().id());
    CHECK(ring.public_keys().size() == 1);
    CHECK(ring.find(ring.current().id()) != nullptr);
    CHECK(ring.find("0000000000000000") == nullptr);
}

TEST_CASE("starts at the same moment agree on one key") {
    const TemporaryDirectory folder;
    std::vector<std::string> ids(4);
    {
        std::vector<std::jthread> starts;
        for (std::string& id : ids)
            starts.emplace_back([&] { id = KeyRing::open(folder.path() / "keys").current().id(); });
    }
    for (const std::string& id : ids)
        CHECK(id == ids.front());
}

TEST_CASE("a new key signs, the old ones still verify") {
    const TemporaryDirectory folder;
    const fs::path keys = folder.path() / "keys";
    const std::string old = KeyRing::open(keys).current().id();
    const std::string next = KeyRing::rotate(keys);
    const KeyRing ring = KeyRing::open(keys);
    CHECK(ring.current().id() == next);
    CHECK(ring.signing_keys().size() == 2);
    CHECK(ring.find(old) != nullptr);

    // Retired: only the public part is left.
    fs::remove(keys / (old + ".private.pem"));
    const KeyRing retired = KeyRing::open(keys);
    CHECK(retired.signing_keys().size() == 1);
    CHECK(retired.find(old) != nullptr);
}

TEST_CASE("keys that others can read, or that are broken, are refused with what to do") {
    const TemporaryDirectory folder;
    const fs::path keys = folder.path() / "keys";
    const std::string id = KeyRing::open(keys).current().id();
    const fs::path secret = keys / (id + ".private.pem");

    SECTION("folder") {
        ::chmod(keys.c_str(), 0750);
    }
    SECTION("file") {
        ::chmod(secret.c_str(), 0640);
    }
    SECTION("cut short") {
        write_secret_durably(secret, read_file(secret).substr(0, 60));
    }
    SECTION("under another's name") {
        fs::rename(secret, keys / "0123456789abcdef.private.pem");
    }
    SECTION("the current one is gone") {
        fs::remove(secret);
    }
    SECTION("a link to a file elsewhere") {
        fs::rename(secret, folder.path() / "secret");
        fs::create_symlink(folder.path() / "secret", secret);
    }
    SECTION("a file where the folder should be") {
        fs::remove_all(keys);
        write_file_durably(keys, "x");
    }
    CHECK_THROWS_AS(KeyRing::open(keys), Error);
}
