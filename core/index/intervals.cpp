// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/intervals.h"

#include "core/catalogue/legal_facts.h"
#include "core/support/error.h"

#include <charconv>
#include <utility>

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

std::string written(const Validity& days) {
    return fmt::format("{} {} {} {} {}", written(days.earliest_start), written(days.latest_start),
                       written(days.earliest_end), written(days.latest_end),
                       days.end_is_computed ? 1 : 0);
}

Validity read_validity(const std::vector<std::string_view>& words, std::string_view line) {
    if (words.size() != 5) refuse(line);
    return {.earliest_start = read_day(words[0]),
            .latest_start = read_day(words[1]),
            .earliest_end = read_day(words[2]),
            .latest_end = read_day(words[3]),
            .end_is_computed = words[4] == "1"};
}

}  // namespace

StatusSpan span_of(const EntityStatus& status) {
    return {status.status, validity(status)};
}

bool holds_on(const StatusSpan& span, Day day) {
    const CertificateState state = state_on(span.days, day);
    return state == CertificateState::valid || state == CertificateState::expiring;
}

std::string encode_validities(const std::vector<Validity>& validities) {
    std::string text;
    for (const Validity& each : validities)
        text += written(each) + '\n';
    return text;
}

std::vector<Validity> decode_validities(std::string_view text) {
    std::vector<Validity> validities;
    for (const std::string_view line : split(text, '\n'))
        validities.push_back(read_validity(split(line, ' '), line));
    return validities;
}

std::string encode_statuses(const std::vector<StatusSpan>& spans) {
    std::string text;
    for (const StatusSpan& each : spans)
        text += fmt::format("{} {}\n", written(each.days), each.status);
    return text;
}

std::vector<StatusSpan> decode_statuses(std::string_view text) {
    std::vector<StatusSpan> spans;
    for (const std::string_view line : split(text, '\n')) {
        std::vector<std::string_view> words = split(line, ' ');
        if (words.empty()) refuse(line);
        std::string status(words.back());
        words.pop_back();
        spans.push_back({std::move(status), read_validity(words, line)});
    }
    return spans;
}

}  // namespace wespol
