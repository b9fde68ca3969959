// SPDX-License-Identifier: GPL-3.0-or-later
// A date as precise as its source: a day, a month, a year or a span with an open end.
// Written in a subset of EDTF (ISO 8601-2): "2014-12-18", "2021-01", "2019", "A/B", "../B", "A/..".
// It never becomes more precise than what was written. Immutable value, thread-safe.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/support/language.h"

#include <optional>
#include <string>
#include <string_view>

namespace wespol {

class PartialDate {
  public:
    /// Days from 1900 to 2200, and `earliest` not after `latest`.
    static Result<PartialDate> parse(std::string_view text);

    /// As it was written.
    const std::string& text() const { return text_; }

    /// The first and last day it can mean; null where it is open.
    std::optional<Day> earliest() const { return earliest_; }
    std::optional<Day> latest() const { return latest_; }

    bool is_exact() const { return earliest_ && earliest_ == latest_; }

    /// "18.12.2014", "styczeń 2021", "2019", "nie później niż 9.01.2019"; "18 December 2014".
    std::string in_words(Language language) const;
    /// For documents that are Polish.
    std::string in_polish() const { return in_words(Language::pl); }

    friend bool operator==(const PartialDate&, const PartialDate&) = default;

  private:
    std::string text_;
    std::optional<Day> earliest_;
    std::optional<Day> latest_;
};

}  // namespace wespol
