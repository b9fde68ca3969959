// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decided about two records, kept in <data>/decisions.jsonl and obeyed ever after.
// A subject is the id of a record in its source, or its name and town as they stand in the list:
// "Spółdzielnia Socjalna Razem (Konin)". Immutable after loading, thread-safe.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/linking/comparable_record.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace wespol {

struct Decision {
    std::string a, b;  ///< subjects, in any order
    bool is_same = false;
    std::string by;  ///< a role, never a person's name
    std::string on;  ///< the day, as written
    std::string why;
    std::size_t row = 0;
};

inline constexpr const char* kDecisionsFile = "decisions.jsonl";

/// A subject as decisions are looked up by it: without case, diacritics and punctuation.
std::string subject_key(std::string_view subject);

/// What a record may be called as a subject: its id, its name with its town.
std::vector<std::string> subjects_of(const ComparableRecord& record);
std::vector<std::string> subjects_of(const LinkageRecord& record);

class Decisions {
  public:
    Decisions() = default;
    explicit Decisions(std::vector<Decision> decisions);

    /// No file, no decisions. A wrong row is an Error(data_rejected): left out, it would undo what
    /// a person decided.
    static Decisions load(const std::filesystem::path& data_directory, Diagnostics& diagnostics);

    const std::vector<Decision>& all() const { return decisions_; }

    /// The subjects of one of them, folded as subjects_of() gives them.
    const std::pair<std::string, std::string>& keys(std::size_t decision) const {
        return subjects_[decision];
    }

    Decisions without(const std::set<std::size_t>& left_out) const;

    /// The last one about the two; null when there is none.
    const Decision* between(const ComparableRecord& a, const ComparableRecord& b) const;
    const Decision* between(const std::vector<std::string>& subjects,
                            const std::vector<std::string>& others) const;

    /// The other subjects of decisions that say "same" of the record with these.
    std::vector<std::string> same_as(const std::vector<std::string>& subjects) const;

    /// A note for each decision of which a subject is not among those known.
    void report_gone(const std::unordered_set<std::string>& known_subjects,
                     Diagnostics& diagnostics) const;

  private:
    std::vector<Decision> decisions_;
    std::vector<std::pair<std::string, std::string>> subjects_;  ///< of each, folded
    std::unordered_map<std::string, std::vector<std::size_t>> by_subject_;
};

/// The line to paste into the file; the one who decides completes it.
std::string decision_line(const std::string& a, const std::string& b);

}  // namespace wespol
