// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <charconv>
#include <iostream>

#include <CLI/CLI.hpp>

namespace wespol {

std::optional<ServerOptions> parse_server_options(int argc, const char* const* argv) {
    ServerOptions options;
    std::string listen = "127.0.0.1:8080";
    std::string resources;

    CLI::App app("Wespół: podaje opublikowany indeks jako strony i JSON.", "wespol-server");
    app.set_help_flag("-h,--help", "Pokazuje tę pomoc");
    app.set_version_flag("--version", "wespol-server " WESPOL_VERSION, "Pokazuje wersję");
    app.add_option("--index", options.index, "Folder indeksu, z wespol-indexer build")->required();
    app.add_option("--listen", listen, "Adres i port; IPv6 w nawiasach: [::1]:8080")
        ->capture_default_str();
    app.add_option("--threads", options.http.threads, "Ile zapytań naraz")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option("--resources", resources, "Folder szablonów, stylów i słownika");

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
        app.exit(asked, std::cout, std::cerr);
        return std::nullopt;
    } catch (const CLI::ParseError& mistake) {
        throw Error(ErrorCode::usage, mistake.what(), "Zobacz: wespol-server --help");
    }

    const auto address = parse_listen_address(listen);
    if (!address)
        throw Error(ErrorCode::usage, "--listen " + listen + ": " + address.error().message,
                    "Przykład: --listen 127.0.0.1:8080");
    std::tie(options.http.host, options.http.port) = *address;
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
