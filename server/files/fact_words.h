// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the legal facts as the pages say them, taken out once for all rows of a file: a
// page's sentences (messages.h) are too dear for a hundred thousand rows. Plain value.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/legal_facts.h"
#include "server/pages/messages.h"

#include <array>
#include <string>

namespace wespol {

struct FactWords {
    std::array<std::string, 3> art_94;      ///< by Art94Category
    std::array<std::string, 5> enterprise;  ///< on the day, by StatusState
    std::array<std::string, 5> mark;        ///< by CertificateState
    std::string not_yet_granted;  ///< for "never", where a certificate is known of a later day

    const std::string& of(const Art94Fact& fact) const;
    const std::string& of(const EnterpriseFact& fact) const;
    const std::string& of(const MarkFact& fact) const;
    /// Of one certificate: "never" means that it was granted after the day.
    const std::string& of(CertificateState state) const;
};

FactWords fact_words(const Messages& sentences, const References& references, Language language);

}  // namespace wespol
