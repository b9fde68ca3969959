// SPDX-License-Identifier: GPL-3.0-or-later
// Similar entities over the real catalogue: for every entity, never itself, its own kin or one
// that no longer works; each with a reason that holds.
#include "core/search/similar_entities.h"

#include "core/search/searcher.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace wespol;
using namespace wespol::test;

namespace {

constexpr Day kToday{std::chrono::year{2026} / 11 / 21};

EntityRecord record(const std::string& id, Language language = Language::pl) {
    const auto found = Searcher(embedded_snapshot(), kToday, language).entity(id, std::nullopt);
    REQUIRE(found);
    return *found;
}

bool share_a_sector(const Entity& a, const Entity& b) {
    const Vocabulary& sectors = embedded_catalogue().references.industry;
    std::set<std::string> codes;
    for (const std::string& code : a.industries)
        for (const std::string& each : sectors.with_broader(code))
            codes.insert(each);
    return std::any_of(b.industries.begin(), b.industries.end(), [&](const std::string& code) {
        const std::vector<std::string> chain = sectors.with_broader(code);
        return std::any_of(chain.begin(), chain.end(),
                           [&](const std::string& each) { return codes.contains(each); });
    });
}

}  // namespace

TEST_CASE("Similar entities are others, active, and alike for the reasons given") {
    std::size_t with_similar = 0;
    for (const Entity& entity : embedded_catalogue().entities) {
        const EntityRecord found = record(entity.id);
        INFO(entity.name);
        REQUIRE(found.similar.size() <= kMaxSimilarEntities);
        if (!found.similar.empty()) ++with_similar;
        std::set<std::string> seen{entity.id};
        for (const SimilarEntity& each : found.similar) {
            INFO(each.entity.name);
            CHECK(seen.insert(each.entity.id).second);
            CHECK(each.entity.activity != "zakonczony");
            CHECK(each.entity.id != entity.operator_id);
            CHECK(each.entity.operator_id != entity.id);
            CHECK((!entity.nip || each.entity.nip != entity.nip));
            REQUIRE_FALSE(each.reasons.empty());
            const std::string& first = each.reasons.front();
            if (first.starts_with("ta sama branża") || first.starts_with("te same branże"))
                CHECK(share_a_sector(entity, each.entity));
            CHECK(each.distance_km.has_value() ==
                  (entity.location.has_value() && each.entity.location.has_value()));
        }
    }
    CHECK(with_similar > embedded_catalogue().entities.size() / 2);
}

TEST_CASE("A caterer's likes are caterers, told in three languages") {
    const auto& entities = embedded_catalogue().entities;
    const auto caterer = std::find_if(entities.begin(), entities.end(), [](const Entity& each) {
        return each.name.find("Na Winiarach") != std::string::npos;
    });
    REQUIRE(caterer != entities.end());
    const EntityRecord polish = record(caterer->id);
    REQUIRE(polish.similar.size() == kMaxSimilarEntities);
    CHECK(share_a_sector(*caterer, polish.similar.front().entity));
    CHECK(polish.similar.front().reasons.back().ends_with(" km stąd"));
    CHECK(record(caterer->id, Language::en).similar.front().reasons.back().ends_with(" km away"));
    CHECK(record(caterer->id, Language::uk).similar.front().reasons.back().find("км") !=
          std::string::npos);
}
