// SPDX-License-Identifier: GPL-3.0-or-later
// What the records of an office's table mean: a list of entities, a list of certificates, the
// official list of public-benefit organisations. Each becomes a record with the keys of our own
// files (data/schema), for the same mappers. Which columns there are is data; here is only what
// no table of names can say. Thread-safe after construction.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/profile/legal_form_names.h"
#include "indexer/profile/readable_name.h"
#include "indexer/profile/town_forms.h"
#include "indexer/profile/written_place.h"
#include "indexer/source/source_record.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace wespol {

inline constexpr std::array<std::string_view, 3> kTableProfiles{"entities", "certificates", "opp"};

class TableProfiles {
  public:
    /// `references` must outlive it; of them it uses the vocabularies and the region. The
    /// dictionary is opened when the first name in capitals comes, or a town that no table has.
    TableProfiles(const std::filesystem::path& directory, const std::filesystem::path& dictionary,
                  const References& references);

    /// Doubts go to the diagnostics; what is missing the mapper names.
    SourceRecord apply(std::string_view profile, const SourceRecord& row, Diagnostics& diagnostics);

  private:
    SourceRecord entity(const SourceRecord& row, Diagnostics& diagnostics);
    SourceRecord certificate(const SourceRecord& row, Diagnostics& diagnostics);
    SourceRecord public_benefit(const SourceRecord& row, Diagnostics& diagnostics);
    const NameWriter& name_writer();
    BaseNames base_names();

    std::filesystem::path directory_, dictionary_;
    const References& references_;
    LegalFormNames legal_forms_;
    std::unique_ptr<const NameWriter> name_writer_;
    std::unique_ptr<const TownForms> town_forms_;
};

}  // namespace wespol
