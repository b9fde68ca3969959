// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/morphological_dictionary.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/cpu_clock.h"
#include "tests/support/small_dictionary.h"
#include "tests/support/temporary_directory.h"

#include <algorithm>
#include <chrono>
#include <random>

using namespace wespol;

namespace {

using Words = std::vector<std::string>;

const std::string& dictionary_bytes() {
    static const std::string bytes = read_file(WESPOL_RESOURCE_DIR "/polish.dict");
    return bytes;
}

/// A CFSA2 file of one word: "a;AA" (form "a", lemma "a"), with arcs that tests can damage.
std::string tiny_dictionary() {
    std::string bytes = "\\fsa\xC6";
    bytes += std::string("\x00\x07\x04", 3);  // flags, number of labels
    bytes += std::string(
        "\x00"  // index 0: the label is in the byte after
        "a;A",
        4);
    bytes += std::string("\x40^\x03", 3);  // 0: the root is node 3
    bytes += "\xC1\xC2\xC3";               // 3: a, ;, A, each followed by the next node
    bytes += std::string("\x63\x00", 2);   // 6: A, final, leads nowhere
    return bytes;
}

}  // namespace

TEST_CASE("Lemmas of a form are all its readings") {
    const auto dictionary = MorphologicalDictionary::from_bytes(dictionary_bytes());
    CHECK(dictionary.lemmas("sprzątanie") == Words{"sprzątanie", "sprzątać"});
    CHECK(dictionary.lemmas("Gnieźnie") == Words{"Gniezno"});
    CHECK(dictionary.lemmas("gnieźnie").empty());
    CHECK(dictionary.lemmas("najlepszych") == Words{"dobry"});
    CHECK(dictionary.lemmas("nieważnych") == Words{"nieważny"});
    CHECK(dictionary.lemmas("").empty());
    CHECK(dictionary.lemmas("xqzv").empty());
    CHECK(dictionary.lemmas("szkoła;").empty());
    CHECK(dictionary.lemmas(std::string(1 << 20, 'a')).empty());
    CHECK(dictionary.lemmas(std::string("a\0b", 3)).empty());
}

TEST_CASE("Forms are found without their diacritics") {
    const auto dictionary = MorphologicalDictionary::from_bytes(dictionary_bytes());
    CHECK(dictionary.forms_of_folded("wozki") == Words{"wózki"});
    CHECK(dictionary.forms_of_folded("lodz") == Words{"lodź", "Lodź", "łódź", "Łódź"});
    CHECK(dictionary.forms_of_folded("lodz", 2).size() == 2);
    CHECK(dictionary.forms_of_folded("").empty());
    CHECK(dictionary.forms_of_folded(std::string(100, 'z')).empty());
}

TEST_CASE("The digest tells files apart") {
    const auto dictionary = MorphologicalDictionary::from_bytes(tiny_dictionary());
    CHECK(dictionary.digest().size() == 64);
    CHECK(dictionary.lemmas("a") == Words{"a"});
}

TEST_CASE("What is not a sound automaton is refused") {
    const std::string sound = tiny_dictionary();
    const auto damaged = [&](std::size_t at, char byte) {
        std::string bytes = sound;
        bytes[at] = byte;
        return bytes;
    };
    constexpr std::size_t kArcs = 12;
    const struct {
        const char* what;
        std::string bytes;
    } cases[] = {
        {"empty", ""},
        {"another file", "PK\x03\x04 something else altogether"},
        {"another version", damaged(4, '\x05')},
        {"header only", sound.substr(0, 8)},
        {"no labels", damaged(7, '\0')},
        {"too many labels", damaged(7, '\x7F')},
        {"cut within the arcs", sound.substr(0, sound.size() - 1)},
        {"the root far away", damaged(kArcs + 2, '\x7F')},
        {"the root nowhere", damaged(kArcs + 2, '\0')},
        {"a circle", damaged(kArcs + 7, '\x03')},
        {"an unknown label", damaged(kArcs + 4, '\xDE')},
    };
    for (const auto& [what, bytes] : cases) {
        CAPTURE(what);
        CHECK_THROWS_AS(MorphologicalDictionary::from_bytes(bytes), Error);
    }
    CHECK_THROWS_AS(MorphologicalDictionary::open("missing.dict"), Error);
}

TEST_CASE("A damaged dictionary is refused or read without leaving its bounds") {
    // Sizes and places by a fixed generator: the same files in every run.
    std::mt19937 random(20261121);
    const auto below = [&](std::size_t end) { return std::size_t{random()} % end; };
    const Words words{"szkoła", "poznań", "catering", "Gnieźnie", "zzzz", "niesprzątanie"};
    std::string sample = dictionary_bytes();
    for (int round = 0; round < 12; ++round) {
        std::string bytes = sample;
        for (int i = 0; i < 20; ++i)
            bytes[8 + below(bytes.size() - 8)] = static_cast<char>(random());
        if (round % 4 == 0) bytes.resize(below(bytes.size()));
        try {
            const auto dictionary = MorphologicalDictionary::from_bytes(bytes);
            for (const std::string& word : words) {
                dictionary.lemmas(word);
                CHECK(dictionary.forms_of_folded(word).size() <= 64);
            }
        } catch (const Error&) {
            SUCCEED("refused");
        }
    }
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = tiny_dictionary();
        for (int i = 0; i < 2; ++i)
            bytes[below(bytes.size())] = static_cast<char>(random());
        try {
            const auto dictionary = MorphologicalDictionary::from_bytes(bytes);
            dictionary.lemmas("a");
            dictionary.forms_of_folded("a");
        } catch (const Error&) {
            continue;
        }
    }
}

namespace {

/// What the analyzer asks of a dictionary: every answer bounded, or the file refused with a reason.
void read_damaged(const std::string& bytes) {
    try {
        const auto dictionary = MorphologicalDictionary::from_bytes(bytes);
        for (const char* word : {"szkole", "Gnieźnie", "sprzątanie", "poznanie", "zzz"}) {
            for (const std::string& lemma : dictionary.lemmas(word))
                if (lemma.size() > bytes.size()) FAIL("a lemma longer than the file");
            if (dictionary.forms_of_folded("zlobku").size() > 64) FAIL("too many forms");
        }
    } catch (const Error& refusal) {
        const std::string reason = refusal.what();
        if (!reason.starts_with("Słownik jest uszkodzony: ")) FAIL(reason);
    }
}

}  // namespace

TEST_CASE("A dictionary of a few words answers like the real one") {
    const auto dictionary =
        MorphologicalDictionary::from_bytes(test::small_dictionary(test::words_of_the_trade()));
    CHECK(dictionary.lemmas("szkole") == Words{"szkoła"});
    CHECK(dictionary.lemmas("sprzątanie") == Words{"sprzątanie", "sprzątać"});
    CHECK(dictionary.lemmas("najlepszych") == Words{"dobry"});
    CHECK(dictionary.lemmas("szko").empty());
    CHECK(dictionary.forms_of_folded("gnieznie") == Words{"Gnieźnie"});
    for (const auto& [form, lemma] : test::words_of_the_trade()) {
        CAPTURE(form);
        const Words lemmas = dictionary.lemmas(form);
        CHECK(std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end());
    }
}

TEST_CASE("No damage to a dictionary leads out of it, nor into a circle") {
    const std::string sound = test::small_dictionary(test::words_of_the_trade());
    const auto start = test::CpuClock::now();

    for (std::size_t length = 0; length < sound.size(); ++length)
        read_damaged(sound.substr(0, length));
    for (std::size_t at = 0; at < sound.size(); ++at) {
        for (const int byte : {0x00, 0x40, 0x7F, 0x80, 0xC0, 0xFF, sound[at] ^ 0x20}) {
            std::string bytes = sound;
            bytes[at] = static_cast<char>(byte);
            read_damaged(bytes);
        }
    }
    std::mt19937 random(20261122);
    for (int round = 0; round < 5'000; ++round) {
        std::string bytes = sound;
        for (int i = 0; i < 1 + round % 8; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        read_damaged(bytes);
    }

    const std::chrono::duration<double> taken = test::CpuClock::now() - start;
    CHECK(taken.count() < 60.0);
}

TEST_CASE("A damaged dictionary is refused at start, with its path and what to do") {
    const test::TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "polish.dict";
    const std::string sound = test::small_dictionary(test::words_of_the_trade());
    write_file_durably(path, sound.substr(0, sound.size() / 2));
    try {
        MorphologicalDictionary::open(path);
        FAIL("half a dictionary was opened");
    } catch (const Error& refusal) {
        const std::string reason = refusal.what();
        CHECK(reason.find(path.string()) != std::string::npos);
        CHECK(reason.find("uszkodzony") != std::string::npos);
        CHECK_FALSE(refusal.hint().empty());
    }
}
