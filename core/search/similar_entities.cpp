// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/similar_entities.h"

#include "core/analysis/stop_words.h"
#include "core/search/facet_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

using Labels = std::array<std::string_view, 3>;  // by Language

/// What a shared value counts, times how rare it is.
struct SharedField {
    FieldId field{};
    double weight = 0;
    bool is_enough = false;  ///< alone makes entities alike
    Labels one, several;
};
constexpr std::array kSharedFields{
    SharedField{FieldId::industry,
                1.0,
                true,
                {"ta sama branża: {}", "the same sector: {}", "та сама галузь: {}"},
                {"te same branże: {}", "the same sectors: {}", "ті самі галузі: {}"}},
    SharedField{FieldId::target_group,
                0.15,
                false,
                {"ta sama grupa: {}", "the same group: {}", "та сама група: {}"},
                {"te same grupy: {}", "the same groups: {}", "ті самі групи: {}"}},
    SharedField{FieldId::legal_form,
                0.15,
                false,
                {"ta sama forma prawna: {}", "the same legal form: {}", "та сама форма: {}"},
                {"ta sama forma prawna: {}", "the same legal form: {}", "та сама форма: {}"}}};
constexpr Labels kSharedWords{"wspólne słowa oferty: {}", "shared words of the offer: {}",
                              "спільні слова пропозиції: {}"};
constexpr Labels kDistance{"{:.0f} km stąd", "{:.0f} km away", "{:.0f} км звідси"};
constexpr Labels kVeryNear{"mniej niż 1 km stąd", "less than 1 km away", "менш ніж 1 км звідси"};

constexpr double kSharedWordWeight = 0.4;
/// One bit of WordMask each.
constexpr std::size_t kMostWords = 8;
using WordMask = std::uint8_t;
/// Words that more of the records share say little; few records are always few enough.
constexpr double kFrequentShare = 0.05;
constexpr double kFewRecords = 20;

/// Where nearness has lost half of what it decides.
constexpr double kHalvedAtKm = 15;
/// What is left of likeness however far it is.
constexpr double kFarShare = 0.1;
/// Read before duplicates are known.
constexpr std::size_t kMostCandidates = 3 * kMaxSimilarEntities;
constexpr std::size_t kMostNamed = 3;

double rarity(std::size_t all, std::size_t having) {
    return std::log(1.0 + static_cast<double>(all) / static_cast<double>(having));
}

double nearness(const std::optional<double>& km) {
    if (!km) return kFarShare;
    return kFarShare + (1 - kFarShare) * kHalvedAtKm / (kHalvedAtKm + *km);
}

bool is_same(const std::optional<std::string>& a, const std::optional<std::string>& b) {
    return a && a == b;
}

/// One organisation under two records, or an operator and its unit.
bool belong_together(const Entity& a, const Entity& b) {
    return is_same(a.nip, b.nip) || is_same(a.krs, b.krs) || is_same(a.nip, b.operator_nip) ||
           is_same(a.krs, b.operator_krs) || is_same(a.operator_nip, b.nip) ||
           is_same(a.operator_krs, b.krs) || a.operator_id == b.id || b.operator_id == a.id;
}

struct OfferWord {
    std::string written;
    std::vector<std::string> terms;
    std::size_t frequency = 0;  ///< at most so many documents have it
    double weight = 0;
};

struct Candidate {
    DocId document = 0;
    double score = 0;
    std::optional<double> distance_km;
};

class SimilarEntities {
  public:
    SimilarEntities(const Xapian::Database& database, const Columns& columns, DocId subject)
        : database_(database),
          columns_(columns),
          subject_(subject),
          count_(std::max<std::size_t>(columns.of_type(DocumentType::entity).count(), 1)),
          masks_(columns.last_document() + 1) {
        for (std::size_t i = 0; i < kSharedFields.size(); ++i)
            weigh_values(i);
    }

    void add_offer(const Entity& entity, const Analyzer& analyzer) {
        std::vector<OfferWord> words;
        for (const std::vector<std::string>* texts : {&entity.offer, &entity.industry_words})
            for (const std::string& text : *texts)
                for (const AnalyzedWord& word : analyzer.analyze(text))
                    add_word(word, words);
        std::stable_sort(words.begin(), words.end(), [](const OfferWord& a, const OfferWord& b) {
            return a.frequency < b.frequency;
        });
        if (words.size() > kMostWords) words.resize(kMostWords);
        words_ = std::move(words);
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (const std::string& term : words_[i].terms)
                for (auto posting = database_.postlist_begin(term);
                     posting != database_.postlist_end(term); ++posting)
                    masks_[*posting] = static_cast<WordMask>(masks_[*posting] | (1U << i));
    }

    /// The best, by falling score, ties by name.
    std::vector<Candidate> candidates() const {
        std::vector<Candidate> best;
        const auto is_better = [](const Candidate& a, const Candidate& b) {
            return a.score != b.score ? a.score > b.score : a.document < b.document;
        };
        columns_.of_type(DocumentType::entity).for_each([&](DocId document) {
            const double likeness = likeness_of(document);
            const double least = best.size() < kMostCandidates ? 0 : best.back().score;
            // Nearness only ever lessens: most need no distance.
            if (likeness <= least || document == subject_ || columns_.ended().contains(document))
                return;
            Candidate candidate{document, 0, distance_to(document)};
            candidate.score = likeness * nearness(candidate.distance_km);
            if (candidate.score <= least) return;
            best.insert(std::upper_bound(best.begin(), best.end(), candidate, is_better),
                        candidate);
            if (best.size() > kMostCandidates) best.pop_back();
        });
        return best;
    }

    std::vector<std::string> reasons(const Candidate& candidate, const References& references,
                                     Language language) const {
        const auto index = index_of(language);
        std::vector<std::string> reasons;
        for (std::size_t i = 0; i < kSharedFields.size(); ++i) {
            const SharedField& shared = kSharedFields[i];
            const std::vector<std::string> labels =
                shared_labels(i, candidate.document, references, language);
            if (!labels.empty())
                reasons.push_back(fmt::format(
                    fmt::runtime((labels.size() > 1 ? shared.several : shared.one)[index]),
                    fmt::join(labels, ", ")));
        }
        if (const std::vector<std::string> words = shared_words(candidate.document); !words.empty())
            reasons.push_back(
                fmt::format(fmt::runtime(kSharedWords[index]), fmt::join(words, ", ")));
        if (candidate.distance_km)
            reasons.push_back(
                *candidate.distance_km < 1
                    ? std::string(kVeryNear[index])
                    : fmt::format(fmt::runtime(kDistance[index]), *candidate.distance_km));
        return reasons;
    }

  private:
    const FacetColumn& column(std::size_t shared) const {
        return columns_.facet(kSharedFields[shared].field);
    }

    /// The weight of each value the subject has; 0 of all others.
    void weigh_values(std::size_t shared) {
        const FacetColumn& values = column(shared);
        std::vector<double>& weights = weights_[shared];
        weights.resize(values.codes().size());
        for (const auto* each = values.begin(subject_); each != values.end(subject_); ++each) {
            const std::string term = code_term(kSharedFields[shared].field, values.codes()[*each]);
            weights[*each] =
                kSharedFields[shared].weight * rarity(count_, database_.get_termfreq(term));
        }
    }

    void add_word(const AnalyzedWord& word, std::vector<OfferWord>& words) const {
        if (is_stop_word(word.surface)) return;
        OfferWord found;
        found.written = std::string(word.token.text);
        for (const std::string& lemma : word.lemmas) {
            std::string term = lemma_term(field(FieldId::offer), lemma);
            found.frequency += database_.get_termfreq(term);
            found.terms.push_back(std::move(term));
        }
        const bool is_known = std::any_of(words.begin(), words.end(), [&](const OfferWord& each) {
            return each.terms == found.terms;
        });
        const double limit = std::max(kFewRecords, kFrequentShare * static_cast<double>(count_));
        const bool is_telling =
            found.frequency > 1 && static_cast<double>(found.frequency) <= limit;
        if (is_known || !is_telling) return;
        found.weight = kSharedWordWeight * rarity(count_, found.frequency);
        words.push_back(std::move(found));
    }

    double likeness_of(DocId document) const {
        double likeness = 0, beside = 0;
        for (std::size_t i = 0; i < kSharedFields.size(); ++i) {
            const FacetColumn& values = column(i);
            double& sum = kSharedFields[i].is_enough ? likeness : beside;
            for (const auto* each = values.begin(document); each != values.end(document); ++each)
                sum += weights_[i][*each];
        }
        for (std::size_t i = 0; masks_[document] != 0 && i < words_.size(); ++i)
            if ((masks_[document] & (1U << i)) != 0) likeness += words_[i].weight;
        return likeness > 0 ? likeness + beside : 0;
    }

    std::optional<double> distance_to(DocId document) const {
        const auto here = columns_.position(subject_);
        const auto there = columns_.position(document);
        if (!here || !there) return std::nullopt;
        return distance_km(here->lat, here->lon, there->lat, there->lon);
    }

    /// Rarest first; of a narrower and its broader value the narrower alone.
    std::vector<std::string> shared_labels(std::size_t shared, DocId document,
                                           const References& references, Language language) const {
        const FieldId field = kSharedFields[shared].field;
        const FacetColumn& values = column(shared);
        std::vector<std::pair<double, std::string>> codes;
        for (const auto* each = values.begin(document); each != values.end(document); ++each)
            if (weights_[shared][*each] > 0)
                codes.emplace_back(-weights_[shared][*each], values.codes()[*each]);
        const Vocabulary* vocabulary = vocabulary_of(references, field);
        const auto has_narrower = [&](const std::string& code) {
            return std::any_of(codes.begin(), codes.end(), [&](const auto& each) {
                const std::vector<std::string> chain = vocabulary->with_broader(each.second);
                return each.second != code &&
                       std::find(chain.begin(), chain.end(), code) != chain.end();
            });
        };
        std::sort(codes.begin(), codes.end());
        std::vector<std::string> labels;
        for (const auto& [weight, code] : codes)
            if (labels.size() < kMostNamed && !has_narrower(code))
                labels.push_back(value_label(references, field, code, language));
        return labels;
    }

    std::vector<std::string> shared_words(DocId document) const {
        std::vector<std::string> shared;
        for (std::size_t i = 0; i < words_.size() && shared.size() < kMostNamed; ++i)
            if ((masks_[document] & (1U << i)) != 0) shared.push_back(words_[i].written);
        return shared;
    }

    const Xapian::Database& database_;
    const Columns& columns_;
    DocId subject_;
    std::size_t count_;                                              ///< of entities
    std::array<std::vector<double>, kSharedFields.size()> weights_;  ///< by ordinal
    std::vector<OfferWord> words_;
    std::vector<WordMask> masks_;  ///< by document: which of words_ it has
};

}  // namespace

std::vector<SimilarEntity> similar_entities(const Xapian::Database& database,
                                            const Columns& columns, const Analyzer& analyzer,
                                            const RecordReader& records,
                                            const References& references, DocId subject,
                                            Language language) {
    const Entity entity = records.entity(subject);
    SimilarEntities search(database, columns, subject);
    search.add_offer(entity, analyzer);
    std::vector<SimilarEntity> found;
    for (const Candidate& candidate : search.candidates()) {
        if (found.size() == kMaxSimilarEntities) break;
        Entity other = records.entity(candidate.document);
        if (belong_together(entity, other)) continue;
        found.push_back({std::move(other), search.reasons(candidate, references, language),
                         candidate.distance_km});
    }
    return found;
}

}  // namespace wespol
