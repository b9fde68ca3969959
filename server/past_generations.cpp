// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/past_generations.h"

#include "core/support/ascii.h"
#include "core/support/digest.h"
#include "core/support/error.h"
#include "server/logging.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

/// Names out of addresses must stay inside the store.
bool is_plain_name(std::string_view name) {
    return !name.empty() &&
           std::ranges::all_of(name, [](char c) { return is_ascii_alphanumeric(c) || c == '-'; });
}

}  // namespace

PastGenerations::PastGenerations(const GenerationStore& store,
                                 std::shared_ptr<const Analyzer> analyzer)
    : store_(store), analyzer_(std::move(analyzer)) {}

std::shared_ptr<const IndexSnapshot> PastGenerations::find(const std::string& generation) const {
    if (!is_plain_name(generation)) return nullptr;
    const std::lock_guard lock(mutex_);
    const auto known = std::find_if(opened_.begin(), opened_.end(), [&](const auto& snapshot) {
        return snapshot->generation() == generation;
    });
    if (!is_there(generation)) {
        if (known != opened_.end()) opened_.erase(known);
        return nullptr;
    }
    if (known != opened_.end()) {
        opened_.splice(opened_.begin(), opened_, known);
        return opened_.front();
    }
    try {
        opened_.push_front(IndexSnapshot::open(store_.path_of(generation), analyzer_));
    } catch (const Error& error) {
        log(LogLevel::error, "past_generation_refused",
            {{"generation", generation}, {"reason", error.what()}});
        return nullptr;
    }
    if (opened_.size() > kKept) opened_.pop_back();
    return opened_.front();
}

bool PastGenerations::is_there(const std::string& generation) const {
    return std::filesystem::exists(store_.path_of(generation) / kManifestFile);
}

void PastGenerations::remember_protocol(const std::string& generation, Day today) const {
    const std::lock_guard lock(remembered_mutex_);
    if (remembered_.day != today) remembered_ = {today, {}, {}};
    if (remembered_.generations.contains(generation)) return;
    try {
        store_.remember_protocol(generation);
        remembered_.generations.insert(generation);
    } catch (const Error& error) {
        // Anybody may ask again and again: the log is told once.
        if (!remembered_.failed.insert(generation).second) return;
        log(LogLevel::error, "protocol_not_remembered",
            {{"generation", generation}, {"reason", error.what()}});
    }
}

std::string PastGenerations::manifest_digest(const std::string& generation) const {
    return sha256_of_file(store_.path_of(generation) / kManifestFile);
}

}  // namespace wespol
