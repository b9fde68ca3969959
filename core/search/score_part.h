// SPDX-License-Identifier: GPL-3.0-or-later
// One addend of a hit's score and where it comes from; all of a hit's addends sum to its score.
// Plain values.
#pragma once

#include "core/index/schema.h"

#include <string>

namespace wespol {

enum class ScoreSource {
    exact_name,    ///< the whole query is its name
    word,          ///< a word of the query, or a form of it, stands in a field
    phrase,        ///< a phrase in quotes stands in a field
    side_by_side,  ///< two neighbouring words of the query are neighbours in a field
    filed_under,   ///< it has the code of a concept that words of the query name
    mentions,      ///< its own words name the same concept
    offered,       ///< so does its offer
    named_after,   ///< so does its very name
    distance       ///< it lies near the place that was asked for
};

struct ScorePart {
    ScoreSource source = ScoreSource::word;
    std::string text;               ///< of the query, as typed; of a distance the place's label
    FieldId field = FieldId::name;  ///< where it was found; of a concept, its vocabulary
    std::string code;               ///< of the concept; "" for words
    double score = 0;               ///< more than 0
};

/// "exact_name", "word", "phrase", "side_by_side", "concept", "mention", "offered",
/// "named_after", "distance".
std::string_view code(ScoreSource source);

}  // namespace wespol
