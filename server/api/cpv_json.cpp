// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/cpv_json.h"

#include "server/api/json_values.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

/// Codes, labels and sources of one request's language.
class CpvJson {
  public:
    CpvJson(const References& references, Language language)
        : references_(references), language_(language) {}

    Json label(const std::string& code) const {
        const Concept* known_code = references_.cpv.find(code);
        if (!known_code || known_code->label(language_) == code) return nullptr;
        return known_code->label(language_);
    }

    Json counted(const std::string& code, const CpvCounts& suppliers) const {
        const Concept* known_code = references_.cpv.find(code);
        return {{"code", code},
                {"check_digit", known(known_code ? known_code->check_digit : std::nullopt)},
                {"label", label(code)},
                {"url", "/cpv/" + code},
                {"art_361", listed(known_code)},
                {"suppliers",
                 {{"total", suppliers.total()},
                  {"exact", suppliers.exact},
                  {"broader", suppliers.broader},
                  {"narrower", suppliers.narrower},
                  {"mentioned", suppliers.mentioned}}}};
    }

    Json counted(const std::vector<CpvCodeCounts>& codes) const {
        Json list = Json::array();
        for (const CpvCodeCounts& each : codes)
            list.push_back(counted(each.code, each.suppliers));
        return list;
    }

    Json coded_list(const std::vector<std::string>& codes) const {
        Json list = Json::array();
        for (const std::string& each : codes)
            list.push_back({{"code", each}, {"label", label(each)}, {"url", "/cpv/" + each}});
        return list;
    }

    Json industries(const std::vector<std::string>& codes) const {
        Json list = Json::array();
        for (const std::string& each : codes)
            list.push_back(coded(each, references_.industry.label(each, language_)));
        return list;
    }

    /// The list is closed: a code that the vocabulary lacks is not on it, where it has the list.
    Json listed(const Concept* code) const {
        if (code) return code->art_361 ? Json(*code->art_361) : Json(nullptr);
        const bool has_list =
            std::ranges::any_of(references_.cpv.concepts(),
                                [](const Concept& each) { return each.art_361.value_or(false); });
        return has_list ? Json(false) : Json(nullptr);
    }

    Json source(const CpvSource& source) const {
        return {{"code", source.code},
                {"gives", source.gives},
                {"title", source.title},
                {"licence", known(source.licence)},
                {"as_of", known(source.provenance.as_of)},
                {"urls", source.provenance.urls}};
    }

    Json art_361(const Concept* code) const {
        Json sources = Json::array();
        for (const CpvSource& each : references_.cpv_sources)
            if (std::ranges::find(each.gives, "art_361") != each.gives.end())
                sources.push_back(source(each));
        return {{"listed", listed(code)}, {"sources", std::move(sources)}};
    }

    Json sources(const Concept* code) const {
        Json list = Json::array();
        if (!code) return list;
        for (const std::string& each : code->sources)
            if (const CpvSource* found = references_.cpv_source(each))
                list.push_back(source(*found));
        return list;
    }

    Json sectors(const std::vector<CpvSector>& sectors) const {
        Json list = Json::array();
        for (const CpvSector& each : sectors) {
            Json sector =
                coded(each.industry, references_.industry.label(each.industry, language_));
            sector["relation"] = code(each.relation);
            sector["by"] = each.by;
            list.push_back(std::move(sector));
        }
        return list;
    }

  private:
    const References& references_;
    Language language_;
};

Json hits_json(const std::vector<Hit>& hits) {
    Json list = Json::array();
    for (const Hit& each : hits)
        list.push_back({{"id", each.entity.id},
                        {"name", each.entity.name},
                        {"url", entity_url(each.entity.id)},
                        {"town", known(each.entity.town)},
                        {"activity", known(each.entity.activity)},
                        {"certificate_state", code(each.certificate_state)},
                        {"statuses", each.statuses}});
    return list;
}

Json suppliers_json(const CpvRecord& record) {
    Json json{{"total", record.total}, {"certified", record.certified}};
    for (const CpvGroup& group : record.groups) {
        json[code(group.relation)] = Json{{"total", group.total},
                                          {"certified", group.certified},
                                          {"mentioned", group.mentioned},
                                          {"first", hits_json(group.first)}};
    }
    json["first_certified"] = hits_json(record.first_certified);
    return json;
}

/// Whether the check digit that was written is the source's; null when one of them is not there.
Json check_digit_matches(const Concept* known_code, const WrittenCpv& written) {
    if (written.check_digit.empty() || !known_code || !known_code->check_digit) return nullptr;
    return *known_code->check_digit == written.check_digit;
}

}  // namespace

std::string cpv_code_json(const References& references, Language language, const CpvRecord& record,
                          const WrittenCpv& written) {
    const CpvJson json(references, language);
    const Concept* known_code = references.cpv.find(record.code);
    SearchRequest search;
    search.as_of = record.as_of;
    return Json{{"generation", record.generation},
                {"as_of", format_day(record.as_of)},
                {"code", record.code},
                {"check_digit", known(known_code ? known_code->check_digit : std::nullopt)},
                {"check_digit_matches", check_digit_matches(known_code, written)},
                {"label", json.label(record.code)},
                {"is_known", known_code != nullptr},
                {"url", "/cpv/" + record.code},
                {"art_361", json.art_361(known_code)},
                {"above", json.coded_list(record.above)},
                {"below", json.counted(record.below)},
                {"sectors", json.sectors(record.sectors)},
                {"suppliers", suppliers_json(record)},
                {"search_url",
                 "/api/v1/entities?" + canonical_query(search.with(FieldId::cpv, record.code))},
                {"sources", json.sources(known_code)}}
               .dump() +
           '\n';
}

std::string cpv_list_json(const References& references, Language language,
                          const CpvOverview& overview) {
    const CpvJson json(references, language);
    return Json{{"generation", overview.generation},
                {"query", nullptr},
                {"suppliers", overview.suppliers},
                {"codes", json.counted(overview.codes)}}
               .dump() +
           '\n';
}

std::string cpv_finding_json(const References& references, Language language,
                             const CpvFinding& finding, const std::string& ignored) {
    const CpvJson json(references, language);
    Json codes = Json::array();
    for (const CpvFound& each : finding.codes) {
        Json one = json.counted(each.code, each.suppliers);
        one["by_name"] = each.by_name;
        one["by_sectors"] = json.industries(each.industries);
        codes.push_back(std::move(one));
    }
    return Json{{"generation", finding.generation},
                {"query", finding.text},
                {"ignored", ignored.empty() ? Json::array() : Json::array({ignored})},
                {"sectors", json.industries(finding.industries)},
                {"sectors_without_code", json.industries(finding.without_code)},
                {"codes", std::move(codes)}}
               .dump() +
           '\n';
}

}  // namespace wespol
