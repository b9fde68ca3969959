// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/concept_finder.h"

#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Of words that are no stop words.
struct Words {
    std::vector<Lemmas> lemmas;
    std::vector<Lemmas> base_forms;
    std::vector<std::string> written;
    std::size_t stop_words = 0;
};

Words words_that_tell(std::string_view text, const Analyzer& analyzer) {
    Words words;
    for (AnalyzedWord& word : analyzer.analyze(text)) {
        if (is_stop_word(word.surface)) {
            ++words.stop_words;
            continue;
        }
        words.base_forms.push_back(analyzer.base_forms(word));
        words.written.emplace_back(word.token.text);
        words.lemmas.push_back(std::move(word.lemmas));
    }
    return words;
}

/// Of a name in English or Ukrainian: no other form of a word that Polish has too.
Words foreign_words_that_tell(std::string_view text, const Analyzer& analyzer) {
    Words words = words_that_tell(text, analyzer);
    for (std::size_t i = 0; i < words.written.size(); ++i) {
        const std::string& written = words.written[i];
        if (analyzer.knows(written)) {
            words.lemmas[i] = {fold(written)};
            words.base_forms[i] = {lower(written)};
        }
        words.lemmas[i] = forms_to_look_up(std::move(words.lemmas[i]), written);
        words.base_forms[i] = forms_to_look_up(std::move(words.base_forms[i]), written);
    }
    return words;
}

/// What a word typed without diacritics may be a form of counts in names of several words only,
/// and meets nothing else: "raczka" alone is a little crayfish.
std::string as_guess(const std::string& lemma) {
    return "%" + lemma;
}

void add_guesses(Lemmas& to, const std::vector<std::string>& lemmas) {
    for (const std::string& lemma : lemmas) {
        std::string guess = as_guess(lemma);
        const auto place = std::lower_bound(to.begin(), to.end(), guess);
        if (place == to.end() || *place != guess) to.insert(place, std::move(guess));
    }
}

/// Of "56.21.Z", alone and behind "PKD"; the class also without its letter, the division and the
/// group only behind "PKD".
std::vector<std::string> writings_of_pkd(const std::string& code) {
    constexpr std::size_t kDivision = 2, kGroup = 4, kClass = 5;
    std::vector<std::string> writings;
    std::string squeezed = code;
    std::erase(squeezed, '.');
    for (const std::string& written : {code, code.substr(0, kClass), squeezed}) {
        writings.push_back(written);
        writings.push_back("PKD " + written);
    }
    for (const std::size_t length : {kDivision, kGroup})
        writings.push_back("PKD " + code.substr(0, length));
    return writings;
}

}  // namespace

Lemmas forms_to_look_up(Lemmas lemmas, std::string_view written) {
    std::string as_written = "=" + lower(written);
    lemmas.insert(std::upper_bound(lemmas.begin(), lemmas.end(), as_written),
                  std::move(as_written));
    return lemmas;
}

Lemmas with_unprefixed(Lemmas lemmas) {
    constexpr std::array<std::string_view, 10> kPrefixes{"po", "wy",   "za", "na", "u",
                                                         "od", "prze", "z",  "s",  "o"};
    constexpr std::size_t kShortestVerb = 5;
    const std::size_t count = lemmas.size();
    for (std::size_t i = 0; i < count; ++i)
        for (const std::string_view prefix : kPrefixes)
            if (lemmas[i].ends_with('c') && lemmas[i].starts_with(prefix) &&
                lemmas[i].size() >= prefix.size() + kShortestVerb)
                lemmas.push_back(lemmas[i].substr(prefix.size()));
    std::sort(lemmas.begin(), lemmas.end());
    return lemmas;
}

ConceptFinder::ConceptFinder(const References& references, const Analyzer& analyzer)
    : analyzer_(&analyzer) {
    add(references.industry, FieldId::industry, analyzer);
    add(references.legal_form, FieldId::legal_form, analyzer);
    add(references.target_group, FieldId::target_group, analyzer);
}

void ConceptFinder::add(const Vocabulary& vocabulary, FieldId field, const Analyzer& analyzer) {
    for (const Concept& each : vocabulary.concepts()) {
        for (const Language language : kLanguages) {
            const auto index = index_of(language);
            std::vector<std::string> written = each.synonyms[index];
            written.push_back(each.labels[index]);
            for (const std::string& name : written)
                add_name(name, language, analyzer);
        }
        for (const std::vector<std::string>& phrases : each.asked_as)
            for (const std::string& phrase : phrases)
                asked_.add(words_that_tell(phrase, analyzer).lemmas, meanings_.size());
        for (const std::string& code : each.pkd)
            for (const std::string& written : writings_of_pkd(code))
                add_name(written, Language::pl, analyzer);
        meanings_.push_back({field, each.code});
    }
}

/// Of the concept that is being added.
void ConceptFinder::add_name(const std::string& written, Language language,
                             const Analyzer& analyzer) {
    Words words = language == Language::pl ? words_that_tell(written, analyzer)
                                           : foreign_words_that_tell(written, analyzer);
    for (const Lemmas& lemmas : words.lemmas)
        for (const std::string& lemma : lemmas) {
            std::vector<std::size_t>& meanings = meanings_by_lemma_[lemma];
            if (meanings.empty() || meanings.back() != meanings_.size())
                meanings.push_back(meanings_.size());
        }
    // Who types "chcę pomóc" means volunteering; a record that helps somebody does not say so.
    const bool is_asking = words.lemmas.size() == 1 && words.stop_words > 0;
    if (!is_asking) names_.add(std::move(words.base_forms), meanings_.size());
    if (language == Language::pl && words.lemmas.size() > 1)
        for (Lemmas& lemmas : words.lemmas)
            add_guesses(lemmas, Lemmas(lemmas));
    asked_.add(std::move(words.lemmas), meanings_.size());
}

bool ConceptFinder::is_named_with(const ConceptCode& named, const Lemmas& forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        const auto found = meanings_by_lemma_.find(form);
        return found != meanings_by_lemma_.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&](std::size_t meaning) { return meanings_[meaning] == named; });
    });
}

FoundConcepts ConceptFinder::longest_at(const LemmaSequences& names,
                                        const std::vector<Lemmas>& words, std::size_t first) const {
    const LemmaSequences::Match longest = names.longest_at(words, first);
    FoundConcepts found{first, longest.count, {}, {}};
    for (const std::size_t name : longest.names)
        found.concepts.push_back(meanings_[name]);
    // "WTZ" is a form; that others work for those of this form is another matter.
    const auto is_form = [](const ConceptCode& each) { return each.field == FieldId::legal_form; };
    if (std::any_of(found.concepts.begin(), found.concepts.end(), is_form))
        std::erase_if(found.concepts,
                      [](const ConceptCode& each) { return each.field == FieldId::target_group; });
    return found;
}

std::vector<FoundConcepts> ConceptFinder::find(const LemmaSequences& names,
                                               const std::vector<Lemmas>& words) const {
    std::vector<FoundConcepts> found;
    for (std::size_t first = 0; first < words.size();) {
        FoundConcepts here = longest_at(names, words, first);
        first += std::max<std::size_t>(here.count, 1);
        if (here.count > 0) found.push_back(std::move(here));
    }
    return found;
}

std::vector<FoundConcepts> ConceptFinder::find(const std::vector<Lemmas>& words) const {
    std::vector<Lemmas> asked = with_guesses(words);
    std::vector<FoundConcepts> found;
    for (std::size_t first = 0; first < asked.size();) {
        FoundConcepts here = longest_at(asked_, asked, first);
        if (here.count == 0) {
            Lemmas as_typed = std::exchange(asked[first], with_unprefixed(asked[first]));
            here = longest_at(asked_, asked, first);
            asked[first] = std::move(as_typed);
        }
        first += std::max<std::size_t>(here.count, 1);
        if (here.count == 0) continue;
        if (here.count > 1) add_groups_inside(asked, here);
        found.push_back(std::move(here));
    }
    return found;
}

std::vector<Lemmas> ConceptFinder::with_guesses(std::vector<Lemmas> words) const {
    if (analyzer_ == nullptr) return words;
    for (Lemmas& word : words) {
        const auto written = std::find_if(word.begin(), word.end(), [](const std::string& each) {
            return each.starts_with('=');
        });
        if (written == word.end()) continue;
        add_guesses(word, analyzer_->guessed_lemmas(written->substr(1)));
    }
    return words;
}

void ConceptFinder::add_groups_inside(const std::vector<Lemmas>& words,
                                      FoundConcepts& found) const {
    const std::size_t end = found.first + found.count;
    for (std::size_t at = found.first + 1; at < end; ++at) {
        const LemmaSequences::Match inside = asked_.longest_at(words, at);
        if (inside.count == 0 || at + inside.count > end) continue;
        for (const std::size_t name : inside.names) {
            const ConceptCode& meaning = meanings_[name];
            const auto is_known = [&](const std::vector<ConceptCode>& some) {
                return std::find(some.begin(), some.end(), meaning) != some.end();
            };
            if (meaning.field == FieldId::target_group && !is_known(found.concepts) &&
                !is_known(found.groups_inside))
                found.groups_inside.push_back(meaning);
        }
    }
}

std::string mention_code(const ConceptCode& concept_code) {
    return fmt::format("{}:{}", field(concept_code.field).parameter, concept_code.code);
}

std::vector<FoundConcepts> ConceptFinder::find(std::string_view text,
                                               const Analyzer& analyzer) const {
    Words words = words_that_tell(text, analyzer);
    for (std::size_t i = 0; i < words.written.size(); ++i)
        words.base_forms[i] = forms_to_look_up(std::move(words.base_forms[i]), words.written[i]);
    return find(names_, words.base_forms);
}

}  // namespace wespol
