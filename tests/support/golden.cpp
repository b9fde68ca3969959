// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/catalogue/calendar.h"
#include "core/catalogue/written_day.h"
#include "core/index/manifest.h"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string_view>
#include <utility>

namespace wespol::test {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

}  // namespace

void check_golden(const std::string& name, const std::string& actual) {
    const auto path = std::filesystem::path(WESPOL_SOURCE_DIR) / "tests/golden" / name;
    if (std::getenv("WESPOL_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << actual;
        SUCCEED("written: " << path);
        return;
    }
    std::ifstream file(path, std::ios::binary);
    INFO("tests/golden/" << name << " (WESPOL_UPDATE_GOLDEN=1 writes it anew)");
    REQUIRE(file.good());
    std::istringstream answer(actual);
    std::string expected_line, actual_line;
    for (int number = 1;; ++number) {
        const bool expects_more = static_cast<bool>(std::getline(file, expected_line));
        const bool has_more = static_cast<bool>(std::getline(answer, actual_line));
        if (!expects_more && !has_more) return;
        INFO("line " << number);
        REQUIRE((has_more ? actual_line : "(end)") == (expects_more ? expected_line : "(end)"));
    }
}

std::string masked(std::string text, const std::string& generation) {
    // The footer tells the day of the publication, which is the day of the run.
    static const std::regex published(
        R"((<time datetime=")\d{4}-\d\d-\d\d(">)[^<]+(</time>\. (Stany|States|Стани|Przy|<a)))");
    text = std::regex_replace(text, published, "$1DZIEN$2DZIEN$3");
    static const std::regex on_page_of_data(
        R"((Katalog opublikowano <time datetime=")\d{4}-\d\d-\d\d(">)[^<]+)");
    text = std::regex_replace(text, on_page_of_data, "$1DZIEN$2DZIEN");
    // So does what the directory says of itself: "Stan na: …".
    const auto moment = built_moment(generation);
    REQUIRE(moment);
    const Day day = day_in_warsaw(*moment);
    text =
        replaced(std::move(text), "Stan na: " + day_in_words(day, Language::pl), "Stan na: DZIEN");
    text = replaced(std::move(text), "As of: " + day_in_words(day, Language::en), "As of: DZIEN");
    text = replaced(std::move(text), "Станом на: " + day_in_words(day, Language::uk),
                    "Станом на: DZIEN");
    static const std::regex built(R"(("built_at": ")[^"]+)");
    text = std::regex_replace(text, built, "$1CHWILA");
    text = replaced(std::move(text), generation, "GENERACJA");
    static const std::regex asset(R"((/assets/[a-z0-9/_-]+)-[A-Z0-9]{8}(\.[a-z0-9]+))");
    return std::regex_replace(text, asset, "$1-SKROT$2");
}

}  // namespace wespol::test
