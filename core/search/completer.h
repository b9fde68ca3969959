// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may be about to type: entities, concepts, places and products that go on from the
// letters so far, a few of each kind (docs: search.md). Corrects nothing and searches nothing.
// The same text gives the same answer. Cheap to make, used by one thread; the table and the
// analyzer must live longer.
#pragma once

#include "core/index/completion_table.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMaxSuggestions = 8;
inline constexpr std::size_t kMinTypedLetters = 2;
/// Villages, which are many, wait for one letter more than towns.
inline constexpr std::size_t kMinVillageLetters = 3;
/// Whoever has typed more words than this knows what they look for.
inline constexpr std::size_t kMaxTypedWords = 16;

std::string_view code(SuggestionKind kind);  ///< "concept", "place", "entity", "product"

struct SuggestedProduct {
    std::string brand, id;
};

struct Suggestion {
    SuggestionKind kind = SuggestionKind::entity;
    std::string kind_label;  ///< "branża", "miejscowość"
    std::string label;
    std::optional<std::string> detail;  ///< town, powiat, brand, or the other name that was typed
    std::optional<std::string> entity;  ///< the id it leads to
    std::optional<SuggestedProduct> product;  ///< what it leads to where its brand has pages
    SearchRequest search;                     ///< where everything else leads
};

class Completer {
  public:
    Completer(const CompletionTable& table, const Analyzer& analyzer, Language language)
        : table_(table), analyzer_(analyzer), language_(language) {}

    /// `text`: valid UTF-8, at most kMaxQueryBytes. At most kMaxSuggestions, best first; none for
    /// fewer than kMinTypedLetters and none where a word is being left out ("-word").
    std::vector<Suggestion> complete(std::string_view text) const;

  private:
    const CompletionTable& table_;
    const Analyzer& analyzer_;
    Language language_;
};

}  // namespace wespol
