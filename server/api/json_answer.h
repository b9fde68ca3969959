// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text → a 200 of the API. Thread-safe: no state.
#pragma once

#include "server/http/message.h"

#include <string>
#include <utility>

namespace wespol {

inline HttpResponse json_answer(std::string text) {
    // Public data, no cookies: other people's pages may read it.
    return {200, "application/json", std::move(text), {{"Access-Control-Allow-Origin", "*"}}};
}

}  // namespace wespol
