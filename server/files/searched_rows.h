// SPDX-License-Identifier: GPL-3.0-or-later
// A search → the rows of its file: everything it finds, in the order of its pages. Owns what it
// needs, so that the rows can be made after the request is gone. Rows are made by the thread that
// asks for them.
#pragma once

#include "core/catalogue/warsaw_time.h"
#include "core/index/index_snapshot.h"
#include "core/search/searcher.h"
#include "server/files/certificate_columns.h"
#include "server/files/entity_columns.h"
#include "server/files/row_source.h"
#include "server/pages/page_renderer.h"

#include <memory>
#include <optional>
#include <string>

namespace wespol {

/// What a file is made of, whatever its format.
struct SearchedFile {
    std::shared_ptr<const IndexSnapshot> snapshot;
    Day today;
    Language language;
    const PageRenderer& pages;
    std::string site;  ///< "https://wespol.example"
    Moment made;
    std::string address;  ///< of the file itself, without the site
    SearchRequest request;

    Searcher searcher() const { return Searcher(snapshot, today, language); }
};

/// `columns`: null = those that are usual. `is_map`: for a format that shows places.
RowSource entity_rows(SearchedFile file, std::optional<ChosenColumns<EntityRow>> columns,
                      bool is_map);
RowSource certificate_rows(SearchedFile file, std::optional<ChosenColumns<CertificateHit>> columns);

}  // namespace wespol
