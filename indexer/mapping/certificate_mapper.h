// SPDX-License-Identifier: GPL-3.0-or-later
// sources/certificates.jsonl and certificate_editions.jsonl: a record → a Certificate or an
// edition. Rejected: no id, unknown mark, a holder that is not among the entities (a certificate
// without a known holder is kept, its holder stays null). Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<CertificateEdition> map_certificate_edition(const SourceRecord& record,
                                                          const References& references,
                                                          Diagnostics& diagnostics);

std::optional<Certificate> map_certificate(const SourceRecord& record, const References& references,
                                           const IdSet& entities, Diagnostics& diagnostics);

}  // namespace wespol
