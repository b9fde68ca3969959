// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_corrector.h"

#include "core/analysis/acronym_endings.h"
#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/analysis/light_stem_ukrainian.h"
#include "core/analysis/stop_words.h"
#include "core/index/typing_costs.h"
#include "core/search/latin_letters.h"
#include "core/search/query_stretches.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

namespace wespol {
namespace {

constexpr std::size_t kMinLetters = 4;
constexpr std::size_t kMinLettersForTwoMistakes = 8;
/// A short word that nobody has may sound like anything: "boks".
constexpr std::size_t kMinLettersAlone = 5;
/// Of the beginning of a name; many words begin with fewer.
constexpr std::size_t kMinLettersOfUnfinished = 5;
/// Two lost letters, for example; not two quite other ones.
constexpr int kTwoMistakes = 20;
constexpr std::size_t kMinPartLetters = 3;

/// More than that is no mistyped query but something else; and it bounds the time.
constexpr std::size_t kMaxUnknownWords = 4;
constexpr std::size_t kMaxNearWords = 6;
constexpr std::size_t kMaxParted = 3;
/// Searches made to see whether a correction finds anything.
constexpr std::size_t kMaxTried = 8;

constexpr int kRankOfEnding = 0;
constexpr int kRankOfSpace = 5;
/// A word that only its stem finds may be right after all.
constexpr int kRankOfStem = 8;

constexpr std::size_t kClearlyMore = 3;  ///< times as many
constexpr std::size_t kEnough = 5;

int most_expensive(std::size_t letters, bool is_polish, bool is_mere_form) {
    if (is_polish) return is_mere_form ? kWholeMistake : kSlightMistake;
    return letters < kMinLettersForTwoMistakes ? kWholeMistake : kTwoMistakes;
}

/// "kontakt@furja.pl", "www.furja.pl", "A4", "55520000-1": what stands between spaces is no word.
bool is_address_or_number(std::string_view text, const Token& token) {
    const std::size_t before = text.rfind(' ', token.begin);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find(' ', token.end), text.size());
    std::string_view chunk = text.substr(begin, end - begin);
    while (!chunk.empty() && (chunk.back() == '.' || chunk.back() == ':'))
        chunk.remove_suffix(1);
    return chunk.find_first_of("0123456789@/.:_\\") != std::string_view::npos;
}

bool begins_with_capital(std::string_view word) {
    std::size_t at = 0;
    return u_isupper(static_cast<UChar32>(next_code_point(word, at)));
}

std::string capitalised(std::string_view word) {
    std::size_t rest = 0;
    const char32_t first = next_code_point(word, rest);
    std::string written;
    append_code_point(written, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    return written += word.substr(rest);
}

}  // namespace

QueryCorrector::QueryCorrector(const SpellingDictionary& dictionary, const Analyzer& analyzer,
                               CorrectionQuestions questions)
    : dictionary_(dictionary), analyzer_(analyzer), questions_(std::move(questions)) {}

std::vector<QueryCorrector::Word> QueryCorrector::words_of(std::string_view text) const {
    std::vector<Word> words;
    for (const Stretch& stretch : split_into_stretches(text)) {
        const auto offset = static_cast<std::size_t>(stretch.text.data() - text.data());
        for (AnalyzedWord& found : analyzer_.analyze(stretch.text)) {
            Word word;
            word.begin = offset + found.token.begin;
            word.end = offset + found.token.end;
            word.is_plain = !stretch.quoted && !stretch.excluded &&
                            !is_address_or_number(stretch.text, found.token);
            word.analyzed = std::move(found);
            word.is_unknown = word.is_plain && letter_codes(word.analyzed.surface) &&
                              !is_stop_word(word.analyzed.surface) && !is_known(word.analyzed);
            words.push_back(std::move(word));
        }
    }
    return words;
}

bool QueryCorrector::is_known(const AnalyzedWord& word) const {
    if (letter_codes(word.surface)->size() < kMinPartLetters) return true;
    if (dictionary_.contains(word.surface) || questions_.is_place(word)) return true;
    // "pompa" and "boks" are spelled right, though nobody has any.
    if (!is_mere_form(word) && analyzer_.is_ordinary_word(word.token.text)) return true;
    const bool has_base_form =
        std::any_of(word.lemmas.begin(), word.lemmas.end(),
                    [&](const std::string& each) { return dictionary_.contains(each); });
    // "sprzatnie" is of "sprzątnąć", which the vocabulary has in a phrase and no record at all.
    return has_base_form && (!is_mere_form(word) || questions_.is_found(word));
}

/// With its diacritics, and as a name when one was typed.
std::string QueryCorrector::written(const SpellingSuggestion& suggestion,
                                    std::string_view typed) const {
    std::string spelling = suggestion.spelling;
    if (spelling.empty()) spelling = questions_.spelling(suggestion.folded);
    if (spelling.empty()) spelling = analyzer_.spelling(suggestion.folded);
    if (spelling.empty()) spelling = suggestion.folded;
    return begins_with_capital(typed) ? capitalised(spelling) : spelling;
}

/// "sprzatnie" is a form of "sprzątnąć", but nobody searches by it.
bool QueryCorrector::is_mere_form(const AnalyzedWord& word) {
    return std::find(word.lemmas.begin(), word.lemmas.end(), word.surface) == word.lemmas.end();
}

void QueryCorrector::add_near_words(const Word& word, std::size_t index,
                                    std::vector<Replacement>& found) const {
    const std::string& typed = word.analyzed.surface;
    const std::size_t letters = count_code_points(typed);
    if (letters < kMinLetters) return;
    const bool is_polish = analyzer_.knows(word.analyzed.token.text);
    const auto add = [&](const SpellingSuggestion& each) {
        Replacement near{index, 1, written(each, word.analyzed.token.text), each.rank};
        if (std::none_of(found.begin(), found.end(),
                         [&](const Replacement& known) { return known.text == near.text; }))
            found.push_back(std::move(near));
    };
    // "sredz" is rather "Średzianka" than "śledź".
    if (!is_polish && letters >= kMinLettersOfUnfinished)
        for (const SpellingSuggestion& each : dictionary_.names_beginning(typed, kMaxNearWords))
            add(each);
    for (const SpellingSuggestion& each :
         dictionary_.nearest(typed, most_expensive(letters, is_polish, is_mere_form(word.analyzed)),
                             kMaxNearWords)) {
        // Only the vocabulary's words and the places have their spelling with them.
        if (is_polish && each.cost > kSlightMistake && each.spelling.empty()) continue;
        add(each);
    }
}

/// "w wtzie" → "w wtz": the dictionary has no forms of acronyms.
void QueryCorrector::add_acronym(const Word& word, std::size_t index,
                                 std::vector<Replacement>& found) const {
    const std::string& typed = word.analyzed.surface;
    for (const std::string_view ending : kAcronymEndings) {
        if (!typed.ends_with(ending)) continue;
        const std::string acronym = typed.substr(0, typed.size() - ending.size());
        if (acronym.size() < kMinPartLetters || acronym.size() > kLongestPlainAcronym ||
            !dictionary_.contains(acronym) || analyzer_.knows(acronym))
            continue;
        found.push_back({index, 1, acronym, kRankOfEnding});
    }
}

/// "Фурія" → "Furia": names are Polish, whatever the alphabet they are typed in.
void QueryCorrector::add_in_latin_letters(const Word& word, std::size_t index,
                                          std::vector<Replacement>& found) const {
    if (!is_cyrillic_word(word.analyzed.surface)) return;
    const std::string latin = in_latin_letters(word.analyzed.surface);
    const std::size_t letters = count_code_points(latin);
    if (letters < kMinLetters) return;
    if (dictionary_.contains(latin))
        found.push_back({index, 1,
                         written({latin, dictionary_.spelling(latin)}, word.analyzed.token.text),
                         kRankOfSpace});
    for (const SpellingSuggestion& each :
         dictionary_.nearest(latin, most_expensive(letters, false, false), kMaxNearWords))
        if (dictionary_.has_name(each.folded))
            found.push_back(
                {index, 1, written(each, word.analyzed.token.text), each.rank + kRankOfSpace});
}

/// "spoldzielniasocjalna" → "spółdzielnia socjalna".
void QueryCorrector::add_parted(const Word& word, std::size_t index,
                                std::vector<Replacement>& found) const {
    const std::string& typed = word.analyzed.surface;
    std::size_t parted = 0;
    std::size_t at = 0;
    for (std::size_t letters = 1; at < typed.size() && parted < kMaxParted; ++letters) {
        next_code_point(typed, at);
        const std::string left = typed.substr(0, at), right = typed.substr(at);
        if (letters < kMinPartLetters || count_code_points(right) < kMinPartLetters) continue;
        if (!dictionary_.contains(left) || !dictionary_.contains(right)) continue;
        const std::string text =
            written({left, dictionary_.spelling(left)}, word.analyzed.token.text) + " " +
            written({right, dictionary_.spelling(right)}, "");
        found.push_back({index, 1, text, kRankOfSpace});
        ++parted;
    }
}

/// "gastro nomia" → "gastronomia".
std::optional<QueryCorrector::Replacement> QueryCorrector::joined(const std::vector<Word>& words,
                                                                  std::size_t first) const {
    if (first + 1 >= words.size()) return std::nullopt;
    const Word& left = words[first];
    const Word& right = words[first + 1];
    const bool side_by_side = left.end + 1 == right.begin && left.is_plain && right.is_plain;
    if (!side_by_side || !(left.is_unknown || right.is_unknown)) return std::nullopt;
    const std::string whole = left.analyzed.surface + right.analyzed.surface;
    if (!dictionary_.contains(whole)) return std::nullopt;
    const std::string text =
        written({whole, dictionary_.spelling(whole)}, left.analyzed.token.text);
    return Replacement{first, 2, text, kRankOfSpace};
}

/// What may stand instead of the unknown word `index`, alone.
std::vector<QueryCorrector::Replacement> QueryCorrector::replacements(
    const std::vector<Word>& words, std::size_t index) const {
    const Word& word = words[index];
    const bool is_polish = analyzer_.knows(word.analyzed.token.text);
    std::vector<Replacement> found;
    if (questions_.is_found(word.analyzed))
        found.push_back({index, 1, std::string(word.analyzed.token.text), kRankOfStem});
    if (!is_polish) add_acronym(word, index, found);
    add_near_words(word, index, found);
    add_in_latin_letters(word, index, found);
    if (!is_polish) add_parted(word, index, found);
    return found;
}

/// Ways to have every unknown word replaced, the likeliest first, at most kMaxTried.
std::vector<QueryCorrector::Correction> QueryCorrector::corrections(
    const std::vector<Word>& words) const {
    // Ranks are added up: more beginnings than complete ones that are tried need not be kept.
    const auto keep_likeliest = [](std::vector<Correction>& some) {
        std::stable_sort(some.begin(), some.end(),
                         [](const Correction& a, const Correction& b) { return a.rank < b.rank; });
        if (some.size() > kMaxTried) some.resize(kMaxTried);
    };
    // By how many words they have dealt with.
    std::vector<std::vector<Correction>> reaching(words.size() + 2);
    reaching[0] = {Correction{}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reaching[i].empty()) continue;
        std::vector<Replacement> choices;
        if (words[i].is_unknown) choices = replacements(words, i);
        if (auto both = joined(words, i)) choices.push_back(std::move(*both));
        keep_likeliest(reaching[i]);
        for (const Correction& so_far : reaching[i]) {
            if (!words[i].is_unknown) reaching[i + 1].push_back(so_far);
            for (const Replacement& choice : choices) {
                Correction& further = reaching[i + choice.count].emplace_back(so_far);
                further.replacements.push_back(choice);
                further.rank += choice.rank;
            }
        }
    }
    keep_likeliest(reaching[words.size()]);
    return std::move(reaching[words.size()]);
}

namespace {

template <class Words, class Replacements>
std::string rewritten(std::string_view text, const Words& words, const Replacements& replacements) {
    std::string corrected;
    std::size_t at = 0;
    for (const auto& each : replacements) {
        const auto& first = words[each.first];
        corrected += text.substr(at, first.begin - at);
        corrected += each.text;
        at = words[each.first + each.count - 1].end;
    }
    corrected += text.substr(at);
    return corrected;
}

}  // namespace

std::optional<std::string> QueryCorrector::correct(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    const auto unknown =
        std::count_if(words.begin(), words.end(), [](const Word& each) { return each.is_unknown; });
    if (unknown == 0) return with_name_that_sounds_alike(text, words);
    if (static_cast<std::size_t>(unknown) > kMaxUnknownWords) return std::nullopt;
    for (const Correction& correction : corrections(words)) {
        std::string corrected = rewritten(text, words, correction.replacements);
        if (corrected != text && questions_.count(corrected) > 0) return corrected;
    }
    return std::nullopt;
}

/// "parkowa cafe" → "parkova cafe": every word is one, but nobody has them together; a name that
/// is spoken like one of them may have been heard. So may one behind a single word: "fiszka".
std::optional<std::string> QueryCorrector::with_name_that_sounds_alike(
    std::string_view text, const std::vector<Word>& words) const {
    std::size_t tried = 0;
    const std::size_t fewest_letters = words.size() > 1 ? kMinLetters : kMinLettersAlone;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& typed = words[i].analyzed.surface;
        if (!words[i].is_plain || !letter_codes(typed) || is_stop_word(typed)) continue;
        if (count_code_points(typed) < fewest_letters || dictionary_.has_name(typed)) continue;
        for (const SpellingSuggestion& each :
             dictionary_.nearest(typed, kSlightMistake, kMaxNearWords)) {
            if (!dictionary_.has_name(each.folded) || each.folded == typed) continue;
            if (++tried > kMaxTried) return std::nullopt;
            const Replacement name{i, 1, written(each, words[i].analyzed.token.text), each.rank};
            std::string corrected = rewritten(text, words, std::vector{name});
            if (questions_.count(corrected) > 0) return corrected;
        }
    }
    return std::nullopt;
}

/// Found, perhaps only where it is mistyped too. What the vocabulary writes is right as it is.
bool QueryCorrector::is_doubtful(const Word& word) const {
    const std::string& surface = word.analyzed.surface;
    return word.is_plain && letter_codes(surface) && !is_stop_word(surface) &&
           (!analyzer_.knows(word.analyzed.token.text) || is_mere_form(word.analyzed)) &&
           !dictionary_.has_name(surface) && dictionary_.spelling(surface).empty();
}

std::optional<QueryCorrector::Better> QueryCorrector::better(std::string_view text,
                                                             std::size_t total) const {
    const std::vector<Word> words = words_of(text);
    std::optional<Better> best;
    std::size_t doubtful = 0;
    for (std::size_t i = 0; i < words.size() && doubtful < kMaxUnknownWords; ++i) {
        if (!is_doubtful(words[i])) continue;
        ++doubtful;
        std::vector<Replacement> near_words;
        add_near_words(words[i], i, near_words);
        if (near_words.empty()) continue;
        std::string corrected = rewritten(text, words, std::vector{near_words.front()});
        const std::size_t found = questions_.count(corrected);
        if (found < kEnough || found < kClearlyMore * total) continue;
        if (!best || found > best->total) best = Better{std::move(corrected), found};
    }
    return best;
}

}  // namespace wespol
