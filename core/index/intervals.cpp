// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/intervals.h"

#include "core/support/error.h"

#include <charconv>

#include <fmt/format.h>

namespace wespol {
namespace {

// One span a line, fields parted by spaces, days counted from 1970-01-01, "-" where open.

std::string written(const std::optional<Day>& day) {
    return day ? fmt::format("{}", day->time_since_epoch().count()) : std::string("-");
}

[[noreturn]] void refuse(std::string_view text) {
    throw Error(ErrorCode::environment,
                fmt::format("Nieczytelny przedział dni w indeksie: {}", text),
                "Zbuduj indeks od nowa: wespol-indexer build");
}

std::optional<Day> read_day(std::string_view word) {
    if (word == "-") return std::nullopt;
    int days = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), days);
    if (error != std::errc{} || end != word.data() + word.size()) refuse(word);
    return Day{std::chrono::days{days}};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

}  // namespace

StatusSpan span_of(const EntityStatus& status) {
    StatusSpan span{.status = status.status, .from = {}, .until = {}};
    if (status.from)
        span.from = status.from->earliest();
    else if (status.as_of)
        span.from = status.as_of->earliest();
    if (status.until) span.until = status.until->latest();
    return span;
}

bool holds_on(const StatusSpan& span, Day day) {
    return (!span.from || *span.from <= day) && (!span.until || day <= *span.until);
}

std::string encode_validities(const std::vector<Validity>& validities) {
    std::string text;
    for (const Validity& each : validities)
        text += fmt::format("{} {} {} {} {}\n", written(each.earliest_start),
                            written(each.latest_start), written(each.earliest_end),
                            written(each.latest_end), each.end_is_computed ? 1 : 0);
    return text;
}

std::vector<Validity> decode_validities(std::string_view text) {
    std::vector<Validity> validities;
    for (const std::string_view line : split(text, '\n')) {
        const std::vector<std::string_view> words = split(line, ' ');
        if (words.size() != 5) refuse(line);
        validities.push_back({.earliest_start = read_day(words[0]),
                              .latest_start = read_day(words[1]),
                              .earliest_end = read_day(words[2]),
                              .latest_end = read_day(words[3]),
                              .end_is_computed = words[4] == "1"});
    }
    return validities;
}

std::string encode_statuses(const std::vector<StatusSpan>& spans) {
    std::string text;
    for (const StatusSpan& each : spans)
        text += fmt::format("{} {} {}\n", each.status, written(each.from), written(each.until));
    return text;
}

std::vector<StatusSpan> decode_statuses(std::string_view text) {
    std::vector<StatusSpan> spans;
    for (const std::string_view line : split(text, '\n')) {
        const std::vector<std::string_view> words = split(line, ' ');
        if (words.size() != 3) refuse(line);
        spans.push_back({.status = std::string(words[0]),
                         .from = read_day(words[1]),
                         .until = read_day(words[2])});
    }
    return spans;
}

}  // namespace wespol
