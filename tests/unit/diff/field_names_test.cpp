// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/field_names.h"

#include "core/catalogue/record_keys.h"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace wespol;

namespace {

using Strings = std::vector<std::string>;

struct KeyCollector {
    template <class T>
    void operator()(const char* key, const T&) {
        keys.emplace_back(key);
    }
    Strings keys;
};

template <class Record>
Strings keys_of() {
    KeyCollector collector;
    const Record record{};
    detail::visit_keys(collector, record);
    return collector.keys;
}

}  // namespace

TEST_CASE("every field of a record has a Polish name", "[diff]") {
    Strings keys = keys_of<Entity>();
    for (const Strings& more : {keys_of<Certificate>(), keys_of<Product>()})
        keys.insert(keys.end(), more.begin(), more.end());
    for (const std::string& key : keys_of<Provenance>())
        if (key != "row") keys.push_back("provenance." + key);
    for (const std::string& key : keys) {
        if (key == "provenance") continue;
        INFO(key);
        CHECK(rank_of_field(key) < rank_of_field("there is no such field"));
    }
}
