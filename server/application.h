// SPDX-License-Identifier: GPL-3.0-or-later
// The site as one function from request to answer: finds the route, takes the current snapshot
// once, calls the handler, logs one line. Knows nothing of sockets. Thread-safe.
#pragma once

#include "core/catalogue/calendar.h"
#include "server/asset_table.h"
#include "server/http/message.h"
#include "server/pages/page_renderer.h"
#include "server/snapshot_follower.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace wespol {

struct Exchange;

class Application {
  public:
    using Clock = std::function<Day()>;

    /// `snapshots` must live longer. Throws Error(environment) when a resource is missing.
    Application(const SnapshotFollower& snapshots, const std::filesystem::path& resources,
                Clock today = today_in_warsaw);

    /// What may be sent to that path, by the table of routes.
    static Accepted accepted(std::string_view path);

    /// Never throws for what a request may bring: a failure is logged and answered with 500.
    HttpResponse answer(const HttpRequest& request) const;

  private:
    using Handler = HttpResponse (*)(const Exchange&);
    HttpResponse dispatch(const HttpRequest& request, Handler handler, std::string argument) const;

    const SnapshotFollower& snapshots_;
    PageRenderer pages_;
    AssetTable assets_;
    std::string resource_digest_;
    Clock today_;
};

}  // namespace wespol
