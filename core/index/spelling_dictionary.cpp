// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/spelling_dictionary.h"

#include "core/index/typing_costs.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace wespol {
namespace {

constexpr std::size_t kMinLetters = 3;

/// Names count most ("furja" → Furia), then how frequent a word is; never as much as a mistake.
constexpr int kMeritOfName = 4;
constexpr int kMaxMeritOfFrequency = 4;

std::uint8_t merit(const SpellingWord& word) {
    const int of_frequency =
        std::min(static_cast<int>(std::bit_width(word.frequency)), kMaxMeritOfFrequency);
    return static_cast<std::uint8_t>(of_frequency + (word.in_name ? kMeritOfName : 0));
}

constexpr int kMaxMerit = kMeritOfName + kMaxMeritOfFrequency;

/// Of a word that was not typed to its end; each letter that is missing adds one.
constexpr int kUnfinished = 4;
constexpr int kMaxUnfinished = kWholeMistake;
/// Of more words than these nobody knows which is meant.
constexpr std::ptrdiff_t kMaxBeginningAlike = 50;

std::size_t common_beginning(std::string_view a, std::string_view b) {
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(ends.first - a.begin());
}

/// Each word once, its letters coded, in the order of the codes.
std::vector<SpellingWord> coded_and_merged(std::vector<SpellingWord> words) {
    std::erase_if(words, [](SpellingWord& word) {
        const auto codes = letter_codes(word.folded);
        if (!codes || codes->size() < kMinLetters ||
            is_cyrillic_code(codes->front()) != is_cyrillic_code(codes->back()))
            return true;
        word.folded = *codes;
        return false;
    });
    std::stable_sort(words.begin(), words.end(), [](const SpellingWord& a, const SpellingWord& b) {
        return a.folded < b.folded;
    });
    std::vector<SpellingWord> merged;
    for (SpellingWord& word : words) {
        if (merged.empty() || merged.back().folded != word.folded) {
            merged.push_back(std::move(word));
            continue;
        }
        SpellingWord& known = merged.back();
        known.frequency += word.frequency;
        known.in_name |= word.in_name;
        known.is_initials &= word.is_initials;
        if (known.spelling.empty()) known.spelling = std::move(word.spelling);
    }
    return merged;
}

bool ranks_before(const SpellingSuggestion& a, const SpellingSuggestion& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.folded < b.folded;
}

}  // namespace

SpellingDictionary::SpellingDictionary(std::vector<SpellingWord> words) {
    const std::vector<SpellingWord> merged = coded_and_merged(std::move(words));
    entries_.reserve(merged.size());
    std::string_view before;
    for (const SpellingWord& word : merged) {
        entries_.push_back({static_cast<std::uint32_t>(letters_.size()),
                            static_cast<std::uint8_t>(word.folded.size()),
                            static_cast<std::uint8_t>(common_beginning(before, word.folded)),
                            merit(word), static_cast<std::uint8_t>(word.in_name),
                            static_cast<std::uint8_t>(word.is_initials)});
        letters_ += word.folded;
        if (!word.spelling.empty()) spellings_.emplace(word.folded, word.spelling);
        before = word.folded;
    }
}

const SpellingDictionary::Entry* SpellingDictionary::find(std::string_view folded) const {
    const auto codes = letter_codes(folded);
    if (!codes) return nullptr;
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), *codes,
        [&](const Entry& entry, const std::string& wanted) { return letters(entry) < wanted; });
    return found != entries_.end() && letters(*found) == *codes ? &*found : nullptr;
}

bool SpellingDictionary::contains(std::string_view folded) const {
    return find(folded) != nullptr;
}

bool SpellingDictionary::has_name(std::string_view folded) const {
    const Entry* entry = find(folded);
    return entry != nullptr && entry->in_name != 0;
}

std::string SpellingDictionary::spelling(std::string_view folded) const {
    const auto codes = letter_codes(folded);
    if (!codes) return {};
    const auto found = spellings_.find(*codes);
    return found == spellings_.end() ? std::string() : found->second;
}

std::vector<SpellingSuggestion> SpellingDictionary::nearest(std::string_view folded, int max_cost,
                                                            std::size_t limit) const {
    const auto typed = letter_codes(folded);
    if (!typed || limit == 0) return {};
    TypingDistance distance(*typed);
    // Looking for two mistakes takes ten times as long, and one is far likelier.
    std::vector<SpellingSuggestion> nearest =
        within(distance, std::min(max_cost, kWholeMistake), limit);
    if (nearest.empty() && max_cost > kWholeMistake) nearest = within(distance, max_cost, limit);
    for (SpellingSuggestion& each : nearest)
        each.spelling = spelling(each.folded);
    return nearest;
}

std::vector<SpellingSuggestion> SpellingDictionary::names_beginning(std::string_view folded,
                                                                    std::size_t limit) const {
    const auto typed = letter_codes(folded);
    if (!typed) return {};
    const auto first = std::lower_bound(
        entries_.begin(), entries_.end(), *typed,
        [&](const Entry& entry, const std::string& wanted) { return letters(entry) < wanted; });
    const auto last = first + std::min(kMaxBeginningAlike, entries_.end() - first);
    std::vector<SpellingSuggestion> found;
    for (auto entry = first; entry != last && letters(*entry).starts_with(*typed); ++entry) {
        const int cost = kUnfinished + static_cast<int>(entry->length - typed->size());
        if (entry->in_name == 0 || entry->is_initials != 0 || cost > kMaxUnfinished) continue;
        found.push_back({from_letter_codes(letters(*entry)), "", cost, cost - entry->merit});
        found.back().spelling = spelling(found.back().folded);
    }
    std::sort(found.begin(), found.end(), ranks_before);
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::vector<SpellingSuggestion> SpellingDictionary::within(TypingDistance& distance, int bound,
                                                           std::size_t limit) const {
    std::vector<SpellingSuggestion> nearest;
    std::size_t followed = 0;  // letters of the entry before that the distance has followed
    for (std::size_t at = 0; at < entries_.size();) {
        const Entry& entry = entries_[at];
        const std::string_view word = letters(entry);
        std::size_t depth = std::min<std::size_t>(followed, entry.shared);
        while (depth < word.size() && distance.least_cost(depth) <= bound)
            distance.follow(word, ++depth);
        followed = depth;
        ++at;
        if (distance.least_cost(depth) > bound) {
            while (at < entries_.size() && entries_[at].shared >= depth)
                ++at;
            continue;
        }
        const int cost = distance.cost(depth);
        if (cost > bound || cost == 0 || entry.is_initials != 0) continue;
        const SpellingSuggestion found{from_letter_codes(word), "", cost, cost - entry.merit};
        nearest.insert(std::upper_bound(nearest.begin(), nearest.end(), found, ranks_before),
                       found);
        if (nearest.size() > limit) nearest.pop_back();
        if (nearest.size() == limit) bound = std::min(bound, nearest.back().rank + kMaxMerit);
    }
    return nearest;
}

}  // namespace wespol
