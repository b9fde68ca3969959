// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/target.h"

#include <cstdint>

#include <unicode/ustring.h>

namespace wespol {
namespace {

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool is_valid_utf8(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()),
                  &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

enum class Plus { is_plus, is_space };

Result<std::string> decode(std::string_view encoded, Plus plus) {
    std::string text;
    text.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '+' && plus == Plus::is_space) {
            text += ' ';
            continue;
        }
        if (encoded[i] != '%') {
            text += encoded[i];
            continue;
        }
        const int high = i + 2 < encoded.size() ? hex_value(encoded[i + 1]) : -1;
        const int low = i + 2 < encoded.size() ? hex_value(encoded[i + 2]) : -1;
        if (high < 0 || low < 0)
            return problem({"Adres zawiera błędny zapis po znaku %.",
                            "The address has something wrong behind a % sign.",
                            "В адресі помилковий запис після знака %."});
        text += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (text.find('\0') != std::string::npos)
        return problem({"Adres zawiera znak zerowy.", "The address has a zero character.",
                        "Адреса містить нульовий знак."});
    if (!is_valid_utf8(text))
        return problem({"Adres nie jest zapisany w UTF-8.", "The address is not written in UTF-8.",
                        "Адресу записано не в UTF-8."});
    return text;
}

/// Proxies may send the whole address ("http://host/path"): what counts begins at the path.
std::string_view without_origin(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const auto slash = target.find('/', scheme.size());
        return slash == std::string_view::npos ? "/" : target.substr(slash);
    }
    return target;
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
    if (target.size() > kMaxTargetBytes)
        return problem({"Adres jest za długi.", "The address is too long.", "Адреса задовга."});
    target = without_origin(target);
    if (!target.starts_with('/'))
        return problem({"Adres nie zaczyna się od ukośnika.",
                        "The address does not begin with a slash.",
                        "Адреса не починається зі скісної риски."});

    const auto question_mark = target.find('?');
    auto path = decode(target.substr(0, question_mark), Plus::is_plus);
    if (!path) return tl::unexpected(path.error());
    Target parsed{std::move(*path), {}};
    if (question_mark == std::string_view::npos) return parsed;

    auto parameters = parse_parameters(target.substr(question_mark + 1));
    if (!parameters) return tl::unexpected(parameters.error());
    parsed.parameters = std::move(*parameters);
    return parsed;
}

Result<Parameters> parse_parameters(std::string_view text) {
    Parameters parameters;
    while (!text.empty()) {
        const auto ampersand = text.find('&');
        const std::string_view pair = text.substr(0, ampersand);
        text = ampersand == std::string_view::npos ? "" : text.substr(ampersand + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const std::string_view written =
            equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        auto name = decode(pair.substr(0, equals), Plus::is_space);
        if (!name) return tl::unexpected(name.error());
        auto value = decode(written, Plus::is_space);
        if (!value) return tl::unexpected(value.error());
        parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return parameters;
}

}  // namespace wespol
