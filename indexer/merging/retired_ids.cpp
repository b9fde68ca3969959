// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/retired_ids.h"

#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

struct Row {
    RetiredId retired;
    std::size_t row = 0;  ///< 0: merged by the program
};

using Rows = std::map<std::string, Row, std::less<>>;

std::optional<RetiredId> map_retired_id(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    RetiredId retired;
    retired.id = fields.required_id("id");
    retired.moved_to = fields.text("moved_to");
    retired.on = fields.date("on");
    retired.why = fields.required_text("why");
    if (!fields.finish()) return std::nullopt;
    return retired;
}

/// Where the id leads in the end; null when to nothing, or round and round.
std::optional<std::string> final_target(const Rows& rows, const std::string& from,
                                        const IdSet& entities) {
    std::string id = from;
    for (std::size_t step = 0; step <= rows.size(); ++step) {
        if (entities.contains(id)) return id;
        const auto next = rows.find(id);
        if (next == rows.end() || !next->second.retired.moved_to) return std::nullopt;
        id = *next->second.retired.moved_to;
    }
    return std::nullopt;
}

}  // namespace

std::vector<RetiredId> load_retired_ids(const std::filesystem::path& directory,
                                        std::vector<RetiredId> moved, const IdSet& entities,
                                        Diagnostics& diagnostics) {
    Rows rows;
    const auto reject = [&](std::size_t row, const char* field, const std::string& value,
                            std::string message, std::string advice) {
        diagnostics.push_back({Severity::error, kRetiredIdsFile, row, field, value,
                               std::move(message), std::move(advice)});
    };
    if (const auto path = directory / kRetiredIdsFile; std::filesystem::exists(path))
        read_json_lines(path, kRetiredIdsFile, diagnostics, [&](const SourceRecord& record) {
            auto retired = map_retired_id(record, diagnostics);
            if (!retired) return;
            const std::string id = retired->id;
            if (entities.contains(id))
                return reject(record.row, "id", id, "podmiot o tym identyfikatorze jest w katalogu",
                              "usuń ten wiersz albo podmiot z listy");
            if (!rows.emplace(id, Row{std::move(*retired), record.row}).second)
                reject(record.row, "id", id, "identyfikator się powtarza", "zostaw jeden wiersz");
        });
    for (RetiredId& each : moved) {
        std::string id = each.id;
        rows.insert_or_assign(std::move(id), Row{std::move(each)});
    }
    std::vector<RetiredId> retired;
    retired.reserve(rows.size());
    for (const auto& [id, row] : rows) {
        RetiredId kept = row.retired;
        if (kept.moved_to) {
            kept.moved_to = final_target(rows, id, entities);
            if (!kept.moved_to) {
                reject(row.row, "moved_to", *row.retired.moved_to,
                       "pod tym identyfikatorem nie ma podmiotu",
                       "podaj identyfikator z katalogu albo usuń pole „moved_to”");
                continue;
            }
        }
        retired.push_back(std::move(kept));
    }
    return retired;
}

std::string retired_id_line(const std::string& id) {
    const nlohmann::ordered_json line{{"id", id}, {"on", "RRRR-MM-DD"}, {"why", "dlaczego"}};
    constexpr int one_line = -1;
    return line.dump(one_line, ' ', false, nlohmann::json::error_handler_t::replace);
}

void follow_moved_ids(Catalogue& catalogue) {
    const References& references = catalogue.references;
    const auto follow = [&](std::string& id) {
        const RetiredId* retired = references.retired_id(id);
        if (retired && retired->moved_to) id = *retired->moved_to;
    };
    const auto follow_known = [&](std::optional<std::string>& id) {
        if (id) follow(*id);
    };
    for (Entity& each : catalogue.entities)
        follow_known(each.operator_id);
    for (Certificate& each : catalogue.certificates)
        follow_known(each.holder);
    for (Product& each : catalogue.products) {
        follow_known(each.maker);
        for (std::string& candidate : each.maker_candidates)
            follow(candidate);
    }
    for (Brand& brand : catalogue.references.brands)
        for (BrandMaker& maker : brand.makers)
            follow(maker.entity);
    for (SupportCentre& each : catalogue.references.support_centres)
        follow_known(each.operator_id);
}

}  // namespace wespol
