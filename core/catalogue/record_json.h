// SPDX-License-Identifier: GPL-3.0-or-later
// The records as JSON text, as they are kept in the index (document data) and in a generation
// (references.json). Not the public API (server/api) and not the office's files (indexer/).
// decode throws Error(environment) on text that encode did not write. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"

#include <string>
#include <string_view>

namespace wespol {

std::string encode(const Entity& entity);
std::string encode(const Certificate& certificate);
std::string encode(const Product& product);
std::string encode(const References& references);

Entity decode_entity(std::string_view json);
Certificate decode_certificate(std::string_view json);
Product decode_product(std::string_view json);
References decode_references(std::string_view json);

}  // namespace wespol
