// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/record_json.h"

#include "core/catalogue/record_keys.h"
#include "core/support/error.h"

#include <array>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

template <class T>
inline constexpr bool is_plain = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

/// Leaves out null and empty lists: absent means unknown.
class Writer {
  public:
    template <class T>
    void operator()(const char* key, const T& value) {
        json_[key] = written(value);
    }
    template <class T>
    void operator()(const char* key, const std::optional<T>& value) {
        if (value) json_[key] = written(*value);
    }
    template <class T>
    void operator()(const char* key, const std::vector<T>& values) {
        if (!values.empty()) json_[key] = written(values);
    }

    template <class T>
    static Json written(const T& value) {
        if constexpr (is_plain<T>) {
            return value;
        } else {
            Writer nested;
            detail::visit_keys(nested, value);
            return std::move(nested.json_);
        }
    }
    static Json written(const PartialDate& date) { return date.text(); }
    template <class T>
    static Json written(const std::vector<T>& values) {
        Json array = Json::array();
        for (const T& each : values)
            array.push_back(written(each));
        return array;
    }
    template <class T, std::size_t n>
    static Json written(const std::array<T, n>& values) {
        Json array = Json::array();
        for (const T& each : values)
            array.push_back(written(each));
        return array;
    }

  private:
    Json json_ = Json::object();
};

class Reader {
  public:
    explicit Reader(const Json& json) : json_(json) {}

    template <class T>
    void operator()(const char* key, T& value) {
        read(json_.at(key), value);
    }
    template <class T>
    void operator()(const char* key, std::optional<T>& value) {
        const auto found = json_.find(key);
        if (found == json_.end()) return;
        T known{};
        read(*found, known);
        value = std::move(known);
    }
    template <class T>
    void operator()(const char* key, std::vector<T>& values) {
        const auto found = json_.find(key);
        if (found != json_.end()) read(*found, values);
    }

    template <class T>
    static void read(const Json& json, T& value) {
        if constexpr (is_plain<T>) {
            value = json.get<T>();
        } else {
            Reader nested(json);
            detail::visit_keys(nested, value);
        }
    }
    static void read(const Json& json, PartialDate& date) {
        auto parsed = PartialDate::parse(json.get_ref<const std::string&>());
        if (!parsed) throw Error(ErrorCode::environment, parsed.error().message);
        date = std::move(*parsed);
    }
    template <class T>
    static void read(const Json& json, std::vector<T>& values) {
        for (const Json& each : json)
            read(each, values.emplace_back());
    }
    template <class T, std::size_t n>
    static void read(const Json& json, std::array<T, n>& values) {
        for (std::size_t i = 0; i < n; ++i)
            read(json.at(i), values[i]);
    }

  private:
    const Json& json_;
};

struct NamedVocabulary {
    const char* name;
    Vocabulary References::*member;
};

constexpr NamedVocabulary kVocabularies[]{
    {"industry", &References::industry},
    {"legal_form", &References::legal_form},
    {"target_group", &References::target_group},
    {"brand", &References::brand},
    {"mark", &References::mark},
    {"status", &References::status},
    {"activity", &References::activity},
    {"certificate_state", &References::certificate_state},
    {"product_kind", &References::product_kind},
    {"cpv", &References::cpv},
};

template <class T>
std::vector<T> list(const Json& json, const char* key) {
    std::vector<T> values;
    Reader::read(json.at(key), values);
    return values;
}

template <class T>
T accepted(Result<T> result) {
    if (!result) throw Error(ErrorCode::environment, result.error().message);
    return std::move(*result);
}

/// Runs `read` on parsed text; whatever is wrong with the text means that the index is damaged.
template <class Read>
auto decoded(std::string_view text, const char* what, Read read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::environment,
                    fmt::format("Uszkodzony zapis w indeksie ({}): {}", what, error.what()),
                    "Zbuduj indeks jeszcze raz: wespol-indexer build.");
    }
}

template <class T>
T decoded_record(std::string_view text, const char* what) {
    return decoded(text, what, [](const Json& json) {
        T record;
        Reader::read(json, record);
        return record;
    });
}

}  // namespace

std::string encode(const Entity& entity) {
    return Writer::written(entity).dump();
}
std::string encode(const Certificate& certificate) {
    return Writer::written(certificate).dump();
}
std::string encode(const Product& product) {
    return Writer::written(product).dump();
}

std::string encode(const References& references) {
    Json json;
    for (const auto& [name, member] : kVocabularies)
        json["vocabulary"][name] = Writer::written((references.*member).concepts());
    json["cpv_sources"] = Writer::written(references.cpv_sources);
    json["abbreviations"] = Writer::written(references.abbreviations);
    const Region& region = references.region;
    json["region"] = {{"subregions", Writer::written(region.subregions())},
                      {"counties", Writer::written(region.counties())},
                      {"municipalities", Writer::written(region.municipalities())},
                      {"localities", Writer::written(region.localities())},
                      {"postal_codes", Writer::written(region.postal_codes())},
                      {"place_names", Writer::written(region.place_names())}};
    json["editions"] = Writer::written(references.editions);
    json["brands"] = Writer::written(references.brands);
    json["support_centres"] = Writer::written(references.support_centres);
    json["awards"] = Writer::written(references.awards);
    json["thresholds"] = Writer::written(references.thresholds);
    json["guidance"] = Writer::written(references.guidance);
    json["retired_ids"] = Writer::written(references.retired_ids);
    json["site_operator"] = Writer::written(references.site_operator);
    return json.dump();
}

Entity decode_entity(std::string_view json) {
    return decoded_record<Entity>(json, "podmiot");
}
Certificate decode_certificate(std::string_view json) {
    return decoded_record<Certificate>(json, "certyfikat");
}
Product decode_product(std::string_view json) {
    return decoded_record<Product>(json, "produkt");
}

References decode_references(std::string_view text) {
    return decoded(text, "słowniki", [](const Json& json) {
        References references;
        for (const auto& [name, member] : kVocabularies)
            references.*member =
                accepted(Vocabulary::make(name, list<Concept>(json.at("vocabulary"), name)));
        // Generations that were published before there were such sources, or was word of who
        // runs the site, are still opened.
        if (json.contains("cpv_sources"))
            references.cpv_sources = list<CpvSource>(json, "cpv_sources");
        references.abbreviations = list<Abbreviation>(json, "abbreviations");
        const Json& region = json.at("region");
        references.region = accepted(Region::make(
            list<Subregion>(region, "subregions"), list<County>(region, "counties"),
            list<Municipality>(region, "municipalities"), list<Locality>(region, "localities"),
            list<PostalCode>(region, "postal_codes"), list<PlaceName>(region, "place_names")));
        references.editions = list<CertificateEdition>(json, "editions");
        references.brands = list<Brand>(json, "brands");
        references.support_centres = list<SupportCentre>(json, "support_centres");
        references.awards = list<MunicipalAward>(json, "awards");
        references.thresholds = list<ProcurementThreshold>(json, "thresholds");
        references.guidance = list<GuidanceNote>(json, "guidance");
        references.retired_ids = list<RetiredId>(json, "retired_ids");
        if (json.contains("site_operator"))
            Reader::read(json.at("site_operator"), references.site_operator);
        return references;
    });
}

}  // namespace wespol
