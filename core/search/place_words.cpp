// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/place_words.h"

#include "core/search/search_request.h"
#include "core/search/word_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace wespol {
namespace {

// All folded.
constexpr std::array<WordSequence, 84> kPrepositions{{{"w"},
                                                      {"we"},
                                                      {"z"},
                                                      {"ze"},
                                                      {"do"},
                                                      {"kolo"},
                                                      {"k"},
                                                      {"pod"},
                                                      {"obok"},
                                                      {"blisko"},
                                                      {"przy"},
                                                      {"niedaleko"},
                                                      {"niedaleko", "od"},
                                                      {"nieopodal"},
                                                      {"wokol"},
                                                      {"dookola"},
                                                      {"okolo"},
                                                      {"w", "okolicach"},
                                                      {"w", "okolicy"},
                                                      {"okolice"},
                                                      {"okolica"},
                                                      {"okolicach"},
                                                      {"okolicy"},
                                                      {"z", "okolic"},
                                                      {"w", "poblizu"},
                                                      {"w", "rejonie"},
                                                      {"w", "miescie"},
                                                      {"miasto"},
                                                      {"w", "centrum"},
                                                      {"centrum"},
                                                      {"w", "srodmiesciu"},
                                                      {"srodmiescie"},
                                                      {"centre", "of"},
                                                      {"center", "of"},
                                                      {"in", "central"},
                                                      {"у", "центрі"},
                                                      {"в", "центрі"},
                                                      {"центр"},
                                                      {"m"},
                                                      {"w", "miejscowosci"},
                                                      {"miejscowosc"},
                                                      {"we", "wsi"},
                                                      {"wies"},
                                                      {"na", "terenie"},
                                                      {"in"},
                                                      {"near"},
                                                      {"near", "to"},
                                                      {"around"},
                                                      {"close", "to"},
                                                      {"next", "to"},
                                                      {"at"},
                                                      {"by"},
                                                      {"from"},
                                                      {"nearby"},
                                                      {"outside"},
                                                      {"city", "of"},
                                                      {"town", "of"},
                                                      {"in", "the", "vicinity"},
                                                      {"not", "far", "from"},
                                                      {"in", "and", "around"},
                                                      {"в"},
                                                      {"у"},
                                                      {"біля"},
                                                      {"коло"},
                                                      {"під"},
                                                      {"поблизу"},
                                                      {"недалеко", "від"},
                                                      {"недалеко"},
                                                      {"неподалік", "від"},
                                                      {"неподалік"},
                                                      {"навколо"},
                                                      {"довкола"},
                                                      {"поруч", "з"},
                                                      {"поряд", "з"},
                                                      {"з"},
                                                      {"із"},
                                                      {"до"},
                                                      {"в", "місті"},
                                                      {"у", "місті"},
                                                      {"місто"},
                                                      {"в", "околицях"},
                                                      {"околиці"},
                                                      {"в", "районі"},
                                                      {"у", "районі"}}};

/// Between a distance and the place: "10 km od Konina".
constexpr std::array<WordSequence, 12> kLinks{{{"od"},
                                               {"wokol"},
                                               {"dookola"},
                                               {"kolo"},
                                               {"of"},
                                               {"from"},
                                               {"around"},
                                               {"away", "from"},
                                               {"від"},
                                               {"навколо"},
                                               {"довкола"},
                                               {"коло"}}};

constexpr std::array<WordSequence, 18> kDistanceIntroductions{{{"w", "promieniu"},
                                                               {"w", "promieniu", "do"},
                                                               {"promien"},
                                                               {"do"},
                                                               {"w", "odleglosci"},
                                                               {"w", "odleglosci", "do"},
                                                               {"w", "zasiegu"},
                                                               {"nie", "dalej", "niz"},
                                                               {"max"},
                                                               {"maksymalnie"},
                                                               {"within"},
                                                               {"up", "to"},
                                                               {"less", "than"},
                                                               {"в", "радіусі"},
                                                               {"у", "радіусі"},
                                                               {"до"},
                                                               {"не", "далі"},
                                                               {"в", "межах"}}};

constexpr std::array<std::string_view, 12> kKilometres{
    "km",         "kilometr",  "kilometry", "kilometrow", "kilometra",  "kilometers",
    "kilometres", "kilometer", "kilometre", "км",         "кілометрів", "кілометри"};

/// "Konin i okolice".
constexpr std::array<WordSequence, 16> kBehind{{{"centrum"},
                                                {"city", "centre"},
                                                {"centre"},
                                                {"center"},
                                                {"центр"},
                                                {"i", "okolice"},
                                                {"i", "okolic"},
                                                {"i", "okolicach"},
                                                {"i", "okolicy"},
                                                {"i", "okolica"},
                                                {"okolice"},
                                                {"area"},
                                                {"and", "surroundings"},
                                                {"and", "around"},
                                                {"та", "околиці"},
                                                {"і", "околиці"}}};

/// "poza Poznaniem", "nie w Koninie".
constexpr std::array<WordSequence, 26> kOutside{
    {{"poza"},           {"bez"},          {"z", "wylaczeniem"},
     {"wylaczajac"},     {"nie", "z"},     {"nie", "ze"},
     {"without"},        {"excluding"},    {"без"},
     {"oprocz"},         {"byle", "nie"},  {"byle", "nie", "w"},
     {"z", "wyjatkiem"}, {"nie", "w"},     {"nie", "we"},
     {"outside", "of"},  {"except"},       {"except", "in"},
     {"not", "in"},      {"поза"},         {"крім"},
     {"окрім"},          {"за", "межами"}, {"за", "винятком"},
     {"не", "в"},        {"не", "у"}}};

/// "pierogi z koniny", "obiady do pracy".
bool is_source(std::string_view preposition) {
    constexpr std::array<std::string_view, 7> kSources{"z", "ze", "do", "from", "з", "із", "до"};
    return std::find(kSources.begin(), kSources.end(), preposition) != kSources.end();
}

bool is_kilometres(std::string_view surface) {
    return std::find(kKilometres.begin(), kKilometres.end(), surface) != kKilometres.end();
}

/// Within the bounds of the parameter `promien`.
std::optional<double> radius(std::string_view digits) {
    unsigned kilometres = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), kilometres);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    if (!is_number || kilometres < kMinRadiusKm || kilometres > kMaxRadiusKm) return std::nullopt;
    return kilometres;
}

struct Distance {
    std::size_t count = 0;  ///< of words; 0 = none
    double km = 0;
};

/// "10 km" or "10km".
Distance distance_at(const PlainWords& words, std::size_t first) {
    if (first >= words.size()) return {};
    std::string_view written = words.surface(first);
    if (first + 1 < words.size() && words.are_together(first, 2) &&
        is_kilometres(words.surface(first + 1)))
        if (const auto km = radius(written)) return {2, *km};
    for (const std::string_view unit : {"km", "км"})
        if (written.ends_with(unit) && words.are_together(first, 1))
            if (const auto km = radius(written.substr(0, written.size() - unit.size())))
                return {1, *km};
    return {};
}

/// "w promieniu 10 km od": how many words before `word`.
Distance distance_before(const PlainWords& words, std::size_t word) {
    const std::size_t link = longest_ending_at(words, word, kLinks);
    for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
        if (word < link + count) continue;
        const std::size_t first = word - link - count;
        const Distance found = distance_at(words, first);
        if (found.count != count || !words.are_together(first, count + link + 1)) continue;
        const std::size_t introduction = longest_ending_at(words, first, kDistanceIntroductions);
        return {introduction + count + link, found.km};
    }
    return {};
}

/// "do 30 km": how many words from `word` on.
Distance distance_behind(const PlainWords& words, std::size_t word) {
    const std::size_t introduction = longest_beginning_at(words, word, kDistanceIntroductions);
    const Distance found = distance_at(words, word + introduction);
    if (found.count == 0 || !words.are_together(word - 1, 1 + introduction + found.count))
        return {};
    return {introduction + found.count, found.km};
}

}  // namespace

std::size_t preposition_at_end(std::span<const AnalyzedWord> words) {
    std::size_t longest = 0;
    for (const WordSequence& each : kPrepositions) {
        if (each.size() <= longest || each.size() > words.size()) continue;
        const auto last = words.last(each.size());
        if (std::equal(last.begin(), last.end(), each.words.begin(),
                       [](const AnalyzedWord& word, std::string_view surface) {
                           return word.surface == surface;
                       }))
            longest = each.size();
    }
    return longest;
}

bool says_only_places(std::string_view preposition) {
    constexpr std::array<std::string_view, 7> kOfPlaces{
        "kolo", "obok", "niedaleko", "nieopodal", "okolice", "okolicach", "near"};
    return std::find(kOfPlaces.begin(), kOfPlaces.end(), preposition) != kOfPlaces.end();
}

bool is_adjective_of_other_region(std::string_view surface) {
    constexpr std::array<std::string_view, 16> kOthers{
        "dolnoslask", "kaszubsk",  "kujawsk",      "lodzk",   "lubelsk",    "lubusk",
        "malopolsk",  "mazowieck", "mazursk",      "opolsk",  "podkarpack", "podlask",
        "pomorsk",    "slask",     "swietokrzysk", "warminsk"};
    return std::any_of(kOthers.begin(), kOthers.end(),
                       [&](std::string_view stem) { return surface.starts_with(stem); });
}

PlaceFrame frame_of(const PlainWords& words, std::size_t first, std::size_t count) {
    PlaceFrame frame;
    const std::size_t end = first + count;
    if (const Distance distance = distance_before(words, first); distance.count > 0) {
        frame.before = distance.count;
        frame.radius_km = distance.km;
        frame.has_preposition = true;
    } else {
        frame.before = longest_ending_at(words, first, kPrepositions);
        frame.has_preposition = frame.before > 0;
        frame.is_source = frame.before == 1 && is_source(words.surface(first - 1));
    }
    if (const std::size_t outside = longest_ending_at(words, first, kOutside); outside > 0) {
        frame.before = outside;
        frame.has_preposition = frame.is_outside = true;
        constexpr std::array<std::string_view, 3> kLacking{"bez", "without", "без"};
        frame.is_lacking =
            std::find(kLacking.begin(), kLacking.end(), words.surface(first - 1)) != kLacking.end();
    }
    frame.behind = longest_beginning_at(words, end, kBehind);
    if (!frame.radius_km) {
        const Distance distance = distance_behind(words, end + frame.behind);
        if (distance.count > 0) frame.radius_km = distance.km;
        frame.behind += distance.count;
    }
    return frame;
}

}  // namespace wespol
