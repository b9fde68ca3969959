// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/applied_parameters.h"

#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <set>

namespace wespol {
namespace {

using Endpoints = unsigned;

constexpr Endpoints bit(Endpoint endpoint) {
    return static_cast<Endpoints>(endpoint);
}

constexpr Endpoints kPagesOfEntities = bit(Endpoint::entities);
constexpr Endpoints kEntityFiles =
    bit(Endpoint::entity_csv) | bit(Endpoint::entity_lines) | bit(Endpoint::entity_file);
constexpr Endpoints kOrderedEntities = kPagesOfEntities | kEntityFiles;
constexpr Endpoints kEntities = kOrderedEntities | bit(Endpoint::entity_feed);
constexpr Endpoints kPagesOfCertificates = bit(Endpoint::certificates);
constexpr Endpoints kCsv = bit(Endpoint::entity_csv) | bit(Endpoint::certificate_csv);
constexpr Endpoints kTables =
    kEntityFiles | bit(Endpoint::certificate_csv) | bit(Endpoint::certificate_file);
constexpr Endpoints kCertificates = kPagesOfCertificates | bit(Endpoint::certificate_csv) |
                                    bit(Endpoint::certificate_file) |
                                    bit(Endpoint::certificate_feed);
constexpr Endpoints kCheck = bit(Endpoint::certificate_check);
constexpr Endpoints kSearches = kEntities | bit(Endpoint::products) | kCertificates;
constexpr Endpoints kPaged =
    kPagesOfEntities | kPagesOfCertificates | bit(Endpoint::products) | kCheck;
constexpr Endpoints kSuggest = bit(Endpoint::suggest);
constexpr Endpoints kDated = kSearches | kCheck | bit(Endpoint::entity) |
                             bit(Endpoint::list_check) | bit(Endpoint::cpv_code) |
                             bit(Endpoint::comparison);
constexpr Endpoints kCpv = bit(Endpoint::cpv);

struct Applied {
    std::string_view parameter;
    Endpoints by;
};

/// Filters that are not named here are applied to entities only.
constexpr std::array kApplied{
    Applied{"q", kSearches | kSuggest | kCpv},
    Applied{"doslownie", kSearches},
    Applied{"nip", kPagesOfCertificates | kCheck},
    Applied{"krs", kPagesOfCertificates | kCheck},
    Applied{"regon", kPagesOfCertificates | kCheck},
    Applied{"certyfikat", kEntities | kCertificates},
    Applied{"blisko", kEntities},
    Applied{"promien", kEntities},
    Applied{"na-dzien", kDated},
    Applied{"sortuj", kOrderedEntities},
    Applied{"wyjasnij", kPagesOfEntities | bit(Endpoint::entity_lines)},
    Applied{"widok", 0},
    Applied{"strona", kPaged},
    Applied{"na-stronie", kPaged},
    Applied{"kolumny", kTables},
    Applied{"bom", kCsv},
    Applied{"rozdzielnik", kCsv},
    Applied{"format", bit(Endpoint::list_check)},
    Applied{"id", bit(Endpoint::comparison)},
    Applied{"lang", kDated | kSuggest | kCpv},
};

bool takes_filters(Endpoint endpoint) {
    return (kEntities & bit(endpoint)) != 0;
}

bool is_filter(std::string_view parameter) {
    return !parameter.empty() &&
           std::ranges::find(kFields, parameter, &Field::parameter) != std::ranges::end(kFields);
}

/// Unknown ones are not refused.
bool is_refused(Endpoint endpoint, std::string_view parameter) {
    const auto found = std::ranges::find(kApplied, parameter, &Applied::parameter);
    if (found != kApplied.end()) return (found->by & bit(endpoint)) == 0;
    return is_filter(parameter) && !takes_filters(endpoint);
}

std::string applied_list(Endpoint endpoint) {
    std::string list;
    const auto add = [&](std::string_view parameter) {
        list.append(list.empty() ? "" : ", ").append(parameter);
    };
    for (const Applied& each : kApplied)
        if ((each.by & bit(endpoint)) != 0) add(each.parameter);
    if (!takes_filters(endpoint)) return list;
    for (const Field& field : kFields)
        if (is_filter(field.parameter) &&
            std::ranges::find(kApplied, field.parameter, &Applied::parameter) == kApplied.end())
            add(field.parameter);
    return list;
}

}  // namespace

void refuse_unapplied(Endpoint endpoint, const Parameters& parameters, DecodedRequest& decoded) {
    std::erase_if(decoded.problems, [&](const ParameterProblem& problem) {
        return is_refused(endpoint, problem.parameter);
    });
    std::set<std::string_view> refused;
    for (const auto& [name, value] : parameters)
        if (is_refused(endpoint, name) && !is_blank(value) && refused.insert(name).second)
            decoded.problems.push_back(parameter_problem(
                name, value, "Tu tego parametru nie stosujemy.", applied_list(endpoint)));
}

}  // namespace wespol
