// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/comparator.h"

#include "indexer/linking/name_comparison.h"
#include "indexer/linking/weights.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

using Number = std::optional<std::string>;

struct Numbers {
    bool agree = false, conflict = false;
};

Numbers compare_numbers(const ComparableRecord& a, const ComparableRecord& b, Findings& findings) {
    struct Kind {
        const char* label;
        const Number &a, &b;
    };
    Numbers found;
    for (const Kind& kind :
         {Kind{"KRS", a.krs, b.krs}, Kind{"NIP", a.nip, b.nip}, Kind{"REGON", a.regon, b.regon}}) {
        if (!kind.a || !kind.b) continue;
        const bool agree = *kind.a == *kind.b;
        (agree ? found.agree : found.conflict) = true;
        findings.add("identifier", agree ? weights::kSameIdentifier : weights::kOtherIdentifier,
                     fmt::format("{} {}", agree ? "ten sam" : "różny", kind.label), *kind.a,
                     *kind.b);
    }
    return found;
}

/// Units of one operator share its numbers; a unit may also have passed to another operator.
void compare_operator_numbers(const ComparableRecord& a, const ComparableRecord& b,
                              Findings& findings) {
    const auto compare = [&](const char* label, const Number& left, const Number& right) {
        if (!left || !right) return;
        const bool agree = *left == *right;
        findings.add("operator", agree ? weights::kSameOperatorNumber : weights::kOtherOperator,
                     fmt::format("{} {} prowadzącego", agree ? "ten sam" : "różny", label), *left,
                     *right);
        if (!agree) findings.at_most(Band::ambiguous);
    };
    if (a.operator_krs && b.operator_krs)
        compare("KRS", a.operator_krs, b.operator_krs);
    else
        compare("NIP", a.operator_nip, b.operator_nip);
}

enum class Forms { unknown, same, other, kept_differ, different };

/// A fire brigade is an association, and lists call it either.
bool is_narrower(const std::string& form, const std::string& general) {
    return form == "osp" && general == "stowarzyszenie";
}

Forms relation_of_forms(const ComparableRecord& a, const ComparableRecord& b) {
    if (a.form.empty() || b.form.empty())
        return (a.has_other_form && !b.form.empty()) || (b.has_other_form && !a.form.empty())
                   ? Forms::other
                   : Forms::unknown;
    if (a.form == b.form) return Forms::same;
    if (is_narrower(a.form, b.form) || is_narrower(b.form, a.form)) return Forms::unknown;
    if (is_unit_form(a.form) || is_unit_form(b.form)) return Forms::different;
    return a.is_form_kept || b.is_form_kept ? Forms::kept_differ : Forms::different;
}

Forms compare_forms(const ComparableRecord& a, const ComparableRecord& b,
                    const CatalogueRates& rates, Findings& findings) {
    const Forms found = relation_of_forms(a, b);
    if (found == Forms::same)
        findings.add("legal_form", rates.form_bits(a.form), "ta sama forma", a.form, b.form);
    if (found == Forms::other) {
        findings.add("legal_form", 0, "jeden zapis ma formę, której drugiemu nie przypisano",
                     a.form, b.form);
        findings.at_most(Band::ambiguous);
    }
    if (found == Forms::kept_differ) {
        findings.add("legal_form", weights::kOtherKeptForm, "nazwa wskazuje na inną formę", a.form,
                     b.form);
        findings.at_most(Band::ambiguous);
    }
    if (found == Forms::different) {
        findings.add("legal_form", weights::kOtherForm, "inna forma prawna", a.form, b.form);
        findings.at_most(Band::different);
    }
    return found;
}

void compare_contacts(const ComparableRecord& a, const ComparableRecord& b, Findings& findings) {
    if (a.phone && a.phone == b.phone)
        findings.add("contact", weights::kSamePhone, "ten sam telefon", *a.phone, *b.phone);
    for (const std::string& host : a.hosts) {
        if (std::find(b.hosts.begin(), b.hosts.end(), host) == b.hosts.end()) continue;
        findings.add("contact", weights::kSameHost, "ta sama domena strony lub poczty", host, host);
        return;
    }
}

/// Elsewhere, and called otherwise: hardly the body whose number it bears.
bool is_another_body(const Comparison& comparison) {
    const auto speaks_against = [&](std::string_view what) {
        return std::ranges::any_of(comparison.evidence, [&](const Evidence& each) {
            return each.what == what && each.weight <= weights::kUnknownTown;
        });
    };
    return comparison.name_score <= weights::kAnotherBody && speaks_against("place") &&
           speaks_against("other_words");
}

/// The pair of names that speaks most for one entity.
Findings compare_best_names(const ComparableRecord& a, const ComparableRecord& b,
                            const CatalogueRates& rates) {
    const auto rank = [](const Findings& findings) {
        return std::pair(findings.conclude_band(band_of(findings.score())), findings.score());
    };
    std::optional<Findings> best;
    for (const ComparableName& name_a : a.names)
        for (const ComparableName& name_b : b.names) {
            Findings found = compare_names(a, name_a, b, name_b, rates);
            if (!best || rank(found) > rank(*best)) best = std::move(found);
        }
    return std::move(best).value_or(Findings{});
}

}  // namespace

Comparison Comparator::compare(const ComparableRecord& a, const ComparableRecord& b) const {
    Findings numbers;
    const Numbers identifiers = compare_numbers(a, b, numbers);
    Findings rest;
    const Forms forms = compare_forms(a, b, rates_, rest);
    compare_operator_numbers(a, b, rest);
    compare_contacts(a, b, rest);
    rest.add_all(compare_best_names(a, b, rates_));

    const bool is_decided = identifiers.agree || identifiers.conflict;
    const bool is_contradictory =
        identifiers.agree && (identifiers.conflict || forms == Forms::different);
    const double name_score = rest.score();
    const Band name_band = rest.conclude_band(band_of(name_score));
    numbers.add_all(std::move(rest));
    Comparison comparison = numbers.conclude(band_of(numbers.score()));
    comparison.name_score = name_score;
    comparison.name_band = name_band;
    if (is_contradictory || (identifiers.agree && is_another_body(comparison)))
        comparison.band = Band::ambiguous;
    else if (is_decided)
        comparison.band = identifiers.agree ? Band::linked : Band::different;
    return comparison;
}

Band band_of(double score) {
    if (score >= weights::kLinked) return Band::linked;
    return score >= weights::kAmbiguous ? Band::ambiguous : Band::different;
}

}  // namespace wespol
