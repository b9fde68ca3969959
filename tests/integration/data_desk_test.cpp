// SPDX-License-Identifier: GPL-3.0-or-later
// A new list from the office, all the way through the real program: look, decide, publish, undo.
#include "core/index/generation_store.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/program.h"
#include "tests/support/text.h"
#include "tests/support/workbook_file.h"

#include <string>
#include <vector>

#include <fmt/format.h>

using namespace wespol;
using namespace wespol::test;

namespace {

std::string cell(char column, int row, const std::string& text) {
    return fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", column, row, text);
}

std::string date_cell(char column, int row, int day) {
    return fmt::format(R"(<c r="{}{}" s="1"><v>{}</v></c>)", column, row, day);
}

std::string row(int number, const std::string& cells) {
    return fmt::format(R"(<row r="{}">{}</row>)", number, cells);
}

std::string text_row(int number, const std::vector<std::string>& texts) {
    std::string cells;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!texts[i].empty()) cells += cell(static_cast<char>('A' + i), number, texts[i]);
    return row(number, cells);
}

/// A title above the headings, an inflected holder, a date as a date and two as texts, a wrong NIP,
/// and a holder of whose name there are two.
std::string list_of_certificates() {
    constexpr int june_12_2024 = 45455;
    return "<sheetData>" + text_row(1, {"Zmyślony wykaz certyfikatów"}) +
           text_row(3, {"Lp.", "Posiadacz", "Miejscowość", "NIP", "Produkt lub usługa",
                        "Data przyznania"}) +
           row(4, cell('A', 4, "1") + cell('B', 4, "Spółdzielnią Socjalną „Zmyślona Chmurka”") +
                      cell('C', 4, "Wymysłowo") + cell('E', 4, "chmury na zamówienie") +
                      date_cell('F', 4, june_12_2024)) +
           text_row(5, {"2", "Fundacja Zmyślonych Skrzydeł", "Baśń", "1234567890", "skrzydła",
                        "12 czerwca 2024 r."}) +
           text_row(6, {"3", "Fundacja „Bliźniacza Mgła”", "", "", "mgła", "12.06.2024"}) +
           "</sheetData>";
}

/// The line that the program offers, completed by the one who decides.
std::string completed_line(const std::string& said) {
    const std::size_t begin = said.find("{\"a\"");
    REQUIRE(begin != said.npos);
    std::string line = said.substr(begin, said.find('}', begin) + 1 - begin);
    const auto put = [&](const std::string& blank, const std::string& value) {
        const std::size_t at = line.find(blank);
        REQUIRE(at != line.npos);
        line.replace(at, blank.size(), value);
    };
    put("same | different", "same");
    put("rola", "zmyślone biuro");
    put("RRRR-MM-DD", "2026-11-22");
    put("dlaczego", "lista jest z Baśni");
    return line;
}

}  // namespace

TEST_CASE("a list from Excel: dry run, decision, publication, rollback", "[data_desk]") {
    const DataFolder data;
    const TemporaryDirectory folder;
    const std::string index = folder.path() / "index";
    const auto run = [&](const std::string& command, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{command, "--index", index};
        if (command != "rollback") arguments.insert(arguments.end(), {"--data", data.path()});
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_program("wespol-indexer", arguments);
    };
    const auto served = [&] { return GenerationStore(index).current()->filename().string(); };

    data.append("sources/entities.jsonl",
                R"({"id": "mgla-basn", "name": "Fundacja „Bliźniacza Mgła”", )"
                R"("legal_form": "fundacja", "town": "Baśń", "municipality": "990201"})"
                "\n"
                R"({"id": "mgla-wymyslowo", "name": "Fundacja „Bliźniacza Mgła”", )"
                R"("legal_form": "fundacja", "town": "Wymysłowo", "municipality": "990101"})");
    REQUIRE(run("build").exit_code == 0);
    const std::string before = served();

    write_zip(data.path() / "sources/certificates-2024-06.xlsx", workbook(list_of_certificates()));
    const Ended look = run("build", {"--dry-run"});
    INFO(look.out << look.err);
    CHECK(look.exit_code == 0);
    CHECK(served() == before);
    CHECK(has(look.out, "wymagają decyzji: 1"));
    CHECK(has(look.err, "certificates-2024-06.xlsx:5"));
    CHECK(has(look.err, "NIP"));
    CHECK(has(look.err, "mgla-basn"));
    CHECK(has(look.err, "mgla-wymyslowo"));

    data.append("decisions.jsonl", completed_line(look.out));
    const Ended decided = run("diff");
    INFO(decided.out << decided.err);
    CHECK(decided.exit_code == 0);
    CHECK_FALSE(has(decided.out, "wymagają decyzji"));
    CHECK(has(decided.out, "[ss-zmyslona-chmurka]"));
    CHECK(has(decided.out, "[mgla-"));

    CHECK(run("build").exit_code == 0);
    const std::string after = served();
    CHECK(after != before);
    CHECK(run("build").exit_code == 4);
    CHECK(served() == after);

    CHECK(run("rollback").exit_code == 0);
    CHECK(served() == before);
}
