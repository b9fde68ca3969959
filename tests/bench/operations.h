// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured: one row an operation, each over the queries of the log it applies to. A new
// thing to measure is one more row of kOperations. Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/index/index_snapshot.h"
#include "tests/bench/query_log.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace Xapian {
class Database;
}

namespace wespol::bench {

/// The day of all measurements: certificate states must not change from one run to the next.
inline constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

using Snapshot = std::shared_ptr<const IndexSnapshot>;

/// What is measured: one generation, opened.
struct Subject {
    Snapshot snapshot;
    const Xapian::Database& database;
};

struct Operation {
    std::string_view name;
    bool (*applies)(const LoggedQuery&);
    /// Returns how much was found: equal sums of two runs mean equal answers, as far as that goes.
    std::size_t (*run)(const Subject&, const LoggedQuery&);
};

std::span<const Operation> operations();

}  // namespace wespol::bench
