// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/typing_costs.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wespol {
namespace {

constexpr int kLostLetter = 10;
constexpr int kLetterTooMany = 11;
constexpr int kOtherLetter = kWholeMistake;
constexpr int kNeighbourKey = 8;
constexpr int kSwappedLetters = 8;
/// "cattering", "jagielończyk".
constexpr int kDoubledLetter = 4;
/// People see what a word begins with: a mistake there is less likely.
constexpr int kFirstLetter = 4;

/// Two ways to write what sounds alike. They hold in both directions; words are folded, so that
/// ó is "o", ż and ź are "z", ą is "a".
struct Confusion {
    std::string_view one, other;
    int cost;
};

constexpr std::array kConfusions{
    Confusion{"o", "u", 4},   // ó/u: spułdzielnia
    Confusion{"rz", "z", 3},  // rz/ż: rzywność
    Confusion{"rz", "sz", 5}, Confusion{"sz", "z", 6},  Confusion{"ch", "h", 3},  // chospicjum
    Confusion{"i", "j", 3},                                                       // furja
    Confusion{"i", "ji", 3},                                                      // szyji
    Confusion{"y", "i", 7},   Confusion{"a", "om", 4},                            // ą: wontek
    Confusion{"a", "on", 4},  Confusion{"e", "em", 4},                            // ę: Gembice
    Confusion{"e", "en", 4},  Confusion{"c", "k", 6},  // keramika, katering
    Confusion{"c", "cz", 6},  Confusion{"s", "sz", 6},  Confusion{"s", "z", 7},
    Confusion{"f", "w", 4},   Confusion{"v", "w", 4},   Confusion{"ks", "x", 4},
    Confusion{"l", "u", 7},                              // ł: rękodzieuo
    Confusion{"a", "ej", 5},                             // loans as they are spoken: kejtering
    Confusion{"a", "ei", 5},  Confusion{"sh", "sz", 3},  // fiszka, of Fishka
    Confusion{"g", "k", 8},   Confusion{"d", "t", 8},   Confusion{"b", "p", 8},
    Confusion{"c", "ts", 6},  // Jarotsin, as others write what they hear
    Confusion{"c", "ci", 5},  // ć/ci and the like: szwalna
    Confusion{"n", "ni", 4},  Confusion{"s", "si", 5},  Confusion{"z", "zi", 5},
    Confusion{"и", "і", 4},   Confusion{"и", "ы", 4},   Confusion{"и", "й", 6},
    Confusion{"і", "ї", 4},   Confusion{"е", "є", 4},   Confusion{"е", "э", 4},
    Confusion{"г", "ґ", 3},
};

/// Rows of the Polish keyboard ("programmer's"), and of the Ukrainian one.
constexpr std::array<std::u32string_view, 6> kKeyRows{
    U"qwertyuiop",   U"asdfghjkl",   U"zxcvbnm",  //
    U"йцукенгшщзхї", U"фівапролджє", U"ячсмитьбю"};

constexpr char32_t kFirstCyrillic = U'а', kLastCyrillic = 0x45F, kGheWithUpturn = U'ґ';
constexpr unsigned kCyrillicCodes = 0x80;
constexpr unsigned kGheCode = kCyrillicCodes + (kLastCyrillic - kFirstCyrillic) + 1;

unsigned code_of(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return letter;
    if (letter >= kFirstCyrillic && letter <= kLastCyrillic)
        return kCyrillicCodes + (letter - kFirstCyrillic);
    return letter == kGheWithUpturn ? kGheCode : 0;
}

std::string codes_of(std::string_view letters) {
    return letter_codes(letters).value_or(std::string());
}

constexpr std::size_t index(char letter) {
    return static_cast<unsigned char>(letter);
}

using CostTable = std::array<std::array<std::uint8_t, 256>, 256>;

/// Of one letter typed for another, confusions of sound left out.
const CostTable& letter_costs() {
    static const CostTable table = [] {
        CostTable costs;
        for (std::size_t i = 0; i < costs.size(); ++i) {
            costs[i].fill(kOtherLetter);
            costs[i][i] = 0;
        }
        const auto are_neighbours = [&](char32_t a, char32_t b) {
            costs[code_of(a)][code_of(b)] = costs[code_of(b)][code_of(a)] = kNeighbourKey;
        };
        for (std::size_t row = 0; row < kKeyRows.size(); ++row) {
            const std::u32string_view keys = kKeyRows[row];
            for (std::size_t i = 0; i + 1 < keys.size(); ++i)
                are_neighbours(keys[i], keys[i + 1]);
            if (row % 3 == 2) continue;
            const std::u32string_view below = kKeyRows[row + 1];
            // A key stands above the one of its own column and above the one to the left.
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (i < below.size()) are_neighbours(keys[i], below[i]);
                if (i > 0 && i - 1 < below.size()) are_neighbours(keys[i], below[i - 1]);
            }
        }
        return costs;
    }();
    return table;
}

struct CodedConfusion {
    std::string typed, meant;
    int cost;
};

const std::vector<CodedConfusion>& coded_confusions() {
    static const std::vector<CodedConfusion> coded = [] {
        std::vector<CodedConfusion> both_ways;
        for (const Confusion& each : kConfusions) {
            both_ways.push_back({codes_of(each.one), codes_of(each.other), each.cost});
            both_ways.push_back({codes_of(each.other), codes_of(each.one), each.cost});
        }
        return both_ways;
    }();
    return coded;
}

}  // namespace

std::optional<std::string> letter_codes(std::string_view folded) {
    std::string codes;
    for (std::size_t at = 0; at < folded.size();) {
        const unsigned code = code_of(next_code_point(folded, at));
        if (code == 0 || codes.size() == kMaxSpelledLetters) return std::nullopt;
        codes += static_cast<char>(code);
    }
    if (codes.empty()) return std::nullopt;
    return codes;
}

std::string from_letter_codes(std::string_view codes) {
    std::string text;
    for (const char letter : codes) {
        const auto code = static_cast<unsigned char>(letter);
        if (code < kCyrillicCodes)
            text += letter;
        else if (code == kGheCode)
            append_code_point(text, kGheWithUpturn);
        else
            append_code_point(text, kFirstCyrillic + (code - kCyrillicCodes));
    }
    return text;
}

bool is_cyrillic_code(char letter) {
    return static_cast<unsigned char>(letter) >= kCyrillicCodes;
}

TypingDistance::TypingDistance(std::string typed_codes)
    : typed_(std::move(typed_codes)),
      rows_(kMaxSpelledLetters + 1),
      least_(kMaxSpelledLetters + 1) {
    typed_.resize(std::min(typed_.size(), kMaxSpelledLetters));
    Row& nothing_meant = rows_.front();
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
        const bool is_double = i > 1 && typed_[i - 1] == typed_[i - 2];
        const int cost = is_double ? kDoubledLetter : kLetterTooMany;
        nothing_meant[i] = nothing_meant[i - 1] + cost + (i == 1 ? kFirstLetter : 0);
    }
    for (const CodedConfusion& each : coded_confusions()) {
        for (std::size_t at = typed_.find(each.typed); at != std::string::npos;
             at = typed_.find(each.typed, at + 1))
            places_[index(each.meant.back())].push_back(
                {each.meant, each.typed.size(), at + each.typed.size(), each.cost});
    }
}

void TypingDistance::follow(std::string_view word_codes, std::size_t depth) {
    const CostTable& costs = letter_costs();
    const char meant = word_codes[depth - 1];
    const char meant_before = depth > 1 ? word_codes[depth - 2] : '\0';
    const Row& above = rows_[depth - 1];
    Row& row = rows_[depth];

    const int lost = meant == meant_before ? kDoubledLetter : kLostLetter;
    row[0] = above[0] + lost + (depth == 1 ? kFirstLetter : 0);
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
        const char typed = typed_[i - 1];
        const int at_start = i == 1 && depth == 1 && typed != meant ? kFirstLetter : 0;
        row[i] =
            std::min(above[i] + lost, above[i - 1] + costs[index(typed)][index(meant)] + at_start);
        if (i > 1 && typed == meant_before && typed_[i - 2] == meant && typed != meant)
            row[i] = std::min(row[i], rows_[depth - 2][i - 2] + kSwappedLetters);
    }
    for (const Place& place : places_[index(meant)]) {
        if (place.meant.size() > depth) continue;
        if (place.meant.size() > 1 && place.meant.front() != meant_before) continue;
        int& cell = row[place.typed_end];
        cell = std::min(
            cell,
            rows_[depth - place.meant.size()][place.typed_end - place.typed_letters] + place.cost);
    }
    int least = row[0];
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
        const bool is_double = i > 1 && typed_[i - 1] == typed_[i - 2];
        row[i] = std::min(row[i], row[i - 1] + (is_double ? kDoubledLetter : kLetterTooMany));
        least = std::min(least, row[i]);
    }
    least_[depth] = least;
}

int TypingDistance::least_cost(std::size_t depth) const {
    // Swapped letters and confusions of two letters reach past one row.
    return depth == 0 ? 0 : std::min(least_[depth], least_[depth - 1]);
}

}  // namespace wespol
