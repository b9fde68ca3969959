// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of wespol-indexer as a value. Parsing prints nothing: help and mistakes come
// back as text with an exit code. Thread-safe: no state.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wespol {

enum class Action { build, diff, watch, list, rollback, verify, convert, analyze, compare };

struct Options {
    Action action = Action::build;
    std::filesystem::path data;
    std::filesystem::path index;
    std::filesystem::path dictionary;  ///< set always: the one that came with the program, or given
    std::optional<std::filesystem::path> report;
    std::optional<std::string> generation;  ///< rollback: which one; null = the one before
    std::vector<std::string> texts;         ///< analyze: none = standard input; compare: two
    bool dry_run = false;
    bool json = false;                         ///< build, diff: for programs
    bool accepts_losses = false;               ///< build, diff: a person saw what goes and wants it
    std::filesystem::path inbox;               ///< watch
    bool publishes_clean = false;              ///< watch
    bool once = false;                         ///< watch: what is there now
    std::filesystem::path file;                ///< convert: what to read
    std::string profile;                       ///< convert: "entities", "certificates" or "opp"
    std::optional<std::filesystem::path> out;  ///< convert: null = standard output
};

/// Nothing is to be done but to print this and end.
struct Farewell {
    std::string text;
    int exit_code = 0;  ///< 0 after --help and --version, 1 after a mistake
};

std::variant<Options, Farewell> parse_options(int argument_count, const char* const* arguments);

}  // namespace wespol
