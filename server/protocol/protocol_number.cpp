// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_number.h"

#include "core/catalogue/calendar.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>
#include <openssl/crypto.h>

namespace wespol {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeBytes = 10;  // 80 bits
constexpr std::string_view kBeginning = "WZ-";
constexpr std::string_view kShape = "WZ-dddddddd-cccc-cccc-cccc-cccc";

std::string base32(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
        for (held += 8; held >= 5; held -= 5)
            text += kDigits[(bits >> (held - 5)) & 31U];
    }
    return text;
}

std::string in_groups(std::string_view text) {
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); i += 4)
        grouped.append("-").append(text.substr(i, 4));
    return grouped;
}

}  // namespace

std::string protocol_number(const ProtocolSubject& subject, const SigningKey& key) {
    // A line each; none of them holds a line break: names of folders, digits, an encoded query.
    const std::string code =
        key.authentication_code(fmt::format("wespol protocol 1\n{}\n{}\n{}\n", subject.generation,
                                            compact_utc(subject.moment), subject.question));
    std::string day = format_day(day_in_warsaw(subject.moment));
    std::erase(day, '-');
    return fmt::format("{}{}{}", kBeginning, day, in_groups(base32(code.substr(0, kCodeBytes))));
}

bool is_protocol_number(std::string_view text) {
    const auto fits = [](char shape, char c) {
        if (shape == 'd') return is_digit(c);
        if (shape == 'c') return kDigits.find(c) != std::string_view::npos;
        return shape == c;
    };
    return std::ranges::equal(kShape, text, fits);
}

const SigningKey* key_of_number(std::string_view number, const ProtocolSubject& subject,
                                const KeyRing& keys) {
    const SigningKey* found = nullptr;
    for (const SigningKey& key : keys.signing_keys()) {
        const std::string ours = protocol_number(subject, key);
        // In constant time: how much of a guess is right is nobody's business.
        if (ours.size() == number.size() &&
            CRYPTO_memcmp(ours.data(), number.data(), ours.size()) == 0)
            found = &key;
    }
    return found;
}

}  // namespace wespol
