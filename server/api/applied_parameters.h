// SPDX-License-Identifier: GPL-3.0-or-later
// Which parameters each address of the API applies. One that we know and an address does not apply
// is refused there: nothing asked for is silently dropped. Unknown ones are ignored.
// Thread-safe: no state.
#pragma once

#include "core/search/request_decoder.h"

namespace wespol {

enum class Endpoint : unsigned {
    entities = 1,
    entity = 2,
    products = 4,
    certificates = 8,
    certificate_check = 16,  ///< certificates, asked for by a number
    suggest = 32,
    list_check = 64,
    entity_csv = 128,
    entity_lines = 256,  ///< JSON Lines
    entity_file = 512,   ///< the other formats
    certificate_csv = 1024,
    certificate_file = 2048,
    certificate_feed = 4096,
    entity_feed = 8192,  ///< of the certificates that the found entities hold
    cpv = 16384,
    cpv_code = 32768,
    comparison = 65536
};

/// Puts one problem for each parameter with a value that is not applied, in place of what else may
/// be wrong with it.
void refuse_unapplied(Endpoint endpoint, const Parameters& parameters, DecodedRequest& decoded);

}  // namespace wespol
