// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/legal_facts.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

/// A status of vocabulary "status" that speaks of a social enterprise, and the days between which
/// there can be one at all.
struct EnterpriseStatus {
    std::string_view code;
    std::optional<Day> first, last;
};

/// The stronger first. Lists by the older rules ran to the end of 2023 at the latest
/// (https://mcps.com.pl/przedsiebiorstwa-spoleczne/ekonomia-spoleczna/pes/).
constexpr std::array<EnterpriseStatus, 2> kEnterpriseStatuses{{
    {"przedsiebiorstwo_spoleczne", kEnterpriseActSince, std::nullopt},
    {"ps_owes", std::nullopt, Day{std::chrono::year{2023} / 12 / 31}},
}};

const EnterpriseStatus* enterprise_status(std::string_view code) {
    const auto found = std::ranges::find(kEnterpriseStatuses, code, &EnterpriseStatus::code);
    return found == kEnterpriseStatuses.end() ? nullptr : &*found;
}

/// Past every day that can be asked for (calendar.h).
constexpr Day kOpenEnd{std::chrono::year{2201} / 1 / 1};

Art94Fact art_94_fact(const Entity& entity, const References& references, Day day) {
    Art94Fact fact;
    fact.was_in_force = day >= kArt94Since;
    fact.legal_form = entity.legal_form;
    fact.as_of = entity.provenance.as_of;
    fact.sources = entity.provenance.urls;
    const Concept* form = references.legal_form.find(entity.legal_form);
    if (!form || !form->art_94) return fact;
    for (const Art94Category each : {Art94Category::from_form, Art94Category::to_declare})
        if (*form->art_94 == code(each)) fact.category = each;
    return fact;
}

/// What is said of a stronger status outweighs a weaker one, unless only the weaker one holds.
EnterpriseFact enterprise_fact(const Entity& entity, Day day) {
    EnterpriseFact fact;
    fact.was_in_force = day >= kEnterpriseActSince;
    for (const EnterpriseStatus& wanted : kEnterpriseStatuses)
        for (const EntityStatus& status : entity.statuses) {
            if (status.status != wanted.code) continue;
            const StatusState state = state_on(status, day);
            if (fact.status && state >= fact.state) continue;
            fact.state = state;
            fact.status = status;
        }
    return fact;
}

/// Open ends count as later than every day.
bool ends_later(const Validity& a, const Validity& b) {
    return a.latest_end.value_or(kOpenEnd) > b.latest_end.value_or(kOpenEnd);
}

MarkFact mark_fact(const std::vector<Certificate>& certificates, Day day) {
    MarkFact fact;
    fact.known_certificates = certificates.size();
    for (const Certificate& each : certificates) {
        const Validity days = validity(each);
        const CertificateState state = state_on(days, day);
        const bool is_better = !fact.certificate || state < fact.state ||
                               (state == fact.state && ends_later(days, *fact.validity));
        if (!is_better) continue;
        fact.state = state;
        fact.certificate = each.id;
        fact.validity = days;
        fact.granted_on = each.granted_on;
        fact.valid_until = each.valid_until;
        fact.year_inferred = each.year_inferred;
    }
    return fact;
}

}  // namespace

std::string_view code(Art94Category category) {
    switch (category) {
        case Art94Category::from_form:
            return "z_formy";
        case Art94Category::to_declare:
            return "do_oswiadczenia";
        case Art94Category::unknown:
            return "nieznana";
    }
    return "nieznana";
}

std::string_view code(StatusState state) {
    switch (state) {
        case StatusState::held:
            return "obowiazuje";
        case StatusState::uncertain:
            return "niepewny";
        case StatusState::ended:
            return "zakonczony";
        case StatusState::not_yet:
            return "pozniejszy";
        case StatusState::none_known:
            return "brak_w_zrodlach";
    }
    return "niepewny";
}

Validity validity(const EntityStatus& status) {
    const EnterpriseStatus* kind = enterprise_status(status.status);
    Validity days;
    days.end_is_computed = false;
    if (kind) days.earliest_start = kind->first;
    if (status.from) {
        days.earliest_start = status.from->earliest();
        days.latest_start = status.from->latest();
    } else if (status.as_of) {
        days.latest_start = status.as_of->latest();
    }
    if (status.until) {
        days.earliest_end = status.until->earliest();
        days.latest_end = status.until->latest();
    } else if (kind && kind->last) {
        days.latest_end = kind->last;
    } else {
        days.earliest_end = kOpenEnd;
    }
    if (days.earliest_end) return days;
    // The day it was granted, and one that a source speaks of, are days it held on.
    if (status.from) days.earliest_end = status.from->latest();
    if (status.as_of) days.earliest_end = std::max(days.earliest_end, status.as_of->earliest());
    return days;
}

StatusState state_on(const EntityStatus& status, Day day) {
    switch (state_on(validity(status), day)) {
        case CertificateState::valid:
        case CertificateState::expiring:
            return StatusState::held;
        case CertificateState::uncertain:
            return StatusState::uncertain;
        case CertificateState::expired:
            return StatusState::ended;
        case CertificateState::never:
            return StatusState::not_yet;
    }
    return StatusState::uncertain;
}

LegalFacts legal_facts(const Entity& entity, const std::vector<Certificate>& certificates,
                       const References& references, Day as_of) {
    return {as_of, art_94_fact(entity, references, as_of), enterprise_fact(entity, as_of),
            mark_fact(certificates, as_of)};
}

}  // namespace wespol
