// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publishing/publication_limits.h"

#include "core/support/error.h"
#include "core/support/files.h"
#include "tests/support/catch.hpp"
#include "tests/support/data_folder.h"
#include "tests/support/text.h"

#include <string>
#include <vector>

using namespace wespol;
using test::has;

namespace {

template <class Work>
std::string refusal(Work work) {
    try {
        work();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::data_rejected);
        CHECK_FALSE(error.hint().empty());
        return error.what();
    }
    return "";
}

RecordChanges records(std::size_t before, std::size_t after, std::size_t gone) {
    RecordChanges made;
    made.before = before;
    made.after = after;
    made.gone.resize(gone);
    return made;
}

std::string loss(const RecordChanges& entities, const RecordChanges& certificates) {
    ChangeSet changes;
    changes.entities = entities;
    changes.certificates = certificates;
    return refusal([&] { refuse_losses(changes, {}, {}); });
}

}  // namespace

TEST_CASE("losses beyond the limits stop a publication, with the figures", "[limits]") {
    const RecordChanges few = records(10, 10, 0);
    CHECK(loss(few, few).empty());
    CHECK(loss(records(354, 340, 14), few).empty());
    CHECK(loss(records(354, 354, 100), few).empty());  // as many came: the number did not fall
    CHECK(loss(records(10, 7, 3), few).empty());
    CHECK(has(loss(records(354, 300, 54), few),
              "ubywa podmiotów: 54 z 354 (15,3%); granica: 3 albo 10%"));
    CHECK(loss(few, records(24, 22, 2)).empty());
    RecordChanges merged = records(24, 20, 4);  // certificates that are others' now are not lost
    for (RecordChange& each : merged.gone)
        each.moved_to = "zp-inny";
    CHECK(loss(few, merged).empty());
    CHECK(has(loss(few, records(24, 24, 3)), "znika certyfikatów: 3 z 24 (12,5%); granica: 2"));
    CHECK(has(loss(few, records(2, 0, 2)), "znika certyfikatów: 2 z 2 (100%)"));
    const std::string both = loss(records(100, 50, 50), records(9, 0, 9));
    CHECK(has(both, "podmiotów"));
    CHECK(has(both, "certyfikatów"));
}

TEST_CASE("a list that is empty and held records is a loss", "[limits]") {
    ChangeSet changes;
    changes.published_rows = {{"sources/certificates-2026.xlsx", 1}};
    LoadedCatalogue loaded;
    loaded.sources = {{"sources/certificates-2026.xlsx", 0, 0, true},
                      {"sources/certificates-nowe.xlsx", 0, 0, true}};
    const std::string said = refusal([&] { refuse_losses(changes, loaded, {}); });
    CHECK(has(said, "sources/certificates-2026.xlsx: plik jest pusty"));
    CHECK_FALSE(has(said, "nowe"));
}

TEST_CASE("a source of which every row is wrong is never let past", "[limits]") {
    LoadedCatalogue loaded;
    loaded.catalogue.entities.resize(1);
    const auto said = [&](std::size_t rows, std::size_t rejected) {
        loaded.sources = {{"sources/entities.jsonl", 400, 0, true},
                          {"sources/entities-x.jsonl", rows, rejected, true}};
        return refusal([&] { refuse_broken(loaded, {}); });
    };
    CHECK(said(0, 0).empty());
    CHECK(said(3, 2).empty());
    for (const std::size_t rows : {1, 2})
        CHECK(has(said(rows, rows), "sources/entities-x.jsonl: wszystkie wiersze są złe"));
}

TEST_CASE("limits are read from the data folder; what is not there is as usual", "[limits]") {
    const test::DataFolder folder;
    const PublicationLimits usual;
    CHECK(load_publication_limits(folder.path()).rejected_rows.few == usual.rejected_rows.few);
    folder.write("publishing.json",
                 "{\n  \"certificates_lost\": {\"few\": 7, \"share\": 0.25}\n}\n");
    const PublicationLimits limits = load_publication_limits(folder.path());
    CHECK(limits.certificates_lost.few == 7);
    CHECK(limits.certificates_lost.share == 0.25);
    CHECK(limits.entities_lost.share == usual.entities_lost.share);
}

TEST_CASE("limits that are written wrongly are refused", "[limits]") {
    const test::DataFolder folder;
    const auto [text, part] = GENERATE(table<std::string, std::string>({
        {"", "obiekt"},
        {"[]", "obiekt"},
        {R"({"certificate_lost": {"few": 1, "share": 0}})", "certificate_lost"},
        {R"({"entities_lost": {"few": 1, "share": 10}})", "entities_lost.share"},
        {R"({"entities_lost": {"few": -1, "share": 0}})", "entities_lost.few"},
        {R"({"entities_lost": {"share": 0.1}})", "entities_lost.few"},
        {R"({"entities_lost": 5})", "entities_lost"},
        {R"({"entities_lost": {"few": 1, "share": 0.1, "part": 1}})", "entities_lost.part"},
    }));
    INFO(text);
    folder.write("publishing.json", text);
    const std::string said = refusal([&] { load_publication_limits(folder.path()); });
    INFO(said);
    CHECK(has(said, "publishing.json"));
    CHECK(has(said, part));
}

TEST_CASE("the limits that come with the catalogue are those of the program", "[limits]") {
    const PublicationLimits written =
        load_publication_limits(std::filesystem::path(WESPOL_SOURCE_DIR) / "data");
    const PublicationLimits usual;
    for (const auto member :
         {&PublicationLimits::rejected_rows, &PublicationLimits::entities_lost,
          &PublicationLimits::certificates_lost, &PublicationLimits::products_lost}) {
        CHECK((written.*member).few == (usual.*member).few);
        CHECK((written.*member).share == (usual.*member).share);
    }
}
