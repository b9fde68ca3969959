// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("an address to listen on is host and port") {
    const auto [text, host, port] = GENERATE(table<std::string, std::string, int>({
        {"127.0.0.1:8080", "127.0.0.1", 8080},
        {"localhost:0", "localhost", 0},
        {"[::1]:65535", "::1", 65535},
        {"[::]:80", "::", 80},
    }));
    const auto address = parse_listen_address(text);
    REQUIRE(address);
    CHECK(address->first == host);
    CHECK(address->second == port);
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

TEST_CASE("the command line becomes options") {
    const char* const argv[] = {"wespol-server", "--index",   "indeks", "--listen",
                                "[::1]:9000",    "--threads", "3"};
    const auto options = parse_server_options(7, argv);
    REQUIRE(options);
    CHECK(options->index == "indeks");
    CHECK(options->http.host == "::1");
    CHECK(options->http.port == 9000);
    CHECK(options->http.threads == 3);
    CHECK_FALSE(options->resources.empty());
}

TEST_CASE("a wrong command line is an error of usage with a hint") {
    const auto arguments = GENERATE(values<std::vector<const char*>>({
        {"wespol-server"},
        {"wespol-server", "--index", "i", "--listen", "nigdzie"},
        {"wespol-server", "--index", "i", "--threads", "0"},
        {"wespol-server", "--index", "i", "--nieznane"},
        {"wespol-server", "--index", "i", "--public-url", "example.org"},
        {"wespol-server", "--index", "i", "--public-url", "https://a b"},
        {"wespol-server", "--index", "i", "--public-url", "https://example.org/?q"},
        {"wespol-server", "--rotate-key"},
        {"wespol-server", "--index", "i", "--map-tiles", "https://a.example/{z}/{x}.png"},
        {"wespol-server", "--index", "i", "--map-tiles", "https://a.example/{z}/{x}/{y}.png"},
    }));
    try {
        parse_server_options(static_cast<int>(arguments.size()), arguments.data());
        FAIL("was accepted");
    } catch (const Error& mistake) {
        CHECK(mistake.code() == ErrorCode::usage);
        CHECK_FALSE(mistake.hint().empty());
    }
}

TEST_CASE("keys lie beside the index, and protocols know where the world finds us") {
    const char* const plain[] = {"wespol-server", "--index", "/srv/wespol/index/", "--listen",
                                 "127.0.0.1:81"};
    const auto usual = parse_server_options(5, plain);
    REQUIRE(usual);
    CHECK(usual->keys == "/srv/wespol/keys");
    CHECK(usual->public_url == "http://127.0.0.1:81");

    const char* const told[] = {"wespol-server",      "--keys",      "/k", "--public-url",
                                "https://a.example/", "--rotate-key"};
    const auto options = parse_server_options(6, told);
    REQUIRE(options);
    CHECK(options->keys == "/k");
    CHECK(options->public_url == "https://a.example");
    CHECK(options->rotate_key);
}
