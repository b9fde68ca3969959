// SPDX-License-Identifier: GPL-3.0-or-later
// Flags, environment and file, settled; what is wrong is named where it stands.
#include "core/settings/settings.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/no_variable.h"
#include "tests/support/temporary_directory.h"

#include <array>
#include <fstream>

using namespace wespol;
using namespace wespol::test;

namespace {

Complaint no_spaces(const std::string& value) {
    if (value.find(' ') == std::string::npos) return std::nullopt;
    return "Bez odstępów.";
}

constexpr std::array kTable{
    Setting{"index", "", SettingKind::text, "", "KATALOG", "Indeks"},
    Setting{"listen", "server", SettingKind::list, "a,b", "ADRES", "Adresy", no_spaces},
    Setting{"most_threads", "server", SettingKind::number, "8", "LICZBA", "Wątki",
            number_between<1, 256>},
};

class Told {
  public:
    Told& file(const std::string& text) {
        std::ofstream(path()) << text;
        sources_.file = path();
        return *this;
    }
    Told& variable(const std::string& name, const std::string& value) {
        variables_[name] = value;
        return *this;
    }
    Told& flag(const std::string& name, const std::vector<std::string>& values) {
        sources_.flags[name] = values;
        return *this;
    }
    Settings read() {
        sources_.environment = [this](const char* name) {
            const auto found = variables_.find(name);
            return found == variables_.end() ? nullptr : found->second.c_str();
        };
        return Settings::read(kTable, sources_);
    }
    std::string refusal() {
        try {
            read();
        } catch (const Error& mistake) {
            CHECK(mistake.code() == ErrorCode::usage);
            CHECK_FALSE(mistake.hint().empty());
            return mistake.what();
        }
        FAIL("was accepted");
        return {};
    }
    std::filesystem::path path() const { return folder_.path() / "wespol.toml"; }

  private:
    TemporaryDirectory folder_;
    std::map<std::string, std::string> variables_;
    SettingSources sources_;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("flag and variable follow from the name") {
    CHECK(flag_of(kTable[2]) == "--most-threads");
    CHECK(variable_of(kTable[2]) == "WESPOL_MOST_THREADS");
}

TEST_CASE("a flag goes before the environment, the environment before the file") {
    Told told;
    CHECK(told.read().number("most_threads") == 8);
    CHECK(told.read().origin("most_threads").empty());
    CHECK(told.read().text("index").empty());
    CHECK(told.read().list("listen") == Texts{"a", "b"});

    told.file("index = '/srv/index'\n\n[server]\nmost_threads = 9\nlisten = ['c', 'd']\n");
    CHECK(told.read().number("most_threads") == 9);
    CHECK(told.read().origin("most_threads") == told.path().string() + ":4: most_threads");
    CHECK(told.read().list("listen") == Texts{"c", "d"});
    CHECK(told.read().text("index") == "/srv/index");

    told.variable("WESPOL_MOST_THREADS", "10").variable("WESPOL_LISTEN", "e,f");
    CHECK(told.read().number("most_threads") == 10);
    CHECK(told.read().origin("most_threads") == "WESPOL_MOST_THREADS");
    CHECK(told.read().list("listen") == Texts{"e", "f"});

    told.flag("most_threads", {"11"});
    CHECK(told.read().number("most_threads") == 11);
    CHECK(told.read().origin("most_threads") == "--most-threads");

    SECTION("an empty variable is none") {
        told.variable("WESPOL_LISTEN", "");
        CHECK(told.read().list("listen") == Texts{"c", "d"});
    }
}

TEST_CASE("a mistake in the file is refused with its line") {
    const auto [text, line, words] = GENERATE(table<std::string, int, std::string>({
        {"index = '/srv'\n[server]\nmost_threads = 0\n", 3, "od 1 do 256"},
        {"[server]\nmost_threads = '8'\n", 2, "liczba całkowita"},
        {"[server]\nmost_threads = 8.0\n", 2, "liczba całkowita"},
        {"\nindex = 3\n", 2, "tekst w cudzysłowie"},
        {"index = ''\n", 1, "coś stać"},
        {"[server]\nlisten = 'a'\n", 2, "lista tekstów"},
        {"[server]\nlisten = ['a', 1]\n", 2, "lista tekstów"},
        {"[server]\nlisten = []\n", 2, "pusta"},
        {"[server]\n\n\nlisten = ['a', 'b c']\n", 4, "Bez odstępów"},
        {"[server]\ntreads = 8\n", 2, "server.treads: nie ma takiego"},
        {"most_threads = 8\n", 1, "nie ma takiego"},
        {"[server]\nindex = '/srv'\n", 2, "nie ma takiego"},
        {"[serwer]\nmost_threads = 8\n", 1, "serwer: nie ma takiego"},
        {"index = '/a'\nindex = '/b'\n", 2, "TOML"},
        {"index = /srv\n", 1, "TOML"},
        {"index = '/srv\xFF'\n", 1, "TOML"},
    }));
    INFO(text);
    Told told;
    const std::string refusal = told.file(text).refusal();
    CHECK(refusal.starts_with(told.path().string() + ":" + std::to_string(line) + ": "));
    CHECK(refusal.find(words) != std::string::npos);
}

TEST_CASE("a mistake elsewhere is refused by its flag or variable") {
    CHECK(Told().flag("most_threads", {"257"}).refusal().starts_with("--most-threads „257”: "));
    CHECK(Told().flag("index", {""}).refusal().starts_with("--index „”: "));
    CHECK(Told()
              .variable("WESPOL_MOST_THREADS", "8x")
              .refusal()
              .starts_with("WESPOL_MOST_THREADS „8x”: "));
    CHECK(Told().variable("WESPOL_LISTEN", ",").refusal().starts_with("WESPOL_LISTEN: "));
    SECTION("also where another value goes before it") {
        CHECK(Told()
                  .variable("WESPOL_MOST_THREADS", "0")
                  .flag("most_threads", {"5"})
                  .refusal()
                  .starts_with("WESPOL_MOST_THREADS"));
    }
}

TEST_CASE("the sections of our other programs are theirs") {
    Told told;
    told.file("[indexer]\nkeep_days = 30\n[server]\nmost_threads = 2\n");
    CHECK(told.read().number("most_threads") == 2);
}

TEST_CASE("settings as a file say the same when read again") {
    Told told;
    told.file("index = 'a \"b\" \\ ć'\n[server]\nlisten = ['x', '[::1]:80']\n")
        .flag("most_threads", {"3"});
    const Settings settings = told.read();
    const std::string text = settings.as_file();
    CHECK(text.find("most_threads = 3  # --most-threads") != std::string::npos);
    CHECK(text.find(told.path().string() + ":1: index") != std::string::npos);

    Told again;
    const Settings same = again.file(text).read();
    CHECK(same.text("index") == settings.text("index"));
    CHECK(same.list("listen") == settings.list("listen"));
    CHECK(same.number("most_threads") == 3);
}

TEST_CASE("what nobody gave stands in the file as a comment") {
    const std::string text = Told().read().as_file();
    CHECK(text.find("# index =   # nie podano\n") != std::string::npos);
    CHECK(text.find("most_threads = 8  # domyślnie\n") != std::string::npos);
    CHECK(Told().file(text).read().text("index").empty());
}

TEST_CASE("the file is the one of the flag, or else of the environment") {
    const auto some = [](const char*) { return "/etc/wespol/wespol.toml"; };
    CHECK_FALSE(settings_file("", no_variable));
    CHECK(settings_file("", some) == "/etc/wespol/wespol.toml");
    CHECK(settings_file("/srv/x.toml", some) == "/srv/x.toml");
}
