// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/written_place.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// What may stand before a name and says only what kind of place it is.
constexpr std::array<std::string_view, 8> kKinds{"m ",      "miasto ", "gmina ", "gm ",
                                                 "powiat ", "pow ",    "m st ",  "miasto i gmina "};

/// Folded, without the word for its kind.
std::string bare(std::string_view name) {
    std::string folded = fold_words(name);
    std::string_view longest;
    for (const std::string_view kind : kKinds)
        if (folded.starts_with(kind) && kind.size() > longest.size()) longest = kind;
    folded.erase(0, longest.size());
    return folded;
}

/// "Borowo (gm. Czempiń)", "Borowo, pow. kościański": what stands behind the town, where there is
/// no column for it.
WrittenPlace taken_apart(WrittenPlace written) {
    const std::size_t end = written.town.find_first_of("(,");
    if (end == std::string::npos || end == 0) return written;
    const std::string note = fold_words(std::string_view(written.town).substr(end));
    const bool is_municipality = note.starts_with("gm ") || note.starts_with("gmina ");
    const bool is_county = note.starts_with("pow ") || note.starts_with("powiat ");
    std::string& wider = is_municipality ? written.municipality : written.county;
    if (!(is_municipality || is_county) || !wider.empty()) return written;
    wider = note;
    written.town.erase(written.town.find_last_not_of(' ', end - 1) + 1);
    return written;
}

/// "sroda wlkp" → every full name it may stand for; itself, when nothing is shortened.
std::vector<std::string> full_names(const std::string& folded) {
    constexpr std::string_view shortened = " wlkp";
    constexpr std::array<std::string_view, 3> full{" wielkopolski", " wielkopolska",
                                                   " wielkopolskie"};
    if (!folded.ends_with(shortened)) return {folded};
    const std::string start = folded.substr(0, folded.size() - shortened.size());
    std::vector<std::string> names;
    names.reserve(full.size());
    for (const std::string_view each : full)
        names.push_back(start + std::string(each));
    return names;
}

bool is_one_of(const std::vector<std::string>& folded_names, std::string_view official) {
    return std::find(folded_names.begin(), folded_names.end(), fold_words(official)) !=
           folded_names.end();
}

using Municipalities = std::vector<const Municipality*>;

class Finder {
  public:
    Finder(const Region& region, WrittenPlace written, const BaseNames& base_names)
        : region_(region),
          written_(std::move(written)),
          county_(bare(written_.county)),
          municipality_(bare(written_.municipality)),
          town_(bare(written_.town)),
          county_names_(full_names(county_)),
          municipality_names_(full_names(municipality_)),
          base_names_(base_names) {
        find_towns();
    }

    ResolvedPlace run() {
        find_county();
        if (towns_.empty() && !town_.empty() && base_names_) find_inflected();
        find_municipality();
        find_town();
        return std::move(found_);
    }

  private:
    void doubt(const char* key, bool is_left_out, std::string message, std::string advice) {
        found_.doubts.push_back({key, is_left_out, std::move(message), std::move(advice)});
    }

    void find_towns() {
        for (const std::string& name : full_names(town_))
            for (const Locality* each : region_.localities_named(name))
                towns_.push_back(each);
    }

    /// A village that the table lacks must not become another one of a name like its own: county
    /// or municipality have to say that this is meant, or it is a city.
    bool is_meant(const Locality& place) const {
        const Municipality& municipality = *region_.municipality(place.municipality);
        if (!is_in_county(municipality)) return false;
        if (!municipality_.empty())
            return is_one_of(municipality_names_, municipality.name) ||
                   municipality_.starts_with(municipality.code);
        return found_.county || place.kind == "miasto";
    }

    void find_inflected() {
        std::set<std::string> meant;
        for (const std::string& name : base_names_(written_.town))
            for (const Locality* each : region_.localities_named(name))
                if (is_meant(*each)) meant.insert(each->name);
        if (meant.size() != 1) return;
        written_.town = *meant.begin();
        town_ = bare(written_.town);
        found_.is_inflected = true;
        doubt("town", false, fmt::format("nazwa jest odmieniona, przyjęto {}", written_.town),
              "zapisz miejscowość w mianowniku");
        find_towns();
    }

    void find_county() {
        if (county_.empty()) return;
        if (all_digits(county_) && region_.county(county_)) {
            found_.county = county_;
            return;
        }
        for (const County& each : region_.counties())
            if (is_one_of(county_names_, each.name)) found_.county = each.code;
        if (!found_.county) find_district();
        if (!found_.county)
            doubt("county", true, "nie ma takiego powiatu w regionie, pominięto",
                  "nazwy są w region/counties.jsonl");
    }

    /// "poznan wilda": a part of a city that is a county.
    void find_district() {
        for (const County& each : region_.counties())
            if (each.kind == "miasto" && county_.starts_with(fold_words(each.name) + " "))
                found_.county = each.code;
    }

    bool is_in_county(const Municipality& municipality) const {
        return !found_.county || municipality.county == *found_.county;
    }

    /// Its places as the table writes them, in this municipality.
    const Locality* town_in(const Municipality& municipality) const {
        for (const Locality* each : towns_)
            if (each->municipality == municipality.code) return each;
        return nullptr;
    }

    Municipalities named() const {
        Municipalities result;
        for (const Municipality& each : region_.municipalities())
            if (is_in_county(each) && is_one_of(municipality_names_, each.name))
                result.push_back(&each);
        return result;
    }

    void find_municipality() {
        if (all_digits(municipality_)) {
            const std::string code = municipality_.substr(0, 6);
            if (const Municipality* known = region_.municipality(code)) accept(*known);
            return;
        }
        Municipalities candidates;
        if (!municipality_.empty()) {
            candidates = named();
            if (candidates.empty()) candidates = of_district();
            if (candidates.empty())
                doubt("municipality", true,
                      found_.county ? "nie ma takiej gminy w tym powiecie, pominięto"
                                    : "nie ma takiej gminy w regionie, pominięto",
                      "nazwy są w region/municipalities.jsonl");
        }
        if (candidates.empty()) candidates = of_town();
        if (candidates.size() > 1) candidates = settled_by_town(std::move(candidates));
        if (candidates.size() == 1) accept(*candidates.front());
    }

    Municipalities of_district() {
        for (const Municipality& each : region_.municipalities()) {
            const County* county = region_.county(each.county);
            if (!is_in_county(each) || county->kind != "miasto" ||
                !municipality_.starts_with(fold_words(each.name) + " "))
                continue;
            doubt("municipality", false,
                  fmt::format("to część miasta, przyjęto gminę {}", each.name),
                  "nic nie trzeba robić");
            return {&each};
        }
        return {};
    }

    /// Places of the county that bear the town's name. Of "Łubowo" and "Lubowo" only the one that
    /// is written, where one of them is.
    std::vector<const Locality*> towns_in_county() const {
        std::vector<const Locality*> result;
        for (const Locality* each : towns_)
            if (is_in_county(*region_.municipality(each->municipality))) result.push_back(each);
        const std::string written = lower(written_.town);
        const auto is_spelled = [&](const Locality* each) {
            return written.ends_with(lower(each->name));
        };
        if (std::ranges::any_of(result, is_spelled)) std::erase_if(result, std::not_fn(is_spelled));
        return result;
    }

    /// Without a municipality the town tells it, when no other place bears its name; a city of
    /// the name goes before villages.
    Municipalities of_town() {
        Municipalities result;
        Municipalities cities;
        for (const Locality* each : towns_in_county()) {
            const Municipality* municipality = region_.municipality(each->municipality);
            if (std::find(result.begin(), result.end(), municipality) == result.end())
                result.push_back(municipality);
            if (each->kind == "miasto") cities.push_back(municipality);
        }
        if (result.empty() && found_.county && !towns_.empty()) return against_county();
        if (result.size() > 1 && cities.size() == 1) {
            doubt("town", false,
                  fmt::format("tę nazwę nosi {} miejscowości, przyjęto miasto", result.size()),
                  "jeśli to wieś, dopisz gminę");
            return cities;
        }
        if (result.size() > 1) {
            doubt("town", false,
                  fmt::format("miejscowość tej nazwy jest w {} gminach, gminy nie wpisano",
                              result.size()),
                  "dopisz gminę albo powiat");
            return {};
        }
        return result;
    }

    /// The county has no such town.
    Municipalities against_county() {
        const std::string county = region_.county(*found_.county)->name;
        found_.county.reset();
        Municipalities cities;
        for (const Locality* each : towns_)
            if (each->kind == "miasto") cities.push_back(region_.municipality(each->municipality));
        if (cities.size() == 1) {
            doubt("county", false,
                  fmt::format("powiat „{}” nie ma miejscowości {}, wzięto powiat tego miasta",
                              county, towns_.front()->name),
                  "sprawdź powiat i miejscowość");
            return cities;
        }
        doubt("county", true,
              fmt::format("powiat „{}” nie ma miejscowości {}, powiatu i gminy nie wpisano", county,
                          towns_.front()->name),
              "popraw powiat albo miejscowość; jeśli oba są dobre, dopisz gminę");
        return {};
    }

    /// Urban and rural of one name: a town's own record takes the urban one, a village the rural.
    Municipalities settled_by_town(Municipalities candidates) {
        Municipalities with_town;
        for (const Municipality* each : candidates)
            if (!town_.empty() && town_in(*each)) with_town.push_back(each);
        if (with_town.size() == 1) return with_town;
        const auto is_urban = [](const Municipality* each) { return each->kind == "miejska"; };
        if (is_one_of(full_names(town_), candidates.front()->name)) {
            const auto urban = std::find_if(candidates.begin(), candidates.end(), is_urban);
            if (urban != candidates.end()) return {*urban};
        }
        if (Municipalities of_its_town = of_only_town(); !of_its_town.empty()) {
            doubt("municipality", false,
                  fmt::format("miejscowość nie leży w tej gminie, przyjęto {}",
                              of_its_town.front()->name),
                  "sprawdź gminę");
            return of_its_town;
        }
        const auto rural = std::find_if_not(candidates.begin(), candidates.end(), is_urban);
        const bool is_village = !town_.empty() && rural != candidates.end() && found_.county;
        doubt("municipality", !is_village,
              fmt::format("gmin o tej nazwie jest {}, a miejscowość tego nie rozstrzyga, {}",
                          candidates.size(), is_village ? "przyjęto wiejską" : "pominięto"),
              "wpisz kod gminy (6 cyfr) z region/municipalities.jsonl");
        if (is_village) return {*rural};
        return {};
    }

    /// Of the one place in the county that bears the town's name.
    Municipalities of_only_town() const {
        Municipalities result;
        for (const Locality* each : towns_) {
            const Municipality* municipality = region_.municipality(each->municipality);
            if (found_.county && is_in_county(*municipality)) result.push_back(municipality);
        }
        if (result.size() != 1) result.clear();
        return result;
    }

    void accept(const Municipality& municipality) {
        if (found_.county && *found_.county != municipality.county)
            doubt("county", false, "powiat nie zgadza się z gminą, wzięto z gminy",
                  "sprawdź powiat i gminę");
        found_.municipality = municipality.code;
        found_.county = municipality.county;
    }

    void find_town() {
        if (town_.empty()) return;
        found_.town = written_.town;
        if (!found_.municipality && towns_.empty()) {
            found_.is_elsewhere = true;
            doubt("town", false, "takiej miejscowości nie ma w regionie, zostaje jak na liście",
                  "sprawdź nazwę; jeśli leży poza regionem, usuń wiersz");
        }
        if (!found_.municipality) return;
        const Municipality& municipality = *region_.municipality(*found_.municipality);
        if (const Locality* known = town_in(municipality)) {
            found_.town = known->name;
            found_.is_town_known = true;
            return;
        }
        // "SWARZĘDZ - JASIN": the first part that the table knows.
        std::string start = town_;
        const Locality* part = nullptr;
        for (std::size_t end = start.rfind(' '); !part && end != start.npos;
             end = start.rfind(' ')) {
            start.erase(end);
            part = region_.locality(start, municipality.code);
        }
        if (part) {
            found_.town = part->name;
            found_.is_town_known = true;
            doubt("town", false, fmt::format("to część miejscowości, przyjęto {}", part->name),
                  "sprawdź miejscowość");
        }
    }

    const Region& region_;
    WrittenPlace written_;
    std::string county_, municipality_, town_;  ///< bare
    std::vector<std::string> county_names_, municipality_names_;
    const BaseNames& base_names_;
    std::vector<const Locality*> towns_;  ///< of the town's name, anywhere in the region
    ResolvedPlace found_;
};

}  // namespace

ResolvedPlace resolve_place(const Region& region, const WrittenPlace& written,
                            const BaseNames& base_names) {
    return Finder(region, taken_apart(written), base_names).run();
}

}  // namespace wespol
