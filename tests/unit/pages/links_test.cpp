// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/links.h"

#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <optional>
#include <string>

namespace wespol {

TEST_CASE("only http and https addresses become links") {
    struct Row {
        const char* address;
        bool is_link;
    };
    const auto row = GENERATE(
        Row{"https://www.rops.poznan.pl/a?b=c", true}, Row{"http://gebiczyn.org", true},
        Row{"javascript:alert(1)", false}, Row{"JAVASCRIPT:alert(1)", false},
        Row{" https://a.pl", false}, Row{"https://a.pl/\nb", false}, Row{"https:///a", false},
        Row{"//evil.example", false}, Row{"data:text/html,x", false}, Row{"ftp://a.pl", false},
        Row{"https://\"onclick=x", false}, Row{"", false});
    INFO(row.address);
    CHECK(web_href(row.address).has_value() == row.is_link);
}

TEST_CASE("a web address is shown by its host") {
    CHECK(web_label("https://www.rops.poznan.pl/a?b=c") == "rops.poznan.pl");
    CHECK(web_label("http://gebiczyn.org") == "gebiczyn.org");
}

TEST_CASE("one telephone number becomes a link, anything else stays text") {
    using Text = std::optional<std::string>;
    struct Row {
        const char* phone;
        Text href;
    };
    const auto row = GENERATE(
        Row{"63 249 39 57", "tel:+48632493957"}, Row{"+48 61 29-51-774", "tel:+48612951774"},
        Row{"(61) 856 73 00", "tel:+48618567300"}, Row{"61 856 73 00, 61 856 73 01", Text{}},
        Row{"61 856 73 00 wew. 5", Text{}}, Row{"112", Text{}}, Row{"", Text{}},
        Row{"javascript:1", Text{}});
    INFO(row.phone);
    CHECK(phone_href(row.phone) == row.href);
}

TEST_CASE("one plain mail address becomes a link") {
    CHECK(mail_href("biuro@zaz-pila.pl") == "mailto:biuro@zaz-pila.pl");
    for (const char* text :
         {"", "@", "a@", "@b", "a b@c.pl", "a@b.pl?subject=x", "a@b.pl, c@d.pl", "a@b@c"})
        CHECK_FALSE(mail_href(text).has_value());
}

TEST_CASE("a comparison is its address: ids in their order, the day when it is another") {
    const References references = test::small_references();
    const PageContext today =
        test::context_on(references, test::day("2026-11-21"), test::day("2026-11-21"));
    CHECK(compare_href(today, {}) == "/porownaj");
    CHECK(compare_href(today, {"zaz-pila", "a&b=c"}) == "/porownaj?id=zaz-pila&id=a%26b%3Dc");
    CHECK(compare_protocol_href(today, {"a", "b"}) == "/protokol/nowy?id=a&id=b");
    const PageContext before =
        test::context_on(references, test::day("2015-06-01"), test::day("2026-11-21"));
    CHECK(compare_href(before, {"a"}) == "/porownaj?id=a&na-dzien=2015-06-01");
    CHECK(compare_href(before, {}) == "/porownaj?na-dzien=2015-06-01");
}

TEST_CASE("the way leads to a street in a town, never to the middle of one") {
    Entity entity;
    CHECK_FALSE(directions_href(entity));
    entity.town = "Piła";
    CHECK_FALSE(directions_href(entity));
    entity.street = "ul. Zmyślona 9&from=x";
    CHECK(directions_href(entity) ==
          "https://www.openstreetmap.org/directions?to="
          "ul.%20Zmy%C5%9Blona%209%26from%3Dx%2C%20Pi%C5%82a");
    entity.postal_code = "64-920";
    CHECK(directions_href(entity)->ends_with("%2C%2064-920%20Pi%C5%82a"));
    entity.town.reset();
    CHECK_FALSE(directions_href(entity));
}

TEST_CASE("an address for others is whole, in the language of the page and without a day") {
    const References references = test::small_references();
    PageContext context =
        test::context_on(references, test::day("2015-06-01"), test::day("2026-11-21"));
    context.public_url = "https://wespol.example";
    CHECK(entity_address(context, "a&b") == "https://wespol.example/podmiot/a%26b");
    context.language = Language::uk;
    CHECK(entity_address(context, "a") == "https://wespol.example/uk/podmiot/a");
    CHECK(page_address(context, "/klunkry") == "https://wespol.example/uk/klunkry");
}

TEST_CASE("links keep another day than today") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    const PageContext now = test::context_on(references, today, today);
    const PageContext then = test::context_on(references, test::day("2014-12-18"), today);

    CHECK(entity_href(now, "krs-0000649225") == "/podmiot/krs-0000649225");
    CHECK(entity_href(then, "krs-0000649225") == "/podmiot/krs-0000649225?na-dzien=2014-12-18");
    CHECK(entity_href(now, "a/../b\"") == "/podmiot/a%2F..%2Fb%22");
    CHECK(filter_href(now, FieldId::county, "3003") == "/szukaj?powiat=3003");
    CHECK(filter_href(then, FieldId::county, "3003") == "/szukaj?powiat=3003&na-dzien=2014-12-18");
    CHECK(search_href(now, {}) == "/szukaj");
}

TEST_CASE("links stay in the language of the page") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    PageContext page = test::context_on(references, test::day("2014-12-18"), today);
    page.language = Language::uk;
    SearchRequest request;
    request.text = "кейтеринг";
    CHECK(search_href(page, request).starts_with("/uk/szukaj?q=%D0%BA"));
    CHECK(entity_href(page, "a") == "/uk/podmiot/a?na-dzien=2014-12-18");
    CHECK(filter_href(page, FieldId::county, "3003").starts_with("/uk/szukaj?powiat=3003"));
    CHECK(sector_href(page, "catering") == "/uk/branza/catering?na-dzien=2014-12-18");
    CHECK(support_centre_href(page, "x") == "/uk/owes/x?na-dzien=2014-12-18");
    CHECK(cpv_href(page, "55520000") == "/uk/cpv/55520000?na-dzien=2014-12-18");
    CHECK(product_href(page, "x") == "/uk/klunkry/x");
    CHECK(brand_href(page, std::string(kBrandOfPage)) == "/uk/klunkry");
    CHECK(compare_href(page, {"a"}) == "/uk/porownaj?id=a&na-dzien=2014-12-18");
    CHECK(compare_protocol_href(page, {"a"}).starts_with("/uk/protokol/nowy?id=a"));
    CHECK(protocol_href(page, "a").starts_with("/uk/protokol/nowy?podmiot=a"));
    CHECK(check_protocol_href(page, "a b") == "/uk/protokol/nowy?kogo=a%20b&na-dzien=2014-12-18");
    page.language = Language::en;
    CHECK(protocol_href(page, request).starts_with("/en/protokol/nowy?q="));
}

TEST_CASE("answers for programs have their labels in the language of the page") {
    const References references = test::small_references();
    const Day today = test::day("2026-11-21");
    PageContext page = test::context_on(references, today, today);
    CHECK(api_href(page, "/api/v1/cpv/1") == "/api/v1/cpv/1");
    page.language = Language::en;
    CHECK(api_href(page, "/api/v1/cpv/1") == "/api/v1/cpv/1?lang=en");
    page.language = Language::uk;
    CHECK(api_href(page, "/api/v1/compare?id=a") == "/api/v1/compare?id=a&lang=uk");
}

}  // namespace wespol
