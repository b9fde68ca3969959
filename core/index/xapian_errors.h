// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian::Error is not a std::exception: here, and nowhere else, it becomes wespol::Error.
#pragma once

#include "core/support/error.h"
#include "core/support/system_reason.h"

#include <string>
#include <string_view>

#include <xapian.h>

namespace wespol {

template <class Work>
auto translating_xapian_errors(std::string_view doing, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        const std::string description = error.get_description();
        if (const auto reason = system_reason_in(description))
            throw Error(ErrorCode::environment, std::string(doing) + ": " + reason->message,
                        reason->hint);
        throw Error(ErrorCode::environment, std::string(doing) + ": " + description,
                    "Sprawdź indeks: wespol-indexer verify --index INDEKS");
    }
}

}  // namespace wespol
