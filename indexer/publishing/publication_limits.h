// SPDX-License-Identifier: GPL-3.0-or-later
// What stops a publication: broken files always, losses unless a person accepts them. Every refusal
// is here, as Error(data_rejected) with the figures, the limit and how to go on.
// Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <cstddef>
#include <filesystem>

namespace wespol {

/// Exceeded by more than `few` and by more than `share` of the whole.
struct Limit {
    std::size_t few = 0;
    double share = 0;  ///< 0 … 1

    bool is_exceeded(std::size_t number, std::size_t whole) const;
};

struct PublicationLimits {
    Limit rejected_rows{2, 0.2};    ///< of one source
    Limit entities_lost{3, 0.1};    ///< by which there are fewer than published
    Limit certificates_lost{2, 0};  ///< published and not there any more; expired ones stay
    Limit products_lost{2, 0.2};
};

inline constexpr const char* kPublishingFile = "publishing.json";

/// <data>/publishing.json; what it leaves out, and all where there is no such file, is as above.
/// Throws Error(data_rejected) on anything it cannot read or does not know: a limit that is written
/// wrongly must not be passed over.
PublicationLimits load_publication_limits(const std::filesystem::path& data_directory);

/// A file that cannot be read whole or whose rows are all wrong, a source of which too much was
/// rejected, no entities at all:
/// the file, not a record, is wrong.
void refuse_broken(const LoadedCatalogue& loaded, const PublicationLimits& limits);

/// Too many published records would go, or a list that held records is empty: perhaps the wrong
/// file. Not to be asked once a person accepted the losses.
void refuse_losses(const ChangeSet& changes, const LoadedCatalogue& loaded,
                   const PublicationLimits& limits);

}  // namespace wespol
