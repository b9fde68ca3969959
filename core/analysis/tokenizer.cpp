// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tokenizer.h"

#include "core/analysis/code_points.h"
#include "core/support/ascii.h"
#include "core/support/error.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

namespace wespol {
namespace {

[[noreturn]] void fail(UErrorCode status) {
    throw Error(ErrorCode::environment,
                std::string("ICU nie dzieli tekstu na słowa: ") + u_errorName(status));
}

/// Making one costs more than most texts; it is not to be shared between threads.
icu::BreakIterator& word_breaks() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) fail(status);
        return made;
    }();
    return *iterator;
}

bool is_cyrillic(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_CYRILLIC;
}

bool is_letter_or_digit(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c));
}

/// Letters, digits and what rests on them: marks, joiners, soft hyphens.
bool is_word_character(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    return is_letter_or_digit(c) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// "зв'язок" is one word; "O'Brien" and "’50" are not spelt with their apostrophes.
bool is_cyrillic_apostrophe(std::string_view text, std::size_t at, std::size_t next,
                            char32_t before) {
    if (!is_cyrillic(before) || next >= text.size()) return false;
    const char32_t mark = next_code_point(text, at);
    const char32_t after = next_code_point(text, next);
    return (mark == '\'' || mark == 0x2019 || mark == 0x02BC) && is_cyrillic(after);
}

Token token(std::string_view text, std::size_t begin, std::size_t end) {
    return {begin, end, text.substr(begin, end - begin)};
}

/// What ICU calls one word, without the punctuation it allows inside: dots, colons, apostrophes.
void append_without_punctuation(std::vector<Token>& tokens, std::string_view text,
                                std::size_t begin, std::size_t end) {
    std::size_t start = begin;
    bool has_letter_or_digit = false;
    char32_t before = 0;
    const auto close = [&](std::size_t at) {
        if (has_letter_or_digit) tokens.push_back(token(text, start, at));
        has_letter_or_digit = false;
    };
    for (std::size_t i = begin; i < end;) {
        const std::size_t at = i;
        if (is_ascii_alphanumeric(text[i])) {
            before = static_cast<unsigned char>(text[i++]);
            has_letter_or_digit = true;
            continue;
        }
        const char32_t c = next_code_point(text.substr(0, end), i);
        if (is_word_character(c)) {
            has_letter_or_digit = has_letter_or_digit || is_letter_or_digit(c);
        } else if (!is_cyrillic_apostrophe(text.substr(0, end), at, i, before)) {
            close(at);
            start = i;
        }
        before = c;
    }
    close(end);
}

std::vector<Token> plain_words(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status)) fail(status);
    icu::BreakIterator& breaks = word_breaks();
    breaks.setText(&view, status);
    if (U_FAILURE(status)) {
        utext_close(&view);
        fail(status);
    }
    std::vector<Token> tokens;
    std::int32_t begin = breaks.first();
    for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
        if (breaks.getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            append_without_punctuation(tokens, text, static_cast<std::size_t>(begin),
                                       static_cast<std::size_t>(end));
        begin = end;
    }
    utext_close(&view);
    return tokens;
}

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return is_digit(c) || c == '-' || c == '.'; });
}

bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

std::string_view gap(std::string_view text, const Token& left, const Token& right) {
    return text.substr(left.end, right.begin - left.end);
}

bool is_one_of(std::string_view gap, std::string_view characters) {
    return gap.size() == 1 && characters.find(gap.front()) != std::string_view::npos;
}

/// 60-001, 778-134-68-88, 18.12.2014; but 2019-2021 are two years.
bool continues_number(std::string_view text, const Token& left, const Token& right) {
    return is_number(left.text) && is_number(right.text) &&
           is_one_of(gap(text, left, right), "-.") && !(is_year(left.text) && is_year(right.text));
}

/// A zero-width space shows nothing: the reader sees one word.
bool continues_word(std::string_view text, const Token& left, const Token& right) {
    return gap(text, left, right) == "\xE2\x80\x8B";
}

/// "2 A" is the house "2A": a small letter only where nothing follows it ("2 a może 3").
bool continues_house_number(std::string_view text, const Token& left, const Token& right) {
    constexpr std::size_t kMaxDigits = 3;
    if (left.text.size() > kMaxDigits || right.text.size() != 1 || gap(text, left, right) != " ")
        return false;
    if (!all_digits(left.text)) return false;
    const char letter = right.text.front();
    if (letter >= 'A' && letter <= 'Z') return true;
    return is_ascii_small(letter) && (right.end == text.size() || text[right.end] == ',');
}

/// One past the last word of the address whose local part begins at `first`; `first` if none does.
std::size_t end_of_address(std::string_view text, const std::vector<Token>& words,
                           std::size_t first) {
    const auto gap_after = [&](std::size_t i) {
        return i + 1 < words.size() ? gap(text, words[i], words[i + 1]) : std::string_view{};
    };
    std::size_t last = first;
    while (is_one_of(gap_after(last), "._+-"))
        ++last;
    if (gap_after(last) != "@") return first;
    ++last;
    bool has_dot = false;
    while (is_one_of(gap_after(last), ".-")) {
        has_dot = has_dot || gap_after(last) == ".";
        ++last;
    }
    return has_dot ? last + 1 : first;
}

/// Addresses first: their parts may look like numbers.
std::vector<Token> join_addresses(std::string_view text, std::vector<Token> words) {
    if (text.find('@') == std::string_view::npos) return words;
    std::vector<Token> joined;
    for (std::size_t i = 0; i < words.size();) {
        // Only where a local part can begin, or a chain of n words would be looked at n times.
        const bool in_chain = i > 0 && joined.back().end == words[i - 1].end &&
                              is_one_of(gap(text, words[i - 1], words[i]), "._+-");
        const std::size_t end = in_chain ? i : end_of_address(text, words, i);
        if (end == i) {
            joined.push_back(words[i++]);
            continue;
        }
        joined.push_back(token(text, words[i].begin, words[end - 1].end));
        i = end;
    }
    return joined;
}

bool is_single_letter(const Token& word) {
    return word.text.size() == 1 && is_ascii_alphanumeric(word.text.front()) &&
           word.text.front() > '9';
}

/// "Z.A.Z.", "k.o.s.s.": three letters at least, so that "S.A." and "J. K. Nowak" stay as they are.
std::vector<Token> join_dotted_letters(std::string_view text, std::vector<Token> words) {
    constexpr std::size_t kFewestLetters = 3;
    std::vector<Token> joined;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i + 1;
        if (is_single_letter(words[i]))
            while (end < words.size() && is_single_letter(words[end]) &&
                   gap(text, words[end - 1], words[end]) == ".")
                ++end;
        const bool is_acronym = end - i >= kFewestLetters;
        joined.push_back(is_acronym ? token(text, words[i].begin, words[end - 1].end) : words[i]);
        i = is_acronym ? end : i + 1;
    }
    return joined;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    for (const Token& word : join_dotted_letters(text, join_addresses(text, plain_words(text)))) {
        if (!tokens.empty() && (continues_number(text, tokens.back(), word) ||
                                continues_word(text, tokens.back(), word) ||
                                continues_house_number(text, tokens.back(), word))) {
            tokens.back() = token(text, tokens.back().begin, word.end);
        } else {
            tokens.push_back(word);
        }
    }
    return tokens;
}

}  // namespace wespol
