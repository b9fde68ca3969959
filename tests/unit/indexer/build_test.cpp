// SPDX-License-Identifier: GPL-3.0-or-later
// The commands over a real store, on the invented data folder.
#include "core/index/generation_store.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/command/commands.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;

namespace {

class Workplace {
  public:
    Workplace() {
        options_.data = folder.path();
        options_.index = index_.path() / "index";
        options_.dictionary = std::filesystem::path(WESPOL_RESOURCE_DIR) / "polish.dict";
    }

    int run(int (*command)(const Options&, std::ostream&, std::ostream&, const Progress&)) {
        out.str("");
        remarks.str("");
        return command(options_, out, remarks, {});
    }
    int run(int (*command)(const Options&, std::ostream&)) {
        out.str("");
        return command(options_, out);
    }
    std::string served() const {
        const auto current = GenerationStore(options_.index).current();
        return current ? current->filename().string() : "";
    }
    bool said(const std::string& text) const { return out.str().find(text) != std::string::npos; }

    test::DataFolder folder;
    std::ostringstream out, remarks;
    Options& options() { return options_; }

  private:
    test::TemporaryDirectory index_;
    Options options_;
};

const char* const kNewEntity =
    R"({"id": "nowa", "name": "Nowa Zmyślona", "legal_form": "fundacja"})";

}  // namespace

TEST_CASE("a build publishes once, and not again while nothing changes", "[build]") {
    Workplace work;
    REQUIRE(work.run(build) == 0);
    INFO(work.out.str());
    CHECK(work.said("Wczytano: 3 podmioty, 2 certyfikaty, 1 produkt."));
    CHECK(work.said("Odrzucone rekordy: brak."));
    CHECK(work.said("Dokumenty w indeksie: 6."));
    const std::string first = work.served();
    CHECK_FALSE(first.empty());

    CHECK(work.run(build) == 4);
    CHECK(work.served() == first);

    work.folder.append("sources/entities.jsonl", kNewEntity);
    CHECK(work.run(build) == 0);
    CHECK(work.served() != first);
}

TEST_CASE("a damaged generation is built anew, once a person accepts the risk", "[build]") {
    Workplace work;
    REQUIRE(work.run(build) == 0);
    const std::string first = work.served();
    const GenerationStore store(work.options().index);
    write_file_durably(*store.current() / "report.json", "{}");
    CHECK_THROWS_AS(work.run(verify), Error);
    // Nobody knows what it held: a half of the sources would pass for all of them.
    CHECK_THROWS_AS(work.run(build), Error);
    CHECK(work.served() == first);
    CHECK_FALSE(work.said("Nic nie jest jeszcze opublikowane"));
    CHECK(work.said("nie wiadomo, co się zmieni"));
    work.options().accepts_losses = true;
    CHECK(work.run(build) == 0);
    CHECK(work.remarks.str().find("uszkodzona") != std::string::npos);
    CHECK(work.served() != first);
    CHECK(work.run(verify) == 0);
}

TEST_CASE("a trial run publishes nothing", "[build]") {
    Workplace work;
    work.options().dry_run = true;
    CHECK(work.run(build) == 0);
    CHECK_FALSE(std::filesystem::exists(work.options().index));
    work.options().dry_run = false;
    REQUIRE(work.run(build) == 0);
    work.options().dry_run = true;
    CHECK(work.run(build) == 4);
}

TEST_CASE("refused data leave the published generation as it was", "[build]") {
    Workplace work;
    REQUIRE(work.run(build) == 0);
    const std::string first = work.served();
    SECTION("a broken vocabulary") {
        work.folder.append("vocabulary/status.jsonl", "{");
    }
    SECTION("a missing file") {
        work.folder.remove("sources/brands.jsonl");
    }
    SECTION("mostly wrong records") {
        work.folder.write("sources/entities.jsonl", "{\n{\n{\n{\n");
    }
    CHECK_THROWS_AS(work.run(build), Error);
    CHECK(work.served() == first);
    CHECK(work.run(verify) == 0);
}

TEST_CASE("rejected and doubtful records are named for people and for programs", "[build]") {
    Workplace work;
    work.options().report = work.folder.path() / "report.json";
    work.folder.append("sources/entities.jsonl", "{broken}");
    work.folder.append(
        "sources/entities.jsonl",
        R"({"id": "nowa", "name": "Nowa", "legal_form": "fundacja", "industries": ["zbieranie cieni"]})");
    REQUIRE(work.run(build) == 0);
    INFO(work.out.str());
    CHECK(work.said("Odrzucono 1 rekord:"));
    CHECK(work.said("1 ostrzeżenie i 1 uwaga:"));
    CHECK(work.said("(sources/entities.jsonl:5)"));
    CHECK(work.remarks.str().find("sources/entities.jsonl:4: błąd: ") != std::string::npos);

    const auto report = nlohmann::json::parse(read_file(*work.options().report));
    CHECK(report.at("counts").at("entities") == 4);
    CHECK(report.at("sources").at(0).at("rejected") == 1);
    CHECK(report.at("coverage").at("location") == 2);
    CHECK(report.at("unknown_words").at("industries").at("zbieranie cieni") == 1);
    CHECK(report.at("diagnostics").at(0).at("row") == 4);
    const GenerationStore store(work.options().index);
    CHECK(read_file(*store.current() / "report.json") == read_file(*work.options().report));
}

TEST_CASE("rollback goes back by one, or to a named generation", "[build]") {
    Workplace work;
    REQUIRE(work.run(build) == 0);
    const std::string first = work.served();
    CHECK_THROWS_AS(work.run(rollback), Error);
    work.folder.append("sources/entities.jsonl", kNewEntity);
    REQUIRE(work.run(build) == 0);
    const std::string second = work.served();

    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == first);
    CHECK(work.run(list) == 0);
    CHECK(work.said("* " + first));
    CHECK(work.said("  " + second));

    work.options().generation = second;
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == second);
    CHECK(work.run(rollback) == 4);
    work.options().generation = "../../gdzie-indziej";
    CHECK_THROWS_AS(work.run(rollback), Error);
    CHECK(work.served() == second);
}

TEST_CASE("rollback undoes: never to what was taken back before", "[build]") {
    Workplace work;
    const auto publish = [&](const char* id) {
        work.folder.append(
            "sources/entities.jsonl",
            std::string(R"({"id": ")") + id + R"(", "name": "Nowa", "legal_form": "fundacja"})");
        REQUIRE(work.run(build) == 0);
        return work.served();
    };
    REQUIRE(work.run(build) == 0);
    const std::string first = work.served();
    const std::string wrong = publish("zla");
    REQUIRE(work.run(rollback) == 0);
    REQUIRE(work.served() == first);
    publish("dobra");
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == first);
    CHECK_THROWS_AS(work.run(rollback), Error);  // nothing was served before the first
    CHECK(work.served() == first);

    const std::string newest = publish("nowsza");
    work.options().generation = wrong;  // by its name it may be had
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == wrong);
    work.options().generation.reset();
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == newest);
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == first);

    std::filesystem::remove(work.options().index / "publications");  // as an older program left it
    CHECK_THROWS_AS(work.run(rollback), Error);
    publish("jeszcze-nowsza");
    CHECK(work.run(rollback) == 0);
    CHECK(work.served() == first);
}

TEST_CASE("five generations are kept", "[build]") {
    Workplace work;
    for (int i = 0; i < 7; ++i) {
        work.folder.append("sources/entities.jsonl",
                           R"({"id": "nowa-)" + std::to_string(i) +
                               R"(", "name": "Nowa", "legal_form": "fundacja"})");
        REQUIRE(work.run(build) == 0);
    }
    CHECK(GenerationStore(work.options().index).list().size() == 5);
}

TEST_CASE("only one builder works on an index", "[build]") {
    Workplace work;
    const GenerationStore store(work.options().index);
    const GenerationStore::Lock lock(store);
    CHECK_THROWS_AS(work.run(build), Error);
    CHECK(work.served().empty());
}

TEST_CASE("analyze answers one line of its input with one JSON line", "[build]") {
    Workplace work;
    std::istringstream in("Chmury pierzaste\n\n...\nniebo");
    std::ostringstream out;
    REQUIRE(analyze(work.options(), in, out) == 0);
    std::istringstream lines(out.str());
    std::vector<nlohmann::json> answers;
    for (std::string line; std::getline(lines, line);)
        answers.push_back(nlohmann::json::parse(line));
    REQUIRE(answers.size() == 4);
    CHECK(answers[0].at("text") == "Chmury pierzaste");
    REQUIRE(answers[0].at("tokens").size() == 2);
    const nlohmann::json& word = answers[0].at("tokens").at(0);
    CHECK(word.at("token") == "Chmury");
    CHECK(word.at("surface") == "chmury");
    CHECK(word.at("lemmas") == nlohmann::json{"chmura"});
    CHECK(word.at("terms") == nlohmann::json{"chmury", "Zchmura"});
    CHECK(answers[0].at("concepts").is_array());
    CHECK(answers[1].at("tokens").empty());
    CHECK(answers[2].at("tokens").empty());
    CHECK(answers[3].at("text") == "niebo");
}

TEST_CASE("analyze prints a line for each word of a text that is given", "[build]") {
    Workplace work;
    Options options = work.options();
    options.texts = {"Chmury pierzaste"};
    std::istringstream in;
    std::ostringstream out;
    REQUIRE(analyze(options, in, out) == 0);
    std::istringstream lines(out.str());
    std::string line;
    REQUIRE(std::getline(lines, line));
    CHECK(nlohmann::json::parse(line).at("token") == "Chmury");
    REQUIRE(std::getline(lines, line));
    CHECK(nlohmann::json::parse(line).at("token") == "pierzaste");
}

TEST_CASE("a certificate that names its holder finds it; decisions are obeyed", "[build]") {
    Workplace work;
    const std::string certificate =
        R"({"id": "zz-nowy", "mark": "zmyslony_znak", "holder_name": "ZMYŚLONA CHMURKA", )"
        R"("holder_town": "Wymysłowo", "edition": "zmyslona-2024"})";
    work.folder.append("sources/certificates.jsonl", certificate);
    REQUIRE(work.run(build) == 0);
    const auto link_of = [&](const std::string& record) {
        const GenerationStore store(work.options().index);
        const auto report = nlohmann::json::parse(read_file(*store.current() / "report.json"));
        for (const auto& each : report.at("links"))
            if (each.at("record") == record) return each;
        return nlohmann::json();
    };
    CHECK(link_of("zz-nowy").at("band") == "linked");
    CHECK(link_of("zz-nowy").at("candidates").at(0).at("id") == "ss-zmyslona-chmurka");
    CHECK(link_of("zz-bez-posiadacza").at("band") == "different");
    CHECK(work.remarks.str().find("powiązano z podmiotem „Spółdzielnia Socjalna „Zmyślona") !=
          std::string::npos);

    work.folder.write("decisions.jsonl",
                      R"({"a": "zz-nowy", "b": "ss-zmyslona-chmurka", "decision": "different", )"
                      R"("by": "biuro", "on": "2026-11-22", "why": "zmyślony powód"})"
                      "\n"
                      R"({"a": "zz-bez-posiadacza", "b": "zniknelo", "decision": "same", )"
                      R"("by": "biuro", "on": "2026-11-22", "why": "zmyślony powód"})"
                      "\n");
    REQUIRE(work.run(build) == 0);
    CHECK(link_of("zz-nowy").at("band") == "different");
    CHECK(work.remarks.str().find("decisions.jsonl:2: ostrzeżenie") != std::string::npos);

    work.folder.write("decisions.jsonl", R"({"a": "zz-nowy", "decision": "może"})");
    CHECK_THROWS_AS(work.run(build), Error);

    const auto [b, by, on, why] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"ss-zmyslona-chmurka", "biuro", "2026-13-22", "zmyślony powód"},
            {"ss-zmyslona-chmurka", "biuro", "RRRR-MM-DD", "zmyślony powód"},
            {"ss-zmyslona-chmurka", "biuro", "2026-11", "zmyślony powód"},
            {"ss-zmyslona-chmurka", "rola", "2026-11-22", "zmyślony powód"},
            {"ss-zmyslona-chmurka", "biuro", "2026-11-22", "dlaczego"},
            {"ZZ-Nowy", "biuro", "2026-11-22", "zmyślony powód"},
        }));
    INFO(b << ' ' << by << ' ' << on << ' ' << why);
    work.folder.write("decisions.jsonl",
                      R"({"a": "zz-nowy", "b": ")" + b + R"(", "decision": "same", "by": ")" + by +
                          R"(", "on": ")" + on + R"(", "why": ")" + why + R"("})");
    CHECK_THROWS_AS(work.run(build), Error);
}

TEST_CASE("two names are compared as JSON", "[build]") {
    Workplace work;
    work.options().texts = {"Zmyślona Chmurka (Wymysłowo)",
                            "Sp. soc. Zmyślona Chmurka z Wymysłowa"};
    REQUIRE(work.run(compare) == 0);
    const auto found = nlohmann::json::parse(work.out.str());
    CHECK(found.at("band") == "linked");
    CHECK(found.at("score").get<double>() > 13);
    CHECK_FALSE(found.at("evidence").empty());
    CHECK(found.at("evidence").at(0).contains("weight"));
}
