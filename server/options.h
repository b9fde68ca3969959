// SPDX-License-Identifier: GPL-3.0-or-later
// What wespol-server was told at its start, as values: by flags, environment and file, out of one
// table (settings_table.h). Thread-safe: no state.
#pragma once

#include "core/support/result.h"
#include "server/http/http_server.h"
#include "server/map/map_layers.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace wespol {

inline constexpr std::string_view kSocketsOfSystemd = "systemd";
inline constexpr std::string_view kUnixPrefix = "unix:";

struct ServerOptions {
    std::filesystem::path index;
    std::filesystem::path resources;
    std::filesystem::path keys;  ///< folder of the keys of protocols
    std::string public_url;  ///< "https://example.org": how the world reaches it; "" for rotate_key
    std::optional<HttpServerOptions> metrics;  ///< null = nowhere
    std::chrono::milliseconds slow_request{};  ///< 0 = no request counts as slow
    std::chrono::milliseconds search_limit{};  ///< of one request
    bool rotate_key = false;                   ///< make a new key and end
    MapLayers map;
    HttpServerOptions http;
    bool expects_sockets = false;  ///< "systemd" is among what to listen on
    bool is_told_where = false;    ///< somebody said where to listen
};

/// Help, version or the settings as a file, to be printed before ending with 0.
struct ServerAnswer {
    std::string text;
};

using Environment = std::function<const char*(const char* variable)>;

/// Throws Error(usage) that names flag, variable or line when something was told wrongly,
/// Error(environment) for a file of borders that is none.
std::variant<ServerOptions, ServerAnswer> parse_server_options(int argc, const char* const* argv,
                                                               const Environment& environment);

/// "127.0.0.1:8080", "[::1]:8080", "unix:/run/wespol/wespol.sock".
Result<ListenAddress> parse_listen_address(std::string_view text);

}  // namespace wespol
