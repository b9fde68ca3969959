// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/error_answer.h"

#include "server/page_path.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::ordered_json;

struct Title {
    int status;
    std::array<std::string_view, kLanguages.size()> texts;  ///< by Language
};

constexpr Title kOtherTitle{
    0, {"Nie możemy odpowiedzieć", "We cannot answer", "Ми не можемо відповісти"}};

constexpr std::array kTitles{
    Title{301,
          {"Ten podmiot ma inny adres", "This organisation has another address",
           "Ця організація має іншу адресу"}},
    Title{400,
          {"Nie rozumiemy tego zapytania", "We do not understand this request",
           "Ми не розуміємо цього запиту"}},
    Title{404, {"Nie ma takiej strony", "There is no such page", "Такої сторінки немає"}},
    Title{410,
          {"Tego podmiotu już tu nie ma", "This organisation is no longer here",
           "Цієї організації тут уже немає"}},
    Title{405,
          {"Tego pod tym adresem zrobić nie można", "That cannot be done at this address",
           "За цією адресою цього зробити не можна"}},
    Title{411,
          {"Nie wiadomo, jak długie jest zapytanie", "How long is the request?",
           "Невідомо, яка довжина запиту"}},
    Title{413, {"Zapytanie jest za duże", "The request is too large", "Запит завеликий"}},
    Title{414, {"Adres jest za długi", "The address is too long", "Адреса задовга"}},
    Title{415,
          {"Takich treści nie czytamy", "We do not read such content",
           "Такого вмісту ми не читаємо"}},
    Title{416,
          {"Tej części nie można podać", "This part cannot be given",
           "Цієї частини подати не можна"}},
    Title{500, {"Coś się u nas zepsuło", "Something broke on our side", "У нас щось зламалося"}},
    Title{503, {"Jesteśmy chwilowo zajęci", "We are busy for a moment", "Зараз ми зайняті"}},
};

constexpr std::array<std::string_view, kLanguages.size()> kHome{"Strona główna", "Home page",
                                                                "Головна сторінка"};

constexpr std::array<std::string_view, kLanguages.size()> kWrongParameters{
    "Nieprawidłowe parametry", "Wrong parameters", "Неправильні параметри"};

std::string_view title(int status, Language language) {
    const auto found = std::ranges::find(kTitles, status, &Title::status);
    return (found == kTitles.end() ? kOtherTitle : *found).texts[index_of(language)];
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

HttpResponse error_answer(std::string_view path, int status, const Wording& detail) {
    if (is_for_programs(path)) return problem_answer(status, detail, Language::pl);
    const Language language = page_path(path).language;
    return {status,
            "text/html; charset=utf-8",
            fmt::format("<!doctype html>\n<html lang=\"{0}\">\n<head><meta charset=\"utf-8\">"
                        "<meta name=\"viewport\" content=\"width=device-width\">"
                        "<title>{1} – Wespół</title></head>\n"
                        "<body><main><h1>{1}</h1><p{2}>{3}</p>"
                        "<p><a href=\"{4}/\">{5}</a></p></main></body>\n</html>\n",
                        code(language), title(status, language),
                        detail.is_in(language) ? "" : " lang=\"pl\"", detail.in(language),
                        language_prefix(language), kHome[index_of(language)]),
            {}};
}

HttpResponse come_again_answer(std::string_view path, int seconds, const Wording& detail) {
    HttpResponse answer = error_answer(path, 503, detail);
    answer.headers.emplace_back("Retry-After", std::to_string(seconds));
    return answer;
}

HttpResponse problem_answer(int status, const Wording& detail, Language language) {
    return problem_document(status, {{"type", "about:blank"},
                                     {"title", title(status, language)},
                                     {"status", status},
                                     {"detail", detail.in(language)}});
}

HttpResponse method_refusal(std::string_view path, const Accepted& accepted) {
    std::string methods = accepted.reads ? "GET, HEAD" : "";
    if (accepted.most_body_bytes > 0) methods += accepted.reads ? ", POST" : "POST";
    HttpResponse refusal = error_answer(
        path, 405,
        worded({"Dozwolone metody: {}.", "Methods allowed: {}.", "Дозволені методи: {}."},
               methods));
    refusal.headers.emplace_back("Allow", methods);
    return refusal;
}

HttpResponse wrong_parameters_answer(const std::vector<ParameterProblem>& problems,
                                     Language language) {
    Json list = Json::array();
    std::string detail;
    for (const ParameterProblem& problem : problems) {
        list.push_back({{"parameter", problem.parameter},
                        {"value", problem.value},
                        {"message", problem.message.in(language)},
                        {"allowed", problem.allowed.in(language)}});
        detail +=
            (detail.empty() ? "" : " ") + problem.parameter + ": " + problem.message.in(language);
    }
    return problem_document(400, {{"type", "urn:wespol:problem:parameters"},
                                  {"title", kWrongParameters[index_of(language)]},
                                  {"status", 400},
                                  {"detail", detail},
                                  {"problems", list}});
}

}  // namespace wespol
