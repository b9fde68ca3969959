// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <charconv>
#include <iostream>

#include <CLI/CLI.hpp>

namespace wespol {
namespace {

/// Beside and not in it: an index is copied and thrown away, a key is neither.
std::filesystem::path keys_beside(const std::filesystem::path& index) {
    return std::filesystem::absolute(index / "").parent_path().parent_path() / "keys";
}

bool is_public_url(std::string_view url) {
    const bool is_web = url.starts_with("http://") || url.starts_with("https://");
    return is_web && url.size() > std::string_view("https://").size() &&
           url.find_first_of(" \t\r\n?#\"'<>") == std::string_view::npos;
}

}  // namespace

std::optional<ServerOptions> parse_server_options(int argc, const char* const* argv) {
    ServerOptions options;
    std::string listen = "127.0.0.1:8080";
    std::string resources;

    CLI::App app("Wespół: podaje opublikowany indeks jako strony i JSON.", "wespol-server");
    app.set_help_flag("-h,--help", "Pokazuje tę pomoc");
    app.set_version_flag("--version", "wespol-server " WESPOL_VERSION, "Pokazuje wersję");
    app.add_option("--index", options.index, "Folder indeksu, z wespol-indexer build");
    app.add_option("--listen", listen, "Adres i port; IPv6 w nawiasach: [::1]:8080")
        ->capture_default_str();
    app.add_option("--threads", options.http.threads, "Ile zapytań naraz")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option(
        "--keys", options.keys,
        "Folder kluczy, którymi podpisywane są protokoły; domyślnie „keys” obok indeksu");
    app.add_option("--public-url", options.public_url,
                   "Adres, pod którym świat widzi serwis, np. https://example.org; stoi w "
                   "protokołach; domyślnie adres z --listen");
    app.add_flag("--rotate-key", options.rotate_key,
                 "Tworzy nowy klucz protokołów i kończy; stare zostają");
    MapOptions map;
    app.add_option("--map-borders", map.borders,
                   "Plik GeoJSON z granicami, które rysuje mapa wyników; domyślnie bez granic");
    app.add_option("--map-tiles", map.tiles,
                   "Adres kafelków mapy z {z}, {x} i {y}; przeglądarki będą pytać tamten serwer; "
                   "domyślnie żaden");
    app.add_option("--map-attribution", map.attribution, "Czyje są kafelki: napis na mapie");
    app.add_option("--resources", resources, "Folder szablonów, stylów i słownika");

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
        app.exit(asked, std::cout, std::cerr);
        return std::nullopt;
    } catch (const CLI::ParseError& mistake) {
        throw Error(ErrorCode::usage, mistake.what(), "Zobacz: wespol-server --help");
    }

    if (options.index.empty() && !(options.rotate_key && !options.keys.empty()))
        throw Error(ErrorCode::usage, "Brakuje --index", "Zobacz: wespol-server --help");
    if (options.keys.empty()) options.keys = keys_beside(options.index);

    const auto address = parse_listen_address(listen);
    if (!address)
        throw Error(ErrorCode::usage, "--listen " + listen + ": " + address.error().message,
                    "Przykład: --listen 127.0.0.1:8080");
    std::tie(options.http.host, options.http.port) = *address;
    if (options.public_url.empty()) options.public_url = "http://" + listen;
    if (!is_public_url(options.public_url))
        throw Error(ErrorCode::usage, "--public-url " + options.public_url + ": to nie jest adres",
                    "Przykład: --public-url https://example.org");
    while (options.public_url.ends_with('/'))
        options.public_url.pop_back();
    options.map = open_map_layers(map);
    options.resources = resources.empty() ? resource_directory() : std::filesystem::path(resources);
    return options;
}

Result<std::pair<std::string, int>> parse_listen_address(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return problem("Brakuje portu.");
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);

    int port = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port < 0 || port > 65535)
        return problem("Port to liczba od 0 do 65535.");

    const bool in_brackets = host.starts_with('[') && host.ends_with(']');
    if (in_brackets) host = host.substr(1, host.size() - 2);
    if (host.empty()) return problem("Brakuje adresu.");
    if (!in_brackets && host.find(':') != std::string_view::npos)
        return problem("Adres IPv6 podaj w nawiasach kwadratowych.");
    return std::pair(std::string(host), port);
}

}  // namespace wespol
