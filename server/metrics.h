// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for Prometheus: requests by route, method and status, how long they took, what is served,
// what the process uses. Nothing in them tells who asked or what for. The only place that knows the
// Prometheus library. Thread-safe.
#pragma once

#include "server/answered_request.h"
#include "server/snapshot_follower.h"

#include <memory>

namespace wespol {

class Metrics {
  public:
    /// `snapshots` must live longer.
    explicit Metrics(const SnapshotFollower& snapshots);
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void count(const AnsweredRequest& answered, bool was_slow);

    /// One that came to no handler: broken, too large, too slow, or there was no room.
    void count_refused(int status);

    /// GET /metrics in Prometheus' text format; 404 for every other path.
    HttpResponse answer(const HttpRequest& request) const;

  private:
    struct Families;
    const SnapshotFollower& snapshots_;
    std::unique_ptr<Families> families_;
};

}  // namespace wespol
