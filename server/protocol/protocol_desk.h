// SPDX-License-Identifier: GPL-3.0-or-later
// Where protocols are given out and known again. Nothing of them is stored: the address says what a
// protocol is of, its number proves that we said so, and the generation gives the rest. Knows
// nothing of HTTP. Thread-safe.
#pragma once

#include "server/past_generations.h"
#include "server/protocol/key_ring.h"
#include "server/protocol/protocol_number.h"
#include "server/protocol/protocol_writer.h"

#include <memory>
#include <semaphore>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace wespol {

/// A protocol that can be written, and the key that signs it.
struct ProtocolCase {
    ProtocolRequest request;
    ProtocolIssue issue;
    const SigningKey* key = nullptr;
};

enum class ProtocolRefusal {
    not_ours,  ///< the number is not what we would give for that address
    gone       ///< it is, but the generation is not retained any more
};

class ProtocolDesk {
  public:
    /// `public_url`: how the world reaches us, "https://example.org", without a slash at the end.
    /// `generations` must live longer.
    ProtocolDesk(KeyRing keys, const PastGenerations& generations, std::string public_url);

    const KeyRing& keys() const { return keys_; }
    const std::string& public_url() const { return public_url_; }

    /// Path and query under which the protocol of `request` (settled) is from now on, e.g.
    /// "/protokol/WZ-…?generacja=…&chwila=…&q=catering". Retention counts from this day on.
    std::string new_address(const ProtocolRequest& request, const std::string& generation,
                            Moment moment) const;

    /// What the address with that number and those parameters stands for.
    tl::expected<ProtocolCase, ProtocolRefusal> find(
        std::string_view number, const Parameters& parameters,
        const std::shared_ptr<const IndexSnapshot>& current) const;

    /// PDFs take seconds of a processor when they are long: this many are set at once, so that the
    /// rest of the site goes on.
    static constexpr int kPdfsAtOnce = 2;
    std::counting_semaphore<kPdfsAtOnce>& pdf_places() const { return pdf_places_; }

  private:
    KeyRing keys_;
    const PastGenerations& generations_;
    std::string public_url_;
    mutable std::counting_semaphore<kPdfsAtOnce> pdf_places_{kPdfsAtOnce};
};

}  // namespace wespol
