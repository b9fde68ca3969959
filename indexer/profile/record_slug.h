// SPDX-License-Identifier: GPL-3.0-or-later
// Ids for records that bring none: by the number of a register, else from the words of the record,
// by the rule of data/README.md. The same row gets the same id every time. Thread-safe: no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wespol {

/// "krs-0000649225", else "nip-6070084092", else the form, the name without it and the town:
/// "ss-arkadio-szamocin".
std::string entity_id(const std::optional<std::string>& krs, const std::optional<std::string>& nip,
                      std::string_view legal_form, std::string_view name, std::string_view town);

/// "zp-2024-zaz-slupca-obiady": the year or edition, who holds it, for what.
std::string certificate_id(std::string_view edition, std::string_view holder, std::string_view town,
                           std::string_view subject);

}  // namespace wespol
