// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox as an office meets it: the real program, real files, what it writes beside them, what
// it publishes and what it leaves alone.
#include "core/index/generation_store.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/folder_names.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kGoodList =
    "Nazwa podmiotu;Miejscowość;Produkt;Data nadania\n"
    "Spółdzielnia Socjalna „Zmyślona Chmurka”;Wymysłowo;=chmury z cukru;2026-03-02\n";

class Office {
  public:
    Office() {
        fs::create_directory(inbox_.path() / "in");
        published_ = run({"build"}).exit_code;
    }

    fs::path inbox() const { return inbox_.path() / "in"; }
    fs::path index() const { return index_.path() / "index"; }
    int published() const { return published_; }

    void drop(const std::string& name, const std::string& content) const {
        std::ofstream(inbox() / name, std::ios::binary) << content;
    }
    bool has(const std::string& name) const { return fs::exists(inbox() / name); }
    std::string text(const std::string& name) const {
        return read_file(inbox() / (name + ".report.txt"));
    }
    Json json(const std::string& name) const {
        return Json::parse(read_file(inbox() / (name + ".report.json")));
    }
    std::string served() const {
        const auto current = GenerationStore(index()).current();
        return current ? current->filename().string() : "";
    }

    std::vector<std::string> arguments(std::vector<std::string> arguments) const {
        for (const std::string& each : {std::string("--data"), folder.path().string(),
                                        std::string("--index"), index().string()})
            arguments.push_back(each);
        return arguments;
    }
    std::vector<std::string> watching(const std::vector<std::string>& flags) const {
        std::vector<std::string> all = arguments({"watch", "--inbox", inbox().string()});
        all.insert(all.end(), flags.begin(), flags.end());
        return all;
    }
    Ended run(const std::vector<std::string>& command) const {
        return run_program("wespol-indexer", arguments(command));
    }
    Ended look(std::vector<std::string> flags = {}) const {
        flags.emplace_back("--once");
        return run_program("wespol-indexer", watching(flags));
    }

    DataFolder folder;

  private:
    TemporaryDirectory inbox_, index_;
    int published_ = -1;
};

}  // namespace

TEST_CASE("a list in the inbox is checked and reported; nothing else changes", "[watch]") {
    const Office office;
    REQUIRE(office.published() == 0);
    const std::string served = office.served();
    const auto sources = names_in(office.folder.path() / "sources");
    office.drop("certificates-2026.csv", kGoodList);

    const Ended ended = office.look();
    INFO(ended.out << ended.err);
    CHECK(ended.exit_code == 0);
    CHECK(office.served() == served);
    CHECK(names_in(office.folder.path() / "sources") == sources);
    CHECK(office.has("certificates-2026.csv"));

    const Json report = office.json("certificates-2026.csv");
    CHECK(report.at("outcome") == "fit");
    CHECK(report.at("sha256").get<std::string>().size() == 64);
    CHECK(report.at("report").at("changes").at("counts").at("certificates").at("new") == 1);
    const std::string text = office.text("certificates-2026.csv");
    CHECK(text.find("można ją opublikować") != std::string::npos);
    CHECK(text.find("sources/certificates-2026.csv:2") != std::string::npos);
    const std::string page = read_file(office.inbox() / "certificates-2026.csv.report.html");
    CHECK(page.find("Lista certificates-2026.csv") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);

    CHECK(office.look().exit_code == 4);  // the same list, the same data
    office.folder.append(
        "decisions.jsonl",
        R"({"a": "x", "b": "y", "decision": "same", "by": "biuro", "on": "2026-11-22", "why": "próba"})");
    CHECK(office.look().exit_code == 0);  // someone decided something: look again
}

TEST_CASE("a clean list is published when that is wanted, and moved to the data", "[watch]") {
    const Office office;
    const std::string served = office.served();
    office.drop("certificates-2026.csv", kGoodList);
    const Ended ended = office.look({"--publish-clean"});
    INFO(ended.out << ended.err);
    CHECK(ended.exit_code == 0);
    CHECK(office.served() != served);
    CHECK_FALSE(office.has("certificates-2026.csv"));
    CHECK(read_file(office.folder.path() / "sources/certificates-2026.csv") == kGoodList);
    CHECK(office.json("certificates-2026.csv").at("generation") == office.served());
    CHECK(office.run({"build"}).exit_code == 4);  // the data folder says what is published

    // A newer list of the same name takes its place; the one before is kept.
    const std::string newer =
        std::string(kGoodList) + "Fundacja Zmyślonych Skrzydeł;Baśń;skrzydła;2026-04-01\n";
    office.drop("certificates-2026.csv", newer);
    CHECK(office.look({"--publish-clean"}).exit_code == 0);
    CHECK(read_file(office.folder.path() / "sources/certificates-2026.csv") == newer);
    const auto names = names_in(office.inbox());
    const auto previous = std::find_if(names.begin(), names.end(), [](const std::string& name) {
        return name.starts_with("certificates-2026.csv.previous-");
    });
    REQUIRE(previous != names.end());
    CHECK(read_file(office.inbox() / *previous) == kGoodList);
}

TEST_CASE("what a person has to see is not published by itself", "[watch]") {
    const Office office;
    std::string name = "certificates-2026.csv", content = kGoodList, expected = "needs_person";
    SECTION("a row was rejected") {
        content += ";Baśń;bez nazwy;2026-01-01\n";
    }
    SECTION("values were lost") {
        content =
            "Nazwa podmiotu;Miejscowość;Produkt;Data nadania\n"
            "Spółdzielnia Socjalna „Zmyślona Chmurka”;Wymysłowo;chmury;45000\n";
    }
    SECTION("a pair is to be decided") {
        office.folder.append(
            "sources/entities.jsonl",
            R"({"id": "chmurka-druga", "name": "Spółdzielnia Socjalna „Zmyślona Chmurka”", )"
            R"("legal_form": "spoldzielnia_socjalna", "town": "Baśń", "municipality": "990201"})");
        REQUIRE(office.run({"build"}).exit_code == 0);
        content = "Nazwa podmiotu;Data nadania\nZmyślona Chmurka;2026-03-02\n";
    }
    SECTION("one certificate stands there twice") {
        content +=
            "SPÓŁDZIELNIA SOCJALNA ZMYŚLONA CHMURKA;Wymysłowo;=chmury z cukru;2 marca 2026\n";
    }
    SECTION("two rows of one certificate contradict each other") {
        content =
            "Nazwa podmiotu;Miejscowość;Produkt;Data nadania;Ważny do\n"
            "Zmyślona Chmurka;Wymysłowo;chmury;2026-03-02;2027-03-02\n"
            "ZMYŚLONA CHMURKA;Wymysłowo;;2026-03-02;2028-03-02\n";
    }
    SECTION("the town is written in another case") {
        content =
            "Nazwa podmiotu;Miejscowość;Data nadania\nZmyślona Chmurka;Wymysłowie;2026-03-02\n";
    }
    SECTION("decisions contradict each other") {
        const std::string start = R"({"a": "zmyslona-dawna", "b": "krs-0000000002", "decision": ")";
        const std::string rest = R"(", "by": "biuro", "on": "2026-11-22", "why": "x"})";
        office.folder.append("decisions.jsonl",
                             start + "same" + rest + "\n" + start + "different" + rest);
        REQUIRE(office.run({"build"}).exit_code == 4);
    }
    SECTION("a number that is not the holder's") {
        content =
            "Nazwa podmiotu;Miejscowość;KRS;Data nadania\n"
            "Spółdzielnia Socjalna „Zmyślona Chmurka”;Wymysłowo;0000000010;2026-03-02\n";
    }
    SECTION("a holder whom the catalogue lacks") {
        content =
            "Nazwa podmiotu;Miejscowość;Data nadania\nFundacja Zupełnie Nieznana;Baśń;2026-03-02\n";
    }
    SECTION("others' changes wait in the data folder") {
        office.folder.append("sources/entities.jsonl",
                             R"({"id": "nowa", "name": "Nowa", "legal_form": "fundacja"})");
    }
    SECTION("every row is wrong") {
        content = "Nazwa podmiotu;Miejscowość;Data nadania\n;Wymysłowo;2026-03-02\n";
        expected = "rejected";
    }
    SECTION("too much would be lost") {
        name = "certificates.jsonl";
        content = R"({"id": "zz-inny", "mark": "zmyslony_znak", "holder_name": "Inna", )"
                  R"("edition": "zmyslona-2024"})"
                  "\n";
        office.folder.write("publishing.json", R"({"certificates_lost": {"few": 0, "share": 0}})");
        expected = "rejected";
    }
    const std::string before = office.served();
    office.drop(name, content);
    const Ended ended = office.look({"--publish-clean"});
    INFO(ended.out << ended.err << office.text(name));
    CHECK(office.json(name).at("outcome") == expected);
    CHECK_FALSE(office.json(name).at("next_steps").empty());
    CHECK(office.served() == before);
    CHECK(office.has(name));
    CHECK_FALSE(fs::exists(office.folder.path() / "sources/certificates-2026.csv"));
}

TEST_CASE("a list does not pay for a damaged generation: it is looked at again", "[watch]") {
    const Office office;
    const fs::path quality =
        GenerationStore(office.index()).path_of(office.served()) / "quality.json";
    const std::string whole = read_file(quality);
    write_file_durably(quality, "{}");
    office.drop("certificates-2026.csv", kGoodList);
    const Ended ended = office.look({"--publish-clean"});
    INFO(ended.out << ended.err);
    CHECK(ended.exit_code == 2);
    CHECK(office.json("certificates-2026.csv").at("outcome") == "failed");
    CHECK(office.text("certificates-2026.csv").find("rollback") != std::string::npos);
    CHECK(office.has("certificates-2026.csv"));

    write_file_durably(quality, whole);
    CHECK(office.look({"--publish-clean"}).exit_code == 0);
    CHECK_FALSE(office.has("certificates-2026.csv"));
}

TEST_CASE("a bad file costs itself only", "[watch]") {
    const Office office;
    const std::string served = office.served();
    office.drop("certificates-pdf.xlsx", "%PDF-1.7 to nie jest arkusz");
    office.drop("certificates-pusty.csv", "");
    office.drop("certificates-otwarty.csv", "Nazwa;NIP\nx;\"1\ny;2\n");
    office.drop("entities-glebokie.json", std::string(200'000, '['));
    office.drop("lista.pdf", "%PDF-1.7");
    office.drop("certificates-zly\nwiersz.csv", kGoodList);
    office.drop("~$certificates-2026.xlsx", "Excel ma go otwartego");
    office.drop("certificates-2026.csv.part", "jeszcze się kopiuje");
    office.drop("certificates-2026.csv", kGoodList);
    fs::create_directory(office.inbox() / "certificates-katalog.csv");
    fs::create_symlink("/etc/passwd", office.inbox() / "certificates-obcy.csv");
    // A report that leads out of the inbox must not be written through.
    office.folder.write("cenne.txt", "cenne");
    fs::create_symlink(office.folder.path() / "cenne.txt",
                       office.inbox() / "certificates-2026.csv.report.txt");
    REQUIRE(::mkfifo((office.inbox() / "certificates-kolejka.csv").c_str(), 0600) == 0);
    { std::ofstream huge(office.inbox() / "certificates-ogromny.csv"); }
    fs::resize_file(office.inbox() / "certificates-ogromny.csv", std::uintmax_t{1} << 40U);

    const Ended ended = office.look({"--publish-clean"});
    INFO(ended.out << ended.err);
    CHECK(ended.exit_code == 3);
    CHECK(office.served() != served);  // the good one
    CHECK(read_file(office.folder.path() / "cenne.txt") == "cenne");
    const std::vector<std::pair<std::string, std::string>> refused{
        {"certificates-pdf.xlsx", "nie da się wczytać w całości"},
        {"certificates-pusty.csv", "plik jest pusty"},
        {"certificates-otwarty.csv", "nie da się wczytać w całości"},
        {"entities-glebokie.json", "nie da się wczytać w całości"},
        {"lista.pdf", "nie wiadomo, co to za lista"},
        {"certificates-obcy.csv", "to dowiązanie, a nie plik"},
        {"certificates-kolejka.csv", "to nie jest zwykły plik"},
        {"certificates-ogromny.csv", "plik ma ponad 512 MB"},
    };
    for (const auto& [name, reason] : refused) {
        INFO(name << ": " << office.text(name));
        CHECK(office.text(name).find(reason) != std::string::npos);
        CHECK(office.json(name).at("outcome") == "rejected");
        CHECK(fs::exists(fs::symlink_status(office.inbox() / name)));
    }
    CHECK(office.text("certificates-obcy.csv").find("root") == std::string::npos);
    CHECK(ended.out.find("certificates-katalog.csv: to katalog") != std::string::npos);
    CHECK_FALSE(office.has("~$certificates-2026.xlsx.report.txt"));
    CHECK_FALSE(office.has("certificates-2026.csv.part.report.txt"));
    CHECK(office.look({"--publish-clean"}).exit_code != 0);
}

TEST_CASE("the watcher takes lists as they come and ends when it is told to", "[watch]") {
    const Office office;
    office.drop("certificates-dawny.csv", kGoodList);
    RunningProgram watcher("wespol-indexer", office.watching({}));
    INFO(watcher.out());
    REQUIRE(watcher.waits_for("certificates-dawny.csv: można ją opublikować"));

    {  // Written piece by piece: nobody looks before it is closed and quiet.
        std::ofstream slow(office.inbox() / "certificates-2026.csv", std::ios::binary);
        slow << "Nazwa podmiotu;Miejsco" << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        slow << "wość\nZmyślona Chmurka;Wymysłowo\n";
    }
    CHECK(watcher.waits_for("certificates-2026.csv: można ją opublikować"));

    {  // Written beside and moved in, as a careful program does.
        std::ofstream(office.inbox() / ".certificates-b.csv.tmp") << kGoodList;
        fs::rename(office.inbox() / ".certificates-b.csv.tmp",
                   office.inbox() / "certificates-b.csv");
    }
    CHECK(watcher.waits_for("certificates-b.csv: można ją opublikować"));

    fs::create_symlink("/etc/passwd", office.inbox() / "certificates-obcy.csv");
    CHECK(watcher.waits_for("certificates-obcy.csv: nie można jej opublikować",
                            std::chrono::seconds(30)));

    office.drop("certificates-ulotny.csv", kGoodList);
    fs::remove(office.inbox() / "certificates-ulotny.csv");

    const Ended second = office.look();
    CHECK(second.exit_code == 2);
    CHECK(second.err.find("pilnuje już inny") != std::string::npos);

    const Ended ended = watcher.end(GENERATE(SIGTERM, SIGINT));
    INFO(ended.out);
    CHECK(ended.exit_code == 0);
    CHECK(ended.out.find("Koniec pracy.") != std::string::npos);
    CHECK_FALSE(office.has("certificates-ulotny.csv.report.txt"));
    CHECK(names_in(office.inbox() / ".wespol-watch/work").empty());
}

TEST_CASE("the inbox is a folder of its own", "[watch]") {
    const Office office;
    const auto watch_in = [&](const fs::path& inbox) {
        return run_program("wespol-indexer",
                           office.arguments({"watch", "--once", "--inbox", inbox.string()}));
    };
    CHECK(watch_in(office.folder.path() / "sources").exit_code == 1);
    CHECK(watch_in(office.folder.path().parent_path()).exit_code == 1);
    CHECK(watch_in(office.index()).exit_code == 1);
    CHECK(watch_in(office.inbox() / "nie-ma").exit_code == 2);
    CHECK(watch_in(office.inbox()).exit_code == 4);
}
