// SPDX-License-Identifier: GPL-3.0-or-later
// A closed list of concepts with stable codes and labels in three languages: industry, legal form,
// target group, … Built once, then read only: thread-safe after construction.
#pragma once

#include "core/support/language.h"
#include "core/support/result.h"
#include "core/support/wording.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

struct Concept {
    std::string code;
    std::array<std::string, 3> labels;                     ///< by Language; "" where not known
    std::array<std::vector<std::string>, 3> synonyms;      ///< by Language
    std::array<std::vector<std::string>, 3> shared_words;  ///< those that close concepts have too
    /// How queries ask for it where records do not say so, by Language; several may share a phrase.
    std::array<std::vector<std::string>, 3> asked_as;
    std::optional<std::string> broader;
    std::vector<std::string> related;
    std::vector<std::string> pkd;            ///< subclasses of PKD 2025, "56.21.Z"
    std::vector<std::string> cpv;            ///< 8 digits
    std::optional<std::string> check_digit;  ///< CPV codes: where a source gives it
    std::optional<bool> art_361;             ///< CPV codes: on the list of that provision
    std::vector<std::string> sources;        ///< CPV codes: codes of CpvSource that say so
    std::optional<std::string> note;         ///< in Polish
    std::string note_en, note_uk;            ///< "" where not known
    std::optional<std::string> art_94;       ///< legal forms: "z_formy", "do_oswiadczenia"
    /// Legal forms: codes of the groups of people whom such an entity is there to give work.
    std::vector<std::string> work_for;

    /// The label in that language, else the Polish one, else the code.
    const std::string& label(Language language) const;

    /// What it means, where it says so.
    std::optional<Wording> meaning() const;
};

class Vocabulary {
  public:
    Vocabulary() = default;

    /// Refused: a code twice, an unknown broader or related code, a label or synonym (in one
    /// language) of two concepts that do not both list it as shared.
    static Result<Vocabulary> make(std::string name, std::vector<Concept> concepts);

    const std::string& name() const { return name_; }
    const std::vector<Concept>& concepts() const { return concepts_; }

    /// Null when there is none of that code.
    const Concept* find(std::string_view code) const;

    /// By code, label or synonym in any language, without regard to case and Polish diacritics.
    /// The first of those that share the word.
    const Concept* find_by_word(std::string_view word) const;

    /// The label of a code; the code itself when it is unknown.
    const std::string& label(const std::string& code, Language language) const;

    /// The code and the codes of all its broader concepts, nearest first.
    std::vector<std::string> with_broader(std::string_view code) const;

  private:
    std::string name_;
    std::vector<Concept> concepts_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::size_t> by_folded_word_;
};

}  // namespace wespol
