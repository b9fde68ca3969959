// SPDX-License-Identifier: GPL-3.0-or-later
// The analyzer with the real dictionary, opened once for all unit tests.
#pragma once

#include "core/analysis/analyzer.h"

namespace wespol::test {

const Analyzer& analyzer();

}  // namespace wespol::test
