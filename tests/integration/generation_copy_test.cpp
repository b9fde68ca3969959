// SPDX-License-Identifier: GPL-3.0-or-later
// A generation taken to another machine as one file: the same there, byte for byte, or refused.
#include "indexer/copying/generation_copy.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/table/zip_writer.h"
#include "indexer/command/commands.h"
#include "tests/support/catch.hpp"
#include "tests/support/program.h"
#include "tests/support/server_fixture.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

namespace fs = std::filesystem;

/// Another machine's index, empty.
struct Elsewhere {
    TemporaryDirectory folder;
    GenerationStore store{folder.path() / "index"};
    fs::path file = folder.path() / "copy.zip";

    Manifest read() const {
        const GenerationStore::Lock lock(store);
        return read_copy(store, file, [](const fs::path&) {}).manifest;
    }
    std::string refusal() const {
        try {
            read();
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::environment);
            return error.what();
        }
        return {};
    }
    bool is_empty() const {
        return fs::is_empty(store.directory() / "generations") &&
               !fs::exists(store.directory() / "arriving");
    }
};

/// A file as a stranger might make one: a manifest that is sealed well, and some parts.
void write_strange(const fs::path& file, Manifest manifest,
                   const std::map<std::string, std::string>& parts) {
    const TemporaryDirectory folder;
    write_manifest(folder.path(), manifest);
    ZipWriter writer(file);
    writer.add(kManifestFile, folder.path() / kManifestFile);
    std::size_t number = 0;
    for (const auto& [name, content] : parts) {
        const fs::path source = folder.path() / std::to_string(number++);
        std::ofstream(source, std::ios::binary) << content;
        writer.add(name, source);
    }
    writer.close();
}

}  // namespace

TEST_CASE("a copy is the generation, byte for byte") {
    const TestIndex index;
    const Manifest published = index.publish(test_catalogue());
    const Elsewhere there;
    write_copy(index.store(), published.generation, there.file);

    REQUIRE(there.read().generation == published.generation);
    const fs::path here = index.store().path_of(published.generation);
    const fs::path copied = there.store.path_of(published.generation);
    CHECK(read_file(copied / kManifestFile) == read_file(here / kManifestFile));
    for (const auto& [name, digest] : published.files)
        CHECK(read_file(copied / name) == read_file(here / name));
    CHECK_FALSE(there.store.current());
    there.store.publish(published.generation);
    CHECK(SnapshotFollower(there.store.directory(), test_analyzer()).current()->generation() ==
          published.generation);

    SECTION("once more changes nothing, and mends what was damaged there") {
        CHECK(there.read().generation == published.generation);
        std::ofstream(copied / "references.json") << "{}";
        CHECK(there.read().generation == published.generation);
        CHECK(read_file(copied / "references.json") == read_file(here / "references.json"));
    }
}

TEST_CASE("a copy that changed on its way is refused and leaves nothing") {
    const TestIndex index;
    const Manifest published = index.publish(test_catalogue());
    const Elsewhere there;
    write_copy(index.store(), published.generation, there.file);
    const std::string whole = read_file(there.file);

    SECTION("a flipped bit anywhere") {
        std::size_t taken = 0;
        for (std::size_t at = 0; at < whole.size(); at += whole.size() / 60 + 1) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            std::ofstream(there.file, std::ios::binary | std::ios::trunc) << damaged;
            if (!there.refusal().empty()) {
                CHECK(there.is_empty());
                continue;
            }
            // Bits beside the content (a date of the ZIP) may flip: what is read is the same.
            const Manifest taken_in = read_manifest(there.store.path_of(published.generation));
            verify_files(there.store.path_of(published.generation), taken_in);
            CHECK(taken_in.files == published.files);
            fs::remove_all(there.store.path_of(published.generation));
            ++taken;
        }
        CHECK(taken < 6);
    }
    SECTION("cut short") {
        std::ofstream(there.file, std::ios::binary | std::ios::trunc)
            << whole.substr(0, whole.size() / 2);
        CHECK_FALSE(there.refusal().empty());
        CHECK(there.is_empty());
    }
}

TEST_CASE("what is no copy of ours is refused and leaves nothing") {
    const Elsewhere there;
    const Manifest sealed{.generation = "20260101T000000000Z-0123456789ab",
                          .built_at = "2026-01-01T00:00:00Z",
                          .content_digest = "c",
                          .schema_fingerprint = "s",
                          .analyzer_fingerprint = "a",
                          .document_counts = {},
                          .files = {}};
    const auto with_file = [&](const std::string& name) {
        Manifest manifest = sealed;
        manifest.files[name] = "0000";
        return manifest;
    };
    const auto called = [&](const std::string& name) {
        Manifest manifest = sealed;
        manifest.generation = name;
        return manifest;
    };
    SECTION("no ZIP file") {
        std::ofstream(there.file) << "hello";
    }
    SECTION("a ZIP file of something else") {
        ZipWriter writer(there.file);
        writer.add("README", fs::path(WESPOL_SOURCE_DIR) / "README.md");
        writer.close();
    }
    SECTION("a part is missing") {
        write_strange(there.file, with_file("entities"), {});
    }
    SECTION("a part is another") {
        write_strange(there.file, with_file("entities"), {{"entities", "x"}});
    }
    SECTION("a part leads out") {
        write_strange(there.file, with_file("../../out"), {{"../../out", "x"}});
    }
    SECTION("a part leads to the root") {
        write_strange(there.file, with_file("/out"), {{"/out", "x"}});
    }
    SECTION("a part is the manifest") {
        write_strange(there.file, with_file(kManifestFile), {});
    }
    SECTION("the generation leads out") {
        write_strange(there.file, called("../out"), {});
    }
    SECTION("the generation is the folder itself") {
        write_strange(there.file, called(".."), {});
    }
    SECTION("the generation has no name") {
        write_strange(there.file, called(""), {});
    }
    CHECK_FALSE(there.refusal().empty());
    CHECK(there.is_empty());
    CHECK_FALSE(fs::exists(there.folder.path() / "out"));
    CHECK_FALSE(fs::exists(there.store.directory() / "out"));
}

TEST_CASE("export and import publish elsewhere what is published here") {
    const TestIndex index;
    const Manifest published = index.publish(test_catalogue());
    const Elsewhere there;
    Options options;
    options.index = index.path();
    options.file = there.file;
    options.dictionary = fs::path(WESPOL_RESOURCE_DIR) / "polish.dict";
    std::ostringstream out;
    REQUIRE(export_generation(options, out) == 0);
    CHECK(out.str().find(published.generation) != std::string::npos);

    options.index = there.store.directory();
    REQUIRE(import_generation(options, out) == 0);
    CHECK(there.store.current()->filename() == published.generation);
    CHECK(import_generation(options, out) == 4);

    SECTION("one of another version is not published") {
        Manifest strange = index.publish(test_catalogue(" b"));
        strange.schema_fingerprint = "another";
        write_manifest(index.store().path_of(strange.generation), strange);
        options.index = index.path();
        REQUIRE(export_generation(options, out) == 0);
        options.index = there.store.directory();
        CHECK_THROWS_AS(import_generation(options, out), Error);
        CHECK(there.store.current()->filename() == published.generation);
        CHECK(there.store.list().size() == 1);
        CHECK_FALSE(fs::exists(there.store.path_of(strange.generation)));
    }
    SECTION("one that is published there and damaged is mended, and that is told") {
        const fs::path damaged = there.store.path_of(published.generation);
        std::ofstream(damaged / "references.json") << "{}";
        std::ostringstream told;
        CHECK(import_generation(options, told) == 0);
        CHECK(told.str().find("Naprawiono") != std::string::npos);
        verify_files(damaged, published);
        CHECK_FALSE(fs::exists(there.store.directory() / "arriving"));
        CHECK(import_generation(options, told) == 4);
    }
    SECTION("nothing is exported where nothing is published, nor a damaged generation") {
        const Elsewhere empty;
        options.index = empty.store.directory();
        CHECK_THROWS_AS(export_generation(options, out), Error);
        options.index = index.path();
        std::ofstream(index.store().path_of(published.generation) / "references.json") << "{}";
        options.file = empty.file;
        CHECK_THROWS_AS(export_generation(options, out), Error);
        CHECK_FALSE(fs::exists(empty.file));
    }
}

TEST_CASE(
    "an import that is interrupted leaves the index as it was, and the next one goes through") {
    const TestIndex index;
    const Manifest published = index.publish(test_catalogue());
    const Elsewhere there;
    write_copy(index.store(), published.generation, there.file);
    fs::create_directories(there.store.directory() / "generations");
    const std::vector<std::string> import{
        "import",       there.file,
        "--index",      there.store.directory(),
        "--dictionary", fs::path(WESPOL_RESOURCE_DIR) / "polish.dict"};

    SECTION("by a full disk") {
        const Ended ended = run_program("wespol-indexer", import, {.largest_file = 4096});
        INFO(ended.err);
        CHECK(ended.exit_code == 2);
        CHECK(there.is_empty());
        CHECK_FALSE(there.store.current());
    }
    SECTION("by being killed while files arrive") {
        const Ended ended = run_program("wespol-indexer", import, {.kill_once = [&] {
                                            return fs::exists(there.store.directory() / "arriving");
                                        }});
        // On a busy machine it may be through before it is seen.
        CHECK((ended.exit_code == -1 || ended.exit_code == 0));
    }
    const Ended ended = run_program("wespol-indexer", import);
    INFO(ended.out << ended.err);
    CHECK((ended.exit_code == 0 || ended.exit_code == 4));
    REQUIRE(there.store.current());
    CHECK(there.store.current()->filename() == published.generation);
    CHECK_FALSE(fs::exists(there.store.directory() / "arriving"));
}
