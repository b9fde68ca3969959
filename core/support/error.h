// SPDX-License-Identifier: GPL-3.0-or-later
// The one exception of the project: what stands in the way of the work as a whole.
// Thrown where it is noticed, caught in main or at the top of a request. Mistakes in input are
// values instead (core/support/result.h, core/support/diagnostic.h).
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace wespol {

/// The exit codes of the indexer follow these (docs: api.md).
enum class ErrorCode {
    usage = 1,         ///< the command was given wrongly
    environment = 2,   ///< disk, permissions, lock, a missing or damaged file
    data_rejected = 3  ///< the sources cannot be published as they are
};

class Error : public std::runtime_error {
  public:
    /// `message` says what failed, `hint` what to do about it (may be empty).
    Error(ErrorCode code, const std::string& message, std::string hint = {})
        : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

    ErrorCode code() const noexcept { return code_; }
    const std::string& hint() const noexcept { return hint_; }

  private:
    ErrorCode code_;
    std::string hint_;
};

}  // namespace wespol
