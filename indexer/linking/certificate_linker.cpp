// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/certificate_linker.h"

#include "core/support/joined.h"
#include "indexer/linking/decision_contradictions.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

Diagnostic report(const Certificate& certificate, const LinkOutcome& outcome) {
    Diagnostic diagnostic{Severity::note,
                          certificate.provenance.file,
                          certificate.provenance.row,
                          "holder",
                          excerpt(certificate.holder_name),
                          "",
                          "",
                          outcome.sheet};
    switch (outcome.band) {
        case Band::linked:
            if (const Comparison& best = outcome.candidates.front().comparison;
                is_decided(best) && !differing_numbers(best).empty()) {
                diagnostic.severity = Severity::warning;
                diagnostic.message = fmt::format(
                    "decyzja wiąże go z podmiotem o innym numerze "
                    "({}): {}",
                    differing_numbers(best), candidates_in_short(outcome));
                diagnostic.advice = fmt::format(
                    "popraw numer na liście; jeśli to decyzja jest błędna, popraw ją w {}",
                    kDecisionsFile);
                return diagnostic;
            }
            diagnostic.message = "powiązano z podmiotem " + candidates_in_short(outcome);
            diagnostic.advice =
                fmt::format("jeśli to nie ten, dopisz w {}: {}", kDecisionsFile,
                            decision_line(outcome.record, outcome.candidates.front().id));
            return diagnostic;
        case Band::ambiguous:
            diagnostic.severity = Severity::warning;
            diagnostic.message = fmt::format("nie wiadomo, czyj to certyfikat{}{}; może to {}",
                                             outcome.reason.empty() ? "" : ": ", outcome.reason,
                                             candidates_in_short(outcome));
            diagnostic.advice = decision_advice(outcome);
            return diagnostic;
        case Band::different:
            diagnostic.message = "posiadacza certyfikatu nie ma wśród podmiotów";
            diagnostic.advice = "zostaje bez powiązania, dopóki podmiot nie trafi do katalogu";
            return diagnostic;
    }
    return diagnostic;
}

/// Entities as they were merged, behind them the certificates.
std::vector<std::vector<std::string>> subjects_of_all(const Catalogue& catalogue) {
    std::vector<std::vector<std::string>> all;
    all.reserve(catalogue.entities.size() + catalogue.certificates.size());
    for (const Entity& each : catalogue.entities) {
        all.push_back(subjects_of(linkage_record(each)));
        for (const SourceClaim& claim : each.claims)
            if (claim.id != each.id) all.back().push_back(subject_key(claim.id));
    }
    for (const Certificate& each : catalogue.certificates)
        all.push_back(subjects_of(linkage_record(each)));
    return all;
}

/// A certificate that decisions give to two entities.
std::vector<Contradiction> take_out_contradictions(LoadedCatalogue& loaded) {
    if (loaded.decisions.all().empty()) return {};
    const std::size_t entities = loaded.catalogue.entities.size();
    return take_out_contradictions(
        loaded.decisions, subjects_of_all(loaded.catalogue),
        [&](std::size_t a, std::size_t b) { return a != b && a < entities && b < entities; });
}

/// What is published of the certificates that it is about.
std::string published(const Contradiction& contradiction, const Catalogue& catalogue) {
    std::vector<std::string> told;
    for (const std::size_t record : contradiction.records) {
        if (record < catalogue.entities.size()) continue;
        const Certificate& each = catalogue.certificates[record - catalogue.entities.size()];
        told.push_back(fmt::format(
            "[{}] {}", each.id,
            each.holder ? "z posiadaczem [" + *each.holder + "]" : std::string("bez posiadacza")));
    }
    return joined(told, ", ");
}

}  // namespace

void link_certificates(LoadedCatalogue& loaded, const std::shared_ptr<const Analyzer>& analyzer,
                       const Progress& progress) {
    std::vector<Certificate>& certificates = loaded.catalogue.certificates;
    std::vector<Certificate*> without_holder;
    for (Certificate& each : certificates)
        if (!each.holder) without_holder.push_back(&each);
    if (without_holder.empty() && loaded.decisions.all().empty()) return;
    const std::vector<Contradiction> contradictions = take_out_contradictions(loaded);

    const Linker linker(analyzer, loaded.catalogue.references.region,
                        linkage_records(loaded.catalogue.entities), loaded.decisions);
    RecordAnalyzer records = linker.record_analyzer();
    ProgressStage stage(progress, Phase::linking, without_holder.size());
    for (Certificate* certificate : without_holder) {
        stage.advance();
        const LinkageRecord record = linkage_record(*certificate);
        const LinkResult result = linker.link(linker.analyze(record, records));
        LinkOutcome outcome = outcome_of(linker, record, certificate->provenance, result);
        loaded.diagnostics.push_back(report(*certificate, outcome));
        if (result.band == Band::linked) certificate->holder = outcome.candidates.front().id;
        loaded.links.push_back(std::move(outcome));
    }

    for (const Contradiction& each : contradictions)
        loaded.diagnostics.push_back(report(each, published(each, loaded.catalogue)));

    for (const Certificate& each : certificates) {
        const LinkageRecord record = linkage_record(each);
        for (std::string& subject : subjects_of(record))
            loaded.subjects.insert(std::move(subject));
    }
    loaded.decisions.report_gone(loaded.subjects, loaded.diagnostics);
}

}  // namespace wespol
