// SPDX-License-Identifier: GPL-3.0-or-later
// The answer when something is wrong with a request or with the server: problem+json (RFC 9457)
// for programs, a small page of its own for people. Needs neither index nor templates, so it works
// when they do not. Thread-safe: no state.
#pragma once

#include "core/search/request_decoder.h"
#include "server/http/message.h"

#include <string_view>
#include <vector>

namespace wespol {

/// Addresses under /api/, /health and the like are asked for by programs.
bool is_for_programs(std::string_view path);

/// `detail`: whole sentences for the one who asked; never what an exception said. A page speaks the
/// language of its path, problem+json Polish.
HttpResponse error_answer(std::string_view path, int status, const Wording& detail);

/// 503: to ask again, in so many seconds.
HttpResponse come_again_answer(std::string_view path, int seconds, const Wording& detail);

/// problem+json where the language that was asked for (`lang`) is known.
HttpResponse problem_answer(int status, const Wording& detail, Language language);

/// 405 that names the methods of that address.
HttpResponse method_refusal(std::string_view path, const Accepted& accepted);

/// 400 that lists every wrong parameter, its value and what is allowed.
HttpResponse wrong_parameters_answer(const std::vector<ParameterProblem>& problems,
                                     Language language);

}  // namespace wespol
