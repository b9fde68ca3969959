// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/needless_words.h"

#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wespol {
namespace {

/// Base forms, folded: of asking for things and for lists of them.
constexpr auto kAsking = std::to_array<std::string_view>(
    {"kupic",       "kupowac",   "nabyc",      "dostac",   "dostawac",  "znalezc",    "zamowic",
     "zamawiac",    "istniec",   "prowadzic",  "wszystek", "wszystkie", "wszystkich", "wszyscy",
     "wszystko",    "kazdy",     "lista",      "liste",    "spis",      "wykaz",      "zestawienie",
     "pokazac",     "pokazywac", "wyswietlic", "wypisac",  "wymienic",  "poszukiwac", "szukac",
     "potrzebowac", "chciec",    "moc",        "mozna",    "ile",       "all",        "every",
     "show",        "list",      "lists",      "listing",  "how",       "many",       "run",
     "runs",        "want",      "get",        "can",      "could",     "please",     "am",
     "looking",     "searching", "seeking",    "needs",    "needed",    "wants",      "finding",
     "tell",        "recommend", "suggest",    "показати", "список",    "перелік",    "усі",
     "всі",         "скільки",   "можна",      "хочу",     "куплю",     "купити",     "придбати",
     "замовити"});

/// Base forms, folded: of praise and haste, of offering, of who does it and for whom, of what an
/// entry has anyway.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"dobry",     "fajny",        "sprawdzony", "polecany",   "profesjonalny",
     "solidny",   "rzetelny",     "pilnie",     "szybko",     "dzis",
     "dzisiaj",   "jutro",        "teraz",      "moj",        "nasz",
     "swoj",      "jakis",        "zrobic",     "wykonac",    "wykonywac",
     "robic",     "oferowac",     "zajmowac",   "zajac",      "swiadczyc",
     "umiec",     "potrafic",     "polecic",    "polecac",    "poprosic",
     "prosic",    "pan",          "pani",       "ekipa",      "blisko",
     "najblizej", "lokalny",      "usluga",     "cena",       "cennik",
     "oferta",    "kontakt",      "telefon",    "opinia",     "godzina",
     "ktory",     "byc",          "miec",       "i",          "me",
     "our",       "we",           "you",        "good",       "nice",
     "local",     "service",      "services",   "provider",   "providers",
     "have",      "has",          "would",      "should",     "like",
     "they",      "them",         "been",       "what",       "when",
     "about",     "your",         "their",      "do",         "does",
     "is",        "are",          "there",      "which",      "that",
     "this",      "some",         "any",        "nearby",     "open",
     "urgent",    "мене",         "мій",        "наш",        "хороший",
     "добрий",    "гарний",       "недорого",   "дешево",     "послуга",
     "послуги",   "зробити",      "треба",      "є",          "який",
     "яка",       "поблизу",      "терміново",  "wczoraj",    "pojutrze",
     "zaraz",     "today",        "tomorrow",   "yesterday",  "osoba",
     "gosc",      "people",       "person",     "persons",    "guests",
     "made",      "сьогодні",     "завтра",     "осіб",       "producent",
     "wytworca",  "wykonawca",    "dostawca",   "sprzedawca", "uslugodawca",
     "producer",  "maker",        "makers",     "supplier",   "suppliers",
     "виробник",  "постачальник", "sprzedawac", "sprzedac",   "produkowac",
     "dzialac",   "skorzystac",   "zalatwic",   "wiedziec",   "powiedziec",
     "syn",       "corka",        "brat",       "siostra",    "mama",
     "matka",     "tata",         "ojciec",     "rodzic",     "babcia",
     "dziadek",   "maz",          "zona",       "ciocia",     "wujek",
     "kuzyn",     "wnuk",         "wnuczka",    "znajomy",    "kolega",
     "kolezanka", "sasiad",       "sasiadka",   "son",        "daughter",
     "brother",   "sister",       "mother",     "father",     "mum",
     "dad",       "син",          "дочка",      "брат",       "сестра",
     "мама",      "тато",         "ul",         "ulica",      "street",
     "вулиця",    "pobliz",       "poblize",    "poblizu",    "tani",
     "szybki",    "duzy",         "klient",     "kontrahent", "24h",
     "h",         "okolica",      "mnie",       "dojazd",     "km",
     "me",        "мене",         "км"});

/// Base forms, folded: what every entry is. "Organizacja imprez" is work, so beside other words
/// they are left out only where nothing has them all.
constexpr auto kEntries = std::to_array<std::string_view>(
    {"podmiot",      "organizacja",  "instytucja",    "placowka",     "przedsiebiorstwo",
     "firma",        "firmy",        "ngo",           "ngos",         "pes",
     "jednostka",    "wpis",         "entity",        "entities",     "company",
     "companies",    "organisation", "organisations", "organization", "organizations",
     "enterprise",   "enterprises",  "business",      "businesses",   "організація",
     "організації",  "фірма",        "фірми",         "компанія",     "компанії",
     "підприємство", "підприємства", "установа",      "установи"});

/// What is written beside them: "podmioty ekonomii społecznej", "organizacje pozarządowe".
constexpr auto kOfEntries = std::to_array<std::string_view>(
    {"ekonomia", "spoleczny", "pozarzadowy", "social", "economy", "governmental", "non",
     "соціальний", "соціальної", "соціальні", "економіки", "громадський", "громадські",
     "неурядовий", "неурядові"});

/// "na 5 osób", "dla 120 gości".
bool is_count(std::string_view surface) {
    constexpr std::size_t kMostDigits = 3;
    return surface.size() <= kMostDigits && all_digits(surface);
}

template <class Table>
bool is_form_of_one(std::string_view surface, const Lemmas& lemmas, const Table& table) {
    const auto is_one = [&](std::string_view each) {
        return std::find(table.begin(), table.end(), each) != table.end();
    };
    return is_one(surface) || std::any_of(lemmas.begin(), lemmas.end(), is_one);
}

template <class Table>
bool is_form_of_one(const QueryWord& word, const Table& table) {
    return is_form_of_one(word.surface, word.lemmas, table);
}

bool is_filler(const QueryWord& word) {
    return is_count(word.surface) || is_form_of_one(word, kFillers) ||
           is_form_of_one(word, kAsking) || is_form_of_one(word, kEntries);
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

/// Of a concept the very base form only: "lista" may be a form of "list", letters are delivered.
bool is_asking(const QueryClause& clause) {
    if (clause.excluded) return false;
    if (const auto* word = std::get_if<QueryWord>(&clause.what))
        return is_form_of_one(*word, kAsking);
    const auto* named = std::get_if<QueryConcept>(&clause.what);
    return named && named->words.size() == 1 &&
           std::find(kAsking.begin(), kAsking.end(), named->words.front().surface) != kAsking.end();
}

bool is_organisation_number(const QueryClause& clause) {
    const auto* identifier = std::get_if<QueryIdentifier>(&clause.what);
    return identifier && !clause.excluded &&
           std::all_of(identifier->readings.begin(), identifier->readings.end(),
                       [](const Identifier& each) { return each.kind != IdentifierKind::cpv; });
}

/// All but the clauses for which `is_left_out(i)` holds.
template <class Test>
NeededWords without(const QueryTree& tree, Test is_left_out) {
    NeededWords needed{{{}, tree.whole_text_folded}, {}};
    for (std::size_t i = 0; i < tree.clauses.size(); ++i)
        if (is_left_out(i))
            needed.left_out.push_back(tree.clauses[i].written);
        else
            needed.tree.clauses.push_back(tree.clauses[i]);
    return needed;
}

/// Words of asking, unless they are part of a name or there are no others.
NeededWords without_asking(QueryTree tree, const NeedQuestions& questions) {
    const std::vector<QueryClause>& clauses = tree.clauses;
    const auto stand_together = [&](std::size_t left) {
        if (left + 1 >= clauses.size()) return false;
        const std::vector<QueryWord> before = words_of(clauses[left]);
        const std::vector<QueryWord> behind = words_of(clauses[left + 1]);
        return !before.empty() && !behind.empty() &&
               questions.stand_in_name({before.back().surface, behind.front().surface});
    };
    std::vector<bool> is_needless(clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i)
        is_needless[i] =
            is_asking(clauses[i]) && !stand_together(i) && !(i > 0 && stand_together(i - 1));
    const auto kept = std::count(is_needless.begin(), is_needless.end(), false);
    if (kept == 0 || static_cast<std::size_t>(kept) == clauses.size()) return {std::move(tree), {}};
    return without(tree, [&](std::size_t i) { return is_needless[i]; });
}

/// Beside the number of an organisation no other word decides.
NeededWords only_numbers(const QueryTree& tree) {
    const bool has_number =
        std::any_of(tree.clauses.begin(), tree.clauses.end(), is_organisation_number);
    return without(tree,
                   [&](std::size_t i) { return has_number && !words_of(tree.clauses[i]).empty(); });
}

class NeedlessWords {
  public:
    NeedlessWords(const QueryTree& tree, const ConceptFinder& concepts)
        : clauses_(tree.clauses), concepts_(concepts), is_left_out_(tree.clauses.size()) {}

    /// What is left out by and by: what it shall be without, fillers, words that a concept covers,
    /// concepts that another covers, from the last to the first. False when nothing more can be.
    bool leave_out_more() {
        if (leave_out([&](std::size_t i) { return is_unwanted(i); })) return true;
        if (leave_out([&](std::size_t i) { return is_plain(i) && all_are_fillers(i); }))
            return true;
        if (leave_out([&](std::size_t i) { return is_plain(i) && is_covered(i); })) return true;
        for (std::size_t i = clauses_.size(); i-- > 0;)
            if (!is_left_out_[i] && !is_plain(i) && is_covered(i)) return is_left_out_[i] = true;
        return false;
    }

    NeededWords result(const QueryTree& whole) const {
        return without(whole, [&](std::size_t i) { return is_left_out_[i]; });
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

    /// "Sprzątanie bez mycia okien": nobody writes what is not done, and who does it may leave it.
    bool is_unwanted(std::size_t i) const {
        return says_without(i) || (i > 0 && says_without(i - 1) && !clauses_[i].excluded);
    }

    /// Behind work alone: "Fundacja Bez Barier" is a name.
    bool says_without(std::size_t i) const {
        constexpr std::array<std::string_view, 3> kWithout{"bez", "without", "без"};
        const auto* word = std::get_if<QueryWord>(&clauses_[i].what);
        return word && !clauses_[i].excluded && i + 1 < clauses_.size() &&
               std::find(kWithout.begin(), kWithout.end(), word->surface) != kWithout.end() &&
               std::any_of(clauses_.begin(), clauses_.begin() + static_cast<std::ptrdiff_t>(i),
                           names_work);
    }

    static bool names_work(const QueryClause& clause) {
        const std::vector<ConceptCode>& named = concepts_of(clause);
        return std::any_of(named.begin(), named.end(),
                           [](const ConceptCode& each) { return each.field == FieldId::industry; });
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
                               concepts_.is_named_with(each, with_unprefixed(forms_to_look_up(
                                                                 word.lemmas, word.surface)));
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

bool asks_for_any(const std::string& surface, const Lemmas& lemmas) {
    return is_form_of_one(surface, lemmas, kEntries) ||
           is_form_of_one(surface, lemmas, kOfEntries) ||
           is_form_of_one(surface, lemmas, kAsking) || is_form_of_one(surface, lemmas, kFillers);
}

NeededWords without_needless(QueryTree tree, const ConceptFinder& concepts,
                             const NeedQuestions& questions) {
    if (tree.clauses.size() < 2) return {std::move(tree), {}};
    NeededWords asked = without_asking(std::move(tree), questions);
    const auto with_asking_words = [&](NeededWords needed) {
        needed.left_out.insert(needed.left_out.begin(), asked.left_out.begin(),
                               asked.left_out.end());
        return needed;
    };
    if (asked.tree.clauses.size() < 2) return asked;
    NeededWords numbers = only_numbers(asked.tree);
    NeedlessWords needless(asked.tree, concepts);
    bool can_leave_out = !numbers.left_out.empty() || needless.leave_out_more();
    // The whole tree is looked up only where something can be left out.
    if (!can_leave_out || questions.finds(asked.tree)) return asked;
    if (!numbers.left_out.empty() && questions.finds(numbers.tree))
        return with_asking_words(std::move(numbers));
    if (!numbers.left_out.empty()) can_leave_out = needless.leave_out_more();
    for (; can_leave_out; can_leave_out = needless.leave_out_more()) {
        NeededWords needed = needless.result(asked.tree);
        if (needed.tree.empty()) break;
        if (questions.finds(needed.tree)) return with_asking_words(std::move(needed));
    }
    return asked;
}

}  // namespace wespol
