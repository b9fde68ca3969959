// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "core/support/error.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"
#include "server/http/other_sites.h"
#include "server/http/request_id.h"
#include "server/logging.h"
#include "server/page_path.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <span>
#include <utility>

namespace wespol {
namespace {

struct Route {
    std::string_view pattern;               ///< a '*' at the end stands for at least one character
    HttpResponse (*read)(const Exchange&);  ///< GET and HEAD; null = not answered
    HttpResponse (*take)(const Exchange&) = nullptr;  ///< POST
    std::size_t most_body_bytes = kMaxBodyBytes;
    Cost cost = Cost::usual;

    Accepted accepted() const { return {read != nullptr, take ? most_body_bytes : 0, cost}; }
};

/// A whole list as a file, or a PDF.
constexpr Route file_route(std::string_view pattern, HttpResponse (*read)(const Exchange&)) {
    return {pattern, read, nullptr, kMaxBodyBytes, Cost::much};
}

/// What lies ready in memory.
constexpr Route ready_route(std::string_view pattern, HttpResponse (*read)(const Exchange&)) {
    return {pattern, read, nullptr, kMaxBodyBytes, Cost::nothing};
}

/// Each also under /en and /uk.
constexpr std::array kPages{
    Route{"/", home_page},
    Route{"/szukaj", results_page},
    Route{"/szukaj/kod-qr.svg", search_qr_code},
    Route{"/mapa", map_page},
    Route{"/podmiot/*", entity_page},
    Route{"/certyfikaty", certificates_page, checked_lines_page, kMaxUploadBytes},
    Route{"/porownaj", compare_page},
    Route{"/protokol", protocol_home_page, verified_protocol_page, kMaxUploadBytes},
    file_route("/protokol/*", protocol_page),
    Route{"/zamowienia", guidance_page},
    Route{"/branze", sectors_page},
    Route{"/branza/*", sector_page},
    Route{"/owes", support_centres_page},
    Route{"/owes/*", support_centre_page},
    Route{"/klunkry", brand_page},
    Route{"/klunkry/*", product_page},
    Route{"/cpv", cpv_page},
    Route{"/cpv/*", cpv_code_page},
    Route{"/slowa", words_page},
    Route{"/dane", data_page},
    Route{"/dane/jakosc", quality_page},
    Route{"/api", api_page},
    Route{"/o-serwisie", about_page},
    Route{"/prywatnosc", privacy_page},
    Route{"/deklaracja-dostepnosci", accessibility_page},
    Route{"/kolejnosc", order_page},
};
constexpr std::array kWithoutLanguage{
    Route{"/api/v1/entities", search_entities},
    file_route("/api/v1/entities.csv", entity_file),
    file_route("/api/v1/entities.xlsx", entity_file),
    file_route("/api/v1/entities.jsonl", entity_file),
    file_route("/api/v1/entities.geojson", entity_file),
    Route{"/api/v1/entities/*", show_entity},
    Route{"/api/v1/products", search_products},
    Route{"/api/v1/certificates", search_certificates},
    file_route("/api/v1/certificates.csv", certificate_file),
    file_route("/api/v1/certificates.xlsx", certificate_file),
    file_route("/api/v1/certificates.jsonl", certificate_file),
    file_route("/api/v1/entities.atom", certificate_feed),
    file_route("/api/v1/entities.json-feed", certificate_feed),
    file_route("/api/v1/entities.ics", certificate_feed),
    file_route("/api/v1/certificates.atom", certificate_feed),
    file_route("/api/v1/certificates.json-feed", certificate_feed),
    file_route("/api/v1/certificates.ics", certificate_feed),
    Route{"/api/v1/certificates/check", nullptr, check_certificates, kMaxUploadBytes},
    Route{"/api/v1/protocols/verify", nullptr, verify_protocol_json, kMaxUploadBytes},
    Route{"/api/v1/cpv", find_cpv_codes},
    Route{"/api/v1/cpv/*", show_cpv_code},
    Route{"/api/v1/compare", compare_entities},
    Route{"/api/v1/suggest", suggest},
    Route{"/api/v1/quality", quality_figures_json},
    Route{"/api/v1/openapi.json", openapi_file},
    Route{"/.well-known/wespol-keys.json", protocol_keys},
    ready_route("/health", health),
    Route{"/mapa/granice.geojson", map_borders},
    ready_route("/assets/*", asset_file),
    ready_route("/favicon.ico", favicon_file),
    ready_route("/robots.txt", robots_file),
    Route{"/sitemap.xml", sitemap_index},
    file_route("/sitemap/*", sitemap_part),
    ready_route("/.well-known/security.txt", security_file),
};
constexpr Route kNoRoute{"(inny adres)", not_found};

constexpr int kComeAgainSeconds = 5;

const Wording& searched_too_long() {
    static const Wording sentence{
        "Szukanie trwało za długo, więc je przerwaliśmy. Spróbuj za chwilę albo użyj mniej słów.",
        "The search took too long, so we stopped it. Try in a moment, or use fewer words.",
        "Пошук тривав задовго, тому ми його перервали. Спробуйте за хвилину або вживіть менше "
        "слів."};
    return sentence;
}

const Wording& try_again() {
    static const Wording sentence{"Spróbuj ponownie za chwilę.", "Try again in a moment.",
                                  "Спробуйте ще раз за хвилину."};
    return sentence;
}

bool matches(const Route& route, std::string_view path) {
    if (!route.pattern.ends_with('*')) return path == route.pattern;
    const std::string_view beginning = route.pattern.substr(0, route.pattern.size() - 1);
    return path.size() > beginning.size() && path.starts_with(beginning);
}

const Route* find_route(std::span<const Route> routes, std::string_view path) {
    const auto found =
        std::ranges::find_if(routes, [&](const Route& route) { return matches(route, path); });
    return found == routes.end() ? nullptr : &*found;
}

const Route& route_of(const PagePath& page) {
    const Route* found = find_route(kPages, page.path);
    if (!found && page.language == Language::pl) found = find_route(kWithoutLanguage, page.path);
    return found ? *found : kNoRoute;
}

struct DecodedLanguage {
    Language language = Language::pl;
    std::vector<ParameterProblem> problems;
};

/// A page's stands in its address; the API gives labels in the language of `lang`.
DecodedLanguage decode_language(const HttpRequest& request) {
    DecodedLanguage decoded{page_path(request.path).language, {}};
    if (!is_for_programs(request.path)) return decoded;
    const auto value = single_value(request.parameters, "lang", decoded.problems);
    if (!value) return decoded;
    if (const auto known = parse_language(*value))
        decoded.language = *known;
    else
        decoded.problems.push_back(parameter_problem(
            "lang", *value,
            {"Nie znamy takiego języka.", "We know no such language.", "Такої мови ми не знаємо."},
            "pl, en, uk"));
    return decoded;
}

std::string argument_of(const Route& route, std::string_view path) {
    return route.pattern.ends_with('*') ? std::string(path.substr(route.pattern.size() - 1))
                                        : std::string();
}

void log_failure(const std::string& id, const Route& route, const std::string& reason) {
    log(LogLevel::error, "request_failed",
        {{"id", id}, {"route", std::string(route.pattern)}, {"reason", reason}});
}

void set_unless_told(HttpResponse& answer, std::string_view name, std::string_view value) {
    const auto is_it = [&](const auto& header) { return header.first == name; };
    if (std::ranges::none_of(answer.headers, is_it)) answer.headers.emplace_back(name, value);
}

/// Errors are not kept, nor is what follows from something sent, nor what may lack something since
/// its time was over; the rest is asked for again with its ETag.
void set_cache_control(const HttpRequest& request, bool is_late, HttpResponse& answer) {
    const bool is_kept = answer.status < 400 && request.method != "POST" && !is_late;
    set_unless_told(answer, "Cache-Control", is_kept ? "no-cache" : "no-store");
}

}  // namespace

Application::Application(const SnapshotFollower& snapshots, const std::filesystem::path& resources,
                         KeyRing keys, std::string public_url, Clock clock, MapLayers map,
                         RequestObserver observer, std::chrono::milliseconds search_limit)
    : snapshots_(snapshots),
      pages_(resources),
      assets_(resources / "assets"),
      resource_digest_(digest_of_resources(resources)),
      clock_(std::move(clock)),
      observer_(std::move(observer)),
      search_limit_(search_limit),
      public_url_(std::move(public_url)),
      map_(std::move(map)),
      past_generations_(snapshots.store(), snapshots.analyzer()),
      protocols_(std::move(keys), past_generations_, public_url_) {}

Moment Application::now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Accepted Application::accepted(std::string_view path) {
    return route_of(page_path(path)).accepted();
}

std::vector<RouteOfPrograms> Application::routes_of_programs() {
    std::vector<RouteOfPrograms> routes;
    for (const Route& route : kWithoutLanguage)
        routes.push_back({route.pattern, route.accepted()});
    return routes;
}

HttpResponse Application::answer(const HttpRequest& request) const {
    const auto start = std::chrono::steady_clock::now();
    const std::string id = next_request_id();
    const PagePath page = page_path(request.path);
    const Route& route = route_of(page);
    const Deadline deadline = Deadline::after(search_limit_);
    HttpResponse answer;
    try {
        const Handler handler = request.method == "POST" ? route.take : route.read;
        answer = handler ? dispatch(request, handler, argument_of(route, page.path), deadline)
                         : method_refusal(request.path, route.accepted());
    } catch (const OutOfTime&) {
        answer = come_again_answer(request.path, kComeAgainSeconds, searched_too_long());
    } catch (const Error& failure) {
        log_failure(id, route, std::string(failure.what()) + " " + failure.hint());
        answer = error_answer(request.path, 500, try_again());
    } catch (const std::exception& failure) {
        log_failure(id, route, failure.what());
        answer = error_answer(request.path, 500, try_again());
    }
    set_cache_control(request, deadline.is_over(), answer);
    open_to_other_sites(request.method, request.path, answer);
    answer.headers.emplace_back(kRequestIdHeader, id);
    if (observer_)
        observer_({request, answer, route.pattern, id, std::chrono::steady_clock::now() - start});
    return answer;
}

HttpResponse Application::dispatch(const HttpRequest& request, Handler handler,
                                   std::string argument, const Deadline& deadline) const {
    auto [language, language_problems] = decode_language(request);
    const Moment now = clock_();
    return handler({request, std::move(argument), snapshots_.current(), now, day_in_warsaw(now),
                    language, std::move(language_problems), pages_, assets_, resource_digest_,
                    protocols_, file_places_, public_url_, map_, snapshots_.refusal(), deadline});
}

}  // namespace wespol
