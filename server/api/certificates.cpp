// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/certificates: a search, or the entities and certificates of one NIP, KRS or REGON.
#include "core/catalogue/identifiers.h"
#include "server/api/applied_parameters.h"
#include "server/api/json_answer.h"
#include "server/api/json_renderer.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace wespol {
namespace {

struct Number {
    const char* parameter;
    Result<std::string> (*parse)(std::string_view);
    Wording allowed;
};

const std::array<Number, 3>& numbers() {
    static const Wording ten{"10 cyfr", "10 digits", "10 цифр"};
    static const std::array<Number, 3> all{
        Number{"nip", parse_nip, ten}, Number{"krs", parse_krs, ten},
        Number{"regon", parse_regon, {"9 albo 14 cyfr", "9 or 14 digits", "9 або 14 цифр"}}};
    return all;
}

bool has_parameter(const Parameters& parameters, std::string_view name) {
    return std::ranges::any_of(parameters, [&](const auto& each) { return each.first == name; });
}

/// All certificates would pass for those of a holder whose number was not filled in.
bool asks_nothing_else(const SearchRequest& asked) {
    return asked.text.empty() && asked.filters.empty() && !asked.near;
}

/// The number asked for, if any; a wrong or a second one joins `problems`.
std::optional<CertificateCheck> requested_check(const Exchange& exchange,
                                                const SearchRequest& asked,
                                                std::vector<ParameterProblem>& problems) {
    std::optional<CertificateCheck> check;
    for (const Number& number : numbers()) {
        const std::string_view name = number.parameter;
        const auto value = single_value(exchange.request.parameters, name, problems);
        if (!value) {
            if (asks_nothing_else(asked) && has_parameter(exchange.request.parameters, name))
                problems.push_back(
                    parameter_problem(name, "",
                                      {"Ten parametr jest pusty.", "This parameter is empty.",
                                       "Цей параметр порожній."},
                                      number.allowed));
            continue;
        }
        const auto digits = number.parse(*value);
        if (!digits)
            problems.push_back(
                parameter_problem(name, *value, digits.error().wording(), number.allowed));
        else if (check)
            problems.push_back(parameter_problem(
                name, *value,
                {"Podaj tylko jeden numer.", "Give one number only.", "Подайте лише один номер."},
                {"jeden numer", "one number", "один номер"}));
        else
            check = {std::string(name), *digits, {}};
    }
    return check;
}

}  // namespace

HttpResponse search_certificates(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    auto check = requested_check(exchange, decoded.request, decoded.problems);
    refuse_unapplied(check ? Endpoint::certificate_check : Endpoint::certificates,
                     exchange.request.parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);

    const std::string canonical =
        canonical_query(decoded.request) + (check ? '&' + check->kind + '=' + check->number : "");
    return answer_unless_known(exchange, canonical, [&] {
        const Searcher searcher = exchange.searcher();
        const CertificateResponse response =
            check ? searcher.certificates_of(check->number, decoded.request)
                  : searcher.search_certificates(decoded.request);
        if (check)
            check->entities = EntityLookup(exchange.snapshot, response.as_of)
                                  .with_number(recognise_identifiers(
                                      fmt::format("{} {}", check->kind, check->number)));
        const JsonRenderer json(exchange.snapshot->references(), exchange.language);
        return json_answer(json.certificates(decoded.request, response, check));
    });
}

}  // namespace wespol
