// SPDX-License-Identifier: GPL-3.0-or-later
// The analyzer over a dictionary of a few words, for targets: nothing to build, quick to start.
#pragma once

#include "core/analysis/analyzer.h"
#include "tests/support/small_dictionary.h"

#include <memory>

namespace wespol::test {

inline const Analyzer& small_analyzer() {
    static const Analyzer analyzer(std::make_shared<const MorphologicalDictionary>(
        MorphologicalDictionary::from_bytes(small_dictionary(words_of_the_trade()))));
    return analyzer;
}

}  // namespace wespol::test
