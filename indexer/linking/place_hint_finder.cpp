// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/place_hint_finder.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

struct Ending {
    std::string_view oblique;
    std::string_view base;
};

/// Folded endings of the locative and the genitive, and what the base form may end in instead.
/// Only for names that the dictionary lacks; what comes out is looked up, never believed.
constexpr std::array kEndings{
    Ending{"owie", "ow"},  Ending{"owie", "owo"}, Ending{"owa", "ow"},  Ending{"owa", "owo"},
    Ending{"ewie", "ewo"}, Ending{"ewa", "ewo"},  Ending{"nie", "n"},   Ending{"nie", "no"},
    Ending{"nie", "na"},   Ending{"zie", "z"},    Ending{"zie", "zo"},  Ending{"zie", "za"},
    Ending{"dzie", "d"},   Ending{"dzie", "da"},  Ending{"dzie", "do"}, Ending{"cie", "t"},
    Ending{"cie", "ta"},   Ending{"cie", "to"},   Ending{"sie", "s"},   Ending{"sie", "sa"},
    Ending{"sie", "so"},   Ending{"rze", "r"},    Ending{"rze", "ra"},  Ending{"rze", "ro"},
    Ending{"le", "l"},     Ending{"le", "la"},    Ending{"le", "lo"},   Ending{"ce", "ka"},
    Ending{"ce", "ca"},    Ending{"ce", "cko"},   Ending{"dze", "ga"},  Ending{"mie", "m"},
    Ending{"mie", "ma"},   Ending{"mie", "mo"},   Ending{"bie", "b"},   Ending{"bie", "ba"},
    Ending{"bie", "bo"},   Ending{"pie", "p"},    Ending{"pie", "pa"},  Ending{"pie", "po"},
    Ending{"wie", "w"},    Ending{"wie", "wa"},   Ending{"wie", "wo"},  Ending{"i", "ia"},
    Ending{"i", "a"},      Ending{"i", ""},       Ending{"y", "a"},     Ending{"y", ""},
    Ending{"u", ""},       Ending{"u", "o"},      Ending{"u", "e"},     Ending{"iu", ""},
    Ending{"iu", "ie"},    Ending{"ku", "ek"},    Ending{"cu", "ec"},   Ending{"cu", "iec"},
    Ending{"nca", "niec"}, Ending{"a", ""},       Ending{"a", "o"},     Ending{"a", "e"},
    Ending{"ia", ""},      Ending{"ia", "ie"},    Ending{"ka", "ek"},   Ending{"ca", "ec"},
    Ending{"ca", "iec"},   Ending{"ach", "y"},    Ending{"ach", "i"},   Ending{"ach", "e"},
    Ending{"ach", "a"},    Ending{"iach", "ie"},  Ending{"", "e"},      Ending{"", "y"},
    Ending{"", "i"},       Ending{"", "a"},       Ending{"ow", "y"},    Ending{"ow", "e"},
    Ending{"ek", "ki"},    Ending{"iej", "a"},    Ending{"ej", "a"},    Ending{"iej", "ia"},
    Ending{"ego", "y"},    Ending{"ego", "e"},    Ending{"iego", "i"},  Ending{"iego", "ie"},
    Ending{"ym", "y"},     Ending{"ym", "e"},     Ending{"im", "i"},    Ending{"im", "ie"},
    Ending{"ich", "ie"},   Ending{"ych", "e"},
};
constexpr std::size_t kShortestRoot = 3;
constexpr std::size_t kMostWords = 4;

std::vector<std::string> base_forms(const std::string& surface) {
    std::vector<std::string> forms;
    for (const Ending& each : kEndings)
        if (surface.size() >= kShortestRoot + each.oblique.size() &&
            surface.ends_with(each.oblique))
            forms.push_back(surface.substr(0, surface.size() - each.oblique.size()) +
                            std::string(each.base));
    return forms;
}

bool is_abbreviated_region(const std::string& surface) {
    return surface == "wlkp" || surface == "wlk" || surface == "wielk";
}

bool is_region_word(const std::string& surface) {
    return surface.starts_with("wielkopolsk");
}

bool is_written(const NameWord& word, const std::string& surface) {
    return word.surface == surface ||
           (is_abbreviated_region(word.surface) && is_region_word(surface));
}

/// Whether a word of a name may stand, in some grammatical case, for a word of the table.
bool fits(const NameWord& word, const std::vector<std::string>& keys, const std::string& surface) {
    if (is_written(word, surface)) return true;
    const auto has = [&](const std::string& key) {
        return std::binary_search(keys.begin(), keys.end(), key);
    };
    if (std::any_of(word.keys.begin(), word.keys.end(), has)) return true;
    const std::vector<std::string> guesses = base_forms(word.surface);
    return std::find(guesses.begin(), guesses.end(), surface) != guesses.end();
}

std::string folded_letter(char32_t letter) {
    std::string text;
    append_code_point(text, letter);
    return fold(text);
}

/// "Łubowie" is of "łubowo", not of "lubowo": as far as the letters agree, so do the accents.
bool is_spelled(std::string_view written, std::string_view spelling) {
    constexpr std::u32string_view soft_letters = U"ćńśź";
    const std::string small = lower(written);
    for (std::size_t i = 0, j = 0; i < small.size() && j < spelling.size();) {
        const char32_t letter = next_code_point(small, i);
        const char32_t meant = next_code_point(spelling, j);
        if (letter == meant) continue;
        // "Skarżyniu" of "skarżyń": before "i" a soft letter has no accent.
        const bool is_softened = soft_letters.find(meant) != soft_letters.npos &&
                                 std::string_view(small).substr(i).starts_with('i');
        return is_softened || folded_letter(letter) != folded_letter(meant);
    }
    return true;
}

PlaceCandidate candidate(const Municipality& municipality) {
    return {"",
            municipality.code,
            fold_words(municipality.name),
            municipality.county,
            municipality.lat,
            municipality.lon,
            0};
}

}  // namespace

PlaceHintFinder::PlaceHintFinder(const Region& region, const Analyzer& analyzer) : region_(region) {
    for (const Locality& each : region.localities()) {
        PlaceCandidate place = candidate(*region.municipality(each.municipality));
        place.locality = fold_words(each.name);
        place.lat = each.lat;
        place.lon = each.lon;
        place.rank = precedence(region, each);
        add(localities_, analyzer, each.name, place);
    }
    for (const Municipality& each : region.municipalities())
        add(municipalities_, analyzer, each.name, candidate(each));
    for (const County& each : region.counties()) {
        PlaceCandidate place;
        place.county = each.code;
        place.lat = each.lat;
        place.lon = each.lon;
        add(counties_, analyzer, each.name, place);
    }
}

void PlaceHintFinder::add(Table& table, const Analyzer& analyzer, std::string_view name,
                          const PlaceCandidate& place) const {
    Named named;
    for (const AnalyzedWord& word : analyzer.analyze(name)) {
        named.keys.push_back(word.lemmas);
        named.keys.back().push_back(word.surface);
        std::sort(named.keys.back().begin(), named.keys.back().end());
        named.surfaces.push_back(word.surface);
        named.spellings.push_back(lower(word.token.text));
    }
    if (named.surfaces.empty()) return;
    auto& same_first = table.by_first_key[named.surfaces.front()];
    for (const std::size_t i : same_first)
        if (table.names[i].spellings == named.spellings) {
            table.names[i].places.push_back(place);
            return;
        }
    named.places = {place};
    const std::size_t index = table.names.size();
    same_first.push_back(index);
    for (const std::string& key : named.keys.front())
        if (key != named.surfaces.front()) table.by_first_key[key].push_back(index);
    table.names.push_back(std::move(named));
}

std::optional<PlaceHintFinder::Found> PlaceHintFinder::locality(std::span<const NameWord> words,
                                                                Case grammatical_case) const {
    return find(localities_, words, grammatical_case);
}

std::optional<PlaceHintFinder::Found> PlaceHintFinder::municipality(
    std::span<const NameWord> words) const {
    return find(municipalities_, words, Case::any);
}

std::optional<PlaceHintFinder::Found> PlaceHintFinder::county(
    std::span<const NameWord> words) const {
    return find(counties_, words, Case::any);
}

std::optional<PlaceHintFinder::Found> PlaceHintFinder::find(const Table& table,
                                                            std::span<const NameWord> words,
                                                            Case grammatical_case) const {
    if (words.empty()) return std::nullopt;
    const bool is_any = grammatical_case == Case::any;
    std::vector<std::string> first_keys{words.front().surface};
    if (is_any) {
        first_keys = words.front().keys;
        for (std::string& guess : base_forms(words.front().surface))
            first_keys.push_back(std::move(guess));
    }
    std::vector<std::size_t> found;
    std::size_t length = 0;
    for (const std::string& key : first_keys) {
        const auto names = table.by_first_key.find(key);
        if (names == table.by_first_key.end()) continue;
        for (const std::size_t index : names->second) {
            const std::size_t fitting = fitting_words(table.names[index], words, is_any);
            if (fitting == 0 || fitting < length) continue;
            if (fitting > length) found.clear();
            length = fitting;
            if (std::find(found.begin(), found.end(), index) == found.end()) found.push_back(index);
        }
    }
    if (found.empty()) return std::nullopt;
    keep_spelled(found, table.names, words);
    Found result;
    result.length = length;
    for (std::size_t i = 0; i < length; ++i)
        result.hint.text += (i == 0 ? "" : " ") + words[i].text;
    for (const std::size_t index : found)
        result.hint.candidates.insert(result.hint.candidates.end(),
                                      table.names[index].places.begin(),
                                      table.names[index].places.end());
    return result;
}

void PlaceHintFinder::keep_spelled(std::vector<std::size_t>& found, const Names& names,
                                   std::span<const NameWord> words) {
    const auto is_written_so = [&](std::size_t index) {
        const std::vector<std::string>& spellings = names[index].spellings;
        const std::size_t count = std::min(spellings.size(), words.size());
        for (std::size_t i = 0; i < count; ++i)
            if (!is_spelled(words[i].text, spellings[i])) return false;
        return true;
    };
    const std::vector<std::size_t> all = found;
    std::erase_if(found, [&](std::size_t index) {
        const bool has_rival = std::ranges::any_of(all, [&](std::size_t other) {
            return other != index && names[other].surfaces == names[index].surfaces &&
                   is_written_so(other);
        });
        return has_rival && !is_written_so(index);
    });
}

/// How many words of the text the name takes up; 0 when the text does not begin with it.
std::size_t PlaceHintFinder::fitting_words(const Named& named, std::span<const NameWord> words,
                                           bool is_any) {
    const std::size_t most = std::min({named.surfaces.size(), words.size(), kMostWords});
    std::size_t fitting = 0;
    while (fitting < most &&
           (is_any ? fits(words[fitting], named.keys[fitting], named.surfaces[fitting])
                   : is_written(words[fitting], named.surfaces[fitting])))
        ++fitting;
    if (fitting == named.surfaces.size()) return fitting;
    // "Ostrów" is said for "Ostrów Wielkopolski".
    const bool may_be_short = named.surfaces.size() == 2 && is_region_word(named.surfaces.back());
    return may_be_short && fitting == 1 ? 1 : 0;
}

std::optional<PlaceHint> PlaceHintFinder::at(const std::optional<std::string>& town,
                                             const std::optional<std::string>& municipality,
                                             const std::optional<std::string>& county) const {
    const Municipality* known = municipality ? region_.municipality(*municipality) : nullptr;
    if (known) {
        PlaceCandidate place = candidate(*known);
        const Locality* locality = town ? region_.locality(*town, known->code) : nullptr;
        if (locality) {
            place.locality = fold_words(locality->name);
            place.lat = locality->lat;
            place.lon = locality->lon;
        } else if (town && !region_.localities_named(*town).empty()) {
            place.locality = fold_words(*town);  // one more village of that name
        }
        return PlaceHint{town ? *town : "gm. " + known->name, {place}};
    }
    const County* seat = county ? region_.county(*county) : nullptr;
    if (!seat) return std::nullopt;
    PlaceCandidate place;
    place.county = seat->code;
    place.lat = seat->lat;
    place.lon = seat->lon;
    return PlaceHint{"pow. " + seat->name, {place}};
}

}  // namespace wespol
