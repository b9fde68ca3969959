// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_doubt.h"

#include "core/support/wording.h"

#include <array>

#include <fmt/format.h>

namespace wespol {
namespace {

DateDoubt doubt_of(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
    return earliest || latest ? DateDoubt::imprecise : DateDoubt::missing;
}

/// What the sources do not say, and what follows for the day.
enum class Said {
    no_grant,
    no_grant_no_end,
    grant_roughly,
    no_end,
    no_end_either,
    end_roughly,
    end_roughly_too,
    whether_valid,
    whether_begun,
    whether_ended,
    whether_ends_soon
};

/// By Said; {} is the date as the source gives it, of a consequence the days of "wygasa".
constexpr std::array kSaid{
    InThree{"Źródła nie podają, kiedy certyfikat nadano",
            "The sources do not say when the certificate was granted",
            "Джерела не кажуть, коли надано сертифікат"},
    InThree{"Źródła nie podają, kiedy certyfikat nadano, a od tego dnia liczy się 12 miesięcy",
            "The sources do not say when the certificate was granted, and the 12 months are "
            "counted from that day",
            "Джерела не кажуть, коли надано сертифікат, а 12 місяців рахують від цього дня"},
    InThree{"Dzień nadania źródła podają niedokładnie{}",
            "The sources give the day of the grant only roughly{}",
            "День надання джерела подають неточно{}"},
    InThree{"Źródła nie podają, do kiedy jest ważny",
            "The sources do not say until when it is valid",
            "Джерела не кажуть, до якого дня він дійсний"},
    InThree{"końca nie podają wcale", "of its end they say nothing", "про кінець не кажуть нічого"},
    InThree{"Ostatni dzień źródła podają niedokładnie{}",
            "The sources give its last day only roughly{}",
            "Останній день джерела подають неточно{}"},
    InThree{"ostatni dzień źródła podają niedokładnie{}", "its last day only roughly as well{}",
            "останній день теж подають неточно{}"},
    InThree{"więc nie wiadomo, czy tego dnia obowiązywał",
            "so it is not known whether it was valid on that day",
            "тому невідомо, чи діяв він того дня"},
    InThree{"więc nie wiadomo, czy tego dnia już obowiązywał",
            "so it is not known whether it was valid already on that day",
            "тому невідомо, чи того дня він уже діяв"},
    InThree{"więc nie wiadomo, czy tego dnia jeszcze obowiązywał",
            "so it is not known whether it was still valid on that day",
            "тому невідомо, чи того дня він ще діяв"},
    InThree{"więc nie wiadomo, czy kończy się w ciągu {} dni",
            "so it is not known whether it ends within {} days",
            "тому невідомо, чи він закінчується протягом {} днів"}};

Said consequence(const Doubt& doubt) {
    if (doubt.may_end_soon) return Said::whether_ends_soon;
    if (doubt.may_not_have_begun && doubt.may_have_ended) return Said::whether_valid;
    return doubt.may_not_have_begun ? Said::whether_begun : Said::whether_ended;
}

}  // namespace

std::optional<Doubt> doubt_on(const Validity& validity, Day day) {
    const CertificateState state = state_on(validity, day);
    Doubt doubt;
    if (state == CertificateState::uncertain) {
        doubt.may_not_have_begun = !validity.latest_start || day < *validity.latest_start;
        doubt.may_have_ended = !validity.earliest_end || day > *validity.earliest_end;
    }
    // Valid, and not "expiring": its last possible day is further away.
    if (state == CertificateState::valid)
        doubt.may_end_soon = *validity.earliest_end - day <= std::chrono::days{kExpiringWithinDays};
    if (!doubt.may_not_have_begun && !doubt.may_have_ended && !doubt.may_end_soon)
        return std::nullopt;
    if (doubt.may_not_have_begun || validity.end_is_computed)
        doubt.grant = doubt_of(validity.earliest_start, validity.latest_start);
    if ((doubt.may_have_ended || doubt.may_end_soon) && !validity.end_is_computed)
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

std::string in_words(const Doubt& doubt, const std::optional<PartialDate>& granted_on,
                     const std::optional<PartialDate>& valid_until, Language language) {
    const auto say = [&](Said what, const std::optional<PartialDate>& date = std::nullopt) {
        return worded(kSaid.at(static_cast<std::size_t>(what)),
                      date ? fmt::format(" ({})", date->in_words(language)) : "")
            .in(language);
    };
    constexpr std::array<std::string_view, 3> kAnd{", a ", ", and ", ", а "};
    std::string cause;
    const auto add = [&](const std::string& part) {
        if (!cause.empty()) cause += kAnd[index_of(language)];
        cause += part;
    };
    if (doubt.grant == DateDoubt::missing)
        add(say(valid_until ? Said::no_grant : Said::no_grant_no_end));
    if (doubt.grant == DateDoubt::imprecise) add(say(Said::grant_roughly, granted_on));
    const bool is_second = !cause.empty();
    if (doubt.end == DateDoubt::missing) add(say(is_second ? Said::no_end_either : Said::no_end));
    if (doubt.end == DateDoubt::imprecise)
        add(say(is_second ? Said::end_roughly_too : Said::end_roughly, valid_until));
    const InThree& follows = kSaid.at(static_cast<std::size_t>(consequence(doubt)));
    return fmt::format("{}, {}.", cause, worded(follows, kExpiringWithinDays).in(language));
}

std::string in_words(const Doubt& doubt, const Certificate& certificate, Language language) {
    return in_words(doubt, certificate.granted_on, certificate.valid_until, language);
}

std::string_view year_inferred_in(Language language) {
    constexpr std::array<std::string_view, kLanguages.size()> kYearInferred{
        "Rok nadania ustalono pośrednio: źródło go nie podaje.",
        "The year of the grant was inferred: the source does not give it.",
        "Рік надання встановлено опосередковано: джерело його не подає."};
    return kYearInferred[index_of(language)];
}

std::vector<std::string> date_remarks(const MarkFact& fact, Day day, Language language) {
    std::vector<std::string> remarks;
    if (!fact.validity) return remarks;
    if (const auto doubt = doubt_on(*fact.validity, day))
        remarks.push_back(in_words(*doubt, fact.granted_on, fact.valid_until, language));
    if (fact.year_inferred) remarks.emplace_back(year_inferred_in(language));
    return remarks;
}

std::vector<std::string> date_remarks(const Certificate& certificate, Day day, Language language) {
    MarkFact fact;
    fact.validity = validity(certificate);
    fact.granted_on = certificate.granted_on;
    fact.valid_until = certificate.valid_until;
    fact.year_inferred = certificate.year_inferred;
    return date_remarks(fact, day, language);
}

}  // namespace wespol
