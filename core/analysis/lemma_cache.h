// SPDX-License-Identifier: GPL-3.0-or-later
// Lemmas of the words this thread met last: a text repeats its words, a catalogue even more, and
// reading them in the dictionary costs ten times as much as finding them here. Bounded: a word
// that falls on the place of another takes it. One for each thread, so there are no locks.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class LemmaCache {
  public:
    using Lemmas = std::vector<std::string>;

    /// What `compute()` gave for the word when it was last asked on behalf of the same owner.
    template <class Compute>
    Lemmas get(std::uint64_t owner, std::string_view word, Compute compute) {
        if (word.size() > kMaxWordBytes) return compute();
        Place& place = places_[std::hash<std::string_view>{}(word) % kPlaces];
        if (place.owner != owner || place.word != word)
            place = {owner, std::string(word), compute()};
        return place.lemmas;
    }

  private:
    static constexpr std::size_t kPlaces = 8192;  ///< about 1 MiB when full
    static constexpr std::size_t kMaxWordBytes = 48;

    struct Place {
        std::uint64_t owner = 0;  ///< 0 = empty
        std::string word;
        Lemmas lemmas;
    };
    std::vector<Place> places_ = std::vector<Place>(kPlaces);
};

}  // namespace wespol
