// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/file_costs.h"

#include "server/files/file_formats.h"
#include "server/files/searched_rows.h"
#include "server/pages/page_renderer.h"
#include "tests/bench/process_memory.h"

#include <array>
#include <optional>

namespace wespol::bench {
namespace {

/// What a format writes, in bytes.
using Make = std::size_t (*)(const RowSource& rows);

template <class Write>
std::size_t counted(const Write& write) {
    std::size_t bytes = 0;
    write([&](std::string_view piece) {
        bytes += piece.size();
        return true;
    });
    return bytes;
}

struct Format {
    std::string_view name;
    bool is_map;
    Make make;
};

constexpr std::array kFormats{
    Format{"csv", false,
           [](const RowSource& rows) {
               return counted([&](const BodySink& sink) { write_csv(rows, {}, sink); });
           }},
    Format{"jsonl", false,
           [](const RowSource& rows) {
               return counted([&](const BodySink& sink) { write_json_lines(rows, sink); });
           }},
    Format{"geojson", true,
           [](const RowSource& rows) {
               return counted([&](const BodySink& sink) { write_geojson(rows, sink); });
           }},
    Format{"xlsx", false, [](const RowSource& rows) { return write_workbook(rows)->size(); }},
};

}  // namespace

std::vector<FileCost> file_costs(const Snapshot& snapshot, const std::filesystem::path& resources) {
    const PageRenderer pages(resources);
    SearchRequest count;
    count.page_size = 1;
    const std::size_t rows = Searcher(snapshot, kToday, Language::pl).search(count).total;
    std::vector<FileCost> costs;
    for (const Format& format : kFormats) {
        const SearchedFile file{
            snapshot,           kToday, Language::pl, pages, "https://wespol.example", kToday,
            "/api/v1/entities", {}};
        const double before = memory_mib("VmRSS");
        forget_highest_memory();
        FileCost cost{format.name, rows, 0, {}, 0};
        cost.making = best_of(
            1, [&] { cost.bytes = format.make(entity_rows(file, std::nullopt, format.is_map)); });
        cost.memory_growth_mib = memory_mib("VmHWM") - before;
        costs.push_back(cost);
    }
    return costs;
}

}  // namespace wespol::bench
