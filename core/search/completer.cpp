// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/completer.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"
#include "core/search/name_matcher.h"
#include "core/search/parameter_problem.h"
#include "core/search/place_words.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace wespol {
namespace {

/// Of one kind, as long as others have something too.
constexpr std::size_t kMaxOfOneKind = 4;

using Labels = std::array<std::string_view, 3>;  ///< by Language

struct KindName {
    SuggestionKind kind;
    std::string_view code;
    Labels labels;
};
constexpr std::array kKindNames{
    KindName{SuggestionKind::concept_name, "concept", {"hasło", "term", "гасло"}},
    KindName{SuggestionKind::place, "place", {"miejscowość", "place", "місцевість"}},
    KindName{SuggestionKind::entity, "entity", {"podmiot", "organisation", "організація"}},
    KindName{SuggestionKind::product, "product", {"produkt", "product", "виріб"}},
};

struct ConceptKindName {
    FieldId field{};
    Labels labels;
};
constexpr std::array kConceptKindNames{
    ConceptKindName{FieldId::industry, {"branża", "sector", "галузь"}},
    ConceptKindName{FieldId::legal_form, {"forma prawna", "legal form", "правова форма"}},
    ConceptKindName{FieldId::target_group,
                    {"dla kogo lub z kim", "who it serves or employs", "для кого або з ким"}},
    ConceptKindName{FieldId::brand, {"marka", "brand", "марка"}},
};

const KindName& name_of(SuggestionKind kind) {
    return *std::ranges::find(kKindNames, kind, &KindName::kind);
}

/// Null when a table of another vocabulary leads to something that is no concept.
const ConceptKindName* concept_kind(std::string_view parameter) {
    const Field* field = field_of_parameter(parameter);
    if (field == nullptr) return nullptr;
    const auto found = std::ranges::find(kConceptKindNames, field->id, &ConceptKindName::field);
    return found == kConceptKindNames.end() ? nullptr : &*found;
}

std::size_t letters_of(std::span<const AnalyzedWord> words) {
    std::size_t letters = 0;
    for (const AnalyzedWord& word : words)
        letters += count_code_points(word.surface);
    return letters;
}

/// "catering -kon": what is to be left out is not suggested.
bool is_left_out(std::string_view text, const AnalyzedWord& word) {
    const std::size_t begin = word.token.begin;
    if (begin == 0 || text[begin - 1] != '-') return false;
    return begin == 1 || text[begin - 2] == ' ';
}

bool has_quotes(std::string_view text) {
    constexpr std::array<std::string_view, 4> kQuotes{"\"", "„", "”", "“"};
    return std::ranges::any_of(kQuotes, [&](std::string_view quote) {
        return text.find(quote) != std::string_view::npos;
    });
}

std::size_t small_words_at_end(std::span<const AnalyzedWord> words) {
    if (!words.empty() && is_stop_word(words.back().surface)) return 1;
    return preposition_at_end(words);
}

struct Candidate {
    SuggestionKind kind{};
    std::size_t words_before = 0;  ///< typed before the place that is completed; otherwise 0
    bool is_whole = false;         ///< the name is just what was typed
    bool is_minor = false;         ///< a village
    bool is_foreign = false;       ///< the label in the language asked for does not go on so
    bool is_phrase = false;        ///< another wording of a concept, of more words than one
    MatchedName match;

    /// Best first.
    auto rank() const {
        // "fur": Furia is called so, the gates of metalworkers are one of their words.
        const bool is_other_word = kind == SuggestionKind::concept_name &&
                                   match.standing != Standing::label_start &&
                                   match.standing != Standing::label_inside;
        return std::tuple(words_before > 0, !is_whole, is_minor, is_foreign, is_phrase,
                          match.is_scattered, match.standing, match.is_inexact, is_other_word, kind,
                          match.name);
    }
};

/// One call of complete.
class Completion {
  public:
    Completion(const CompletionTable& table, Language language, std::string_view text,
               std::span<const AnalyzedWord> words)
        : table_(table), language_(language), text_(text), words_(words) {}

    std::vector<Suggestion> make() {
        for (const SuggestionKind kind : kSuggestionKinds)
            if (kind != SuggestionKind::place) gather(kind, 0, MinorEntries::included);
        gather_places();
        std::ranges::sort(candidates_, {}, &Candidate::rank);
        std::vector<Suggestion> suggestions;
        for (const Candidate& each : mixed())
            suggestions.push_back(suggestion(each));
        return suggestions;
    }

  private:
    /// True when there were any.
    bool gather(SuggestionKind kind, std::size_t words_before, MinorEntries minor) {
        const CompletionSection& section = table_.section(kind);
        const auto words = words_.subspan(words_before);
        matchers_.erase(kind);
        const NameMatcher& matcher =
            matchers_.try_emplace(kind, section, words, minor).first->second;
        const std::string typed = fold_words(text_.substr(words.front().token.begin));
        for (const MatchedName& match : matcher.matches()) {
            const std::uint32_t entry = section.entry_of_name(match.name);
            // Among words a place goes by its name, which means one of those that bear it.
            const std::uint32_t label = section.label(entry, index_of(language_));
            if (words_before > 0 && section.target(entry) != section.name(label)) continue;
            candidates_.push_back(
                {kind, words_before,
                 !match.is_inexact && fold_words(section.name(match.name)) == typed,
                 section.is_minor(entry), is_foreign(section, matcher, match.name),
                 is_phrase(section, kind, match.name), match});
        }
        return !matcher.matches().empty();
    }

    bool is_foreign(const CompletionSection& section, const NameMatcher& matcher,
                    std::uint32_t name) const {
        if (section.is_in_language(name, language_)) return false;
        const auto language = index_of(language_);
        return !matcher.is_match(section.label(section.entry_of_name(name), language));
    }

    /// "pierogi" before "pierwsza praca": who means the phrase types on.
    bool is_phrase(const CompletionSection& section, SuggestionKind kind,
                   std::uint32_t name) const {
        if (kind != SuggestionKind::concept_name || words_.size() > 1) return false;
        const auto language = index_of(language_);
        return section.label(section.entry_of_name(name), language) != name &&
               section.name(name).find(' ') != std::string_view::npos;
    }

    /// All words name the place ("nowy tom"); else the last ones do ("catering nowy tom").
    void gather_places() {
        const bool is_nothing_else = candidates_.empty();
        // "wspolny st" goes on as a name: nobody types "wspolny" and a place.
        const bool is_name_so_far =
            words_.size() > 1 && std::ranges::any_of(candidates_, [](const Candidate& each) {
                return !each.match.is_scattered;
            });
        for (std::size_t before = 0; before < words_.size(); ++before) {
            const std::size_t letters = letters_of(words_.subspan(before));
            if (letters < kMinTypedLetters || (before > 0 && is_name_so_far)) return;
            if (before > 0 && has_quotes(text_before(before))) return;
            const bool with_villages =
                letters >= kMinVillageLetters && (before == 0 || is_nothing_else);
            if (gather(SuggestionKind::place, before,
                       with_villages ? MinorEntries::included : MinorEntries::left_out))
                return;
        }
    }

    /// The words typed before that one, without the "w", "koło" or "near" at their end.
    std::string text_before(std::size_t word) const {
        while (const std::size_t small = small_words_at_end(words_.first(word)))
            word -= small;
        return word == 0 ? std::string()
                         : std::string(trimmed(text_.substr(0, words_[word].token.begin)));
    }

    /// The best of each kind, then the next ones, few of one kind; in the order of ranks.
    std::vector<Candidate> mixed() const {
        std::vector<bool> is_chosen(candidates_.size());
        std::map<SuggestionKind, std::size_t> counts;
        std::size_t total = 0;
        for (const std::size_t most : {std::size_t{1}, kMaxOfOneKind, kMaxSuggestions})
            for (std::size_t i = 0; i < candidates_.size() && total < kMaxSuggestions; ++i) {
                std::size_t& count = counts[candidates_[i].kind];
                if (is_chosen[i] || count >= most) continue;
                is_chosen[i] = true;
                ++count;
                ++total;
            }
        std::vector<Candidate> chosen;
        for (std::size_t i = 0; i < candidates_.size(); ++i)
            if (is_chosen[i]) chosen.push_back(candidates_[i]);
        return chosen;
    }

    Suggestion suggestion(const Candidate& candidate) const {
        const CompletionSection& section = table_.section(candidate.kind);
        const auto language = index_of(language_);
        const std::uint32_t entry = section.entry_of_name(candidate.match.name);
        const std::uint32_t label = section.label(entry, language);
        Suggestion made;
        made.kind = candidate.kind;
        made.kind_label = name_of(candidate.kind).labels[language];
        made.label = section.name(label);
        std::string detail(section.detail(entry, language));
        if (tells_more(candidate, label)) {
            const std::string other(section.name(candidate.match.name));
            detail = detail.empty() ? other : other + " · " + detail;
        }
        if (!detail.empty()) made.detail = std::move(detail);
        lead(made, candidate, section.target(entry));
        return made;
    }

    /// Whether the name that was found must be told for the label to be understood.
    bool tells_more(const Candidate& candidate, std::uint32_t label) const {
        if (label == candidate.match.name) return false;
        const CompletionSection& section = table_.section(candidate.kind);
        if (matchers_.at(candidate.kind).is_match(label)) return false;
        return fold_words(section.name(label)) != fold_words(section.name(candidate.match.name));
    }

    void lead(Suggestion& made, const Candidate& candidate, std::string_view target) const {
        switch (candidate.kind) {
            case SuggestionKind::concept_name:
                return lead_to_concept(made, target);
            case SuggestionKind::place:
                return lead_to_place(made, candidate, target);
            case SuggestionKind::entity:
                made.entity = target;
                return;
            case SuggestionKind::product:
                return lead_to_product(made, target);
        }
    }

    void lead_to_product(Suggestion& made, std::string_view target) const {
        made.search.text = made.label;
        const std::size_t colon = target.find(':');
        if (colon == std::string_view::npos) return;
        made.product = SuggestedProduct{std::string(target.substr(0, colon)),
                                        std::string(target.substr(colon + 1))};
    }

    void lead_to_concept(Suggestion& made, std::string_view target) const {
        const std::size_t colon = std::min(target.find(':'), target.size());
        const ConceptKindName* kind = concept_kind(target.substr(0, colon));
        if (kind == nullptr || colon == target.size()) {
            made.search.text = made.label;
            return;
        }
        made.kind_label = kind->labels[index_of(language_)];
        made.search.filters[kind->field] = {std::string(target.substr(colon + 1))};
    }

    void lead_to_place(Suggestion& made, const Candidate& candidate,
                       std::string_view target) const {
        const std::string before = text_before(candidate.words_before);
        if (before.empty()) {
            made.search.near.emplace().text = target;
            return;
        }
        made.label = before + " " + made.label;
        made.search.text = made.label;
    }

    const CompletionTable& table_;
    Language language_;
    std::string_view text_;
    std::span<const AnalyzedWord> words_;
    std::vector<Candidate> candidates_;
    std::map<SuggestionKind, NameMatcher> matchers_;
};

}  // namespace

std::string_view code(SuggestionKind kind) {
    return name_of(kind).code;
}

std::vector<Suggestion> Completer::complete(std::string_view text) const {
    const std::vector<AnalyzedWord> words = analyzer_.analyze(text);
    if (words.empty() || words.size() > kMaxTypedWords) return {};
    if (letters_of(words) < kMinTypedLetters || is_left_out(text, words.back())) return {};
    return Completion(table_, language_, text, words).make();
}

}  // namespace wespol
