// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "indexer/command/commands.h"

#include <memory>
#include <string>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

void print_words(const Analyzer& analyzer, const std::string& text, std::ostream& out) {
    for (const AnalyzedWord& word : analyzer.analyze(text)) {
        const nlohmann::ordered_json line{{"token", word.token.text},
                                          {"begin", word.token.begin},
                                          {"end", word.token.end},
                                          {"surface", word.surface},
                                          {"lemmas", word.lemmas}};
        constexpr int one_line = -1;
        out << line.dump(one_line, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}

}  // namespace

int analyze(const Options& options, std::istream& in, std::ostream& out) {
    const Analyzer analyzer(std::make_shared<const MorphologicalDictionary>(
        MorphologicalDictionary::open(options.dictionary)));
    for (const std::string& text : options.texts)
        print_words(analyzer, text, out);
    if (!options.texts.empty()) return kPublished;
    for (std::string text; std::getline(in, text);)
        print_words(analyzer, text, out);
    return kPublished;
}

}  // namespace wespol
