// SPDX-License-Identifier: GPL-3.0-or-later
// An id that was published once and is no entity's any more: it leads to another entity, or is gone
// for a reason. Addresses in letters, bookmarks and files go on working or say why not.
// Plain values.
#pragma once

#include "core/catalogue/partial_date.h"

#include <optional>
#include <string>

namespace wespol {

struct RetiredId {
    std::string id;
    std::optional<std::string> moved_to;  ///< id of an entity of the catalogue; null = removed
    std::optional<PartialDate> on;
    std::string why;  ///< a Polish sentence for the one who asks
};

}  // namespace wespol
