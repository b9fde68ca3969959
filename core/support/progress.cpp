// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/progress.h"

#include <utility>

namespace wespol {

ProgressStage::ProgressStage(const Progress& progress, Phase phase, std::size_t total,
                             std::string subject)
    : progress_(progress),
      phase_(phase),
      subject_(std::move(subject)),
      total_(total),
      told_(start_) {
    if (progress_) tell(false);
}

ProgressStage::~ProgressStage() {
    if (progress_) tell(true);
}

void ProgressStage::tell_when_due() {
    const std::unique_lock lock(telling_, std::try_to_lock);
    if (!lock) return;  // another thread tells
    const Clock::time_point now = Clock::now();
    if (now - told_ < kInterval) return;
    told_ = now;
    tell(false);
}

void ProgressStage::tell(bool is_over) {
    const auto passed =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
    progress_({phase_, subject_, done_.load(std::memory_order_relaxed), total_, passed, is_over});
}

}  // namespace wespol
