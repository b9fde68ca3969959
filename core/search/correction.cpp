// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facet_builder.h"
#include "core/search/query_corrector.h"
#include "core/search/record_spelling.h"
#include "core/search/relaxation_labels.h"
#include "core/search/relaxations.h"
#include "core/search/search_session.h"

#include <utility>

namespace wespol {

QueryCorrector Searcher::Session::corrector(const SearchRequest& asked, DocumentType type) const {
    CorrectionQuestions questions;
    questions.count = [this, asked, type](const std::string& text) {
        SearchRequest other = asked;
        other.text = text;
        const ReadQuery query =
            type == DocumentType::entity ? read_place_or_words(other) : read(other, type);
        return query.found.count();
    };
    questions.is_place = [this](const AnalyzedWord& word) {
        return snapshot_->places().longest_at({word.lemmas}, {word.surface}, 0).count > 0;
    };
    questions.is_found = [this](const AnalyzedWord& word) {
        return matcher_.has_word({word.surface, word.lemmas});
    };
    questions.spelling = [this](const std::string& folded) {
        return spelling_in_records(database_, columns(), records_, folded);
    };
    return {snapshot_->spelling(), snapshot_->analyzer(), std::move(questions)};
}

/// Whatever the filters and wherever it is: a wrong choice there is no wrong spelling.
std::optional<SearchRequest> Searcher::Session::corrected(const SearchRequest& asked,
                                                          const ReadQuery& query,
                                                          DocumentType type) const {
    const bool is_wanted =
        !asked.literal.has(ReadingPart::spelling) && asked.text.size() <= kMaxQueryBytes;
    if (!is_wanted || query.found.next(1) != 0) return std::nullopt;
    auto text = corrector(asked, type).correct(tidy_text(asked.text));
    if (!text) return std::nullopt;
    SearchRequest correction = asked;
    correction.text = std::move(*text);
    return correction;
}

Searcher::Session::ReadQuery Searcher::Session::read_and_correct(
    SearchRequest asked, std::initializer_list<ReadingPart> without, DocumentType type) const {
    for (const ReadingPart part : without)
        asked.literal.add(part);
    ReadQuery query = read(asked, type);
    if (const auto correction = corrected(asked, query, type)) {
        query = read(*correction, type);
        query.corrected = correction->text;
    }
    return query;
}

/// Few may have been found only because others made the same mistake.
void Searcher::Session::offer_correction(SearchResponse& response) const {
    const SearchRequest& asked = response.request;
    const bool is_wanted =
        response.total > 0 && response.total < kFewResults && !response.understood.corrected &&
        !asked.literal.has(ReadingPart::spelling) && asked.text.size() <= kMaxQueryBytes;
    if (!is_wanted) return;
    const auto better =
        corrector(asked, DocumentType::entity).better(tidy_text(asked.text), response.total);
    if (!better) return;
    SearchRequest other = asked;
    other.text = better->text;
    other.page = 1;
    // `better` counts the words alone; the link keeps the filters and the place.
    SearchRequest as_written = other;
    as_written.literal.add(ReadingPart::spelling);
    const ReadQuery as_read = read_place_or_words(as_written);
    const FacetBuilder facets(*snapshot_, day_of(as_read.request()));
    const FacetCounts counts = count(as_read, facets.selections(as_read.request()));
    const std::size_t total = counts.accepted.count();
    if (total <= response.total) return;
    response.relaxations.insert(
        response.relaxations.begin(),
        Relaxation{did_you_mean(better->text, language_), std::move(other), total});
    if (response.relaxations.size() > kMaxRelaxations) response.relaxations.pop_back();
}

}  // namespace wespol
