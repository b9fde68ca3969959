// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/list_report.h"

#include "indexer/diff/change_json.h"
#include "indexer/diff/change_text.h"
#include "indexer/report/report_json.h"
#include "indexer/report/report_page.h"
#include "indexer/watching/dropped_name.h"

#include <cstddef>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

constexpr std::size_t kMostRemarks = 50;

/// What there is to say of the list itself, mistakes first.
void add_remarks(std::string& text, const std::string& file, const Diagnostics& diagnostics) {
    std::size_t told = 0;
    std::size_t left = 0;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
        for (const Diagnostic& each : diagnostics) {
            if (each.file != file || each.severity != severity) continue;
            if (told == kMostRemarks) {
                ++left;
                continue;
            }
            if (told++ == 0) text += "\nUwagi do tej listy:\n";
            text += format(each) + '\n';
        }
    if (left > 0) text += fmt::format("… i {} dalszych, w raporcie JSON\n", left);
}

std::string text_of(const ListReport& report, const std::string& file,
                    const Preparation* prepared) {
    std::string text = fmt::format("{}: {}\n", report.name, report.verdict);
    for (const std::string& each : report.next_steps)
        text += "- " + each + '\n';
    if (!prepared) return text;
    text += '\n';
    for (const std::string& line :
         changes_in_full(prepared->changes, prepared->loaded.catalogue.references,
                         "wszystkie są w raporcie JSON"))
        text += line + '\n';
    add_remarks(text, file, prepared->loaded.diagnostics);
    return text;
}

std::string json_of(const ListReport& report, const Preparation* prepared) {
    using Json = nlohmann::ordered_json;
    const auto known = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    const Json json{{"list", report.name},
                    {"sha256", known(report.digest)},
                    {"outcome", code(report.outcome)},
                    {"verdict", report.verdict},
                    {"next_steps", report.next_steps},
                    {"generation", known(report.generation)}};
    constexpr int one_line = -1;
    std::string text = json.dump(one_line, ' ', false, Json::error_handler_t::replace);
    text.pop_back();
    text += ",\n\"report\": ";
    text += prepared
                ? report_json(prepared->loaded, prepared->changes, changes_json(prepared->changes))
                : "null";
    return text + "}\n";
}

}  // namespace

void put_reports(const Inbox& inbox, const ListReport& report, const Preparation* prepared) {
    const std::string file = "sources/" + report.name;
    const auto named = [&](std::string_view ending) { return report.name + std::string(ending); };
    if (prepared)
        inbox.put(named(kPageEnding),
                  report_page(prepared->loaded, prepared->changes,
                              {"Lista " + report.name, report.verdict, report.next_steps, file}));
    else
        inbox.remove(named(kPageEnding));
    inbox.put(named(kJsonEnding), json_of(report, prepared));
    inbox.put(named(kTextEnding),
              text_of(report, file, prepared));  // last: who waits, waits for it
}

}  // namespace wespol
