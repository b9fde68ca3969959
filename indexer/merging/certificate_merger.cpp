// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/certificate_merger.h"

#include "core/analysis/folding.h"
#include "indexer/merging/certificate_likeness.h"
#include "indexer/merging/certificate_union.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

using Certificates = std::vector<const Certificate*>;

/// A holder of more is no holder: names without a holder may all be alike.
constexpr std::size_t kMostOfAHolder = 1000;

std::string place_of(const Certificate& certificate) {
    const Provenance& where = certificate.provenance;
    return place_text(where.file, where.row, where.sheet.value_or(""));
}

Diagnostic about(const Certificate& certificate, Severity severity, std::string message,
                 std::string advice) {
    const Provenance& where = certificate.provenance;
    return {severity,
            where.file,
            where.row,
            "",
            excerpt(certificate.holder_name),
            std::move(message),
            std::move(advice),
            where.sheet.value_or("")};
}

/// "Spółdzielnia Socjalna Furia, szycie, 30.06.2026"
std::string described(const Certificate& certificate) {
    std::string text = certificate.holder_name;
    if (certificate.subject) text += ", " + *certificate.subject;
    if (certificate.granted_on) text += ", " + certificate.granted_on->in_polish();
    return text;
}

/// The rows of one holder and one mark, the ones that stay first.
class HolderRows {
  public:
    struct Doubt {
        const Certificate* row;
        std::vector<std::pair<const Certificate*, std::string>> others;  ///< with the reason
    };

    HolderRows(Certificates rows, const Decisions& decisions)
        : rows_(std::move(rows)),
          above_(rows_.size()),
          fitting_(rows_.size()),
          stands_alone_(rows_.size()) {
        std::iota(above_.begin(), above_.end(), std::size_t{0});
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                compare(i, j, decisions);
        for (std::size_t i = 0; i < rows_.size(); ++i)
            find_torn(i);
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (const std::size_t j : fitting_[i])
                if (!stands_alone_[i] && !stands_alone_[j]) join(i, j);
    }

    /// Rows of one certificate, the one that stays first; each of several.
    std::vector<Certificates> same() {
        std::map<std::size_t, Certificates> groups;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            groups[first_of(i)].push_back(rows_[i]);
        std::vector<Certificates> several;
        for (auto& [first, group] : groups)
            if (group.size() > 1) several.push_back(std::move(group));
        return several;
    }

    /// Each pair once, however many rows tell of either.
    std::vector<Doubt> doubts() {
        std::map<std::size_t, Doubt> told;
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [row, other, why] : doubts_) {
            const std::size_t a = first_of(row);
            const std::size_t b = first_of(other);
            if (a == b || !pairs.insert(std::minmax(a, b)).second) continue;
            Doubt& doubt =
                told.emplace(std::max(a, b), Doubt{rows_[std::max(a, b)], {}}).first->second;
            doubt.others.emplace_back(rows_[std::min(a, b)], why);
        }
        std::vector<Doubt> all;
        for (auto& [row, doubt] : told)
            all.push_back(std::move(doubt));
        return all;
    }

  private:
    std::vector<std::string> subject(std::size_t row) const {
        return {subject_key(rows_[row]->id)};
    }

    struct DoubtfulPair {
        std::size_t row, other;
        std::string why;
    };

    /// `j` stands before `i`.
    void compare(std::size_t i, std::size_t j, const Decisions& decisions) {
        if (const Decision* decision =
                decisions.all().empty() ? nullptr : decisions.between(subject(i), subject(j))) {
            if (!decision->is_same) return;
            decided_.insert({i, j});
            join(i, j);
            return note_fitting(i, j);
        }
        CertificateLikeness likeness = compare_certificates(*rows_[i], *rows_[j]);
        if (likeness.is_contradiction) stands_alone_[i] = true;
        if (!likeness.doubt.empty()) doubts_.push_back({i, j, std::move(likeness.doubt)});
        if (likeness.is_same) note_fitting(i, j);
    }

    void note_fitting(std::size_t i, std::size_t j) {
        fitting_[i].push_back(j);
        fitting_[j].push_back(i);
    }

    /// A row that fits two which do not fit each other says too little, unless a person said which.
    void find_torn(std::size_t i) {
        Certificates others;
        for (const std::size_t j : fitting_[i])
            if (!stands_alone_[j]) others.push_back(rows_[j]);
        if (are_of_one(others)) return;
        stands_alone_[i] = true;
        if (decided_.contains(i)) return;
        for (const std::size_t j : fitting_[i])
            doubts_.push_back({i, j, "mówi za mało: pasuje do kilku certyfikatów z tego dnia"});
    }

    std::size_t first_of(std::size_t row) {
        while (above_[row] != row)
            row = above_[row] = above_[above_[row]];
        return row;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t x = first_of(a);
        const std::size_t y = first_of(b);
        above_[std::max(x, y)] = std::min(x, y);
    }

    Certificates rows_;
    std::vector<std::size_t> above_;  ///< of each row one before it that is the same, or itself
    std::vector<std::vector<std::size_t>> fitting_;
    std::vector<bool> stands_alone_;  ///< only a person joins it with others
    std::set<std::size_t> decided_;
    std::vector<DoubtfulPair> doubts_;
};

class Merging {
  public:
    explicit Merging(LoadedCatalogue& loaded) : loaded_(loaded) {}

    void run() {
        for (Certificates& rows : by_holder()) {
            if (rows.size() > kMostOfAHolder) {
                tell_too_many(*rows.front(), rows.size());
                continue;
            }
            HolderRows holder(std::move(rows), loaded_.decisions);
            for (const Certificates& group : holder.same())
                unite(group);
            for (const HolderRows::Doubt& doubt : holder.doubts())
                ask(doubt);
        }
        put_back();
    }

  private:
    /// Several of one holder and mark, those with ids of the list first.
    std::vector<Certificates> by_holder() const {
        std::map<std::string, Certificates> groups;
        for (const bool is_made : {false, true})
            for (const Certificate& each : loaded_.catalogue.certificates)
                if (loaded_.made_certificate_ids.contains(each.id) == is_made)
                    groups[key_of(each)].push_back(&each);
        std::vector<Certificates> several;
        for (auto& [key, group] : groups)
            if (group.size() > 1) several.push_back(std::move(group));
        return several;
    }

    /// Holders that are not in the catalogue are one when their names and towns are.
    static std::string key_of(const Certificate& certificate) {
        const std::string holder = certificate.holder
                                       ? *certificate.holder
                                       : fold_words(certificate.holder_name) + "\n" +
                                             fold_words(certificate.holder_town.value_or(""));
        return certificate.mark + (certificate.holder ? "\n" : "\n\n") + holder;
    }

    void unite(const Certificates& group) {
        const Certificate& first = *group.front();
        for (std::size_t i = 1; i < group.size(); ++i) {
            const Certificate& other = *group[i];
            const bool is_one_list =
                std::ranges::any_of(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(i),
                                    [&](const Certificate* each) {
                                        return each->provenance.file == other.provenance.file;
                                    });
            loaded_.diagnostics.push_back(
                about(other, is_one_list ? Severity::warning : Severity::note,
                      fmt::format("to ten sam certyfikat co [{}] ({}), połączono je w jeden",
                                  first.id, place_of(first)),
                      fmt::format("{}jeśli to inny, dopisz w {}: {}",
                                  is_one_list ? "usuń jeden z wierszy; " : "", kDecisionsFile,
                                  decision_line(other.id, first.id))));
            loaded_.merged_certificates.emplace(other.id, first.id);
        }
        united_.emplace(first.id, united(group));
    }

    void ask(const HolderRows::Doubt& doubt) {
        const Certificate& row = *doubt.row;
        LinkOutcome outcome;
        outcome.record = row.id;
        outcome.name = described(row);
        outcome.town = row.holder_town.value_or("");
        outcome.file = row.provenance.file;
        outcome.row = row.provenance.row;
        outcome.sheet = row.provenance.sheet.value_or("");
        outcome.band = Band::ambiguous;
        outcome.reason = "stoi osobno, ale może to ten sam certyfikat";
        std::vector<std::string> others;
        for (const auto& [other, why] : doubt.others) {
            Comparison comparison;
            comparison.band = Band::ambiguous;
            comparison.evidence = {{"certificate", row.id, other->id, 0,
                                    fmt::format("{} ({})", why, place_of(*other))}};
            others.push_back(fmt::format("[{}] ({}): {}", other->id, place_of(*other), why));
            outcome.candidates.push_back({other->id, described(*other), std::move(comparison)});
        }
        loaded_.diagnostics.push_back(
            about(row, Severity::warning,
                  fmt::format("stoi osobno, ale może to ten sam certyfikat co {}",
                              fmt::join(others, " albo ")),
                  decision_advice(outcome)));
        loaded_.links.push_back(std::move(outcome));
    }

    void tell_too_many(const Certificate& first, std::size_t number) {
        loaded_.diagnostics.push_back(
            about(first, Severity::warning,
                  fmt::format("ten posiadacz ma {} certyfikatów, nie sprawdzono, czy się nie "
                              "powtarzają",
                              number),
                  "sprawdź listę"));
    }

    void put_back() {
        if (united_.empty()) return;
        std::vector<Certificate>& all = loaded_.catalogue.certificates;
        std::erase_if(all, [&](const Certificate& each) {
            return loaded_.merged_certificates.contains(each.id);
        });
        for (Certificate& each : all)
            if (const auto found = united_.find(each.id); found != united_.end())
                each = std::move(found->second);
    }

    LoadedCatalogue& loaded_;
    std::map<std::string, Certificate> united_;
};

}  // namespace

void merge_certificates(LoadedCatalogue& loaded) {
    Merging(loaded).run();
}

}  // namespace wespol
