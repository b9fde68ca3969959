// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging.h"

#include <algorithm>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace wespol {
namespace {

bool is_plain(unsigned char c) {
    return c > ' ' && c != '"' && c != '=' && c != '\\' && c != 0x7f;
}

void append_quoted(std::string& line, std::string_view value) {
    line += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (line += '\\') += c;
        else if (byte < ' ' || byte == 0x7f)
            line += fmt::format("\\x{:02x}", byte);
        else
            line += c;
    }
    line += '"';
}

/// What the journal takes for the level: sd-daemon(3).
constexpr std::string_view journal_prefix(LogLevel level) {
    switch (level) {
        case LogLevel::error:
            return "<3>";
        case LogLevel::warning:
            return "<4>";
        case LogLevel::info:
            break;
    }
    return "<6>";
}

bool is_in_journal() {
    static const bool is_there = is_journal(std::getenv("JOURNAL_STREAM"), STDOUT_FILENO);
    return is_there;
}

spdlog::level::level_enum as_theirs(LogLevel level) {
    switch (level) {
        case LogLevel::error:
            return spdlog::level::err;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::info:
            break;
    }
    return spdlog::level::info;
}

}  // namespace

void set_up_logging(Verbosity verbosity) {
    spdlog::set_pattern(is_in_journal() ? "%v" : "time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    spdlog::flush_on(spdlog::level::info);
    spdlog::set_level(verbosity == Verbosity::requests ? spdlog::level::info : spdlog::level::off);
}

bool is_journal(const char* journal_stream, int descriptor) {
    struct stat status {};
    return journal_stream && ::fstat(descriptor, &status) == 0 &&
           journal_stream == fmt::format("{}:{}", status.st_dev, status.st_ino);
}

std::string log_text(std::string_view event, std::initializer_list<LogField> fields) {
    std::string line = fmt::format("event={}", event);
    for (const auto& [name, value] : fields) {
        line += fmt::format(" {}=", name);
        if (!value.empty() && std::ranges::all_of(value, is_plain))
            line += value;
        else
            append_quoted(line, value);
    }
    return line;
}

void log_line(LogLevel level, const std::string& text) {
    spdlog::log(as_theirs(level), "{}{}", is_in_journal() ? journal_prefix(level) : "", text);
}

}  // namespace wespol
