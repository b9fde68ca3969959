// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/own_name.h"

#include "tests/support/catch.hpp"
#include "tests/support/test_catalogue.h"

using namespace wespol;
using namespace wespol::test;

TEST_CASE("An organisation is known by its name without the legal form") {
    struct Row {
        const char* name;
        const char* own;  ///< "" = none
    };
    const auto [name, own] = GENERATE(values<Row>({
        {"Fundacja „Zmyślona Latarnia”", "zmyslona latarnia"},
        {"„Zmyślona Latarnia” fundacja", "zmyslona latarnia"},
        {"FUNDACJA Latarnia", "latarnia"},
        {"Zmyślona Latarnia", ""},
        {"Fundacja", ""},
        {"Fundacja ABC", ""},
        {"Fundacja w Gnieźnie", ""},
        {"Fundacja Gniezno", ""},
        {"Fundacjada Latarnia", ""},
    }));
    const Catalogue catalogue = test_catalogue();
    Entity entity;
    entity.id = "zmyslona";
    entity.name = name;
    entity.legal_form = "fundacja";
    INFO(name);
    CHECK(own_name(entity, catalogue.references).value_or("") == own);
}
