// SPDX-License-Identifier: GPL-3.0-or-later
// One request with everything its handler may use: the snapshot it is answered from (taken once),
// the day, the language. A handler is a function from Exchange to HttpResponse. Lives for one
// request, used by one thread.
#pragma once

#include "core/catalogue/warsaw_time.h"
#include "core/index/index_snapshot.h"
#include "core/search/request_decoder.h"
#include "core/search/searcher.h"
#include "server/asset_table.h"
#include "server/files/file_places.h"
#include "server/http/message.h"
#include "server/pages/page_renderer.h"

#include <memory>
#include <string>
#include <vector>

namespace wespol {

class ProtocolDesk;
struct MapLayers;

struct Exchange {
    const HttpRequest& request;
    std::string argument;  ///< what stands for the '*' of the route's pattern
    std::shared_ptr<const IndexSnapshot> snapshot;
    Moment now;
    Day today;  ///< in Warsaw, at that moment
    Language language;
    std::vector<ParameterProblem> language_problems;
    const PageRenderer& pages;
    const AssetTable& assets;
    const std::string& resource_digest;
    const ProtocolDesk& protocols;
    FilePlaces& file_places;
    const std::string& public_url;  ///< how the world reaches us, without a slash at the end
    const MapLayers& map;           ///< what lies under the points of the map
    std::string refusal;            ///< why the published generation is not served; "" when it is
    Deadline deadline;              ///< for what is shown at once; files take the time they need

    Searcher searcher() const { return Searcher(snapshot, today, language, deadline); }
};

/// The request's search parameters, with the problems of all of them.
DecodedRequest decode(const Exchange& exchange);

/// Of a page, for its ETag: it tells wrong parameters, so they make it another page.
std::string canonical(const DecodedRequest& decoded);

/// The day alone, and what is wrong with it: for pages where filters of searches count for nothing.
DecodedRequest decode_day(const Exchange& exchange, const Parameters& parameters);

/// `problems`: told at the top of the page.
PageContext page_context(const Exchange& exchange, Day as_of,
                         std::vector<ParameterProblem> problems = {});

}  // namespace wespol
