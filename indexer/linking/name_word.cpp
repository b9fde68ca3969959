// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_word.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/support/joined.h"
#include "indexer/linking/weights.h"

#include <algorithm>

#include <unicode/uchar.h>

namespace wespol {
namespace {

/// A reader that lives long must not grow with every word it ever saw.
constexpr std::size_t kMostSeen = 200'000;

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();)
        points.push_back(next_code_point(text, at));
    return points;
}

bool is_upper(char32_t c) {
    return u_isupper(static_cast<UChar32>(c));
}

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c));
}

/// "K.O.S.S." → "KOSS": the analyzer would see four words.
std::u32string join_dotted_acronyms(const std::u32string& text) {
    std::u32string joined;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        const bool starts_word = i == 0 || !is_letter(text[i - 1]);
        while (starts_word && end + 1 < text.size() && is_upper(text[end]) && text[end + 1] == '.')
            end += 2;
        if (end - i < 4) {
            joined.push_back(text[i++]);
            continue;
        }
        for (; i < end; i += 2)
            joined.push_back(text[i]);
        if (i < text.size() && is_letter(text[i])) joined.push_back(' ');
    }
    return joined;
}

bool is_single_quote(char32_t c) {
    return c == '\'' || c == U'‘' || c == U'’' || c == U'‚' || c == U'`';
}

/// Every way of quoting becomes U+201E … U+201D; what cannot be told stays.
std::u32string even_quotes(const std::u32string& text) {
    std::u32string even;
    bool is_open = false;
    const auto turn = [&](bool open) {
        even.push_back(open ? U'„' : U'”');
        is_open = open;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const char32_t next = i + 1 < text.size() ? text[i + 1] : U' ';
        const bool after_letter = i > 0 && u_isalnum(static_cast<UChar32>(text[i - 1]));
        const bool before_letter = u_isalnum(static_cast<UChar32>(next));
        const bool is_double = is_single_quote(c) && is_single_quote(next);
        const bool may_quote = is_single_quote(c) || c == U'?';
        const bool opens = c == U'„' || c == U'«' || (may_quote && !after_letter && before_letter);
        const bool closes =
            c == U'”' || c == U'»' || (may_quote && is_open && after_letter && !before_letter);
        if (is_double) {
            turn(!is_open);
            ++i;
        } else if (opens || closes) {
            turn(opens);
        } else if (c == U'"' || c == U'“') {
            turn(!is_open);
        } else {
            even.push_back(c);
        }
    }
    return even;
}

std::string utf8(const std::u32string& points) {
    std::string text;
    for (const char32_t c : points)
        append_code_point(text, c);
    return text;
}

/// "niesłyszących" is a form of "słyszeć" to the dictionary; as names the two are opposites. With
/// "nie" before it the verb goes on joining the forms of the negation, and those alone.
void keep_negation(std::vector<std::string>& lemmas, const std::string& surface) {
    constexpr std::string_view negation = "nie";
    if (!surface.starts_with(negation)) return;
    for (std::string& each : lemmas)
        if (!each.starts_with(negation)) each.insert(0, negation);
}

struct Gap {
    bool is_quoted;  ///< what follows it is inside quotes
    bool has_break = false;
};

/// What stands between two words.
Gap read_gap(std::string_view gap, bool was_quoted) {
    Gap found{was_quoted};
    const bool has_space = gap.find(' ') != gap.npos;
    for (std::size_t at = 0; at < gap.size();) {
        const char32_t c = next_code_point(gap, at);
        if (c == U'„') found.is_quoted = true;
        if (c == U'”') found.is_quoted = false;
        const bool is_dash = c == '-' || c == U'–' || c == U'—';
        if (c == ',' || c == ';' || c == ':' || c == '/' || c == '|' || c == '\n' ||
            (is_dash && has_space))
            found.has_break = true;
    }
    return found;
}

}  // namespace

bool share_key(const NameWord& a, const NameWord& b) {
    auto left = a.keys.begin();
    auto right = b.keys.begin();
    while (left != a.keys.end() && right != b.keys.end()) {
        const int order = left->compare(*right);
        if (order == 0) return true;
        order < 0 ? ++left : ++right;
    }
    return false;
}

std::string text_of(const NameWords& words) {
    return joined(words, " ", &NameWord::text);
}

NameWords NameWordReader::read(std::string_view raw) {
    const std::string clean = clean_utf8(cut_at_code_point(raw, weights::kLongestName));
    const std::string text = utf8(even_quotes(join_dotted_acronyms(code_points(clean))));
    NameWords words;
    std::size_t behind = 0;
    Gap gap{false, true};
    for (const Token& token : tokenize(text)) {
        const std::string_view between =
            std::string_view(text).substr(behind, token.begin - behind);
        const Gap next = read_gap(between, gap.is_quoted);
        gap = {next.is_quoted, words.empty() || next.has_break};
        behind = token.end;
        const Reading& found = reading(token.text);
        if (found.surface.empty()) continue;
        if (words.size() == weights::kMostWords) break;
        std::size_t first = 0;
        NameWord word;
        word.text = std::string(token.text);
        word.surface = found.surface;
        word.keys = found.keys;
        word.is_known = found.is_known;
        word.is_capitalised = is_upper(next_code_point(token.text, first));
        word.is_quoted = gap.is_quoted;
        word.starts_part = gap.has_break;
        words.push_back(std::move(word));
    }
    return words;
}

const NameWordReader::Reading& NameWordReader::reading(std::string_view word) {
    std::string key(word);
    if (const auto found = seen_.find(key); found != seen_.end()) return found->second;
    if (seen_.size() >= kMostSeen) seen_.clear();
    Reading made;
    made.surface = fold(word);
    if (!made.surface.empty()) {
        made.keys = analyzer_.lemmas(word);
        keep_negation(made.keys, made.surface);
        made.is_known = std::none_of(made.keys.begin(), made.keys.end(),
                                     [](const std::string& each) { return each.ends_with('~'); });
        made.keys.push_back(made.surface);
        std::sort(made.keys.begin(), made.keys.end());
        made.keys.erase(std::unique(made.keys.begin(), made.keys.end()), made.keys.end());
    }
    return seen_.emplace(std::move(key), std::move(made)).first->second;
}

}  // namespace wespol
