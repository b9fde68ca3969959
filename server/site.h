// SPDX-License-Identifier: GPL-3.0-or-later
// The application in service, and the next one when its files were changed: templates, messages,
// styles and keys are read anew without a request being lost. The index is followed by itself.
// answer() is thread-safe; reload() from one thread.
#pragma once

#include "server/answered_request.h"
#include "server/application.h"
#include "server/http/message.h"
#include "server/map/map_layers.h"
#include "server/snapshot_follower.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace wespol {

class Site {
  public:
    /// `snapshots` must live longer. Throws Error(environment) when a file is missing.
    Site(const SnapshotFollower& snapshots, std::filesystem::path resources,
         std::filesystem::path keys, std::string public_url, MapLayers map = {},
         RequestObserver observer = {},
         std::chrono::milliseconds search_limit = Application::kUnhurried);

    HttpResponse answer(const HttpRequest& request) const;

    /// False when the files are not in order: it is logged, and what was read before stays.
    bool reload();

  private:
    std::shared_ptr<const Application> opened() const;
    std::shared_ptr<const Application> current() const;

    const SnapshotFollower& snapshots_;
    std::filesystem::path resources_, keys_;
    std::string public_url_;
    MapLayers map_;
    RequestObserver observer_;
    std::chrono::milliseconds search_limit_;
    mutable std::mutex mutex_;  ///< guards it for the time of a copy
    std::shared_ptr<const Application> application_;
};

}  // namespace wespol
