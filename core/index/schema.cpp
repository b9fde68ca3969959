// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/schema.h"

#include "core/support/digest.h"

#include <fmt/format.h>

namespace wespol {
namespace {

/// Raised whenever documents are built otherwise than before from the same record, or a generation
/// gets another file.
constexpr int kDocumentVersion = 12;

/// Xapian allows 245 bytes; a longer word is rubbish, and its beginning finds it.
constexpr std::size_t kMaxTermBytes = 120;

std::string cut(std::string term) {
    if (term.size() <= kMaxTermBytes) return term;
    std::size_t end = kMaxTermBytes;
    while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0) == 0x80)
        --end;
    term.resize(end);
    return term;
}

}  // namespace

const Field* field_of_parameter(std::string_view parameter) {
    if (parameter.empty()) return nullptr;
    for (const Field& each : kFields)
        if (each.parameter == parameter) return &each;
    return nullptr;
}

std::string_view code(DocumentType type) {
    switch (type) {
        case DocumentType::entity:
            return "entity";
        case DocumentType::product:
            return "product";
        case DocumentType::certificate:
            return "certificate";
    }
    return "entity";
}

std::string surface_term(const Field& field, std::string_view word) {
    return cut(fmt::format("{}{}", field.prefix, word));
}

std::string lemma_term(const Field& field, std::string_view lemma) {
    return cut(fmt::format("Z{}{}", field.prefix, lemma));
}

std::string code_term(FieldId id, std::string_view code) {
    return cut(fmt::format("{}{}", field(id).prefix, code));
}

std::string schema_fingerprint() {
    std::string description = fmt::format("{}\n", kDocumentVersion);
    for (const Field& each : kFields)
        description += fmt::format("{} {} {} {} {}\n", each.name, each.parameter, each.prefix,
                                   static_cast<int>(each.kind), each.slot);
    return sha256(description);
}

}  // namespace wespol
