// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catalogue_index.h"

#include "core/index/generation_store.h"
#include "core/index/index_builder.h"
#include "indexer/loading/catalogue_loader.h"
#include "tests/support/server_fixture.h"

namespace wespol::test {

const Catalogue& embedded_catalogue() {
    static const Catalogue catalogue =
        load_catalogue(std::string(WESPOL_SOURCE_DIR) + "/data").catalogue;
    return catalogue;
}

std::shared_ptr<const IndexSnapshot> embedded_snapshot() {
    static const TestIndex index;
    static const std::shared_ptr<const IndexSnapshot> snapshot = [] {
        const Manifest manifest = index.publish(embedded_catalogue());
        return IndexSnapshot::open(index.store().path_of(manifest.generation), test_analyzer());
    }();
    return snapshot;
}

}  // namespace wespol::test
