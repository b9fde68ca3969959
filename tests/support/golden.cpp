// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "core/catalogue/calendar.h"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace wespol::test {

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
        R"((<time datetime=")\d{4}-\d\d-\d\d(">)\d\d?\.\d\d\.\d{4}(</time>\. (Stany|Przy|<a)))");
    text = std::regex_replace(text, published, "$1DZIEN$2DZIEN$3");
    // So does what the directory says of itself: "Stan na: …".
    if (generation.size() >= 8) {
        const auto day = parse_day(generation.substr(0, 4) + "-" + generation.substr(4, 2) + "-" +
                                   generation.substr(6, 2));
        const std::string told = day ? "Stan na: " + format_day_polish(*day) : generation;
        for (auto at = text.find(told); at != std::string::npos; at = text.find(told))
            text.replace(at, told.size(), "Stan na: DZIEN");
    }
    static const std::regex built(R"(("built_at": ")[^"]+)");
    text = std::regex_replace(text, built, "$1CHWILA");
    for (auto at = text.find(generation); at != std::string::npos; at = text.find(generation))
        text.replace(at, generation.size(), "GENERACJA");
    static const std::regex asset(R"((/assets/[a-z0-9/_-]+)-[A-Z0-9]{8}(\.[a-z0-9]+))");
    return std::regex_replace(text, asset, "$1-SKROT$2");
}

}  // namespace wespol::test
