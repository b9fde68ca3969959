// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/vocabulary.h"

#include "core/analysis/folding.h"

#include <algorithm>

#include <fmt/format.h>

namespace wespol {
namespace {

bool shares(const Concept& owner, Language language, const std::string& folded) {
    const std::vector<std::string>& shared = owner.shared_words[index_of(language)];
    return std::any_of(shared.begin(), shared.end(),
                       [&](const std::string& word) { return fold_words(word) == folded; });
}

}  // namespace

const std::string& Concept::label(Language language) const {
    const std::string& known = name_in(labels, language);
    return known.empty() ? code : known;
}

std::optional<Wording> Concept::meaning() const {
    if (!note) return std::nullopt;
    return Wording(*note, note_en, note_uk);
}

Result<Vocabulary> Vocabulary::make(std::string name, std::vector<Concept> concepts) {
    Vocabulary vocabulary;
    vocabulary.name_ = std::move(name);
    vocabulary.concepts_ = std::move(concepts);
    const auto wrong = [&](const std::string& what) {
        return problem(fmt::format("Słownik {}: {}.", vocabulary.name_, what));
    };

    for (std::size_t i = 0; i < vocabulary.concepts_.size(); ++i) {
        const std::string& code = vocabulary.concepts_[i].code;
        if (!vocabulary.by_code_.emplace(code, i).second)
            return wrong(fmt::format("kod „{}” występuje dwa razy", code));
    }
    for (const Concept& each : vocabulary.concepts_) {
        for (const std::string& other : each.related)
            if (!vocabulary.find(other))
                return wrong(fmt::format("„{}” wskazuje na nieznany kod „{}”", each.code, other));
        std::size_t steps = 0;
        for (const Concept* above = &each; above->broader;) {
            const Concept* next = vocabulary.find(*above->broader);
            if (!next)
                return wrong(fmt::format("„{}” wskazuje na nieznany kod „{}”", above->code,
                                         *above->broader));
            if (++steps > vocabulary.concepts_.size())
                return wrong(fmt::format("„{}” jest swoim własnym nadrzędnym", each.code));
            above = next;
        }
    }

    // A word of one language belongs to one concept. Between languages, and against the codes, the
    // first meaning stays: Polish before English before Ukrainian, codes before all.
    for (std::size_t i = 0; i < vocabulary.concepts_.size(); ++i)
        vocabulary.by_folded_word_.emplace(fold_words(vocabulary.concepts_[i].code), i);
    for (const Language language : kLanguages) {
        std::unordered_map<std::string, std::size_t> of_language;
        for (std::size_t i = 0; i < vocabulary.concepts_.size(); ++i) {
            const Concept& each = vocabulary.concepts_[i];
            std::vector<std::string> words = each.synonyms[index_of(language)];
            words.push_back(each.labels[index_of(language)]);
            for (const std::string& word : words) {
                const std::string folded = fold_words(word);
                if (folded.empty()) continue;
                const auto [entry, is_new] = of_language.emplace(folded, i);
                if (is_new || entry->second == i) continue;
                if (!shares(each, language, folded) ||
                    !shares(vocabulary.concepts_[entry->second], language, folded))
                    return wrong(fmt::format("słowo „{}” ({}) należy do dwóch pojęć: „{}” i „{}”",
                                             word, wespol::code(language),
                                             vocabulary.concepts_[entry->second].code, each.code));
            }
        }
        vocabulary.by_folded_word_.merge(of_language);
    }
    return vocabulary;
}

const Concept* Vocabulary::find(std::string_view code) const {
    const auto found = by_code_.find(std::string(code));
    return found == by_code_.end() ? nullptr : &concepts_[found->second];
}

const Concept* Vocabulary::find_by_word(std::string_view word) const {
    if (const Concept* of_code = find(word)) return of_code;
    const auto found = by_folded_word_.find(fold_words(word));
    return found == by_folded_word_.end() ? nullptr : &concepts_[found->second];
}

const std::string& Vocabulary::label(const std::string& code, Language language) const {
    const Concept* known = find(code);
    return known ? known->label(language) : code;
}

std::vector<std::string> Vocabulary::with_broader(std::string_view code) const {
    std::vector<std::string> codes;
    for (const Concept* each = find(code); each;
         each = each->broader ? find(*each->broader) : nullptr)
        codes.push_back(each->code);
    return codes;
}

}  // namespace wespol
