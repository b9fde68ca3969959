// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of a list found → a file to keep: CSV or an Excel workbook with a second sheet that
// says what it is. One row for each entity of a line. Thread-safe: no state.
#pragma once

#include "server/checks/list_check.h"
#include "server/checks/sent_list.h"
#include "server/exchange.h"

namespace wespol {

/// `format`: csv or xlsx.
HttpResponse check_file(const Exchange& exchange, const CheckReport& report, CheckFormat format);

}  // namespace wespol
