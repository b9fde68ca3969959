// SPDX-License-Identifier: GPL-3.0-or-later
// Only so many files are made and sent at once: a long one takes seconds of a processor and, to a
// slow client, minutes of a worker, and the rest of the site must go on. Thread-safe.
#pragma once

#include <chrono>
#include <memory>
#include <semaphore>

namespace wespol {

class FilePlaces {
  public:
    static constexpr int kAtOnce = 3;
    static constexpr std::chrono::seconds kPatience{2};

    /// Taken as long as the value lives, which may not be longer than this; null when none got
    /// free in time.
    std::shared_ptr<const void> take() {
        if (!free_.try_acquire_for(kPatience)) return nullptr;
        return {static_cast<const void*>(this), [this](const void*) { free_.release(); }};
    }

  private:
    std::counting_semaphore<kAtOnce> free_{kAtOnce};
};

}  // namespace wespol
