// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/distinct_ids.h"

#include "indexer/source/json_writer.h"

#include <algorithm>
#include <functional>
#include <variant>

#include <fmt/format.h>

namespace wespol {

std::string first_free_id(const std::string& id, const std::unordered_set<std::string>& taken) {
    std::string free = id;
    for (std::size_t serial = 2; taken.contains(free); ++serial)
        free = fmt::format("{}-{}", id, serial);
    return free;
}

void DistinctIds::settle(SourceRecord& record) {
    const auto member = std::ranges::find(record.fields, "id", &SourceMember::key);
    auto* id =
        member == record.fields.end() ? nullptr : std::get_if<std::string>(&member->value.value);
    if (!id) return;
    if (!record.made_id.empty()) {
        const std::size_t row = std::hash<std::string>{}(to_json_line(record));
        const auto [known, is_new] = id_of_row_.emplace(row, "");
        if (is_new) known->second = first_free_id(*id, taken_);
        *id = known->second;
    }
    taken_.insert(*id);
}

}  // namespace wespol
