// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a data folder hold a source, and how to read them: the name says what, the ending
// says how. "certificates.jsonl", "certificates.xlsx" and "certificates-2026.csv" are all read. A
// table whose name ends in a day or a month ("opp-2026-11-20.csv") speaks of that time.
// Not thread-safe.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/profile/table_profiles.h"
#include "indexer/source/source_record.h"
#include "indexer/table/column_names.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// Which source a file of this name holds; null when it would not be read. Excel's lock files and
/// hidden ones are nobody's list.
std::optional<std::string_view> source_of(const std::filesystem::path& file);

/// Why nobody reads a file of this name, and what to do; for those that source_of() does not know.
struct NameProblem {
    std::string message, advice;
};
NameProblem problem_of_name(const std::filesystem::path& file);

struct ReadCount {
    std::size_t rows = 0;     ///< not blank
    bool is_readable = true;  ///< false: an error says why; nothing may be published then
};

class SourceFiles {
  public:
    /// `references` must outlive it. The tables of names are read when the first table comes.
    SourceFiles(std::filesystem::path directory, std::filesystem::path dictionary,
                const References& references);

    /// Names such as "sources/entities.jsonl", that one first; empty when there is none.
    std::vector<std::string> of(std::string_view source) const;

    /// Files in sources/ that belong to no source.
    std::vector<std::string> unknown() const;

    /// `name` is how diagnostics call the file; `profile` says what a table would hold.
    /// Throws Error(environment) when the file is not there or the disk fails.
    ReadCount read(const std::filesystem::path& path, const std::string& name,
                   std::string_view profile, Diagnostics& diagnostics,
                   const std::function<void(const SourceRecord&)>& take);

    std::filesystem::path path_of(const std::string& name) const { return directory_ / name; }

  private:
    ReadCount read_as_table(const std::filesystem::path& path, const std::string& name,
                            std::string_view profile, Diagnostics& diagnostics,
                            const std::function<void(const SourceRecord&)>& take);

    std::filesystem::path directory_, dictionary_;
    const References& references_;
    std::optional<ColumnNames> column_names_;
    std::optional<TableProfiles> profiles_;
};

}  // namespace wespol
