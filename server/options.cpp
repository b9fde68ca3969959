// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include "core/settings/settings.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "server/settings_table.h"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

namespace wespol {
namespace {

constexpr const char* kSeeHelp = "Zobacz: wespol-server --help";
constexpr const char* kFooter =
    "To samo można podać w środowisku (--public-url: WESPOL_PUBLIC_URL; kilka adresów z\n"
    "przecinkami) i w pliku TOML z --config albo WESPOL_CONFIG (--public-url: public_url w sekcji\n"
    "[server], --index: index nad sekcjami). Opcja idzie przed środowiskiem, środowisko przed\n"
    "plikiem.";

/// Beside and not in it: an index is copied and thrown away, a key is neither.
std::filesystem::path keys_beside(const std::filesystem::path& index) {
    const std::filesystem::path folder = std::filesystem::absolute(index / "").lexically_normal();
    return folder.parent_path().parent_path() / "keys";
}

bool is_of_network(std::string_view listen) {
    return listen != kSocketsOfSystemd && !listen.starts_with(kUnixPrefix);
}

std::string public_url_of(const Settings& settings) {
    std::string url = settings.text("public_url");
    while (url.ends_with('/'))
        url.pop_back();
    if (!url.empty()) return url;
    const auto& listen = settings.list("listen");
    const auto first = std::ranges::find_if(listen, is_of_network);
    if (first == listen.end())
        throw Error(ErrorCode::usage, "Brakuje --public-url",
                    "Gniazdo nie mówi, pod jakim adresem świat widzi serwis, a adres stoi w "
                    "protokołach. Przykład: --public-url https://example.org");
    return "http://" + *first;
}

ServerOptions options_of(const Settings& settings, bool rotate_key) {
    ServerOptions options;
    options.rotate_key = rotate_key;
    options.index = settings.text("index");
    options.keys = settings.text("keys");
    if (options.index.empty() && !(rotate_key && !options.keys.empty()))
        throw Error(ErrorCode::usage, "Brakuje --index", kSeeHelp);
    if (options.keys.empty()) options.keys = keys_beside(options.index);
    options.resources = settings.text("resources");
    if (options.resources.empty()) options.resources = resource_directory();

    options.is_told_where = !settings.origin("listen").empty();
    options.http.listen.clear();
    for (const std::string& each : settings.list("listen")) {
        if (each == kSocketsOfSystemd)
            options.expects_sockets = true;
        else
            options.http.listen.push_back(parse_listen_address(each).value());
    }
    // A new key is nobody's address: only what serves needs one.
    if (!rotate_key) options.public_url = public_url_of(settings);
    options.http.limits.threads = static_cast<std::size_t>(settings.number("threads"));
    if (const std::string& metrics = settings.text("metrics_listen"); !metrics.empty()) {
        options.metrics.emplace();
        options.metrics->listen = {parse_listen_address(metrics).value()};
        options.metrics->limits.threads = 1;
    }
    options.slow_request = std::chrono::milliseconds(settings.number("slow_request_ms"));
    options.map = open_map_layers({.borders = settings.text("map_borders"),
                                   .tiles = settings.text("map_tiles"),
                                   .attribution = settings.text("map_attribution")});
    return options;
}

}  // namespace

std::variant<ServerOptions, ServerAnswer> parse_server_options(int argc, const char* const* argv,
                                                               const Environment& environment) {
    CLI::App app("Wespół: podaje opublikowany indeks jako strony i JSON.", "wespol-server");
    app.set_help_flag("-h,--help", "Pokazuje tę pomoc");
    app.set_version_flag("--version", "wespol-server " WESPOL_VERSION, "Pokazuje wersję");
    app.footer(kFooter);

    SettingSources sources;
    sources.environment = environment;
    for (const Setting& each : server_settings()) {
        CLI::Option* option = app.add_option(flag_of(each), sources.flags[std::string(each.name)],
                                             std::string(each.help));
        option->type_name(std::string(each.value_name))
            ->default_str(std::string(each.default_text))
            ->allow_extra_args(false);
        if (each.kind != SettingKind::list) option->expected(1);
    }
    std::string config;
    bool rotate_key = false;
    bool prints_config = false;
    app.add_option("--config", config, "Plik ustawień (TOML)")->type_name("PLIK");
    app.add_flag("--print-config", prints_config,
                 "Pokazuje ustawienia jako taki plik, każde z tym, skąd jest, i kończy");
    app.add_flag("--rotate-key", rotate_key,
                 "Tworzy nowy klucz protokołów i kończy; stare zostają");

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForVersion& version) {
        return ServerAnswer{std::string(version.what()) + "\n"};
    } catch (const CLI::CallForHelp&) {
        return ServerAnswer{app.help()};
    } catch (const CLI::ParseError& mistake) {
        throw Error(ErrorCode::usage, mistake.what(), kSeeHelp);
    }

    sources.file = settings_file(config, environment);
    const Settings settings = Settings::read(server_settings(), sources);
    if (prints_config) return ServerAnswer{settings.as_file()};
    return options_of(settings, rotate_key);
}

Result<ListenAddress> parse_listen_address(std::string_view text) {
    if (text.starts_with(kUnixPrefix)) {
        text.remove_prefix(kUnixPrefix.size());
        if (text.size() < 2 || !text.starts_with('/'))
            return problem("Po „unix:” ma stać pełna ścieżka gniazda: unix:/run/wespol.sock.");
        return ListenAddress{"", 0, text};
    }
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
    return ListenAddress{std::string(host), port};
}

}  // namespace wespol
