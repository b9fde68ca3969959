// SPDX-License-Identifier: GPL-3.0-or-later
// A word of a name with what the comparison needs of it, and the reader that makes words of text
// by the one analyzer. The reader remembers words it has seen: not thread-safe, one per thread.
#pragma once

#include "core/analysis/analyzer.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

struct NameWord {
    std::string text;               ///< as written
    std::string surface;            ///< folded
    std::vector<std::string> keys;  ///< surface and lemmas: sorted, distinct
    bool is_known = false;          ///< the dictionary has it
    bool is_capitalised = false;
    bool is_quoted = false;
    bool starts_part = false;  ///< after a comma, a dash, a slash; the first word too
    bool is_place = false;     ///< names where the entity is, at the same time as part of the name
    double weight = 0;         ///< bits; set from the rarity of the word
};

using NameWords = std::vector<NameWord>;

/// Whether any reading of one is a reading of the other.
bool share_key(const NameWord& a, const NameWord& b);

/// "ale smacznie": the words as written.
std::string text_of(const NameWords& words);

class NameWordReader {
  public:
    explicit NameWordReader(const Analyzer& analyzer) : analyzer_(analyzer) {}

    /// Quotation marks of all kinds are understood (also "?…?" of a broken encoding), dotted
    /// acronyms joined ("K.O.S.S."). At most weights::kMostWords words.
    NameWords read(std::string_view text);

  private:
    struct Reading {
        std::string surface;
        std::vector<std::string> keys;
        bool is_known = false;
    };
    const Reading& reading(std::string_view word);

    const Analyzer& analyzer_;
    std::unordered_map<std::string, Reading> seen_;
};

}  // namespace wespol
