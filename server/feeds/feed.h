// SPDX-License-Identifier: GPL-3.0-or-later
// What a feed or a calendar tells, whatever its format. Plain values.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/warsaw_time.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

struct FeedEntry {
    std::string uuid;  ///< never changes
    std::string title;
    std::string text;     ///< plain, with line breaks
    std::string address;  ///< of a page, whole; "" = none
    std::string category;
    std::optional<Day> day;       ///< when it happens, where that is certain
    std::optional<Day> news_day;  ///< when it became news
};

struct Feed {
    std::string uuid;  ///< never changes for the same search
    std::string title;
    std::string description;
    std::string address;  ///< of the feed itself, whole
    std::string page;     ///< of the site, whole
    Moment published{};   ///< of the generation
    std::vector<FeedEntry> entries;
};

}  // namespace wespol
