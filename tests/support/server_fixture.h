// SPDX-License-Identifier: GPL-3.0-or-later
// The real server over a real index in a temporary folder, on a free port of this machine.
#pragma once

#include "core/index/generation_store.h"
#include "core/index/manifest.h"
#include "server/application.h"
#include "server/http/http_server.h"
#include "server/snapshot_follower.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/test_catalogue.h"

#include <memory>
#include <string>

#include <httplib.h>

namespace wespol::test {

/// One for the whole run: reading the dictionary is the slow part.
std::shared_ptr<const Analyzer> test_analyzer();

/// Shortly before noon in Warsaw on kTestToday.
inline constexpr Moment kTestNow = kTestToday + std::chrono::seconds{39'127};
inline constexpr const char* kTestUrl = "https://wespol.example";

class TestIndex {
  public:
    const GenerationStore& store() const { return store_; }
    const std::filesystem::path& path() const { return directory_.path(); }
    std::filesystem::path keys() const { return directory_.path() / "keys"; }

    Manifest build(const Catalogue& catalogue) const;
    Manifest publish(const Catalogue& catalogue) const;

  private:
    TemporaryDirectory directory_;
    GenerationStore store_{directory_.path()};
};

/// Serves `index`, in which something must be published; today is kTestToday unless told.
class RunningServer {
  public:
    explicit RunningServer(
        const TestIndex& index, Application::Clock clock = [] { return kTestNow; },
        MapLayers map = {});

    int port() const { return server_.port(); }
    const SnapshotFollower& snapshots() const { return snapshots_; }

    httplib::Client client() const;

    /// Fails the test when there is no answer at all.
    httplib::Response get(const std::string& path, const httplib::Headers& headers = {}) const;

    httplib::Response post(const std::string& path, const std::string& body,
                           const std::string& content_type) const;
    httplib::Response post(const std::string& path,
                           const httplib::MultipartFormDataItems& parts) const;

    /// What the server sends back until it closes the connection; `later` follows once it has had
    /// time to read the first bytes.
    std::string send_raw(const std::string& bytes, const std::string& later = "") const;

  private:
    SnapshotFollower snapshots_;
    Application application_;
    HttpServer server_;
};

/// The test catalogue, served from the first call to the end of the run: for tests that only read.
const RunningServer& shared_server();
/// The same of the embedded data/.
const RunningServer& embedded_server();

}  // namespace wespol::test
