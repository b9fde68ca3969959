// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_doubt.h"

#include <fmt/format.h>

namespace wespol {
namespace {

DateDoubt doubt_of(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
    return earliest || latest ? DateDoubt::imprecise : DateDoubt::missing;
}

/// "więc nie wiadomo, czy tego dnia już obowiązywał"
std::string consequence(const Doubt& doubt) {
    if (doubt.may_not_have_begun && doubt.may_have_ended)
        return "więc nie wiadomo, czy tego dnia obowiązywał";
    return doubt.may_not_have_begun ? "więc nie wiadomo, czy tego dnia już obowiązywał"
                                    : "więc nie wiadomo, czy tego dnia jeszcze obowiązywał";
}

std::string shown(const std::optional<PartialDate>& date) {
    return date ? fmt::format(" ({})", date->in_polish()) : std::string();
}

}  // namespace

std::optional<Doubt> doubt_on(const Validity& validity, Day day) {
    if (state_on(validity, day) != CertificateState::uncertain) return std::nullopt;
    Doubt doubt;
    doubt.may_not_have_begun = !validity.latest_start || day < *validity.latest_start;
    doubt.may_have_ended = !validity.earliest_end || day > *validity.earliest_end;
    if (doubt.may_not_have_begun || validity.end_is_computed)
        doubt.grant = doubt_of(validity.earliest_start, validity.latest_start);
    if (doubt.may_have_ended && !validity.end_is_computed)
        doubt.end = doubt_of(validity.earliest_end, validity.latest_end);
    return doubt;
}

std::vector<std::string_view> codes(const Doubt& doubt) {
    std::vector<std::string_view> found;
    if (doubt.grant == DateDoubt::missing) found.emplace_back("brak_daty_nadania");
    if (doubt.grant == DateDoubt::imprecise) found.emplace_back("niedokladna_data_nadania");
    if (doubt.end == DateDoubt::missing) found.emplace_back("brak_daty_konca");
    if (doubt.end == DateDoubt::imprecise) found.emplace_back("niedokladna_data_konca");
    return found;
}

std::string in_polish(const Doubt& doubt, const std::optional<PartialDate>& granted_on,
                      const std::optional<PartialDate>& valid_until) {
    std::string cause;
    const auto add = [&](const std::string& part) {
        cause += (cause.empty() ? "" : ", a ") + part;
    };
    if (doubt.grant == DateDoubt::missing)
        add(valid_until ? "Źródła nie podają, kiedy certyfikat nadano"
                        : "Źródła nie podają, kiedy certyfikat nadano, a od tego dnia liczy się "
                          "12 miesięcy");
    if (doubt.grant == DateDoubt::imprecise)
        add(fmt::format("Dzień nadania źródła podają niedokładnie{}", shown(granted_on)));
    const bool is_second = !cause.empty();
    if (doubt.end == DateDoubt::missing)
        add(is_second ? "końca nie podają wcale" : "Źródła nie podają, do kiedy jest ważny");
    if (doubt.end == DateDoubt::imprecise)
        add(fmt::format("{} źródła podają niedokładnie{}",
                        is_second ? "ostatni dzień" : "Ostatni dzień", shown(valid_until)));
    return fmt::format("{}, {}.", cause, consequence(doubt));
}

std::string in_polish(const Doubt& doubt, const Certificate& certificate) {
    return in_polish(doubt, certificate.granted_on, certificate.valid_until);
}

std::vector<std::string> date_remarks(const MarkFact& fact, Day day) {
    std::vector<std::string> remarks;
    if (!fact.validity) return remarks;
    if (const auto doubt = doubt_on(*fact.validity, day))
        remarks.push_back(in_polish(*doubt, fact.granted_on, fact.valid_until));
    if (fact.year_inferred) remarks.emplace_back(kYearInferred);
    return remarks;
}

std::vector<std::string> date_remarks(const Certificate& certificate, Day day) {
    MarkFact fact;
    fact.validity = validity(certificate);
    fact.granted_on = certificate.granted_on;
    fact.valid_until = certificate.valid_until;
    fact.year_inferred = certificate.year_inferred;
    return date_remarks(fact, day);
}

}  // namespace wespol
