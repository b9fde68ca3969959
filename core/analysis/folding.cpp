// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/folding.h"

#include "core/analysis/code_points.h"
#include "core/analysis/tokenizer.h"
#include "core/support/ascii.h"
#include "core/support/error.h"
#include "core/support/joined.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace wespol {
namespace {

/// Marks kept on one base letter of a script that needs them; more is a flood, not writing.
constexpr int kMaxMarks = 4;

struct PlainForm {
    UChar32 letter;
    std::string_view plain;
};

/// Latin letters that Unicode does not decompose.
constexpr std::array kUndecomposed{
    PlainForm{0x00DF, "ss"}, PlainForm{0x00E6, "ae"}, PlainForm{0x00F0, "d"},
    PlainForm{0x00F8, "o"},  PlainForm{0x00FE, "th"}, PlainForm{0x0111, "d"},
    PlainForm{0x0127, "h"},  PlainForm{0x0131, "i"},  PlainForm{0x0138, "k"},
    PlainForm{0x0142, "l"},  PlainForm{0x014B, "n"},  PlainForm{0x0153, "oe"},
    PlainForm{0x0167, "t"},  PlainForm{0x0180, "b"},  PlainForm{0x0192, "f"},
    PlainForm{0x01DD, "e"},  PlainForm{0x0259, "e"},  PlainForm{0x026B, "l"}};

[[noreturn]] void fail(const char* doing, UErrorCode status) {
    throw Error(ErrorCode::environment, std::string("ICU: ") + doing + ": " + u_errorName(status));
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    if (U_FAILURE(status)) fail("brak danych normalizacji", status);
    return *found;
}

const icu::Normalizer2& nfkd() {
    static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFKDInstance);
    return instance;
}

const icu::Normalizer2& nfc() {
    static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFCInstance);
    return instance;
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

UScriptCode script_of(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (U_FAILURE(status)) fail("brak danych o pismach", status);
    return script;
}

bool is_mark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_invisible(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Ukrainian writes one inside words, with any of these characters: зв'язок, звʼязок.
bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

const PlainForm* undecomposed(UChar32 c) {
    const auto* found = std::find_if(kUndecomposed.begin(), kUndecomposed.end(),
                                     [&](const PlainForm& each) { return each.letter == c; });
    return found == kUndecomposed.end() ? nullptr : found;
}

/// Any text, by Unicode's data.
std::string fold_by_unicode(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString decomposed = nfkd().normalize(from_utf8(text), status);
    if (U_FAILURE(status)) fail("normalizacja", status);

    icu::UnicodeString folded;
    bool marks_allowed = false;  // the base letter before is of a script whose marks matter
    bool after_cyrillic = false;
    int marks = 0;
    for (std::int32_t i = 0; i < decomposed.length();) {
        const UChar32 c = decomposed.char32At(i);
        i += U16_LENGTH(c);
        if (is_invisible(c)) continue;
        if (is_mark(c)) {
            if (marks_allowed && ++marks <= kMaxMarks) folded.append(c);
            continue;
        }
        if (after_cyrillic && is_apostrophe(c)) continue;
        marks = 0;
        const UChar32 small = u_foldCase(c, U_FOLD_CASE_DEFAULT);
        const UScriptCode script = script_of(small);
        marks_allowed = u_isalpha(small) && script != USCRIPT_LATIN;
        after_cyrillic = script == USCRIPT_CYRILLIC;
        if (u_charType(small) == U_CONTROL_CHAR) {
            folded.append(UChar32{' '});
        } else if (const PlainForm* plain = undecomposed(small)) {
            folded.append(from_utf8(plain->plain));
        } else {
            folded.append(small);
        }
    }

    const icu::UnicodeString composed = nfc().normalize(folded, status);
    if (U_FAILURE(status)) fail("normalizacja", status);
    std::string result;
    composed.toUTF8String(result);
    return result;
}

constexpr UChar32 kTableBegin = 0xC0;
constexpr UChar32 kTableEnd = 0x180;

/// Folded forms of À…ſ, which make up nearly all that is not ASCII here.
const std::string& folded_latin(UChar32 c) {
    static const auto table = [] {
        std::array<std::string, kTableEnd - kTableBegin> forms;
        for (UChar32 each = kTableBegin; each < kTableEnd; ++each) {
            std::string letter;
            icu::UnicodeString(each).toUTF8String(letter);
            forms[static_cast<std::size_t>(each - kTableBegin)] = fold_by_unicode(letter);
        }
        return forms;
    }();
    return table[static_cast<std::size_t>(c - kTableBegin)];
}

bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7F;
}

/// The code point À…ſ that begins at `at`; 0 when something else does.
UChar32 latin_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xC3 || lead > 0xC5 || at + 1 >= text.size()) return 0;
    const auto trail = static_cast<unsigned char>(text[at + 1]);
    if ((trail & 0xC0) != 0x80) return 0;
    return ((lead & 0x1F) << 6) | (trail & 0x3F);
}

bool is_direction_mark_or_zero_width_space(char32_t c) {
    return c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            folded += is_control(byte) ? ' ' : ascii_lower(text[i]);
            ++i;
        } else if (const UChar32 letter = latin_at(text, i)) {
            folded += folded_latin(letter);
            i += 2;
        } else {
            return fold_by_unicode(text);
        }
    }
    return folded;
}

std::string lower(std::string_view text) {
    std::string lowered;
    lowered.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            lowered += ascii_lower(text[i]);
        } else if (const UChar32 letter = latin_at(text, i); letter && letter != 0x130) {
            append_code_point(lowered, static_cast<char32_t>(u_tolower(letter)));
            ++i;
        } else {
            lowered.clear();
            from_utf8(text).toLower(icu::Locale("pl")).toUTF8String(lowered);
            return lowered;
        }
    }
    return lowered;
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const Token& token : tokenize(text))
        if (std::string word = fold(token.text); !word.empty()) words.push_back(std::move(word));
    return words;
}

std::string fold_words(std::string_view text) {
    return joined(folded_words(text), " ");
}

std::string clean_utf8(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_direction_mark_or_zero_width_space(c)) continue;
        append_code_point(clean, u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR ? U' ' : c);
    }
    return clean;
}

}  // namespace wespol
