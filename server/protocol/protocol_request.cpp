// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_request.h"

#include "core/analysis/code_points.h"
#include "core/search/parameter_problem.h"
#include "core/support/ascii.h"
#include "server/entity_comparison.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMaxLineBytes = 200;

constexpr InThree kAtMost{"najwyżej {}", "at most {}", "щонайбільше {}"};
constexpr InThree kMostBytes{"najwyżej {} bajtów", "at most {} bytes", "щонайбільше {} байтів"};

/// Values of a repeated parameter that are not blank, in the order given.
std::vector<std::string> values_of(const Parameters& parameters, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [given, value] : parameters) {
        if (given != name) continue;
        std::string text(trimmed(value));
        if (!text.empty()) values.push_back(std::move(text));
    }
    return values;
}

/// A repeated parameter that says what the protocol is of, in place of a search.
struct ListParameter {
    std::string_view name;
    std::size_t least, most;
    bool is_set;  ///< each value counts once
    AskedOf (*asked)(std::vector<std::string>);
};

constexpr std::array kLists{
    ListParameter{
        "podmiot", 1, kMaxNamedEntities, true,
        [](std::vector<std::string> ids) -> AskedOf { return NamedEntities{std::move(ids)}; }},
    ListParameter{
        "id", kMinCompared, kMaxCompared, true,
        [](std::vector<std::string> ids) -> AskedOf { return ComparedEntities{std::move(ids)}; }},
    ListParameter{
        "kogo", 1, kMaxProtocolLines, false,
        [](std::vector<std::string> lines) -> AskedOf { return CheckedLines{std::move(lines)}; }}};

void check_values(const ListParameter& list, const std::vector<std::string>& values,
                  std::vector<ParameterProblem>& problems) {
    if (values.size() > list.most)
        problems.push_back(parameter_problem(
            list.name, fmt::format("{} ×", values.size()),
            {"W jednym protokole tyle się nie mieści.", "One record has no room for so many.",
             "В одному протоколі стільки не поміщається."},
            worded(kAtMost, list.most)));
    if (values.size() < list.least)
        problems.push_back(parameter_problem(
            list.name, values.front(),
            {"Porównanie ma co najmniej dwa różne podmioty.",
             "A comparison is of two organisations or more.",
             "Порівняння має щонайменше дві різні організації."},
            worded({"od {} do {}", "{} to {}", "від {} до {}"}, list.least, list.most)));
    for (const std::string& value : values)
        if (value.size() > kMaxLineBytes)
            problems.push_back(parameter_problem(
                list.name, value,
                {"Ta wartość jest za długa.", "This value is too long.", "Це значення задовге."},
                worded(kMostBytes, kMaxLineBytes)));
}

void keep_first_of_each(std::vector<std::string>& values) {
    std::vector<std::string> kept;
    for (std::string& value : values)
        if (std::find(kept.begin(), kept.end(), value) == kept.end())
            kept.push_back(std::move(value));
    values = std::move(kept);
}

/// Of a search, beside its filters; those of pages, languages, maps and explanations change nothing
/// here.
constexpr std::array<std::string_view, 11> kOfSearches{
    "q",      "doslownie",  "blisko", "promien",  "na-dzien", "sortuj",
    "strona", "na-stronie", "lang",   "wyjasnij", "widok"};

bool is_known(std::string_view name) {
    return std::ranges::find(kOfSearches, name) != kOfSearches.end() ||
           std::ranges::find(kLists, name, &ListParameter::name) != kLists.end() ||
           (!name.empty() &&
            std::ranges::find(kFields, name, &Field::parameter) != std::ranges::end(kFields));
}

std::string known_parameters() {
    std::string names;
    const auto add = [&](std::string_view name) {
        names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
    };
    for (const ListParameter& list : kLists)
        add(list.name);
    for (const std::string_view name : kOfSearches)
        add(name);
    for (const Field& field : kFields)
        if (!field.parameter.empty()) add(field.parameter);
    return names;
}

/// What nobody here knows would be lost silently, and a list without values would become a search
/// for everyone.
void refuse_lost(const Parameters& parameters, std::vector<ParameterProblem>& problems) {
    for (const auto& [name, value] : parameters)
        if (!is_known(name) && !is_blank(value))
            problems.push_back(parameter_problem(
                name, value,
                {"Protokół nie zna tego parametru.", "A record does not know this parameter.",
                 "Протокол не знає цього параметра."},
                known_parameters()));
    for (const ListParameter& list : kLists) {
        const bool is_given = std::ranges::any_of(
            parameters, [&](const auto& each) { return each.first == list.name; });
        if (is_given && values_of(parameters, list.name).empty())
            problems.push_back(parameter_problem(
                list.name, "",
                {"Ten parametr jest pusty.", "This parameter is empty.", "Цей параметр порожній."},
                {"co najmniej jedna wartość", "at least one value", "принаймні одне значення"}));
    }
}

/// What decides which entities are found, and nothing else.
SearchRequest without_paging(const SearchRequest& request) {
    SearchRequest whole = request.whole();
    whole.as_of.reset();
    return whole;
}

void refuse_mixture(std::string_view name, const SearchRequest& search,
                    std::vector<ParameterProblem>& problems) {
    const std::string query = canonical_query(search);
    if (query.empty()) return;
    problems.push_back(
        parameter_problem(query.substr(0, query.find('=')), query,
                          worded({"Protokół jest albo z wyszukiwania, albo z parametru {}.",
                                  "A record is made either of a search or of the parameter {}.",
                                  "Протокол складають або з пошуку, або з параметра {}."},
                                 name)));
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
                                             {"Ten tekst jest za długi, żeby szukać go w całości.",
                                              "This text is too long to be searched for whole.",
                                              "Цей текст задовгий, щоб шукати його цілим."},
                                             worded(kMostBytes, kMaxQueryBytes)));

    refuse_lost(parameters, problems);
    const ListParameter* given = nullptr;
    DecodedProtocolRequest result{{std::move(search), as_of}, std::move(problems)};
    for (const ListParameter& list : kLists) {
        std::vector<std::string> values = values_of(parameters, list.name);
        if (list.is_set) keep_first_of_each(values);
        if (values.empty()) continue;
        if (given) {
            result.problems.push_back(parameter_problem(
                list.name, values.front(),
                worded({"Protokół jest albo z parametru {}, albo z parametru {}.",
                        "A record is made of the parameter {} or of the parameter {}, not both.",
                        "Протокол складають або з параметра {}, або з параметра {}."},
                       given->name, list.name)));
            continue;
        }
        given = &list;
        check_values(list, values, result.problems);
        refuse_mixture(list.name, std::get<SearchRequest>(result.request.asked), result.problems);
        result.request.asked = list.asked(std::move(values));
    }
    return result;
}

std::string canonical_query(const ProtocolRequest& request) {
    Parameters parameters;
    const auto add = [&](std::string_view name, const std::string& value) {
        parameters.emplace_back(name, value);
    };
    if (request.as_of) add("na-dzien", format_day(*request.as_of));
    if (const auto* entities = std::get_if<NamedEntities>(&request.asked))
        for (const std::string& id : entities->ids)
            add("podmiot", id);
    if (const auto* compared = std::get_if<ComparedEntities>(&request.asked))
        for (const std::string& id : compared->ids)
            add("id", id);
    if (const auto* checked = std::get_if<CheckedLines>(&request.asked))
        for (const std::string& line : checked->lines)
            add("kogo", line);
    if (const auto* search = std::get_if<SearchRequest>(&request.asked))
        for (const auto& [name, value] : canonical_parameters(*search))
            add(name, value);
    return query_string(parameters);
}

}  // namespace wespol
