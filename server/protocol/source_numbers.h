// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses a result rests on, each once and numbered, so that a row can cite "[2]" and the
// paper still tells the whole address. Thread-safe: const use.
#pragma once

#include "server/protocol/protocol.h"

#include <string>
#include <vector>

namespace wespol {

class SourceNumbers {
  public:
    /// Those of the record first, then of its facts and certificates, as they come.
    explicit SourceNumbers(const ProtocolResult& result);

    /// In the order of their numbers, from 1.
    const std::vector<std::string>& addresses() const { return addresses_; }

    /// "[1], [3]"; "" for none.
    std::string cited(const std::vector<std::string>& addresses) const;

  private:
    void add(const std::vector<std::string>& addresses);

    std::vector<std::string> addresses_;
};

}  // namespace wespol
