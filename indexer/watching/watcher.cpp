// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/watcher.h"

#include "core/analysis/folding.h"
#include "core/index/generation_store.h"
#include "core/support/digest.h"
#include "core/support/error.h"
#include "indexer/watching/data_state.h"
#include "indexer/watching/dropped_name.h"
#include "indexer/watching/list_report.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <optional>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

using namespace std::chrono_literals;

constexpr auto kQuietBefore = 1s;      ///< a file that did not change for so long is whole
constexpr auto kLongestGrowing = 20s;  ///< after that a single look leaves it for the next one
constexpr auto kLookAgain = 60s;       ///< at all of it: decisions were made, an event was lost
constexpr auto kLongestCheck = 30min;
constexpr auto kToEndIn = 30s;  ///< a child that was asked to end

/// Exit codes of a child: no accident looks like a verdict.
constexpr int kFirstOutcome = 10;

ListOutcome outcome_of(int status) {
    constexpr auto last = static_cast<int>(ListOutcome::failed);
    const int number = WEXITSTATUS(status) - kFirstOutcome;
    if (!WIFEXITED(status) || number < 0 || number > last) return ListOutcome::failed;
    return static_cast<ListOutcome>(number);
}

}  // namespace

Watcher::Watcher(const std::filesystem::path& inbox, WatchRules rules, std::ostream& log)
    : inbox_(inbox), events_(inbox), rules_(std::move(rules)), log_(log) {}

void Watcher::watch() {
    log_ << fmt::format("Pilnuję skrzynki {}; {}.\n", inbox_.directory().string(),
                        rules_.publishes_clean
                            ? "publikuję listy, w których nie ma nic do rozstrzygnięcia"
                            : "niczego nie publikuję, tylko sprawdzam")
         << std::flush;
    Clock::time_point last_look{};
    while (!events_.is_to_end()) {
        if (Clock::now() - last_look >= kLookAgain) {
            look_at_all();
            last_look = Clock::now();
        }
        handle_due(false);
        if (events_.is_to_end()) break;
        const InboxEvents::News news = events_.wait(time_to_next());
        for (const std::string& name : news.names) {
            told_.erase(name);
            notice(name);
        }
        if (news.has_lost_some) look_at_all();
    }
    log_ << "Koniec pracy.\n" << std::flush;
}

Watcher::Tally Watcher::look_once() {
    look_at_all();
    while (!pending_.empty() && !events_.is_to_end()) {
        handle_due(true);
        if (!pending_.empty()) events_.wait(time_to_next());
    }
    return tally_;
}

void Watcher::look_at_all() {
    for (const std::string& name : inbox_.names())
        notice(name);
}

void Watcher::notice(const std::string& name) {
    if (pending_.contains(name) || read_dropped_name(name).kind == DroppedKind::passing) return;
    const auto stamp = stamp_of(inbox_.directory() / name);
    if (!stamp || inbox_.was_checked(name, state_of(name, *stamp))) return;
    if (stamp->kind == FileStamp::Kind::folder) {
        if (told_.insert(name).second) say(name, "to katalog, a nie plik; nie zaglądam do niego");
        return;
    }
    const Clock::time_point now = Clock::now();
    pending_[name] = {*stamp, now, now + kQuietBefore};
}

void Watcher::handle_due(bool gives_up_on_growing) {
    while (!events_.is_to_end()) {
        const auto due = std::ranges::find_if(
            pending_, [](const auto& each) { return each.second.due <= Clock::now(); });
        if (due == pending_.end()) return;
        const auto [name, waited] = *due;
        const auto stamp = stamp_of(inbox_.directory() / name);
        if (stamp && *stamp != waited.stamp) {
            const bool is_given_up =
                gives_up_on_growing && Clock::now() - waited.first_seen > kLongestGrowing;
            due->second = {*stamp, waited.first_seen, Clock::now() + kQuietBefore};
            if (!is_given_up) continue;
            say(name, "jeszcze się zapisuje; sprawdzę następnym razem");
        }
        pending_.erase(name);
        if (!stamp)
            say(name, "zniknął, zanim go przeczytano");
        else if (*stamp == waited.stamp)
            handle(name, *stamp);
    }
}

void Watcher::handle(const std::string& name, const FileStamp& stamp) {
    say(name, fmt::format("przyjęto ({} B), sprawdzam", stamp.bytes));
    const std::string state = state_of(name, stamp);
    const ListOutcome outcome = check_in_a_process(name, stamp);
    if (events_.is_to_end() && outcome == ListOutcome::failed) return;
    ++tally_.checked;
    if (outcome == ListOutcome::rejected) ++tally_.rejected;
    if (outcome == ListOutcome::failed) ++tally_.failed;
    // What failed for the time being is looked at again, what ends a program is not.
    if (outcome != ListOutcome::failed) inbox_.remember(name, state);
}

/// In a child: a file that brings the reader down, or to a standstill, brings down nothing else.
ListOutcome Watcher::check_in_a_process(const std::string& name, const FileStamp& stamp) {
    log_ << std::flush;
    const pid_t child = ::fork();
    if (child < 0)
        throw Error(ErrorCode::environment,
                    fmt::format("Nie można uruchomić procesu: {}", std::strerror(errno)));
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        events_.let_go();
        auto outcome = ListOutcome::failed;
        try {
            const ListVerdict verdict = check_list(inbox_, name, stamp, rules_);
            say(name, verdict.line);
            outcome = verdict.outcome;
        } catch (const std::exception& error) {
            say(name, error.what());
        }
        ::_exit(kFirstOutcome + static_cast<int>(outcome));
    }
    const Clock::time_point start = Clock::now();
    std::optional<Clock::time_point> asked_to_end;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        const InboxEvents::News news = events_.wait(500ms);
        for (const std::string& other : news.names)
            notice(other);
        if (news.has_lost_some) look_at_all();
        const Clock::time_point now = Clock::now();
        if ((events_.is_to_end() || now - start > kLongestCheck) && !asked_to_end) {
            ::kill(child, SIGTERM);
            asked_to_end = now;
        }
        if (asked_to_end && now - *asked_to_end > kToEndIn) ::kill(child, SIGKILL);
    }
    if (WIFEXITED(status) || events_.is_to_end()) return outcome_of(status);
    const std::string why =
        asked_to_end ? "sprawdzanie trwało za długo" : "program przerwał pracę nad tym plikiem";
    say(name, why);
    put_reports(inbox_,
                {name,
                 "",
                 ListOutcome::rejected,
                 why + "; niczego nie opublikowano.",
                 {"Zapisz listę jeszcze raz, najlepiej w nowym arkuszu.",
                  "Jeśli to nie pomoże, wyślij ją osobie, która opiekuje się programem."},
                 ""},
                nullptr);
    return ListOutcome::rejected;
}

/// Equal as long as nothing that the check depends on has changed.
std::string Watcher::state_of(const std::string& name, const FileStamp& stamp) const {
    const auto current = GenerationStore(rules_.index).current();
    return sha256(fmt::format("{}\n{} {} {}\n{}\n{}\n{}\n{}", name, stamp.inode, stamp.bytes,
                              stamp.changed_ns, data_state(rules_.data),
                              current ? current->filename().string() : "", rules_.publishes_clean,
                              WESPOL_VERSION));
}

std::chrono::milliseconds Watcher::time_to_next() const {
    Clock::time_point next = Clock::now() + kLookAgain;
    for (const auto& [name, waited] : pending_)
        next = std::min(next, waited.due);
    return std::chrono::ceil<std::chrono::milliseconds>(
        std::max(next - Clock::now(), Clock::duration::zero()));
}

void Watcher::say(const std::string& name, const std::string& what) {
    log_ << clean_utf8(name) << ": " << clean_utf8(what) << '\n' << std::flush;
}

}  // namespace wespol
