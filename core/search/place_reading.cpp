// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/place_reading.h"

#include "core/search/concept_reading.h"
#include "core/search/near_place.h"
#include "core/search/place_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace wespol {
namespace {

/// A name of a place in the query, with what is needed to judge it.
struct Candidate {
    std::size_t first = 0, count = 0;  ///< of the name alone
    FoundPlaces found;
    PlaceFrame frame;
    const PostalCode* postal_code = nullptr;
    bool is_adjective = false;
    bool is_guess = false;
    bool is_district = false;
};

/// "w Koninie i Kaliszu".
constexpr std::array<std::string_view, 11> kConjunctions{"i",  "oraz", "lub", "albo", "a",  "and",
                                                         "or", "та",   "і",   "й",    "або"};

class PlaceReader {
  public:
    PlaceReader(const PlainWords& words, const PlaceContext& context)
        : words_(words), context_(context) {}

    /// Strictly the likeliest with its alternatives, and whether there is one beside: the others
    /// need not be judged. Leniently all of them, in the order of the words.
    PlacesInWords read() {
        std::vector<Candidate> candidates = find_candidates();
        PlacesInWords read;
        std::erase_if(candidates, [&](const Candidate& each) {
            const bool is_aside = each.found.is_region || each.frame.is_outside;
            if (is_aside && is_aside_place(each)) read.aside.push_back(meaning(each));
            return is_aside;
        });
        std::stable_sort(
            candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return likelihood(a) < likelihood(b); });
        std::vector<FoundPlace> places;
        for (const Candidate& each : candidates) {
            const bool is_joined = is_lenient() && is_joined_to_one(each, places);
            if (!is_joined && !is_place(each)) continue;
            FoundPlace place = meaning(each);
            read.has_others =
                !is_lenient() && !places.empty() && !are_alternatives(place, places.back());
            places.push_back(std::move(place));
            if (read.has_others) break;
        }
        if (places.empty()) return read;
        if (read.has_others) {
            read.place = std::move(places.front());
            return read;
        }
        if (places.front().areas.empty())
            std::erase_if(places, [](const FoundPlace& each) { return !each.areas.empty(); });
        std::sort(places.begin(), places.end(),
                  [](const FoundPlace& a, const FoundPlace& b) { return a.first < b.first; });
        read.place = std::move(places.front());
        read.further.assign(std::make_move_iterator(places.begin() + 1),
                            std::make_move_iterator(places.end()));
        return read;
    }

  private:
    bool is_lenient() const { return context_.reading == PlaceReading::lenient; }

    /// A town in any case beside a place that was read: "w Koninie i Kaliszu", "Konin Kalisz".
    bool is_joined_to_one(const Candidate& each, const std::vector<FoundPlace>& places) const {
        if (each.found.localities.empty() || rank(each) > 0) return false;
        return std::any_of(places.begin(), places.end(), [&](const FoundPlace& place) {
            return are_joined(place.first + place.count, each.first) ||
                   are_joined(each.first + each.count, place.first);
        });
    }

    /// "w Gnieźnie lub w Koninie".
    bool are_alternatives(const FoundPlace& one, const FoundPlace& other) const {
        const auto [before, behind] = std::minmax(
            one, other, [](const FoundPlace& a, const FoundPlace& b) { return a.first < b.first; });
        return before.first + before.count + 1 == behind.first &&
               are_joined(before.first + before.count, behind.first);
    }

    /// What ends before word `end` and what begins at `begin`: nothing or "i" is between them.
    bool are_joined(std::size_t end, std::size_t begin) const {
        return end == begin ||
               (end + 1 == begin && std::find(kConjunctions.begin(), kConjunctions.end(),
                                              words_.surface(end)) != kConjunctions.end());
    }

    /// The region restricts nothing, so that its name is left out where it says a place only.
    bool is_aside_place(const Candidate& each) {
        if (each.frame.is_outside) {
            if (!each.found.areas.empty()) return true;
            if (each.frame.is_lacking && is_ordinary(each) && !is_capitalised(each)) return false;
            return !each.found.localities.empty() && (rank(each) == 0 || is_capitalised(each));
        }
        if (each.frame.has_preposition) return true;
        return is_beside_sector(each) &&
               !are_part_of_name(words_, each.first, each.count, context_.names) &&
               !are_part_of_concept(words_, each.first, each.count, context_.concepts);
    }

    bool is_beside_sector(const Candidate& each) const {
        return stand_beside_sector(words_, each.first, each.count, context_.concepts);
    }

    std::vector<Candidate> find_candidates() {
        std::vector<Candidate> candidates;
        std::size_t free = 0;  // from here on no candidate has taken a word
        for (std::size_t at = 0; at < words_.size();) {
            Candidate candidate = candidate_at(at);
            at += std::max<std::size_t>(candidate.count, 1);
            if (candidate.count == 0) continue;
            // "Stare Miasto Poznań": "miasto" stands before Poznań, but it ends another name.
            if (candidate.first - candidate.frame.before < free) candidate.frame = {};
            free = at;
            candidates.push_back(std::move(candidate));
        }
        return candidates;
    }

    Candidate candidate_at(std::size_t at) {
        Candidate candidate{.first = at, .count = 0, .found = {}, .frame = {}};
        if ((candidate.postal_code = postal_code_at(at))) {
            // "62-500 Konin": the town says nothing more.
            candidate.count = 1;
            const FoundPlaces town = at + 1 < words_.size() && words_.are_together(at, 2)
                                         ? named_at(at + 1)
                                         : FoundPlaces{};
            if (!town.localities.empty()) candidate.count += town.count;
        } else {
            // "koło Konina", "w Kole": a preposition that is also a town belongs to what follows.
            if (at + 1 < words_.size() && words_.are_together(at, 2) &&
                frame_of(words_, at + 1, 1).before > 0 &&
                (named_at(at + 1).count > 0 || guessed_at(at + 1).count > 0))
                return candidate;
            if (is_lenient()) read_district(candidate);
            if (candidate.count == 0) {
                candidate.found = named_at(at);
                candidate.count = candidate.found.count;
            }
            if (candidate.count == 0) {
                candidate.found = guessed_at(at);
                candidate.count = candidate.found.count;
                candidate.is_guess = candidate.count > 0;
            }
            if (candidate.count == 0) read_adjective(candidate);
        }
        if (candidate.count > 0) candidate.frame = frame_of(words_, at, candidate.count);
        if (candidate.is_district && !candidate.frame.has_preposition &&
            has_preposition_of_district(at)) {
            candidate.frame.before = 1;
            candidate.frame.has_preposition = true;
        }
        return candidate;
    }

    /// "Rataje sprzątanie": a part of a town is the town, unless a town is called so.
    void read_district(Candidate& candidate) const {
        const PlaceFinder::District district =
            context_.finder.district_at(words_.lemmas(), candidate.first);
        if (district.count == 0 || !words_.are_together(candidate.first, district.count)) return;
        const FoundPlaces place = named_at(candidate.first);
        if (place.count >= district.count && is_rather_place(place, candidate.first, district))
            return;
        candidate.is_district = candidate.found.in_base_form = true;
        candidate.count = candidate.found.count = district.count;
        candidate.found.localities = {district.town};
    }

    /// A town always; the seat of a municipality unless it is told which district is meant: "na
    /// Starym Mieście", "Stare Miasto Poznań". A village seldom.
    bool is_rather_place(const FoundPlaces& place, std::size_t first,
                         const PlaceFinder::District& district) const {
        const int rank =
            place.localities.empty() ? 0 : precedence(context_.region, *place.localities.front());
        if (rank != 1) return rank == 0;
        return !has_preposition_of_district(first) && !is_named_elsewhere(first, district);
    }

    bool is_named_elsewhere(std::size_t first, const PlaceFinder::District& district) const {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (at >= first && at < first + district.count) continue;
            const FoundPlaces place = named_at(at);
            if (!place.localities.empty() && place.localities.front() == district.town) return true;
        }
        return false;
    }

    /// "na Starym Mieście": towns one is in, on their parts one is.
    bool has_preposition_of_district(std::size_t first) const {
        constexpr std::array<std::string_view, 2> kOn{"na", "на"};
        return first > 0 && words_.are_together(first - 1, 2) &&
               std::find(kOn.begin(), kOn.end(), words_.surface(first - 1)) != kOn.end();
    }

    /// "konińska pralnia".
    void read_adjective(Candidate& candidate) const {
        const Locality* town = words_.are_together(candidate.first, 1)
                                   ? context_.finder.of_adjective(words_.lemmas()[candidate.first])
                                   : nullptr;
        if (town == nullptr) return;
        // Strictly, of work or of a legal form alone: "koniński hostel".
        if (!is_lenient() && !stand_beside_sector(words_, candidate.first, 1, context_.concepts))
            return;
        candidate.count = 1;
        candidate.is_adjective = candidate.found.in_base_form = true;
        candidate.found.localities = {town};
    }

    FoundPlaces named_at(std::size_t at) const {
        FoundPlaces found = context_.finder.longest_at(words_.lemmas(), words_.surfaces(), at);
        if (!words_.are_together(at, found.count)) return {};
        return found;
    }

    /// "kolo Kola": what is a word of its own without diacritics is the town of Koło all the same
    /// where something stands before it that says nothing but places.
    FoundPlaces guessed_at(std::size_t at) const {
        if (at == 0 || !words_.are_together(at - 1, 2) || !says_only_places(words_.surface(at - 1)))
            return {};
        FoundPlaces found = context_.finder.longest_at(
            {context_.analyzer.guessed_lemmas(words_.written(at, 1))}, {words_.surface(at)}, 0);
        std::erase_if(found.localities,
                      [&](const Locality* each) { return precedence(context_.region, *each) > 0; });
        found.areas.clear();
        if (found.localities.empty() || are_part_of_concept(words_, at, 1, context_.concepts))
            return {};
        return found;
    }

    /// "62-500", or "62500" where it is no part of another number.
    const PostalCode* postal_code_at(std::size_t at) const {
        const std::string& surface = words_.surface(at);
        if (!words_.are_together(at, 1)) return nullptr;
        if (const PostalCode* found = context_.region.postal_code(surface)) return found;
        constexpr std::size_t kDigits = 5;
        if (surface.size() != kDigits || is_part_of_number(at)) return nullptr;
        return context_.region.postal_code(surface.substr(0, 2) + "-" + surface.substr(2));
    }

    /// "KRS 61731", "60 61731".
    bool is_part_of_number(std::size_t at) const {
        const auto is_digits = [&](std::size_t word) {
            return words_.surface(word).find_first_not_of("0123456789-") == std::string::npos;
        };
        constexpr std::array<std::string_view, 6> kNumbers{"krs", "nip", "regon",
                                                           "cpv", "nr",  "numer"};
        const bool follows_number =
            at > 0 && words_.are_together(at - 1, 2) &&
            (is_digits(at - 1) ||
             std::find(kNumbers.begin(), kNumbers.end(), words_.surface(at - 1)) != kNumbers.end());
        return follows_number || (words_.are_together(at, 2) && is_digits(at + 1));
    }

    static bool is_unmistakable(const Candidate& each) {
        return each.postal_code || each.frame.has_preposition || !each.found.areas.empty();
    }

    /// Lowest first. One that a preposition stands before says more, of these the first; of the
    /// others the last: "catering Konin".
    std::pair<int, std::ptrdiff_t> likelihood(const Candidate& each) const {
        const auto first = static_cast<std::ptrdiff_t>(each.first);
        return is_unmistakable(each) ? std::pair{-1, first} : std::pair{rank(each), -first};
    }

    int rank(const Candidate& each) const {
        if (each.found.localities.empty()) return 0;  // the region
        return precedence(context_.region, *each.found.localities.front());
    }

    bool is_place(const Candidate& each) {
        if (each.is_guess) return true;
        if (is_unmistakable(each) && (each.postal_code || !each.found.areas.empty())) return true;
        if (is_part_of_other_town(each)) return false;
        if (each.is_district)
            return (!is_ordinary(each) || is_capitalised(each)) &&
                   !are_part_of_name(words_, each.first, each.count, context_.names);
        const bool is_common = is_ordinary(each) && !each.is_adjective;
        if (each.frame.has_preposition)
            return !is_common || is_capitalised(each) ||
                   (rank(each) == 0 && ends_its_stretch(each) && !is_accusative(each) &&
                    !is_material(each));
        if (rank(each) > 1 || (!each.found.in_base_form && !is_town_of_sector(each))) return false;
        if (is_common && !stands_where_places_stand(each)) return false;
        return !are_part_of_name(words_, each.first, each.count, context_.names) &&
               !are_part_of_concept(words_, each.first, each.count, context_.concepts);
    }

    /// "catering Konina", but not "przyjaciele Konina", nor "catering konina" of horse meat.
    bool is_town_of_sector(const Candidate& each) const {
        return rank(each) == 0 && ends_its_stretch(each) && is_beside_sector(each) &&
               (is_capitalised(each) || !is_ordinary(each) || is_locative(each));
    }

    /// "koninie", "pile", "turku": nobody writes of meat or saws so without a preposition.
    bool is_locative(const Candidate& each) const {
        const std::string& last = words_.surface(each.first + each.count - 1);
        return (last.ends_with('e') || last.ends_with('u')) &&
               context_.analyzer.is_ordinary_oblique(words_.written(each.first, each.count));
    }

    /// "pile" is also a form of "piła"; names of several words are not mistaken for anything.
    bool is_ordinary(const Candidate& each) const {
        return each.count == 1 && context_.analyzer.is_ordinary_word(words_.written(each.first, 1));
    }

    /// "pierogi z koniny" are of horse meat; "z konina" can only be the town, as no preposition
    /// stands before a base form.
    bool is_material(const Candidate& each) const {
        return each.frame.is_source &&
               context_.analyzer.is_ordinary_oblique(words_.written(each.first, 1));
    }

    /// "Ostrów Mazowiecka", "w Środzie Śląskiej", "w Nowej Soli": towns of other regions.
    bool is_part_of_other_town(const Candidate& each) const {
        const std::size_t next = each.first + each.count;
        if (each.count != 1 || !words_.are_together(each.first, 2)) return false;
        if (is_adjective_of_other_region(words_.surface(next))) return true;
        return rank(each) > 0 && is_ordinary(each) && is_capitalised(each) &&
               words_.is_capitalised(next) && each.frame.behind == 0;
    }

    bool is_capitalised(const Candidate& each) const { return words_.is_capitalised(each.first); }

    bool ends_its_stretch(const Candidate& each) const {
        return words_.is_last(each.first + each.count + each.frame.behind - 1);
    }

    /// "w środę" is a day of the week: places after "w" never end so.
    bool is_accusative(const Candidate& each) const {
        return words_.written(each.first, each.count).ends_with("ę");
    }

    /// Of a town whose name is an ordinary word ("piła", "turek"), without a preposition: at the
    /// end, or a seat of a county with a capital letter at the beginning.
    bool stands_where_places_stand(const Candidate& each) const {
        if (rank(each) > 0) return words_.is_first(each.first) && ends_its_stretch(each);
        if (ends_its_stretch(each)) return true;
        const auto& counties = context_.region.counties();
        return words_.is_first(each.first) && is_capitalised(each) &&
               std::any_of(counties.begin(), counties.end(), [&](const County& county) {
                   return county.seat == each.found.localities.front()->name;
               });
    }

    /// Behind them those of a longer name: "Słupia" may be meant for "Słupia pod Kępnem".
    std::vector<const Locality*> with_longer_names(std::vector<const Locality*> localities) const {
        if (localities.empty()) return localities;
        const std::string beginning = localities.front()->name + " ";
        for (const Locality& each : context_.region.localities())
            if (each.name.starts_with(beginning)) localities.push_back(&each);
        return localities;
    }

    FoundPlace meaning(const Candidate& chosen) const {
        FoundPlace place{.first = chosen.first - chosen.frame.before,
                         .count = chosen.frame.before + chosen.count + chosen.frame.behind,
                         .says_radius = chosen.frame.radius_km.has_value(),
                         .places = {},
                         .areas = {},
                         .is_region = chosen.found.is_region,
                         .is_outside = chosen.frame.is_outside};
        if (chosen.postal_code)
            place.places.push_back(near_postal_code(context_.region, *chosen.postal_code));
        else
            for (const Locality* each : with_longer_names(chosen.found.localities))
                place.places.push_back(near_locality(context_.region, *each));
        if (chosen.frame.radius_km)
            for (NearPlace& each : place.places)
                each.radius_km = *chosen.frame.radius_km;
        if (place.places.empty()) place.areas = chosen.found.areas;
        return place;
    }

    const PlainWords& words_;
    const PlaceContext& context_;
};

}  // namespace

PlacesInWords find_place(const PlainWords& words, const PlaceContext& context) {
    return PlaceReader(words, context).read();
}

}  // namespace wespol
