// SPDX-License-Identifier: GPL-3.0-or-later
// wespol-build-bench: reads a file of JSON lines and builds an index of a data folder in this
// process, phase by phase, and writes what each cost as JSON. script/bench runs it.
#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/bench/building/build_phases.h"

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace wespol::bench {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Duration& duration) {
    return {{"cpu_ms", duration.cpu_ms}, {"wall_ms", duration.wall_ms}};
}

Json reading_json(const std::filesystem::path& file) {
    measure_reading(file);  // brings the file into the cache
    const ReadingSpeed reading = measure_reading(file);
    constexpr double bytes_per_ms_of_mb_per_s = 1'000;
    return {{"rows", reading.rows},
            {"bytes", reading.bytes},
            {"duration", as_json(reading.duration)},
            {"mb_per_cpu_s", static_cast<double>(reading.bytes) / reading.duration.cpu_ms /
                                 bytes_per_ms_of_mb_per_s}};
}

Json building_json(const std::filesystem::path& data, const std::filesystem::path& scratch) {
    const BuildPhases built =
        measure_build(data, scratch, Analyzer::open(resource_directory() / "polish.dict"));
    Json phases = Json::array();
    for (const auto& [name, duration] : built.phases)
        phases.push_back({{"phase", name}, {"duration", as_json(duration)}});
    return {{"documents", built.documents}, {"phases", phases}, {"bare", as_json(built.bare)}};
}

}  // namespace
}  // namespace wespol::bench

int main(int argument_count, char** arguments) {
    using namespace wespol;
    std::filesystem::path data, scratch, rows;
    CLI::App app("Measures reading and building, phase by phase, and writes the costs as JSON.");
    app.add_option("--data", data, "data folder to build from")->required();
    app.add_option("--scratch", scratch, "folder for the database, which is removed again")
        ->required();
    app.add_option("--rows", rows, "JSON lines to read; a gigabyte tells most")->required();
    CLI11_PARSE(app, argument_count, arguments);
    try {
        std::filesystem::create_directories(scratch);
        const nlohmann::ordered_json result{{"reading", bench::reading_json(rows)},
                                            {"building", bench::building_json(data, scratch)}};
        std::cout << result.dump(2) << '\n';
        return 0;
    } catch (const Error& error) {
        std::cerr << "wespol-build-bench: " << error.what() << '\n';
        return static_cast<int>(error.code());
    }
}
