// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/request_decoder.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/search/day_bounds.h"
#include "core/search/facet_labels.h"
#include "core/search/filter_values.h"
#include "core/search/near_place.h"
#include "core/search/written_number.h"
#include "core/support/ascii.h"
#include "core/support/joined.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace wespol {
namespace {

using Codes = std::vector<std::string>;

constexpr std::size_t kMaxValueBytes = 200;
constexpr std::size_t kMaxShownCodes = 12;

/// REPLACEMENT CHARACTER, which no record has.
constexpr const char* kUnreadable = "\uFFFD";

/// The region's box, widened: who stands outside is not looking for a neighbour here.
constexpr double kMinLat = 49, kMaxLat = 56, kMinLon = 14, kMaxLon = 25;

/// As much of a text that is too long as may be searched for, without half a word if possible.
std::string_view whole_words(std::string_view text) {
    const std::string_view kept = cut_at_code_point(text, kMaxQueryBytes);
    const std::size_t space = kept.find_last_of(' ');
    if (text[kept.size()] == ' ' || space == std::string_view::npos) return kept;
    return kept.substr(0, space);
}

Wording allowed_integers(int last) {
    return worded({"liczba od 1 do {}", "a number from 1 to {}", "число від 1 до {}"}, last);
}

const Wording& no_such_value() {
    static const Wording sentence{"Nie ma takiej wartości.", "There is no such value.",
                                  "Такого значення немає."};
    return sentence;
}

/// One call of decode_request.
class Decoder {
  public:
    Decoder(const Parameters& parameters, const References& references)
        : parameters_(parameters), references_(references) {}

    DecodedRequest decode() {
        for (const FilterValues& each : filter_values())
            decode_filter(each);
        decode_literal();
        for (const auto& [name, decode_value] : single_values)
            if (const auto value = single_value(parameters_, name, decoded_.problems))
                (this->*decode_value)(*value);
        // Words may name the place; without either there is no distance.
        if (decoded_.request.sort == SortOrder::distance && !decoded_.request.near &&
            decoded_.request.text.empty()) {
            decoded_.request.sort.reset();
            complain("sortuj", "odleglosc",
                     {"Żeby sortować według odległości, podaj miejsce.",
                      "To sort by distance, name a place.",
                      "Щоб упорядкувати за відстанню, вкажіть місце."},
                     {"parametr blisko", "the parameter blisko", "параметр blisko"});
        }
        return std::move(decoded_);
    }

  private:
    struct SingleValue {
        std::string_view parameter;
        void (Decoder::*decode)(const std::string&);
    };
    static const std::array<SingleValue, 9> single_values;

    void complain(std::string_view parameter, std::string_view value, Wording message,
                  Wording allowed = {}) {
        decoded_.problems.push_back(
            parameter_problem(parameter, value, std::move(message), std::move(allowed)));
    }

    void decode_filter(const FilterValues& values) {
        const std::string_view parameter = field(values.field).parameter;
        Codes chosen;
        std::size_t given = 0;
        for (const auto& [name, raw] : parameters_) {
            if (name != parameter) continue;
            const std::string value(trimmed(raw));
            if (value.empty()) continue;
            if (std::find(chosen.begin(), chosen.end(), value) != chosen.end()) continue;
            if (++given > kMaxFilterValues) {
                complain(parameter, value,
                         {"Za dużo wartości naraz; dalsze pominięto.",
                          "Too many values at once; the rest was left out.",
                          "Забагато значень одразу; решту пропущено."},
                         worded({"najwyżej {} wartości", "at most {} values", "щонайбільше {}"},
                                kMaxFilterValues));
                break;
            }
            const Codes codes =
                value.size() > kMaxValueBytes ? Codes{} : values.resolve(references_, value);
            if (codes.empty()) complain_of_code(parameter, value, values.all(references_));
            chosen.insert(chosen.end(), codes.begin(), codes.end());
        }
        if (chosen.empty()) return;
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        decoded_.request.filters[values.field] = std::move(chosen);
    }

    void complain_of_code(std::string_view parameter, std::string_view value, const Codes& all) {
        const std::size_t shown = std::min(all.size(), kMaxShownCodes);
        const std::string codes = joined(std::span(all).first(shown), ", ");
        Wording allowed{codes, codes, codes};
        if (shown < all.size())
            allowed = worded({"{} … (razem {})", "{} … ({} in all)", "{} … (усього {})"}, codes,
                             all.size());
        if (parameter == field(FieldId::cpv).parameter)
            allowed = {"osiem cyfr kodu CPV, na przykład 55520000-1",
                       "the eight digits of a CPV code, for example 55520000-1",
                       "вісім цифр коду CPV, наприклад 55520000-1"};
        complain(parameter, value, no_such_value(), std::move(allowed));
    }

    void decode_text(const std::string& value) {
        constexpr std::size_t kMaxRead = 2 * kMaxQueryBytes;
        constexpr std::size_t kMaxTold = 80;
        const std::string clean(trimmed(clean_utf8(cut_at_code_point(value, kMaxRead))));
        const std::string_view kept = clean.size() <= kMaxQueryBytes ? clean : whole_words(clean);
        decoded_.request.text = trimmed(kept);
        if (kept.size() < clean.size())
            decoded_.request.cut_off = shortened(trimmed(clean.substr(kept.size())), kMaxTold);
        else if (value.size() > kMaxRead)
            decoded_.request.cut_off = "…";
        // Something was sent, though nothing of it can be read: that must not find everything.
        if (clean.empty()) decoded_.request.text = kUnreadable;
    }

    void decode_explain(const std::string& value) {
        if (value == "1" || value == "0")
            decoded_.request.explain = value == "1";
        else
            complain("wyjasnij", value,
                     {"Nie wiadomo, czy wyjaśniać kolejność.",
                      "It is not clear whether to explain the order.",
                      "Незрозуміло, чи пояснювати порядок."},
                     {"1 albo 0", "1 or 0", "1 або 0"});
    }

    void decode_look(const std::string& value) {
        if (value == "mapa" || value == "lista")
            decoded_.request.on_map = value == "mapa";
        else
            complain("widok", value,
                     {"Nie ma takiego widoku.", "There is no such view.", "Такого вигляду немає."},
                     {"lista, mapa", "lista, mapa", "lista, mapa"});
    }

    void decode_literal() {
        for (const auto& [name, raw] : parameters_) {
            if (name != "doslownie") continue;
            const std::string value(trimmed(raw));
            if (const auto part = parse_reading_part(value))
                decoded_.request.literal.add(*part);
            else if (value == "tak")
                decoded_.request.literal = LiteralParts::all();
            else if (is_meaning(value))
                add_literal_meaning(value);
            else if (!value.empty() && value != "nie")
                complain("doslownie", value, no_such_value(),
                         {"tak, pojecia, miejsce, dzien, stan, numery, pisownia, albo jedno "
                          "pojęcie, na przykład branza:catering",
                          "tak, pojecia, miejsce, dzien, stan, numery, pisownia, or one "
                          "concept, for example branza:catering",
                          "tak, pojecia, miejsce, dzien, stan, numery, pisownia або одне "
                          "поняття, наприклад branza:catering"});
        }
    }

    /// "branza:catering".
    bool is_meaning(std::string_view value) const {
        const std::size_t colon = value.find(':');
        const Field* field =
            colon == std::string_view::npos ? nullptr : field_of_parameter(value.substr(0, colon));
        const Vocabulary* vocabulary =
            field == nullptr ? nullptr : vocabulary_of(references_, field->id);
        return vocabulary != nullptr && vocabulary->find(std::string(value.substr(colon + 1)));
    }

    void add_literal_meaning(const std::string& value) {
        std::vector<std::string>& known = decoded_.request.literal_meanings;
        const auto place = std::lower_bound(known.begin(), known.end(), value);
        if (known.size() < kMaxQueryTerms && (place == known.end() || *place != value))
            known.insert(place, value);
    }

    void decode_page_size(const std::string& value) {
        const auto size = parse_integer(value);
        if (size && *size >= 1 && *size <= kMaxPageSize)
            decoded_.request.page_size = *size;
        else
            complain("na-stronie", value,
                     {"Tyle wyników na stronie nie można pokazać.",
                      "That many results cannot be shown on a page.",
                      "Стільки результатів на сторінці не показати."},
                     allowed_integers(kMaxPageSize));
    }

    /// After the page size, which sets how many pages there may be.
    void decode_page(const std::string& value) {
        const int last = kMaxDepth / decoded_.request.page_size;
        const auto page = parse_integer(value);
        if (page && *page >= 1 && *page <= last)
            decoded_.request.page = *page;
        else
            complain("strona", value,
                     {"Takiej strony wyników nie ma.", "There is no such page of results.",
                      "Такої сторінки результатів немає."},
                     allowed_integers(last));
    }

    void decode_near(const std::string& value) {
        if (const auto point = parse_coordinates(value)) return decode_point(value, *point);
        if (value.size() <= kMaxValueBytes)
            decoded_.request.near = near_named(references_.region, value);
        if (!decoded_.request.near)
            complain("blisko", value,
                     {"Nie znamy takiej miejscowości w Wielkopolsce.",
                      "We know no such place in Wielkopolska.",
                      "Ми не знаємо такого населеного пункту у Великопольщі."},
                     {"nazwa miejscowości, kod pocztowy albo szerokość,długość, na przykład "
                      "52.53,17.60",
                      "the name of a town or village, a postal code, or latitude,longitude, for "
                      "example 52.53,17.60",
                      "назва населеного пункту, поштовий індекс або широта,довгота, наприклад "
                      "52.53,17.60"});
    }

    void decode_point(const std::string& value, Coordinates point) {
        const bool is_inside = point.lat >= kMinLat && point.lat <= kMaxLat &&
                               point.lon >= kMinLon && point.lon <= kMaxLon;
        if (!is_inside)
            return complain(
                "blisko", value,
                {"To miejsce leży poza regionem.", "This place lies outside the region.",
                 "Це місце лежить за межами регіону."},
                worded({"szerokość od {} do {}, długość od {} do {}",
                        "latitude from {} to {}, longitude from {} to {}",
                        "широта від {} до {}, довгота від {} до {}"},
                       kMinLat, kMaxLat, kMinLon, kMaxLon));
        decoded_.request.near = near_point(point);
    }

    /// After the place. Without one it is for the place that the words may name.
    void decode_radius(const std::string& value) {
        const auto radius = parse_decimal(value);
        if (!radius || *radius < kMinRadiusKm || *radius > kMaxRadiusKm)
            return complain(
                "promien", value,
                {"Taki promień nie jest możliwy.", "Such a radius is not possible.",
                 "Такий радіус неможливий."},
                worded({"liczba kilometrów od {} do {}", "a number of kilometres from {} to {}",
                        "кількість кілометрів від {} до {}"},
                       kMinRadiusKm, kMaxRadiusKm));
        if (decoded_.request.near)
            decoded_.request.near->radius_km = *radius;
        else
            decoded_.request.radius_km = *radius;
    }

    void decode_day(const std::string& value) {
        const auto day = parse_day(value);
        if (day && can_be_asked_for(*day))
            decoded_.request.as_of = *day;
        else
            complain("na-dzien", value,
                     day ? Wording{"Tak dawnych ani tak odległych dni nie sprawdzamy.",
                                   "We do not check days that long ago or that far ahead.",
                                   "Таких давніх чи таких далеких днів ми не перевіряємо."}
                         : day.error().wording(),
                     worded({"data RRRR-MM-DD od {} do {}", "a date YYYY-MM-DD from {} to {}",
                             "дата РРРР-ММ-ДД від {} до {}"},
                            format_day(kFirstDay), format_day(last_day())));
    }

    void decode_sort(const std::string& value) {
        if (const auto order = parse_sort_order(value))
            decoded_.request.sort = order;
        else
            complain(
                "sortuj", value,
                {"Nie ma takiej kolejności.", "There is no such order.", "Такого порядку немає."},
                "trafnosc, nazwa, odleglosc, aktualnosc");
    }

    const Parameters& parameters_;
    const References& references_;
    DecodedRequest decoded_;
};

const std::array<Decoder::SingleValue, 9> Decoder::single_values{
    {{"q", &Decoder::decode_text},
     {"wyjasnij", &Decoder::decode_explain},
     {"widok", &Decoder::decode_look},
     {"na-stronie", &Decoder::decode_page_size},
     {"strona", &Decoder::decode_page},
     {"blisko", &Decoder::decode_near},
     {"promien", &Decoder::decode_radius},
     {"na-dzien", &Decoder::decode_day},
     {"sortuj", &Decoder::decode_sort}}};

}  // namespace

DecodedRequest decode_request(const Parameters& parameters, const References& references) {
    return Decoder(parameters, references).decode();
}

}  // namespace wespol
