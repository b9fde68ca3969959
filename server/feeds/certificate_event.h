// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a certificate and can be told in a feed or a calendar: it is granted, it ends.
// A day that the sources do not settle stays unsettled. Plain values; thread-safe.
#pragma once

#include "core/search/search_response.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class EventKind { granted, ending };
std::string_view code(EventKind kind);  ///< "nadanie", "koniec"

struct CertificateEvent {
    EventKind kind{};
    std::optional<Day> earliest, latest;  ///< null = open
    bool year_is_inferred = false;        ///< of the grant, and so of an end that follows from it

    /// The day, where it is certain.
    std::optional<Day> day() const;

    /// When it becomes news: the grant on its day, the end 30 days before it. Null = not known.
    std::optional<Day> news_day() const;
};

/// The grant, known or not; the end where anything is known of it.
std::vector<CertificateEvent> events_of(const Validity& validity, bool year_is_inferred = false);

/// The same for the same certificate and kind in every generation (RFC 9562, version 8).
std::string event_uuid(const std::string& certificate, EventKind kind);

}  // namespace wespol
