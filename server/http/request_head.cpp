// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_head.h"

#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wespol {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kSpaces = " \t";   // RFC 9110: an end of line is none
constexpr std::size_t kMostLineBytes = 8192;  // the library's limit, line end included
constexpr std::size_t kMostHeaders = 100;
constexpr std::size_t kMostHostBytes = 261;  // a name of 255 and a port

constexpr std::array<std::string_view, 8> kUnheard{
    "Range",       "If-Range",    "Expect",     "Content-Encoding",
    "REMOTE_ADDR", "REMOTE_PORT", "LOCAL_ADDR", "LOCAL_PORT"};

constexpr InThree kLongAddress{
    "Adres może mieć najwyżej 8 tysięcy znaków. Szukaj krótszego tekstu albo wybierz mniej "
    "filtrów.",
    "An address may have at most 8 thousand characters. Search for a shorter text or choose fewer "
    "filters.",
    "Адреса може мати щонайбільше 8 тисяч знаків. Шукайте коротший текст або виберіть менше "
    "фільтрів."};
constexpr InThree kLongHeaders{"Nagłówki zapytania są za długie.",
                               "The headers of the request are too long.",
                               "Заголовки запиту задовгі."};
constexpr InThree kWrongLength{"Nagłówek Content-Length jest błędny.",
                               "The header Content-Length is wrong.",
                               "Заголовок Content-Length помилковий."};
constexpr InThree kWrongHost{"Zapytanie musi mieć jeden poprawny nagłówek Host.",
                             "A request must have one valid header Host.",
                             "Запит повинен мати один правильний заголовок Host."};
constexpr InThree kOtherVersion{"Serwer rozumie HTTP/1.1.", "The server understands HTTP/1.1.",
                                "Сервер розуміє HTTP/1.1."};
constexpr InThree kExpectation{"Serwer nie spełnia takich oczekiwań (Expect).",
                               "The server does not meet such an expectation (Expect).",
                               "Сервер не виконує таких очікувань (Expect)."};

tl::unexpected<HeadRefusal> refused(int status, const InThree& why) {
    return tl::unexpected<HeadRefusal>(HeadRefusal{status, worded(why)});
}

bool is_named(std::string_view name, std::string_view wanted) {
    return std::ranges::equal(name, wanted, {}, ascii_lower, ascii_lower);
}

bool is_token(std::string_view text) {
    constexpr std::string_view kSigns = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return is_ascii_alphanumeric(c) || kSigns.find(c) != kSigns.npos;
    });
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

/// Without '#': it never leaves a browser, and the library serves what stands before it.
bool is_target(std::string_view text) {
    return !text.empty() && std::ranges::none_of(text, [](char c) {
        return is_control(c) || c == '\t' || c == ' ' || c == '#';
    });
}

/// "example.org:8080", "[::1]:80", "wespol_backend".
bool is_host(std::string_view text) {
    if (text.empty() || text.size() > kMostHostBytes) return false;
    std::string_view port;
    if (text.starts_with('[')) {
        const auto bracket = text.find(']');
        if (bracket == text.npos || bracket < 3) return false;
        const std::string_view inside = text.substr(1, bracket - 1);
        if (inside.find_first_not_of("0123456789abcdefABCDEF:.") != inside.npos) return false;
        port = text.substr(bracket + 1);
    } else {
        const auto colon = std::min(text.find(':'), text.size());
        const bool is_name = std::ranges::all_of(text.substr(0, colon), [](char c) {
            return is_ascii_alphanumeric(c) || c == '.' || c == '-' || c == '_';
        });
        if (colon == 0 || !is_name) return false;
        port = text.substr(colon);
    }
    return port.empty() || (port.starts_with(':') && port.size() <= 6 &&
                            port.find_first_not_of("0123456789", 1) == port.npos);
}

std::optional<std::uint64_t> whole_number(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

/// "close, Upgrade" names "Close".
bool lists(std::string_view list, std::string_view wanted) {
    while (true) {
        const auto comma = list.find(',');
        if (is_named(trimmed(list.substr(0, comma), kSpaces), wanted)) return true;
        if (comma == list.npos) return false;
        list.remove_prefix(comma + 1);
    }
}

/// Without its end; takes it off `rest`.
std::string_view next_line(std::string_view& rest) {
    const auto end = rest.find(kLineEnd);
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + kLineEnd.size());
    return line;
}

struct Header {
    std::string_view name, value;
};

std::optional<Header> read_header(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || !is_token(line.substr(0, colon))) return std::nullopt;
    if (std::ranges::any_of(line, is_control)) return std::nullopt;
    return Header{line.substr(0, colon), trimmed(line.substr(colon + 1), kSpaces)};
}

}  // namespace

std::size_t end_of_head(std::string_view bytes, std::size_t from) {
    constexpr std::string_view kEnd = "\r\n\r\n";
    const auto found = bytes.find(kEnd, from < kEnd.size() ? 0 : from - kEnd.size());
    return found == bytes.npos ? 0 : found + kEnd.size();
}

RequestHead begun_head(std::string_view bytes) {
    RequestHead head;
    const std::string_view line = bytes.substr(0, bytes.find(kLineEnd));
    const auto space = line.find(' ');
    if (space == line.npos || !is_token(line.substr(0, space))) return head;
    head.method = line.substr(0, space);
    const std::string_view target = line.substr(space + 1, line.find(' ', space + 1) - space - 1);
    if (is_target(target)) head.target = target;
    return head;
}

tl::expected<RequestHead, HeadRefusal> read_request_head(std::string_view head) {
    std::string_view rest = head;
    const std::string_view line = next_line(rest);
    if (line.size() + kLineEnd.size() > kMostLineBytes) return refused(414, kLongAddress);
    RequestHead request = begun_head(head);
    if (request.method.empty() || request.target.empty()) return refused(400, kCannotBeHandled);
    const std::size_t begun = request.method.size() + 1 + request.target.size() + 1;
    const std::string_view version = line.size() > begun ? line.substr(begun) : "";
    if (!version.starts_with("HTTP/")) return refused(400, kCannotBeHandled);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refused(505, kOtherVersion);
    // HTTP/1.0 ends long answers by ending the connection: simpler that all of them do.
    request.keeps_alive = version == "HTTP/1.1";

    std::size_t headers = 0, hosts = 0;
    while (rest != kLineEnd) {
        const std::string_view written = next_line(rest);
        if (++headers > kMostHeaders || written.size() + kLineEnd.size() > kMostLineBytes)
            return refused(431, kLongHeaders);
        const auto header = read_header(written);
        if (!header) return refused(400, kCannotBeHandled);
        const auto& [name, value] = *header;
        if (is_named(name, "Host")) {
            if (++hosts > 1 || !is_host(value)) return refused(400, kWrongHost);
        } else if (is_named(name, "Content-Length")) {
            const auto bytes = whole_number(value);
            if (!bytes || request.body_bytes) return refused(400, kWrongLength);
            request.body_bytes = bytes;
        } else if (is_named(name, "Transfer-Encoding")) {
            request.is_chunked = true;
        } else if (is_named(name, "Content-Encoding")) {
            // One of several is enough: the library unpacks by the first of them.
            request.is_encoded = request.is_encoded || !is_named(value, "identity");
        } else if (is_named(name, "Expect")) {
            if (!is_named(value, "100-continue")) return refused(417, kExpectation);
            // One of HTTP/1.0 would take the word for the answer.
            request.expects_continue = version == "HTTP/1.1";
        } else if (is_named(name, "Connection")) {
            if (lists(value, "close")) request.keeps_alive = false;
        }
    }
    if (hosts == 0 && version == "HTTP/1.1") return refused(400, kWrongHost);
    return request;
}

std::string without_unheard_headers(std::string_view head) {
    std::string heard;
    heard.reserve(head.size());
    std::string_view rest = head;
    for (bool is_request_line = true; !rest.empty(); is_request_line = false) {
        const std::string_view line = next_line(rest);
        const std::string_view name = line.substr(0, line.find(':'));
        const bool is_unheard = !is_request_line && std::ranges::any_of(kUnheard, [&](auto each) {
            return is_named(name, each);
        });
        if (!is_unheard) heard.append(line).append(kLineEnd);
    }
    return heard;
}

}  // namespace wespol
