// SPDX-License-Identifier: GPL-3.0-or-later
// sources/brands.jsonl and products.jsonl: a record → a Brand or a Product. Rejected: no name, a
// brand or kind of product that the vocabularies do not know. A maker that is not among the
// entities is left out. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<Brand> map_brand(const SourceRecord& record, const References& references,
                               const IdSet& entities, Diagnostics& diagnostics);

std::optional<Product> map_product(const SourceRecord& record, const References& references,
                                   const IdSet& entities, Diagnostics& diagnostics);

}  // namespace wespol
