// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/completion_table.h"

#include "core/index/completion_entries.h"

namespace wespol {
namespace {

/// The first bytes of the file: another layout gets another number.
constexpr std::uint32_t kLayout = 0x01'50'53'57;  // "WSP" 1

using EntriesOf = CompletionEntries (*)(const Catalogue&);
constexpr std::array<EntriesOf, kSuggestionKinds.size()> kEntriesByKind{
    concept_entries, place_entries, entity_entries, product_entries};

}  // namespace

CompletionTable::CompletionTable(const Catalogue& catalogue, const Analyzer& analyzer) {
    for (std::size_t kind = 0; kind < sections_.size(); ++kind) {
        const CompletionEntries made = kEntriesByKind[kind](catalogue);
        sections_[kind] = CompletionSection(made.entries, made.first_minor, analyzer);
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
