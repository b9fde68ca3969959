// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/relaxation_labels.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

QueryClause written(std::string text, bool excluded = false) {
    return {QueryWord{"", {}}, excluded, std::move(text)};
}

}  // namespace

TEST_CASE("Other searches are called as people call them, in three languages") {
    const Subregion konin{"koninski", {"koniński", "Konin subregion", "Конінський субрегіон"}, {}};
    const RelaxationLabels pl(Language::pl), en(Language::en), uk(Language::uk);

    CHECK(pl.whole_subregion(konin) == "W całym subregionie konińskim");
    CHECK(en.whole_subregion(konin) == "The whole Konin subregion");
    CHECK(uk.whole_subregion(konin) == "Увесь Конінський субрегіон");
    CHECK(pl.within(50) == "W promieniu 50 km");
    CHECK(pl.without({written("ekologiczny")}) == "Bez słowa „ekologiczny”");
    CHECK(pl.without({written("mycie okien")}) == "Bez słów „mycie okien”");
    CHECK(pl.without({written("\"na Winiarach\"")}) == "Bez słów „na Winiarach”");
    CHECK(pl.without({written("-catering", true)}) == "Nie wykluczając „catering”");
    CHECK(pl.without({{QueryIdentifier{}, false, "778-134-68-88"}}) ==
          "Bez numeru „778-134-68-88”");
    CHECK(en.without({written("green"), written("tasty")}) == "Without the words “green”, “tasty”");
    CHECK(pl.without_filter("Branża", "catering") == "Bez filtra „Branża: catering”");
    CHECK(pl.without_filter("Branża", "") == "Bez filtra „Branża”");
    CHECK(pl.only(written("\"na Winiarach\"")) == "Tylko „na Winiarach”");
    CHECK(uk.broader(FieldId::industry, "харчування") == "У ширшій галузі «харчування»");
    CHECK(pl.related("usługi opiekuńcze") == "W pokrewnej branży „usługi opiekuńcze”");
    CHECK(en.broader_cpv("22000000") == "The broader CPV code 22000000");
}
