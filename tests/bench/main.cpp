// SPDX-License-Identifier: GPL-3.0-or-later
// wespol-bench: opens the published generation of an index in this process, runs a log of queries
// over it and writes what they cost as JSON. script/bench makes the data and reads the result.
#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/search/record_reader.h"
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "server/checks/list_check.h"
#include "server/checks/written_list.h"
#include "tests/bench/extra_costs.h"
#include "tests/bench/file_costs.h"
#include "tests/bench/operations.h"
#include "tests/bench/oracle_check.h"
#include "tests/bench/process_memory.h"
#include "tests/bench/protocol_costs.h"
#include "tests/bench/stopwatch.h"
#include "tests/support/hostile_requests.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

namespace wespol::bench {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::filesystem::path index, queries, catalogue;
    int rounds = 3;
    std::size_t checked = 0;
};

Json percentiles(const std::vector<double>& values) {
    return {{"p50", percentile(values, 0.5)},
            {"p95", percentile(values, 0.95)},
            {"p99", percentile(values, 0.99)},
            {"max", percentile(values, 1)}};
}

struct Timings {
    std::vector<double> wall_ms, cpu_ms;
    std::size_t answers = 0;

    void add(const Duration& duration, std::size_t answer) {
        wall_ms.push_back(duration.wall_ms);
        cpu_ms.push_back(duration.cpu_ms);
        answers += answer;
    }
    Json json() const {
        return {{"queries", cpu_ms.size()},
                {"cpu_ms", percentiles(cpu_ms)},
                {"wall_ms", percentiles(wall_ms)},
                {"answers", answers}};
    }
};

Json measure(const Operation& operation, const Subject& subject,
             const std::vector<LoggedQuery>& log, int rounds) {
    Timings all;
    std::map<std::string, Timings> by_kind;
    for (const LoggedQuery& query : log) {
        if (!operation.applies(query)) continue;
        std::size_t answer = 0;
        const Duration best = best_of(rounds, [&] { answer = operation.run(subject, query); });
        all.add(best, answer);
        by_kind[query.kind].add(best, answer);
    }
    Json kinds = Json::object();
    for (const auto& [kind, timings] : by_kind)
        kinds[kind] = timings.json();
    return {{"all", all.json()}, {"kinds", kinds}};
}

Json measure_extras(const Subject& subject, const std::vector<LoggedQuery>& log, int rounds) {
    Timings corrections, relaxations;
    std::vector<double> ratios;
    for (const LoggedQuery& query : log) {
        if (query.kind == "typing") continue;
        if (const auto cost = correction_cost(subject, query, rounds)) corrections.add(*cost, 1);
        if (const auto cost = relaxation_cost(subject, query, rounds)) {
            relaxations.add(cost->relaxations, 1);
            ratios.push_back(cost->ratio_cpu);
        }
    }
    return {{"correction", corrections.json()},
            {"relaxations", relaxations.json()},
            {"relaxations_to_search", percentiles(ratios)}};
}

Json measure_hostile(const Snapshot& snapshot, int rounds) {
    Json measured = Json::array();
    for (const test::HostileRequest& each : test::hostile_requests()) {
        std::size_t total = 0;
        bool says_so = false;
        const Duration best = best_of(rounds, [&] {
            const DecodedRequest decoded = decode_request(each.parameters, snapshot->references());
            const Searcher searcher(snapshot, kToday, Language::pl);
            const SearchResponse response = searcher.search(decoded.request);
            total = response.total;
            says_so = !decoded.problems.empty() || !response.understood.ignored.empty();
        });
        const bool must_say = each.is_cut || each.nothing_remains;
        measured.push_back(
            {{"name", each.name},
             {"wall_ms", best.wall_ms},
             {"cpu_ms", best.cpu_ms},
             {"found", total},
             {"says_so", says_so},
             {"as_it_should", (says_so || !must_say) && (total == 0 || !each.nothing_remains)}});
    }
    return measured;
}

/// Numbers of entities all over the index, as a buyer's list would have them.
std::string list_of_numbers(const Snapshot& snapshot, const Xapian::Database& database) {
    const RecordReader records(database, snapshot->columns());
    const DocSet& entities = snapshot->columns().of_type(DocumentType::entity);
    const std::size_t step = std::max<std::size_t>(1, entities.count() / (2 * kMaxCheckedLines));
    std::string list;
    std::size_t lines = 0;
    std::size_t seen = 0;
    entities.for_each([&](DocId document) {
        if (lines == kMaxCheckedLines || seen++ % step != 0) return;
        const Entity entity = records.entity(document);
        const auto& number = entity.nip ? entity.nip : entity.krs;
        if (!number) return;
        list += *number + '\n';
        ++lines;
    });
    return list;
}

/// From the text to the facts of each line; what is made of it (JSON, page) is not in it.
Json measure_list_check(const Subject& subject, int rounds) {
    const std::string list = list_of_numbers(subject.snapshot, subject.database);
    std::size_t found = 0;
    std::size_t lines = 0;
    const Duration best = best_of(rounds, [&] {
        const CheckReport report = check_list(read_pasted(list).value(), subject.snapshot, kToday);
        found = report.count(LineOutcome::found) + report.count(LineOutcome::several);
        lines = report.lines.size();
    });
    return {{"lines", lines}, {"found", found}, {"wall_ms", best.wall_ms}, {"cpu_ms", best.cpu_ms}};
}

Json measure_protocol(const Snapshot& snapshot, int rounds) {
    const ProtocolCost cost = protocol_cost(snapshot, resource_directory(), rounds);
    const auto json = [](const Duration& each) {
        return Json{{"wall_ms", each.wall_ms}, {"cpu_ms", each.cpu_ms}};
    };
    return {{"results", cost.results},    {"writing", json(cost.writing)},
            {"file", json(cost.file)},    {"page", json(cost.page)},
            {"pdf", json(cost.pdf)},      {"file_bytes", cost.file_bytes},
            {"pdf_bytes", cost.pdf_bytes}};
}

Json measure_files(const Snapshot& snapshot) {
    Json measured = Json::array();
    for (const FileCost& cost : file_costs(snapshot, resource_directory()))
        measured.push_back({{"format", cost.format},
                            {"rows", cost.rows},
                            {"bytes", cost.bytes},
                            {"wall_ms", cost.making.wall_ms},
                            {"cpu_ms", cost.making.cpu_ms},
                            {"memory_growth_mib", cost.memory_growth_mib}});
    return measured;
}

Json run(const Options& options) {
    const auto analyzer =
        std::make_shared<const Analyzer>(std::make_shared<const MorphologicalDictionary>(
            MorphologicalDictionary::open(resource_directory() / "polish.dict")));
    const auto generation = GenerationStore(options.index).current();
    if (!generation)
        throw Error(ErrorCode::environment,
                    fmt::format("{}: nothing is published there", options.index.string()));

    const Stopwatch opening;
    const Snapshot snapshot = IndexSnapshot::open(*generation, analyzer);
    const Duration opened = opening.passed();
    Json result{{"open", {{"wall_ms", opened.wall_ms}, {"cpu_ms", opened.cpu_ms}}},
                {"memory_mib", memory_mib("VmRSS")}};

    const std::vector<LoggedQuery> log = read_query_log(options.queries, snapshot->references());
    const Xapian::Database database = snapshot->open_database();
    for (const Operation& operation : operations())
        result["operations"][std::string(operation.name)] =
            measure(operation, {snapshot, database}, log, options.rounds);
    result["extras"] = measure_extras({snapshot, database}, log, options.rounds);
    result["list_check"] = measure_list_check({snapshot, database}, options.rounds);
    result["protocol"] = measure_protocol(snapshot, options.rounds);
    result["files"] = measure_files(snapshot);
    result["hostile"] = measure_hostile(snapshot, options.rounds);
    result["memory_after_mib"] = memory_mib("VmRSS");

    const OracleCheck check =
        check_against_oracle(options.catalogue, snapshot, log, options.checked);
    result["oracle"] = {
        {"queries", check.queries}, {"counts", check.counts}, {"differences", check.differences}};
    return result;
}

}  // namespace
}  // namespace wespol::bench

int main(int argument_count, char** arguments) {
    using namespace wespol;
    bench::Options options;
    CLI::App app("Runs a log of queries over a published index and writes what they cost as JSON.");
    app.add_option("--index", options.index, "folder of the index")->required();
    app.add_option("--queries", options.queries, "log written by make_queries.py")->required();
    app.add_option("--rounds", options.rounds, "runs of each query; the best counts")
        ->check(CLI::PositiveNumber);
    CLI::Option* catalogue =
        app.add_option("--catalogue", options.catalogue, "what the index was built from");
    app.add_option("--check", options.checked, "literal queries to compare with brute force")
        ->needs(catalogue);
    CLI11_PARSE(app, argument_count, arguments);
    try {
        std::cout << bench::run(options).dump(2) << '\n';
        return 0;
    } catch (const Error& error) {
        std::cerr << "wespol-bench: " << error.what() << '\n';
        return static_cast<int>(error.code());
    }
}
