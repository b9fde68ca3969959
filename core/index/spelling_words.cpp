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

void add_index(const Xapian::Database& database, std::vector<SpellingWord>& words) {
    for (const Field& field : kFields) {
        // Streets are typed as they are written on a letter: nothing is corrected to one.
        if (field.kind != FieldKind::text || field.id == FieldId::address) continue;
        const bool in_name = field.id == FieldId::name || field.id == FieldId::aliases;
        add_terms(database, surface_term(field, ""), in_name, words);
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
            const auto index = static_cast<std::size_t>(language);
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
    add_index(database, words);
    for (const Vocabulary* each :
         {&references.industry, &references.legal_form, &references.target_group})
        add_vocabulary(*each, analyzer, words);
    add_places(references.region, analyzer, words);
    return words;
}

}  // namespace wespol
