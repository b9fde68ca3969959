// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/name_matcher.h"

#include "core/analysis/code_points.h"
#include "core/analysis/stop_words.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace wespol {
namespace {

/// A shorter word is hardly a whole one yet.
constexpr std::size_t kMinInflectedLetters = 3;

}  // namespace

NameMatcher::WordSet::WordSet(std::vector<std::uint32_t> ids) : ids_(std::move(ids)) {
    is_range_ = !ids_.empty() && ids_.back() - ids_.front() + 1 == ids_.size();
}

NameMatcher::WordSet NameMatcher::WordSet::range(
    std::pair<std::uint32_t, std::uint32_t> first_and_end) {
    std::vector<std::uint32_t> ids(first_and_end.second - first_and_end.first);
    std::iota(ids.begin(), ids.end(), first_and_end.first);
    return WordSet(std::move(ids));
}

bool NameMatcher::WordSet::contains(std::uint32_t word) const {
    if (is_range_) return word >= ids_.front() && word <= ids_.back();
    return std::binary_search(ids_.begin(), ids_.end(), word);
}

NameMatcher::NameMatcher(const CompletionSection& section, std::span<const AnalyzedWord> words,
                         MinorEntries minor)
    : section_(section), exact_last_(section.id_of_word(words.back().surface)), minor_(minor) {
    const AnalyzedWord& last = words.back();
    std::vector<const AnalyzedWord*> before;
    for (const AnalyzedWord& word : words.first(words.size() - 1))
        if (!is_stop_word(word.surface)) {
            before.push_back(&word);
            sets_.emplace_back(section.words_meaning(word));
        }
    const bool is_alone = sets_.empty();
    const auto find = [&] { is_alone ? find_single() : find_together(); };
    sets_.push_back(WordSet::range(section.words_beginning(last.surface)));
    find();
    if (!matches_.empty()) return;
    if (count_code_points(last.surface) >= kMinInflectedLetters) {
        sets_.back() = WordSet(section.words_meaning(last));
        find();
    }
    if (!matches_.empty() || is_alone) return;
    // "spol soc fu": nobody has these words, but words that begin so.
    for (std::size_t i = 0; i < before.size(); ++i)
        if (count_code_points(before[i]->surface) >= kMinInflectedLetters)
            sets_[i] = WordSet::range(section.words_beginning(before[i]->surface));
    sets_.back() = WordSet::range(section.words_beginning(last.surface));
    find();
}

bool NameMatcher::is_match(std::uint32_t name) const {
    return std::all_of(sets_.begin(), sets_.end(),
                       [&](const WordSet& words) { return has_word_of(name, words); });
}

/// The postings of a word are in the order of suggestions: each is read only as far as it betters
/// what there is.
void NameMatcher::find_single() {
    for (const std::uint32_t word : sets_.back().ids()) {
        const bool is_inexact = word != exact_last_;
        for (const std::uint32_t each : section_.postings(word)) {
            const Posting posting = Posting::unpacked(each);
            const MatchedName match{false, posting.standing, is_inexact, posting.name};
            if (posting.standing == Standing::context || is_too_late(match)) break;
            offer(match);
        }
    }
}

void NameMatcher::find_together() {
    std::vector<std::pair<std::size_t, const WordSet*>> by_rarity;
    for (const WordSet& each : sets_)
        by_rarity.emplace_back(posting_count(each), &each);
    std::sort(by_rarity.begin(), by_rarity.end());
    const auto has_others = [&](std::uint32_t name) {
        return std::all_of(by_rarity.begin() + 1, by_rarity.end(),
                           [&](const auto& each) { return has_word_of(name, *each.second); });
    };
    std::size_t looked_at = 0;
    for (const std::uint32_t word : by_rarity.front().second->ids()) {
        for (const std::uint32_t each : section_.postings(word)) {
            if (++looked_at > kMaxNamesLookedAt) return;
            const std::uint32_t name = Posting::unpacked(each).name;
            if (has_others(name)) offer(judged(name));
        }
    }
}

std::size_t NameMatcher::posting_count(const WordSet& words) const {
    std::size_t count = 0;
    for (const std::uint32_t word : words.ids())
        count += section_.postings(word).size();
    return count;
}

bool NameMatcher::has_word_of(std::uint32_t name, const WordSet& words) const {
    const auto all = section_.words_of_name(name);
    return std::any_of(all.begin(), all.end(),
                       [&](std::uint32_t word) { return words.contains(word); });
}

MatchedName NameMatcher::judged(std::uint32_t name) const {
    const auto words = section_.words_of_name(name);
    const bool at_start = std::any_of(sets_.begin(), sets_.end(), [&](const WordSet& set) {
        return set.contains(words.front());
    });
    const bool is_exact_last =
        exact_last_ && std::find(words.begin(), words.end(), *exact_last_) != words.end();
    const bool is_label = section_.is_label(name);
    return {!are_in_row(name),
            at_start ? (is_label ? Standing::label_start : Standing::alias_start)
                     : (is_label ? Standing::label_inside : Standing::alias_inside),
            !is_exact_last, name};
}

bool NameMatcher::are_in_row(std::uint32_t name) const {
    const auto words = section_.words_of_name(name);
    for (std::size_t first = 0; first + sets_.size() <= words.size(); ++first) {
        std::size_t count = 0;
        while (count < sets_.size() && sets_[count].contains(words[first + count]))
            ++count;
        if (count == sets_.size()) return true;
    }
    return false;
}

bool NameMatcher::is_too_late(const MatchedName& match) const {
    return matches_.size() == kMaxMatches && !(match < matches_.back());
}

void NameMatcher::offer(const MatchedName& match) {
    if (is_too_late(match)) return;
    const std::uint32_t entry = section_.entry_of_name(match.name);
    if (minor_ == MinorEntries::left_out && section_.is_minor(entry)) return;
    const auto same = std::find_if(matches_.begin(), matches_.end(), [&](const MatchedName& each) {
        return section_.entry_of_name(each.name) == entry;
    });
    if (same != matches_.end()) {
        if (!(match < *same)) return;
        matches_.erase(same);
    }
    matches_.insert(std::upper_bound(matches_.begin(), matches_.end(), match), match);
    if (matches_.size() > kMaxMatches) matches_.pop_back();
}

}  // namespace wespol
