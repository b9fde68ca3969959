// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of wespol-server, as values. No environment variables; of files only the borders
// of the map. Thread-safe: no
// state.
#pragma once

#include "core/support/result.h"
#include "server/http/http_server.h"
#include "server/map/map_layers.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace wespol {

struct ServerOptions {
    std::filesystem::path index;
    std::filesystem::path resources;
    std::filesystem::path keys;  ///< folder of the keys of protocols
    std::string public_url;      ///< "https://example.org": how the world reaches the server
    bool rotate_key = false;     ///< make a new key and end
    MapLayers map;
    HttpServerOptions http;
};

/// Null when only help or the version was asked for (it is printed). Throws Error(usage) on a
/// wrong command line, Error(environment) for a file of borders that is none.
std::optional<ServerOptions> parse_server_options(int argc, const char* const* argv);

/// "127.0.0.1:8080", "[::1]:8080".
Result<std::pair<std::string, int>> parse_listen_address(std::string_view text);

}  // namespace wespol
