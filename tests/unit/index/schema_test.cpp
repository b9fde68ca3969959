// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/schema.h"

#include "tests/support/catch.hpp"

using namespace wespol;

TEST_CASE("Every parameter of api.md that filters is found in the schema") {
    for (const char* parameter : {"branza", "forma", "grupa", "powiat", "gmina", "subregion",
                                  "certyfikat", "status", "marka", "cpv", "aktywnosc"}) {
        INFO(parameter);
        REQUIRE(field_of_parameter(parameter) != nullptr);
        CHECK(field_of_parameter(parameter)->parameter == parameter);
    }
    CHECK(field_of_parameter("") == nullptr);
    CHECK(field_of_parameter("q") == nullptr);
}

TEST_CASE("Terms carry their field and are cut between characters") {
    CHECK(surface_term(field(FieldId::name), "furia") == "XNfuria");
    CHECK(lemma_term(field(FieldId::name), "furia") == "ZXNfuria");
    CHECK(code_term(FieldId::county, "3003") == "XP3003");

    std::string cyrillic;
    for (int i = 0; i < 200; ++i)
        cyrillic += "ж";
    const std::string term = surface_term(field(FieldId::name), cyrillic);
    CHECK(term.size() <= 120);
    CHECK((term.size() - 2) % 2 == 0);
}
