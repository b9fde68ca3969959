// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/stop_words.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

/// "koło" is not one: it is a town.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a", "albo", "and", "by", "dla", "do", "for", "i", "in", "lub", "na", "near", "o", "od", "of",
     "or", "oraz", "po", "przez", "przy", "sie", "the", "to", "u", "w", "we", "z", "za", "ze", "в",
     "від", "для", "до", "з", "за", "и", "й", "і", "із", "на", "по", "та", "у", "біля", "або", "чи",
     "це", "at", "an", "with",
     // What people write around the thing they look for: "ktoś do koszenia", "gdzie oddać ubrania".
     "szukam", "szukamy", "poszukuje", "poszukujemy", "potrzebuje", "potrzebujemy", "potrzebny",
     "potrzebna", "chce", "chcemy", "kto", "ktos", "cos", "gdzie", "jak", "jaki", "jaka", "jakie",
     "prosze", "mi", "kogo", "kogos", "czegos", "co", "ile", "ilu", "nad", "moze", "jest", "sa",
     "ktory", "ktora", "firma", "firmy", "company", "ideas", "czy", "kod", "pocztowy", "numer",
     "nr", "adres", "zamowic", "zamowie", "kupic", "znalezc", "najlepszy", "najlepsza", "najlepsze",
     "najblizszy", "najblizsza", "tani", "tania", "tanie", "tanio", "best", "my", "cheap", "find",
     "buy", "знайти", "замовити", "купити", "адреса", "номер", "looking", "need", "where", "who",
     "someone", "шукаю", "шукаємо", "потрібен", "потрібна", "потрібно", "де", "хто", "хтось", "як",
     "мені"});

}  // namespace

bool is_stop_word(std::string_view surface) {
    return std::find(kStopWords.begin(), kStopWords.end(), surface) != kStopWords.end();
}

}  // namespace wespol
