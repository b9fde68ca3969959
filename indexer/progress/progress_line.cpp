// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress/progress_line.h"

#include <array>
#include <chrono>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

constexpr std::chrono::milliseconds kBetweenEvents{1000};

struct PhaseName {
    const char* code;
    const char* label;
};

constexpr std::array kPhases{
    PhaseName{"reading", "Czytanie"},
    PhaseName{"linking", "Łączenie rekordów"},
    PhaseName{"comparing", "Porównanie z opublikowanymi"},
    PhaseName{"indexing", "Indeksowanie"},
    PhaseName{"sealing", "Zamykanie indeksu"},
};

const PhaseName& name_of(Phase phase) {
    return kPhases[static_cast<std::size_t>(phase)];
}

/// "1 234 567"
std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, 1, ' ');
    return digits;
}

/// The first `columns` characters; never half of one.
std::string_view cut(std::string_view text, std::size_t columns) {
    const auto is_continuation = [](char c) { return (static_cast<unsigned char>(c) >> 6) == 2; };
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is_continuation(text[i]) && ++characters > columns) return text.substr(0, i);
    return text;
}

}  // namespace

std::string progress_text(const ProgressStep& step) {
    std::string text = name_of(step.phase).label;
    if (!step.subject.empty()) text += " " + step.subject;
    if (step.total > 0)
        text += fmt::format(": {} z {} ({}%)", grouped(step.done), grouped(step.total),
                            step.done * 100 / step.total);
    else if (step.done > 0)
        text += ": " + grouped(step.done);
    return text;
}

Progress progress_line(std::ostream& terminal) {
    constexpr const char* clear = "\r\033[K";
    return [&terminal](const ProgressStep& step) {
        terminal << clear;
        if (!step.is_over) terminal << cut(progress_text(step), kLineWidth);
        terminal << std::flush;
    };
}

Progress progress_events(std::ostream& out) {
    const auto told = std::make_shared<std::chrono::milliseconds>(0);
    return [&out, told](const ProgressStep& step) {
        if (step.since_start < *told) *told = std::chrono::milliseconds{0};  // another stage began
        if (step.is_over || step.since_start - *told < kBetweenEvents) return;
        *told = step.since_start;
        nlohmann::ordered_json event{{"event", "progress"},
                                     {"phase", name_of(step.phase).code},
                                     {"subject", step.subject},
                                     {"done", step.done},
                                     {"total", nullptr}};
        if (step.total > 0) event["total"] = step.total;
        constexpr auto replace_wrong_utf8 = nlohmann::ordered_json::error_handler_t::replace;
        out << event.dump(-1, ' ', false, replace_wrong_utf8) << '\n' << std::flush;
    };
}

}  // namespace wespol
