// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the search box can suggest, by kind: made of the catalogue when an index is built,
// kept as one file of the generation, read whole when that is opened (docs: search.md). Not the
// search itself: core/search/completer.h reads it. Immutable, thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/completion_section.h"

#include <array>
#include <set>
#include <string>
#include <string_view>

namespace wespol {

/// In the order in which equally good suggestions stand.
enum class SuggestionKind {
    concept_name,  ///< target: "<parameter>:<code>", as mention_code writes it; "": its label finds
                   ///< it
    place,         ///< target: the value of "blisko"
    entity,        ///< target: its id
    product        ///< target: "<brand>:<id>"
};
inline constexpr std::array kSuggestionKinds{SuggestionKind::concept_name, SuggestionKind::place,
                                             SuggestionKind::entity, SuggestionKind::product};

class CompletionTable {
  public:
    CompletionTable() = default;
    /// `mentioned`: what the records name in their own words, as mention_code writes it.
    CompletionTable(const Catalogue& catalogue, const Analyzer& analyzer,
                    const std::set<std::string>& mentioned = {});

    /// Equal tables give equal bytes.
    std::string encode() const;
    /// Throws Error(environment) on bytes that encode did not write.
    static CompletionTable decode(std::string_view bytes);

    const CompletionSection& section(SuggestionKind kind) const {
        return sections_[static_cast<std::size_t>(kind)];
    }

  private:
    std::array<CompletionSection, kSuggestionKinds.size()> sections_;
};

}  // namespace wespol
