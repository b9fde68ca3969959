// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/entity_sources_view.h"

#include "server/pages/error_report.h"
#include "tests/support/catch.hpp"
#include "tests/unit/pages/page_fixture.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

namespace {

using test::text_of;

constexpr const char* kAddress = "katalog@example.org";

EntityRecord known_by_phone() {
    EntityRecord record;
    record.as_of = test::day("2026-11-22");
    record.entity.id = "nip-1111111111";
    record.entity.name = "Zmyślona & Wspólnicy";
    record.entity.legal_form = "fundacja";
    record.entity.phone = "61 111 11 11";
    record.entity.provenance.file = "sources/entities.jsonl";
    record.entity.provenance.row = 7;
    record.entity.provenance.as_of = PartialDate::parse("2025-02").value();
    return record;
}

View view_of(const EntityRecord& record, const std::optional<std::string>& address) {
    const References references = test::small_references();
    PageContext context = test::context_on(references, record.as_of, record.as_of);
    context.public_url = "https://wespol.example";
    View view;
    put_field_sources(view, context, test::polish_messages(), record, address);
    return view;
}

std::vector<std::string> groups_of(const View& view) {
    std::vector<std::string> names;
    for (const View& group : view.get("field_groups")->list_value())
        names.push_back(text_of(group, "group"));
    return names;
}

}  // namespace

TEST_CASE("each group of known fields has its source and day, unknown ones are not there") {
    const View view = view_of(known_by_phone(), std::nullopt);
    CHECK(groups_of(view) ==
          std::vector<std::string>{"nazwa i forma prawna", "telefon, e-mail, strona"});
    for (const View& group : view.get("field_groups")->list_value()) {
        const Views& sources = group.get("group_sources")->list_value();
        REQUIRE(sources.size() == 1);
        CHECK(text_of(sources[0], "source_file") == "sources/entities.jsonl");
        CHECK(text_of(sources[0], "source_row") == "7");
        CHECK(text_of(sources[0], "source_day") == "stan: luty 2025");
        CHECK(text_of(sources[0], "source_fields").empty());
    }
}

TEST_CASE("of several sources each group names those that gave its fields") {
    EntityRecord record = known_by_phone();
    Provenance list = record.entity.provenance;
    list.file = "sources/lista.xlsx";
    list.sheet = "Arkusz 1";
    list.as_of.reset();
    record.entity.claims = {
        {"nip-1111111111", {"name", "legal_form"}, {}, record.entity.provenance},
        {"lista-3", {"name", "phone"}, {}, list}};
    const View view = view_of(record, std::nullopt);
    const Views& groups = view.get("field_groups")->list_value();
    REQUIRE(groups.size() == 2);
    const Views& of_name = groups[0].get("group_sources")->list_value();
    REQUIRE(of_name.size() == 2);
    CHECK(text_of(of_name[0], "source_fields") == "nazwa, forma prawna");
    CHECK(text_of(of_name[1], "source_fields") == "nazwa");
    const Views& of_phone = groups[1].get("group_sources")->list_value();
    REQUIRE(of_phone.size() == 1);
    CHECK(text_of(of_phone[0], "source_file") == "sources/lista.xlsx › Arkusz 1");
    CHECK(text_of(of_phone[0], "source_day") == "bez daty");
}

TEST_CASE("certificates and products tell their sources where they are shown") {
    EntityRecord record = known_by_phone();
    record.certificates = {{test::certificate_made_of("x"), {}, CertificateState::valid, {}, 0}};
    record.products = {test::product_made_of("x")};
    const View view = view_of(record, std::nullopt);
    const Views& groups = view.get("field_groups")->list_value();
    REQUIRE(groups.size() == 4);
    CHECK(groups[1].get("is_beside")->is_false());
    CHECK(groups[2].get("is_beside")->is_true());
    CHECK(groups[3].get("is_beside")->is_true());
}

TEST_CASE("a letter about an error names record, field and page; its text cannot add headers") {
    const View view = view_of(known_by_phone(), kAddress);
    const Views& groups = view.get("field_groups")->list_value();
    CHECK(text_of(groups[1], "report_href") ==
          "mailto:katalog@example.org"
          "?subject=Wesp%C3%B3%C5%82%3A%20b%C5%82%C4%85d%20we%20wpisie%20nip-1111111111%20"
          "%28telefon%2C%20e-mail%2C%20strona%29"
          "&body=Wpis%3A%20Zmy%C5%9Blona%20%26%20Wsp%C3%B3lnicy%20%28nip-1111111111%29%0D%0A"
          "Czego%20dotyczy%3A%20telefon%2C%20e-mail%2C%20strona%0D%0A"
          "Strona%3A%20https%3A%2F%2Fwespol.example%2Fpodmiot%2Fnip-1111111111%0D%0A%0D%0A"
          "Co%20si%C4%99%20nie%20zgadza%20i%20sk%C4%85d%20to%20wiadomo%3A%0D%0A");
    CHECK(text_of(groups[1], "report_name") == "Zgłoś błąd: telefon, e-mail, strona");
    CHECK(text_of(view, "report_mail") == kAddress);

    EntityRecord hostile = known_by_phone();
    hostile.entity.name = "x&bcc=obcy@example.org\r\nBcc: obcy";
    const std::string href = text_of(view_of(hostile, kAddress), "report_href");
    CHECK(test::count_of(href, "&") == 1);
    CHECK(href.find("bcc=") == std::string::npos);
}

TEST_CASE("without a plain address there is no letter, and what to name is told") {
    for (const std::optional<std::string>& address :
         {std::optional<std::string>(), std::optional<std::string>("a@b?cc=c@d"),
          std::optional<std::string>("nie adres")}) {
        const View view = view_of(known_by_phone(), address);
        CHECK(text_of(view, "report_href").empty());
        CHECK(text_of(view.get("field_groups")->list_value()[0], "report_href").empty());
        CHECK(text_of(view, "page_address") == "https://wespol.example/podmiot/nip-1111111111");
    }
}

}  // namespace wespol
