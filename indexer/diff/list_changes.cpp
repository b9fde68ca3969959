// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/list_changes.h"

#include "core/support/error.h"
#include "indexer/diff/record_differences.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

/// Rows of a list by what names them; a row that nothing names is named by all of it.
using Rows = std::map<std::string, std::string>;

Rows rows_of(const Json& list) {
    Rows rows;
    for (const Json& row : list) {
        const std::string text = row.dump();
        std::string name = text;
        for (const char* key : {"id", "code", "written"}) {
            if (!row.contains(key)) continue;
            const bool is_alone = !row.contains("municipality");  // postal codes repeat theirs
            if (is_alone) name = row.at(key).dump();
            break;
        }
        rows[name] = text;
    }
    return rows;
}

/// "brands" → its rows, "vocabulary.industry" → its rows …
void collect(const Json& references, const std::string& path, std::map<std::string, Rows>& lists) {
    for (const auto& [key, value] : references.items()) {
        const std::string name = path + key;
        if (value.is_array()) lists[name] = rows_of(value);
        if (value.is_object()) collect(value, name + ".", lists);
    }
}

/// Who runs the site, as a list of one row; a generation that has no word of it has an empty row.
void list_operator(Json& references) {
    Json row = references.value("site_operator", Json{{"accessibility", Json::object()}});
    row["code"] = "operator";
    references["site_operator"] = Json::array({std::move(row)});
}

std::map<std::string, Rows> lists_of(const std::string& text) {
    Json references = Json::parse(text, nullptr, false);
    if (!references.is_object())
        throw Error(ErrorCode::environment, "Uszkodzone słowniki opublikowanej generacji",
                    "Sprawdź ją: wespol-indexer verify --index INDEKS");
    forget_rows(references);
    list_operator(references);
    std::map<std::string, Rows> lists;
    collect(references, "", lists);
    return lists;
}

}  // namespace

std::vector<ListChange> list_changes(const std::string& before, const std::string& after) {
    if (before == after) return {};
    std::map<std::string, Rows> old_lists = lists_of(before);
    std::map<std::string, Rows> new_lists = lists_of(after);
    std::set<std::string> names;
    for (const auto* lists : {&old_lists, &new_lists})
        for (const auto& [name, rows] : *lists)
            names.insert(name);
    std::vector<ListChange> changes;
    for (const std::string& name : names) {
        const Rows& old_rows = old_lists[name];
        const Rows& new_rows = new_lists[name];
        ListChange change{name};
        for (const auto& [row, text] : new_rows) {
            const auto found = old_rows.find(row);
            if (found == old_rows.end())
                ++change.added;
            else if (found->second != text)
                ++change.changed;
        }
        change.gone = old_rows.size() + change.added - new_rows.size();
        if (change.added + change.changed + change.gone > 0) changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace wespol
