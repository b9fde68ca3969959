// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/icalendar.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kMaxLineBytes = 75;

/// As IANA's Europe/Warsaw has it since 1996.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTimeZone{
    {{"BEGIN", "VTIMEZONE"},
     {"TZID", "Europe/Warsaw"},
     {"BEGIN", "STANDARD"},
     {"DTSTART", "19961027T030000"},
     {"RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
     {"TZOFFSETFROM", "+0200"},
     {"TZOFFSETTO", "+0100"},
     {"END", "STANDARD"},
     {"BEGIN", "DAYLIGHT"},
     {"DTSTART", "19970330T020000"},
     {"RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"},
     {"TZOFFSETFROM", "+0100"},
     {"TZOFFSETTO", "+0200"},
     {"END", "DAYLIGHT"},
     {"END", "VTIMEZONE"}}};

std::string calendar_day(Day day) {
    std::string text = format_day(day);
    std::erase(text, '-');
    return text;
}

/// Grows with every generation, and fits into the 31 bits it may have.
std::string sequence_of(Moment published) {
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(published.time_since_epoch()).count();
    return std::to_string(minutes);
}

}  // namespace

std::string calendar_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        if (static_cast<unsigned char>(c) >= ' ' || c == '\t') escaped += c;
    }
    return escaped;
}

std::string folded_line(std::string_view line) {
    std::string folded;
    std::size_t room = kMaxLineBytes;
    while (line.size() > room) {
        const std::string_view part = cut_at_code_point(line, room);
        folded.append(part).append("\r\n ");
        line.remove_prefix(part.size());
        room = kMaxLineBytes - 1;  // the blank that marks a line as going on
    }
    return folded.append(line).append("\r\n");
}

ICalendar::ICalendar(const Feed& feed) : published_(feed.published) {
    add_line("BEGIN", "VCALENDAR");
    add_line("VERSION", "2.0");
    add_line("PRODID", "-//Wespół//certyfikaty//PL");
    add_line("CALSCALE", "GREGORIAN");
    add_line("METHOD", "PUBLISH");
    add_line("NAME", calendar_text(feed.title));
    add_line("X-WR-CALNAME", calendar_text(feed.title));
    add_line("DESCRIPTION", calendar_text(feed.description));
    add_line("UID", feed.uuid);
    add_line("LAST-MODIFIED", compact_utc(published_));
    add_line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    add_line("SOURCE;VALUE=URI", feed.address);
}

void ICalendar::add(const FeedEntry& entry) {
    if (!entry.day) return;
    is_empty_ = false;
    const std::string modified = compact_utc(published_);
    add_line("BEGIN", "VEVENT");
    add_line("UID", entry.uuid);
    add_line("DTSTAMP", modified);
    add_line("LAST-MODIFIED", modified);
    add_line("SEQUENCE", sequence_of(published_));
    add_line("DTSTART;VALUE=DATE", calendar_day(*entry.day));
    add_line("DTEND;VALUE=DATE", calendar_day(*entry.day + std::chrono::days{1}));
    add_line("SUMMARY", calendar_text(entry.title));
    add_line("DESCRIPTION", calendar_text(entry.text));
    if (!entry.address.empty()) add_line("URL", entry.address);
    add_line("CATEGORIES", calendar_text(entry.category));
    add_line("TRANSP", "TRANSPARENT");
    add_line("CLASS", "PUBLIC");
    add_line("END", "VEVENT");
}

void ICalendar::end() {
    if (is_empty_)
        for (const auto& [name, value] : kTimeZone)
            add_line(name, value);
    add_line("END", "VCALENDAR");
}

std::string ICalendar::take() {
    return std::exchange(text_, {});
}

void ICalendar::add_line(std::string_view name, std::string_view value) {
    std::string line(name);
    line += ':';
    text_ += folded_line(line.append(value));
}

}  // namespace wespol
