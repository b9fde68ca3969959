// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/security_policy.h"

#include <fmt/format.h>

namespace wespol {

std::string security_policy(std::string_view images_from) {
    return fmt::format(
        "default-src 'none'; style-src 'self'; script-src 'self'; "
        "img-src 'self' data:{}{}; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        images_from.empty() ? "" : " ", images_from);
}

}  // namespace wespol
