// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison of two records found: each piece of evidence with its weight, their sum and the
// band it falls into. Plain values; the weights themselves are in weights.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// In rising order: a person decides the middle one.
enum class Band { different, ambiguous, linked };

/// "different", "ambiguous", "linked".
std::string_view code(Band band);

/// "różne", "do rozstrzygnięcia", "ten sam podmiot".
std::string_view label(Band band);

struct Evidence {
    std::string what;  ///< "name", "place", "identifier", …: stable, for programs
    std::string a;     ///< the value on either side, as compared; may be empty
    std::string b;
    double weight =
        0;  ///< bits for (positive) or against; 0 where the evidence only limits the band
    std::string says;  ///< in Polish, for the one who decides
};

struct Comparison {
    Band band = Band::different;
    double score = 0;  ///< bits: the sum of the weights
    std::vector<Evidence> evidence;
    /// What all but the numbers (KRS, NIP, REGON) says.
    Band name_band = Band::different;
    double name_score = 0;
};

/// The KRS, NIP or REGON that both have; null when there is none.
const Evidence* agreeing_number(const Comparison& comparison);

/// "różny KRS: 0000000001 i 0000000002; różny NIP: …"; empty when none differs.
std::string differing_numbers(const Comparison& comparison);

/// Whether a person decided.
bool is_decided(const Comparison& comparison);

/// "wspólne słowa: furia (+10,0); ta sama miejscowość (+5,5)", heaviest first, at most `most`.
std::string in_short(const std::vector<Evidence>& evidence, std::size_t most = 4);

}  // namespace wespol
