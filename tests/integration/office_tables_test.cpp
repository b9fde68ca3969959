// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of an office from the file to the published index: what is taken, what is named, and that
// a list nobody can read publishes nothing.
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/joined.h"
#include "indexer/command/commands.h"
#include "indexer/loading/catalogue_loader.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

const std::string kSource = WESPOL_SOURCE_DIR;

/// The exit code of a command, 3 for an Error(data_rejected) and so on, as main() has it.
template <class Command>
int exit_code(Command command) {
    try {
        return command();
    } catch (const Error& error) {
        return static_cast<int>(error.code());
    }
}

struct Conversion {
    int exit_code = 0;
    std::vector<Json> records;
    std::string remarks;
};

Conversion convert_file(const std::filesystem::path& file, const std::string& profile,
                        const std::filesystem::path& data) {
    Options options;
    options.action = Action::convert;
    options.file = file;
    options.profile = profile;
    options.data = data;
    options.dictionary = std::string(WESPOL_RESOURCE_DIR) + "/polish.dict";
    std::ostringstream out, remarks;
    Conversion result;
    result.exit_code = exit_code([&] { return convert(options, out, remarks); });
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);)
        result.records.push_back(Json::parse(line));
    result.remarks = remarks.str();
    return result;
}

int build_folder(const DataFolder& folder, std::string& said) {
    Options options;
    options.data = folder.path();
    options.index = folder.path() / "index";
    options.dictionary = std::string(WESPOL_RESOURCE_DIR) + "/polish.dict";
    std::ostringstream out, remarks;
    const int code = exit_code([&] { return build(options, out, remarks); });
    said = out.str() + remarks.str();
    return code;
}

}  // namespace

TEST_CASE("certificates from Excel are published beside those of the text file") {
    const DataFolder folder;
    std::filesystem::copy(kSource + "/tests/fixtures/tables/certificates.xlsx",
                          folder.path() / "sources/certificates-2024.xlsx");
    folder.write("sources/~$certificates-2024.xlsx", "Excel has it open");

    const LoadedCatalogue loaded = load_catalogue(folder.path());
    std::map<std::string, Certificate> found;
    for (const Certificate& each : loaded.catalogue.certificates)
        found.emplace(each.id, each);
    CHECK(found.size() == 2 + 5);
    REQUIRE(found.contains("zp-2024-ss-zmyslona-chmurka-wymyslowo-chmury-pierzaste"));
    const Certificate& first = found.at("zp-2024-ss-zmyslona-chmurka-wymyslowo-chmury-pierzaste");
    CHECK(first.mark == "zmyslony_znak");
    CHECK(first.holder_krs == "0000000001");
    CHECK(first.valid_until->text() == "2025-06-12");
    CHECK(first.provenance.file == "sources/certificates-2024.xlsx");
    CHECK(first.provenance.row == 4);

    std::string said;
    CHECK(build_folder(folder, said) == 0);
    INFO(said);
    CHECK(said.find("sources/certificates-2024.xlsx:9 (arkusz „Certyfikaty 2024”): błąd: "
                    "brakuje nazwy, wiersz pominięto [Nazwa podmiotu (kolumna B)]") !=
          std::string::npos);
}

TEST_CASE("entities from CSV become records of our own with ids that last") {
    const DataFolder folder;
    folder.write("lista.csv",
                 "Nazwa;Miejscowość;Telefon;KRS\n"
                 "Fundacja Zmyślonej Mgły;Wymysłowo;61 853 30 85;12\n"
                 "Spółdzielnia Socjalna „Baśniowa”;Baśń;;\n"
                 "Spółdzielnia Socjalna „Baśniowa”;Baśń;;\n");
    const Conversion converted =
        convert_file(folder.path() / "lista.csv", "entities", folder.path());
    INFO(converted.remarks);
    CHECK(converted.exit_code == 3);  // a row was wrong, the good ones are written
    REQUIRE(converted.records.size() == 2);
    CHECK(converted.records[0] == Json::parse(R"({"id": "krs-0000000012",
        "name": "Fundacja Zmyślonej Mgły", "legal_form": "fundacja", "krs": "0000000012",
        "town": "Wymysłowo", "municipality": "990101", "county": "9901", "phone": "+48618533085"})"));
    CHECK(converted.records[1].at("id") == "ss-basniowa-basn");
    CHECK(converted.remarks.find("lista.csv:4: błąd: ten sam rekord jest w pliku drugi raz") !=
          std::string::npos);

    folder.write("sources/entities-lista.csv", read_file(folder.path() / "lista.csv"));
    const LoadedCatalogue loaded = load_catalogue(folder.path());
    CHECK(loaded.catalogue.entities.size() == 3 + 2);
}

TEST_CASE("a list nobody can read ends with 3 and publishes nothing") {
    const DataFolder folder;
    const auto [name, content, reason] = GENERATE(table<std::string, std::string, std::string>({
        {"certificates.xlsx", "%PDF-1.7", "to jest plik PDF"},
        {"certificates.csv", "Nazwa;NIP\nx;\"1\ny;2\n", ":2: błąd: cudzysłów otwarty"},
        {"certificates.csv", "Nazwa;Podmiot\nx;y\n", "kolumny A i B znaczą to samo"},
        {"certificates.json", std::string(10'000, '['), "powinien zaczynać się rekord"},
    }));
    folder.write("sources/" + name, content);
    std::string said;
    CHECK(build_folder(folder, said) == 3);
    INFO(said);
    CHECK(said.find(reason) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "index/current"));
    CHECK(convert_file(folder.path() / "sources" / name, "certificates", folder.path()).exit_code ==
          3);
}

TEST_CASE("the official list of public-benefit organisations: every row of the region") {
    const std::filesystem::path list = kSource + "/../shared/registers/opp_organisations.csv";
    if (!std::filesystem::exists(list)) {
        WARN("skipped: the official list is not kept in the repository (../shared)");
        return;
    }
    const Conversion converted = convert_file(list, "opp", kSource + "/data");
    CHECK(converted.exit_code == 0);
    CHECK(converted.records.size() == 708);
    std::set<std::string> ids;
    for (const Json& each : converted.records) {
        INFO(each.dump());
        CHECK(ids.insert(each.at("id")).second);
        CHECK(each.at("id") == "krs-" + each.at("krs").get<std::string>());
        CHECK(each.contains("municipality"));
        CHECK(each.at("county").get<std::string>().starts_with("30"));
        CHECK(each.contains("legal_form"));
        CHECK(each.at("name").get<std::string>().find('\n') == std::string::npos);
    }
    CHECK(converted.remarks.find("8473 wiersze spoza regionu") != std::string::npos);

    // The names written by hand in the catalogue are what a reader expects.
    std::map<std::string, std::string> by_hand;
    for (const Entity& each : load_catalogue(kSource + "/data").catalogue.entities)
        by_hand.emplace(each.id, each.name);
    std::size_t common = 0, same = 0;
    const auto plain = [](std::string name) {
        for (const std::string quote : {"„", "”", "\""})
            for (std::size_t at = 0; (at = name.find(quote)) != name.npos;)
                name.erase(at, quote.size());
        return name;
    };
    for (const Json& each : converted.records) {
        const auto known = by_hand.find(each.at("id"));
        if (known == by_hand.end()) continue;
        ++common;
        same += plain(known->second) == plain(each.at("name")) ? 1 : 0;
    }
    INFO(same << " of " << common << " names equal those written by hand");
    CHECK(common > 100);
    CHECK(same * 100 >= common * 80);
}

TEST_CASE("the official list joins the catalogue: no row is lost, no two entities become one") {
    const std::filesystem::path list = kSource + "/../shared/registers/opp_organisations.csv";
    if (!std::filesystem::exists(list)) {
        WARN("skipped: the official list is not kept in the repository (../shared)");
        return;
    }
    const TemporaryDirectory folder;
    std::filesystem::copy(kSource + "/data", folder.path(),
                          std::filesystem::copy_options::recursive);
    std::filesystem::copy(list, folder.path() / "sources/opp-2025-02.csv");
    const std::size_t before = load_catalogue(kSource + "/data").catalogue.entities.size();
    const LoadedCatalogue loaded = load_catalogue(folder.path());

    std::map<std::string, const Entity*> by_krs;
    std::size_t merged_rows = 0;
    for (const Entity& each : loaded.catalogue.entities) {
        if (each.krs) by_krs.emplace(*each.krs, &each);
        std::set<std::string> numbers;
        for (const SourceClaim& claim : each.claims) {
            if (claim.provenance.file == "sources/opp-2025-02.csv") ++merged_rows;
            // A row whose id another row has is numbered: krs-0000649225-2.
            if (claim.id.starts_with("krs-"))
                numbers.insert(claim.id.substr(0, std::string_view("krs-0000000000").size()));
        }
        INFO(each.id << " " << each.name << ": " << joined(numbers, " "));
        CHECK(numbers.size() <= 1);
    }
    std::size_t found = 0, opp = 0;
    for (const Entity& each : loaded.catalogue.entities)
        for (const EntityStatus& status : each.statuses)
            opp += status.status == "opp" ? 1 : 0;
    for (const Json& each : convert_file(list, "opp", kSource + "/data").records)
        found += by_krs.contains(each.at("krs").get<std::string>()) ? 1 : 0;
    CHECK(found == 708);
    CHECK(opp >= 708);
    INFO(merged_rows << " rows joined " << before << " entities");
    CHECK(loaded.catalogue.entities.size() == before + 708 - merged_rows);
    CHECK(merged_rows > 100);
}
