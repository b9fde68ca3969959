// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include "core/settings/settings.h"
#include "core/support/error.h"
#include "server/settings_table.h"
#include "tests/support/catch.hpp"
#include "tests/support/no_variable.h"

using namespace wespol;
using namespace wespol::test;

TEST_CASE("an address to listen on is host and port") {
    const auto [text, host, port] = GENERATE(table<std::string, std::string, int>({
        {"127.0.0.1:8080", "127.0.0.1", 8080},
        {"localhost:0", "localhost", 0},
        {"[::1]:65535", "::1", 65535},
        {"[::]:80", "::", 80},
    }));
    const auto address = parse_listen_address(text);
    REQUIRE(address);
    CHECK(address->host == host);
    CHECK(address->port == port);
    CHECK(address->path.empty());
}

TEST_CASE("a unix socket has a path from the root") {
    const auto address = parse_listen_address("unix:/run/wespol/http");
    REQUIRE(address);
    CHECK(address->path == "/run/wespol/http");
    CHECK_FALSE(parse_listen_address("unix:http"));
    CHECK_FALSE(parse_listen_address("unix:"));
}

TEST_CASE("what is no address is refused with a reason") {
    const auto text = GENERATE(values<std::string>(
        {"", "8080", "127.0.0.1", ":8080", "[]:80", "::1:80", "127.0.0.1:", "127.0.0.1:65536",
         "127.0.0.1:-1", "127.0.0.1:80x", "127.0.0.1:+80"}));
    INFO(text);
    const auto address = parse_listen_address(text);
    REQUIRE_FALSE(address);
    CHECK_FALSE(address.error().message.empty());
}

namespace {

ServerOptions options_of(std::vector<const char*> arguments,
                         const Environment& environment = no_variable) {
    arguments.insert(arguments.begin(), "wespol-server");
    return std::get<ServerOptions>(
        parse_server_options(static_cast<int>(arguments.size()), arguments.data(), environment));
}

std::string answer_to(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "wespol-server");
    return std::get<ServerAnswer>(parse_server_options(static_cast<int>(arguments.size()),
                                                       arguments.data(), no_variable))
        .text;
}

}  // namespace

TEST_CASE("the command line becomes options") {
    const ServerOptions options =
        options_of({"--index", "indeks", "--listen", "[::1]:9000", "--threads", "3",
                    "--metrics-listen", "127.0.0.1:9180", "--slow-request-ms", "50"});
    CHECK(options.index == "indeks");
    REQUIRE(options.http.listen.size() == 1);
    CHECK(options.http.listen[0].host == "::1");
    CHECK(options.http.listen[0].port == 9000);
    CHECK(options.is_told_where);
    CHECK_FALSE(options.expects_sockets);
    CHECK(options.http.limits.threads == 3);
    REQUIRE(options.metrics);
    REQUIRE(options.metrics->listen.size() == 1);
    CHECK(options.metrics->listen[0].host == "127.0.0.1");
    CHECK(options.metrics->listen[0].port == 9180);
    CHECK(options.slow_request == std::chrono::milliseconds(50));
    CHECK_FALSE(options.resources.empty());
    const ServerOptions usual = options_of({"--index", "i"});
    CHECK_FALSE(usual.metrics);
    CHECK_FALSE(usual.is_told_where);
    REQUIRE(usual.http.listen.size() == 1);
    CHECK(usual.http.listen[0].port == 8080);
}

TEST_CASE("the server listens on several addresses and sockets") {
    const ServerOptions options =
        options_of({"--index", "i", "--listen", "unix:/run/wespol/wespol.sock", "--listen",
                    "127.0.0.1:81", "--listen", "systemd"});
    REQUIRE(options.http.listen.size() == 2);
    CHECK(options.http.listen[0].path == "/run/wespol/wespol.sock");
    CHECK(options.http.listen[1].port == 81);
    CHECK(options.expects_sockets);
    CHECK(options.public_url == "http://127.0.0.1:81");
}

TEST_CASE("tiles of the map come with whose they are, from wherever they are told") {
    const ServerOptions options =
        options_of({"--index", "i", "--map-attribution", "© autorzy kafelków"},
                   [](const char* variable) -> const char* {
                       const bool is_it = std::string_view(variable) == "WESPOL_MAP_TILES";
                       return is_it ? "https://a.example/{z}/{x}/{y}.png" : nullptr;
                   });
    CHECK(options.map.tile_origin == "https://a.example");
    CHECK(options.map.attribution == "© autorzy kafelków");
    CHECK(options.map.borders.empty());
}

TEST_CASE("the environment sets what no flag does") {
    const ServerOptions options =
        options_of({"--threads", "3"}, [](const char* variable) -> const char* {
            const std::string_view name = variable;
            if (name == "WESPOL_INDEX") return "/srv/index";
            if (name == "WESPOL_THREADS") return "4";
            return nullptr;
        });
    CHECK(options.index == "/srv/index");
    CHECK(options.http.limits.threads == 3);
}

TEST_CASE("a wrong command line is an error of usage with a hint") {
    static const std::string too_long(kMaxAttributionBytes + 1, 'a');
    const auto arguments = GENERATE(values<std::vector<const char*>>({
        {},
        {"--index", "i", "--listen", "nigdzie"},
        {"--index", "i", "--listen", "unix:wespol.sock"},
        {"--index", "i", "--listen", "unix:"},
        {"--index", "i", "--listen", "systemd"},
        {"--index", "i", "--listen", "unix:/run/wespol.sock"},
        {"--index", "i", "--threads", "0"},
        {"--index", "i", "--threads", "8x"},
        {"--index", "i", "--metrics-listen", "systemd"},
        {"--index", "i", "--metrics-listen", "unix:/run/m.sock"},
        {"--index", "i", "--slow-request-ms", "-1"},
        {"--index", "i", "--nieznane"},
        {"--index", "i", "--public-url", "example.org"},
        {"--index", "i", "--public-url", "https://a b"},
        {"--index", "i", "--public-url", "https:///"},
        {"--index", "i", "--public-url", "https://example.org/?q"},
        {"--rotate-key"},
        {"--index", "i", "--map-tiles", "https://a.example/{z}/{x}.png"},
        {"--index", "i", "--map-tiles", "https://a.example/{z}/{x}/{y}.png"},
        {"--index", "i", "--map-attribution", too_long.c_str()},
    }));
    try {
        options_of(arguments);
        FAIL("was accepted");
    } catch (const Error& mistake) {
        CHECK(mistake.code() == ErrorCode::usage);
        CHECK_FALSE(mistake.hint().empty());
    }
}

TEST_CASE("keys lie beside the index, and protocols know where the world finds us") {
    const ServerOptions usual =
        options_of({"--index", "/srv/wespol/index/", "--listen", "127.0.0.1:81"});
    CHECK(usual.keys == "/srv/wespol/keys");
    // However its folder is written: in it they would be copied and thrown away with it.
    CHECK(options_of({"--index", "/srv/wespol/index/."}).keys == "/srv/wespol/keys");
    CHECK(usual.public_url == "http://127.0.0.1:81");

    const ServerOptions told =
        options_of({"--index", "i", "--keys", "/k", "--public-url", "https://a.example/"});
    CHECK(told.keys == "/k");
    CHECK(told.public_url == "https://a.example");
}

TEST_CASE("a new key is made with the file the package brings, though nothing serves") {
    const ServerOptions options =
        options_of({"--config", WESPOL_SOURCE_DIR "/packaging/wespol.toml", "--rotate-key"});
    CHECK(options.rotate_key);
    CHECK(options.keys == "/var/lib/wespol-server/keys");
    CHECK(options_of({"--keys", "/k", "--rotate-key"}).keys == "/k");
}

TEST_CASE("a file of settings that is not there is the environment's fault") {
    try {
        options_of({"--index", "i", "--config", "/nie/ma/takiego.toml"});
        FAIL("was accepted");
    } catch (const Error& mistake) {
        CHECK(mistake.code() == ErrorCode::environment);
        CHECK(std::string(mistake.what()).find("/nie/ma/takiego.toml") != std::string::npos);
    }
}

TEST_CASE("help tells every setting, and --print-config how it stands") {
    const std::string help = answer_to({"--help"});
    const std::string config =
        answer_to({"--index", "/srv/index", "--threads", "3", "--print-config"});
    for (const Setting& each : server_settings()) {
        INFO(each.name);
        CHECK(help.find(flag_of(each)) != std::string::npos);
        CHECK(config.find(std::string(each.name) + " = ") != std::string::npos);
    }
    CHECK(config.find("threads = 3  # --threads") != std::string::npos);
}
