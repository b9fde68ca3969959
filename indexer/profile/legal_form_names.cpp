// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/legal_form_names.h"

#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>

namespace wespol {
namespace {

constexpr const char* kFile = "vocabulary/legal_form_names.jsonl";
constexpr std::string_view kOtherForm = "inne";  ///< of words that do not tell which

}  // namespace

LegalFormNames::LegalFormNames(const std::filesystem::path& directory) {
    Diagnostics diagnostics;
    read_json_lines(directory / kFile, kFile, diagnostics, [&](const SourceRecord& record) {
        FieldReader fields(record, diagnostics);
        Words words;
        words.folded = " " + fold_words(fields.required_text("code")) + " ";
        words.legal_form = fields.required_text("legal_form");
        words.profiles = fields.texts("profiles");
        words.stands_first = fields.flag("stands_first").value_or(false);
        if (fields.finish()) words_.push_back(std::move(words));
    });
    if (!diagnostics.empty())
        throw Error(ErrorCode::data_rejected, format(diagnostics.front()),
                    "Popraw ten plik albo weź go z katalogu danych programu.");
}

bool LegalFormNames::counts_on(const Words& words, std::string_view profile) {
    return words.profiles.empty() ||
           std::find(words.profiles.begin(), words.profiles.end(), profile) != words.profiles.end();
}

std::optional<std::string> LegalFormNames::find_word(std::string_view word,
                                                     std::string_view profile) const {
    const std::string folded = " " + fold_words(word) + " ";
    for (const Words& each : words_)
        if (each.folded == folded && counts_on(each, profile)) return each.legal_form;
    return std::nullopt;
}

std::optional<LegalFormNames::Finding> LegalFormNames::find(std::string_view name,
                                                            std::string_view profile) const {
    const std::string folded = " " + fold_words(name) + " ";
    const Words* first = nullptr;
    std::size_t first_at = folded.npos;
    for (const Words& each : words_) {
        const bool counts_here = counts_on(each, profile) && each.legal_form != kOtherForm;
        std::size_t at = counts_here ? folded.find(each.folded) : folded.npos;
        if (each.stands_first && at != 0) at = folded.npos;
        const bool is_longer = first && at == first_at && each.folded.size() > first->folded.size();
        if (at < first_at || (is_longer && at != folded.npos)) {
            first = &each;
            first_at = at;
        }
    }
    if (!first) return std::nullopt;
    return Finding{first->legal_form, !first->profiles.empty()};
}

}  // namespace wespol
