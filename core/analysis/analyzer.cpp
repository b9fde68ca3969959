// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"

#include "core/analysis/acronym_endings.h"
#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/analysis/lemma_cache.h"
#include "core/analysis/light_stem.h"
#include "core/analysis/light_stem_ukrainian.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace wespol {
namespace {

/// Raised with every change of folding, word breaking or the rules here.
constexpr int kRulesVersion = 6;

/// Shorter ones mean anything once diacritics are guessed: "cis", "zaz".
constexpr std::size_t kMinGuessedLength = 3;
constexpr std::size_t kMinStemmedLength = 5;

/// Of "sp. z o.o."; no zoo.
constexpr std::string_view kLimited = "z.o.o";

bool all_ascii_small(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_ascii_small);
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

void sort_distinct(std::vector<std::string>& lemmas) {
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
}

std::vector<std::string> with_stem(const std::string& surface, std::string_view stem) {
    std::vector<std::string> lemmas{surface, std::string(stem) + "~"};
    std::sort(lemmas.begin(), lemmas.end());
    return lemmas;
}

std::uint64_t next_id() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

std::string unicode_version() {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    return fmt::format("{}.{}", version[0], version[1]);
}

/// "caterers" → "caterer", "laundries" → "laundry"; "" of what does not look like a plural.
std::string english_singular(std::string_view word) {
    constexpr std::array<std::string_view, 5> kNoPlurals{"ss", "us", "is", "os", "as"};
    if (!word.ends_with('s') || std::any_of(kNoPlurals.begin(), kNoPlurals.end(),
                                            [&](auto each) { return word.ends_with(each); }))
        return {};
    const auto without = [&](std::size_t letters) {
        return std::string(word.substr(0, word.size() - letters));
    };
    if (word.ends_with("ies")) return without(3) + "y";
    for (const std::string_view hissing : {"sses", "xes", "ches", "shes"})
        if (word.ends_with(hissing)) return without(2);
    return without(1);
}

bool is_capital_acronym(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters)
        if (!u_isupper(static_cast<UChar32>(next_code_point(text, at)))) return false;
    return letters > 1;
}

/// The "y" of "ZAZ-y", the "ów" of "KGW-ów": no word, but the case of what stands before it.
bool is_case_ending(std::string_view text, const Token& before, const Token& token) {
    return token.begin == before.end + 1 && text[before.end] == '-' &&
           std::find(kAcronymEndings.begin(), kAcronymEndings.end(), token.text) !=
               kAcronymEndings.end();
}

/// How many words from `first` on are the "z o.o." of a limited company, however it is dotted;
/// 0 = none. Apart they would be a preposition and two letters.
std::size_t words_of_limited(std::string_view text, const std::vector<Token>& tokens,
                             std::size_t first) {
    const auto is_near = [&](std::size_t i) {
        const std::string_view gap =
            text.substr(tokens[i].end, tokens[i + 1].begin - tokens[i].end);
        return gap == " " || gap == "." || gap == ". ";
    };
    const auto is = [&](std::size_t i, std::string_view word) {
        return i < tokens.size() && lower(tokens[i].text) == word;
    };
    if (!is(first, "z") || first + 1 >= tokens.size() || !is_near(first)) return 0;
    if (is(first + 1, "oo")) return 2;
    return is(first + 1, "o") && is(first + 2, "o") && is_near(first + 1) ? 3 : 0;
}

/// "Z.A.Z", as the tokenizer gives it; not "96.01" nor an address.
bool is_acronym(std::string_view token) {
    constexpr std::size_t kDot = 1;
    return token.size() > kDot && token[kDot] == '.' && token.front() > '9' &&
           token.find('@') == std::string_view::npos;
}

}  // namespace

Analyzer::Analyzer(std::shared_ptr<const MorphologicalDictionary> dictionary)
    : dictionary_(std::move(dictionary)),
      id_(next_id()),
      fingerprint_(fmt::format("rules {}, unicode {}, dictionary {}", kRulesVersion,
                               unicode_version(), dictionary_->digest())) {}

/// In small letters ("zaz-em") whatever is short and no word.
bool Analyzer::is_acronym_word(const Token& token) const {
    return is_capital_acronym(token.text) ||
           (token.text.size() <= kLongestPlainAcronym && !knows(token.text));
}

std::vector<AnalyzedWord> Analyzer::analyze(std::string_view text) const {
    thread_local LemmaCache cache;
    const std::vector<Token> tokens = tokenize(text);
    std::vector<AnalyzedWord> words;
    words.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (i > 0 && is_case_ending(text, tokens[i - 1], token) && is_acronym_word(tokens[i - 1]))
            continue;
        if (const std::size_t count = words_of_limited(text, tokens, i)) {
            const std::size_t begin = token.begin, end = tokens[i + count - 1].end;
            const std::string surface(kLimited);
            words.push_back({{begin, end, text.substr(begin, end - begin)}, surface, {surface}});
            i += count - 1;
            continue;
        }
        std::string surface = fold(token.text);
        std::erase(surface, ' ');  // "2 A" is "2a"
        if (is_acronym(token.text)) std::erase(surface, '.');
        if (surface.empty()) continue;
        std::vector<std::string> found = cache.get(id_, token.text, [&] {
            return is_acronym(token.text) ? lemmas(surface) : lemmas(token.text, surface);
        });
        words.push_back({token, std::move(surface), std::move(found)});
    }
    return words;
}

std::shared_ptr<const Analyzer> Analyzer::open(const std::filesystem::path& dictionary) {
    return std::make_shared<const Analyzer>(
        std::make_shared<const MorphologicalDictionary>(MorphologicalDictionary::open(dictionary)));
}

std::vector<std::string> Analyzer::lemmas(std::string_view word) const {
    return lemmas(word, fold(word));
}

std::vector<std::string> Analyzer::lemmas(std::string_view word, const std::string& surface) const {
    std::vector<std::string> found = base_forms(word, surface);
    for (std::string& lemma : found)
        lemma = fold(lemma);
    sort_distinct(found);
    return found;
}

std::vector<std::string> Analyzer::base_forms(const AnalyzedWord& word) const {
    thread_local LemmaCache cache;
    return cache.get(id_, word.token.text, [&] {
        std::vector<std::string> found = is_acronym(word.token.text)
                                             ? base_forms(word.surface, word.surface)
                                             : base_forms(word.token.text, word.surface);
        for (std::string& each : found)
            each = lower(each);
        sort_distinct(found);
        return found;
    });
}

std::vector<std::string> Analyzer::base_forms(std::string_view word,
                                              const std::string& surface) const {
    if (is_cyrillic_word(surface)) return with_stem(surface, light_stem_ukrainian(surface));
    if (!all_ascii_small(surface)) return {surface};
    std::vector<std::string> found = known_lemmas(lower(word));
    if (found.empty() && surface.size() >= kMinGuessedLength) {
        for (const std::string& form : dictionary_->forms_of_folded(surface))
            append(found, dictionary_->lemmas(form));
    }
    if (!found.empty()) return found;
    if (surface.size() < kMinStemmedLength) return {surface};
    found = with_stem(surface, light_stem(surface));
    // "hotels" are found as "hotel": what Polish does not know may be English.
    if (std::string singular = english_singular(surface); !singular.empty())
        found.insert(std::upper_bound(found.begin(), found.end(), singular), singular);
    return found;
}

std::vector<std::string> Analyzer::guessed_lemmas(std::string_view word) const {
    const std::string small = lower(word);
    std::vector<std::string> found;
    if (small.size() < kMinGuessedLength || !all_ascii_small(small)) return found;
    for (const std::string& form : dictionary_->forms_of_folded(small))
        append(found, known_lemmas(form));
    for (std::string& lemma : found)
        lemma = fold(lemma);
    sort_distinct(found);
    return found;
}

bool Analyzer::knows(std::string_view word) const {
    const std::string small = lower(word);
    if (!known_lemmas(small).empty()) return true;
    const std::string folded = fold(small);
    return all_ascii_small(folded) && folded.size() >= kMinGuessedLength &&
           !dictionary_->forms_of_folded(folded, 1).empty();
}

std::string Analyzer::spelling(std::string_view folded) const {
    const std::vector<std::string> forms = dictionary_->forms_of_folded(folded);
    for (const std::string& form : forms) {
        const std::vector<std::string> base_forms = dictionary_->lemmas(form);
        if (std::find(base_forms.begin(), base_forms.end(), form) != base_forms.end()) return form;
    }
    return forms.empty() ? std::string() : forms.front();
}

bool Analyzer::is_ordinary_word(std::string_view word) const {
    const std::string small = lower(word);
    std::vector<std::string> as_word = dictionary_->lemmas(small);
    std::vector<std::string> as_name = dictionary_->lemmas(capitalised(small));
    keep_look_alikes_apart(small, as_word, as_name);
    return !as_word.empty();
}

bool Analyzer::is_ordinary_oblique(std::string_view word) const {
    const std::string small = lower(word);
    const std::vector<std::string> as_word = dictionary_->lemmas(small);
    return is_ordinary_word(word) &&
           std::find(as_word.begin(), as_word.end(), small) == as_word.end();
}

std::vector<std::string> Analyzer::known_lemmas(const std::string& small) const {
    std::vector<std::string> as_word = dictionary_->lemmas(small);
    std::vector<std::string> as_name = dictionary_->lemmas(capitalised(small));
    keep_look_alikes_apart(small, as_word, as_name);
    append(as_word, std::move(as_name));
    return as_word;
}

}  // namespace wespol
