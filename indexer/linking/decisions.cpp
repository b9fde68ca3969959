// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/decisions.h"

#include "core/analysis/folding.h"
#include "core/catalogue/partial_date.h"
#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

// What decision_line() leaves to the one who decides
constexpr const char* kOpenBy = "rola";
constexpr const char* kOpenWhy = "dlaczego";
constexpr std::size_t kDayLength = 10;

std::optional<Decision> map_decision(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Decision decision;
    decision.a = fields.required_text("a");
    decision.b = fields.required_text("b");
    decision.is_same = fields.required_choice("decision", {"same", "different"}) == "same";
    decision.by = fields.required_text("by");
    decision.on = fields.required_text("on");
    const auto day = PartialDate::parse(decision.on);
    if (!decision.on.empty() && (!day || !day->is_exact() || decision.on.size() != kDayLength))
        fields.reject("on", decision.on, "to nie jest dzień", "napisz dzień decyzji: RRRR-MM-DD");
    decision.why = fields.required_text("why");
    for (const auto& [field, text, open] :
         {std::tuple("by", &decision.by, kOpenBy), std::tuple("why", &decision.why, kOpenWhy)})
        if (*text == open)
            fields.reject(field, *text, "wiersz wklejono, ale go nie dokończono",
                          "wpisz, kto zdecydował (rola) i dlaczego");
    if (!decision.a.empty() && subject_key(decision.a) == subject_key(decision.b))
        fields.reject("b", decision.b, "to ten sam zapis co „a”", "podaj drugi zapis");
    decision.row = record.row;
    if (!fields.finish()) return std::nullopt;
    return decision;
}

std::vector<std::string> subjects(const std::string& id, const std::string& name,
                                  const std::string& town) {
    std::vector<std::string> subjects;
    if (!id.empty()) subjects.push_back(subject_key(id));
    subjects.push_back(subject_key(name + " " + town));
    return subjects;
}

}  // namespace

std::string subject_key(std::string_view subject) {
    return fold_words(subject);
}

std::vector<std::string> subjects_of(const ComparableRecord& record) {
    return subjects(record.id, record.name, record.town);
}

std::vector<std::string> subjects_of(const LinkageRecord& record) {
    return subjects(record.id, record.name, record.town.value_or(""));
}

Decisions::Decisions(std::vector<Decision> decisions) : decisions_(std::move(decisions)) {
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
        subjects_.emplace_back(subject_key(decisions_[i].a), subject_key(decisions_[i].b));
        by_subject_[subjects_[i].first].push_back(i);
        by_subject_[subjects_[i].second].push_back(i);
    }
}

Decisions Decisions::load(const std::filesystem::path& data_directory, Diagnostics& diagnostics) {
    const std::filesystem::path path = data_directory / kDecisionsFile;
    if (!std::filesystem::exists(path)) return {};
    std::vector<Decision> decisions;
    Diagnostics found;
    read_json_lines(path, kDecisionsFile, found, [&](const SourceRecord& record) {
        if (auto decision = map_decision(record, found)) decisions.push_back(std::move(*decision));
    });
    for (const Diagnostic& each : found)
        if (each.severity == Severity::error)
            throw Error(ErrorCode::data_rejected, format(each),
                        "Popraw ten wiersz: bez niego program mógłby zrobić to, czego zabroniono.");
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return Decisions(std::move(decisions));
}

Decisions Decisions::without(const std::set<std::size_t>& left_out) const {
    std::vector<Decision> kept;
    for (std::size_t i = 0; i < decisions_.size(); ++i)
        if (!left_out.contains(i)) kept.push_back(decisions_[i]);
    return Decisions(std::move(kept));
}

const Decision* Decisions::between(const ComparableRecord& a, const ComparableRecord& b) const {
    if (decisions_.empty()) return nullptr;
    return between(subjects_of(a), subjects_of(b));
}

const Decision* Decisions::between(const std::vector<std::string>& subjects,
                                   const std::vector<std::string>& others) const {
    const Decision* last = nullptr;
    for (const std::string& subject : subjects) {
        const auto found = by_subject_.find(subject);
        if (found == by_subject_.end()) continue;
        for (const std::size_t i : found->second) {
            const std::string& other =
                subjects_[i].first == subject ? subjects_[i].second : subjects_[i].first;
            const bool concerns_both =
                std::find(others.begin(), others.end(), other) != others.end();
            if (concerns_both && (!last || decisions_[i].row > last->row)) last = &decisions_[i];
        }
    }
    return last;
}

std::vector<std::string> Decisions::same_as(const std::vector<std::string>& subjects) const {
    std::vector<std::string> others;
    if (decisions_.empty()) return others;
    for (const std::string& subject : subjects) {
        const auto found = by_subject_.find(subject);
        if (found == by_subject_.end()) continue;
        for (const std::size_t i : found->second)
            if (decisions_[i].is_same)
                others.push_back(subjects_[i].first == subject ? subjects_[i].second
                                                               : subjects_[i].first);
    }
    return others;
}

void Decisions::report_gone(const std::unordered_set<std::string>& known_subjects,
                            Diagnostics& diagnostics) const {
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
        const auto report = [&](const char* field, const std::string& text,
                                const std::string& key) {
            if (known_subjects.contains(key)) return;
            diagnostics.push_back({Severity::warning, kDecisionsFile, decisions_[i].row, field,
                                   text, "decyzja o rekordzie, którego już nie ma",
                                   "sprawdź nazwę lub identyfikator albo usuń wiersz"});
        };
        report("a", decisions_[i].a, subjects_[i].first);
        report("b", decisions_[i].b, subjects_[i].second);
    }
}

std::string decision_line(const std::string& a, const std::string& b) {
    const nlohmann::ordered_json line{{"a", a},
                                      {"b", b},
                                      {"decision", "same | different"},
                                      {"by", kOpenBy},
                                      {"on", "RRRR-MM-DD"},
                                      {"why", kOpenWhy}};
    constexpr int one_line = -1;
    return line.dump(one_line, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace wespol
