// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/completion_table.h"

#include "core/index/completion_entries.h"

namespace wespol {
namespace {

/// The first bytes of the file: another layout gets another number.
constexpr std::uint32_t kLayout = 0x01'50'53'57;  // "WSP" 1

CompletionEntries entries(SuggestionKind kind, const Catalogue& catalogue,
                          const std::set<std::string>& mentioned) {
    switch (kind) {
        case SuggestionKind::concept_name:
            return concept_entries(catalogue, mentioned);
        case SuggestionKind::place:
            return place_entries(catalogue);
        case SuggestionKind::entity:
            return entity_entries(catalogue);
        case SuggestionKind::product:
            return product_entries(catalogue);
    }
    return {};
}

}  // namespace

CompletionTable::CompletionTable(const Catalogue& catalogue, const Analyzer& analyzer,
                                 const std::set<std::string>& mentioned) {
    for (const SuggestionKind kind : kSuggestionKinds) {
        const CompletionEntries made = entries(kind, catalogue, mentioned);
        sections_[static_cast<std::size_t>(kind)] =
            CompletionSection(made.entries, made.first_minor, analyzer);
    }
}

std::string CompletionTable::encode() const {
    PackedWriter writer;
    writer(kLayout);
    for (const CompletionSection& each : sections_)
        each.write(writer);
    return writer.take();
}

CompletionTable CompletionTable::decode(std::string_view bytes) {
    PackedReader reader(bytes);
    std::uint32_t layout = 0;
    reader(layout);
    if (layout != kLayout) fail_as_damaged();
    CompletionTable table;
    for (CompletionSection& each : table.sections_)
        each.read(reader);
    if (!reader.is_at_end()) fail_as_damaged();
    return table;
}

}  // namespace wespol
