// SPDX-License-Identifier: GPL-3.0-or-later
// The manual tells every setting, and the shipped file of settings is one.
#include "core/settings/settings.h"
#include "core/support/files.h"
#include "indexer/command/settings_table.h"
#include "server/settings_table.h"
#include "tests/support/catch.hpp"
#include "tests/support/no_variable.h"

using namespace wespol;
using namespace wespol::test;

namespace {

std::filesystem::path packaging(const char* file) {
    return std::filesystem::path(WESPOL_SOURCE_DIR) / "packaging" / file;
}

}  // namespace

TEST_CASE("the manual tells every setting and its default") {
    const std::string manual = read_file(packaging("man/wespol.toml.5"));
    for (const auto& table : {server_settings(), indexer_settings()})
        for (const Setting& each : table) {
            INFO(each.name);
            const std::size_t at = manual.find(".It Cm " + std::string(each.name) + "\n");
            REQUIRE(at != std::string::npos);
            const std::string told = manual.substr(at, manual.find("\n.It", at + 1) - at);
            CHECK(told.find(each.default_text) != std::string::npos);
        }
}

TEST_CASE("the server's manual names every flag, once") {
    const std::string manual = read_file(packaging("man/wespol-server.8"));
    const std::string synopsis = manual.substr(0, manual.find(".Nm\n.Fl -rotate-key"));
    for (const Setting& each : server_settings()) {
        const std::string named = ".Op Fl " + flag_of(each).substr(1) + " Ar ";
        INFO(named);
        const std::size_t at = synopsis.find(named);
        REQUIRE(at != std::string::npos);
        CHECK(synopsis.find(named, at + 1) == std::string::npos);
    }
}

TEST_CASE("the shipped file of settings is read by both programs") {
    const auto file = packaging("wespol.toml");
    const Settings server = Settings::read(server_settings(), {{}, no_variable, file});
    const Settings indexer = Settings::read(indexer_settings(), {{}, no_variable, file});
    CHECK(server.text("index") == indexer.text("index"));
    CHECK(server.list("listen") == std::vector<std::string>{"systemd"});
    CHECK(indexer.text("data") == "/var/lib/wespol/data");
}

TEST_CASE("what the shipped file leaves out it names as a comment, with the default") {
    const std::string text = read_file(packaging("wespol.toml"));
    for (const auto& table : {server_settings(), indexer_settings()})
        for (const Setting& each : table) {
            INFO(each.name);
            const std::string name = "\n" + std::string(each.name) + " = ";
            const std::string commented = "\n# " + std::string(each.name) + " = ";
            const bool is_for_programs = each.name == "resources" || each.name == "dictionary";
            CHECK((is_for_programs || text.find(name) != std::string::npos ||
                   text.find(commented) != std::string::npos));
            if (each.kind == SettingKind::number)
                CHECK(text.find(commented + std::string(each.default_text) + "\n") !=
                      std::string::npos);
        }
}
