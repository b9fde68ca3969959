// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/list_publication.h"

#include "core/index/index_builder.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "indexer/diff/change_json.h"
#include "indexer/linking/certificate_linker.h"
#include "indexer/merging/certificate_merger.h"
#include "indexer/report/build_report.h"
#include "indexer/watching/dropped_name.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <unistd.h>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace wespol {
namespace {

namespace fs = std::filesystem;

/// The wish to end waits until both folders say the same.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t held;
        sigemptyset(&held);
        for (const int each : {SIGTERM, SIGINT, SIGHUP})
            sigaddset(&held, each);
        ::sigprocmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

  private:
    sigset_t before_{};
};

void rename_over(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) == 0) return;
    throw Error(ErrorCode::environment,
                fmt::format("Nie można podmienić {}: {}", to.string(), std::strerror(errno)));
}

std::string time_of_day() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y%m%dT%H%M%SZ}", fmt::gmtime(now));
}

/// Puts the copy in the place of the list, and back again unless it is kept.
class Replacement {
  public:
    Replacement(const fs::path& copy, const fs::path& place)
        : place_(place),
          aside_(place.parent_path() / ("." + place.filename().string() + ".previous")),
          had_one_(fs::exists(place)) {
        const fs::path beside =
            place.parent_path() / ("." + place.filename().string() + ".arriving");
        copy_list(copy, beside);
        if (had_one_) rename_over(place_, aside_);
        rename_over(beside, place_);
        sync_path(place_.parent_path());
    }
    ~Replacement() {
        std::error_code nothing_more_to_do;
        if (is_kept_) return;
        if (had_one_)
            fs::rename(aside_, place_, nothing_more_to_do);
        else
            fs::remove(place_, nothing_more_to_do);
    }
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    void keep() { is_kept_ = true; }

    /// What was there before, if anything: for the inbox.
    void hand_over_previous(const Inbox& inbox) const {
        if (!had_one_) return;
        inbox.put(fmt::format("{}{}{}", place_.filename().string(), kPreviousEnding, time_of_day()),
                  read_file(aside_));
        fs::remove(aside_);
    }

  private:
    fs::path place_, aside_;
    bool had_one_ = false;
    bool is_kept_ = false;
};

}  // namespace

bool is_published_as_it_is(const fs::path& data, const fs::path& dictionary,
                           const Preparation& prepared) {
    if (!prepared.served) return false;
    LoadedCatalogue loaded = load_catalogue(data, dictionary);
    link_certificates(loaded, prepared.analyzer);
    merge_certificates(loaded);
    return prepared.served->manifest.content_digest ==
           content_digest(loaded.catalogue, *prepared.analyzer);
}

ListPublication publish_list(const Inbox& inbox, const fs::path& data, const TrialFolder& trial,
                             const GenerationStore& store, const Preparation& prepared) {
    const KeptReport report =
        build_report(prepared.loaded, prepared.changes, changes_json(prepared.changes));
    const Manifest manifest =
        build_generation(prepared.loaded.catalogue, prepared.analyzer, store, report);
    const SignalsHeld until_both_are_done;
    Replacement replacement(trial.list(), data / trial.list_name());
    store.publish(manifest.generation);
    replacement.keep();
    try {
        replacement.hand_over_previous(inbox);
    } catch (const Error& error) {
        return {manifest.generation, fmt::format("Poprzednia lista została w katalogu danych jako "
                                                 "plik ukryty: {}",
                                                 error.what())};
    }
    return {manifest.generation, ""};
}

}  // namespace wespol
