// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of understanding a person switched off: the values of the parameter "doslownie".
// A small set, in the order of the table. Plain value.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace wespol {

enum class ReadingPart { concepts, place, day, state, numbers, spelling };

struct ReadingPartCode {
    ReadingPart part;
    std::string_view code;
};

inline constexpr std::array kReadingParts{ReadingPartCode{ReadingPart::concepts, "pojecia"},
                                          ReadingPartCode{ReadingPart::place, "miejsce"},
                                          ReadingPartCode{ReadingPart::day, "dzien"},
                                          ReadingPartCode{ReadingPart::state, "stan"},
                                          ReadingPartCode{ReadingPart::numbers, "numery"},
                                          ReadingPartCode{ReadingPart::spelling, "pisownia"}};

class LiteralParts {
  public:
    constexpr LiteralParts() = default;

    static constexpr LiteralParts all() {
        LiteralParts everything;
        for (const ReadingPartCode& each : kReadingParts)
            everything.add(each.part);
        return everything;
    }

    constexpr void add(ReadingPart part) { bits_ |= bit(part); }
    constexpr bool has(ReadingPart part) const { return (bits_ & bit(part)) != 0; }

    friend constexpr bool operator==(const LiteralParts&, const LiteralParts&) = default;

  private:
    static constexpr unsigned bit(ReadingPart part) { return 1U << static_cast<unsigned>(part); }

    unsigned bits_ = 0;
};

constexpr std::optional<ReadingPart> parse_reading_part(std::string_view code) {
    for (const ReadingPartCode& each : kReadingParts)
        if (each.code == code) return each.part;
    return std::nullopt;
}

}  // namespace wespol
