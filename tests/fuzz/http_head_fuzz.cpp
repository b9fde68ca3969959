// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what a client sends first: a head that is accepted is accepted again as the library
// gets it, and says the same there.
#include "server/http/request_head.h"
#include "tests/fuzz/target.h"

using namespace wespol;
using test::promise;

namespace {

bool lies_in(std::string_view part, std::string_view whole) {
    return part.empty() || (part.data() >= whole.data() &&
                            part.data() + part.size() <= whole.data() + whole.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string sent = test::text_of(bytes, size);
    const std::size_t length = end_of_head(sent);
    promise(length <= sent.size(), "a head ends among the bytes that came");
    for (std::size_t came = 0; came < sent.size() && came < length; ++came)
        promise(end_of_head(sent, came) == length, "a head ends where it does however it came");
    begun_head(sent);
    if (length == 0) return 0;

    const std::string_view whole = std::string_view(sent).substr(0, length);
    const auto head = read_request_head(whole);
    if (!head) {
        promise(head.error().status >= 400 && head.error().status < 600, "a refusal has a status");
        return 0;
    }
    promise(!head->method.empty() && !head->target.empty(), "a request has a method and a target");
    promise(lies_in(head->method, whole) && lies_in(head->target, whole),
            "what a head says are views into it");
    const std::string heard = without_unheard_headers(whole);
    const auto again = read_request_head(heard);
    promise(again.has_value(), "the library gets a head that is in order");
    promise(again->method == head->method && again->target == head->target &&
                again->keeps_alive == head->keeps_alive && again->is_chunked == head->is_chunked &&
                again->body_bytes == head->body_bytes,
            "the library gets the same request");
    promise(!again->expects_continue && !again->is_encoded, "the library hears nothing else");
    return 0;
}
