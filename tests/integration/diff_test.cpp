// SPDX-License-Identifier: GPL-3.0-or-later
// What an office sees before it publishes, through the real program: exit codes, text, JSON.
#include "core/index/generation_store.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/program.h"
#include "tests/support/text.h"

#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

class Office {
  public:
    Ended run(const std::string& command, std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{command, "--data", data.path(), "--index", index()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_program("wespol-indexer", arguments);
    }

    std::filesystem::path index() const { return folder_.path() / "index"; }
    std::string served() const {
        const auto current = GenerationStore(index()).current();
        return current ? current->filename().string() : "";
    }

    /// Puts `after` in the place of `before`, which must be there once.
    void edit(const std::string& file, const std::string& before, const std::string& after) const {
        std::string text = read_file(data.path() / file);
        const std::size_t at = text.find(before);
        REQUIRE(at != text.npos);
        data.write(file, text.replace(at, before.size(), after));
    }

    DataFolder data;

  private:
    TemporaryDirectory folder_;
};

/// The one line of a result.
Json result_of(const Ended& ended) {
    INFO(ended.out << ended.err);
    REQUIRE(ended.out.find('\n') == ended.out.size() - 1);
    return Json::parse(ended.out);
}

constexpr const char* kRenewed =
    R"({"id": "zz-chmurka-2025", "mark": "zmyslony_znak", "holder_name": "ZMYŚLONA CHMURKA", )"
    R"("holder_town": "Wymysłowo", "subject": "lepienie chmur kłębiastych", )"
    R"("granted_on": "2025-06-01", "edition": "zmyslona-2024", )"
    R"("sources": ["https://zmyslone.example/zrodlo"]})";

}  // namespace

TEST_CASE("from the first look to publication, and nothing twice", "[diff]") {
    const Office office;
    const Ended first = office.run("diff");
    INFO(first.out << first.err);
    CHECK(first.exit_code == 0);
    CHECK(has(first.out, "Nic nie jest jeszcze opublikowane"));
    CHECK_FALSE(std::filesystem::exists(office.index()));

    REQUIRE(office.run("build").exit_code == 0);
    const std::string served = office.served();
    for (const char* command : {"diff", "build"}) {
        const Ended same = office.run(command);
        CHECK(same.exit_code == 4);
        CHECK(has(same.out, "Nic się nie zmieniło"));
    }
    CHECK(office.run("build", {"--dry-run"}).exit_code == 4);
    CHECK(office.served() == served);

    office.edit("sources/entities.jsonl", "99 999 99 99", "99 888 88 88");
    office.edit("sources/entities.jsonl", R"("chmury pierzaste")", R"("chmury pierzaste", "mgła")");
    office.data.append("sources/certificates.jsonl", kRenewed);
    office.data.append("sources/entities.jsonl", R"({"id": "Źle", "name": "Zmyślona"})");
    const Ended trial = office.run("diff");
    INFO(trial.out << trial.err);
    CHECK(trial.exit_code == 0);
    CHECK_FALSE(has(trial.err, "\r"));                          // a pipe gets no progress
    CHECK(has(trial.err, "sources/entities.jsonl:4: błąd: "));  // remarks as build prints them
    CHECK(has(trial.out, "Wobec opublikowanej generacji " + served));
    CHECK(has(trial.out, "certyfikaty: 2 → 3 (nowe 1)"));
    CHECK(has(trial.out, "sources/entities.jsonl:4: błąd: "));
    CHECK(has(trial.out, "telefon: "));
    CHECK(has(trial.out, "oferta: dopisano „mgła”"));
    CHECK(has(trial.out,
              "sources/certificates.jsonl:3: przyznany 1.06.2025, poprzedni [zz-chmurka]"));
    CHECK(has(trial.out, "[ss-zmyslona-chmurka], znaleziony przez program"));

    const Ended dry = office.run("build", {"--dry-run"});
    CHECK(dry.exit_code == 0);
    CHECK(has(dry.out, trial.out));
    CHECK(office.served() == served);

    const Ended build = office.run("build");
    CHECK(build.exit_code == 0);
    CHECK(has(build.out, "podmioty: 3 → 3 (zmienione 1)"));
    CHECK_FALSE(has(build.out, "oferta: dopisano"));
    CHECK(office.served() != served);
    CHECK(office.run("diff").exit_code == 4);
}

TEST_CASE("programs get one line of JSON", "[diff]") {
    const Office office;
    const Json first = result_of(office.run("build", {"--json"}));
    CHECK(first.at("event") == "result");
    CHECK(first.at("outcome") == "published");
    CHECK(first.at("generation") == office.served());
    CHECK(first.at("changes").at("against").is_null());

    office.edit("sources/entities.jsonl", "„Zmyślona Chmurka”", "„Zmyślona Chmura”");
    office.edit("sources/certificates.jsonl", R"("holder": "ss-zmyslona-chmurka", )", "");
    office.edit("sources/certificates.jsonl", "Zmyślona Chmurka", "Zupełnie Ktoś Inny");
    const std::filesystem::path report = office.data.path() / "zmiany.json";
    const Json trial = result_of(office.run("diff", {"--json", "--report", report}));
    CHECK(trial.at("outcome") == "would_publish");
    CHECK(trial.at("exit_code") == 0);
    CHECK(trial.at("error").is_null());
    const Json& changes = trial.at("changes");
    CHECK(changes == Json::parse(read_file(report)));
    CHECK(changes.at("against") == office.served());
    CHECK(changes.at("counts").at("entities").at("changed") == 1);
    CHECK(changes.at("entities").at("changed").at(0).at("file") == "sources/entities.jsonl");
    CHECK(changes.at("entities").at("changed").at(0).at("row") == 1);
    CHECK(changes.at("entities").at("changed").at(0).at("fields").at(0) ==
          Json{{"field", "name"},
               {"label", "nazwa"},
               {"before", "Spółdzielnia Socjalna „Zmyślona Chmurka”"},
               {"after", "Spółdzielnia Socjalna „Zmyślona Chmura”"}});
    CHECK(changes.at("certificates").at("unlinked").at(0).at("holder_before") ==
          "ss-zmyslona-chmurka");

    CHECK(result_of(office.run("build", {"--json", "--dry-run"})).at("outcome") == "would_publish");
    CHECK(result_of(office.run("build", {"--json"})).at("changes").at("counts") ==
          changes.at("counts"));
    CHECK(result_of(office.run("build", {"--json"})).at("outcome") == "nothing_changed");

    office.data.write("sources/certificates.json", "%");
    const Ended refused = office.run("build", {"--json"});
    CHECK(refused.exit_code == 3);
    CHECK(result_of(refused).at("outcome") == "rejected");
    CHECK_FALSE(result_of(refused).at("error").at("hint").get<std::string>().empty());
    office.data.remove("vocabulary/industry.jsonl");
    CHECK(result_of(office.run("diff", {"--json"})).at("outcome") == "failed");
}

TEST_CASE("losses stop a publication until a person accepts them; broken files always do",
          "[diff]") {
    const Office office;
    REQUIRE(office.run("build").exit_code == 0);
    const std::string served = office.served();
    office.data.write("sources/certificates.jsonl", "");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"diff"}, {"build", "--dry-run"}, {"build"}}) {
        const Ended refused = office.run(command[0], {command.begin() + 1, command.end()});
        INFO(refused.out << refused.err);
        CHECK(refused.exit_code == 3);
        CHECK(has(refused.out, "certyfikaty: 2 → 0 (znikają 2)"));
        CHECK(has(refused.err, "sources/certificates.jsonl: plik jest pusty"));
        CHECK(has(refused.err, "znika certyfikatów: 2 z 2 (100%)"));
        CHECK(has(refused.err, "--accept-losses"));
    }
    CHECK(office.served() == served);

    office.data.write("sources/products.json", "[{");
    CHECK(office.run("build", {"--accept-losses"}).exit_code == 3);
    office.data.remove("sources/products.json");
    office.data.write("publishing.json", R"({"certificates_lost": 5})");
    CHECK(office.run("build", {"--accept-losses"}).exit_code == 3);
    office.data.remove("publishing.json");
    CHECK(office.served() == served);

    CHECK(office.run("diff", {"--accept-losses"}).exit_code == 0);
    CHECK(office.run("build", {"--accept-losses"}).exit_code == 0);
    CHECK(office.served() != served);
}

TEST_CASE("limits of the office's own", "[diff]") {
    const Office office;
    for (int i = 0; i < 9; ++i)
        office.data.append("sources/entities.jsonl",
                           R"({"id": "zmyslona-)" + std::to_string(i) +
                               R"(", "name": "Zmyślona", "legal_form": "fundacja"})");
    REQUIRE(office.run("build").exit_code == 0);
    office.data.write("sources/entities.jsonl",
                      read_file(std::string(WESPOL_SOURCE_DIR) +
                                "/tests/fixtures/invented/sources/entities.jsonl"));
    CHECK(
        has(office.run("diff").out,
            "„Zmyślona” [zmyslona-0], dotąd sources/entities.jsonl:4; dopisz w retired_ids.jsonl"));
    const Ended refused = office.run("build");
    CHECK(refused.exit_code == 3);
    CHECK(has(refused.err, "ubywa podmiotów: 9 z 12 (75%); granica: 3 albo 10%"));
    office.data.write("publishing.json", R"({"entities_lost": {"few": 9, "share": 0.1}})");
    CHECK(office.run("build").exit_code == 0);
}

TEST_CASE("who runs the site is published like the rest, and a change of it is told", "[diff]") {
    const Office office;
    office.data.write("operator.json", R"({"name": null, "accessibility": {}})");
    REQUIRE(office.run("build").exit_code == 0);
    CHECK(office.run("build").exit_code == 4);
    office.data.write("operator.json", R"({"name": "Biuro Zmyślone"})");
    const Ended changed = office.run("diff");
    INFO(changed.out);
    CHECK(has(changed.out, "kto prowadzi serwis"));
    CHECK(office.run("build").exit_code == 0);
    const std::string served = office.served();
    office.data.write("operator.json",
                      R"({"name": "Biuro", "accessibility": {"prepared": "dziś"}})");
    const Ended refused = office.run("build");
    CHECK(refused.exit_code == 3);
    CHECK(has(refused.err, "operator.json"));
    CHECK(office.served() == served);
}

TEST_CASE("a certificate that ran out since publication is told, and publishes nothing", "[diff]") {
    const Office office;
    REQUIRE(office.run("build").exit_code == 0);
    const std::filesystem::path served = GenerationStore(office.index()).current().value();
    Manifest manifest = read_manifest(served);
    manifest.built_at = "2025-05-20T12:00:00Z";
    write_manifest(served, manifest);
    const Ended told = office.run("diff");
    INFO(told.out << told.err);
    CHECK(told.exit_code == 4);
    CHECK(has(told.out, "(z 20.05.2025)"));
    CHECK(has(told.out, "[zz-chmurka], sources/certificates.jsonl:1: ważny był do 31.05.2025"));
}

TEST_CASE("diff tells what was not taken from a list, and which files it did not read", "[diff]") {
    const Office office;
    REQUIRE(office.run("build").exit_code == 0);
    office.data.write("sources/Certificates 2026.CSV",
                      "Nazwa podmiotu;Miejscowość;NIP;Produkt;Data nadania;Kolor\n"
                      "Fundacja Zmyślonych Skrzydeł;Baśń;123;pióra;31.06.2026;biały\n"
                      "Fundacja Zmyślonych Skrzydeł;Baśń;;puch;2096-05-05;\n");
    office.data.write("sources/lista.xlsx", "x");
    const Ended ended = office.run("diff");
    INFO(ended.out << ended.err);
    CHECK(ended.exit_code == 0);
    for (const char* each : {"NIP (kolumna C)", "Data nadania (kolumna E)", "Kolor (kolumna F)",
                             "data z przyszłości", "sources/lista.xlsx: ostrzeżenie"})
        CHECK(has(ended.err, each));
    CHECK(has(ended.out, "certyfikaty: 2 → 4 (nowe 2)"));
}
