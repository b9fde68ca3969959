// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_parser.h"

#include "core/search/search_request.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/text.h"
#include "tests/unit/analysis/test_analyzer.h"

#include <chrono>

using namespace wespol;
using test::analyzer;
using test::repeated;

namespace {

using Words = std::vector<std::string>;

ParsedQuery parsed(std::string_view text) {
    return parse_query(text, analyzer());
}

}  // namespace

TEST_CASE("What a query is taken to mean") {
    const struct {
        std::string_view text, tree;
    } cases[] = {
        {"", ""},
        {"   ", ""},
        {"pierogów", "word(pierog)"},
        {"koninie", "word(konin|konina)"},
        {"katering w Gnieźnie", "word(katering) word(gniezno)"},
        {"laundry near the Konin", "word(laundry|laundr~) word(konin|konina)"},
        {"catering catering", "word(catering)"},
        {"co-packing", "word(co) word(packing|packing~)"},
        // phrases
        {"\"na winiarach\"", "phrase(na winiarach)"},
        {"„na Winiarach” pralnia", "phrase(na winiarach) word(pralnia)"},
        {"“Furia” «Bar» „Kos“ ”Lis”", "phrase(furia) phrase(bar) phrase(kos) phrase(lis)"},
        {"„Furia\"", "phrase(furia)"},
        {"\"\" pralnia \" \"", "word(pralnia)"},
        {"„pralnia", "word(pralnia)"},
        {"\"stara pralnia\" \"tort", "phrase(stara pralnia) word(tort)"},
        // exclusions
        {"pralnia -konin", "word(pralnia) -word(konin|konina)"},
        {"-pralnia", "-word(pralnia)"},
        {"--pralnia", "-word(pralnia)"},
        {"-„na Winiarach”", "-phrase(na winiarach)"},
        {"tort -\"na Winiarach\" pralnia", "word(tort) -phrase(na winiarach) word(pralnia)"},
        {"-co-packing", "-phrase(co packing)"},
        {"pralnia - tort", "word(pralnia) word(tort)"},
        {"pralnia – tort", "word(pralnia) word(tort)"},
        {"„Furia”-pralnia", "phrase(furia) word(pralnia)"},
        // identifiers
        {"krs nr 0000445898", "id(krs 0000445898)"},
        {"KRS numer: 445898", "id(krs 0000445898)"},
        {"nip nr 778.134.68.88 pralnia", "id(nip 7781346888) word(pralnia)"},
        {"7781346888", "id(nip 7781346888)"},
        {"778-134-68-88", "id(nip 7781346888)"},
        {"778 134 68 88", "id(nip 7781346888)"},
        {"NIP: 778-134-68-88", "id(nip 7781346888)"},
        {"nip 778 134 68 88 pralnia", "id(nip 7781346888) word(pralnia)"},
        {"PL7781346888", "id(nip 7781346888)"},
        {"\"778-134-68-88\"", "id(nip 7781346888)"},
        {"-7781346888", "-id(nip 7781346888)"},
        {"KRS 0000318482", "id(krs 0000318482)"},
        {"778–134–68–88", "id(nip 7781346888)"},
        {"778\u2010134\u201068\u201088 pralnia", "id(nip 7781346888) word(pralnia)"},
        {"\uff17\uff17\uff18\uff11\uff13\uff14\uff16\uff18\uff18\uff18", "id(nip 7781346888)"},
        {"55520000–1", "id(cpv 55520000)"},
        {"NIP 7781346889",
         "word(nipa) word(7781346889)"},  // wrong check digit: no KRS number either
        {"0000318482", "id(krs 0000318482)"},
        {"55520000-1", "id(cpv 55520000)"},
        {"CPV 90911200", "id(cpv 90911200)"},
        {"90911200 tort", "id(cpv 90911200) word(tort)"},
        {"60-001 61-731", "word(60-001) word(61-731)"},
        {"„WTZ 60-001”", "phrase(wtz 60-001)"},
        // other scripts
        {"пральня біля Гнезно", "word(пральн~|пральня) word(гнезн~|гнезно)"},
    };
    for (const auto& [text, tree] : cases) {
        CAPTURE(text);
        const ParsedQuery query = parsed(text);
        CHECK(to_string(query.tree) == tree);
        CHECK(query.ignored.empty());
        CHECK_FALSE(query.nothing_remains);
    }
}

TEST_CASE("Identifiers are named in the order found, each once") {
    CHECK(parsed("778 134 68 88, CPV 55520000-1, 7781346888").identifiers ==
          Words{"NIP 7781346888", "CPV 55520000"});
    CHECK(parsed("-7781346888 konin").identifiers.empty());
}

TEST_CASE("The text comes back clean, as written, and folded for exact names") {
    const ParsedQuery query = parsed("\u202E  „Furia”\n\tsp.\u00A0soc. ");
    CHECK(query.text == "„Furia” sp. soc.");
    CHECK(query.tree.whole_text_folded == "furia sp soc");
}

TEST_CASE("A query of which nothing remains says so") {
    for (const std::string_view text :
         {"w", "dla i oraz", "***", "🍰 🍰", "?", "-", "\"\"", "-w", "„“"}) {
        CAPTURE(text);
        const ParsedQuery query = parsed(text);
        CHECK(query.tree.empty());
        CHECK(query.nothing_remains);
        CHECK(query.ignored == Words{std::string(text)});
    }
    CHECK_FALSE(parsed("\u200B \u202E").nothing_remains);  // nothing that anyone could see
    CHECK_FALSE(parsed(std::string_view("\0\0", 2)).nothing_remains);
    CHECK_FALSE(parsed("\"w\"").nothing_remains);
    CHECK_FALSE(parsed("-konin").nothing_remains);
}

TEST_CASE("What was not searched for is told") {
    CHECK(parsed("pralnia *** konin").ignored == Words{"***"});
    CHECK(parsed("pralnia 🍰").ignored == Words{"🍰"});
    CHECK(parsed("pralnia, (konin) + kos & – / lis").ignored.empty());

    const ParsedQuery many = parsed(repeated("ab ", 20) + "jeden dwa trzy cztery " + [] {
        std::string text;
        for (char c = 'a'; c <= 'z'; ++c)
            text += std::string("x") + c + " ";
        return text;
    }() + "pralnia konin");
    CHECK(many.tree.clauses.size() < kMaxQueryTerms);  // "ab" once
    REQUIRE(many.ignored.size() == 1);
    CHECK(many.ignored.front().ends_with("pralnia konin"));

    const ParsedQuery longer = parsed(repeated("pralnia ", 10) + repeated("ł", 400));
    CHECK(longer.text.size() <= kMaxQueryBytes);
    CHECK(longer.text.size() >= kMaxQueryBytes - 1);
    REQUIRE(longer.ignored.size() == 1);
    CHECK(longer.ignored.front().size() < 100);

    const ParsedQuery at_a_space = parsed(repeated("a", kMaxQueryBytes - 1) + " konin");
    CHECK(at_a_space.text == repeated("a", kMaxQueryBytes - 1));
    CHECK(at_a_space.ignored == Words{"konin"});
}

TEST_CASE("Hostile texts get a bounded answer") {
    const std::string texts[] = {
        repeated("a", 1 << 20),
        repeated("słowo ", 10'000),
        repeated("*", 5000),
        repeated("\"", 5000),
        repeated("„a", 5000),
        repeated("-", 5000),
        repeated("-a", 5000),
        repeated(" ", 1 << 20),
        repeated("🍰", 5000),
        std::string(5000, '\0'),
        repeated("\xED\xA0\x80", 5000),
        repeated("a\u0301\u0301\u0301", 5000),
        repeated("\u200B", 5000),
        repeated("\u202E-\"", 5000),
        repeated("1 ", 5000),
        repeated("nip ", 5000),
        repeated("1-", 5000),
        repeated("a.", 100) + "@",
        "\xFF\xFE\"\xC5-\xE2\x80",
    };
    for (const std::string& text : texts) {
        const auto start = test::CpuClock::now();
        const ParsedQuery query = parsed(text);
        const auto taken = test::CpuClock::now() - start;
        CAPTURE(text.substr(0, 12), text.size());
        CHECK(taken < std::chrono::seconds(1));
        CHECK(query.text.size() <= kMaxQueryBytes);
        CHECK(query.tree.clauses.size() <= kMaxQueryTerms);
        for (const std::string& part : query.ignored)
            CHECK(part.size() < 100);
        CHECK(query.nothing_remains == (query.tree.empty() && !query.text.empty()));
    }
}

TEST_CASE("Alternatives and exclusions in words") {
    const auto tree = [](std::string_view text) {
        return to_string(with_alternatives(parsed(text).tree));
    };
    CHECK(tree("tort lub pralnia") == "any(concept(tort = ) or concept(pralnia = ))");
    CHECK(tree("tort OR pralnia").starts_with("any("));
    CHECK(tree("tort lub") == tree("tort"));
    CHECK(tree("lub tort") == tree("tort"));
    CHECK(tree("tort NOT pralnia") == tree("tort -pralnia"));
    CHECK(tree("tort NOT \"stary tort\"") == tree("tort -\"stary tort\""));
    CHECK(tree("tort NOT ") == tree("tort NOT"));
    const QueryTree any = with_alternatives(parsed("tort lub pralnia zieleń").tree);
    REQUIRE(any.clauses.size() == 2);
    CHECK(written_without(any, {1}) == "tort lub pralnia");
}

TEST_CASE("What is wrong with a number is told") {
    for (const std::string_view text : {"NIP 784-21-12-345", "6070084093", "REGON 123456789"}) {
        INFO(text);
        CHECK(parsed(text).identifiers.empty());
        REQUIRE(parsed(text).notes.size() == 1);
        CHECK(parsed(text).notes.front().in(Language::pl).find("yfr") != std::string::npos);
    }
    CHECK(parsed("649225").identifiers == std::vector<std::string>{"KRS 0000649225"});
    CHECK(parsed("tort 2015").notes.empty());
}

TEST_CASE("A telephone number in any writing") {
    for (const std::string_view text :
         {"63 249 39 57", "632493957", "+48 63 249 39 57", "tel. 63 249-39-57", "(63) 249 39 57"}) {
        INFO(text);
        CHECK(parsed(text).identifiers == std::vector<std::string>{"TEL 632493957"});
    }
}

TEST_CASE("A query can be written anew without one of its parts") {
    const struct {
        std::string_view text;
        std::size_t left_out;
        std::string_view rest;
    } cases[] = {
        {"Catering, w Gnieźnie!", 0, "Gnieźnie"},
        {"catering ekologiczny Konin", 1, "catering Konin"},
        {"„na Winiarach” pralnia -tort", 1, "\"na Winiarach\" -tort"},
        {"pralnia -„stary tort” NIP 778-134-68-88", 0, "-\"stary tort\" NIP 778-134-68-88"},
        {"-co-packing pralnia", 1, "-co-packing"},
        {"pralnia", 0, ""},
    };
    for (const auto& each : cases) {
        INFO(each.text);
        CHECK(written_without(parsed(each.text).tree, {each.left_out}) == each.rest);
    }
    const QueryTree tree = parsed("„na Winiarach” pralnia -tort 7781346888 -\"a b\"").tree;
    CHECK(parsed(written_without(tree, {})).tree.clauses == tree.clauses);
}
