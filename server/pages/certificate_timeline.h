// SPDX-License-Identifier: GPL-3.0-or-later
// How the certificates of one holder lie in time: what of each is surely valid, what its dates do
// not settle, the gaps, the day asked for. Lengths are parts of the width of a picture of whole
// years, so that it stretches while its letters do not. A date that no source gives is no part of
// it. Knows nothing of SVG. Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate_history.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// Both ends as parts of the picture's width, 0 to 1.
struct TimelineStretch {
    double from = 0, to = 0;
    friend bool operator==(const TimelineStretch&, const TimelineStretch&) = default;
};

struct TimelineBar {
    std::string certificate;                 ///< id
    std::size_t lane = 0;                    ///< from 0; what overlaps lies below one another
    std::optional<TimelineStretch> certain;  ///< whole days, the last one included
    std::vector<TimelineStretch> uncertain;  ///< before and behind the certain part, or all of it
    std::optional<double> granted_at;        ///< only where the very day is known
};

struct TimelineRow {
    std::optional<std::string> subject;  ///< as of CertificateHistory
    std::vector<TimelineBar> bars;
    std::vector<TimelineStretch> gaps;  ///< of lane 0
    std::size_t lanes = 1;
};

struct TimelineYear {
    int year = 0;
    double at = 0;  ///< its first day
};

struct CertificateTimeline {
    int first_year = 0, last_year = 0;  ///< both whole
    std::vector<TimelineYear> years;    ///< those that are written: at most kMostYears
    std::vector<double> ticks;          ///< of months in a short picture, else of years
    double day = 0;                     ///< the day asked for
    std::vector<TimelineRow> rows;
    std::size_t undated = 0;  ///< certificates of which no date is known
};
inline constexpr int kMostYears = 7;

/// Null when no certificate has a date. `day` is always within the picture.
std::optional<CertificateTimeline> certificate_timeline(
    const std::vector<CertificateHistory>& histories, Day day);

}  // namespace wespol
