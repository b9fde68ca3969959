// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/folding.h"

#include "core/analysis/code_points.h"
#include "tests/support/catch.hpp"
#include "tests/support/text.h"

using namespace wespol;
using test::repeated;

namespace {

struct Case {
    std::string text, expected;
};

}  // namespace

TEST_CASE("Folding drops case and diacritics of Latin letters, nothing else") {
    const Case cases[] = {
        {"", ""},
        {"Katering 2A", "katering 2a"},
        {"ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"},
        {"zażółć gęślą jaźń", "zazolc gesla jazn"},
        {"z\u0307o\u0301l\u0327w", "zolw"},  // combining marks
        {"Straße ẞ", "strasse ss"},
        {"Ærø Đorđe œuvre þing ħ ŧ ŋ", "aero dorde oeuvre thing h t n"},
        {"İstanbul ılık", "istanbul ilik"},
        {"ﬁrma №5 ½", "firma no5 1⁄2"},
        {"ＫＡＴＥＲＩＮＧ", "katering"},
        {"Kraków\u00A0", "krakow "},
        {"МОЙ ЇЖАК Ґанок", "мой їжак ґанок"},
        {"ЗВ'ЯЗОК звʼязок зв’язок", "звязок звязок звязок"},
        {"O'Brien", "o'brien"},
        {"Ἀθῆναι", "ἀθῆναι"},
        {"日本語", "日本語"},
        {"ka\u200Bte\u00ADring\u200F \uFEFFPoznań\u202E", "katering poznan"},
        {std::string("a\0b\x01", 4), "a b "},
        {"🍰", "🍰"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(fold(text) == expected);
    }
}

TEST_CASE("Cyrillic й and ї are the same letters however they are written") {
    CHECK(fold("и\u0306") == "й");
    CHECK(fold("І\u0308") == "ї");
    CHECK(fold("Й") != fold("И"));
}

TEST_CASE("Folding again changes nothing") {
    int changed = 0;
    for (char32_t c = 1; c < 0x30000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_code_point(text, c);
        const std::string folded = fold(text);
        if (fold(folded) != folded) ++changed;
    }
    CHECK(changed == 0);
}

TEST_CASE("A flood of combining marks leaves a bounded word") {
    CHECK(fold("a" + repeated("\u0301", 10'000)) == "a");
    CHECK(fold("и" + repeated("\u0301", 10'000)).size() <= 12);
    CHECK(fold(repeated("\u0301", 10'000)).empty());
}

TEST_CASE("Invalid UTF-8 becomes U+FFFD everywhere") {
    const Case cases[] = {
        {"a\xFF", "a\uFFFD"},
        {"\xC5", "\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a lone surrogate
        {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"ł\x80ó", "ł\uFFFDó"},
    };
    for (const auto& [text, clean] : cases) {
        CAPTURE(clean);
        CHECK(clean_utf8(text) == clean);
        CHECK(fold(text) == fold(clean));
        CHECK(lower(text) == clean);
    }
}

TEST_CASE("Cleaning turns controls into spaces and drops what hides or turns text") {
    CHECK(clean_utf8(std::string_view("a\0b\nc\x7F", 6)) == "a b c ");
    CHECK(clean_utf8("\u202Eabc\u202C \u200Bd\uFEFF") == "abc d");
    CHECK(clean_utf8("👩\u200D🍳 Łódź") == "👩\u200D🍳 Łódź");
}

TEST_CASE("Lower case keeps diacritics") {
    CHECK(lower("ŁÓDŹ Ż ÄÖ") == "łódź ż äö");
    CHECK(lower("ПРАЛЬНЯ Σ") == "пральня σ");
}

TEST_CASE("A text as folded words") {
    const Case cases[] = {
        {"„Furia” sp. soc.", "furia sp soc"},
        {"  ZAZ   Koźmin-Wlkp. ", "zaz kozmin wlkp"},
        {"***", ""},
        {"Кав'ярня «Їжак»", "кавярня їжак"},
    };
    for (const auto& [text, words] : cases)
        CHECK(fold_words(text) == words);
}
