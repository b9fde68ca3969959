// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/quality_figures.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

Provenance as_of(const char* date) {
    Provenance provenance;
    if (*date != '\0') provenance.as_of = PartialDate::parse(date).value();
    return provenance;
}

Entity entity_as_of(const std::vector<const char*>& dates) {
    Entity entity;
    entity.provenance = as_of(dates.front());
    if (dates.size() > 1)
        for (const char* each : dates)
            entity.claims.push_back({"x", {}, {}, as_of(each)});
    return entity;
}

}  // namespace

TEST_CASE("facts are as old as the newest source that tells its date") {
    const auto [dates, year] = GENERATE(table<std::vector<const char*>, int>({
        {{"2019"}, 2019},
        {{"2019-12-31"}, 2019},
        {{"../2021-01-09"}, 2021},
        {{"2020-05/.."}, 2020},
        {{"2018/2022"}, 2022},
        {{"2019", "2024-02"}, 2024},
        {{"2024-02", ""}, 2024},
        {{"", "2017"}, 2017},
        {{""}, 0},
        {{"", ""}, 0},
    }));
    Catalogue catalogue;
    catalogue.entities = {entity_as_of(dates)};
    const FactAge age = quality_figures(catalogue, {}).age;
    INFO(dates.front());
    if (year == 0) {
        CHECK(age.by_year.empty());
        CHECK(age.undated == 1);
    } else {
        CHECK(age.by_year == std::map<int, std::size_t>{{year, 1}});
        CHECK(age.undated == 0);
    }
}

TEST_CASE("what is known of how many, and what comes back is what was written") {
    Catalogue catalogue;
    Entity known = entity_as_of({"2024"});
    known.phone = "+48618533085";
    known.provenance.urls = {"https://zmyslone.example"};
    Entity merged = entity_as_of({"2023", "2022"});
    merged.claims[1].provenance.urls = {"https://zmyslone.example"};
    catalogue.entities = {known, merged, Entity{}};
    Certificate held;
    held.holder = "x";
    catalogue.certificates = {held, Certificate{}, Certificate{}};

    const QualityFigures counted =
        quality_figures(catalogue, {{"sources/entities.jsonl", 4, 1}, {"sources/\"<x>.csv", 0, 0}});
    const QualityFigures figures = decode_quality(encode(counted));
    CHECK(encode(figures) == encode(counted));
    CHECK(figures.count("entities") == 3);
    CHECK(figures.count("entities_in_several_sources") == 1);
    CHECK(figures.count("certificates") == 3);
    CHECK(figures.count("nie ma takiej liczby") == 0);
    CHECK(figures.certificates_with_holder == 1);
    CHECK(figures.certificates_without_holder == 2);
    const auto coverage = [&](const std::string& field) {
        for (const NamedCount& each : figures.coverage)
            if (each.name == field) return each.number;
        return std::size_t{999};
    };
    CHECK(coverage("phone") == 1);
    CHECK(coverage("krs") == 0);
    CHECK(coverage("as_of") == 2);
    CHECK(coverage("sources") == 2);
    REQUIRE(figures.sources.size() == 2);
    CHECK(figures.sources[0].rejected == 1);
    CHECK(figures.sources[1].file == "sources/\"<x>.csv");
}

TEST_CASE("figures of a stranger are refused with what to do") {
    const auto text = GENERATE(values<std::string>(
        {"", "[]", "{}", R"({"counts": {"entities": "dużo"}})",
         R"({"counts":{},"coverage":{},"age":{"by_year":{"rok":1},"undated":0}})"}));
    CHECK_THROWS_AS(decode_quality(text), Error);
}
