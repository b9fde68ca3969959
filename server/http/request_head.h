// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an HTTP/1 request, read strictly before the library sees it: whatever two programs
// could read differently (bare line feeds, folded lines, two lengths, a length beside chunks) is
// refused, so nothing can hide in it. Knows no address of ours. Thread-safe: no state.
#pragma once

#include "core/support/wording.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace wespol {

inline constexpr InThree kCannotBeHandled{"Serwer nie może obsłużyć takiego zapytania.",
                                          "The server cannot handle such a request.",
                                          "Сервер не може обробити такий запит."};

/// Views into the bytes it was read from.
struct RequestHead {
    std::string_view method, target;
    bool keeps_alive = true;  ///< the client is ready to ask again on this connection
    bool expects_continue = false;
    bool is_chunked = false;  ///< or encoded in another way on the way: Transfer-Encoding
    bool is_encoded = false;  ///< Content-Encoding
    std::optional<std::uint64_t> body_bytes = {};  ///< Content-Length
};

struct HeadRefusal {
    int status;
    Wording why;
};

/// Bytes of the head with the empty line that ends it; 0 = that line is not there yet. `from`:
/// where it was looked for before.
std::size_t end_of_head(std::string_view bytes, std::size_t from = 0);

/// `head` ends with the empty line.
tl::expected<RequestHead, HeadRefusal> read_request_head(std::string_view head);

/// Method and target of a head that is not there yet or not in order; "" where they are not.
RequestHead begun_head(std::string_view bytes);

/// A head without those of its headers that the library would act on although we do not:
/// ranges, 100-continue, packed bodies, and what it adds under names that anybody can send.
std::string without_unheard_headers(std::string_view head);

}  // namespace wespol
