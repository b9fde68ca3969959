// SPDX-License-Identifier: GPL-3.0-or-later
// How clerks write legal forms: the column, the name and the linker know the same writings.
#include "indexer/profile/legal_form_names.h"

#include "indexer/linking/form_writings.h"
#include "indexer/loading/catalogue_loader.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <algorithm>
#include <filesystem>
#include <string>

using namespace wespol;

namespace {

const LegalFormNames& embedded_names() {
    static const LegalFormNames names(std::filesystem::path(WESPOL_SOURCE_DIR) / "data");
    return names;
}

}  // namespace

TEST_CASE("words of the column of legal forms", "[legal_form_names]") {
    const auto [written, code] = GENERATE(table<std::string, std::string>({
        {"spółdzielnia socjalna", "spoldzielnia_socjalna"},
        {"Sp. socjalna", "spoldzielnia_socjalna"},
        {"spółdz. socjalna", "spoldzielnia_socjalna"},
        {"Spółdz. Soc.", "spoldzielnia_socjalna"},
        {"SS", "spoldzielnia_socjalna"},
        {"OSP", "stowarzyszenie"},
        {"Stow.", "stowarzyszenie"},
        {"spółka z o.o. non profit", "spolka_non_profit"},
        {"Sp. z o. o. non profit", "spolka_non_profit"},
        {"spółdzielnia", "inne"},  // of work, of farmers, of tenants
        {"Spółdz.", "inne"},
        {"spółka z o.o.", ""},  // perhaps for profit
        {"spółdzielnia mieszkaniowa", ""},
    }));
    INFO(written);
    CHECK(embedded_names().find_word(written, "entities").value_or("") == code);
}

TEST_CASE("forms that the linker knows the column and the names know too", "[legal_form_names]") {
    for (const FormWriting& each : kFormWritings) {
        const bool is_told = (each.kind == FormKind::own || each.kind == FormKind::unit) &&
                             each.code != "spolka" && each.words != "spółdzielnia" &&
                             each.words != "spółdz.";
        if (!is_told) continue;
        const std::string words(each.words);
        INFO(words);
        const std::string code(each.code == "osp" ? "stowarzyszenie" : each.code);
        const auto found = embedded_names().find(words + " Zmyślona Chmurka", "entities");
        REQUIRE(found);
        CHECK(found->code == code);
    }
    CHECK_FALSE(embedded_names().find("Spółdzielnia „Zmyślona Chmurka”", "entities"));
}

TEST_CASE("a form that is not known is told once", "[legal_form_names]") {
    const auto [name, written, code, remarks] =
        GENERATE(table<std::string, std::string, std::string, int>({
            {"Zmyślona Chmurka", "spółdzielnia mleczarska", "inne", 1},
            {"Zmyślona Chmurka sp. z o. o.", "spółka z o.o.", "inne", 1},
            {"Fundacja Zmyślona Chmurka", "fund. prywatna", "fundacja", 1},
            {"Zmyślona Chmurka", "sp. soc.", "spoldzielnia_socjalna", 0},
        }));
    const test::DataFolder folder;
    folder.append("vocabulary/legal_form.jsonl",
                  R"({"code": "inne", "label": {"pl": "inna forma", "en": "other form", )"
                  R"("uk": "інша форма"}})");
    folder.write("sources/entities-2026-10.csv",
                 "Nazwa;Forma prawna;KRS\n" + name + ";" + written + ";0000000999\n");
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    INFO(name << ", " << written);
    CHECK(std::ranges::count_if(loaded.diagnostics, [](const Diagnostic& each) {
              return each.message.find("forma prawna") != std::string::npos &&
                     each.file == "sources/entities-2026-10.csv";
          }) == remarks);
    const auto made = std::ranges::find(loaded.catalogue.entities, "krs-0000000999", &Entity::id);
    REQUIRE(made != loaded.catalogue.entities.end());
    CHECK(made->legal_form == code);
}
