// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/report_view.h"

#include "core/analysis/folding.h"
#include "indexer/diff/field_names.h"
#include "indexer/linking/decisions.h"
#include "indexer/merging/retired_ids.h"
#include "indexer/report/differing_values.h"
#include "indexer/report/report_page.h"
#include "indexer/report/unsettled.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

using View = ReportView;
using Views = kainjow::mustache::list;

constexpr std::size_t kShownEvidence = 8;
constexpr std::size_t kLongestLineToPaste = 4000;  ///< ids may be long; a page of them helps nobody

/// {file, row, sheet}; the row is left out where the whole file is meant.
void put_place(View& view, const std::string& file, std::size_t row, const std::string& sheet) {
    view["file"] = View(file);
    view["row"] = row > 0 ? View(std::to_string(row)) : View(false);
    view["sheet"] = sheet.empty() ? View(false) : View(excerpt(sheet));
}

View maybe(const std::string& text) {
    return text.empty() ? View(false) : View(excerpt(text));
}

/// A list under `name`: its size as {{name_total}}, whether it is there as {{has_name}} and, where
/// it is cut to `most`, the sentence {{name_left_out}}.
template <class Each, class MakeView>
void put_list(View& view, const std::string& name, const std::vector<Each>& list, std::size_t most,
              MakeView make_view) {
    Views views;
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i)
        views.push_back(make_view(list[i]));
    view["has_" + name] = View(!list.empty());
    view[name + "_total"] = View(std::to_string(list.size()));
    view[name + "_left_out"] =
        list.size() <= most
            ? View(false)
            : View(fmt::format("Pokazano pierwszych {} z {}. Wszystkie są w raporcie JSON.", most,
                               list.size()));
    view[name] = View(views);
}

/// "312 z 354 (88%)"; nearly all is not all, hardly any is not none.
std::string share_text(std::size_t part, std::size_t whole) {
    if (whole == 0) return "0";
    const std::size_t percent = part * 100 / whole;
    const bool is_hardly_any = part > 0 && percent == 0;
    return fmt::format("{} z {} ({})", part, whole,
                       is_hardly_any ? "mniej niż 1%" : fmt::format("{}%", percent));
}

/// The width of a bar, in parts of a hundred: "88.1".
std::string bar_width(std::size_t part, std::size_t whole) {
    return whole == 0 ? "0"
                      : fmt::format("{:.1f}",
                                    100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

View bar(const std::string& label, std::size_t part, std::size_t whole) {
    View view;
    view["label"] = View(label);
    view["figure"] = View(share_text(part, whole));
    view["width"] = View(bar_width(part, whole));
    return view;
}

/// What the table of changes calls otherwise, or not at all.
std::string coverage_label(const std::string& field) {
    if (field == "location") return "miejsce na mapie";
    if (field == "as_of") return "data, z której są wiadomości";
    if (field == "sources") return "adres strony, z której to wiadomo";
    return std::string(polish_field(field));
}

/// "+4,2", "−1,4"
std::string signed_text(double bits) {
    std::string text = fmt::format("{:.1f}", std::abs(bits));
    std::ranges::replace(text, '.', ',');
    return (bits < 0 ? "−" : "+") + text;
}

View evidence_view(const Evidence& evidence) {
    View view;
    view["says"] = View(excerpt(evidence.says));
    view["weight"] = evidence.weight == 0 ? View(false) : View(signed_text(evidence.weight));
    return view;
}

/// The weightiest first.
std::vector<const Evidence*> by_weight(const std::vector<Evidence>& evidence) {
    std::vector<const Evidence*> sorted;
    sorted.reserve(evidence.size());
    for (const Evidence& each : evidence)
        sorted.push_back(&each);
    std::ranges::stable_sort(sorted, [](const Evidence* a, const Evidence* b) {
        return std::abs(a->weight) > std::abs(b->weight);
    });
    return sorted;
}

View candidate_view(const LinkOutcome& outcome, const LinkOutcome::Candidate& candidate) {
    View view;
    view["candidate_name"] = View(excerpt(candidate.name));
    view["candidate_id"] = View(excerpt(candidate.id));
    view["score"] = View(signed_text(candidate.comparison.score));
    put_list(view, "evidence", by_weight(candidate.comparison.evidence), kShownEvidence,
             [](const Evidence* each) { return evidence_view(*each); });
    const std::string line = decision_line(outcome.record, candidate.id);
    view["line"] = line.size() > kLongestLineToPaste ? View(false) : View(line);
    return view;
}

void put_subject(View& view, const LinkOutcome& outcome) {
    view["name"] = View(excerpt(outcome.name));
    view["town"] = maybe(outcome.town);
    view["record"] = View(excerpt(outcome.record));
    put_place(view, outcome.file, outcome.row, outcome.sheet);
}

/// Sentences are ours, but hold names out of the sources, of any length.
std::string sentence(const std::string& text) {
    constexpr std::size_t longest = 2000;
    return text.size() <= longest ? text : clean_utf8(text.substr(0, longest)) + "…";
}

View pair_view(const LinkOutcome& outcome) {
    View view;
    put_subject(view, outcome);
    view["reason"] = outcome.reason.empty() ? View(false) : View(sentence(outcome.reason));
    put_list(view, "candidates", outcome.candidates, Linker::kMostCandidates,
             [&](const LinkOutcome::Candidate& each) { return candidate_view(outcome, each); });
    return view;
}

View remark_view(const Diagnostic& diagnostic) {
    View view;
    put_place(view, diagnostic.file, diagnostic.row, diagnostic.sheet);
    view["field"] = maybe(diagnostic.field);
    view["value"] = maybe(diagnostic.value);
    view["message"] = View(sentence(diagnostic.message));
    view["advice"] = diagnostic.advice.empty() ? View(false) : View(sentence(diagnostic.advice));
    return view;
}

View gone_view(const RecordChange& change) {
    View view;
    view["name"] = View(excerpt(change.name));
    view["id"] = View(excerpt(change.id));
    put_place(view, change.place.file, change.place.row, change.place.sheet);
    const std::string line = retired_id_line(change.id);
    view["line"] = line.size() > kLongestLineToPaste ? View(false) : View(line);
    return view;
}

View differing_view(const Entity& entity) {
    View view;
    view["name"] = View(excerpt(entity.name));
    view["id"] = View(excerpt(entity.id));
    put_list(view, "values", differing_claims(entity), kMostShownRecords,
             [](const DifferingClaim& each) {
                 View value;
                 value["field"] = View(std::string(polish_field(each.field)));
                 value["published"] = maybe(each.published);
                 value["said"] = View(excerpt(each.said));
                 put_place(value, each.file, each.row, each.sheet);
                 return value;
             });
    return view;
}

}  // namespace

void put_figures(ReportView& view, const LoadedCatalogue& loaded, const QualityFigures& figures) {
    const std::size_t entities = figures.count("entities");
    put_list(view, "files", loaded.sources, kMostShownRecords, [](const SourceCount& each) {
        View file;
        file["file"] = View(each.file);
        file["rows"] = View(std::to_string(each.rows));
        file["rejected"] = View(std::to_string(each.rejected));
        file["has_rejected"] = View(each.rejected > 0);
        file["unreadable"] = View(!each.is_readable);
        return file;
    });
    put_list(view, "coverage", figures.coverage, kMostShownRecords, [&](const NamedCount& each) {
        return bar(coverage_label(each.name), each.number, entities);
    });
    std::vector<std::pair<std::string, std::size_t>> ages;
    for (const auto& [year, number] : figures.age.by_year)
        ages.emplace_back(std::to_string(year), number);
    std::ranges::reverse(ages);
    if (figures.age.undated > 0) ages.emplace_back("bez daty", figures.age.undated);
    put_list(view, "ages", ages, kMostShownRecords,
             [&](const auto& each) { return bar(each.first, each.second, entities); });
    view["entities"] = View(std::to_string(entities));
    view["certificates"] = View(std::to_string(figures.count("certificates")));
    view["products"] = View(std::to_string(figures.count("products")));
    view["merged"] = View(std::to_string(figures.count("entities_in_several_sources")));
}

void put_remarks(ReportView& view, const Diagnostics& diagnostics, const std::string& file) {
    struct Group {
        Severity severity;
        const char* name;
    };
    for (const auto& [severity, name] :
         {Group{Severity::error, "errors"}, Group{Severity::warning, "warnings"},
          Group{Severity::note, "notes"}}) {
        std::vector<const Diagnostic*> remarks;
        for (const Diagnostic& each : diagnostics)
            if (each.severity == severity) remarks.push_back(&each);
        std::stable_partition(remarks.begin(), remarks.end(),
                              [&](const Diagnostic* each) { return each->file == file; });
        put_list(view, name, remarks, kMostShownRemarks,
                 [](const Diagnostic* each) { return remark_view(*each); });
    }
}

void put_unsettled(ReportView& view, const LoadedCatalogue& loaded, const ChangeSet& changes) {
    put_list(view, "pairs", ambiguous_links(loaded), kMostShownRecords,
             [](const LinkOutcome* each) { return pair_view(*each); });
    put_list(view, "unlinked", certificate_links(loaded).not_found, kMostShownRecords,
             [](const LinkOutcome* each) {
                 View certificate;
                 put_subject(certificate, *each);
                 return certificate;
             });
    put_list(view, "gone", gone_without_reason(changes), kMostShownRecords,
             [](const RecordChange* each) { return gone_view(*each); });
    std::vector<const Entity*> differing;
    for (const Entity& each : loaded.catalogue.entities)
        if (std::ranges::any_of(each.claims,
                                [](const SourceClaim& claim) { return !claim.differing.empty(); }))
            differing.push_back(&each);
    put_list(view, "differing", differing, kMostShownRecords,
             [](const Entity* each) { return differing_view(*each); });
}

}  // namespace wespol
