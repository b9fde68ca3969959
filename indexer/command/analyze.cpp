// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/analysis/stop_words.h"
#include "core/catalogue/catalogue.h"
#include "core/index/concept_finder.h"
#include "indexer/command/commands.h"
#include "indexer/loading/reference_loader.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

void print(const nlohmann::ordered_json& line, std::ostream& out) {
    constexpr int one_line = -1;
    out << line.dump(one_line, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

/// As they stand in the index behind the prefix of a field: forms bare, lemmas behind a Z.
std::vector<std::string> terms(const AnalyzedWord& word) {
    std::vector<std::string> terms{word.surface};
    for (const std::string& lemma : word.lemmas)
        terms.push_back("Z" + lemma);
    return terms;
}

struct Analysis {
    nlohmann::ordered_json tokens = nlohmann::ordered_json::array();
    nlohmann::ordered_json concepts = nlohmann::ordered_json::array();
};

Analysis analysis_of(const std::string& text, const Analyzer& analyzer,
                     const ConceptFinder& concepts) {
    Analysis analysis;
    std::vector<Lemmas> lemmas;
    std::vector<Token> tokens;
    for (const AnalyzedWord& word : analyzer.analyze(text)) {
        analysis.tokens.push_back({{"token", word.token.text},
                                   {"begin", word.token.begin},
                                   {"end", word.token.end},
                                   {"surface", word.surface},
                                   {"lemmas", word.lemmas},
                                   {"terms", terms(word)}});
        if (is_stop_word(word.surface)) continue;
        lemmas.push_back(forms_to_look_up(word.lemmas, word.token.text));
        tokens.push_back(word.token);
    }
    for (const FoundConcepts& found : concepts.find(lemmas))
        for (const ConceptCode& each : found.concepts)
            analysis.concepts.push_back({{"concept", mention_code(each)},
                                         {"begin", tokens[found.first].begin},
                                         {"end", tokens[found.first + found.count - 1].end}});
    return analysis;
}

/// A line for each word, then one for each concept that words name.
void print_lines(const Analysis& analysis, std::ostream& out) {
    for (const auto* each : {&analysis.tokens, &analysis.concepts})
        for (const nlohmann::ordered_json& line : *each)
            print(line, out);
}

/// None without a data folder: the words of concepts are the office's, not the program's.
ConceptFinder concepts_of(const Options& options, const Analyzer& analyzer) {
    if (options.data.empty()) return {};
    References references;
    Diagnostics diagnostics;
    load_references(options.data, references, diagnostics);
    return {references, analyzer};
}

}  // namespace

int analyze(const Options& options, std::istream& in, std::ostream& out) {
    const auto opened = Analyzer::open(options.dictionary);
    const Analyzer& analyzer = *opened;
    const ConceptFinder concepts = concepts_of(options, analyzer);
    for (const std::string& text : options.texts)
        print_lines(analysis_of(text, analyzer, concepts), out);
    if (!options.texts.empty()) return kPublished;
    // One line out for each line in, so that a program can tell what belongs to what.
    for (std::string text; std::getline(in, text);) {
        Analysis analysis = analysis_of(text, analyzer, concepts);
        print({{"text", text},
               {"tokens", std::move(analysis.tokens)},
               {"concepts", std::move(analysis.concepts)}},
              out);
        out.flush();
    }
    return kPublished;
}

}  // namespace wespol
