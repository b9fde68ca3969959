// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/protocols.h"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace wespol::test {

std::string made_by(const RunningServer& server, const std::string& question) {
    const auto answer = server.get("/protokol/nowy?" + question);
    INFO(question << '\n' << answer.body);
    REQUIRE(answer.status == 303);
    CHECK(answer.get_header_value("Cache-Control") == "no-store");
    return answer.get_header_value("Location");
}

std::string form_of(const std::string& address, const std::string& ending) {
    const std::size_t query = address.find('?');
    return address.substr(0, query) + ending + address.substr(query);
}

nlohmann::json json_of(const RunningServer& server, const std::string& address) {
    const auto answer = server.get(form_of(address, ".json"));
    REQUIRE(answer.status == 200);
    return nlohmann::json::parse(answer.body);
}

}  // namespace wespol::test
