// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/light_stem_ukrainian.h"

#include "core/analysis/folding.h"
#include "tests/support/catch.hpp"
#include "tests/unit/analysis/test_analyzer.h"

#include <algorithm>
#include <initializer_list>

using namespace wespol;

TEST_CASE("Forms of one Ukrainian word have one stem") {
    const std::initializer_list<std::string_view> words[] = {
        {"пральня", "пральню", "пральні", "пральнею", "пралень", "пральнях"},
        {"їдальня", "їдальню", "їдальні", "їдалень"},
        {"прибирання", "прибиранню", "прибиранням"},
        {"меблі", "меблів", "меблями"},
        {"кравець", "кравця", "кравцем", "кравцеві", "кравців"},
        {"сумка", "сумки", "сумок", "сумками"},
        {"подарунок", "подарунки", "подарунків", "подарунками"},
        {"обід", "обіди", "обідів"},
        {"ремонт", "ремонту", "ремонтом"},
        {"соціальний", "соціальна", "соціальної", "соціальних", "соціальному"},
        {"реабілітація", "реабілітації", "реабілітацію", "реабілітацією"},
        {"послуга", "послуги", "послуг", "послугами"},
        {"мед", "меду", "медом"},
        {"Познань", "Познані"},
        {"Каліш", "Каліша", "Каліші"},
        {"Пила", "Пили", "Пилі", "Пилою"},
        {"Конін", "Коніна", "Коніні"},
        {"Гнєзно", "Гнєзна", "Гнєзні"},
    };
    for (const auto& forms : words) {
        const std::string expected = light_stem_ukrainian(fold(*forms.begin()));
        for (const std::string_view form : forms) {
            CAPTURE(std::string(form));
            CHECK(light_stem_ukrainian(fold(form)) == expected);
        }
    }
}

TEST_CASE("Different and short Ukrainian words are kept apart") {
    const std::pair<std::string_view, std::string_view> pairs[] = {
        {"пральня", "прання"}, {"сад", "садок"},     {"дім", "дома"},
        {"чай", "час"},        {"пекарня", "пекар"}, {"друк", "друг"},
    };
    for (const auto& [one, other] : pairs) {
        CAPTURE(std::string(one));
        CHECK(light_stem_ukrainian(one) != light_stem_ukrainian(other));
    }
    CHECK(light_stem_ukrainian("") == "");
    CHECK(light_stem_ukrainian("я") == "я");
    CHECK(light_stem_ukrainian("їжа") == "їжа");
}

TEST_CASE("The analyzer gives Cyrillic words their stem beside themselves") {
    CHECK(test::analyzer().lemmas("пральні") == std::vector<std::string>{"пральн~", "пральні"});
    CHECK(test::analyzer().lemmas("Ἀθῆναι") == std::vector<std::string>{"ἀθῆναι"});
    CHECK_FALSE(is_cyrillic_word(""));
    CHECK_FALSE(is_cyrillic_word("пральнrя"));
}
