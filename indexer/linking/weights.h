// SPDX-License-Identifier: GPL-3.0-or-later
// Every number that the linker weighs evidence with, in bits (log2 of how much likelier the finding
// is between two records of one entity than between two of different ones; Fellegi and Sunter).
// Words, places and legal forms have no fixed weight: an agreement counts the more, the rarer it is
// in the catalogue. Set on one half of the labelled pairs, checked on the other (docs/adr/0009).
#pragma once

#include <cstddef>

namespace wespol::weights {

/// A score from here on is a link; from the second one on, a matter for a person.
inline constexpr double kLinked = 13;
inline constexpr double kAmbiguous = 4.5;
/// Two candidates closer than this to each other: a person decides between them.
inline constexpr double kMargin = 4;

// Identifiers: NIP, KRS, REGON. A conflict decides by itself; an agreement does too, unless the
// legal forms speak against it.
inline constexpr double kSameIdentifier = 30;
inline constexpr double kOtherIdentifier = -30;

/// A name and a place that both speak against an agreeing number by so much: it may be another's,
/// pasted from the row above. A new name alone, or a new seat alone, stays above it.
inline constexpr double kAnotherBody = -25;

// Words of the name
inline constexpr double kRarestWord = 10;  ///< one name in a thousand or fewer
inline constexpr double kCommonestWord = 0.5;
inline constexpr double kTypoShare = 0.75;      ///< of the word's weight, when it is mistyped
inline constexpr double kSlip = 1;              ///< … less this
inline constexpr double kAsideShare = 0.7;      ///< when one side has it in brackets or as operator
inline constexpr double kClash = -2;            ///< times the weight that both sides have unmatched
inline constexpr double kOmitted = -0.25;       ///< times the weight that only one side has
inline constexpr double kOmittedQuoted = -0.5;  ///< the same for what it puts in quotes
// Where words are missing or mistyped, a link needs one word this rare in common; where each side
// has words of its own of this weight, none is made.
inline constexpr double kTellingWord = 6.5;
inline constexpr double kOwnWords = 3;
// Where the place of one side is not known a whole name is a link only when it is so rare in all,
// or has a word in common that the dictionary lacks: of 8,473 names of other regions none then is
// taken for one of the region's, and 9 were without the bound (docs/adr/0016).
inline constexpr double kTellingName = 18;
inline constexpr std::size_t kTellingLetters = 5;
/// Unless the name in quotes agrees, more than this missing on one side keeps a link from being
/// made.
inline constexpr double kSmallOmission = 3;
inline constexpr double kAcronymLetter = 3;  ///< for each letter of an acronym that fits, …
inline constexpr double kMostAcronym = 11;   ///< … at most
inline constexpr double kSameNumber = 2;
inline constexpr double kOtherNumber = -20;  ///< "nr 1" and "nr 2"
inline constexpr double kOmittedNumber = -2;
inline constexpr double kWholeName = 3;  ///< all words agree, and the place does
/// "WTZ w Śremie": form and place are the whole name, and there is one such in that place.
inline constexpr double kPlaceIsName = 6;

// Legal form. Agreement: log2 of its rarity, within these.
inline constexpr double kLeastSameForm = 1;
inline constexpr double kMostSameForm = 4;
inline constexpr double kOtherForm = -25;     ///< a foundation and an association are never one
inline constexpr double kOtherKeptForm = -4;  ///< where one of them is only a word of the name

// Place. Agreement: log2 of the rarity of its municipality, within these.
inline constexpr double kLeastSamePlace = 2;
inline constexpr double kMostSamePlace = 6.5;
inline constexpr double kUnknownPlaceRarity = 4;    ///< where no catalogue tells
inline constexpr double kWithinMunicipality = 0.7;  ///< of that, when one side names only the gmina
inline constexpr double kSameMunicipality = 1;      ///< another village of it
inline constexpr double kSameCounty = 0.5;          ///< one side names nothing closer
inline constexpr double kNear = -3;                 ///< another municipality within kNearKm
inline constexpr double kFar = -25;
inline constexpr double kUnknownTown = -8;  ///< differs, and one of them is not in the region
inline constexpr double kNearKm = 25;

// Operator of a unit
inline constexpr double kMostSameOperator = 5;
inline constexpr double kSameOperatorShare = 0.5;       ///< of the weight of the words in common
inline constexpr double kOtherOperator = -2;            ///< operators change
inline constexpr double kOtherOperatorOfNameless = -7;  ///< the operator is what tells them apart
inline constexpr double kSameOperatorNumber = 5;
inline constexpr double kTellingOperator = 8;  ///< bits in common that let a unit without a form be
                                               ///< taken for one of that operator's

// Contacts. A difference says nothing: offices move, people use several.
inline constexpr double kSamePhone = 8;
inline constexpr double kSameHost = 6;

// What the catalogue knows of both names (compare) and what a person decided
inline constexpr double kSameInCatalogue = 15;
inline constexpr double kOtherInCatalogue = -15;
inline constexpr double kDecision = 100;

// Bounds on the work
inline constexpr std::size_t kLongestName = 400;  ///< bytes of a name that are read
inline constexpr std::size_t kMostWords = 40;
inline constexpr std::size_t kMostNames = 12;  ///< name, short name and aliases of one record

}  // namespace wespol::weights
