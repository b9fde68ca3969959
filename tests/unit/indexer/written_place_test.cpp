// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/written_place.h"

#include "indexer/loading/reference_loader.h"
#include "indexer/profile/town_forms.h"
#include "tests/support/catch.hpp"

#include <string>

using namespace wespol;

namespace {

const Region& region() {
    static const References references = [] {
        References loaded;
        Diagnostics diagnostics;
        load_references(std::string(WESPOL_SOURCE_DIR) + "/data", loaded, diagnostics);
        return loaded;
    }();
    return references.region;
}

struct Row {
    WrittenPlace written;
    const char* county;
    const char* municipality;
    const char* town;
    std::size_t doubts;
};

}  // namespace

TEST_CASE("places of the lists, as they are written", "[written_place]") {
    const Row row = GENERATE(values<Row>({
        {{"M. POZNAŃ", "M. POZNAŃ", "POZNAŃ"}, "3064", "306401", "Poznań", 0},
        {{"M.POZNAŃ", "M.POZNAŃ", "POZNAŃ"}, "3064", "306401", "Poznań", 0},
        {{"POZNAŃ", "POZNAŃ-WILDA", "POZNAŃ"}, "3064", "306401", "Poznań", 1},
        {{"M. POZNAŃ", "M. POZNAŃ", "M. POZNAŃ"}, "3064", "306401", "Poznań", 0},
        {{"POZNAŃSKI", "TARNOWO PODGÓRNE", "BARANOWO"}, "3021", "302117", "Baranowo", 0},
        {{"CHODZIESKI", "CHODZIEŻ", "CHODZIEŻ"}, "3001", "300101", "Chodzież", 0},
        {{"CHODZIESKI", "CHODZIEŻ", "PODANIN"}, "3001", "300103", "Podanin", 0},
        {{"powiat średzki", "ŚRODA WIELKOPOLSKA", "ŚRODA WLKP."},
         "3025",
         "302504",
         "Środa Wielkopolska",
         0},
        {{"POZNAŃSKI", "SWARZĘDZ", "SWARZĘDZ - JASIN"}, "3021", "302116", "Swarzędz", 1},
        {{"", "", "Gniezno"}, "3003", "300301", "Gniezno", 0},
        {{"", "", "Dąbrowa"}, "", "", "Dąbrowa", 1},
        {{"", "300301", ""}, "3003", "300301", "", 0},
        {{"OPOLSKI", "OPOLE", "OPOLE"}, "", "", "OPOLE", 3},
        {{"", "", "Kraków"}, "", "", "Kraków", 1},
        {{"", "", "Nowa Wieś (gm. Wronki)"}, "3024", "302408", "Nowa Wieś", 0},
        {{"", "", "Nowa Wieś, pow. krakowski"}, "", "", "Nowa Wieś", 2},
        {{"", "", ""}, "", "", "", 0},
        // Names that differ by an accent: as it is written, unless gmina or powiat say otherwise.
        {{"", "", "Łubowo"}, "3003", "300306", "Łubowo", 0},
        {{"", "", "LUBOWO"}, "3024", "302408", "Lubowo", 0},
        {{"", "", "Góraj"}, "3009", "300902", "Góraj", 0},
        {{"", "", "Brzeźno"}, "", "", "Brzeźno", 1},
        {{"", "Łubowo", "Lubowo"}, "3003", "300306", "Łubowo", 0},
        {{"gnieźnieński", "", "Lubowo"}, "3003", "300306", "Łubowo", 0},
        // A county without such a town: of a city its own is taken, of a village none.
        {{"koniński", "", "Gniezno"}, "3003", "300301", "Gniezno", 1},
        {{"koniński", "", "Konin"}, "3062", "306201", "Konin", 1},
        {{"poznański", "", "Poznań"}, "3064", "306401", "Poznań", 1},
        {{"m. Poznań", "", "Podanin"}, "", "", "Podanin", 1},
        {{"leszczyński", "", "Dąbrowa"}, "", "", "Dąbrowa", 1},
        {{"chodzieski", "", "Podanin"}, "3001", "300103", "Podanin", 0},
        // In another grammatical case.
        {{"", "", "Poznaniu"}, "3064", "306401", "Poznań", 1},
        {{"", "", "Środzie Wielkopolskiej"}, "3025", "302504", "Środa Wielkopolska", 1},
        {{"chodzieski", "", "Podaninie"}, "3001", "300103", "Podanin", 1},
        {{"", "", "Krakowie"}, "", "", "Krakowie", 1},
        {{"", "", "Podaninie"}, "", "", "Podaninie", 1},  // a village: nothing says it is meant
        {{"kaliski", "", "Podaninie"}, "3007", "", "Podaninie", 1},
    }));
    INFO(row.written.county << " / " << row.written.municipality << " / " << row.written.town);
    static const TownForms forms(region(), std::string(WESPOL_RESOURCE_DIR) + "/polish.dict");
    const ResolvedPlace found = resolve_place(
        region(), row.written, [](const std::string& town) { return forms.base_names(town); });
    CHECK(found.county.value_or("") == row.county);
    CHECK(found.municipality.value_or("") == row.municipality);
    CHECK(found.town.value_or("") == row.town);
    CHECK(found.doubts.size() == row.doubts);
}
