// SPDX-License-Identifier: GPL-3.0-or-later
// Records out of the index: by document number, by id, by the entity they belong to.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/columns.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace wespol {

class RecordReader {
  public:
    RecordReader(const Xapian::Database& database, const Columns& columns)
        : database_(database), columns_(columns) {}

    Entity entity(DocId document) const;
    Product product(DocId document) const;
    Certificate certificate(DocId document) const;

    std::optional<DocId> find(DocumentType type, std::string_view id) const;

    /// Ids of that type in their own order, from the `first` one (0, 1, …).
    std::vector<std::string> ids(DocumentType type, std::size_t first, std::size_t most) const;

    /// Certificates it holds, products it makes or may make, entities it operates: by `type`.
    std::vector<DocId> belonging_to(DocumentType type, const std::string& entity_id) const;

  private:
    const Xapian::Database& database_;
    const Columns& columns_;
};

}  // namespace wespol
