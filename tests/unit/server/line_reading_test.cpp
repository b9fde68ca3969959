// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/line_reading.h"

#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

namespace {

std::string numbers_of(const ReadLine& line) {
    std::string text;
    for (const Identifier& each : line.numbers)
        text += (text.empty() ? "" : ", ") + shown(each);
    return text;
}

}  // namespace

TEST_CASE("a number is found in whatever writing it comes", "[line_reading]") {
    const auto [text, numbers, name] = GENERATE(table<std::string, std::string, std::string>({
        {"7781346888", "NIP 778-134-68-88", ""},
        {"778-134-68-88", "NIP 778-134-68-88", ""},
        {"778 134 68 88", "NIP 778-134-68-88", ""},
        {"PL7781346888", "NIP 778-134-68-88", ""},
        {"PL 778 134 68 88", "NIP 778-134-68-88", ""},
        {"nip: 778\u00a0134\u00a068\u00a088", "NIP 778-134-68-88", ""},
        {"NIP nr PL 7781346888", "NIP 778-134-68-88", ""},
        {"0000504850", "KRS 0000504850", ""},
        {"KRS 504850", "KRS 0000504850", ""},
        {"KRS: 0000504850", "KRS 0000504850", ""},
        {"000331501", "REGON 000331501", ""},
        // Kept as numbers with a fraction, every digit there.
        {"7781346888.0", "NIP 778-134-68-88", ""},
        {"7781346888,00", "NIP 778-134-68-88", ""},
        {"7,781346888E9", "NIP 778-134-68-88", ""},
        {"7.781346888e+09", "NIP 778-134-68-88", ""},
        {"REGON 23511332857188", "REGON 23511332857188", ""},
        // With whatever stands around it.
        {"Spółdzielnia Socjalna „Szansa”, NIP 778-134-68-88", "NIP 778-134-68-88",
         "Spółdzielnia Socjalna „Szansa”"},
        {"1. Fundacja Przykład (KRS 0000504850)", "KRS 0000504850", "Fundacja Przykład"},
        {"61-731 Poznań, 7781346888", "NIP 778-134-68-88", "61-731 Poznań"},
        {"61-731 778-134-68-88", "NIP 778-134-68-88", ""},
        {"778-134-68-88 61-731 Poznań", "NIP 778-134-68-88", "61-731 Poznań"},
        // A telephone is no REGON, a year no number.
        {"Fundacja 600100200", "", "Fundacja 600100200"},
        {"Fundacja 2014", "", "Fundacja 2014"},
        {"Fundacja w Łodzi", "", "Fundacja w Łodzi"},
        {"спілка Приклад", "", "спілка Приклад"},
    }));
    INFO(text);
    const ReadLine line = read_one(text);
    CHECK(numbers_of(line) == numbers);
    CHECK(line.name == name);
    CHECK(line.wrong.empty());
}

TEST_CASE("a number that cannot be one is told with the digit", "[line_reading]") {
    const auto [text, reason] = GENERATE(table<std::string, std::string>({
        {"7781346889", "Cyfra kontrolna numeru NIP nie zgadza się: jest 9, powinno być 8."},
        {"778-134-68-89", "jest 9, powinno być 8."},
        {"NIP 778-134-68-89 Fundacja", "jest 9, powinno być 8."},
        {"1234567890", "Takiego numeru NIP nie ma"},
        {"0000000000", "samych zer"},
        {"000331502", "Cyfra kontrolna numeru REGON nie zgadza się: jest 2, powinno być 1."},
        {"NIP 778134688", "Numer NIP ma 10 cyfr, a podano 9."},
        {"77813468881", "Numer ma 11 cyfr"},
        {"7,78135E+09", "Excel skrócił numer"},
        {"7.78135E+09", "Excel skrócił numer"},
        {"7.78135E9", "Excel skrócił numer"},
        {"7.781346888E10", "Excel skrócił numer"},
        {"328179.0",
         "Numer ma 6 cyfr, a NIP i KRS mają ich 10, REGON 9 albo 14. Jeśli to KRS bez "
         "zer na początku, napisz „KRS 328179”."},
        {"504,0", "Numer ma 3 cyfry"},
        {"7781346889.0", "jest 9, powinno być 8."},
        // Too few digits, and what they could be.
        {"328179", "Jeśli to KRS bez zer na początku, napisz „KRS 328179”."},
        {"504", "Numer ma 3 cyfry"},
        {"778134688", "A jeśli to NIP, brakuje w nim jednej cyfry."},
    }));
    INFO(text);
    const ReadLine line = read_one(text);
    CHECK(line.numbers.empty());
    REQUIRE(line.wrong.size() == 1);
    INFO(line.wrong.front().in(Language::pl));
    CHECK(line.wrong.front().in(Language::pl).find(reason) != std::string::npos);
}

TEST_CASE("why a number is none is said in three languages", "[line_reading]") {
    struct Row {
        const char* text;
        const char* english;
        const char* ukrainian;
    };
    const auto row = GENERATE(
        Row{"328179",
            "“328179”: The number has 6 digits; NIP and KRS have 10, REGON 9 or 14. If this is a "
            "KRS number without the zeros at its beginning, write “KRS 328179”.",
            "«328179»: Номер має 6 цифр, а NIP і KRS мають їх 10, REGON 9 або 14. Якщо це KRS без "
            "нулів на початку, напишіть «KRS 328179»."},
        Row{"5042", "The number has 4 digits", "Номер має 4 цифри,"},
        Row{"778134688", "And if it is a NIP, one digit is missing.",
            "А якщо це NIP, у ньому бракує однієї цифри."},
        Row{"1234567890", "no check digit fits its first nine digits",
            "до його перших дев’яти цифр не підходить жодна"});
    INFO(row.text);
    const ReadLine line = read_one(row.text);
    REQUIRE(line.wrong.size() == 1);
    CHECK(line.wrong.front().in(Language::en).find(row.english) != std::string::npos);
    CHECK(line.wrong.front().in(Language::uk).find(row.ukrainian) != std::string::npos);
    const ReadLine with_zeros = read_one("KRS 504850");
    REQUIRE(with_zeros.remarks.size() == 1);
    CHECK(with_zeros.remarks.front().is_in(Language::en));
    CHECK(with_zeros.remarks.front().is_in(Language::uk));
}

TEST_CASE("rubbish is neither a number nor a name", "[line_reading]") {
    const auto text = GENERATE(values<std::string>(
        {"-", "1", "...", "\x01\x02\x03", "\xff\xfe\xff", "a", "()", "12", "☃"}));
    const ReadLine line = read_one(text);
    CHECK(line.numbers.empty());
    CHECK(line.name.empty());
}

TEST_CASE("a second number in a line is told, not dropped", "[line_reading]") {
    const ReadLine line = read_one("7781346888, 5252344078");
    CHECK(numbers_of(line) == "NIP 778-134-68-88");
    REQUIRE(line.remarks.size() == 1);
    CHECK(line.remarks.front().in(Language::pl).find("kilka numerów") != std::string::npos);
}

TEST_CASE("a date is neither a number nor a name", "[line_reading]") {
    const auto text = GENERATE(values<std::string>(
        {"2020-01-01", "01.02.2020", "1.2.2020", "31/12/2019", "2020-01-01 12:30"}));
    INFO(text);
    const ReadLine line = read_one(text + ";7781346888");
    CHECK(numbers_of(line) == "NIP 778-134-68-88");
    CHECK(line.wrong.empty());
    CHECK(line.name.empty());
    CHECK(read_one(text).wrong.empty());
}

TEST_CASE("zeros that are added are told", "[line_reading]") {
    const auto remarks = [](const ReadLine& line) {
        return in_language(line.remarks, Language::pl);
    };
    CHECK(remarks(read_one("KRS 504850")) ==
          std::vector<std::string>{"Dopisaliśmy zera na początku: KRS 0000504850."});
    CHECK(remarks(read_line({1, {{"328179.0", 0, CellRole::krs}}, false})) ==
          std::vector<std::string>{"Dopisaliśmy zera na początku: KRS 0000328179."});
    CHECK(remarks(read_line({1, {{"328179", 0, CellRole::krs}}, false})) ==
          std::vector<std::string>{"Dopisaliśmy zera na początku: KRS 0000328179."});
    CHECK(read_one("KRS 0000504850").remarks.empty());
}

TEST_CASE("a column of names has the name, whatever other words there are", "[line_reading]") {
    const ReadLine line =
        read_line({1,
                   {{"ul. Bardzo Długa przy samym Rynku 17", 0, CellRole::unknown},
                    {"Fundacja", 1, CellRole::name},
                    {"uwagi dłuższe niż nazwa", 2, CellRole::unknown}},
                   false});
    CHECK(line.name == "Fundacja");
    CHECK(line.name_is_called);
}

TEST_CASE("the heading of a column says what its numbers are", "[line_reading]") {
    const auto read = [](const std::string& text, CellRole role) {
        return read_line({1, {{text, 0, role}}, false});
    };
    CHECK(numbers_of(read("504850", CellRole::krs)) == "KRS 0000504850");
    CHECK(numbers_of(read("331501", CellRole::regon)) == "REGON 000331501");
    CHECK(read("1234567890", CellRole::nip).wrong.size() == 1);
    CHECK(read("Fundacja", CellRole::nip).name == "Fundacja");
    CHECK(read("Fundacja 7781346888", CellRole::name).numbers.empty());
}

TEST_CASE("a number under a heading of names is a number", "[line_reading]") {
    const auto [text, numbers, wrong] = GENERATE(table<std::string, std::string, std::string>({
        {"7781346888", "NIP 778-134-68-88", ""},
        {"778 134 68 88", "NIP 778-134-68-88", ""},
        {"NIP: 778-134-68-88", "NIP 778-134-68-88", ""},
        {"KRS 0000504850", "KRS 0000504850", ""},
        {"7781346888.0", "NIP 778-134-68-88", ""},
        {"7781346889", "", "jest 9, powinno być 8."},
        {"328179", "", "Numer ma 6 cyfr"},
    }));
    INFO(text);
    const ReadLine line = read_line({1, {{text, 0, CellRole::name}}, false});
    CHECK(numbers_of(line) == numbers);
    CHECK(line.name.empty());
    CHECK(line.wrong.empty() == wrong.empty());
    for (const Wording& each : line.wrong)
        CHECK(each.in(Language::pl).find(wrong) != std::string::npos);
}

TEST_CASE("a number among names does not give way to the town beside it", "[line_reading]") {
    const ReadLine line = read_line(
        {1, {{"7781346888", 0, CellRole::name}, {"Poznań", 1, CellRole::unknown}}, false});
    CHECK(numbers_of(line) == "NIP 778-134-68-88");
    CHECK_FALSE(line.name_is_called);
}

TEST_CASE("a second number under a heading of names is told", "[line_reading]") {
    const ReadLine line = read_line(
        {1, {{"778 134 68 88", 0, CellRole::nip}, {"5252344078", 1, CellRole::name}}, false});
    CHECK(numbers_of(line) == "NIP 778-134-68-88");
    REQUIRE(line.remarks.size() == 1);
    CHECK(line.remarks.front().in(Language::pl).find("kilka numerów") != std::string::npos);
}

TEST_CASE("digits in the name of a company are of its name", "[line_reading]") {
    const auto name = GENERATE(values<std::string>({"Fundacja 2014", "4U", "Spółka 7781346888"}));
    const ReadLine line = read_line({1, {{name, 0, CellRole::name}}, false});
    CHECK(line.numbers.empty());
    CHECK(line.wrong.empty());
}

TEST_CASE("a cell of numbers that was pasted with its quote is read", "[line_reading]") {
    const ReadLine line = read_line({1, {{"7781346888\"", 0, CellRole::nip}}, false});
    CHECK(numbers_of(line) == "NIP 778-134-68-88");
    CHECK(line.wrong.empty());
}

TEST_CASE("of endless digits the beginning is told", "[line_reading]") {
    const ReadLine line = read_one(std::string(60'000, '1'));
    REQUIRE(line.wrong.size() == 1);
    CHECK(line.wrong.front().in(Language::pl).find("60000 cyfr") != std::string::npos);
    CHECK(line.wrong.front().in(Language::pl).size() < 300);
    CHECK(line.wrong_text.size() < 100);
}
