// SPDX-License-Identifier: GPL-3.0-or-later
// What the dates of a certificate do not settle of a day, whether it was valid or, if so, whether
// its last day was within 30 days: which of the dates its source gives is missing or not precise
// enough. The state itself is certificate_state.h. Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate_state.h"
#include "core/catalogue/legal_facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class DateDoubt { none, missing, imprecise };

/// Of the dates as the source gives them: a computed end is doubtful because the grant is.
struct Doubt {
    DateDoubt grant = DateDoubt::none;
    DateDoubt end = DateDoubt::none;
    bool may_not_have_begun = false;
    bool may_have_ended = false;
    bool may_end_soon = false;  ///< valid for sure; within 30 days or later
    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// Null where the dates settle the day.
std::optional<Doubt> doubt_on(const Validity& validity, Day day);

/// "brak_daty_nadania", "niedokladna_data_nadania", "niedokladna_data_konca", …
std::vector<std::string_view> codes(const Doubt& doubt);

/// A sentence or two; `granted_on` and `valid_until` as the source gives them.
std::string in_words(const Doubt& doubt, const std::optional<PartialDate>& granted_on,
                     const std::optional<PartialDate>& valid_until, Language language);
std::string in_words(const Doubt& doubt, const Certificate& certificate, Language language);

/// For documents that are Polish.
inline std::string in_polish(const Doubt& doubt, const Certificate& certificate) {
    return in_words(doubt, certificate, Language::pl);
}

/// All that is to be said of its dates where its state on a day is told: what they do not settle,
/// and that the year of the grant was inferred. Sentences; none where there is nothing to say.
std::vector<std::string> date_remarks(const Certificate& certificate, Day day, Language language);
/// Of the one it rests on.
std::vector<std::string> date_remarks(const MarkFact& fact, Day day, Language language);

/// "Rok nadania ustalono pośrednio: źródło go nie podaje."
std::string_view year_inferred_in(Language language);

}  // namespace wespol
