// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/score_part.h"

namespace wespol {

std::string_view code(ScoreSource source) {
    switch (source) {
        case ScoreSource::exact_name:
            return "exact_name";
        case ScoreSource::word:
            return "word";
        case ScoreSource::phrase:
            return "phrase";
        case ScoreSource::side_by_side:
            return "side_by_side";
        case ScoreSource::filed_under:
            return "concept";
        case ScoreSource::distance:
            return "distance";
        case ScoreSource::mentions:
            return "mention";
        case ScoreSource::offered:
            return "offered";
        case ScoreSource::named_after:
            return "named_after";
    }
    return "";
}

}  // namespace wespol
