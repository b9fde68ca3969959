// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/loading/source_files.h"

#include "core/analysis/folding.h"
#include "core/catalogue/partial_date.h"
#include "core/support/files.h"
#include "core/table/table_file.h"
#include "indexer/profile/distinct_ids.h"
#include "indexer/source/json_array_reader.h"
#include "indexer/source/json_lines_reader.h"
#include "indexer/table/table_records.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr const char* kFolder = "sources";
constexpr std::array<std::string_view, 4> kEndings{".jsonl", ".json", ".csv", ".xlsx"};
constexpr std::array<std::string_view, 8> kSources{
    "entities", "certificates", "certificate_editions", "brands", "products", "support_centres",
    "awards",   "opp"};

bool has_known_ending(const std::filesystem::path& path) {
    const std::string ending = lower(path.extension().string());
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

/// "certificates.xlsx", "certificates-2026.xlsx", "Certificates 2026 (1).XLSX"
bool is_of(const std::filesystem::path& path, std::string_view source) {
    const std::string stem = lower(path.stem().string());
    constexpr std::string_view behind_source = "- _(.";
    return stem.starts_with(source) &&
           (stem.size() == source.size() ||
            behind_source.find(stem[source.size()]) != behind_source.npos);
}

/// Excel's lock files and hidden ones are nobody's list.
bool is_left_behind(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with("~$") || name.starts_with('.');
}

/// "opp-2026-11-20.csv" → "2026-11-20", "entities-2026-11.xlsx" → "2026-11": the day a list speaks
/// of. A year alone is no such day: lists are often named after the year of what is in them.
std::optional<std::string> day_in_name(const std::filesystem::path& path) {
    const std::string stem = path.stem().string();
    for (const std::size_t length :
         {std::string_view("-RRRR-MM-DD").size(), std::string_view("-RRRR-MM").size()}) {
        if (stem.size() < length || stem[stem.size() - length] != '-') continue;
        std::string day = stem.substr(stem.size() - length + 1);
        if (PartialDate::parse(day)) return day;
    }
    return std::nullopt;
}

void add_day(SourceRecord& record, const std::string& day) {
    const auto known = std::ranges::find(record.fields, "as_of", &SourceMember::key);
    if (known == record.fields.end()) record.fields.push_back({"as_of", {day}});
}

template <class Wanted>
std::vector<std::string> files_in(const std::filesystem::path& directory, Wanted is_wanted) {
    std::vector<std::string> names;
    std::error_code no_folder;  // then the file that is missing is named
    for (const auto& entry : std::filesystem::directory_iterator(directory / kFolder, no_folder)) {
        const std::filesystem::path& path = entry.path();
        if (!is_left_behind(path) && is_wanted(path))
            names.push_back(fmt::format("{}/{}", kFolder, path.filename().string()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

std::optional<std::string_view> source_of(const std::filesystem::path& file) {
    if (is_left_behind(file) || !has_known_ending(file)) return std::nullopt;
    const auto found = std::ranges::find_if(
        kSources, [&](std::string_view source) { return is_of(file, source); });
    return found == kSources.end() ? std::nullopt : std::optional(*found);
}

NameProblem problem_of_name(const std::filesystem::path& file) {
    const bool is_named =
        std::ranges::any_of(kSources, [&](std::string_view each) { return is_of(file, each); });
    if (!is_named)
        return {"nie wiadomo, co to za lista, pliku nie czytano",
                has_known_ending(file)
                    ? "nazwij go od tego, co w nim jest, np. certificates-2026.xlsx"
                    : "zapisz go jako .xlsx, .csv, .json albo .jsonl i nazwij od tego, co w nim "
                      "jest, np. certificates-2026.xlsx"};
    const std::string ending = file.extension().string();
    return {ending.empty() ? "nazwa jest bez końcówki, pliku nie czytano"
                           : fmt::format("plików {} program nie czyta", clean_utf8(ending)),
            fmt::format("zapisz go jako {0}.xlsx albo {0}.csv", clean_utf8(file.stem().string()))};
}

SourceFiles::SourceFiles(std::filesystem::path directory, std::filesystem::path dictionary,
                         const References& references)
    : directory_(std::move(directory)),
      dictionary_(dictionary.empty() ? resource_directory() / "polish.dict"
                                     : std::move(dictionary)),
      references_(references) {}

std::vector<std::string> SourceFiles::of(std::string_view source) const {
    std::vector<std::string> names = files_in(directory_, [&](const std::filesystem::path& path) {
        return has_known_ending(path) && is_of(path, source);
    });
    const std::string main = fmt::format("{}/{}.jsonl", kFolder, source);
    const auto found = std::find(names.begin(), names.end(), main);
    if (found != names.end()) std::rotate(names.begin(), found, found + 1);
    return names;
}

std::vector<std::string> SourceFiles::unknown() const {
    return files_in(directory_,
                    [&](const std::filesystem::path& path) { return !source_of(path); });
}

ReadCount SourceFiles::read(const std::filesystem::path& path, const std::string& name,
                            std::string_view profile, Diagnostics& diagnostics,
                            const std::function<void(const SourceRecord&)>& take) {
    const std::string ending = lower(path.extension().string());
    if (ending == ".json") {
        const auto [rows, is_readable] = read_json_array(path, name, diagnostics, take);
        return {rows, is_readable};
    }
    if (ending == ".jsonl") return {read_json_lines(path, name, diagnostics, take), true};
    return read_as_table(path, name, profile, diagnostics, take);
}

ReadCount SourceFiles::read_as_table(const std::filesystem::path& path, const std::string& name,
                                     std::string_view profile, Diagnostics& diagnostics,
                                     const std::function<void(const SourceRecord&)>& take) {
    const auto refuse = [&](const TableProblem& problem) -> ReadCount {
        diagnostics.push_back({Severity::error, name, problem.row, "", "",
                               problem.message.in(Language::pl), problem.advice.in(Language::pl)});
        return {0, false};
    };
    auto table = open_table(path);
    if (!table) return refuse(table.error());
    if (std::find(kTableProfiles.begin(), kTableProfiles.end(), profile) == kTableProfiles.end())
        return refuse({0, "tej listy nie da się wczytać z tabeli",
                       fmt::format("zapisz ją jako {}.jsonl", profile)});
    if (!column_names_) column_names_ = ColumnNames::load(directory_);
    if (!profiles_) profiles_.emplace(directory_, dictionary_, references_);
    const std::optional<std::string> day = day_in_name(path);
    DistinctIds ids;
    const auto [rows, is_readable] = read_table(
        **table, name, *column_names_, profile, diagnostics, [&](const SourceRecord& row) {
            SourceRecord record = profiles_->apply(profile, row, diagnostics);
            if (day) add_day(record, *day);
            ids.settle(record);
            take(record);
        });
    return {rows, is_readable};
}

}  // namespace wespol
