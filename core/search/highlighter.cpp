// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/highlighter.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <unordered_set>

namespace wespol {
namespace {

constexpr std::string_view kEllipsis = "…";

struct ByteSpan {
    std::size_t begin = 0, end = 0;
};

/// The part `window` of the text as runs, marked where the spans are.
HighlightedText runs(std::string_view text, ByteSpan window, const std::vector<ByteSpan>& marked) {
    HighlightedText result;
    std::size_t at = window.begin;
    const auto add = [&](std::size_t end, bool is_match) {
        if (end > at) result.push_back({std::string(text.substr(at, end - at)), is_match});
        at = std::max(at, end);
    };
    for (const ByteSpan& span : marked) {
        if (span.end <= window.begin || span.begin >= window.end) continue;
        add(span.begin, false);
        add(std::min(span.end, window.end), true);
    }
    add(window.end, false);
    return result;
}

/// Where the words stand, counted in characters (code points).
class CharacterRuler {
  public:
    CharacterRuler(std::string_view text, const std::vector<AnalyzedWord>& words) : text_(text) {
        std::size_t at = 0;
        const auto advance_to = [&](std::size_t byte) {
            for (; at < byte; ++length_)
                next_code_point(text, at);
            return length_;
        };
        for (const AnalyzedWord& word : words) {
            begins_.push_back(advance_to(word.token.begin));
            ends_.push_back(advance_to(word.token.end));
        }
        advance_to(text.size());
    }

    std::size_t begin(std::size_t word) const { return begins_[word]; }
    std::size_t end(std::size_t word) const { return ends_[word]; }
    std::size_t length() const { return length_; }

    /// The first word that begins at or after that character, the number of words if none does.
    std::size_t first_word_from(std::size_t character) const {
        return static_cast<std::size_t>(
            std::lower_bound(begins_.begin(), begins_.end(), character) - begins_.begin());
    }

    /// How many words end at or before that character.
    std::size_t words_until(std::size_t character) const {
        return static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), character) -
                                        ends_.begin());
    }

    std::size_t byte_after(std::size_t byte, std::size_t characters) const {
        for (; characters > 0 && byte < text_.size(); --characters)
            next_code_point(text_, byte);
        return byte;
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> begins_, ends_;
    std::size_t length_ = 0;
};

void add_ellipses(HighlightedText& snippet, bool before, bool after) {
    const auto plain_run = [&](bool at_front) -> std::string& {
        const auto place = at_front ? snippet.begin() : snippet.end();
        const bool has_one =
            !snippet.empty() && !(at_front ? snippet.front() : snippet.back()).is_match;
        if (!has_one) snippet.insert(place, TextRun{});
        return at_front ? snippet.front().text : snippet.back().text;
    };
    if (before) plain_run(true).insert(0, std::string(kEllipsis) + " ");
    if (after) plain_run(false).append(kEllipsis);
}

}  // namespace

Highlighter::Highlighter(const QueryTree& tree, const Analyzer& analyzer) : analyzer_(analyzer) {
    const auto add = [&](const QueryConcept& named) {
        for (const QueryWord& word : named.words)
            lemmas_.insert(word.lemmas.begin(), word.lemmas.end());
    };
    for (const QueryClause& clause : tree.clauses) {
        if (clause.excluded) continue;
        if (const auto* word = std::get_if<QueryWord>(&clause.what))
            lemmas_.insert(word->lemmas.begin(), word->lemmas.end());
        if (const auto* phrase = std::get_if<QueryPhrase>(&clause.what))
            phrases_.push_back(phrase->surfaces);
        if (const auto* named = std::get_if<QueryConcept>(&clause.what)) add(*named);
        if (const auto* any = std::get_if<QueryAlternatives>(&clause.what))
            for (const QueryConcept& each : any->choices)
                add(each);
    }
}

std::size_t Highlighter::matched_words_at(const std::vector<AnalyzedWord>& words,
                                          std::size_t at) const {
    const AnalyzedWord& word = words[at];
    std::size_t matched =
        std::any_of(word.lemmas.begin(), word.lemmas.end(),
                    [&](const std::string& each) { return lemmas_.contains(each); });
    for (const std::vector<std::string>& phrase : phrases_) {
        if (phrase.size() <= matched || phrase.size() > words.size() - at) continue;
        const bool stands_here = std::equal(
            phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
            [](const std::string& surface, const AnalyzedWord& each) {
                return surface == each.surface;
            });
        if (stands_here) matched = phrase.size();
    }
    return matched;
}

std::vector<Highlighter::Match> Highlighter::find_matches(
    const std::vector<AnalyzedWord>& words) const {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t matched = matched_words_at(words, i);
        if (matched > 0) matches.push_back({i, i + matched});
        i += std::max<std::size_t>(matched, 1);
    }
    return matches;
}

std::size_t Highlighter::count_matches(std::string_view text) const {
    std::size_t count = 0;
    for (const Match& match : find_matches(analyzer_.analyze(text)))
        count += match.end - match.first;
    return count;
}

HighlightedText Highlighter::highlight(std::string_view text) const {
    return snippet(text, text.size());
}

HighlightedText Highlighter::snippet(std::string_view text, std::size_t max_characters) const {
    const std::vector<AnalyzedWord> words = analyzer_.analyze(text);
    const std::vector<Match> matches = find_matches(words);
    std::vector<ByteSpan> marked;
    marked.reserve(matches.size());
    for (const Match& match : matches)
        marked.push_back({words[match.first].token.begin, words[match.end - 1].token.end});

    const CharacterRuler ruler(text, words);
    if (ruler.length() <= max_characters) return runs(text, {0, text.size()}, marked);

    // The stretch that holds the most different matched words, then the most, then the first.
    std::size_t stretch_begin = 0;
    std::size_t stretch_end = 0;
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const std::size_t begin = ruler.begin(matches[i].first);
        std::size_t end = begin;
        std::unordered_set<std::string_view> different;
        std::size_t count = 0;
        for (std::size_t j = i; j < matches.size(); ++j) {
            const std::size_t match_end = ruler.end(matches[j].end - 1);
            if (j > i && match_end - begin > max_characters) break;
            different.insert(words[matches[j].first].lemmas.front());
            end = match_end;
            ++count;
        }
        if (const std::pair value{different.size(), count}; value > best) {
            best = value;
            stretch_begin = begin;
            stretch_end = end;
        }
    }

    // As much before it as after it, moved inside the text, cut at words.
    const std::size_t spare =
        max_characters - std::min(max_characters, stretch_end - stretch_begin);
    const std::size_t begin = std::min(stretch_begin - std::min(stretch_begin, spare / 2),
                                       ruler.length() - max_characters);
    const std::size_t end = begin + max_characters;
    const std::size_t first = begin == 0 ? 0 : ruler.first_word_from(begin);
    const std::size_t last_end = ruler.words_until(end);

    ByteSpan window;
    window.begin = begin == 0 || first >= words.size() ? 0 : words[first].token.begin;
    if (end == ruler.length())
        window.end = text.size();
    else if (last_end > first)
        window.end = words[last_end - 1].token.end;
    else
        window.end = ruler.byte_after(window.begin, max_characters);  // one endless word

    HighlightedText snippet = runs(text, window, marked);
    add_ellipses(snippet, window.begin > 0, window.end < text.size());
    return snippet;
}

}  // namespace wespol
