// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/doc_set.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

DocSet set_of(std::initializer_list<DocId> documents, DocId last = 200) {
    DocSet set(last);
    for (const DocId document : documents)
        set.add(document);
    return set;
}

std::vector<DocId> listed(const DocSet& set) {
    std::vector<DocId> documents;
    set.for_each([&](DocId document) { documents.push_back(document); });
    return documents;
}

}  // namespace

TEST_CASE("A set of documents lists them in order, across words and at the ends") {
    const DocSet set = set_of({200, 1, 64, 63, 128});
    CHECK(listed(set) == std::vector<DocId>{1, 63, 64, 128, 200});
    CHECK(set.count() == 5);
    CHECK(set.contains(64));
    CHECK_FALSE(set.contains(65));
    CHECK_FALSE(set.contains(5000));
}

TEST_CASE("Sets of documents combine") {
    DocSet both = set_of({1, 64, 70});
    both &= set_of({64, 70, 71});
    CHECK(listed(both) == std::vector<DocId>{64, 70});

    DocSet either = set_of({1});
    either |= set_of({200});
    CHECK(listed(either) == std::vector<DocId>{1, 200});

    DocSet rest = set_of({1, 64, 70});
    rest -= set_of({64});
    CHECK(listed(rest) == std::vector<DocId>{1, 70});
}

TEST_CASE("next finds the first document from a number on, 0 when there is none") {
    const DocSet set = set_of({63, 64, 200});
    CHECK(set.next(1) == 63);
    CHECK(set.next(63) == 63);
    CHECK(set.next(64) == 64);
    CHECK(set.next(65) == 200);
    CHECK(set.next(201) == 0);
    CHECK(set.next(9999) == 0);
    CHECK(DocSet(10).next(1) == 0);
}

TEST_CASE("all holds every document and none beyond") {
    for (const DocId last : {1u, 5u, 63u, 64u, 65u, 127u, 128u}) {
        INFO(last);
        const DocSet set = DocSet::all(last);
        CHECK(set.count() == last);
        CHECK(set.next(1) == 1);
        CHECK(set.contains(last));
        CHECK_FALSE(set.contains(0));
        CHECK(set.next(last + 1) == 0);
    }
}
