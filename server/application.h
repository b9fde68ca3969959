// SPDX-License-Identifier: GPL-3.0-or-later
// The site as one function from request to answer: finds the route, takes the current snapshot
// once, calls the handler, tells the observer. Knows nothing of sockets. Thread-safe.
#pragma once

#include "core/catalogue/warsaw_time.h"
#include "core/search/deadline.h"
#include "server/answered_request.h"
#include "server/asset_table.h"
#include "server/files/file_places.h"
#include "server/http/message.h"
#include "server/map/map_layers.h"
#include "server/pages/page_renderer.h"
#include "server/past_generations.h"
#include "server/protocol/protocol_desk.h"
#include "server/snapshot_follower.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct Exchange;

/// A row of the table of routes, of those that are no pages.
struct RouteOfPrograms {
    std::string_view pattern;  ///< a '*' at the end stands for at least one character
    Accepted accepted;
};

class Application {
  public:
    using Clock = std::function<Moment()>;
    static Moment now();
    static constexpr std::chrono::milliseconds kUnhurried = std::chrono::hours(1);

    /// `snapshots` must live longer; `public_url` is how the world reaches us, without a slash at
    /// the end; `search_limit` is the time of one request for searching. Throws Error(environment)
    /// when a resource is missing.
    Application(const SnapshotFollower& snapshots, const std::filesystem::path& resources,
                KeyRing keys, std::string public_url, Clock clock = now, MapLayers map = {},
                RequestObserver observer = {}, std::chrono::milliseconds search_limit = kUnhurried);

    /// What may be sent to that path, by the table of routes.
    static Accepted accepted(std::string_view path);

    static std::vector<RouteOfPrograms> routes_of_programs();

    /// Never throws for what a request may bring: a failure is logged and answered with 500.
    HttpResponse answer(const HttpRequest& request) const;

  private:
    using Handler = HttpResponse (*)(const Exchange&);
    HttpResponse dispatch(const HttpRequest& request, Handler handler, std::string argument,
                          const Deadline& deadline) const;

    const SnapshotFollower& snapshots_;
    PageRenderer pages_;
    AssetTable assets_;
    std::string resource_digest_;
    Clock clock_;
    RequestObserver observer_;
    std::chrono::milliseconds search_limit_;
    std::string public_url_;
    MapLayers map_;
    mutable FilePlaces file_places_;
    PastGenerations past_generations_;
    ProtocolDesk protocols_;
};

}  // namespace wespol
