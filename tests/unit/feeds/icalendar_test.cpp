// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/icalendar.h"

#include "tests/support/catch.hpp"

#include <sstream>

using namespace wespol;
using namespace std::chrono_literals;

namespace {

Feed calendar_head() {
    Feed feed;
    feed.uuid = "u-1";
    feed.title = "Certyfikaty, region";
    feed.address = "https://wespol.example/api/v1/certificates.ics";
    feed.published = Day(2026y / 11 / 21) + 10h + 11min + 12s;
    return feed;
}

std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    return text;
}

}  // namespace

TEST_CASE("text of a calendar is escaped") {
    CHECK(calendar_text("a;b,c\\d\ne\r\x01") == "a\\;b\\,c\\\\d\\ne");
    CHECK(calendar_text("żółć: 5%") == "żółć: 5%");
}

TEST_CASE("lines are folded at 75 bytes and never within a character") {
    CHECK(folded_line("SUMMARY:krótki") == "SUMMARY:krótki\r\n");
    CHECK(folded_line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
    for (const char* letter : {"x", "ż", "€", "😀"})
        for (std::size_t shift = 0; shift < 4; ++shift) {
            std::string line(shift, 'a');
            for (int i = 0; i < 200; ++i)
                line += letter;
            const std::string folded = folded_line(line);
            CHECK(unfolded(folded) == line + "\r\n");
            std::istringstream in(folded);
            for (std::string part; std::getline(in, part);) {
                CHECK(part.size() <= 75 + 1);  // and the carriage return
                // A byte that goes on with a character never begins a line.
                const auto first = static_cast<unsigned char>(part[part.starts_with(' ') ? 1 : 0]);
                CHECK((first & 0xC0) != 0x80);
            }
        }
}

TEST_CASE("a certain day is an all-day event, an uncertain one is none") {
    ICalendar calendar(calendar_head());
    FeedEntry entry;
    entry.uuid = "e-1";
    entry.title = "Koniec certyfikatu 18.12.2015: Furia";
    entry.text = "Znak: Zakup Prospołeczny\nPosiadacz: Furia";
    entry.category = "koniec";
    entry.day = Day(2015y / 12 / 31);
    calendar.add(entry);
    entry.uuid = "e-2";
    entry.day.reset();
    calendar.add(entry);
    calendar.end();
    const std::string text = unfolded(calendar.take());
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    CHECK(text.find("DTSTART;VALUE=DATE:20151231\r\nDTEND;VALUE=DATE:20160101\r\n") !=
          std::string::npos);
    CHECK(text.find("UID:e-1\r\nDTSTAMP:20261121T101112Z\r\nLAST-MODIFIED:20261121T101112Z\r\n"
                    "SEQUENCE:29920931\r\n") != std::string::npos);
    CHECK(text.find("NAME:Certyfikaty\\, region\r\n") != std::string::npos);
    CHECK(text.find("e-2") == std::string::npos);
    CHECK(text.find("VALARM") == std::string::npos);
    CHECK(text.find("VTIMEZONE") == std::string::npos);
}

TEST_CASE("a calendar without events has the component that has to be there") {
    ICalendar calendar(calendar_head());
    calendar.end();
    const std::string text = calendar.take();
    CHECK(text.find("BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw\r\nBEGIN:STANDARD\r\n") !=
          std::string::npos);
    CHECK(text.ends_with("END:DAYLIGHT\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n"));
}
