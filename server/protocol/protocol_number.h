// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a protocol, "WZ-20261122-7K3Q-0ZRT-9M2C-XW4B": the day it was made and 80 bits of
// an authentication code over what it is about. Nobody without the key can make a number for
// another moment, question or generation; nothing needs to be stored to know ours again.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/warsaw_time.h"
#include "server/protocol/key_ring.h"

#include <string>
#include <string_view>

namespace wespol {

/// What a number stands for.
struct ProtocolSubject {
    std::string generation;
    Moment moment;
    std::string question;  ///< canonical query of the address, without generation and moment
};

std::string protocol_number(const ProtocolSubject& subject, const SigningKey& key);

/// Four groups of four letters of Crockford's base 32 (no I, L, O, U), capital.
bool is_protocol_number(std::string_view text);

/// The key under which the number was given for exactly that; null when none of ours was.
const SigningKey* key_of_number(std::string_view number, const ProtocolSubject& subject,
                                const KeyRing& keys);

}  // namespace wespol
