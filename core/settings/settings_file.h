// SPDX-License-Identifier: GPL-3.0-or-later
// The one file of settings, TOML: what stands in it, each value with its line. The only place that
// knows the TOML library. A mistake throws Error(usage) naming file and line. Thread-safe: no
// state.
#pragma once

#include "core/settings/setting.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace wespol {

struct WrittenSetting {
    std::vector<std::string> texts;  ///< one, but of a list
    std::size_t line = 0;            ///< from 1
};

/// By name, of the settings in `table`. Every other key is a mistake, but in the sections of other
/// programs of ours, which only they know.
std::map<std::string, WrittenSetting, std::less<>> read_settings_file(
    const std::filesystem::path& file, std::span<const Setting> table);

/// As it stands in the file: "8", "\"127.0.0.1:8080\"", "[\"…\", \"…\"]".
std::string toml_text(const Setting& setting, const std::vector<std::string>& texts);

}  // namespace wespol
