// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a dictionary of Polish, and words asked of it: refused or read, never out of bounds.
#include "core/analysis/morphological_dictionary.h"
#include "core/support/error.h"
#include "tests/fuzz/target.h"

using namespace wespol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t kMostForms = 64;
    try {
        const auto dictionary = MorphologicalDictionary::from_bytes(test::text_of(bytes, size));
        for (const char* word : {"szkole", "Gnieźnie", "sprzątanie", "a"}) {
            dictionary.lemmas(word);
            test::promise(dictionary.forms_of_folded(word).size() <= kMostForms,
                          "a word has a bounded number of forms");
        }
    } catch (const Error&) {
        return 0;  // refused: what a damaged file is to be
    }
    return 0;
}
