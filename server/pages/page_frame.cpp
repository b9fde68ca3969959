// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/page_frame.h"

#include "core/index/manifest.h"
#include "server/page_path.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

Views problem_views(const Messages& messages, const std::vector<ParameterProblem>& problems) {
    Views views;
    for (const ParameterProblem& problem : problems) {
        View view;
        view["left_out"] = View(messages(
            "problem.left_out", {{"parameter", problem.parameter}, {"value", problem.value}}));
        const Language language = messages.language();
        view["message"] = View(problem.message.in(language));
        view["message_is_polish"] = View(!problem.message.is_in(language));
        view["allowed"] =
            problem.allowed.empty()
                ? View(false)
                : View(messages("problem.allowed", {{"allowed", problem.allowed.in(language)}}));
        views.push_back(std::move(view));
    }
    return views;
}

struct OwnName {
    Language language;
    const char* name;
};
constexpr std::array kOwnNames{OwnName{Language::pl, "Polski"}, OwnName{Language::en, "English"},
                               OwnName{Language::uk, "Українська"}};

/// The same page in each language: `languages` for those who read, `translations` for machines.
void put_languages(View& frame, const PageContext& context) {
    Views languages, translations;
    for (const auto& [language, name] : kOwnNames) {
        const std::string href = std::string(language_prefix(language)) + context.address;
        View each;
        each["language_code"] = View(std::string(code(language)));
        each["language_name"] = View(std::string(name));
        each["language_href"] = View(href);
        each["language_address"] = View(context.public_url + href);
        if (language != context.language) languages.push_back(each);
        translations.push_back(std::move(each));
    }
    put_list(frame, "languages", languages);
    put_list(frame, "translations", translations);
    frame["address_in_polish"] = View(context.public_url + context.address);
}

}  // namespace

std::optional<Day> published_on(std::string_view generation) {
    const auto moment = built_moment(generation);
    if (!moment) return std::nullopt;
    return day_in_warsaw(*moment);
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
    frame["page_description"] = View(messages("site.description"));
    frame["share_title"] = View(heading.empty() ? messages("site.title") : heading);
    frame["site_address"] = View(context.public_url);
    frame["canonical"] = View(false);
    frame["needs_cyrillic"] = View(context.language == Language::uk);
    put_languages(frame, context);
    put_list(frame, "problems", problem_views(messages, context.problems));
    frame["query"] = View("");
    frame["header_search"] = View(true);
    frame["data_href"] = View(api_href(context, "/api/v1/entities"));
    put_list(frame, "form_parameters", {});
    put_list(frame, "alternates", {});
    frame["as_of"] = View(messages.day(context.as_of));
    frame["as_of_code"] = View(format_day(context.as_of));
    frame["other_day"] = View(!is_today);
    // The form's own field on the results page, a hidden one elsewhere.
    frame["hidden_day"] = View(!is_today);
    frame["has_publication"] = View(false);
    if (const auto published = published_on(context.generation)) {
        frame["has_publication"] = View(true);
        frame["published"] = View(messages.day(*published));
        frame["published_code"] = View(format_day(*published));
    }
    return frame;
}

}  // namespace wespol
