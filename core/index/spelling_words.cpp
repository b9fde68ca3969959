// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/spelling_words.h"

#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"
#include "core/index/schema.h"

#include <string>
#include <string_view>

#include <xapian.h>

namespace wespol {
namespace {

constexpr std::string_view kTown = "miasto";

void add_terms(const Xapian::Database& database, const std::string& prefix, bool in_name,
               std::vector<SpellingWord>& words) {
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
        words.push_back({(*term).substr(prefix.size()), term.get_termfreq(), in_name, ""});
}

/// A word that is in no dictionary is its own base form wherever it stands in a text: one that has
/// none was added alone (initials.h, abbreviation_expander.h).
void add_surfaces(const Xapian::Database& database, const Field& field, bool in_name,
                  const Analyzer& analyzer, std::vector<SpellingWord>& words) {
    const std::size_t first = words.size();
    add_terms(database, surface_term(field, ""), in_name, words);
    for (std::size_t i = first; i < words.size(); ++i)
        words[i].is_initials = in_name &&
                               !database.term_exists(lemma_term(field, words[i].folded)) &&
                               !analyzer.knows(words[i].folded);
}

/// "stow." is for reading, not for typing; acronyms are names of their own.
void add_acronyms(const std::vector<Abbreviation>& abbreviations, const Analyzer& analyzer,
                  std::vector<SpellingWord>& words) {
    for (const Abbreviation& each : abbreviations) {
        if (each.written.ends_with('.')) continue;
        for (const AnalyzedWord& word : analyzer.analyze(each.written))
            words.push_back({word.surface, 1, false, ""});
    }
}

void add_index(const Xapian::Database& database, const Analyzer& analyzer,
               std::vector<SpellingWord>& words) {
    for (const Field& field : kFields) {
        // Streets are typed as they are written on a letter: nothing is corrected to one.
        if (field.kind != FieldKind::text || field.id == FieldId::address) continue;
        const bool in_name = field.id == FieldId::name || field.id == FieldId::aliases;
        add_surfaces(database, field, in_name, analyzer, words);
        // The base form of a word in a name is not itself in the name.
        add_terms(database, lemma_term(field, ""), false, words);
    }
}

void add_vocabulary(const Vocabulary& vocabulary, const Analyzer& analyzer,
                    std::vector<SpellingWord>& words) {
    const auto add = [&](const std::string& written) {
        for (const AnalyzedWord& word : analyzer.analyze(written)) {
            if (is_stop_word(word.surface)) continue;
            words.push_back({word.surface, 1, false, lower(word.token.text)});
            for (const std::string& lemma : word.lemmas)
                words.push_back({lemma, 1, false, ""});
        }
    };
    for (const Concept& each : vocabulary.concepts()) {
        for (const Language language : kLanguages) {
            const auto index = index_of(language);
            add(each.labels[index]);
            for (const std::string& synonym : each.synonyms[index])
                add(synonym);
        }
    }
}

void add_places(const Region& region, const Analyzer& analyzer, std::vector<SpellingWord>& words) {
    const auto add = [&](const std::string& name) {
        for (const AnalyzedWord& word : analyzer.analyze(name))
            words.push_back({word.surface, 1, true, std::string(word.token.text)});
    };
    for (const Municipality& each : region.municipalities())
        add(each.name);
    for (const Locality& each : region.localities())
        if (each.kind == kTown) add(each.name);
}

}  // namespace

std::vector<SpellingWord> findable_words(const Xapian::Database& database,
                                         const References& references, const Analyzer& analyzer) {
    std::vector<SpellingWord> words;
    add_index(database, analyzer, words);
    add_acronyms(references.abbreviations, analyzer, words);
    for (const Vocabulary* each :
         {&references.industry, &references.legal_form, &references.target_group})
        add_vocabulary(*each, analyzer, words);
    add_places(references.region, analyzer, words);
    return words;
}

}  // namespace wespol
