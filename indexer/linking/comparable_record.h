// SPDX-License-Identifier: GPL-3.0-or-later
// A record made ready for comparison, and the analyzer that makes it: names parsed, places
// resolved, numbers and contacts in one writing. The analyzer is not thread-safe: one per thread.
#pragma once

#include "indexer/linking/linkage_record.h"
#include "indexer/linking/name_parser.h"
#include "indexer/linking/parsed_name.h"
#include "indexer/linking/place_hint_finder.h"
#include "indexer/linking/word_rarity.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace wespol {

/// One of the names of a record with the places that go with it.
struct ComparableName {
    ParsedName parsed;
    std::vector<PlaceHint> places;
};

struct ComparableRecord {
    std::string id;
    std::string name;                   ///< as written
    std::string town;                   ///< as written, may be empty
    std::vector<ComparableName> names;  ///< distinct, the main one first
    std::string form;                   ///< code; empty = not known
    bool is_form_kept = false;
    bool has_other_form = false;                 ///< no form in its name, and "inne" in its source
    std::vector<PlaceHint> places;               ///< of the record as a whole
    std::optional<std::string> krs, nip, regon;  ///< REGON: the first nine digits
    std::optional<std::string> operator_krs, operator_nip;
    NameWords operator_words;
    std::optional<std::string> phone;  ///< nine digits
    std::vector<std::string> hosts;    ///< of the website and of the office's own e-mail
};

class RecordAnalyzer {
  public:
    RecordAnalyzer(const Analyzer& analyzer, const PlaceHintFinder& places);

    /// Words have no weight yet: see weigh().
    ComparableRecord analyze(const LinkageRecord& record);

  private:
    NameParser parser_;
    const PlaceHintFinder& places_;
};

/// Gives every word of the record the weight of its rarity.
void weigh(ComparableRecord& record, const WordRarity& rarity);

/// All readings of all words of its names: what WordRarity counts.
std::unordered_set<std::string> keys_of(const ComparableRecord& record);

}  // namespace wespol
