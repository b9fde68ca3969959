// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of wespol-server, as values. No environment variables, no file.
#pragma once

#include "core/support/result.h"
#include "server/http/http_server.h"

#include <filesystem>
#include <optional>

namespace wespol {

struct ServerOptions {
    std::filesystem::path index;
    std::filesystem::path resources;
    HttpServerOptions http;
};

/// Null when only help or the version was asked for (it is printed). Throws Error(usage) on a
/// wrong command line.
std::optional<ServerOptions> parse_server_options(int argc, const char* const* argv);

/// "127.0.0.1:8080", "[::1]:8080".
Result<std::pair<std::string, int>> parse_listen_address(std::string_view text);

}  // namespace wespol
