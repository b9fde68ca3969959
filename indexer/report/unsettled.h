// SPDX-License-Identifier: GPL-3.0-or-later
// What a build leaves to people: pairs that nobody decided, certificates of holders that are not
// there, ids that go without a word. Both writings of the report ask here. The results point into
// what they were made of. Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"
#include "indexer/linking/link_outcome.h"
#include "indexer/loading/catalogue_loader.h"

#include <vector>

namespace wespol {

/// Certificates that named their holder without its id, by what became of them.
struct CertificateLinks {
    std::vector<const LinkOutcome*> linked, ambiguous, not_found;
};

CertificateLinks certificate_links(const LoadedCatalogue& loaded);

/// Pairs that a person decides: of certificates and of entities of several lists.
std::vector<const LinkOutcome*> ambiguous_links(const LoadedCatalogue& loaded);

/// Published entities that would be gone although retired_ids.jsonl says neither why nor where to.
std::vector<const RecordChange*> gone_without_reason(const ChangeSet& changes);

}  // namespace wespol
