// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: any bytes as a dictionary, and words asked of it. Built by script/fuzz with
// clang; the unit tests damage a dictionary in the same ways every time.
#include "core/analysis/morphological_dictionary.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace wespol;
    try {
        const auto dictionary =
            MorphologicalDictionary::from_bytes(std::string(bytes, bytes + size));
        for (const char* word : {"szkole", "Gnieźnie", "sprzątanie", "a"}) {
            dictionary.lemmas(word);
            if (dictionary.forms_of_folded(word).size() > 64) std::abort();
        }
    } catch (const Error&) {
        return 0;  // refused: what a damaged file is to be
    }
    return 0;
}
