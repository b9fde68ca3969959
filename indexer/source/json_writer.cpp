// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_writer.h"

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const SourceValue& source);

struct ToJson {
    template <class T>
    Json operator()(const T& value) const {
        return value;
    }
    Json operator()(const SourceList& list) const {
        Json json = Json::array();
        for (const SourceValue& each : list)
            json.push_back(to_json(each));
        return json;
    }
    Json operator()(const SourceMembers& members) const {
        Json json = Json::object();
        for (const auto& [key, value] : members)
            json[key] = to_json(value);
        return json;
    }
};

Json to_json(const SourceValue& source) {
    return std::visit(ToJson{}, source.value);
}

/// "{"a": 1}" with a space after colons and commas, as the files of data/ have it.
void write(const Json& json, std::string& line) {
    if (json.is_object() || json.is_array()) {
        line += json.is_object() ? '{' : '[';
        bool is_first = true;
        for (const auto& [key, value] : json.items()) {
            if (!is_first) line += ", ";
            is_first = false;
            if (json.is_object()) line += Json(key).dump() + ": ";
            write(value, line);
        }
        line += json.is_object() ? '}' : ']';
        return;
    }
    constexpr int on_one_line = -1;
    line += json.dump(on_one_line, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json_line(const SourceRecord& record) {
    std::string line;
    write(ToJson{}(record.fields), line);
    return line;
}

}  // namespace wespol
