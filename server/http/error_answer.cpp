// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/error_answer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

struct Title {
    int status;
    std::string_view text;
};

constexpr std::array kTitles{
    Title{301, "Ten podmiot ma inny adres"},
    Title{400, "Nie rozumiemy tego zapytania"},
    Title{404, "Nie ma takiej strony"},
    Title{410, "Tego podmiotu już tu nie ma"},
    Title{405, "Tego pod tym adresem zrobić nie można"},
    Title{411, "Nie wiadomo, jak długie jest zapytanie"},
    Title{413, "Zapytanie jest za duże"},
    Title{414, "Adres jest za długi"},
    Title{415, "Takich treści nie czytamy"},
    Title{416, "Tej części nie można podać"},
    Title{500, "Coś się u nas zepsuło"},
    Title{503, "Jesteśmy chwilowo zajęci"},
};

std::string_view title(int status) {
    const auto found = std::ranges::find(kTitles, status, &Title::status);
    return found == kTitles.end() ? "Nie możemy odpowiedzieć" : found->text;
}

HttpResponse problem_document(int status, const Json& document) {
    // Values come from strangers; the target was checked, but a cut text need not be whole UTF-8.
    return {status,
            "application/problem+json",
            document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
            {}};
}

}  // namespace

bool is_for_programs(std::string_view path) {
    return path.starts_with("/api/") || path == "/health";
}

HttpResponse error_answer(std::string_view path, int status, std::string_view detail) {
    if (is_for_programs(path))
        return problem_document(status, {{"type", "about:blank"},
                                         {"title", title(status)},
                                         {"status", status},
                                         {"detail", detail}});
    return {status,
            "text/html; charset=utf-8",
            fmt::format("<!doctype html>\n<html lang=\"pl\">\n<head><meta charset=\"utf-8\">"
                        "<meta name=\"viewport\" content=\"width=device-width\">"
                        "<title>{0} – Wespół</title></head>\n"
                        "<body><main><h1>{0}</h1><p>{1}</p>"
                        "<p><a href=\"/\">Strona główna</a></p></main></body>\n</html>\n",
                        title(status), detail),
            {}};
}

HttpResponse method_refusal(std::string_view path, const Accepted& accepted) {
    std::string methods = accepted.reads ? "GET, HEAD" : "";
    if (accepted.most_body_bytes > 0) methods += accepted.reads ? ", POST" : "POST";
    HttpResponse refusal = error_answer(path, 405, "Dozwolone metody: " + methods + ".");
    refusal.headers.emplace_back("Allow", methods);
    return refusal;
}

HttpResponse wrong_parameters_answer(const std::vector<ParameterProblem>& problems) {
    Json list = Json::array();
    std::string detail;
    for (const ParameterProblem& problem : problems) {
        list.push_back({{"parameter", problem.parameter},
                        {"value", problem.value},
                        {"message", problem.message.in(Language::pl)},
                        {"allowed", problem.allowed.in(Language::pl)}});
        detail += (detail.empty() ? "" : " ") + problem.parameter + ": " +
                  problem.message.in(Language::pl);
    }
    return problem_document(400, {{"type", "urn:wespol:problem:parameters"},
                                  {"title", "Nieprawidłowe parametry"},
                                  {"status", 400},
                                  {"detail", detail},
                                  {"problems", list}});
}

}  // namespace wespol
