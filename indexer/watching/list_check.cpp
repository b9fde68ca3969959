// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/list_check.h"

#include "core/support/digest.h"
#include "core/support/error.h"
#include "indexer/publishing/preparation.h"
#include "indexer/report/polish_count.h"
#include "indexer/report/unsettled.h"
#include "indexer/watching/dropped_name.h"
#include "indexer/watching/list_publication.h"
#include "indexer/watching/list_report.h"
#include "indexer/watching/trial_folder.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr Noun kRows{"wiersz", "wiersze", "wierszy"};
constexpr Noun kWarnings{"ostrzeżenie", "ostrzeżenia", "ostrzeżeń"};
constexpr Noun kCertificates{"certyfikatu", "certyfikatów", "certyfikatów"};
constexpr Noun kPairs{"sprawę", "sprawy", "spraw"};

/// Why a person must look before anything is published; empty when there is no reason.
std::vector<std::string> doubts(const Preparation& prepared) {
    std::vector<std::string> doubts;
    if (prepared.changes.rejected_rows > 0)
        doubts.push_back(
            fmt::format("Popraw {} z błędami (wymienione w raporcie) i zapisz listę "
                        "jeszcze raz.",
                        counted(prepared.changes.rejected_rows, kRows)));
    else if (count(prepared.loaded.diagnostics, Severity::error) > 0)
        doubts.emplace_back("Popraw błędy wymienione w raporcie.");
    if (const std::size_t pairs = ambiguous_links(prepared.loaded).size(); pairs > 0)
        doubts.push_back(
            fmt::format("Rozstrzygnij {} w decisions.jsonl; wiersze do wklejenia są w raporcie.",
                        counted(pairs, kPairs)));
    if (const std::size_t gone = gone_without_reason(prepared.changes).size(); gone > 0)
        doubts.push_back(
            fmt::format("Sprawdź podmioty, które znikają bez wyjaśnienia: {}; wiersze "
                        "do retired_ids.jsonl są w raporcie.",
                        gone));
    return doubts;
}

/// Of the list itself: values that were left out or put right.
std::size_t warnings_of(const std::string& file, const Preparation& prepared) {
    return static_cast<std::size_t>(
        std::ranges::count_if(prepared.loaded.diagnostics, [&](const Diagnostic& each) {
            return each.file == file && each.severity == Severity::warning;
        }));
}

/// Its certificates that would be shown without a holder: a town or a number may be wrong.
std::size_t without_holder(const std::string& file, const Preparation& prepared) {
    const CertificateLinks links = certificate_links(prepared.loaded);
    return static_cast<std::size_t>(std::ranges::count_if(
        links.not_found, [&](const LinkOutcome* each) { return each->file == file; }));
}

/// One list on its way.
class Check {
  public:
    Check(const Inbox& inbox, const std::string& name, const FileStamp& seen,
          const WatchRules& rules)
        : inbox_(inbox), seen_(seen), rules_(rules), store_(rules.index) {
        report_.name = name;
    }

    ListVerdict run() {
        try {
            work();
        } catch (const Error& error) {
            const bool is_list_wrong = error.code() == ErrorCode::data_rejected;
            conclude(is_list_wrong ? ListOutcome::rejected : ListOutcome::failed,
                     fmt::format("{}: {}.",
                                 is_list_wrong ? "nie można jej opublikować"
                                               : "nie udało się jej sprawdzić",
                                 error.what()),
                     {});
            if (!error.hint().empty()) report_.next_steps.push_back(error.hint());
            if (!is_list_wrong) report_.next_steps.emplace_back("Spróbujemy jeszcze raz.");
        } catch (const std::exception& error) {
            conclude(ListOutcome::failed,
                     fmt::format("nie udało się jej sprawdzić: {}.", error.what()),
                     {"Spróbujemy jeszcze raz."});
        }
        if (report_.name.size() <= kLongestListName)  // else there is no room for theirs
            put_reports(inbox_, report_, prepared_ ? &*prepared_ : nullptr);
        return {report_.outcome, report_.verdict};
    }

  private:
    void work() {
        if (const DroppedName name = read_dropped_name(report_.name);
            name.kind == DroppedKind::strange)
            throw Error(ErrorCode::data_rejected, name.problem, name.advice);
        const TrialFolder trial(rules_.data, inbox_.workshop(), inbox_.directory() / report_.name,
                                seen_);
        report_.digest = sha256_of_file(trial.list());
        std::optional<GenerationStore::Lock> lock;  // before reading, as build does
        if (rules_.publishes_clean) lock.emplace(store_);
        std::ostringstream remarks;
        prepared_ = prepare({trial.path(), rules_.dictionary}, store_, remarks, {});
        report_.generation = prepared_->changes.against;
        try {
            refuse_broken(prepared_->loaded, prepared_->limits);
        } catch (const Error& error) {
            throw Error(error.code(), error.what(),
                        "Popraw listę według uwag w raporcie i zapisz ją w skrzynce jeszcze raz.");
        }
        // No fault of the list: it is looked at again once somebody has put that right.
        if (prepared_->changes.is_served_damaged)
            throw Error(ErrorCode::environment,
                        "opublikowana generacja jest uszkodzona, więc nie wiadomo, ile by z niej "
                        "ubyło",
                        "Wróć do całej: wespol-indexer rollback.");
        refuse_losses(prepared_->changes, prepared_->loaded, prepared_->limits);
        judge(trial);
    }

    void judge(const TrialFolder& trial) {
        if (prepared_->is_unchanged)
            return conclude(ListOutcome::unchanged, "niczego nie zmienia.",
                            {"Nic nie trzeba robić; listę można usunąć ze skrzynki."});
        if (auto open = doubts(*prepared_); !open.empty())
            return conclude(ListOutcome::needs_person,
                            "czeka na decyzję człowieka; niczego nie opublikowano.",
                            std::move(open));
        const std::size_t warnings = warnings_of(trial.list_name(), *prepared_);
        const std::string publishing = fmt::format(
            "Żeby opublikować, przenieś listę do katalogu danych jako {} i uruchom: "
            "wespol-indexer build",
            trial.list_name());
        if (!rules_.publishes_clean)
            return conclude(ListOutcome::fit, "można ją opublikować; niczego nie opublikowano.",
                            {warnings > 0 ? fmt::format("Obejrzyj, co się zmieni, i {} w raporcie.",
                                                        counted(warnings, kWarnings))
                                          : "Obejrzyj, co się zmieni.",
                             publishing});
        if (warnings > 0)
            return conclude(
                ListOutcome::needs_person,
                "czegoś z niej nie wzięto albo wzięto inaczej, niż stoi; niczego nie opublikowano.",
                {fmt::format("Obejrzyj {} w raporcie i popraw listę.",
                             counted(warnings, kWarnings)),
                 "Jeśli ma zostać, jak jest: " + publishing});
        if (const std::size_t lonely = without_holder(trial.list_name(), *prepared_); lonely > 0)
            return conclude(
                ListOutcome::needs_person,
                "są na niej certyfikaty bez posiadacza w katalogu; niczego nie opublikowano.",
                {fmt::format("Posiadacza {} nie ma w katalogu: popraw nazwę, miejscowość albo "
                             "numer lub dopisz podmiot.",
                             counted(lonely, kCertificates)),
                 "Jeśli ma zostać, jak jest: " + publishing});
        if (!is_published_as_it_is(rules_.data, rules_.dictionary, *prepared_))
            return conclude(ListOutcome::needs_person,
                            "w katalogu danych są zmiany, których nikt nie opublikował; niczego "
                            "nie opublikowano.",
                            {"Zobacz, jakie: wespol-indexer diff. Opublikuj je: wespol-indexer "
                             "build. Potem sprawdzimy listę jeszcze raz."});
        publish(trial);
    }

    void publish(const TrialFolder& trial) {
        const ListPublication done = publish_list(inbox_, rules_.data, trial, store_, *prepared_);
        report_.generation = done.generation;
        conclude(ListOutcome::published,
                 fmt::format("opublikowano; generacja {}.", report_.generation),
                 {fmt::format("Lista jest teraz w katalogu danych jako {}.", trial.list_name()),
                  "Żeby cofnąć publikację: wespol-indexer rollback, i zabierz stamtąd listę."});
        if (!done.note.empty()) report_.next_steps.push_back(done.note);
        tidy();
    }

    /// What is published stays published, whatever becomes of the rest.
    void tidy() {
        try {
            if (stamp_of(inbox_.directory() / report_.name) == seen_) inbox_.remove(report_.name);
            store_.prune(rules_.retention);
        } catch (const Error& error) {
            report_.next_steps.push_back(fmt::format("Do posprzątania: {}", error.what()));
        }
    }

    void conclude(ListOutcome outcome, std::string verdict, std::vector<std::string> next_steps) {
        report_.outcome = outcome;
        report_.verdict = std::move(verdict);
        report_.next_steps = std::move(next_steps);
    }

    const Inbox& inbox_;
    const FileStamp& seen_;
    const WatchRules& rules_;
    GenerationStore store_;
    ListReport report_;
    std::optional<Preparation> prepared_;
};

}  // namespace

ListVerdict check_list(const Inbox& inbox, const std::string& name, const FileStamp& seen,
                       const WatchRules& rules) {
    return Check(inbox, name, seen, rules).run();
}

std::string_view code(ListOutcome outcome) {
    constexpr std::array<std::string_view, 6> codes{"published",    "fit",      "unchanged",
                                                    "needs_person", "rejected", "failed"};
    return codes[static_cast<std::size_t>(outcome)];
}

}  // namespace wespol
