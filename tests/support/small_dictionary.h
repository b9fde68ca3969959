// SPDX-License-Identifier: GPL-3.0-or-later
// A dictionary of a few words in the format of the real one (CFSA2), small enough to damage each
// of its bytes. A plain tree: nothing is shared between words. Thread-safe: no state.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wespol::test {

using FormsAndLemmas = std::vector<std::pair<std::string, std::string>>;

/// The file of these forms; each lemma is stored as the form without its end, and what follows.
std::string small_dictionary(const FormsAndLemmas& entries);

/// Words of the trade, some with several lemmas and with Polish letters.
const FormsAndLemmas& words_of_the_trade();

}  // namespace wespol::test
