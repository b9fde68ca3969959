// SPDX-License-Identifier: GPL-3.0-or-later
// How the server's log looks: one line per event on standard output, written at once. No addresses
// of clients and no query texts go into it. Call before the first thread starts.
#pragma once

namespace wespol {

enum class Verbosity {
    requests,  ///< every request, every publication, every failure
    nothing    ///< for tests
};

void set_up_logging(Verbosity verbosity);

}  // namespace wespol
