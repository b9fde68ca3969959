// SPDX-License-Identifier: GPL-3.0-or-later
// The three legal facts of an entity on a day: the category of art. 94 of the procurement law, the
// status of a social enterprise, the Zakup Prospołeczny mark. None proves another, and there is no
// fourth that sums them up. Codes and dates, no sentences. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/certificate_state.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// Whether the legal form is one that art. 94 ust. 1 of the procurement law names.
enum class Art94Category {
    from_form,   ///< z_formy: the form itself, e.g. a social cooperative
    to_declare,  ///< do_oswiadczenia: the supplier has to show that it meets the conditions
    unknown      ///< nieznana: nothing is known of that form
};
std::string_view code(Art94Category category);

/// Art. 94 of the law of 11 September 2019 holds since then.
inline constexpr Day kArt94Since{std::chrono::year{2021} / 1 / 1};
/// So does the act on the social economy of 5 August 2022, by which the voivode decides.
inline constexpr Day kEnterpriseActSince{std::chrono::year{2022} / 10 / 30};

struct Art94Fact {
    bool was_in_force = true;  ///< that article, on the day
    Art94Category category = Art94Category::unknown;
    std::string legal_form;            ///< code
    std::optional<PartialDate> as_of;  ///< of the record that tells the form
    std::vector<std::string> sources;  ///< addresses
};

/// Of a status on a day.
enum class StatusState {
    held,        ///< obowiazuje
    uncertain,   ///< niepewny: held at some time, but its dates do not settle that day
    ended,       ///< zakonczony
    not_yet,     ///< pozniejszy: granted after that day
    none_known,  ///< brak_w_zrodlach: no source speaks of it, which is not "has none"
};
std::string_view code(StatusState state);

/// The days of a status. Without a beginning it held at least since the sources speak of it.
/// Without an end the voivode's decision, which has no term, holds until told otherwise; a status
/// of OWES may have ended on any day after the sources speak of it, at the latest with its lists.
/// An end told as "not later than" settles nothing of the days before it.
Validity validity(const EntityStatus& status);
StatusState state_on(const EntityStatus& status, Day day);

struct EnterpriseFact {
    bool was_in_force = true;  ///< the act by which the voivode decides, on the day
    StatusState state = StatusState::none_known;
    /// The one the state is of; the voivode's decision comes before the older one of OWES.
    std::optional<EntityStatus> status;
};

struct MarkFact {
    CertificateState state = CertificateState::never;
    std::size_t known_certificates = 0;  ///< in the directory, those granted after the day too
    /// The certificate the state rests on: of those in that state the one that ends last. Null
    /// when none is known.
    std::optional<std::string> certificate;  ///< id
    std::optional<Validity> validity;
    std::optional<PartialDate> granted_on, valid_until;  ///< as its source gives them
    bool year_inferred = false;

    /// All that are known were granted after the day: "never" says less than is known.
    bool is_later() const { return state == CertificateState::never && known_certificates > 0; }
};

struct LegalFacts {
    Day as_of{};
    Art94Fact art_94;
    EnterpriseFact enterprise;
    MarkFact mark;
};

/// `certificates`: all of that entity.
LegalFacts legal_facts(const Entity& entity, const std::vector<Certificate>& certificates,
                       const References& references, Day as_of);

}  // namespace wespol
