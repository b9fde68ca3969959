// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of an office's table may be called, and what is kept in them: read from
// vocabulary/column_names.jsonl, so that a new name is a line of data. Immutable after reading.
#pragma once

#include "core/support/diagnostic.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

enum class ColumnKind {
    text,
    list,  ///< several texts in one cell
    date,
    krs,
    nip,
    regon,
    postal_code,
    phone,
    email,
    website,
    ordinal  ///< the row's own number: read over
};

struct Column {
    std::string key;
    ColumnKind kind = ColumnKind::text;
    bool is_required = false;
    std::vector<std::string> names;
    std::vector<std::string> only;  ///< rows with another value do not belong to the region
};

class ColumnNames {
  public:
    /// Throws Error(data_rejected) when a line is wrong or a name stands for two columns.
    static ColumnNames load(const std::filesystem::path& directory);

    /// Of "entities", "certificates" or "opp"; empty when the file knows no such profile.
    const std::vector<Column>& columns(std::string_view profile) const;

    /// The column of that profile with this heading, compared without case, diacritics and
    /// punctuation; null when it is unknown.
    const Column* find(std::string_view profile, std::string_view heading) const;

  private:
    std::map<std::string, std::vector<Column>, std::less<>> columns_;
    /// By profile and folded name: the place in columns_.
    std::map<std::string, std::map<std::string, std::size_t>, std::less<>> places_;
};

}  // namespace wespol
