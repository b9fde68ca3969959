// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/needless_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

namespace wespol {
namespace {

/// Base forms, folded: of praise and haste, of asking and offering, of what an entry has anyway.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"dobry",     "fajny",     "sprawdzony",  "polecany",  "profesjonalny",
     "solidny",   "rzetelny",  "pilnie",      "szybko",    "dzis",
     "dzisiaj",   "jutro",     "teraz",       "moj",       "nasz",
     "swoj",      "jakis",     "zrobic",      "wykonac",   "wykonywac",
     "robic",     "oferowac",  "zajmowac",    "swiadczyc", "umiec",
     "potrafic",  "prowadzic", "polecic",     "polecac",   "mozna",
     "moc",       "chciec",    "potrzebowac", "szukac",    "poprosic",
     "prosic",    "pan",       "pani",        "ekipa",     "blisko",
     "najblizej", "lokalny",   "usluga",      "cena",      "cennik",
     "oferta",    "kontakt",   "telefon",     "opinia",    "godzina",
     "ktory",     "byc",       "miec",        "can",       "could",
     "i",         "my",        "me",          "our",       "we",
     "you",       "please",    "good",        "nice",      "local",
     "service",   "services",  "provider",    "providers", "get",
     "have",      "want",      "would",       "like",      "do",
     "does",      "is",        "are",         "there",     "which",
     "that",      "this",      "some",        "any",       "nearby",
     "open",      "urgent",    "можна",       "мене",      "мій",
     "наш",       "хороший",   "добрий",      "гарний",    "недорого",
     "дешево",    "послуга",   "послуги",     "зробити",   "треба",
     "хочу",      "є",         "який",        "яка",       "поблизу",
     "терміново", "wczoraj",   "pojutrze",    "zaraz",     "today",
     "tomorrow",  "yesterday", "osoba",       "gosc",      "people",
     "person",    "persons",   "guests",      "made",      "сьогодні",
     "завтра",    "осіб"});

/// Also without the prefix of a perfective verb: "popływać" is "pływać" done once.
Lemmas with_unprefixed(Lemmas lemmas) {
    constexpr std::array<std::string_view, 10> kPrefixes{"po", "wy",   "za", "na", "u",
                                                         "od", "prze", "z",  "s",  "o"};
    constexpr std::size_t kShortestVerb = 5;
    const std::size_t count = lemmas.size();
    for (std::size_t i = 0; i < count; ++i)
        for (const std::string_view prefix : kPrefixes)
            if (lemmas[i].ends_with('c') && lemmas[i].starts_with(prefix) &&
                lemmas[i].size() >= prefix.size() + kShortestVerb)
                lemmas.push_back(lemmas[i].substr(prefix.size()));
    return lemmas;
}

/// "na 5 osób", "dla 120 gości".
bool is_count(std::string_view surface) {
    constexpr std::size_t kMostDigits = 3;
    return surface.size() <= kMostDigits &&
           surface.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_filler(const QueryWord& word) {
    if (is_count(word.surface)) return true;
    const auto is_one = [](std::string_view each) {
        return std::find(kFillers.begin(), kFillers.end(), each) != kFillers.end();
    };
    return is_one(word.surface) || std::any_of(word.lemmas.begin(), word.lemmas.end(), is_one);
}

const std::vector<ConceptCode>& concepts_of(const QueryClause& clause) {
    static const std::vector<ConceptCode> none;
    const auto* named = std::get_if<QueryConcept>(&clause.what);
    return named && !clause.excluded ? named->concepts : none;
}

/// Empty for what is never left out: phrases, numbers, excluded words.
std::vector<QueryWord> words_of(const QueryClause& clause) {
    if (clause.excluded) return {};
    if (const auto* word = std::get_if<QueryWord>(&clause.what)) return {*word};
    if (const auto* named = std::get_if<QueryConcept>(&clause.what)) return named->words;
    return {};
}

class NeedlessWords {
  public:
    NeedlessWords(const QueryTree& tree, const ConceptFinder& concepts)
        : clauses_(tree.clauses), concepts_(concepts), is_left_out_(tree.clauses.size()) {}

    /// What is left out by and by: fillers, words that a concept covers, concepts that another
    /// covers, from the last to the first. False when nothing more can be.
    bool leave_out_more() {
        if (leave_out([&](std::size_t i) { return is_plain(i) && all_are_fillers(i); }))
            return true;
        if (leave_out([&](std::size_t i) { return is_plain(i) && is_covered(i); })) return true;
        for (std::size_t i = clauses_.size(); i-- > 0;)
            if (!is_left_out_[i] && !is_plain(i) && is_covered(i)) return is_left_out_[i] = true;
        return false;
    }

    NeededWords result(const QueryTree& whole) const {
        NeededWords needed{{{}, whole.whole_text_folded}, {}};
        for (std::size_t i = 0; i < clauses_.size(); ++i)
            if (is_left_out_[i])
                needed.left_out.push_back(clauses_[i].written);
            else
                needed.tree.clauses.push_back(clauses_[i]);
        return needed;
    }

  private:
    template <class Test>
    bool leave_out(Test is_needless) {
        bool any = false;
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            if (is_left_out_[i] || !is_needless(i)) continue;
            is_left_out_[i] = any = true;
        }
        return any;
    }

    bool is_plain(std::size_t i) const {
        return std::holds_alternative<QueryWord>(clauses_[i].what) && !clauses_[i].excluded;
    }

    bool all_are_fillers(std::size_t i) const {
        const std::vector<QueryWord> words = words_of(clauses_[i]);
        return std::all_of(words.begin(), words.end(), is_filler);
    }

    /// Whether another concept of the query has names with all these words.
    bool is_covered(std::size_t i) const {
        const std::vector<QueryWord> words = words_of(clauses_[i]);
        if (words.empty()) return false;
        for (std::size_t other = 0; other < clauses_.size(); ++other) {
            if (other == i || is_left_out_[other]) continue;
            for (const ConceptCode& each : concepts_of(clauses_[other]))
                if (std::all_of(words.begin(), words.end(), [&](const QueryWord& word) {
                        return is_filler(word) ||
                               concepts_.is_named_with(each, with_unprefixed(word.lemmas));
                    }))
                    return true;
        }
        return false;
    }

    const std::vector<QueryClause>& clauses_;
    const ConceptFinder& concepts_;
    std::vector<bool> is_left_out_;
};

}  // namespace

NeededWords without_needless(QueryTree tree, const ConceptFinder& concepts,
                             const std::function<bool(const QueryTree&)>& finds) {
    if (tree.clauses.size() < 2) return {std::move(tree), {}};
    NeedlessWords needless(tree, concepts);
    bool is_asked = false;  // the whole tree is looked up only where something can be left out
    while (needless.leave_out_more()) {
        if (!std::exchange(is_asked, true) && finds(tree)) break;
        NeededWords needed = needless.result(tree);
        if (needed.tree.empty()) break;
        if (finds(needed.tree)) return needed;
    }
    return {std::move(tree), {}};
}

}  // namespace wespol
