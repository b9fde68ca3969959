// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/name_writing.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "indexer/linking/form_writings.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string>
#include <utility>

namespace wespol {
namespace {

constexpr std::array<std::pair<std::string_view, NameSign>, 3> kSigns{
    {{"wielkosc_liter", NameSign::readable_case},
     {"pelna_forma", NameSign::full_form},
     {"cudzyslowy", NameSign::quotes}}};

struct FoldedWriting {
    std::string words;  ///< with a space on either side
    std::string_view code;
    bool is_short = false;
    bool stands_first = false;
};

/// "stow.", "wtz", "sp. z o o"
bool is_abbreviated(std::string_view words) {
    constexpr std::size_t longest_acronym = 5;
    return words.find('.') != words.npos || words.size() <= longest_acronym;
}

const std::vector<FoldedWriting>& form_writings() {
    static const std::vector<FoldedWriting> writings = [] {
        std::vector<FoldedWriting> made;
        for (const FormWriting& each : kFormWritings)
            if (each.kind == FormKind::own || each.kind == FormKind::unit)
                made.push_back({" " + fold_words(each.words) + " ", each.code,
                                is_abbreviated(each.words), each.stands_first});
        return made;
    }();
    return writings;
}

const FoldedWriting* form_in(const std::string& folded) {
    for (const FoldedWriting& each : form_writings()) {
        const std::size_t at = folded.find(each.words);
        if (at != folded.npos && (!each.stands_first || at == 0)) return &each;
    }
    return nullptr;
}

std::string folded(std::string_view name) {
    return " " + fold_words(name) + " ";
}

/// With one word for its legal form, however that is written.
std::set<std::string> words_of(std::string_view name) {
    std::string text = folded(name);
    if (const FoldedWriting* form = form_in(text))
        text.replace(text.find(form->words), form->words.size(),
                     " @" + std::string(form->code) + " ");
    std::istringstream in(text);
    std::set<std::string> words;
    for (std::string word; in >> word;)
        words.insert(word);
    return words;
}

int quality(std::string_view name, NameSign sign) {
    const auto has = [&](std::string_view part) { return name.find(part) != name.npos; };
    switch (sign) {
        case NameSign::readable_case: {
            const bool has_capitals = lower(name) != name;
            const bool has_small_letters = std::ranges::any_of(name, is_ascii_small);
            return has_capitals && has_small_letters ? 1 : 0;
        }
        case NameSign::full_form: {
            const FoldedWriting* form = form_in(folded(name));
            return form && form->is_short ? 0 : 1;
        }
        case NameSign::quotes:
            if (has("„")) return 2;
            return has("\"") || has("”") || has("“") || has("«") ? 1 : 0;
    }
    return 0;
}

}  // namespace

std::optional<NameSign> name_sign(std::string_view code) {
    for (const auto& [word, sign] : kSigns)
        if (word == code) return sign;
    return std::nullopt;
}

NameRelation relation_of_names(std::string_view a, std::string_view b) {
    const std::set<std::string> x = words_of(a);
    const std::set<std::string> y = words_of(b);
    if (x == y) return NameRelation::same_words;
    if (x.empty() || y.empty()) return NameRelation::other;
    if (std::ranges::includes(y, x)) return NameRelation::shorter;
    return std::ranges::includes(x, y) ? NameRelation::longer : NameRelation::other;
}

bool is_better_written(std::string_view a, std::string_view b, const std::vector<NameSign>& signs) {
    for (const NameSign sign : signs)
        if (const int x = quality(a, sign), y = quality(b, sign); x != y) return x > y;
    return false;
}

}  // namespace wespol
