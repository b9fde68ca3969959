// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/plain_words.h"

#include "core/analysis/code_points.h"
#include "core/search/parameter_problem.h"
#include "core/search/query_stretches.h"
#include "core/support/ascii.h"

#include <algorithm>

#include <unicode/uchar.h>

namespace wespol {
namespace {

/// Belongs to the word before it: "Wlkp.", "2015 r.", "w Gnieźnie,".
constexpr std::string_view kPunctuationBehind = ".,;:";

}  // namespace

PlainWords::PlainWords(std::string_view text, const Analyzer& analyzer) : text_(text) {
    std::size_t stretch_number = 0;
    for (const Stretch& stretch : split_into_stretches(text)) {
        ++stretch_number;
        if (stretch.quoted || stretch.excluded) continue;
        const auto offset = static_cast<std::size_t>(stretch.text.data() - text.data());
        for (AnalyzedWord& word : analyzer.analyze(stretch.text)) {
            places_.push_back({offset + word.token.begin, offset + word.token.end, stretch_number});
            surfaces_.push_back(std::move(word.surface));
            lemmas_.push_back(std::move(word.lemmas));
        }
    }
}

bool PlainWords::is_capitalised(std::size_t word) const {
    std::size_t at = places_[word].begin;
    return u_isupper(static_cast<UChar32>(next_code_point(text_, at))) != 0;
}

std::string_view PlainWords::written(std::size_t first, std::size_t count) const {
    const std::size_t begin = places_[first].begin;
    return text_.substr(begin, places_[first + count - 1].end - begin);
}

bool PlainWords::are_together(std::size_t first, std::size_t count) const {
    if (first + count > size()) return false;
    return std::all_of(places_.begin() + static_cast<std::ptrdiff_t>(first),
                       places_.begin() + static_cast<std::ptrdiff_t>(first + count),
                       [&](const Place& place) {
                           return !place.is_taken && place.stretch == places_[first].stretch;
                       });
}

void PlainWords::take(std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i)
        places_[i].is_taken = true;
    std::size_t end = places_[first + count - 1].end;
    while (end < text_.size() && kPunctuationBehind.find(text_[end]) != std::string_view::npos)
        ++end;
    taken_.emplace_back(places_[first].begin, end);
}

std::string PlainWords::rest() const {
    auto taken = taken_;
    std::sort(taken.begin(), taken.end());
    std::string rest;
    std::size_t at = 0;
    const auto keep = [&](std::size_t end) {
        const std::string_view part = trimmed(text_.substr(at, end - at));
        if (!part.empty()) rest.append(rest.empty() ? "" : " ").append(part);
    };
    for (const auto& [begin, end] : taken) {
        keep(begin);
        at = end;
    }
    keep(text_.size());
    return rest;
}

}  // namespace wespol
