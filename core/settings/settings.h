// SPDX-License-Identifier: GPL-3.0-or-later
// What a program is told at its start, settled: flags go before the environment, the environment
// before the file, the file before the defaults. Every value that is given is checked, also one
// that another overrides. Wrong ones throw Error(usage) that names flag, variable or file and line.
// Immutable; thread-safe.
#pragma once

#include "core/settings/setting.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct SettingSources {
    /// Of the command line, by name; one that was not given is absent or empty.
    std::map<std::string, std::vector<std::string>, std::less<>> flags;
    /// Null when the variable is not set; an empty one counts as not set.
    std::function<const char*(const char* variable)> environment;
    std::optional<std::filesystem::path> file;
};

class Settings {
  public:
    /// `table` must live longer.
    static Settings read(std::span<const Setting> table, const SettingSources& sources);

    /// "" when there is no value. The names are those of the table.
    const std::string& text(std::string_view name) const;
    long number(std::string_view name) const;
    const std::vector<std::string>& list(std::string_view name) const;

    /// Where the value comes from, for whoever has to mend it: "--listen", "WESPOL_LISTEN",
    /// "/etc/wespol/wespol.toml:3: listen"; "" when it is the default.
    const std::string& origin(std::string_view name) const;

    /// The whole as a file of settings, which read() takes; each value with its origin.
    std::string as_file() const;

  private:
    struct Value {
        std::vector<std::string> texts;
        std::string origin;
    };

    const Value& value(std::string_view name) const;
    void take(const Setting& setting, Value value);

    std::span<const Setting> table_;
    std::map<std::string, Value, std::less<>> values_;
};

/// The file that --config or WESPOL_CONFIG names; null when neither does.
std::optional<std::filesystem::path> settings_file(
    const std::string& flag, const std::function<const char*(const char*)>& environment);

}  // namespace wespol
