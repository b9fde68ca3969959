// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text of a record: the places of its words are what highlights are cut by.
#include "core/analysis/folding.h"
#include "tests/fuzz/small_analyzer.h"
#include "tests/fuzz/target.h"

#include <algorithm>

using namespace wespol;
using test::promise;

namespace {

/// Malformed bytes are code points of their own.
bool is_border(std::string_view text, std::size_t place) {
    std::size_t at = 0;
    while (at < place)
        next_code_point(text, at);
    return at == place;
}

void check_word(std::string_view text, const AnalyzedWord& word) {
    const Token& token = word.token;
    promise(token.begin < token.end && token.end <= text.size(), "a word lies inside the text");
    promise(token.text == text.substr(token.begin, token.end - token.begin),
            "a word is what stands at its place");
    promise(is_border(text, token.begin) && is_border(text, token.end),
            "a word begins and ends between code points");
    promise(!word.surface.empty() && test::is_clean_text(word.surface),
            "a word has a clean surface");
    promise(!word.lemmas.empty(), "a word has a lemma");
    promise(std::adjacent_find(word.lemmas.begin(), word.lemmas.end(), std::greater_equal<>()) ==
                word.lemmas.end(),
            "lemmas are sorted and distinct");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text = test::text_of(bytes, size);
    std::size_t behind = 0;
    for (const AnalyzedWord& word : test::small_analyzer().analyze(text)) {
        promise(word.token.begin >= behind, "words stand in the order of the text, apart");
        behind = word.token.end;
        check_word(text, word);
    }
    const std::string clean = clean_utf8(text);
    promise(test::is_clean_text(clean) && clean_utf8(clean) == clean,
            "a clean text stays as it is");
    promise(test::is_clean_text(fold_words(text)), "a folded text is clean");
    return 0;
}
