// SPDX-License-Identifier: GPL-3.0-or-later
// Parts → the bytes of a ZIP file that packs nothing: in memory and quick, for thousands a second.
#pragma once

#include "tests/support/workbook_file.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wespol::test {

inline std::uint32_t crc32_of(std::string_view text) {
    constexpr std::uint32_t kPolynomial = 0xEDB88320U;
    std::uint32_t crc = ~0U;
    for (const char c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? kPolynomial : 0);
    }
    return ~crc;
}

/// Least significant byte first.
inline void put(std::string& bytes, std::uint64_t value, int count) {
    for (; count > 0; --count, value >>= 8U)
        bytes += static_cast<char>(value & 0xFFU);
}

inline std::string stored_zip(const Parts& parts) {
    std::string zip, directory;
    for (const auto& [name, content] : parts) {
        std::string common;
        put(common, 20, 2);  // version that is needed
        put(common, 0, 2);   // flags
        put(common, 0, 2);   // stored
        put(common, 0x00210000, 4);
        put(common, crc32_of(content), 4);
        put(common, content.size(), 4);
        put(common, content.size(), 4);
        put(common, name.size(), 2);
        put(common, 0, 2);
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 10);
        put(directory, zip.size(), 4);
        directory += name;
        zip += "PK\x03\x04" + common + name + content;
    }
    const std::size_t begin = zip.size();
    zip += directory + "PK\x05\x06";
    put(zip, 0, 4);
    put(zip, parts.size(), 2);
    put(zip, parts.size(), 2);
    put(zip, directory.size(), 4);
    put(zip, begin, 4);
    put(zip, 0, 2);
    return zip;
}

}  // namespace wespol::test
