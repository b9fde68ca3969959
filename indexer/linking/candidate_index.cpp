// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/candidate_index.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

namespace wespol {
namespace {

// How much a shared key promises, beside the weight of a word
constexpr double kIdentifier = 100;
constexpr double kContact = 25;
constexpr double kOperatorNumber = 12;
constexpr double kAcronym = 9;
constexpr double kFormAndPlace = 8;
constexpr double kWordAndPlace = 3;  ///< more than the word alone
constexpr double kPartOfWord = 0.3;  ///< of the weight of the word
constexpr std::size_t kMostPlaces = 12;

struct Key {
    std::uint64_t hash;
    double promise;
};

class KeyList {
  public:
    /// `kind` keeps alike texts of different meaning apart.
    void add(char kind, std::string_view text, double promise, std::string_view place = {}) {
        std::string whole(1, kind);
        whole += text;
        if (!place.empty()) (whole += '@') += place;
        keys_.push_back({std::hash<std::string>{}(whole), promise});
    }

    /// Each key once, with its greatest promise.
    std::vector<Key> distinct() {
        std::sort(keys_.begin(), keys_.end(), [](const Key& x, const Key& y) {
            return x.hash != y.hash ? x.hash < y.hash : x.promise > y.promise;
        });
        keys_.erase(std::unique(keys_.begin(), keys_.end(),
                                [](const Key& x, const Key& y) { return x.hash == y.hash; }),
                    keys_.end());
        return std::move(keys_);
    }

  private:
    std::vector<Key> keys_;
};

/// Codes of municipalities; of a town outside the region its name.
std::vector<std::string> place_keys(const std::vector<PlaceHint>& places) {
    std::vector<std::string> keys;
    const auto add = [&](const std::string& key) {
        if (!key.empty() && keys.size() < kMostPlaces &&
            std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    };
    for (const PlaceHint& hint : places) {
        if (hint.candidates.empty()) add(fold_words(hint.text));
        for (const PlaceCandidate& each : hint.candidates)
            add(each.municipality);
    }
    return keys;
}

/// A slip of the hand spoils the beginning or the end of a word, seldom both.
void add_parts(KeyList& keys, const NameWord& word, const std::vector<std::string>& places) {
    const std::string_view surface = word.surface;
    const double promise = kPartOfWord * word.weight;
    const auto add = [&](char kind, std::string_view part) {
        keys.add(kind, part, promise);
        for (const std::string& place : places)
            keys.add(kind, part, promise + kWordAndPlace, place);
    };
    if (surface.size() >= 5 && surface.size() <= 8) {
        add('b', surface.substr(0, 3));
        add('e', surface.substr(surface.size() - 3));
    }
    if (surface.size() >= 7) {
        add('B', surface.substr(0, 5));
        add('E', surface.substr(surface.size() - 5));
    }
}

void add_word(KeyList& keys, const NameWord& word, const std::vector<std::string>& places) {
    for (const std::string& key : word.keys) {
        keys.add('w', key, word.weight);
        for (const std::string& place : places)
            keys.add('w', key, word.weight + kWordAndPlace, place);
    }
}

void add_name(KeyList& keys, const ComparableName& name, const std::string& form) {
    const std::vector<std::string> places = place_keys(name.places);
    const NameWords& core = name.parsed.core;
    for (std::size_t i = 0; i < core.size(); ++i) {
        add_word(keys, core[i], places);
        add_parts(keys, core[i], places);
        if (i + 1 < core.size())
            keys.add('w', core[i].surface + core[i + 1].surface, core[i].weight);
    }
    for (const std::string& each : name.parsed.initials)
        keys.add('a', each, kAcronym);
    if (core.size() == 1) keys.add('a', core.front().surface, kAcronym);
    for (const NameWords* words : {&name.parsed.aside, &name.parsed.operator_words})
        for (const NameWord& each : *words)
            add_word(keys, each, places);
    if (is_named_after_place(form))
        for (const std::string& place : places)
            keys.add('f', form, kFormAndPlace, place);
}

std::vector<Key> keys_for(const ComparableRecord& record) {
    KeyList keys;
    const auto add = [&](char kind, const std::optional<std::string>& text, double promise) {
        if (text) keys.add(kind, *text, promise);
    };
    add('K', record.krs, kIdentifier);
    add('N', record.nip, kIdentifier);
    add('R', record.regon, kIdentifier);
    add('k', record.operator_krs, kOperatorNumber);
    add('n', record.operator_nip, kOperatorNumber);
    add('p', record.phone, kContact);
    for (const std::string& host : record.hosts)
        keys.add('h', host, kContact);
    for (const ComparableName& name : record.names)
        add_name(keys, name, record.form);
    for (const NameWord& each : record.operator_words)
        add_word(keys, each, place_keys(record.places));
    return keys.distinct();
}

}  // namespace

void CandidateIndex::add(std::uint32_t number, const ComparableRecord& record) {
    for (const Key& key : keys_for(record)) {
        std::vector<std::uint32_t>& numbers = numbers_by_key_[key.hash];
        // One too many marks the key as too common; more would only cost memory.
        if (numbers.size() <= kMostPerKey) numbers.push_back(number);
    }
}

std::vector<std::uint32_t> CandidateIndex::candidates(const ComparableRecord& record) const {
    struct Promise {
        std::uint32_t number;
        double sum;
    };
    std::vector<Promise> promises;
    for (const Key& key : keys_for(record)) {
        const auto found = numbers_by_key_.find(key.hash);
        if (found == numbers_by_key_.end() || found->second.size() > kMostPerKey) continue;
        for (const std::uint32_t number : found->second)
            promises.push_back({number, key.promise});
    }
    std::sort(promises.begin(), promises.end(),
              [](const Promise& x, const Promise& y) { return x.number < y.number; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < promises.size(); ++i) {
        if (kept > 0 && promises[kept - 1].number == promises[i].number)
            promises[kept - 1].sum += promises[i].sum;
        else
            promises[kept++] = promises[i];
    }
    promises.resize(kept);
    const auto better = [](const Promise& x, const Promise& y) {
        return x.sum != y.sum ? x.sum > y.sum : x.number < y.number;
    };
    const std::size_t most = std::min(kMostCandidates, promises.size());
    std::partial_sort(promises.begin(), promises.begin() + static_cast<std::ptrdiff_t>(most),
                      promises.end(), better);
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < most; ++i)
        numbers.push_back(promises[i].number);
    return numbers;
}

}  // namespace wespol
