// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/page_frame.h"

#include <algorithm>
#include <utility>

namespace wespol {

namespace {

Views problem_views(const Messages& messages, const std::vector<ParameterProblem>& problems) {
    Views views;
    for (const ParameterProblem& problem : problems) {
        View view;
        view["left_out"] = View(messages(
            "problem.left_out", {{"parameter", problem.parameter}, {"value", problem.value}}));
        view["message"] = View(problem.message);
        view["allowed"] = problem.allowed.empty()
                              ? View(false)
                              : View(messages("problem.allowed", {{"allowed", problem.allowed}}));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace

std::optional<Day> published_on(std::string_view generation) {
    constexpr std::size_t kDigits = 8;  // 20261121…
    if (generation.size() < kDigits) return std::nullopt;
    const std::string digits(generation.substr(0, kDigits));
    const auto day =
        parse_day(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6));
    if (!day) return std::nullopt;
    return *day;
}

bool is_of_another_day(const PageContext& context) {
    return std::ranges::any_of(context.problems, [](const ParameterProblem& problem) {
        return problem.parameter == "na-dzien";
    });
}

View page_frame(const PageContext& context, const Messages& messages, const std::string& heading) {
    const bool is_today = context.as_of == context.today;
    View frame;
    frame["language"] = View(std::string(code(context.language)));
    frame["title"] = View(heading.empty() ? messages("site.title")
                                          : messages("page.title", {{"heading", heading}}));
    put_list(frame, "problems", problem_views(messages, context.problems));
    frame["query"] = View("");
    frame["header_search"] = View(true);
    put_list(frame, "form_parameters", {});
    put_list(frame, "alternates", {});
    frame["as_of"] = View(format_day_polish(context.as_of));
    frame["as_of_code"] = View(format_day(context.as_of));
    frame["other_day"] = View(!is_today);
    // The form's own field on the results page, a hidden one elsewhere.
    frame["hidden_day"] = View(!is_today);
    frame["has_publication"] = View(false);
    if (const auto published = published_on(context.generation)) {
        frame["has_publication"] = View(true);
        frame["published"] = View(format_day_polish(*published));
        frame["published_code"] = View(format_day(*published));
    }
    return frame;
}

}  // namespace wespol
