// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/latin_letters.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

struct Letter {
    std::string_view cyrillic, latin;
};

/// Longest first: a soft vowel behind "і" is written without a "j".
constexpr std::array<Letter, 44> kLetters{
    {{"ія", "ia"},  {"іє", "ie"}, {"ію", "iu"}, {"йо", "jo"}, {"ья", "ia"}, {"ьє", "ie"},
     {"ьо", "io"},  {"а", "a"},   {"б", "b"},   {"в", "w"},   {"г", "g"},   {"ґ", "g"},
     {"д", "d"},    {"е", "e"},   {"є", "e"},   {"ж", "z"},   {"з", "z"},   {"и", "y"},
     {"і", "i"},    {"ї", "i"},   {"й", "j"},   {"к", "k"},   {"л", "l"},   {"м", "m"},
     {"н", "n"},    {"о", "o"},   {"п", "p"},   {"р", "r"},   {"с", "s"},   {"т", "t"},
     {"у", "u"},    {"ф", "f"},   {"х", "ch"},  {"ц", "c"},   {"ч", "cz"},  {"ш", "sz"},
     {"щ", "szcz"}, {"ь", ""},    {"ю", "ju"},  {"я", "ja"},  {"ы", "y"},   {"э", "e"},
     {"'", ""},     {"ъ", ""}}};

}  // namespace

std::string in_latin_letters(std::string_view folded) {
    std::string latin;
    for (std::size_t at = 0; at < folded.size();) {
        const auto letter = std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& each) {
            return folded.substr(at).starts_with(each.cyrillic);
        });
        if (letter != kLetters.end()) {
            latin += letter->latin;
            at += letter->cyrillic.size();
        } else {
            append_code_point(latin, next_code_point(folded, at));
        }
    }
    return latin;
}

}  // namespace wespol
