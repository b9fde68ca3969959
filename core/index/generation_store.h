// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of generations: <index>/generations/<timestamp>-<digest>/ and <index>/current.
// A generation is built beside, verified, and published by one rename of the link; it never
// changes afterwards. One builder at a time (flock). Reading needs no lock.
#pragma once

#include "core/index/manifest.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// Keeps a generation's files from being deleted while it is served, by this process or another:
/// a shared lock on its folder, given back when the hold ends.
class GenerationHold {
  public:
    GenerationHold() = default;
    /// Throws Error(environment) when the folder is gone or cannot be read.
    explicit GenerationHold(const std::filesystem::path& generation_directory);
    ~GenerationHold();
    GenerationHold(GenerationHold&& other) noexcept;
    GenerationHold& operator=(GenerationHold&& other) noexcept;

  private:
    int fd_ = -1;
};

class GenerationStore {
  public:
    explicit GenerationStore(std::filesystem::path index_directory);

    const std::filesystem::path& directory() const { return directory_; }

    /// The folder `current` points to; null when nothing is published.
    std::optional<std::filesystem::path> current() const;

    /// All complete generations, newest first. One whose manifest cannot be read is not complete.
    std::vector<Manifest> list() const;

    std::filesystem::path path_of(const std::string& generation) const;

    /// Points `current` at a complete generation of this store, once its files are verified.
    /// Throws Error(environment), and then nothing has changed.
    void publish(const std::string& generation) const;

    /// Deletes complete generations beyond the newest `keep` (never the current one nor one that is
    /// held) and half-built ones that nobody is building. Call with the lock held.
    void prune(std::size_t keep) const;

    /// Held while building. Throws Error(environment) when another builder holds it.
    class Lock {
      public:
        explicit Lock(const GenerationStore& store);
        ~Lock();
        Lock(const Lock&) = delete;
        Lock& operator=(const Lock&) = delete;

      private:
        int fd_;
    };

  private:
    std::filesystem::path directory_;
};

}  // namespace wespol
