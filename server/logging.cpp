// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging.h"

#include <spdlog/spdlog.h>

namespace wespol {

void set_up_logging(Verbosity verbosity) {
    spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
    spdlog::flush_on(spdlog::level::info);
    spdlog::set_level(verbosity == Verbosity::requests ? spdlog::level::info : spdlog::level::off);
}

}  // namespace wespol
