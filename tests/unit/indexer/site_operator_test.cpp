// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs the site: told whole or refused, never supplied.
#include "core/catalogue/record_json.h"
#include "core/support/error.h"
#include "indexer/loading/site_operator_loader.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <filesystem>
#include <string>

using namespace wespol;

namespace {

std::string refusal_of(const std::string& text) {
    const test::DataFolder folder;
    folder.write("operator.json", text);
    try {
        load_site_operator(folder.path());
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::data_rejected);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("nothing is known of an operator who has told nothing", "[operator]") {
    const test::DataFolder folder;
    folder.remove("operator.json");
    const SiteOperator nobody;
    References without, with;
    without.site_operator = load_site_operator(folder.path());
    with.site_operator =
        load_site_operator(std::filesystem::path(WESPOL_SOURCE_DIR) / "data");  // a form to fill in
    CHECK_FALSE(without.site_operator.name);
    CHECK_FALSE(with.site_operator.name);
    CHECK_FALSE(with.site_operator.accessibility.conformance);
    CHECK(encode(without) == encode(References{}));
    CHECK(encode(with) == encode(References{}));
}

TEST_CASE("what an operator tells is kept with the index", "[operator]") {
    const test::DataFolder folder;
    folder.write("operator.json", R"({"name": "Biuro Zmyślone", "email": "biuro@zmyslone.example",
        "website": "https://zmyslone.example", "logs": "Adresy IP trzymamy 7 dni.",
        "accessibility": {"site_published": "2026-11-22", "conformance": "czesciowo_zgodna",
                          "not_conforming": ["Zmyślona mapa nie ma listy."],
                          "basis": "podmiot_zewnetrzny", "assessor": null}})");
    References references;
    references.site_operator = load_site_operator(folder.path());
    const std::string json = encode(references);
    const SiteOperator kept = decode_references(json).site_operator;
    CHECK(kept.name == "Biuro Zmyślone");
    CHECK(kept.website == "https://zmyslone.example");
    CHECK(kept.accessibility.site_published->text() == "2026-11-22");
    CHECK(kept.accessibility.conformance == "czesciowo_zgodna");
    CHECK(kept.accessibility.not_conforming.size() == 1);
    CHECK_FALSE(kept.accessibility.assessor);
    CHECK(encode(decode_references(json)) == json);
}

TEST_CASE("a generation of before there was word of the operator is still opened", "[operator]") {
    std::string json = encode(References{});
    const std::string key = R"("site_operator":)";
    const auto at = json.find(key);
    REQUIRE(at != std::string::npos);
    json.replace(at, key.size(), R"("something_else":)");
    CHECK_FALSE(decode_references(json).site_operator.name);
}

TEST_CASE("a statement that is written wrongly is refused whole", "[operator]") {
    const auto [text, part] = GENERATE(table<std::string, std::string>({
        {"", "obiekt"},
        {"[]", "obiekt"},
        {R"({"nazwa": "x"})", "nazwa"},
        {R"({"name": 5})", "name"},
        {R"({"email": "biuro"})", "email"},
        {R"({"website": "javascript:alert"})", "website"},
        {R"({"accessibility": "zgodna"})", "accessibility"},
        {R"({"accessibility": {"conformance": "prawie"}})", "accessibility.conformance"},
        {R"({"accessibility": {"basis": "wróżka"}})", "accessibility.basis"},
        {R"({"accessibility": {"prepared": "2026"}})", "accessibility.prepared"},
        {R"({"accessibility": {"prepared": "2026-02-30"}})", "accessibility.prepared"},
        {R"({"accessibility": {"report_url": "raport.pdf"}})", "accessibility.report_url"},
    }));
    INFO(text);
    const std::string said = refusal_of(text);
    INFO(said);
    CHECK(said.find("operator.json") != std::string::npos);
    CHECK(said.find(part) != std::string::npos);
}
