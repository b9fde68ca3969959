// SPDX-License-Identifier: GPL-3.0-or-later
// Whole answers compared with files of tests/golden. WESPOL_UPDATE_GOLDEN=1 writes them instead:
// look at the difference before keeping it.
#pragma once

#include <string>

namespace wespol::test {

/// Fails the test where `actual` first differs from tests/golden/<name>.
void check_golden(const std::string& name, const std::string& actual);

/// Without what differs from run to run: the name of the generation, the day of publication and the
/// hashes in asset names.
std::string masked(std::string text, const std::string& generation);

}  // namespace wespol::test
