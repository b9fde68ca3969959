// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/line_agreement.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace wespol {
namespace {

const std::optional<std::string>& own_number(const Entity& entity, IdentifierKind kind) {
    static const std::optional<std::string> none;
    switch (kind) {
        case IdentifierKind::nip:
            return entity.nip;
        case IdentifierKind::krs:
            return entity.krs;
        case IdentifierKind::regon:
            return entity.regon;
        case IdentifierKind::cpv:
        case IdentifierKind::phone:
            return none;
    }
    return none;
}

/// Folded beginnings of words that say what kind of body it is, not which one.
constexpr std::array<std::string_view, 30> kFormWords{
    "funda", "stowa", "spold", "socja", "spolk", "zakla", "aktyw", "zawod", "centr", "integ",
    "spole", "klub",  "warsz", "terap", "zajec", "kolo",  "gospo", "sp",    "ogran", "odpow",
    "przed", "organ", "pozyt", "publi", "rzecz", "wielk", "zaz",   "cis",   "wtz",   "kis"};
constexpr std::size_t kBeginning = 5;
constexpr std::size_t kShortestTelling = 4;

std::set<std::string> beginnings(std::string_view text) {
    std::set<std::string> found;
    for (const std::string& word : folded_words(text))
        found.insert(word.substr(0, kBeginning));
    return found;
}

bool is_form_word(std::string_view beginning) {
    return std::ranges::find(kFormWords, beginning) != kFormWords.end();
}

std::set<std::string> telling_beginnings(std::string_view name) {
    std::set<std::string> telling = beginnings(name);
    std::erase_if(telling, [](const std::string& each) {
        return is_form_word(each) || each.size() < kShortestTelling;
    });
    return telling;
}

bool have_one_in_common(const std::set<std::string>& some, const std::set<std::string>& others) {
    return std::ranges::any_of(some,
                               [&](const std::string& each) { return others.contains(each); });
}

/// All the names by which the directory knows them.
std::string names_of(const Standings& found) {
    std::string names;
    for (const auto& each : found) {
        const Entity& entity = each->entity;
        names += entity.name + ' ' + entity.short_name.value_or("") + ' ' +
                 entity.operator_name.value_or("") + ' ';
        for (const std::string& alias : entity.aliases)
            names += alias + ' ';
    }
    return names;
}

}  // namespace

bool are_apart(const Standings& some, const Standings& others) {
    return std::ranges::none_of(some, [&](const auto& each) {
        return std::ranges::any_of(
            others, [&](const auto& other) { return other->entity.id == each->entity.id; });
    });
}

const std::string* known_number(const Standings& found, IdentifierKind kind) {
    for (const auto& each : found)
        if (const auto& own = own_number(each->entity, kind)) return &*own;
    return nullptr;
}

bool has_form_word(std::string_view name) {
    return std::ranges::any_of(beginnings(name), is_form_word);
}

bool shares_no_word(std::string_view name, const Standings& found) {
    const std::set<std::string> telling = telling_beginnings(name);
    return !telling.empty() && !have_one_in_common(telling, beginnings(names_of(found)));
}

bool shares_a_word(std::string_view name, std::string_view other) {
    return have_one_in_common(telling_beginnings(name), beginnings(other));
}

bool is_name_of(std::string_view name, const Standings& found) {
    const std::string folded = fold_words(name);
    return std::ranges::any_of(
        found, [&](const auto& each) { return fold_words(each->entity.name) == folded; });
}

}  // namespace wespol
