// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_check.h"

#include "server/http/error_answer.h"
#include "server/http/other_sites.h"
#include "server/http/request_head.h"
#include "server/http/request_id.h"
#include "server/http/security_headers.h"
#include "server/http/target.h"

#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Longer ones are lists of words and filters, the most expensive there are to search for.
constexpr std::size_t kLongTargetBytes = 256;
/// Of each kind that takes long; every other address has a lane of its own, with an odd number.
constexpr std::uint64_t kFileLane = 0, kListLane = 2, kLongLane = 4;
static_assert(WorkerLanes::kFirstLane % 2 == 0);
constexpr std::string_view kComeAgainSeconds = "2";

struct Reason {
    int status;
    std::string_view phrase;
    InThree detail;  ///< where the guard refuses by itself
};

constexpr std::array kReasons{
    Reason{400, "Bad Request", kCannotBeHandled},
    Reason{405, "Method Not Allowed", {}},
    Reason{408,
           "Request Timeout",
           {"Zapytanie nie dotarło w całości na czas.", "The request did not arrive whole in time.",
            "Запит не надійшов повністю вчасно."}},
    Reason{411, "Length Required", {}},
    Reason{413, "Content Too Large", {}},
    Reason{414, "URI Too Long", {}},
    Reason{415, "Unsupported Media Type", {}},
    Reason{417, "Expectation Failed", {}},
    Reason{431,
           "Request Header Fields Too Large",
           {"Nagłówki zapytania są za długie.", "The headers of the request are too long.",
            "Заголовки запиту задовгі."}},
    Reason{503,
           "Service Unavailable",
           {"Za dużo osób pyta teraz naraz. Spróbuj za kilka sekund.",
            "Too many people are asking at once. Try in a few seconds.",
            "Забагато людей питає водночас. Спробуйте за кілька секунд."}},
    Reason{505, "HTTP Version Not Supported", {}},
};

const Reason& reason(int status) {
    for (const Reason& each : kReasons)
        if (each.status == status) return each;
    return kReasons.front();
}

/// The whole answer as it is sent to a request of `method` for `path`; the connection ends with it.
std::string as_last_answer(HttpResponse&& answer, std::string_view method, std::string_view path) {
    open_to_other_sites(method, path, answer);
    std::string text =
        fmt::format("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status).phrase);
    const auto add = [&](std::string_view name, std::string_view value) {
        fmt::format_to(std::back_inserter(text), "{}: {}\r\n", name, value);
    };
    for (const auto& [name, value] : security_headers())
        if (!answer.has_header(name)) add(name, value);
    for (const auto& [name, value] : answer.headers)
        add(name, value);
    add(kRequestIdHeader, next_request_id());
    if (answer.status == 503) add("Retry-After", kComeAgainSeconds);
    add("Cache-Control", "no-store");
    add("Content-Type", answer.content_type);
    add("Content-Length", std::to_string(answer.body.size()));
    add("Connection", "close");
    text += "\r\n";
    if (method != "HEAD") text += answer.body;
    return text;
}

std::string path_of(std::string_view target) {
    const auto parsed = parse_target(target);
    return parsed ? parsed->path : std::string(target.substr(0, target.find('?')));
}

HttpResponse too_large(const std::string& path, std::size_t most_bytes) {
    const std::string most = most_bytes >= (1U << 20) ? fmt::format("{} MiB", most_bytes >> 20)
                                                      : fmt::format("{} KiB", most_bytes >> 10);
    return error_answer(
        path, 413,
        worded({"Można wysłać najwyżej {} naraz.", "At most {} can be sent at once.",
                "За раз можна надіслати щонайбільше {}."},
               most));
}

/// What is wrong with method and body.
std::optional<HttpResponse> refusal_of(const RequestHead& head, const std::string& path,
                                       const Accepted& accepted) {
    const bool reads = head.method == "GET" || head.method == "HEAD";
    const bool posts = head.method == "POST";
    const bool is_accepted = (reads && accepted.reads) || (posts && accepted.most_body_bytes > 0);
    if (reads && (head.is_chunked || head.body_bytes.value_or(0) > 0))
        return error_answer(
            path, 400,
            {"Zapytanie GET nie może mieć treści.", "A GET request cannot have a body.",
             "Запит GET не може мати вмісту."});
    if (!is_accepted) return method_refusal(path, accepted);
    if (reads) return std::nullopt;
    if (head.is_encoded)
        return error_answer(path, 415,
                            {"Wyślij treść nieskompresowaną.", "Send the content uncompressed.",
                             "Надішліть вміст нестисненим."});
    if (head.is_chunked || !head.body_bytes)
        return error_answer(path, 411,
                            {"Podaj długość treści w nagłówku Content-Length.",
                             "Give the length of the content in the header Content-Length.",
                             "Подайте довжину вмісту в заголовку Content-Length."});
    if (*head.body_bytes > accepted.most_body_bytes)
        return too_large(path, accepted.most_body_bytes);
    return std::nullopt;
}

std::uint64_t lane_of(const RequestHead& head, const Accepted& accepted) {
    if (accepted.cost == Cost::nothing) return WorkerLanes::kFirstLane;
    if (accepted.cost == Cost::much) return kFileLane;
    // A large body is a whole list to check.
    if (head.method == "POST" && accepted.most_body_bytes > kMaxBodyBytes) return kListLane;
    if (head.target.size() > kLongTargetBytes) return kLongLane;
    return std::hash<std::string_view>{}(head.target) | 1U;
}

}  // namespace

Judgement judge_request(std::string_view bytes, Acceptance acceptance) {
    const auto head = read_request_head(bytes);
    if (!head) {
        const RequestHead begun = begun_head(bytes);
        const std::string path = path_of(begun.target);
        const HeadRefusal& wrong = head.error();
        return {.body_bytes = 1,  // whether there is more cannot be known
                .refusal = as_last_answer(error_answer(path, wrong.status, wrong.why), begun.method,
                                          path)};
    }
    Judgement judgement;
    judgement.body_bytes = head->body_bytes.value_or(head->is_chunked ? 1 : 0);
    judgement.expects_continue = head->expects_continue;
    const auto target = parse_target(head->target);
    if (!target) {
        const std::string path = path_of(head->target);
        judgement.refusal =
            as_last_answer(error_answer(path, 400, target.error().wording()), head->method, path);
        return judgement;
    }
    const Accepted accepted = acceptance(target->path);
    if (auto refusal = refusal_of(*head, target->path, accepted))
        judgement.refusal = as_last_answer(std::move(*refusal), head->method, target->path);
    judgement.lane = lane_of(*head, accepted);
    return judgement;
}

std::string refusal_text(int status, std::string_view begun) {
    const RequestHead head = begun_head(begun);
    const std::string path = path_of(head.target);
    return as_last_answer(error_answer(path, status, worded(reason(status).detail)), head.method,
                          path);
}

}  // namespace wespol
