// SPDX-License-Identifier: GPL-3.0-or-later
// "STOWARZYSZENIE NA RZECZ OSÓB \"RAZEM\" IM.ŚW.JANA PAWŁA II" → "Stowarzyszenie na Rzecz Osób
// \"Razem\" im. św. Jana Pawła II": registers write capitals, people do not. Prepositions,
// abbreviations and acronyms are data (vocabulary/name_words.jsonl); what else is a word, the
// Polish dictionary says. A name that has small letters already is left alone. Thread-safe.
#pragma once

#include "core/analysis/morphological_dictionary.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct ReadableName {
    std::string text;
    std::vector<std::string> doubtful;  ///< words whose capitals are a guess, as they came out
};

class NameWriter {
  public:
    /// Throws Error(data_rejected) when the table of words is wrong.
    NameWriter(const std::filesystem::path& directory, MorphologicalDictionary dictionary);

    ReadableName write(std::string_view name) const;

  private:
    struct Neighbours {
        std::string_view before, behind;  ///< of a word: all the text on either side
    };
    std::string word(const std::string& capitals, bool begins, const Neighbours& neighbours,
                     bool& is_doubtful) const;

    MorphologicalDictionary dictionary_;
    std::map<std::string, std::string, std::less<>> written_;  ///< small letters → as written
};

}  // namespace wespol
