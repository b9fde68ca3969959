// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site.h"

#include "core/support/error.h"
#include "server/logging.h"

#include <exception>
#include <string>
#include <utility>

namespace wespol {
namespace {

bool refuse(std::string reason) {
    log(LogLevel::error, "reload_failed", {{"reason", std::move(reason)}});
    return false;
}

}  // namespace

Site::Site(const SnapshotFollower& snapshots, std::filesystem::path resources,
           std::filesystem::path keys, std::string public_url, MapLayers map,
           RequestObserver observer)
    : snapshots_(snapshots),
      resources_(std::move(resources)),
      keys_(std::move(keys)),
      public_url_(std::move(public_url)),
      map_(std::move(map)),
      observer_(std::move(observer)),
      application_(opened()) {}

std::shared_ptr<const Application> Site::opened() const {
    return std::make_shared<const Application>(snapshots_, resources_, KeyRing::open(keys_),
                                               public_url_, Application::now, map_, observer_);
}

std::shared_ptr<const Application> Site::current() const {
    const std::lock_guard lock(mutex_);
    return application_;
}

HttpResponse Site::answer(const HttpRequest& request) const {
    const auto application = current();
    HttpResponse answer = application->answer(request);
    // A long body is made later, with what its application has.
    if (answer.write_body)
        answer.write_body = [application, write_body = std::move(answer.write_body)](
                                const BodySink& sink) { write_body(sink); };
    return answer;
}

bool Site::reload() {
    try {
        auto next = opened();
        const std::lock_guard lock(mutex_);
        application_.swap(next);
    } catch (const Error& failure) {
        return refuse(std::string(failure.what()) + " " + failure.hint());
    } catch (const std::exception& failure) {
        return refuse(failure.what());
    }
    log(LogLevel::info, "reloaded", {});
    return true;
}

}  // namespace wespol
