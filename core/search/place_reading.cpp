// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/place_reading.h"

#include "core/analysis/stop_words.h"
#include "core/search/near_place.h"
#include "core/search/place_words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace wespol {
namespace {

/// A name of a place in the query, with what is needed to judge it.
struct Candidate {
    std::size_t first = 0, count = 0;  ///< of the name alone
    FoundPlaces found;
    PlaceFrame frame;
    const PostalCode* postal_code = nullptr;
};

class PlaceReader {
  public:
    PlaceReader(const PlainWords& words, const PlaceContext& context)
        : words_(words), context_(context) {}

    /// The likeliest, and whether there is a second one: the others need not be judged.
    PlacesInWords read() {
        std::vector<Candidate> candidates = find_candidates();
        std::stable_sort(
            candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return likelihood(a) < likelihood(b); });
        PlacesInWords read;
        for (const Candidate& each : candidates) {
            if (!is_place(each)) continue;
            read.has_others = read.place.has_value();
            if (read.has_others) break;
            read.place = meaning(each);
        }
        return read;
    }

  private:
    std::vector<Candidate> find_candidates() {
        std::vector<Candidate> candidates;
        for (std::size_t at = 0; at < words_.size();) {
            Candidate candidate = candidate_at(at);
            at += std::max<std::size_t>(candidate.count, 1);
            if (candidate.count > 0) candidates.push_back(std::move(candidate));
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
                frame_of(words_, at + 1, 1).before > 0 && named_at(at + 1).count > 0)
                return candidate;
            candidate.found = named_at(at);
            candidate.count = candidate.found.count;
        }
        if (candidate.count > 0) candidate.frame = frame_of(words_, at, candidate.count);
        return candidate;
    }

    FoundPlaces named_at(std::size_t at) const {
        FoundPlaces found = context_.finder.longest_at(words_.lemmas(), words_.surfaces(), at);
        if (!words_.are_together(at, found.count)) return {};
        return found;
    }

    /// "62-500" anywhere, "62500" only where a place is expected.
    const PostalCode* postal_code_at(std::size_t at) const {
        const std::string& surface = words_.surface(at);
        if (!words_.are_together(at, 1)) return nullptr;
        if (const PostalCode* found = context_.region.postal_code(surface)) return found;
        constexpr std::size_t kDigits = 5;
        if (surface.size() != kDigits || !frame_of(words_, at, 1).has_preposition) return nullptr;
        return context_.region.postal_code(surface.substr(0, 2) + "-" + surface.substr(2));
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
        return precedence(context_.region, *each.found.localities.front());
    }

    bool is_place(const Candidate& each) {
        if (is_unmistakable(each) && (each.postal_code || !each.found.areas.empty())) return true;
        const bool is_common = is_ordinary(each);
        if (each.frame.has_preposition)
            return !is_common || is_capitalised(each) ||
                   (rank(each) == 0 && ends_its_stretch(each) && !is_accusative(each));
        if (!each.found.in_base_form || rank(each) > 1) return false;
        if (is_common && !stands_where_places_stand(each)) return false;
        return !are_part_of_name(words_, each.first, each.count, context_.names) &&
               !is_part_of_concept(each);
    }

    /// "pile" is also a form of "piła"; names of several words are not mistaken for anything.
    bool is_ordinary(const Candidate& each) const {
        return each.count == 1 && context_.analyzer.is_ordinary_word(words_.written(each.first, 1));
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

    /// "koło gospodyń": a concept of several words.
    bool is_part_of_concept(const Candidate& each) {
        if (!long_concepts_) long_concepts_ = find_long_concepts();
        return std::any_of(
            long_concepts_->begin(), long_concepts_->end(), [&](const auto& concept_words) {
                return concept_words.first <= each.first && each.first <= concept_words.second;
            });
    }

    /// First and last word of each.
    std::vector<std::pair<std::size_t, std::size_t>> find_long_concepts() const {
        std::vector<Lemmas> lemmas;
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (is_stop_word(words_.surface(i))) continue;
            lemmas.push_back(words_.lemmas()[i]);
            numbers.push_back(i);
        }
        std::vector<std::pair<std::size_t, std::size_t>> long_concepts;
        for (const FoundConcepts& found : context_.concepts.find(lemmas))
            if (found.count > 1)
                long_concepts.emplace_back(numbers[found.first],
                                           numbers[found.first + found.count - 1]);
        return long_concepts;
    }

    FoundPlace meaning(const Candidate& chosen) const {
        FoundPlace place{.first = chosen.first - chosen.frame.before,
                         .count = chosen.frame.before + chosen.count + chosen.frame.behind,
                         .says_radius = chosen.frame.radius_km.has_value(),
                         .places = {},
                         .areas = {}};
        if (chosen.postal_code)
            place.places.push_back(near_postal_code(context_.region, *chosen.postal_code));
        else
            for (const Locality* each : chosen.found.localities)
                place.places.push_back(near_locality(context_.region, *each));
        if (chosen.frame.radius_km)
            for (NearPlace& each : place.places)
                each.radius_km = *chosen.frame.radius_km;
        if (place.places.empty()) place.areas = chosen.found.areas;
        return place;
    }

    const PlainWords& words_;
    const PlaceContext& context_;
    std::optional<std::vector<std::pair<std::size_t, std::size_t>>> long_concepts_;
};

}  // namespace

PlacesInWords find_place(const PlainWords& words, const PlaceContext& context) {
    return PlaceReader(words, context).read();
}

}  // namespace wespol
