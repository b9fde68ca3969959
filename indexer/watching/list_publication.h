// SPDX-License-Identifier: GPL-3.0-or-later
// A checked list into the data folder and its generation to the public, both or neither. Killed in
// between, the list is in the data folder, unpublished, and still in the inbox: the next build or a
// person goes on from there; what is published is whole at every moment.
// Hold GenerationStore::Lock. Not thread-safe.
#pragma once

#include "core/index/generation_store.h"
#include "indexer/publishing/preparation.h"
#include "indexer/watching/inbox.h"
#include "indexer/watching/trial_folder.h"

#include <filesystem>
#include <string>

namespace wespol {

/// Whether the data folder, as it is, says what is published: else others' changes, half done
/// perhaps, would go out with the list.
bool is_published_as_it_is(const std::filesystem::path& data,
                           const std::filesystem::path& dictionary, const Preparation& prepared);

struct ListPublication {
    std::string generation;
    std::string note;  ///< what was left to a person, in Polish; may be empty
};

/// A list of the same name in the data folder is kept in the inbox as NAME.previous-<time>.
/// Throws Error, and then nothing has changed.
ListPublication publish_list(const Inbox& inbox, const std::filesystem::path& data,
                             const TrialFolder& trial, const GenerationStore& store,
                             const Preparation& prepared);

}  // namespace wespol
