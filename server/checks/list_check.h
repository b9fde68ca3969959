// SPDX-License-Identifier: GPL-3.0-or-later
// A list of lines → what the directory knows of each on a day, in the order given. Nothing is
// stored. "Not in this directory" is an answer of its own: it does not say "not certified".
// Throws Error(environment) when the index cannot be read. Thread-safe: no state.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/search/entity_lookup.h"
#include "core/search/search_response.h"
#include "server/checks/line_reading.h"
#include "server/checks/written_list.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class LineOutcome {
    found,             ///< znaleziony
    several,           ///< kilka: that number or that name is of more than one entity
    not_in_directory,  ///< brak_w_katalogu
    near_names,        ///< podobne_nazwy: no entity of that name, but some like it
    wrong_number,      ///< bledny_numer
    unreadable,        ///< nieczytelny: neither a number nor a name
    heading            ///< naglowek
};
std::string_view code(LineOutcome outcome);

/// Offered, never taken for the answer.
struct NearEntity {
    std::string id, name;
    std::optional<std::string> town;
};

struct CheckedLine {
    std::size_t number = 0;
    std::string written;  ///< as given, cut to what can be shown
    LineOutcome outcome = LineOutcome::unreadable;
    ReadLine read;                        ///< what stands in it
    std::optional<Identifier> looked_up;  ///< the number that was looked for
    std::string name;                     ///< the name that was looked for; "" for a number
    Standings entities;
    std::vector<NearEntity> near;
    /// Of holders by such a name that are no entity of the directory. Offered, as `near` is.
    std::vector<CertificateHit> unlisted;
    std::vector<Wording> problems;  ///< whole sentences
};

struct CheckReport {
    std::string generation;
    Day as_of{};
    std::vector<CheckedLine> lines;
    std::vector<Wording> remarks;  ///< on the whole list

    std::size_t count(LineOutcome outcome) const;
};

/// What has to be said beside the facts of an entity in a table: why one of them is uncertain, and
/// what of its certificate was inferred.
std::vector<std::string> fact_remarks(const EntityStanding& standing, Language language);

CheckReport check_list(const WrittenList& list,
                       const std::shared_ptr<const IndexSnapshot>& snapshot, Day as_of);

/// What is read as this line was, without the rest of its list, whose heading may say what a cell
/// holds: as written where that is enough, else its numbers and its name.
std::string as_line_alone(const CheckedLine& line);

}  // namespace wespol
