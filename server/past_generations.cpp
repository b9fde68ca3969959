// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/past_generations.h"

#include "core/support/digest.h"
#include "core/support/error.h"

#include <algorithm>
#include <utility>

#include <spdlog/spdlog.h>

namespace wespol {
namespace {

/// Names out of addresses must stay inside the store.
bool is_plain_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-';
    });
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
        spdlog::error("Generacja {}, o którą pyta protokół: {}", generation, error.what());
        return nullptr;
    }
    if (opened_.size() > kKept) opened_.pop_back();
    return opened_.front();
}

bool PastGenerations::is_there(const std::string& generation) const {
    return std::filesystem::exists(store_.path_of(generation) / kManifestFile);
}

std::string PastGenerations::manifest_digest(const std::string& generation) const {
    return sha256_of_file(store_.path_of(generation) / kManifestFile);
}

}  // namespace wespol
