// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_request.h"

#include "core/analysis/code_points.h"
#include "core/search/parameter_problem.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMaxLineBytes = 200;

/// Values of a repeated parameter that are not blank, in the order given.
std::vector<std::string> values_of(const Parameters& parameters, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [given, value] : parameters) {
        if (given != name) continue;
        std::string text = trimmed(value);
        if (!text.empty()) values.push_back(std::move(text));
    }
    return values;
}

void check_many(const std::vector<std::string>& values, std::string_view name, std::size_t most,
                std::vector<ParameterProblem>& problems) {
    if (values.size() > most)
        problems.push_back(parameter_problem(name, fmt::format("{} wartości", values.size()),
                                             "W jednym protokole tyle się nie mieści.",
                                             fmt::format("najwyżej {}", most)));
    for (const std::string& value : values)
        if (value.size() > kMaxLineBytes)
            problems.push_back(parameter_problem(name, value, "Ta wartość jest za długa.",
                                                 fmt::format("najwyżej {} bajtów", kMaxLineBytes)));
}

void keep_first_of_each(std::vector<std::string>& values) {
    std::vector<std::string> kept;
    for (std::string& value : values)
        if (std::find(kept.begin(), kept.end(), value) == kept.end())
            kept.push_back(std::move(value));
    values = std::move(kept);
}

/// What decides which entities are found, and nothing else.
SearchRequest without_paging(SearchRequest request) {
    request.as_of.reset();
    request.explain = false;
    request.page = 1;
    request.page_size = kDefaultPageSize;
    return request;
}

void refuse_mixture(std::string_view name, const SearchRequest& search,
                    std::vector<ParameterProblem>& problems) {
    const std::string query = canonical_query(search);
    if (query.empty()) return;
    problems.push_back(parameter_problem(
        query.substr(0, query.find('=')), query,
        fmt::format("Protokół jest albo z wyszukiwania, albo z parametru {}.", name)));
}

}  // namespace

DecodedProtocolRequest decode_protocol_request(const Parameters& parameters,
                                               const References& references) {
    DecodedRequest decoded = decode_request(parameters, references);
    const std::optional<Day> as_of = decoded.request.as_of;
    SearchRequest search = without_paging(std::move(decoded.request));
    std::vector<ParameterProblem> problems = std::move(decoded.problems);
    if (!search.cut_off.empty())
        problems.push_back(parameter_problem("q", search.text,
                                             "Ten tekst jest za długi, żeby szukać go w całości.",
                                             fmt::format("najwyżej {} bajtów", kMaxQueryBytes)));

    std::vector<std::string> ids = values_of(parameters, "podmiot");
    std::vector<std::string> lines = values_of(parameters, "kogo");
    keep_first_of_each(ids);
    if (!ids.empty() && !lines.empty())
        problems.push_back(parameter_problem("kogo", lines.front(),
                                             "Protokół jest albo z parametru podmiot, albo z "
                                             "parametru kogo."));
    if (!ids.empty()) {
        check_many(ids, "podmiot", kMaxNamedEntities, problems);
        refuse_mixture("podmiot", search, problems);
        return {{NamedEntities{std::move(ids)}, as_of}, std::move(problems)};
    }
    if (!lines.empty()) {
        check_many(lines, "kogo", kMaxProtocolLines, problems);
        refuse_mixture("kogo", search, problems);
        return {{CheckedLines{std::move(lines)}, as_of}, std::move(problems)};
    }
    return {{std::move(search), as_of}, std::move(problems)};
}

std::string canonical_query(const ProtocolRequest& request) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, percent_encoded(value));
    };
    if (request.as_of) add("na-dzien", format_day(*request.as_of));
    if (const auto* entities = std::get_if<NamedEntities>(&request.asked))
        for (const std::string& id : entities->ids)
            add("podmiot", id);
    if (const auto* checked = std::get_if<CheckedLines>(&request.asked))
        for (const std::string& line : checked->lines)
            add("kogo", line);
    if (const auto* search = std::get_if<SearchRequest>(&request.asked))
        for (const auto& [name, value] : canonical_parameters(*search))
            add(name, value);
    return query;
}

}  // namespace wespol
