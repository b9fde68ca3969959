// SPDX-License-Identifier: GPL-3.0-or-later
// An environment without variables: whatever the tests run in must not change what they find.
#pragma once

namespace wespol::test {

inline const char* no_variable(const char*) {
    return nullptr;
}

}  // namespace wespol::test
