// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/security_headers.h"

#include "server/http/security_policy.h"

namespace wespol {

const std::vector<std::pair<std::string, std::string>>& security_headers() {
    static const std::vector<std::pair<std::string, std::string>> headers{
        {kSecurityPolicyHeader, security_policy()},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy",
         "camera=(), microphone=(), payment=(), usb=(), geolocation=(self), browsing-topics=()"},
    };
    return headers;
}

}  // namespace wespol
