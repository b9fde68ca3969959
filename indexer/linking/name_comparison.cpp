// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_comparison.h"

#include "core/support/ascii.h"
#include "core/support/joined.h"
#include "indexer/linking/weights.h"
#include "indexer/linking/word_alignment.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace wespol {
namespace {

/// Three letters are easily the same by chance.
constexpr std::size_t kTellingAcronym = 4;

/// Letters of an acronym that one name is and the other's words begin with; 0 when none fits.
std::size_t fitting_letters(const ParsedName& acronym, const ParsedName& full) {
    if (acronym.core.size() != 1 || full.core.size() < 2) return 0;
    const std::string& letters = acronym.core.front().surface;
    const bool fits =
        std::find(full.initials.begin(), full.initials.end(), letters) != full.initials.end();
    return fits ? letters.size() : 0;
}

/// "Towarzystwo Przyjaciół …" and "Stowarzyszenie Przyjaciół …" are two associations.
bool differ_in_kept_form(const ParsedName& a, const ParsedName& b) {
    return !a.form.empty() && !b.form.empty() && a.is_form_kept != b.is_form_kept;
}

void add_missing_words(const WordAlignment& words, Findings& findings) {
    const double clash = std::min(words.missing_a, words.missing_b);
    if (clash > 0)
        findings.add("other_words", weights::kClash * clash, "każda nazwa ma własne słowa",
                     joined(words.only_a, ", "), joined(words.only_b, ", "));
    const bool a_has_more = words.missing_a > words.missing_b;
    const double omitted = std::max(words.missing_a, words.missing_b) - clash;
    const double quoted =
        std::min(omitted, a_has_more ? words.missing_quoted_a : words.missing_quoted_b);
    if (omitted > 0)
        findings.add("omitted_words",
                     weights::kOmitted * (omitted - quoted) + weights::kOmittedQuoted * quoted,
                     "słowa tylko w jednej nazwie", joined(words.only_a, ", "),
                     joined(words.only_b, ", "));
}

/// Nothing but the name says that the two are in one place.
bool is_place_open(PlaceRelation places) {
    return places == PlaceRelation::unknown || places == PlaceRelation::same_name ||
           places == PlaceRelation::same_county;
}

/// "Oddział Okręgowy" and "Oddział Okręgowy w Kaliszu": the place is what tells branches apart.
bool only_one_names_place(const ParsedName& a, const ParsedName& b) {
    return a.has_place_in_name != b.has_place_in_name;
}

/// Words may agree well and still leave room for two bodies: then a person looks, whatever the sum.
bool is_short_of_link(const ParsedName& a, const ParsedName& b, const WordAlignment& words,
                      bool same_form, PlaceRelation places) {
    const double clash = std::min(words.missing_a, words.missing_b);
    const double omitted = std::max(words.missing_a, words.missing_b) - clash;
    const bool is_inexact = omitted > 0 || clash > 0 || !words.slips.empty();
    const bool is_part = omitted > weights::kSmallOmission &&
                         (!words.is_description_omitted || omitted > words.matched ||
                          a.form.empty() != b.form.empty());
    const bool is_common = words.heaviest <= weights::kTellingWord;
    const bool is_placeless = is_place_open(places);
    const bool is_rare = words.matched >= weights::kTellingName || words.has_coined_word;
    if (is_placeless && !is_rare) return true;
    if (places == PlaceRelation::unknown && only_one_names_place(a, b)) return true;
    return words.is_doubtful || clash >= weights::kOwnWords || is_part ||
           (is_inexact && (is_common || is_placeless)) ||
           (!same_form && (is_placeless || is_common)) || differ_in_kept_form(a, b);
}

/// Whether anything in the names speaks for one entity.
bool add_words(const ParsedName& a, const ParsedName& b, bool same_form, PlaceRelation places,
               Findings& findings) {
    const std::size_t letters = std::max(fitting_letters(a, b), fitting_letters(b, a));
    if (letters > 0) {
        findings.add(
            "acronym",
            std::min(weights::kMostAcronym, weights::kAcronymLetter * static_cast<double>(letters)),
            "skrót z pierwszych liter pełnej nazwy", a.text, b.text);
        if (letters < kTellingAcronym) findings.at_most(Band::ambiguous);
        return true;
    }
    const WordAlignment words = align(a, b, places == PlaceRelation::unknown);
    if (words.matched > 0)
        findings.add("name", words.matched, "wspólne słowa: " + joined(words.common, ", "), a.text,
                     b.text);
    if (!words.slips.empty())
        findings.add("typo", words.slipped,
                     "słowa podobne w zapisie: " + joined(words.slips, ", "));

    const bool is_whole = words.slips.empty() && words.only_a.empty() && words.only_b.empty();
    if (is_whole && words.matched > 0 && places == PlaceRelation::same_locality)
        findings.add("whole_name", weights::kWholeName, "zgadza się cała nazwa i miejscowość");
    add_missing_words(words, findings);
    // Where both forms are in the nominative, so are the names: these are two words.
    if (a.is_in_base_form && b.is_in_base_form && !words.other_forms.empty()) {
        findings.add("other_form", 0,
                     "to samo słowo w innej postaci: " + joined(words.other_forms, ", "));
        findings.at_most(Band::ambiguous);
    }
    if (is_short_of_link(a, b, words, same_form, places)) findings.at_most(Band::ambiguous);
    return words.matched + words.slipped > 0;
}

/// "Jedynka2"; a Roman number is the ending of many a word.
bool has_word_ending_with(const NameWords& words, const std::string& number) {
    return all_digits(number) && std::any_of(words.begin(), words.end(), [&](const NameWord& each) {
               return each.surface.ends_with(number);
           });
}

bool share_number(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::any_of(
        a, [&](const std::string& each) { return std::find(b.begin(), b.end(), each) != b.end(); });
}

/// "im. Jana Pawła I" and "II": a number left out says nothing, another one is another patron's.
void add_patron_numbers(const ParsedName& a, const ParsedName& b, Findings& findings) {
    if (a.patron_numbers.empty() || b.patron_numbers.empty() ||
        share_number(a.patron_numbers, b.patron_numbers))
        return;
    findings.add("number", 0, "inny numer patrona", joined(a.patron_numbers, ", "),
                 joined(b.patron_numbers, ", "));
    findings.at_most(Band::ambiguous);
}

void add_numbers(const ParsedName& a, const ParsedName& b, Findings& findings) {
    add_patron_numbers(a, b, findings);
    if (a.numbers.empty() && b.numbers.empty()) return;
    if (a.numbers.empty() || b.numbers.empty()) {
        const bool is_written_together = a.numbers.empty()
                                             ? has_word_ending_with(a.core, b.numbers.front())
                                             : has_word_ending_with(b.core, a.numbers.front());
        if (is_written_together) return;
        findings.add("number", weights::kOmittedNumber, "numer tylko w jednej nazwie",
                     joined(a.numbers, ", "), joined(b.numbers, ", "));
        findings.at_most(Band::ambiguous);
        return;
    }
    const bool agree = share_number(a.numbers, b.numbers);
    findings.add("number", agree ? weights::kSameNumber : weights::kOtherNumber,
                 agree ? "ten sam numer w nazwie" : "inny numer w nazwie", joined(a.numbers, ", "),
                 joined(b.numbers, ", "));
    if (!agree) findings.at_most(Band::different);
}

PlaceRelation add_place(const ComparableName& a, const ComparableName& b,
                        const CatalogueRates& rates, Findings& findings) {
    const PlaceRelation found = relation(a.places, b.places);
    const auto add = [&](double weight, const char* says, Band most = Band::linked) {
        findings.add("place", weight, says, text_of(a.places), text_of(b.places));
        findings.at_most(most);
    };
    const auto rarity = [&] {
        return std::min(rates.place_bits(a.places), rates.place_bits(b.places));
    };
    switch (found) {
        case PlaceRelation::same_locality:
            add(rarity(), "ta sama miejscowość");
            break;
        case PlaceRelation::within_municipality:
            add(weights::kWithinMunicipality * rarity(), "ta sama gmina");
            break;
        case PlaceRelation::same_name:
            add(weights::kWithinMunicipality * rarity(),
                "ta sama nazwa miejscowości, a takich jest kilka; brakuje gminy");
            break;
        case PlaceRelation::same_municipality:
            add(weights::kSameMunicipality, "inna miejscowość tej samej gminy", Band::ambiguous);
            break;
        case PlaceRelation::same_county:
            add(weights::kSameCounty, "ten sam powiat");
            break;
        case PlaceRelation::unknown:
            break;
        case PlaceRelation::near:
            add(weights::kNear, "pobliska, ale inna gmina", Band::ambiguous);
            break;
        case PlaceRelation::unknown_town:
            add(weights::kUnknownTown, "inna miejscowość, jedna spoza wykazu", Band::ambiguous);
            break;
        case PlaceRelation::far:
            add(weights::kFar, "odległa miejscowość", Band::ambiguous);
            break;
    }
    return found;
}

bool is_another_place(PlaceRelation found) {
    switch (found) {
        case PlaceRelation::same_municipality:
        case PlaceRelation::near:
        case PlaceRelation::unknown_town:
        case PlaceRelation::far:
            return true;
        default:
            return false;
    }
}

/// A name with its own town does not speak for the branch elsewhere. An alias may well name the
/// other's town, though the seat is another: "ZAZ Konin" of Posada.
bool have_different_seats(const ComparableRecord& a, const ComparableName& name_a,
                          const ComparableRecord& b, const ComparableName& name_b) {
    if (!is_another_place(relation(a.places, b.places))) return false;
    const bool alias_of_a_says_so =
        &name_a != &a.names.front() && !is_another_place(relation(name_a.places, b.places));
    const bool alias_of_b_says_so =
        &name_b != &b.names.front() && !is_another_place(relation(a.places, name_b.places));
    return !alias_of_a_says_so && !alias_of_b_says_so;
}

/// Of several places of one name the seats tell which is meant.
bool are_namesakes(const PlaceHint& a, const PlaceHint& b) {
    return std::ranges::any_of(a.candidates, [&](const PlaceCandidate& each) {
        return !each.locality.empty() &&
               std::ranges::find(b.candidates, each.locality, &PlaceCandidate::locality) !=
                   b.candidates.end();
    });
}

/// "Koło w Cieszynie" listed under Poznań is not the branch of Poznań.
bool names_another_place(const ComparableRecord& record, const ComparableName& name,
                         const ComparableName& other) {
    std::vector<PlaceHint> named = name.parsed.places;
    if (is_named_after_place(record.form))
        named.insert(named.end(), name.parsed.bare_places.begin(), name.parsed.bare_places.end());
    return std::ranges::any_of(named, [&](const PlaceHint& each) {
        return !each.candidates.empty() &&
               is_another_place(relation(std::vector{each}, other.places)) &&
               std::ranges::none_of(other.places, [&](const PlaceHint& place) {
                   return are_namesakes(each, place);
               });
    });
}

void add_contradicting_places(const ComparableRecord& a, const ComparableName& name_a,
                              const ComparableRecord& b, const ComparableName& name_b,
                              Findings& findings) {
    if (have_different_seats(a, name_a, b, name_b)) findings.at_most(Band::ambiguous);
    if (!names_another_place(a, name_a, name_b) && !names_another_place(b, name_b, name_a)) return;
    findings.add("place_in_name", 0, "w jednej nazwie jest miejscowość, której druga nie ma",
                 text_of(name_a.places), text_of(name_b.places));
    findings.at_most(Band::ambiguous);
}

/// "WTZ w Śremie": the place is all the name there is.
void add_place_as_name(const ComparableRecord& a, const ComparableName& name_a,
                       const ComparableRecord& b, const ComparableName& name_b,
                       PlaceRelation places, const CatalogueRates& rates, Findings& findings) {
    // Of several villages of one name only one has a unit of the kind: there are few of them.
    const bool is_only_one =
        places == PlaceRelation::same_name && is_unit_form(a.form) &&
        std::max(rates.count(a.form, name_a.places), rates.count(a.form, name_b.places)) == 1;
    const bool is_here = places == PlaceRelation::same_locality || is_only_one;
    if (a.form != b.form || a.form.empty() || !is_here) {
        findings.at_most(places <= PlaceRelation::same_name ? Band::ambiguous : Band::different);
        return;
    }
    if (is_named_after_place(a.form) &&
        std::min(rates.count(a.form, name_a.places), rates.count(a.form, name_b.places)) <= 1) {
        findings.add("place_is_name", weights::kPlaceIsName, "forma i miejscowość to cała nazwa");
        return;
    }
    findings.add("place_is_name", 0, "nazwa to tylko forma i miejscowość, a takich jest tu więcej");
    findings.at_most(Band::ambiguous);
}

const NameWords& operator_of(const ComparableRecord& record, const ComparableName& name) {
    return name.parsed.operator_words.empty() ? record.operator_words : name.parsed.operator_words;
}

/// Whether the operators agree so well that a unit may be known by them alone.
bool add_operator(const ComparableRecord& a, const ComparableName& name_a,
                  const ComparableRecord& b, const ComparableName& name_b, bool both_nameless,
                  Findings& findings) {
    const NameWords& left = operator_of(a, name_a);
    const NameWords& right = operator_of(b, name_b);
    const bool concerns_unit = is_unit_form(a.form) || is_unit_form(b.form);
    if (left.empty() || right.empty() || !concerns_unit) return false;
    const auto [shared, is_same] = compare_operators(left, right);
    if (is_same) {
        findings.add("operator",
                     std::min(weights::kMostSameOperator, weights::kSameOperatorShare * shared),
                     "ten sam prowadzący", text_of(left), text_of(right));
        return shared >= weights::kTellingOperator;
    }
    findings.add("operator",
                 both_nameless ? weights::kOtherOperatorOfNameless : weights::kOtherOperator,
                 "inny prowadzący", text_of(left), text_of(right));
    findings.at_most(Band::ambiguous);
    return false;
}

bool has_quoted(const ParsedName& name) {
    return std::any_of(name.core.begin(), name.core.end(),
                       [](const NameWord& each) { return each.is_quoted; });
}

/// "warsztat krawiecki Stowarzyszenia …": told by its operator, and by nothing of its own.
bool is_told_by_operator(const ComparableRecord& record, const ComparableName& name) {
    return record.form.empty() && !has_quoted(name.parsed);
}

}  // namespace

Findings compare_names(const ComparableRecord& a, const ComparableName& name_a,
                       const ComparableRecord& b, const ComparableName& name_b,
                       const CatalogueRates& rates) {
    Findings findings;
    const bool is_a_nameless = name_a.parsed.is_nameless();
    const bool is_b_nameless = name_b.parsed.is_nameless();
    const bool both_nameless = is_a_nameless && is_b_nameless;
    const PlaceRelation places = add_place(name_a, name_b, rates, findings);
    const bool same_form = !a.form.empty() && a.form == b.form;
    const bool has_words =
        !both_nameless && add_words(name_a.parsed, name_b.parsed, same_form, places, findings);
    add_numbers(name_a.parsed, name_b.parsed, findings);
    add_contradicting_places(a, name_a, b, name_b, findings);
    const bool is_by_operator = add_operator(a, name_a, b, name_b, both_nameless, findings);
    if (both_nameless) {
        add_place_as_name(a, name_a, b, name_b, places, rates, findings);
    } else if (is_by_operator &&
               (is_told_by_operator(a, name_a) || is_told_by_operator(b, name_b))) {
        findings.add("operator", 0, "jednostka tego samego prowadzącego, bez podanej formy");
        findings.at_least(Band::ambiguous);
        findings.at_most(Band::ambiguous);
    } else if (!has_words && !is_a_nameless && !is_b_nameless) {
        findings.at_most(Band::different);
    }
    return findings;
}

}  // namespace wespol
