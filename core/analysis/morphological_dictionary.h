// SPDX-License-Identifier: GPL-3.0-or-later
// Reader of a Morfologik dictionary (CFSA2 automaton, PREFIX encoder, UTF-8, separator ';'):
// all lemmas of a Polish word form. Here: PoliMorf 2.1. Does not fold case by itself.
// A damaged file is refused at opening or read without leaving its bounds. Immutable, thread-safe.
#pragma once

#include "core/analysis/automaton.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class MorphologicalDictionary {
  public:
    /// Throws Error(environment) when the file is missing or not a CFSA2 dictionary.
    static MorphologicalDictionary open(const std::filesystem::path& path);
    static MorphologicalDictionary from_bytes(std::string bytes);

    /// Distinct lemmas of exactly this form; empty when it is not in the dictionary.
    std::vector<std::string> lemmas(std::string_view form) const;

    /// Forms that equal this folded word (ASCII lower case) once their Polish diacritics and the
    /// case of the first letter are dropped. At most `limit`.
    std::vector<std::string> forms_of_folded(std::string_view folded, std::size_t limit = 64) const;

    /// SHA-256 of the file: part of the analyzer's fingerprint.
    const std::string& digest() const { return digest_; }

  private:
    MorphologicalDictionary(Automaton automaton, std::string digest);

    Automaton automaton_;
    std::string digest_;
};

}  // namespace wespol
