// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "indexer/command/options.h"
#include "indexer/report/polish_count.h"
#include "tests/support/catch.hpp"
#include "tests/support/no_variable.h"
#include "tests/support/temporary_directory.h"

#include <chrono>
#include <fstream>
#include <string>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

std::variant<Options, Farewell> parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "wespol-indexer");
    return parse_options(static_cast<int>(arguments.size()), arguments.data(), no_variable);
}

}  // namespace

TEST_CASE("commands and their options", "[options]") {
    const auto build = std::get<Options>(
        parse({"build", "--data", "dane", "--index", "indeks", "--dry-run", "--report", "r.json"}));
    CHECK(build.action == Action::build);
    CHECK(build.data == "dane");
    CHECK(build.index == "indeks");
    CHECK(build.dry_run);
    CHECK(build.report == "r.json");
    CHECK(build.dictionary.filename() == "polish.dict");

    const auto diff = std::get<Options>(
        parse({"diff", "--data", "d", "--index", "i", "--json", "--accept-losses"}));
    CHECK(diff.action == Action::diff);
    CHECK(diff.json);
    CHECK(diff.accepts_losses);
    CHECK_FALSE(build.json);
    CHECK_FALSE(build.accepts_losses);

    CHECK_FALSE(std::get<Options>(parse({"rollback", "--index", "i"})).generation.has_value());
    CHECK(std::get<Options>(parse({"rollback", "--index", "i", "g-1"})).generation == "g-1");
    CHECK(std::get<Options>(parse({"list", "--index", "i"})).action == Action::list);
    CHECK(std::get<Options>(parse({"verify", "--index", "i", "--dictionary", "d"})).dictionary ==
          "d");
    const auto copied = std::get<Options>(parse({"export", "kopia.zip", "g-1", "--index", "i"}));
    CHECK(copied.action == Action::export_generation);
    CHECK(copied.file == "kopia.zip");
    CHECK(copied.generation == "g-1");
    CHECK(std::get<Options>(parse({"import", "kopia.zip", "--index", "i"})).file == "kopia.zip");
    const auto convert = std::get<Options>(
        parse({"convert", "lista.xlsx", "--as", "certificates", "--out", "o.jsonl"}));
    CHECK(convert.action == Action::convert);
    CHECK(convert.file == "lista.xlsx");
    CHECK(convert.profile == "certificates");
    CHECK(convert.out == "o.jsonl");
    CHECK(convert.data == "data");
    CHECK(std::get<Options>(parse({"analyze", "a b", "c"})).texts ==
          std::vector<std::string>{"a b", "c"});
    CHECK(std::get<Options>(parse({"analyze"})).texts.empty());
    const auto analyzed = std::get<Options>(parse({"analyze", "--data", "[dane]", "a b"}));
    CHECK(analyzed.data == "[dane]");
    CHECK(analyzed.texts == std::vector<std::string>{"a b"});
    CHECK(std::get<Options>(parse({"export", "--index", "i", "kopia.zip", "g-1"})).file ==
          "kopia.zip");
    const auto compare = std::get<Options>(parse({"compare", "--data", "dane", "A", "B"}));
    CHECK(compare.action == Action::compare);
    CHECK(compare.texts == std::vector<std::string>{"A", "B"});
}

TEST_CASE("what is set once comes from the file of settings as well", "[options]") {
    const test::TemporaryDirectory folder;
    const std::string file = (folder.path() / "wespol.toml").string();
    std::ofstream(file) << "index = '/srv/index'\n[indexer]\ndata = '/srv/data'\n"
                           "keep_generations = 2\nkeep_protocol_days = 90\n[server]\nthreads = 4\n";
    const auto build = std::get<Options>(
        parse({"build", "--config", file.c_str(), "--data", "dane", "--keep-days", "30"}));
    CHECK(build.index == "/srv/index");
    CHECK(build.data == "dane");
    CHECK(build.retention.newest == 2);
    CHECK(build.retention.built_within == std::chrono::days(30));
    CHECK(build.retention.protocol_within == std::chrono::days(90));

    const auto printed = std::get<Farewell>(
        parse({"build", "--config", file.c_str(), "--keep-days", "30", "--print-config"}));
    CHECK(printed.exit_code == 0);
    CHECK(printed.text.find("keep_days = 30  # --keep-days") != std::string::npos);
    CHECK(printed.text.find("wespol.toml:4: keep_generations") != std::string::npos);

    std::ofstream(file) << "\n[indexer]\nkeep_days = -1\n";
    try {
        parse({"list", "--config", file.c_str()});
        FAIL("was accepted");
    } catch (const Error& mistake) {
        CHECK(mistake.code() == ErrorCode::usage);
        CHECK(std::string(mistake.what()).find("wespol.toml:3: keep_days") != std::string::npos);
    }
}

TEST_CASE("help and version end well, mistakes end with 1 and a hint", "[options]") {
    CHECK(std::get<Farewell>(parse({"--help"})).exit_code == 0);
    CHECK(std::get<Farewell>(parse({"--version"})).text == "wespol-indexer " WESPOL_VERSION "\n");
    CHECK(std::get<Farewell>(parse({"build", "--help"})).text.find("--dry-run") !=
          std::string::npos);

    const auto [arguments, said] = GENERATE(table<std::vector<const char*>, std::string>({
        {std::vector<const char*>{}, "brakuje polecenia"},
        {{"build", "--data", "d"}, "brakuje opcji --index"},
        {{"build", "--data", "d", "--index", "i", "nadmiar"}, "nieznane argumenty: nadmiar"},
        {{"budowa"}, "brakuje polecenia (build, diff,"},
        {{"list", "--index"}, "--index"},
        {{"list", "--index", "i", "--index", "j"}, "--index"},
        {{"convert", "lista.xlsx", "--as", "menu"}, "dozwolone są entities, certificates i opp"},
        {{"compare", "--data", "d", "A"}, "nazwy"},
    }));
    INFO(said);
    const auto farewell = std::get<Farewell>(parse(arguments));
    INFO(farewell.text);
    CHECK(farewell.exit_code == 1);
    CHECK(farewell.text.find(said) != std::string::npos);
    CHECK(farewell.text.find("--help") != std::string::npos);
}

TEST_CASE("Polish numerals", "[options]") {
    constexpr Noun entities{"podmiot", "podmioty", "podmiotów"};
    const auto [number, text] = GENERATE(table<std::size_t, std::string>({{0, "0 podmiotów"},
                                                                          {1, "1 podmiot"},
                                                                          {2, "2 podmioty"},
                                                                          {4, "4 podmioty"},
                                                                          {5, "5 podmiotów"},
                                                                          {12, "12 podmiotów"},
                                                                          {14, "14 podmiotów"},
                                                                          {21, "21 podmiotów"},
                                                                          {22, "22 podmioty"},
                                                                          {112, "112 podmiotów"},
                                                                          {354, "354 podmioty"}}));
    CHECK(counted(number, entities) == text);
}
