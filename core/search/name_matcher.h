// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of one kind go on from the words typed: all words but the last are words of the name
// in any form and order, the last one begins a word of it; when nothing goes on from it, it may
// also be a word in another form. Looks at a bounded number of names.
// Lives for one query; the section must live longer.
#pragma once

#include "core/index/completion_section.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace wespol {

/// Names of one kind that are ever needed, one for each entry.
inline constexpr std::size_t kMaxMatches = 16;
/// Names looked at for several words. With more that have the rarest of them, the best ranked
/// that have it are looked at.
inline constexpr std::size_t kMaxNamesLookedAt = 10'000;

/// In ascending order the best first.
struct MatchedName {
    bool is_scattered = false;  ///< several words, but not in these forms or not in a row
    Standing standing = Standing::context;
    bool is_inexact = false;  ///< the last word is a beginning only, or stands in another form
    std::uint32_t name = 0;
    friend bool operator<(const MatchedName& a, const MatchedName& b) {
        return std::tie(a.is_scattered, a.standing, a.is_inexact, a.name) <
               std::tie(b.is_scattered, b.standing, b.is_inexact, b.name);
    }
};

enum class MinorEntries { left_out, included };

class NameMatcher {
  public:
    /// `words`: at least one, in the order typed.
    NameMatcher(const CompletionSection& section, std::span<const AnalyzedWord> words,
                MinorEntries minor);

    /// Best first, at most kMaxMatches.
    const std::vector<MatchedName>& matches() const { return matches_; }

    /// Whether this name by itself goes on from the words.
    bool is_match(std::uint32_t name) const;

  private:
    /// Ids of words, ascending.
    class WordSet {
      public:
        explicit WordSet(std::vector<std::uint32_t> ids);
        static WordSet range(std::pair<std::uint32_t, std::uint32_t> first_and_end);
        const std::vector<std::uint32_t>& ids() const { return ids_; }
        bool contains(std::uint32_t word) const;

      private:
        std::vector<std::uint32_t> ids_;
        bool is_range_ = false;
    };

    /// Whether the words stand there in the order typed, side by side, in any form.
    bool are_in_row(std::uint32_t name) const;
    void find_single();
    void find_together();
    std::size_t posting_count(const WordSet& words) const;
    bool has_word_of(std::uint32_t name, const WordSet& words) const;
    MatchedName judged(std::uint32_t name) const;
    bool is_too_late(const MatchedName& match) const;
    void offer(const MatchedName& match);

    const CompletionSection& section_;
    std::optional<std::uint32_t> exact_last_;  ///< the last word as typed, if some name has it
    MinorEntries minor_;
    std::vector<WordSet> sets_;  ///< one for each word typed that counts, the last one's last
    std::vector<MatchedName> matches_;
};

}  // namespace wespol
