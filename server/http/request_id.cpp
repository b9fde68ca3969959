// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_id.h"

#include <atomic>
#include <cstdint>
#include <random>

#include <fmt/format.h>

namespace wespol {

std::string next_request_id() {
    static const std::uint32_t of_this_run = std::random_device()();
    static std::atomic<std::uint64_t> count{0};
    return fmt::format("{:08x}{:08x}", of_this_run, ++count);
}

std::string_view request_id_in(std::string_view answer) {
    static const std::string line_begin = fmt::format("\r\n{}: ", kRequestIdHeader);
    const std::size_t line = answer.substr(0, answer.find("\r\n\r\n")).find(line_begin);
    if (line == std::string_view::npos) return {};
    answer.remove_prefix(line + line_begin.size());
    return answer.substr(0, answer.find("\r\n"));
}

}  // namespace wespol
