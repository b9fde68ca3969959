// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/word_alignment.h"

#include "indexer/linking/edit_distance.h"
#include "indexer/linking/weights.h"

#include <algorithm>

namespace wespol {
namespace {

/// Sounds alike in Polish: "aktiv" and "activ", "ex" and "eks".
std::string by_sound(const std::string& surface) {
    std::string sound;
    for (std::size_t i = 0; i < surface.size(); ++i) {
        const char c = surface[i];
        if (c == 'c' && i + 1 < surface.size() && surface[i + 1] == 'h') {
            sound += 'h';
            ++i;
        } else if (c == 'v') {
            sound += 'w';
        } else if (c == 'x') {
            sound += "ks";
        } else if (c == 'q' || c == 'c') {
            sound += 'k';
        } else if (c == 'y') {
            sound += 'i';
        } else {
            sound += c;
        }
    }
    return sound;
}

bool sound_alike(const NameWord& a, const NameWord& b) {
    constexpr std::size_t shortest = 4;
    return std::min(a.surface.size(), b.surface.size()) >= shortest &&
           !(a.is_known && b.is_known) && by_sound(a.surface) == by_sound(b.surface);
}

/// Not a word and its abbreviation.
bool are_forms_of_one_word(const NameWord& a, const NameWord& b) {
    constexpr std::size_t root = 3;
    return a.surface != b.surface && !a.is_place && !b.is_place &&
           a.surface.substr(0, root) == b.surface.substr(0, root);
}

class Aligner {
  public:
    Aligner(const ParsedName& a, const ParsedName& b, bool places_count)
        : a_(a),
          b_(b),
          places_count_(places_count),
          used_a_(a.core.size()),
          used_b_(b.core.size()) {}

    WordAlignment run() {
        match_same();
        match_joined(a_.core, used_a_, b_.core, used_b_);
        match_joined(b_.core, used_b_, a_.core, used_a_);
        match_slips();
        match_aside(a_.core, used_a_, b_);
        match_aside(b_.core, used_b_, a_);
        count_missing(a_.core, used_a_, found_.missing_a, found_.missing_quoted_a, found_.only_a);
        count_missing(b_.core, used_b_, found_.missing_b, found_.missing_quoted_b, found_.only_b);
        const auto is_quoted = [](const NameWord& each) { return each.is_quoted; };
        const bool has_quoted = std::any_of(a_.core.begin(), a_.core.end(), is_quoted) ||
                                std::any_of(b_.core.begin(), b_.core.end(), is_quoted);
        found_.is_quoted_name_common =
            has_quoted && found_.missing_quoted_a == 0 && found_.missing_quoted_b == 0;
        found_.is_description_omitted =
            found_.is_quoted_name_common &&
            (found_.missing_a > found_.missing_b ? is_shortened(a_.core, b_.core)
                                                 : is_shortened(b_.core, a_.core));
        return std::move(found_);
    }

  private:
    using Used = std::vector<bool>;

    /// The shorter one has only what the longer one quotes: it leaves out what the body is for, not
    /// a part of its name, nor does it describe it otherwise.
    static bool is_shortened(const NameWords& longer, const NameWords& shorter) {
        return std::ranges::any_of(longer, &NameWord::is_quoted) &&
               std::ranges::all_of(shorter, [&](const NameWord& each) {
                   return each.is_place || std::ranges::any_of(longer, [&](const NameWord& other) {
                              return other.is_quoted && are_alike(other, each);
                          });
               });
    }

    static bool are_alike(const NameWord& a, const NameWord& b) {
        return share_key(a, b) || sound_alike(a, b) || are_mistyped(a.surface, b.surface);
    }

    /// A place that both name is weighed as a place.
    static double weight(const NameWord& a, const NameWord& b) {
        return a.is_place || b.is_place ? 0 : std::min(a.weight, b.weight);
    }

    void add_common(const NameWord& word, double bits) {
        found_.matched += bits;
        found_.heaviest = std::max(found_.heaviest, bits);
        found_.common.push_back(word.text);
        found_.has_coined_word |= !word.is_known && word.surface.size() >= weights::kTellingLetters;
    }

    void match_same() {
        for (std::size_t i = 0; i < a_.core.size(); ++i)
            for (std::size_t j = 0; j < b_.core.size(); ++j) {
                if (used_a_[i] || used_b_[j] || !share_key(a_.core[i], b_.core[j])) continue;
                used_a_[i] = used_b_[j] = true;
                add_common(a_.core[i], weight(a_.core[i], b_.core[j]));
                if (are_forms_of_one_word(a_.core[i], b_.core[j]))
                    found_.other_forms.push_back(a_.core[i].text + "/" + b_.core[j].text);
            }
    }

    /// "ArtZagroda" and "Art Zagroda".
    void match_joined(const NameWords& whole, Used& used_whole, const NameWords& split,
                      Used& used_split) {
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (std::size_t j = 0; j + 1 < split.size(); ++j) {
                if (used_whole[i] || used_split[j] || used_split[j + 1]) continue;
                const std::string& joined = whole[i].surface;
                const std::string& first = split[j].surface;
                if (joined.size() != first.size() + split[j + 1].surface.size() ||
                    !joined.starts_with(first) || !joined.ends_with(split[j + 1].surface))
                    continue;
                used_whole[i] = used_split[j] = used_split[j + 1] = true;
                add_common(whole[i], whole[i].weight);
            }
    }

    void match_slips() {
        for (std::size_t i = 0; i < a_.core.size(); ++i)
            for (std::size_t j = 0; j < b_.core.size(); ++j) {
                if (used_a_[i] || used_b_[j]) continue;
                const NameWord& left = a_.core[i];
                const NameWord& right = b_.core[j];
                const bool by_ear = sound_alike(left, right);
                if (!by_ear && !are_mistyped(left.surface, right.surface)) continue;
                used_a_[i] = used_b_[j] = true;
                found_.is_doubtful = found_.is_doubtful || (left.is_known && right.is_known);
                found_.slipped +=
                    std::max(0.0, weights::kTypoShare * weight(left, right) - weights::kSlip);
                found_.slips.push_back(left.text + "/" + right.text);
            }
    }

    /// What one side calls the thing and the other mentions in brackets or of the operator.
    void match_aside(const NameWords& core, Used& used, const ParsedName& other) {
        for (std::size_t i = 0; i < core.size(); ++i) {
            if (used[i] || core[i].is_place) continue;
            const auto is_same = [&](const NameWord& each) { return share_key(each, core[i]); };
            const bool found =
                std::any_of(other.aside.begin(), other.aside.end(), is_same) ||
                std::any_of(other.operator_words.begin(), other.operator_words.end(), is_same);
            if (!found) continue;
            used[i] = true;
            add_common(core[i], weights::kAsideShare * core[i].weight);
        }
    }

    void count_missing(const NameWords& core, const Used& used, double& missing, double& quoted,
                       std::vector<std::string>& words) const {
        for (std::size_t i = 0; i < core.size(); ++i) {
            if (used[i] || (core[i].is_place && !places_count_)) continue;
            missing += core[i].weight;
            if (core[i].is_quoted) quoted += core[i].weight;
            words.push_back(core[i].text);
        }
    }

    const ParsedName& a_;
    const ParsedName& b_;
    bool places_count_;
    Used used_a_, used_b_;
    WordAlignment found_;
};

}  // namespace

WordAlignment align(const ParsedName& a, const ParsedName& b, bool places_count) {
    return Aligner(a, b, places_count).run();
}

OperatorAgreement compare_operators(const NameWords& a, const NameWords& b) {
    const auto has = [](const NameWords& words, const NameWord& word) {
        return std::any_of(words.begin(), words.end(),
                           [&](const NameWord& each) { return share_key(each, word); });
    };
    OperatorAgreement found;
    double only_a = 0, only_b = 0;
    for (const NameWord& each : a)
        (has(b, each) ? found.shared : only_a) += each.weight;
    for (const NameWord& each : b)
        if (!has(a, each)) only_b += each.weight;
    found.is_same = found.shared > std::min(only_a, only_b);
    return found;
}

}  // namespace wespol
