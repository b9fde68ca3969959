// SPDX-License-Identifier: GPL-3.0-or-later
// The server's log: one line per event on standard output, fields as name=value, written at once.
// Under systemd each line carries its level for the journal instead of time and level in words.
// No addresses of clients and no query texts go into it. Set up before the first thread starts;
// log() is thread-safe.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace wespol {

enum class Verbosity {
    requests,  ///< every request, every publication, every failure
    nothing    ///< for tests
};

void set_up_logging(Verbosity verbosity);

/// Whether systemd connected `descriptor` with the journal. `journal_stream` is its variable
/// JOURNAL_STREAM, which outlives a redirection; null when there is none.
bool is_journal(const char* journal_stream, int descriptor);

enum class LogLevel { info, warning, error };

struct LogField {
    std::string_view name;
    std::string value;
};

/// What stands in the line behind time and level: `event=request route="/szukaj" status=200`.
/// Values with anything but plain letters, digits and signs stand in quotes; whatever is in them,
/// the line stays one.
std::string log_text(std::string_view event, std::initializer_list<LogField> fields);

/// `text` as log_text() makes it.
void log_line(LogLevel level, const std::string& text);

inline void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    log_line(level, log_text(event, fields));
}

}  // namespace wespol
