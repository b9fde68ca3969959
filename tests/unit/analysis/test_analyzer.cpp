// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/analysis/test_analyzer.h"

#include <memory>

namespace wespol::test {

const Analyzer& analyzer() {
    static const Analyzer shared(std::make_shared<const MorphologicalDictionary>(
        MorphologicalDictionary::open(WESPOL_RESOURCE_DIR "/polish.dict")));
    return shared;
}

}  // namespace wespol::test
