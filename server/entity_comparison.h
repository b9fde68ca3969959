// SPDX-License-Identifier: GPL-3.0-or-later
// Which entities stand side by side: the ids of an address → records of the directory, and what
// became of each id that is none. Nothing is stored: a comparison is its address.
// Throws Error(environment) when the index cannot be read. Thread-safe: no state.
#pragma once

#include "core/catalogue/retired_id.h"
#include "core/search/parameter_problem.h"
#include "core/search/searcher.h"
#include "server/checks/list_check.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMaxCompared = 6;
inline constexpr std::size_t kMinCompared = 2;

struct EntityComparison {
    std::vector<EntityRecord> records;  ///< at most kMaxCompared, in the order asked, each once
    std::vector<RetiredId> moved;       ///< ids that lead to one of the records
    std::vector<ParameterProblem> problems;  ///< ids left out, and why
};

/// The values of `id`, each once, in the order given.
std::vector<std::string> compared_ids(const Parameters& parameters);

EntityComparison compare(const std::vector<std::string>& ids, const References& references,
                         const Searcher& searcher, Day as_of);

/// Who is meant by what was typed to be added.
struct Addition {
    std::optional<std::string> id;  ///< when exactly one is
    LineOutcome outcome = LineOutcome::unreadable;
    std::vector<Wording> why_not;        ///< whole sentences; may be none
    std::vector<NearEntity> candidates;  ///< who else may be meant
};

/// `asked`: a NIP, KRS, REGON or the whole name, as people write them.
Addition find_addition(const std::string& asked,
                       const std::shared_ptr<const IndexSnapshot>& snapshot, Day as_of);

}  // namespace wespol
