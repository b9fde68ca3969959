// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of generations: <index>/generations/<timestamp>-<digest>/ and <index>/current.
// A generation is built beside, verified, and published by one rename of the link; it never
// changes afterwards. One builder at a time (flock). Reading needs no lock.
#pragma once

#include "core/index/manifest.h"
#include "core/index/retention.h"

#include <chrono>
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

    /// What was served before the one that is, and was not taken back: what an undo returns to.
    /// Null when that is not known or not there any more.
    std::optional<std::string> previous() const;

    /// Deletes complete generations that fit none of the rules (never the current one nor one that
    /// is held) and half-built ones that nobody is building. One a protocol was made of stays also
    /// when its manifest cannot be read. Call with the lock held.
    void prune(const Retention& retention,
               std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) const;

    /// A protocol was made of it: from now on Retention::protocol_within counts for it. An empty
    /// file in <index>/protocols/ that bears its name; nothing of the protocol is in it. Throws
    /// Error(environment) when it cannot be written.
    void remember_protocol(const std::string& generation) const;

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
    /// Generations as they followed each other, the served one among them; what a return to an
    /// earlier one took back is not. One name a line in <index>/publications.
    std::vector<std::string> publications() const;
    void remember_publication(const std::string& generation) const;

    std::filesystem::path directory_;
};

}  // namespace wespol
