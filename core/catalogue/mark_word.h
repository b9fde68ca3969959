// SPDX-License-Identifier: GPL-3.0-or-later
// The word for the state of a certificate, and of the mark of an entity, on a day: one for pages,
// files, protocols and the API. Thread-safe: no state.
#pragma once

#include "core/catalogue/legal_facts.h"

#include <string>

namespace wespol {

/// "jeszcze nie nadany": what "never" is of one certificate, or of an entity all of whose
/// certificates were granted after the day.
const std::string& not_yet_granted(Language language);

/// Of one certificate.
std::string certificate_word(CertificateState state, const References& references,
                             Language language);

/// Of an entity.
std::string mark_word(const MarkFact& fact, const References& references, Language language);

}  // namespace wespol
