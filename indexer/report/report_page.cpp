// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/report_page.h"

#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/diff/change_text.h"
#include "indexer/report/report_json.h"
#include "indexer/report/report_view.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

using kainjow::mustache::mustache;

/// Without indentation: kainjow makes a component of every blank.
std::string template_text(const std::filesystem::path& path) {
    const std::string text = read_file(path);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = std::string_view(text).substr(at, end - at);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (!line.empty()) result.append(line).append("\n");
        at = end + 1;
    }
    return result;
}

/// Lines as they are told at the terminal; one of them may hold a name of a megabyte.
std::string one_under_another(const std::vector<std::string>& lines) {
    constexpr std::size_t longest = 2000;
    std::string text;
    for (const std::string& each : lines) {
        text += each.size() <= longest ? each : clean_utf8(each.substr(0, longest)) + "…";
        text += '\n';
    }
    return text;
}

kainjow::mustache::list text_views(const std::vector<std::string>& texts) {
    kainjow::mustache::list views;
    for (const std::string& each : texts)
        views.push_back(ReportView("text", ReportView(each)));
    return views;
}

}  // namespace

std::string report_page(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        const ReportHeading& heading) {
    ReportView view;
    view["title"] = ReportView(heading.title);
    view["verdict"] = heading.verdict.empty() ? ReportView(false) : ReportView(heading.verdict);
    view["has_next_steps"] = ReportView(!heading.next_steps.empty());
    view["next_steps"] = ReportView(text_views(heading.next_steps));
    view["today"] = ReportView(format_day_polish(changes.today));
    view["changes"] = ReportView(one_under_another(
        changes_in_full(changes, loaded.catalogue.references, "wszystkie są w raporcie JSON")));
    put_figures(view, loaded, quality_figures(loaded.catalogue, source_figures(loaded)));
    put_remarks(view, loaded.diagnostics, heading.file);
    put_unsettled(view, loaded, changes);

    const std::filesystem::path path = resource_directory() / "templates" / "report.mustache";
    mustache page(template_text(path));
    std::string html = page.render(view);
    if (page.is_valid()) return html;
    throw Error(ErrorCode::environment, fmt::format("{}: {}", path.string(), page.error_message()),
                "Zbuduj projekt od nowa: zasoby są niepełne albo z innej wersji.");
}

}  // namespace wespol
