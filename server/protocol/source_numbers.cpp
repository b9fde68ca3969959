// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/source_numbers.h"

#include <algorithm>

#include <fmt/format.h>

namespace wespol {

SourceNumbers::SourceNumbers(const ProtocolResult& result) {
    add(result.sources);
    for (const FactRow& row : result.facts)
        add(row.sources);
    for (const ProtocolCertificate& certificate : result.certificates)
        add(certificate.sources);
}

std::string SourceNumbers::cited(const std::vector<std::string>& addresses) const {
    std::string text;
    for (const std::string& address : addresses) {
        const auto found = std::find(addresses_.begin(), addresses_.end(), address);
        text += fmt::format("{}[{}]", text.empty() ? "" : ", ", found - addresses_.begin() + 1);
    }
    return text;
}

void SourceNumbers::add(const std::vector<std::string>& addresses) {
    for (const std::string& address : addresses)
        if (std::find(addresses_.begin(), addresses_.end(), address) == addresses_.end())
            addresses_.push_back(address);
}

}  // namespace wespol
