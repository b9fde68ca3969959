// SPDX-License-Identifier: GPL-3.0-or-later
// The legal form that a name says by itself: "Spółdzielnia Socjalna „Furia”". The words are data
// (vocabulary/legal_form_names.jsonl); of several the one that stands first counts. Immutable
// after reading, thread-safe.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class LegalFormNames {
  public:
    /// Throws Error(data_rejected) when the table is wrong.
    explicit LegalFormNames(const std::filesystem::path& directory);

    struct Finding {
        std::string code;    ///< of the vocabulary "legal_form"
        bool is_usual_only;  ///< the word says so on this list only: a club on the official
                             ///< list is an association, elsewhere it may be anything
    };

    /// Of the word alone, as it stands in a column "Forma prawna": "sp. socjalna", "OSP". "inne": a
    /// word too wide to tell, such as "spółdzielnia"; null: not known.
    std::optional<std::string> find_word(std::string_view word, std::string_view profile) const;

    /// null when the name does not say.
    std::optional<Finding> find(std::string_view name, std::string_view profile) const;

  private:
    struct Words;

    static bool counts_on(const Words& words, std::string_view profile);

    struct Words {
        std::string folded;
        std::string legal_form;
        std::vector<std::string> profiles;  ///< empty: every list
        bool stands_first = false;          ///< counts at the beginning of a name only
    };

    std::vector<Words> words_;
};

}  // namespace wespol
