// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/highlighter.h"

#include "core/analysis/code_points.h"
#include "core/search/query_parser.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

using namespace wespol;
using test::analyzer;

namespace {

Highlighter highlighter(std::string_view query) {
    return Highlighter(parse_query(query, analyzer()).tree, analyzer());
}

/// "piecze [pierogi]".
std::string shown(const HighlightedText& text) {
    std::string result;
    for (const TextRun& run : text)
        result += run.is_match ? "[" + run.text + "]" : run.text;
    return result;
}

std::string joined(const HighlightedText& text) {
    std::string result;
    for (const TextRun& run : text)
        result += run.text;
    return result;
}

}  // namespace

TEST_CASE("Words that share a lemma with the query are marked") {
    const struct {
        std::string_view query, text, marked;
    } cases[] = {
        {"pierogi", "Lepimy pierogów sto.", "Lepimy [pierogów] sto."},
        {"gnieznie", "Gniezno: GNIEŹNIE", "[Gniezno]: [GNIEŹNIE]"},
        {"sprzątanie", "Sprzątamy biura", "[Sprzątamy] biura"},
        {"konin", "🍰 Łódź i ł Konin", "🍰 Łódź i ł [Konin]"},
        {"zrebie", "z\u0301rebie\u0328 x", "[z\u0301rebie\u0328] x"},
        {"пральня", "Нова ПРАЛЬНЯ «Їжак»", "Нова [ПРАЛЬНЯ] «Їжак»"},
        {"packing", "co-packing", "co-[packing]"},
        {"klunkry", "sto klunkrów", "sto [klunkrów]"},
        // phrases: these forms, where the phrase stands
        {"„nowa pralnia”", "Nowa, pralnia; nowej pralni; pralnia nowa",
         "[Nowa, pralnia]; nowej pralni; pralnia nowa"},
        {"„pralnia pralnia konin”", "pralnia pralnia pralnia Konin",
         "pralnia [pralnia pralnia Konin]"},
        {"„za daleko” pralnia", "za daleko za", "[za daleko] za"},
        // not marked
        {"-konin pralnia", "Konin pralnia", "Konin [pralnia]"},
        {"7781346888", "NIP 7781346888", "NIP 7781346888"},
        {"", "Konin", "Konin"},
        {"konin", "", ""},
        {"szkole", "szkolenie", "szkolenie"},
    };
    for (const auto& [query, text, marked] : cases) {
        CAPTURE(query);
        const HighlightedText highlighted = highlighter(query).highlight(text);
        CHECK(shown(highlighted) == marked);
        CHECK(joined(highlighted) == text);
    }
}

TEST_CASE("Matches are counted in words") {
    CHECK(highlighter("pralnia „stary dom”").count_matches("Pralnia, pralni, stary dom") == 4);
    CHECK(highlighter("konin").count_matches("Poznań") == 0);
}

TEST_CASE("A snippet shows the densest matches, cut at words") {
    const std::string filler = "lorem ipsum dolor sit amet consectetur adipiscing elit ";
    const std::string text = "Pralnia zaczyna. " + filler + filler +
                             "Tu jest pralnia i szwalnia w Koninie. " + filler + filler;
    const Highlighter marks = highlighter("pralnia szwalnia Konin");
    const std::string snippet = shown(marks.snippet(text, 80));
    CHECK(snippet.find("[pralnia] i [szwalnia] w [Koninie]") != std::string::npos);
    CHECK(snippet.starts_with("… "));
    CHECK(snippet.ends_with("…"));

    CHECK(marks.snippet("krótki", 80) == HighlightedText{{"krótki", false}});
    CHECK(shown(highlighter("xyz").snippet(text, 20)) == "Pralnia zaczyna…");
    CHECK(shown(highlighter("pralnia").snippet(filler + filler + "pralnia", 12)) ==
          "… elit [pralnia]");
    CHECK(shown(highlighter("pralnia").snippet("pralnia " + filler, 7)) == "[pralnia]…");
}

TEST_CASE("Snippets are bounded and whole characters, whatever the text") {
    std::string letters, marks, cakes;
    for (int i = 0; i < 3000; ++i) {
        letters += "ł";
        marks += "a\u0301\u0301";
        cakes += "🍰";
    }
    const std::string texts[] = {
        letters,
        letters + " pralnia",
        "pralnia " + letters,
        marks,
        cakes,
        "pralnia" + cakes + "pralnia",
        std::string(9000, ' '),
        std::string(9000, '\0'),
        "pralnia " + marks + " pralnia",
        std::string(3000, '\xED'),
    };
    const Highlighter pralnia = highlighter("pralnia");
    for (const std::string& text : texts) {
        for (const std::size_t size : {0, 1, 7, 100, 240}) {
            const std::string snippet = joined(pralnia.snippet(text, size));
            CAPTURE(text.substr(0, 8), size);
            CHECK(count_code_points(snippet) <= size + 4);  // the ellipses
            if (text.find('\xED') != std::string::npos) continue;
            CHECK(snippet.find("\uFFFD") == std::string::npos);
            std::size_t wrong = 0;
            for (std::size_t at = 0; at < snippet.size();)
                wrong += next_code_point(snippet, at) == U'\uFFFD';
            CHECK(wrong == 0);
        }
    }
}
