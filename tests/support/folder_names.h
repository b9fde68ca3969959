// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in a folder, by name; folders below it are not looked into.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace wespol::test {

inline std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

}  // namespace wespol::test
