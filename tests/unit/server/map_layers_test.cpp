// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/map/map_layers.h"

#include "core/support/error.h"
#include "server/http/security_policy.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <fstream>
#include <string>

using namespace wespol;

namespace {

constexpr const char* kTiles = "https://tiles.example.org/{z}/{x}/{y}.png";
constexpr const char* kSquare =
    R"({"type":"Polygon","coordinates":[[[17.00004,52],[18,52],[18,53],[17.00004,52]]]})";

std::string feature(const std::string& geometry) {
    return R"({"type":"Feature","properties":{"name":"x"},"geometry":)" + geometry + "}";
}

}  // namespace

TEST_CASE("the server of tiles is the scheme and host of their address") {
    const auto [address, origin] = GENERATE(table<std::string, std::string>({
        {kTiles, "https://tiles.example.org"},
        {"http://127.0.0.1:8090/{z}/{x}/{y}.png?klucz=a-B_1", "http://127.0.0.1:8090"},
        {"https://a.example/mapa/{x}/{y}/{z}", "https://a.example"},
    }));
    CHECK(tile_origin(address).value() == origin);
}

TEST_CASE("what is no address of tiles is refused with a reason, so nothing gets into a header") {
    const auto address = GENERATE(values<std::string>({
        "",
        "tiles.example.org/{z}/{x}/{y}.png",
        "ftp://a.example/{z}/{x}/{y}.png",
        "javascript:alert(1)//{z}/{x}/{y}",
        "https:///{z}/{x}/{y}.png",
        "https://a.example",
        "https://a.example/{z}/{x}.png",
        "https://a.example/{z}/{x}/{y}/{y}.png",
        "https://{s}.a.example/{z}/{x}/{y}.png",
        "https://a.example/{s}/{z}/{x}/{y}.png",
        "https://a.example/{z}/{x}/{y}.png}",
        "https://user@a.example/{z}/{x}/{y}.png",
        "https://a.example;script-src *//{z}/{x}/{y}.png",
        "https://a.example /{z}/{x}/{y}.png",
        "https://a.example\r\nX: y/{z}/{x}/{y}.png",
        "https://a.example/{z}/{x}/{y}.png\r\nX: y",
        "https://*.example/{z}/{x}/{y}.png",
        "https://a.example/{z}/{x}/{y}.png\"onload=",
        "https://a.example/{z}/{x}/{y}.png" + std::string(600, 'a'),
    }));
    INFO(address);
    const auto origin = tile_origin(address);
    REQUIRE_FALSE(origin);
    CHECK_FALSE(origin.error().message.empty());
}

TEST_CASE("of a GeoJSON text the polygons are kept and nothing else") {
    const std::string kept =
        R"({"coordinates":[[[[17.0,52.0],[18.0,52.0],[18.0,53.0],[17.0,52.0]]]],"type":"MultiPolygon"})";
    const std::string square = kSquare;
    const auto text = GENERATE_COPY(values<std::string>({
        square,
        feature(square),
        R"({"type":"FeatureCollection","features":[)" + feature(square) + "," + feature("null") +
            "," + feature(R"({"type":"Point","coordinates":[17,52]})") + "]}",
        R"({"type":"GeometryCollection","geometries":[)" + square + "]}",
        R"({"type":"MultiPolygon","coordinates":[[[[17.00004,52,110],[18,52],[18,52.00001],[18,53],[17.00004,52]]]]})",
    }));
    INFO(text);
    CHECK(border_lines(text).value() == kept);
}

TEST_CASE("what has no borders, or borders nowhere on earth, is refused with a reason") {
    const auto text = GENERATE(values<std::string>({
        "",
        "[]",
        "{}",
        "null",
        R"({"type":7})",
        R"({"type":"Feature"})",
        R"({"type":"FeatureCollection"})",
        R"({"type":"FeatureCollection","features":[]})",
        R"({"type":"FeatureCollection","features":[1]})",
        R"({"type":"Point","coordinates":[17,52]})",
        R"({"type":"Polygon","coordinates":7})",
        R"({"type":"Polygon","coordinates":[7]})",
        R"({"type":"Polygon","coordinates":[[7]]})",
        R"({"type":"Polygon","coordinates":[[["17","52"]]]})",
        R"({"type":"Polygon","coordinates":[[[17,91]]]})",
        R"({"type":"Polygon","coordinates":[[[5800000,5700000]]]})",
        R"({"type":"MultiPolygon","coordinates":{}})",
        R"({"type":"Polygon","coordinates":[[[17,52)",
    }));
    INFO(text);
    const auto lines = border_lines(text);
    REQUIRE_FALSE(lines);
    CHECK_FALSE(lines.error().message.empty());
}

TEST_CASE("borders are bounded: points, and collections in collections") {
    std::string ring = R"({"type":"Polygon","coordinates":[[)";
    for (std::size_t i = 0; i <= kMaxBorderPoints; ++i)
        ring += i % 2 == 0 ? "[17,52]," : "[18,53],";
    ring.back() = ']';
    CHECK_FALSE(border_lines(ring + "]}"));

    std::string nested = kSquare;
    for (int i = 0; i < 50; ++i)
        nested = R"({"type":"GeometryCollection","geometries":[)" + nested + "]}";
    CHECK_FALSE(border_lines(nested));
}

TEST_CASE("layers are opened once, by what the operator wants") {
    const test::TemporaryDirectory directory;
    const std::filesystem::path folder = directory.path();
    const auto file = folder / "granice.geojson";
    std::ofstream(file) << kSquare;

    const MapLayers none = open_map_layers({});
    CHECK(none.borders.empty());
    CHECK(none.tiles.empty());

    const MapLayers all = open_map_layers({file, kTiles, "© autorzy mapy"});
    CHECK_FALSE(all.borders.empty());
    CHECK(all.tile_origin == "https://tiles.example.org");
    CHECK(all.attribution == "© autorzy mapy");
    CHECK(all.digest != open_map_layers({file, "", ""}).digest);

    struct Row {
        MapOptions options;
        ErrorCode code;
    };
    const auto row = GENERATE_COPY(Row{{"", "https://a.example", "x"}, ErrorCode::usage},
                                   Row{{"", kTiles, ""}, ErrorCode::usage},
                                   Row{{"", kTiles, std::string(300, 'x')}, ErrorCode::usage},
                                   Row{{folder / "nie-ma", "", ""}, ErrorCode::environment},
                                   Row{{folder, "", ""}, ErrorCode::environment});
    try {
        open_map_layers(row.options);
        FAIL("was accepted");
    } catch (const Error& mistake) {
        CHECK(mistake.code() == row.code);
        CHECK_FALSE(mistake.hint().empty());
    }
}

TEST_CASE("one more origin is for pictures alone") {
    CHECK(security_policy().find("img-src 'self' data:;") != std::string::npos);
    const std::string wider = security_policy("https://tiles.example.org");
    CHECK(wider.find("img-src 'self' data: https://tiles.example.org;") != std::string::npos);
    CHECK(wider.find("https:") == wider.rfind("https:"));
}
