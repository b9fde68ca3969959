// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/record_slug.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <array>
#include <sstream>
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
    std::istringstream in(fold_words(text));
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        // An id is made of ASCII alone; other scripts leave nothing.
        std::erase_if(word,
                      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

/// At most `most` words, none that stands there already.
void append_words(std::string& id, std::string_view text, std::size_t most) {
    const std::vector<std::string> words = words_of(text);
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
        const bool is_there = ("-" + id + "-").find("-" + words[i] + "-") != std::string::npos;
        if (!is_there) id += (id.empty() ? "" : "-") + words[i];
    }
}

constexpr std::size_t kLongestId = 100;

std::string shortened(std::string id) {
    if (id.size() > kLongestId) id.erase(id.rfind('-', kLongestId));
    return id;
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

}  // namespace

std::string entity_id(const std::optional<std::string>& krs, const std::optional<std::string>& nip,
                      std::string_view legal_form, std::string_view name, std::string_view town) {
    constexpr std::size_t most_words = 6;
    constexpr std::size_t most_words_of_town = 3;
    if (krs) return "krs-" + *krs;
    if (nip) return "nip-" + *nip;
    const auto form = std::find_if(kFormCodes.begin(), kFormCodes.end(),
                                   [&](const auto& each) { return each.first == legal_form; });
    std::string id = form == kFormCodes.end() ? std::string() : std::string(form->second);
    append_words(id, with_short_form(name), most_words);
    append_words(id, town, most_words_of_town);
    return shortened(std::move(id));
}

std::string certificate_id(std::string_view edition, std::string_view holder, std::string_view town,
                           std::string_view subject) {
    constexpr std::size_t most_words = 5;
    constexpr std::size_t most_words_of_town = 3;
    std::string id = "zp";
    append_words(id, edition, 3);
    append_words(id, with_short_form(holder), most_words);
    append_words(id, town, most_words_of_town);
    append_words(id, subject, most_words);
    return shortened(std::move(id));
}

}  // namespace wespol
