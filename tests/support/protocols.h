// SPDX-License-Identifier: GPL-3.0-or-later
// Protocols as people come by them: asked for over the real server, shown in each form.
#pragma once

#include "tests/support/server_fixture.h"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace wespol::test {

/// A question for whoever needs just any protocol.
inline constexpr const char* kSearch = "q=catering";

/// Where a request for a protocol leads.
std::string made_by(const RunningServer& server, const std::string& question);

/// The same protocol in another form: ".json", ".pdf".
std::string form_of(const std::string& address, const std::string& ending);

nlohmann::json json_of(const RunningServer& server, const std::string& address);

}  // namespace wespol::test
