// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/map/map_layers.h"

#include "core/support/ascii.h"
#include "core/support/digest.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxTemplateBytes = 500;
constexpr int kMaxDepth = 8;  ///< of collections in collections

bool is_of_host(char c) {
    return is_ascii_small(c) || is_digit(c) || c == '.' || c == '-' || c == ':';
}

/// RFC 3986, and the braces of the three numbers.
bool is_of_path(char c) {
    return is_ascii_alphanumeric(c) ||
           std::string_view("/-._~%?&=+,:@{}").find(c) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// Collects the outer and inner rings of polygons; false from a call = refused, see `problem`.
class BorderReader {
  public:
    bool read(const Json& json, int depth = 0) {
        if (depth > kMaxDepth || !json.is_object()) return refuse("To nie jest GeoJSON.");
        const auto told = json.find("type");
        const std::string type =
            told != json.end() && told->is_string() ? told->get<std::string>() : "";
        if (type == "FeatureCollection") return read_each(json, "features", depth);
        if (type == "GeometryCollection") return read_each(json, "geometries", depth);
        if (type == "Feature") {
            const auto geometry = json.find("geometry");
            if (geometry == json.end()) return refuse("Obiekt bez geometrii.");
            return geometry->is_null() || read(*geometry, depth + 1);
        }
        const auto coordinates = json.find("coordinates");
        if (coordinates == json.end()) return refuse("To nie jest GeoJSON.");
        if (type == "Polygon") return add_polygon(*coordinates);
        if (type != "MultiPolygon") return true;  // points and lines are no borders
        if (!coordinates->is_array()) return refuse("Wielokąty nie są listą.");
        return std::ranges::all_of(*coordinates,
                                   [&](const Json& polygon) { return add_polygon(polygon); });
    }

    const std::string& problem() const { return problem_; }
    bool is_empty() const { return polygons_.empty(); }
    std::string text() const {
        return Json{{"type", "MultiPolygon"}, {"coordinates", polygons_}}.dump();
    }

  private:
    bool refuse(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool read_each(const Json& json, const char* name, int depth) {
        const auto list = json.find(name);
        if (list == json.end() || !list->is_array())
            return refuse(fmt::format("Brakuje listy „{}”.", name));
        return std::ranges::all_of(*list, [&](const Json& each) { return read(each, depth + 1); });
    }

    bool add_polygon(const Json& rings) {
        if (!rings.is_array()) return refuse("Wielokąt nie jest listą.");
        Json polygon = Json::array();
        for (const Json& ring : rings) {
            if (!ring.is_array()) return refuse("Granica nie jest listą.");
            Json kept = Json::array();
            for (const Json& point : ring) {
                if (++points_ > kMaxBorderPoints)
                    return refuse(fmt::format("Więcej niż {} punktów.", kMaxBorderPoints));
                auto rounded = rounded_point(point);
                if (!rounded) return refuse("Punkt to nie długość i szerokość geograficzna.");
                if (kept.empty() || kept.back() != *rounded) kept.push_back(*std::move(rounded));
            }
            polygon.push_back(std::move(kept));
        }
        polygons_.push_back(std::move(polygon));
        return true;
    }

    static std::optional<Json> rounded_point(const Json& point) {
        constexpr double kFourDecimals = 1e4;
        if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number())
            return std::nullopt;
        const double lon = point[0].get<double>();
        const double lat = point[1].get<double>();
        if (!(std::abs(lon) <= 180 && std::abs(lat) <= 90)) return std::nullopt;
        return Json::array({std::round(lon * kFourDecimals) / kFourDecimals,
                            std::round(lat * kFourDecimals) / kFourDecimals});
    }

    Json polygons_ = Json::array();
    std::size_t points_ = 0;
    std::string problem_;
};

std::string borders_in(const std::filesystem::path& file) {
    const auto refuse = [&](const std::string& why) {
        return Error(ErrorCode::environment,
                     fmt::format("--map-borders {}: {}", file.string(), why),
                     "Podaj plik GeoJSON z wielokątami, na przykład granice powiatów z PRG.");
    };
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    if (error) throw refuse("nie można odczytać pliku");
    if (bytes > kMaxBorderBytes)
        throw refuse(fmt::format("plik ma więcej niż {} MiB", kMaxBorderBytes >> 20));
    auto lines = border_lines(read_file(file));
    if (!lines) throw refuse(lines.error().message);
    return *std::move(lines);
}

}  // namespace

Result<std::string> tile_origin(std::string_view address_template) {
    const std::size_t scheme_end = address_template.find("://");
    const std::string_view scheme =
        address_template.substr(0, std::min(scheme_end, address_template.size()));
    if (scheme != "https" && scheme != "http") return problem("Adres zaczyna się od https://.");
    if (address_template.size() > kMaxTemplateBytes) return problem("Adres jest za długi.");
    const std::size_t host = scheme_end + 3;
    const std::size_t path = address_template.find('/', host);
    if (path == std::string_view::npos || path == host)
        return problem("W adresie brakuje hosta albo ścieżki.");
    if (!std::ranges::all_of(address_template.substr(host, path - host), is_of_host))
        return problem("Host to małe litery, cyfry, kropki i łączniki, z portem po dwukropku.");
    const std::string_view rest = address_template.substr(path);
    if (!std::ranges::all_of(rest, is_of_path)) return problem("W adresie jest niedozwolony znak.");
    for (const std::string_view number : {"{z}", "{x}", "{y}"})
        if (count_of(rest, number) != 1)
            return problem(fmt::format("Adres ma mieć raz {}.", number));
    if (count_of(rest, "{") != 3 || count_of(rest, "}") != 3)
        return problem("Adres może mieć tylko {z}, {x} i {y}.");
    return std::string(address_template.substr(0, path));
}

Result<std::string> border_lines(std::string_view geojson) {
    const Json json = Json::parse(geojson, nullptr, false);
    if (json.is_discarded()) return problem("To nie jest JSON.");
    BorderReader reader;
    if (!reader.read(json)) return problem(reader.problem());
    if (reader.is_empty()) return problem("Nie ma w nim żadnych wielokątów.");
    return reader.text();
}

MapLayers open_map_layers(const MapOptions& options) {
    MapLayers layers;
    if (!options.borders.empty()) layers.borders = borders_in(options.borders);
    layers.digest = sha256(layers.borders + '\n' + options.tiles + '\n' + options.attribution);
    if (options.tiles.empty()) return layers;

    auto origin = tile_origin(options.tiles);
    if (!origin)
        throw Error(ErrorCode::usage,
                    fmt::format("--map-tiles {}: {}", options.tiles, origin.error().message),
                    "Przykład: --map-tiles 'https://tiles.example.org/{z}/{x}/{y}.png'");
    if (options.attribution.empty() || options.attribution.size() > kMaxAttributionBytes)
        throw Error(ErrorCode::usage,
                    fmt::format("--map-attribution: podaj, czyje są kafelki, najwyżej {} bajtów",
                                kMaxAttributionBytes),
                    "Przykład: --map-attribution '© autorzy OpenStreetMap'");
    layers.tiles = options.tiles;
    layers.tile_origin = *std::move(origin);
    layers.attribution = options.attribution;
    return layers;
}

}  // namespace wespol
