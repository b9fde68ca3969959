// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/place_finder.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

bool is_adjective(std::string_view lemma) {
    return lemma.ends_with('y') || lemma.ends_with('i');
}

/// The forms of "Konin" must not be those of "konina", which the dictionary offers as well: a
/// name of one word that is its own base form stands for itself. Names that decline as adjectives
/// do ("Wysoka") need the adjective, names out of the dictionary their stem.
void keep_to_name(const std::string& surface, Lemmas& lemmas) {
    if (std::find(lemmas.begin(), lemmas.end(), surface) == lemmas.end()) return;
    std::erase_if(lemmas, [&](const std::string& lemma) {
        return lemma != surface && !lemma.ends_with('~') && !is_adjective(lemma);
    });
}

PlaceFinder::Words words_of_name(std::string_view written, const Analyzer& analyzer) {
    PlaceFinder::Words words;
    std::vector<AnalyzedWord> analyzed = analyzer.analyze(written);
    for (AnalyzedWord& word : analyzed) {
        if (analyzed.size() == 1) keep_to_name(word.surface, word.lemmas);
        words.folded.append(words.folded.empty() ? "" : " ").append(word.surface);
        words.lemmas.push_back(std::move(word.lemmas));
    }
    return words;
}

/// What people leave out or shorten in the names of towns.
struct ShortForm {
    std::string_view epithet;
    std::string_view shortened;
};
constexpr std::array kShortForms{
    ShortForm{" Wielkopolski", ""},   ShortForm{" Wielkopolski", " Wlkp"},
    ShortForm{" Wielkopolska", ""},   ShortForm{" Wielkopolska", " Wlkp"},
    ShortForm{" nad Prosną", ""},     ShortForm{"-Великопольський", ""},
    ShortForm{"-Великопольська", ""}, ShortForm{" Krajeńskie", " Kraj"}};

std::vector<std::string> with_short_forms(const std::string& name) {
    std::vector<std::string> forms{name};
    for (const auto& [epithet, shortened] : kShortForms)
        if (name.ends_with(epithet))
            forms.push_back(name.substr(0, name.size() - epithet.size()) + std::string(shortened));
    return forms;
}

/// Ukrainians write "Конін" and "Конин", "Лешно" and "Лєшно".
std::vector<std::string> with_near_vowels(const std::string& ukrainian) {
    struct NearVowel {
        std::string_view written, heard;
    };
    constexpr std::array kNearVowels{NearVowel{"і", "и"}, NearVowel{"е", "є"}, NearVowel{"ґ", "г"}};
    std::vector<std::string> writings{ukrainian};
    for (const auto& [written, heard] : kNearVowels)
        for (std::size_t i = 0, count = writings.size(); i < count; ++i) {
            std::string other = writings[i];
            for (std::size_t at = other.find(written); at != std::string::npos;
                 at = other.find(written, at + heard.size()))
                other.replace(at, written.size(), heard);
            if (other != writings[i]) writings.push_back(std::move(other));
        }
    return writings;
}

/// The voivodeship, as it is called. Its adjective alone may be any "wielkopolski".
constexpr std::array<std::string_view, 12> kRegionNames{"Wielkopolska",
                                                        "Wielkopolskie",
                                                        "województwo wielkopolskie",
                                                        "woj. wielkopolskie",
                                                        "region Wielkopolska",
                                                        "Greater Poland",
                                                        "Greater Poland voivodeship",
                                                        "Wielkopolska region",
                                                        "Wielkopolska voivodeship",
                                                        "Великопольща",
                                                        "Велика Польща",
                                                        "Великопольське воєводство"};

/// Adjectives that say something else more often: "kuchnia turecka".
constexpr std::array<std::string_view, 1> kAdjectivesOfOthers{"turecki"};

}  // namespace

PlaceFinder::PlaceFinder(const Region& region, const Analyzer& analyzer, const Weight& weight) {
    add_localities(region, analyzer, weight);
    add_areas(region, analyzer);
    add_region(analyzer);
    add_adjectives(region, analyzer);
    add_districts(region, analyzer);
}

void PlaceFinder::add(Words words, const Locality& locality) {
    sequences_.add(std::move(words.lemmas), names_.size());
    names_.push_back({std::move(words.folded), &locality, {}, false});
}

void PlaceFinder::add(std::string_view written, Area area, const Analyzer& analyzer) {
    Words words = words_of_name(written, analyzer);
    sequences_.add(std::move(words.lemmas), names_.size());
    names_.push_back({std::move(words.folded), nullptr, std::move(area), false});
}

void PlaceFinder::add_localities(const Region& region, const Analyzer& analyzer,
                                 const Weight& weight) {
    using Rank = std::tuple<int, std::size_t, const Locality*>;
    std::vector<Rank> ranked;
    for (const Locality& each : region.localities())
        ranked.emplace_back(precedence(region, each), weight(each.municipality), &each);
    std::stable_sort(ranked.begin(), ranked.end(), [](const Rank& a, const Rank& b) {
        return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) < std::get<0>(b)
                                                : std::get<1>(a) > std::get<1>(b);
    });
    std::unordered_map<std::string, Words> villages;  // hundreds share their name with others
    for (const auto& [rank, known, locality] : ranked) {
        if (locality->kind != "miasto") {
            const auto [words, is_new] = villages.try_emplace(locality->name);
            if (is_new) words->second = words_of_name(locality->name, analyzer);
            add(words->second, *locality);
            if (rank > 1) continue;
        } else {
            for (const std::string& form : with_short_forms(locality->name))
                add(words_of_name(form, analyzer), *locality);
        }
        for (const PlaceName& each : region.place_names()) {
            if (each.name != locality->name || each.municipality != locality->municipality)
                continue;
            for (const std::string& ukrainian : each.ukrainian)
                for (const std::string& form : with_short_forms(ukrainian))
                    for (const std::string& written : with_near_vowels(form))
                        add(words_of_name(written, analyzer), *locality);
        }
    }
}

void PlaceFinder::add_areas(const Region& region, const Analyzer& analyzer) {
    const auto add_labels = [&](const auto& place, const Area& area) {
        for (const Language language : {Language::en, Language::uk})
            if (const auto& label = place.labels[index_of(language)]; !label.empty())
                add(label, area, analyzer);
    };
    for (const County& each : region.counties()) {
        if (each.kind != "powiat") continue;  // a city is asked for as a town
        const Area area{FieldId::county, each.code};
        for (const std::string_view kind : {"powiat", "pow"})
            for (const std::string& name : {each.name, each.seat})
                add(fmt::format("{} {}", kind, name), area, analyzer);
        add_labels(each, area);
    }
    for (const Municipality& each : region.municipalities())
        for (const std::string_view kind : {"gmina", "gm"})
            add(fmt::format("{} {}", kind, each.name), {FieldId::municipality, each.code},
                analyzer);
    for (const Subregion& each : region.subregions()) {
        const Area area{FieldId::subregion, each.code};
        add(fmt::format("subregion {}", each.labels[index_of(Language::pl)]), area, analyzer);
        add_labels(each, area);
    }
}

void PlaceFinder::add_region(const Analyzer& analyzer) {
    for (const std::string_view name : kRegionNames) {
        Words words = words_of_name(name, analyzer);
        sequences_.add(std::move(words.lemmas), names_.size());
        names_.push_back({std::move(words.folded), nullptr, {}, true});
    }
}

/// A county is called after its seat: "koniński".
void PlaceFinder::add_adjectives(const Region& region, const Analyzer& analyzer) {
    for (const County& each : region.counties()) {
        const std::vector<const Locality*> seats = region.localities_named(each.seat);
        const std::vector<AnalyzedWord> words = analyzer.analyze(each.name);
        if (each.kind != "powiat" || seats.empty() || words.size() != 1) continue;
        const std::string& adjective = words.front().surface;
        if (std::find(kAdjectivesOfOthers.begin(), kAdjectivesOfOthers.end(), adjective) ==
            kAdjectivesOfOthers.end())
            seats_by_adjective_.emplace(adjective, seats.front());
    }
}

void PlaceFinder::add_districts(const Region& region, const Analyzer& analyzer) {
    for (const PlaceName& each : region.place_names()) {
        const Locality* town = region.locality(each.name, each.municipality);
        if (town == nullptr) continue;
        for (const std::string& district : each.districts) {
            districts_.add(words_of_name(district, analyzer).lemmas, towns_of_districts_.size());
            towns_of_districts_.push_back(town);
        }
    }
}

PlaceFinder::District PlaceFinder::district_at(const std::vector<Lemmas>& words,
                                               std::size_t first) const {
    const LemmaSequences::Match longest = districts_.longest_at(words, first);
    if (longest.count == 0) return {};
    return {longest.count, towns_of_districts_[longest.names.front()]};
}

const Locality* PlaceFinder::of_adjective(const Lemmas& word) const {
    for (const std::string& lemma : word)
        if (const auto found = seats_by_adjective_.find(lemma); found != seats_by_adjective_.end())
            return found->second;
    return nullptr;
}

FoundPlaces PlaceFinder::longest_at(const std::vector<Lemmas>& words,
                                    const std::vector<std::string>& surfaces,
                                    std::size_t first) const {
    LemmaSequences::Match longest = sequences_.longest_at(words, first);
    FoundPlaces found;
    found.count = longest.count;
    if (found.count == 0) return found;

    std::string typed;
    for (std::size_t i = first; i < first + found.count; ++i)
        typed.append(typed.empty() ? "" : " ").append(surfaces[i]);
    const auto is_as_typed = [&](std::size_t name) { return names_[name].folded == typed; };
    std::sort(longest.names.begin(), longest.names.end());
    // "Lubonia" is a village, but more probably the town of Luboń in the genitive. The likeliest
    // may be typed in a short form: "Ostrów Wlkp."
    const Locality* const likeliest = names_[longest.names.front()].locality;
    found.in_base_form = std::any_of(
        longest.names.begin(), longest.names.end(),
        [&](std::size_t name) { return is_as_typed(name) && names_[name].locality == likeliest; });
    if (found.in_base_form)
        std::erase_if(longest.names, [&](std::size_t name) { return !is_as_typed(name); });
    for (const std::size_t index : longest.names) {
        const Name& name = names_[index];
        auto& localities = found.localities;
        auto& areas = found.areas;
        if (name.is_region) {
            found.is_region = true;
            continue;
        }
        if (name.locality == nullptr &&
            std::find(areas.begin(), areas.end(), name.area) == areas.end())
            areas.push_back(name.area);
        if (name.locality == nullptr) continue;
        if (std::find(localities.begin(), localities.end(), name.locality) == localities.end())
            localities.push_back(name.locality);
    }
    return found;
}

}  // namespace wespol
