// SPDX-License-Identifier: GPL-3.0-or-later
// A search that takes too long is stopped, and whoever asked is told so; what needs no search is
// answered all the same.
#include "core/search/deadline.h"

#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <algorithm>
#include <chrono>
#include <string>

using namespace wespol;
using namespace wespol::test;
using namespace std::chrono_literals;

namespace {

SearchRequest words(std::string text) {
    SearchRequest request;
    request.text = std::move(text);
    return request;
}

std::string header(const HttpResponse& answer, std::string_view name) {
    const auto found =
        std::ranges::find_if(answer.headers, [&](const auto& each) { return each.first == name; });
    return found == answer.headers.end() ? "" : found->second;
}

class HurriedSite {
  public:
    HttpResponse get(const std::string& path, const Parameters& parameters = {}) const {
        return application_.answer({"GET", path, parameters, ""});
    }

  private:
    TestIndex index_;
    Manifest published_ = index_.publish(test_catalogue());
    SnapshotFollower snapshots_{index_.path(), test_analyzer()};
    Application application_{snapshots_,
                             WESPOL_RESOURCE_DIR,
                             KeyRing::open(index_.keys()),
                             kTestUrl,
                             [] { return kTestNow; },
                             {},
                             {},
                             0ms};
};

}  // namespace

TEST_CASE("a deadline is looked at rarely in loops, and never comes unless it is set") {
    const Deadline never;
    const Deadline over = Deadline::after(0ms);
    CHECK_FALSE(never.is_over());
    CHECK(over.is_over());
    int steps = 0;
    CHECK_THROWS_AS(
        [&] {
            for (; steps < 100'000; ++steps) {
                never.step();
                over.step();
            }
        }(),
        OutOfTime);
    CHECK(steps > 100);
    CHECK(steps < 10'000);
    CHECK_FALSE(Deadline::after(1h).is_over());
}

TEST_CASE("a search ends when its time is over") {
    const Searcher hurried(embedded_snapshot(), kTestToday, Language::pl, Deadline::after(0ms));
    for (const char* text : {"catering", "", "\"zakład aktywności\"", "cateringg koło Konina"}) {
        INFO(text);
        CHECK_THROWS_AS(hurried.search(words(text)), OutOfTime);
        CHECK_THROWS_AS(hurried.search_products(words(text)), OutOfTime);
        CHECK_THROWS_AS(hurried.search_certificates(words(text)), OutOfTime);
        CHECK_THROWS_AS(hurried.places(words(text)), OutOfTime);
    }
    const Searcher unhurried(embedded_snapshot(), kTestToday, Language::pl, Deadline::after(1h));
    CHECK(unhurried.search(words("catering")).total > 0);
}

TEST_CASE("who asked for too much is told to come again, in the form and language of the address") {
    const HurriedSite site;
    const HttpResponse page = site.get("/szukaj", {{"q", "catering"}});
    CHECK(page.status == 503);
    CHECK(header(page, "Retry-After") == "5");
    CHECK(header(page, "Cache-Control") == "no-store");
    CHECK(page.body.find("Szukanie trwało za długo") != std::string::npos);
    CHECK(site.get("/en/szukaj").body.find("The search took too long") != std::string::npos);
    CHECK(site.get("/uk/szukaj").body.find("Пошук тривав задовго") != std::string::npos);

    const HttpResponse api = site.get("/api/v1/entities", {{"q", "catering"}});
    CHECK(api.status == 503);
    CHECK(api.content_type == "application/problem+json");
    CHECK(header(api, "Retry-After") == "5");

    CHECK(site.get("/health").status == 200);
    CHECK(site.get("/o-serwisie").status == 200);
    CHECK(site.get("/api/v1/entities.csv").status == 200);  // takes the time it needs
}
