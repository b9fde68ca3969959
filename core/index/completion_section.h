// SPDX-License-Identifier: GPL-3.0-or-later
// The names of one kind of suggestion (entities, concepts, places or products), found by the
// beginning or by a lemma of any of their words. Entries are numbered by rank, the best is 0; the
// names of an entry are numbered in a row. Knows neither languages of queries nor addresses.
// Immutable once built or read, thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/vocabulary.h"
#include "core/index/packed_lists.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// A name that is not the label. Of no language: a proper name, alike in all.
struct CompletionAlias {
    std::string text;
    std::optional<Language> language = std::nullopt;
};

/// What can be suggested, as the section is built from.
struct CompletionEntry {
    std::string target;                    ///< what it leads to, in the words of its kind
    std::vector<std::string> labels;       ///< one, or one by Language
    std::vector<CompletionAlias> aliases;  ///< those that only repeat a name are left out
    std::string context;                   ///< words that may stand beside the name: the town
    std::array<std::string, 3> details;    ///< by Language; "" = none
};

/// Where a word stands, best first.
enum class Standing : std::uint32_t {
    label_start,
    alias_start,
    label_inside,
    alias_inside,
    context  ///< beside the name, or a stop word in it: counts together with other words only
};

/// A word's place in a name; ascending order is the order of suggestions.
struct Posting {
    static constexpr std::uint32_t kNameBits = 29;

    Standing standing = Standing::context;
    std::uint32_t name = 0;

    static Posting unpacked(std::uint32_t number) {
        return {static_cast<Standing>(number >> kNameBits), number & ((1U << kNameBits) - 1)};
    }
    std::uint32_t packed() const {
        return static_cast<std::uint32_t>(standing) << kNameBits | name;
    }
};

class CompletionSection {
  public:
    CompletionSection() = default;
    /// `entries` best first, all with the same number of labels. From entry `first_minor` on they
    /// need more letters typed.
    CompletionSection(const std::vector<CompletionEntry>& entries, std::size_t first_minor,
                      const Analyzer& analyzer);

    void write(PackedWriter& writer) const;
    /// Throws Error(environment) when anything in it points beyond its end or is out of order.
    void read(PackedReader& reader);

    /// Ids of the words that begin with `prefix` (folded): from the first, before the second.
    std::pair<std::uint32_t, std::uint32_t> words_beginning(std::string_view prefix) const;
    /// Ids of the words that are this word or share a lemma with it, ascending.
    std::vector<std::uint32_t> words_meaning(const AnalyzedWord& word) const;
    /// Null when no name has that word (folded).
    std::optional<std::uint32_t> id_of_word(std::string_view word) const;

    /// Packed postings of a word, ascending.
    std::span<const std::uint32_t> postings(std::uint32_t word) const { return postings_[word]; }

    /// In their order, the context's behind.
    std::span<const std::uint32_t> words_of_name(std::uint32_t name) const {
        return name_words_[name];
    }
    std::string_view name(std::uint32_t name) const { return names_[name]; }
    /// Proper names are in every language.
    bool is_in_language(std::uint32_t name, Language language) const {
        const std::uint32_t its = name_languages_[name];
        return its == kNoLanguage || its == static_cast<std::uint32_t>(language);
    }
    std::uint32_t entry_of_name(std::uint32_t name) const { return name_entries_[name]; }
    bool is_label(std::uint32_t name) const {
        return name - first_names_[entry_of_name(name)] < label_count_;
    }

    bool is_minor(std::uint32_t entry) const { return entry >= first_minor_; }
    std::string_view target(std::uint32_t entry) const { return targets_[entry]; }
    /// The name that is the entry's label.
    std::uint32_t label(std::uint32_t entry, std::size_t language) const {
        return first_names_[entry] + (label_count_ == 1 ? 0 : static_cast<std::uint32_t>(language));
    }
    std::string_view detail(std::uint32_t entry, std::size_t language) const {
        return details_[entry_details_[entry * kDetails + language]];
    }

  private:
    static constexpr std::size_t kDetails = 3;
    static constexpr std::uint32_t kNoLanguage = 3;

    class Builder;
    template <class Self, class Visit>
    static void visit_parts(Self& self, Visit&& visit);
    bool is_sound() const;

    PackedTexts words_;          ///< folded, sorted
    PackedNumbers postings_;     ///< by word
    PackedTexts lemmas_;         ///< sorted
    PackedNumbers lemma_words_;  ///< by lemma: word ids
    PackedTexts names_;          ///< as written
    PackedNumbers name_words_;   ///< by name: word ids
    std::vector<std::uint32_t> name_entries_, name_languages_;
    PackedTexts targets_;                       ///< by entry
    std::vector<std::uint32_t> first_names_;    ///< by entry
    PackedTexts details_;                       ///< distinct
    std::vector<std::uint32_t> entry_details_;  ///< kDetails for each entry
    std::uint32_t label_count_ = 1;
    std::uint32_t first_minor_ = 0;
};

}  // namespace wespol
