// SPDX-License-Identifier: GPL-3.0-or-later
// A value, or the reason why there is none: for mistakes of users and of sources, which are
// expected and answered. The environment's failures (disk, memory, a damaged index) are not
// values: they throw wespol::Error (core/support/error.h).
#pragma once

#include "core/support/wording.h"

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace wespol {

/// What is wrong with a piece of input, in words for the one who gave it.
struct Problem {
    std::string message;                       ///< plain Polish, a whole sentence
    std::string english = {}, ukrainian = {};  ///< "" where it is said in Polish alone

    Wording wording() const { return {message, english, ukrainian}; }
};

template <class T>
using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> problem(const Wording& why) {
    const auto said = [&](Language language) {
        return why.is_in(language) ? why.in(language) : std::string();
    };
    return tl::unexpected<Problem>(
        Problem{said(Language::pl), said(Language::en), said(Language::uk)});
}

}  // namespace wespol
