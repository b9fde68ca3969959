// SPDX-License-Identifier: GPL-3.0-or-later
// What /api/v1/openapi.json says against what the server does: addresses, methods, parameters,
// types. The shape of answers is held to it by script/check-openapi, over tests/golden/api.
#include "core/support/ascii.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <regex>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;
using Names = std::set<std::string>;

namespace {

struct Operation {
    std::string method;  ///< "get", "post"
    std::string path;    ///< with {id}, {code}
    Json told;
};

const Json& description() {
    static const Json document = Json::parse(shared_server().get("/api/v1/openapi.json").body);
    return document;
}

std::vector<Operation> operations() {
    std::vector<Operation> all;
    for (const auto& [path, methods] : description().at("paths").items())
        for (const auto& [method, told] : methods.items())
            all.push_back({method, path, told});
    return all;
}

/// "/api/v1/entities/{id}" → "/api/v1/entities/*".
std::string pattern_of(const std::string& path) {
    static const std::regex argument(R"(\{[a-z]+\}$)");
    return std::regex_replace(path, argument, "*");
}

/// An address that exists, without the parameters that may be left out.
std::string example_of(const Operation& operation) {
    std::string path =
        std::regex_replace(operation.path, std::regex(R"(\{id\})"), "nip-1111111111");
    path = std::regex_replace(path, std::regex(R"(\{code\})"), "55520000");
    return path + (path == "/api/v1/compare" ? "?id=nip-1111111111&" : "?");
}

httplib::Response answer_to(const Operation& operation, const std::string& query) {
    const std::string address = example_of(operation) + query;
    return operation.method == "post" ? shared_server().post(address, "1111111111", "text/plain")
                                      : shared_server().get(address);
}

Names told_parameters(const Operation& operation) {
    Names names;
    for (const Json& each : operation.told.value("parameters", Json::array()))
        if (each.contains("$ref")) {
            const auto place = Json::json_pointer(each.at("$ref").get<std::string>().substr(1));
            names.insert(description().at(place).at("name"));
        }
    return names;
}

/// No address of the API applies `widok`; the refusal lists all that are applied there.
Names applied_parameters(const Operation& operation) {
    const auto refusal = answer_to(operation, "widok=mapa");
    Names names;
    if (refusal.status != 400) return names;  // it takes none, and ignores them all
    const Json problem = Json::parse(refusal.body);
    std::istringstream list(problem.at("problems").at(0).at("allowed").get<std::string>());
    for (std::string name; std::getline(list, name, ',');)
        names.emplace(trimmed(name));
    return names;
}

}  // namespace

TEST_CASE("the description of the API has every address with its methods, and no other") {
    Names told, served;
    for (const Operation& each : operations())
        told.insert(each.method + ' ' + pattern_of(each.path));
    for (const auto& [pattern, accepted] : Application::routes_of_programs()) {
        const std::string path(pattern);
        const bool is_told = path.starts_with("/api/") || path == "/health" ||
                             path == "/.well-known/wespol-keys.json";
        if (is_told && accepted.reads) served.insert("get " + path);
        if (is_told && accepted.most_body_bytes > 0) served.insert("post " + path);
    }
    CHECK(told == served);
}

TEST_CASE("the description of the API has the parameters that an address applies") {
    for (const Operation& each : operations()) {
        INFO(each.method << ' ' << each.path);
        CHECK(told_parameters(each) == applied_parameters(each));
    }
}

TEST_CASE("the description of the API names the type of each answer") {
    for (const Operation& each : operations()) {
        INFO(each.method << ' ' << each.path);
        const auto answer = answer_to(each, "");
        CHECK(answer.status == 200);
        const std::string type = answer.get_header_value("Content-Type");
        CHECK(each.told.at("responses")
                  .at("200")
                  .at("content")
                  .contains(type.substr(0, type.find(';'))));
    }
}

TEST_CASE("every limit that the description of the API tells is the one that is kept") {
    const Json& told = description().at("components").at("parameters");
    const auto is_taken = [](const std::string& query) {
        return shared_server().get("/api/v1/entities?" + query).status == 200;
    };
    for (const auto& [name, example] :
         {std::pair<std::string, std::string>{"na-stronie", ""}, {"promien", "blisko=Konin&"}}) {
        INFO(name);
        const Json& schema = told.at(name).at("schema");
        const int most = schema.at("maximum"), least = schema.at("minimum");
        CHECK(is_taken(example + name + '=' + std::to_string(most)));
        CHECK_FALSE(is_taken(example + name + '=' + std::to_string(most + 1)));
        CHECK(is_taken(example + name + '=' + std::to_string(least)));
        CHECK_FALSE(is_taken(example + name + '=' + std::to_string(least - 1)));
    }
    for (const std::string name : {"sortuj", "wyjasnij", "lang"})
        for (const Json& value : told.at(name).at("schema").at("enum")) {
            INFO(name << '=' << value);
            CHECK(is_taken("q=catering&blisko=Konin&" + name + '=' + value.get<std::string>()));
        }
}

TEST_CASE("other people's pages may read the description of the API") {
    const auto answer = shared_server().get("/api/v1/openapi.json");
    CHECK(answer.get_header_value("Access-Control-Allow-Origin") == "*");
    CHECK(description().at("openapi").get<std::string>().starts_with("3.1"));
    CHECK(shared_server().get("/api").body.find("href=\"/api/v1/openapi.json\"") !=
          std::string::npos);
}
