// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar as iCalendar (RFC 5545): all-day events without alarms, nobody's time taken. Only
// what happens on a certain day is an event. Used by one thread.
#pragma once

#include "server/feeds/feed.h"

#include <string>
#include <string_view>

namespace wespol {

class ICalendar {
  public:
    /// The head of the calendar; the entries of `feed` are not looked at.
    explicit ICalendar(const Feed& feed);

    /// Nothing for an entry without a day.
    void add(const FeedEntry& entry);

    /// A calendar without entries gets the time zone of Poland: one component has to be there.
    void end();

    /// What was written since the last time.
    std::string take();

  private:
    void add_line(std::string_view name, std::string_view value);

    Moment published_;
    bool is_empty_ = true;
    std::string text_;
};

/// TEXT of RFC 5545, 3.3.11.
std::string calendar_text(std::string_view text);

/// A content line with its end; no line is longer than 75 bytes, none is cut within a character.
std::string folded_line(std::string_view line);

}  // namespace wespol
