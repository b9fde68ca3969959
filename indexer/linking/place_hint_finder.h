// SPDX-License-Identifier: GPL-3.0-or-later
// Finds places of the region in the words of a name, in any grammatical case: "z Kwilcza",
// "w Gnieźnie", "Koźmin Wlkp.", "gm. Borek Wlkp.", "pow. chodzieski". A wrongly guessed ending does
// no harm: only places that exist are found. Immutable after construction, thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/region.h"
#include "indexer/linking/name_word.h"
#include "indexer/linking/place_hint.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace wespol {

class PlaceHintFinder {
  public:
    /// `base`: as it is written in the tables; `any`: after a preposition.
    enum class Case { base, any };

    struct Found {
        PlaceHint hint;
        std::size_t length = 0;  ///< words
    };

    PlaceHintFinder(const Region& region, const Analyzer& analyzer);

    /// The longest name of localities that the words begin with.
    std::optional<Found> locality(std::span<const NameWord> words, Case grammatical_case) const;
    std::optional<Found> municipality(std::span<const NameWord> words) const;
    std::optional<Found> county(std::span<const NameWord> words) const;

    /// The hint of known codes; null when none is known.
    std::optional<PlaceHint> at(const std::optional<std::string>& town,
                                const std::optional<std::string>& municipality,
                                const std::optional<std::string>& county) const;

  private:
    /// A name, accents included, and all places that bear it.
    struct Named {
        std::vector<std::vector<std::string>> keys;  ///< of each word
        std::vector<std::string> surfaces;
        std::vector<std::string> spellings;  ///< of each word: small letters, accents kept
        std::vector<PlaceCandidate> places;
    };
    using Names = std::vector<Named>;
    using NamesByKey = std::unordered_map<std::string, std::vector<std::size_t>>;
    struct Table {
        Names names;
        NamesByKey by_first_key;
    };

    void add(Table& table, const Analyzer& analyzer, std::string_view name,
             const PlaceCandidate& place) const;
    std::optional<Found> find(const Table& table, std::span<const NameWord> words,
                              Case grammatical_case) const;

    /// Of "Łubowo" and "Lubowo" only the one that is written, where one of them is.
    static void keep_spelled(std::vector<std::size_t>& found, const Names& names,
                             std::span<const NameWord> words);
    static std::size_t fitting_words(const Named& named, std::span<const NameWord> words,
                                     bool is_any);

    const Region& region_;
    Table localities_, municipalities_, counties_;
};

}  // namespace wespol
