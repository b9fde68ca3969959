// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs the site, for templates: name, address and ways to reach them, each `false` where the
// operator has not told it. Thread-safe: no state.
#pragma once

#include "core/catalogue/site_operator.h"
#include "server/pages/view.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// {name, address, mail {text, href}, telephone {text, href}, site {text, href}}
View operator_view(const SiteOperator& site_operator);

/// {text, href}; `false` for null. The href is `false` where the text is no such address.
View mail_view(const std::optional<std::string>& email);
View telephone_view(const std::optional<std::string>& phone);
View site_view(const std::optional<std::string>& address);

}  // namespace wespol
