// SPDX-License-Identifier: GPL-3.0-or-later
// Several rows that tell of one certificate → one certificate with what each of them says. Another
// product on the same day is another certificate; which one a row without a product means, where
// there are two, is for a person, and so are rows that contradict each other. Thread-safe: no
// state.
#pragma once

#include "indexer/loading/catalogue_loader.h"

namespace wespol {

/// To be called when the holders are known (certificate_linker.h). The same certificate: one mark
/// and holder, one day (or a span of days and one within it), one subject or none said. The record
/// whose id the list gives comes first, else the first one read; its id stays. What is doubtful
/// stays apart, with a warning and in `links` as ambiguous. Decisions between ids of certificates
/// go before all of it.
void merge_certificates(LoadedCatalogue& loaded);

}  // namespace wespol
