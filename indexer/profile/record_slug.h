// SPDX-License-Identifier: GPL-3.0-or-later
// Ids for records that bring none: by the number of a register, else from all the words of the
// record, by the rule of data/README.md. The same row gets the same id every time. Two rows may
// still get one id, as two of one name do: such an id is an address, never a proof that they are
// one. Thread-safe: no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wespol {

struct EntityWords {
    std::optional<std::string> krs, nip;
    std::string_view legal_form, name, town;
    std::string_view municipality;  ///< its name, where several villages are called as the town is
};

/// "krs-0000649225", else "nip-6070084092", else the form, the name without it and the place:
/// "ss-arkadio-szamocin", "kgw-nowa-wies-wronki". A unit (WTZ, ZAZ, CIS, KIS) stands under the
/// numbers of its operator, so they give it no id.
std::string entity_id(const EntityWords& words);

/// "zp-2024-zaz-slupca-obiady": the year or edition, who holds it, for what.
std::string certificate_id(std::string_view edition, std::string_view holder, std::string_view town,
                           std::string_view subject);

}  // namespace wespol
