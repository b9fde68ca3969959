// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/text_member.h"

#include <nlohmann/json.hpp>

namespace wespol {

std::string text_at(const nlohmann::json& record, const char* key) {
    const auto found = record.find(key);
    return found != record.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace wespol
