// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/certificate_linker.h"

#include "indexer/source/excerpt.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMostShown = 3;

LinkOutcome outcome_of(const Linker& linker, const Certificate& certificate,
                       const LinkResult& result) {
    LinkOutcome outcome;
    outcome.record = certificate.id;
    outcome.name = certificate.holder_name;
    outcome.town = certificate.holder_town.value_or("");
    outcome.file = certificate.provenance.file;
    outcome.row = certificate.provenance.row;
    outcome.band = result.band;
    for (const LinkCandidate& each : result.candidates) {
        const ComparableRecord& entity = linker.entities()[each.entity];
        outcome.candidates.push_back({entity.id, entity.name, each.comparison});
    }
    return outcome;
}

std::string candidates_in_short(const LinkOutcome& outcome) {
    std::string text;
    for (std::size_t i = 0; i < std::min(kMostShown, outcome.candidates.size()); ++i) {
        const auto& [id, name, comparison] = outcome.candidates[i];
        text += fmt::format("{}„{}” ({}): {}", i == 0 ? "" : " | ", name, id,
                            in_short(comparison.evidence));
    }
    return text;
}

Diagnostic report(const Certificate& certificate, const LinkOutcome& outcome) {
    Diagnostic diagnostic{Severity::note,
                          certificate.provenance.file,
                          certificate.provenance.row,
                          "holder",
                          excerpt(certificate.holder_name),
                          "",
                          ""};
    switch (outcome.band) {
        case Band::linked:
            diagnostic.message = "powiązano z podmiotem " + candidates_in_short(outcome);
            diagnostic.advice =
                fmt::format("jeśli to nie ten, dopisz w {}: {}", kDecisionsFile,
                            decision_line(outcome.record, outcome.candidates.front().id));
            return diagnostic;
        case Band::ambiguous:
            diagnostic.severity = Severity::warning;
            diagnostic.message =
                "nie wiadomo, czyj to certyfikat; może to " + candidates_in_short(outcome);
            diagnostic.advice =
                fmt::format("rozstrzygnij i dopisz w {}: {}", kDecisionsFile,
                            decision_line(outcome.record, outcome.candidates.front().id));
            return diagnostic;
        case Band::different:
            diagnostic.message = "posiadacza certyfikatu nie ma wśród podmiotów";
            diagnostic.advice = "zostaje bez powiązania, dopóki podmiot nie trafi do katalogu";
            return diagnostic;
    }
    return diagnostic;
}

}  // namespace

void link_certificates(LoadedCatalogue& loaded, const std::shared_ptr<const Analyzer>& analyzer,
                       Decisions decisions, const Progress& progress) {
    std::vector<Certificate>& certificates = loaded.catalogue.certificates;
    std::vector<Certificate*> without_holder;
    for (Certificate& each : certificates)
        if (!each.holder) without_holder.push_back(&each);
    if (without_holder.empty() && decisions.all().empty()) return;

    const Linker linker(analyzer, loaded.catalogue.references.region,
                        linkage_records(loaded.catalogue.entities), std::move(decisions));
    RecordAnalyzer records = linker.record_analyzer();
    ProgressStage stage(progress, Phase::linking, without_holder.size());
    for (Certificate* certificate : without_holder) {
        stage.advance();
        const LinkResult result =
            linker.link(linker.analyze(linkage_record(*certificate), records));
        LinkOutcome outcome = outcome_of(linker, *certificate, result);
        loaded.diagnostics.push_back(report(*certificate, outcome));
        if (result.band == Band::linked) certificate->holder = outcome.candidates.front().id;
        loaded.links.push_back(std::move(outcome));
    }

    std::unordered_set<std::string> known;
    const auto add_subjects = [&](const ComparableRecord& record) {
        for (std::string& subject : subjects_of(record))
            known.insert(std::move(subject));
    };
    for (const ComparableRecord& entity : linker.entities())
        add_subjects(entity);
    for (const Certificate& each : certificates)
        add_subjects(records.analyze(linkage_record(each)));
    linker.decisions().report_gone(known, loaded.diagnostics);
}

}  // namespace wespol
