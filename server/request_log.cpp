// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/request_log.h"

#include "server/logging.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

std::string in_milliseconds(std::chrono::duration<double> took) {
    return fmt::format("{:.1f}", std::chrono::duration<double, std::milli>(took).count());
}

std::string_view query_text(const HttpRequest& request) {
    const auto found = std::ranges::find_if(
        request.parameters, [](const auto& parameter) { return parameter.first == "q"; });
    return found == request.parameters.end() ? std::string_view() : found->second;
}

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool was_space = true;
    for (const char c : text) {
        words += was_space && c != ' ' ? 1 : 0;
        was_space = c == ' ';
    }
    return words;
}

}  // namespace

bool is_slow(const AnsweredRequest& answered, std::chrono::milliseconds slow) {
    return slow.count() > 0 && answered.took > slow;
}

std::string slow_request_text(const AnsweredRequest& answered) {
    const HttpRequest& request = answered.request;
    const std::string_view text = query_text(request);
    return log_text("slow_request",
                    {{"id", std::string(answered.id)},
                     {"route", std::string(answered.route)},
                     {"ms", in_milliseconds(answered.took)},
                     {"parameters", std::to_string(request.parameters.size())},
                     {"text_bytes", std::to_string(text.size())},
                     {"words", std::to_string(words_in(text))},
                     {"body_bytes", std::to_string(request.body.size())},
                     {"answer_bytes", std::to_string(answered.answer.body.size())}});
}

void log_request(const AnsweredRequest& answered, std::chrono::milliseconds slow) {
    log(LogLevel::info, "request",
        {{"id", std::string(answered.id)},
         {"method", answered.request.method},
         {"route", std::string(answered.route)},
         {"status", std::to_string(answered.answer.status)},
         {"ms", in_milliseconds(answered.took)}});
    if (is_slow(answered, slow)) log_line(LogLevel::warning, slow_request_text(answered));
}

}  // namespace wespol
