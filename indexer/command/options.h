// SPDX-License-Identifier: GPL-3.0-or-later
// What wespol-indexer was told, by its command line and, for what is set once (settings_table.h),
// by environment and file. Parsing prints nothing: help and mistakes of the command line come back
// as text with an exit code. Thread-safe: no state.
#pragma once

#include "core/index/retention.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wespol {

enum class Action {
    build,
    diff,
    watch,
    list,
    rollback,
    verify,
    export_generation,
    import_generation,
    convert,
    analyze,
    compare
};

struct Options {
    Action action = Action::build;
    std::filesystem::path data;
    std::filesystem::path index;
    std::filesystem::path dictionary;  ///< set always: the one that came with the program, or given
    Retention retention;               ///< build, watch, import
    std::optional<std::filesystem::path> report;
    std::optional<std::string> generation;  ///< rollback: null = the one before; export: null = the
                                            ///< published one
    std::vector<std::string> texts;         ///< analyze: none = standard input; compare: two
    bool dry_run = false;
    bool json = false;             ///< build, diff: for programs
    bool accepts_losses = false;   ///< build, diff: a person saw what goes and wants it
    std::filesystem::path inbox;   ///< watch
    bool publishes_clean = false;  ///< watch
    bool once = false;             ///< watch: what is there now
    std::filesystem::path file;    ///< convert, import: what to read; export: what to write
    std::string profile;           ///< convert: "entities", "certificates" or "opp"
    std::optional<std::filesystem::path> out;  ///< convert: null = standard output
};

/// Nothing is to be done but to print this (help, version, settings, a mistake) and end.
struct Farewell {
    std::string text;
    int exit_code = 0;  ///< 1 after a mistake
};

using Environment = std::function<const char*(const char* variable)>;

/// Throws Error(usage) that names flag, variable or line when a setting is wrong.
std::variant<Options, Farewell> parse_options(int argument_count, const char* const* arguments,
                                              const Environment& environment);

}  // namespace wespol
