// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/analysis/light_stem.h"
#include "core/analysis/ukrainian_stem.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace wespol {
namespace {

/// Raised with every change of folding, word breaking or the rules here.
constexpr int kRulesVersion = 2;

/// Shorter ones mean anything once diacritics are guessed: "cis", "zaz".
constexpr std::size_t kMinGuessedLength = 3;
constexpr std::size_t kMinStemmedLength = 5;

bool is_ascii_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_cyrillic(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (c < 0x0400 || c > 0x04FF) return false;
    }
    return true;
}

std::string capitalised(std::string_view small) {
    std::size_t rest = 0;
    const char32_t first = next_code_point(small, rest);
    std::string word;
    append_code_point(word, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    return word += small.substr(rest);
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// "poznanie" and "Poznań": a verbal noun whose genitive plural reads like a name's base form.
bool look_alike(std::string_view verbal_noun, std::string_view name) {
    constexpr std::string_view kSoftN = "ń";
    if (!verbal_noun.ends_with("nie") || !name.ends_with(kSoftN)) return false;
    name.remove_suffix(kSoftN.size());
    verbal_noun.remove_suffix(3);
    return lower(name) == verbal_noun;
}

/// In its base form a word of such a pair means itself: "poznań" is the city, "poznanie" is not.
/// In other forms ("poznaniu") it may be either.
void keep_look_alikes_apart(std::string_view form, std::vector<std::string>& as_word,
                            std::vector<std::string>& as_name) {
    for (std::size_t i = 0; i < as_word.size(); ++i) {
        for (std::size_t j = 0; j < as_name.size(); ++j) {
            if (!look_alike(as_word[i], as_name[j])) continue;
            if (form == as_word[i])
                as_name.erase(as_name.begin() + static_cast<std::ptrdiff_t>(j));
            else if (form == lower(as_name[j]))
                as_word.erase(as_word.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }
}

void fold_distinct(std::vector<std::string>& lemmas) {
    for (std::string& lemma : lemmas)
        lemma = fold(lemma);
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
}

std::string unicode_version() {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    return fmt::format("{}.{}", version[0], version[1]);
}

}  // namespace

Analyzer::Analyzer(std::shared_ptr<const MorphologicalDictionary> dictionary)
    : dictionary_(std::move(dictionary)),
      fingerprint_(fmt::format("rules {}, unicode {}, dictionary {}", kRulesVersion,
                               unicode_version(), dictionary_->digest())) {}

std::vector<AnalyzedWord> Analyzer::analyze(std::string_view text) const {
    const std::vector<Token> tokens = tokenize(text);
    std::vector<AnalyzedWord> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) {
        std::string surface = fold(token.text);
        if (surface.empty()) continue;
        std::vector<std::string> found = lemmas(token.text, surface);
        words.push_back({token, std::move(surface), std::move(found)});
    }
    return words;
}

std::vector<std::string> Analyzer::lemmas(std::string_view word) const {
    return lemmas(word, fold(word));
}

std::vector<std::string> Analyzer::lemmas(std::string_view word, const std::string& surface) const {
    if (is_cyrillic(surface))  // sorted: "~" is before all Cyrillic letters, and behind no letter
        return ukrainian_stem(surface) == surface
                   ? std::vector<std::string>{surface, surface + "~"}
                   : std::vector<std::string>{std::string(ukrainian_stem(surface)) + "~", surface};
    if (!is_ascii_letters(surface)) return {surface};
    std::vector<std::string> found = known_lemmas(lower(word));
    if (found.empty() && surface.size() >= kMinGuessedLength) {
        for (const std::string& form : dictionary_->forms_of_folded(surface))
            append(found, dictionary_->lemmas(form));
    }
    if (found.empty()) {
        if (surface.size() < kMinStemmedLength) return {surface};
        return {surface,
                std::string(light_stem(surface)) + "~"};  // sorted: "~" is behind all letters
    }
    fold_distinct(found);
    return found;
}

bool Analyzer::is_ordinary_word(std::string_view word) const {
    const std::string small = lower(word);
    std::vector<std::string> as_word = dictionary_->lemmas(small);
    std::vector<std::string> as_name = dictionary_->lemmas(capitalised(small));
    keep_look_alikes_apart(small, as_word, as_name);
    return !as_word.empty();
}

std::vector<std::string> Analyzer::known_lemmas(const std::string& small) const {
    std::vector<std::string> as_word = dictionary_->lemmas(small);
    std::vector<std::string> as_name = dictionary_->lemmas(capitalised(small));
    keep_look_alikes_apart(small, as_word, as_name);
    append(as_word, std::move(as_name));
    return as_word;
}

}  // namespace wespol
