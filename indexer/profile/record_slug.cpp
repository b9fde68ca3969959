// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/record_slug.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "core/support/digest.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace wespol {
namespace {

/// Words of a name that say its form, and what stands for them in an id.
struct FormWords {
    std::string_view folded, in_id;
};
constexpr std::array kForms{FormWords{"spoldzielnia socjalna", "ss"},
                            FormWords{"warsztat terapii zajeciowej", "wtz"},
                            FormWords{"warsztaty terapii zajeciowej", "wtz"},
                            FormWords{"zaklad aktywnosci zawodowej", "zaz"},
                            FormWords{"centrum integracji spolecznej", "cis"},
                            FormWords{"klub integracji spolecznej", "kis"},
                            FormWords{"kolo gospodyn wiejskich", "kgw"},
                            FormWords{"stowarzyszenie", "stow"},
                            FormWords{"fundacja", "fundacja"}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFormCodes{
    {{"spoldzielnia_socjalna", "ss"},
     {"stowarzyszenie", "stow"},
     {"fundacja", "fundacja"},
     {"wtz", "wtz"},
     {"zaz", "zaz"},
     {"cis", "cis"},
     {"kis", "kis"},
     {"kgw", "kgw"},
     {"spolka_non_profit", "spolka"}}};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words = folded_words(text);
    for (std::string& word : words) {
        // An id is made of ASCII alone; other scripts leave nothing.
        std::erase_if(word, [](char c) { return !is_ascii_small(c) && !is_digit(c); });
    }
    std::erase(words, "");
    return words;
}

/// None that stands there already.
void append_words(std::string& id, std::string_view text) {
    for (const std::string& word : words_of(text)) {
        const bool is_there = ("-" + id + "-").find("-" + word + "-") != std::string::npos;
        if (!is_there) id += (id.empty() ? "" : "-") + word;
    }
}

constexpr std::size_t kLongestId = 100;
constexpr std::size_t kDigits = 6;  ///< of the digest

/// A long one is cut between words; what was cut off still tells two of them apart.
std::string shortened(std::string id) {
    if (id.size() <= kLongestId) return id;
    const std::string digest = sha256(id).substr(0, kDigits);
    id.erase(std::min(id.rfind('-', kLongestId - kDigits - 1), kLongestId - kDigits - 1));
    return id + "-" + digest;
}

/// The name with the words of its form put as an id puts them.
std::string with_short_form(std::string_view name) {
    std::string folded = " " + fold_words(name) + " ";
    for (const auto& [words, in_id] : kForms) {
        const std::size_t at = folded.find(" " + std::string(words) + " ");
        if (at == folded.npos) continue;
        folded.erase(at, words.size() + 1);
        return std::string(in_id) + folded;
    }
    return folded;
}

bool is_unit(std::string_view legal_form) {
    constexpr std::array<std::string_view, 4> units{"wtz", "zaz", "cis", "kis"};
    return std::find(units.begin(), units.end(), legal_form) != units.end();
}

}  // namespace

std::string entity_id(const EntityWords& words) {
    if (words.krs && !is_unit(words.legal_form)) return "krs-" + *words.krs;
    if (words.nip && !is_unit(words.legal_form)) return "nip-" + *words.nip;
    const auto form = std::find_if(kFormCodes.begin(), kFormCodes.end(), [&](const auto& each) {
        return each.first == words.legal_form;
    });
    std::string id = form == kFormCodes.end() ? std::string() : std::string(form->second);
    append_words(id, with_short_form(words.name));
    append_words(id, words.town);
    append_words(id, words.municipality);
    // A name in another script leaves no word.
    if (id.empty()) return "podmiot-" + sha256(words.name).substr(0, kDigits);
    return shortened(std::move(id));
}

std::string certificate_id(std::string_view edition, std::string_view holder, std::string_view town,
                           std::string_view subject) {
    std::string id = "zp";
    append_words(id, edition);
    append_words(id, with_short_form(holder));
    append_words(id, town);
    append_words(id, subject);
    return shortened(std::move(id));
}

}  // namespace wespol
