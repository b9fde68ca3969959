// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/record_spelling.h"

#include "core/analysis/folding.h"
#include "core/analysis/tokenizer.h"
#include "core/index/schema.h"

#include <vector>

namespace wespol {
namespace {

std::vector<std::string> texts_of(const Entity& entity) {
    std::vector<std::string> texts{entity.name};
    for (const std::vector<std::string>* more :
         {&entity.aliases, &entity.offer, &entity.industry_words, &entity.target_group_words})
        texts.insert(texts.end(), more->begin(), more->end());
    for (const std::optional<std::string>* more :
         {&entity.short_name, &entity.description, &entity.operator_name, &entity.town})
        if (*more) texts.push_back(**more);
    return texts;
}

std::string written_in(const Entity& entity, std::string_view folded) {
    for (const std::string& text : texts_of(entity))
        for (const Token& token : tokenize(text))
            if (fold(token.text) == folded) return lower(token.text);
    return {};
}

}  // namespace

std::string spelling_in_records(const Xapian::Database& database, const Columns& columns,
                                const RecordReader& records, std::string_view folded) {
    for (const Field& field : kFields) {
        // An address is written as its register writes it, and texts_of() leaves it out.
        if (field.kind != FieldKind::text || field.id == FieldId::address) continue;
        const std::string term = surface_term(field, folded);
        const auto posting = database.postlist_begin(term);
        if (posting == database.postlist_end(term)) continue;
        // Entities are the first documents of an index.
        if (!columns.of_type(DocumentType::entity).contains(*posting)) continue;
        std::string spelling = written_in(records.entity(*posting), folded);
        if (!spelling.empty()) return spelling;
    }
    return {};
}

}  // namespace wespol
