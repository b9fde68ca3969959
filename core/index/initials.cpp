// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/initials.h"

#include "core/analysis/code_points.h"
#include "core/analysis/stop_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wespol {
namespace {

constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 10;

/// What begins the seat, the branch or the patron of an organisation.
constexpr std::array<std::string_view, 7> kEndsOfName{"w",     "we", "oddzial", "kolo",
                                                      "filia", "im", "imienia"};

bool is_small(const std::string& surface) {
    return is_stop_word(surface) || surface == "rzecz";
}

/// Where the first part of the name ends: before such a word, or before a quote, dash or comma.
std::size_t end_of_first_part(std::string_view name, const std::vector<AnalyzedWord>& words) {
    for (std::size_t i = kFewestWords; i < words.size(); ++i) {
        const std::size_t before = words[i - 1].token.end;
        const std::string_view gap = name.substr(before, words[i].token.begin - before);
        if (gap != " ") return i;
        const std::string& surface = words[i].surface;
        if (std::find(kEndsOfName.begin(), kEndsOfName.end(), surface) != kEndsOfName.end())
            return i;
    }
    return words.size();
}

}  // namespace

std::vector<std::string> initials_of(std::string_view name, const Analyzer& analyzer) {
    const std::vector<AnalyzedWord> words = analyzer.analyze(name);
    std::vector<std::string> all;
    for (const std::size_t end : {words.size(), end_of_first_part(name, words)}) {
        for (const bool with_small_words : {true, false}) {
            std::string initials;
            std::size_t count = 0;
            for (std::size_t i = 0; i < end; ++i) {
                if (!with_small_words && is_small(words[i].surface)) continue;
                std::size_t at = 0;
                append_code_point(initials, next_code_point(words[i].surface, at));
                ++count;
            }
            if (count >= kFewestWords && count <= kMostWords && !is_stop_word(initials) &&
                !analyzer.knows(initials))
                all.push_back(std::move(initials));
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace wespol
