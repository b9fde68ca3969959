// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/text_encoding.h"

#include "core/analysis/code_points.h"
#include "core/support/error.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace wespol {
namespace {

constexpr InThree kSaveAsUtf8{"zapisz plik jako „CSV UTF-8”", "save the file as “CSV UTF-8”",
                              "збережіть файл як «CSV UTF-8»"};
constexpr InThree kMixedWithMark{
    "plik miesza kodowania: plik zapowiada UTF-8, a tutaj jest inne",
    "the file mixes encodings: it announces UTF-8, and here is another",
    "файл змішує кодування: оголошує UTF-8, а тут інше"};
constexpr InThree kMixed{"plik miesza kodowania: w wierszu {} jest UTF-8, a tutaj jest inne",
                         "the file mixes encodings: row {} is in UTF-8, and here is another",
                         "файл змішує кодування: у рядку {} UTF-8, а тут інше"};

struct Mark {
    std::string_view bytes;
    const char* encoding;
};

constexpr std::array kMarks{Mark{kByteOrderMark, "UTF-8"}, Mark{"\xFF\xFE", "UTF-16LE"},
                            Mark{"\xFE\xFF", "UTF-16BE"}};

/// Bytes of the well-formed character that begins at `at`; 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    const unsigned char second = byte(at + 1);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    return length;
}

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Utf8Findings {
    std::size_t first_wrong = kNowhere;
    std::size_t first_polish = kNowhere;  ///< a Polish letter written in UTF-8
};

Utf8Findings look_through(std::string_view text) {
    constexpr std::array<std::string_view, 18> letters{"ą", "ć", "ę", "ł", "ń", "ó", "ś", "ź", "ż",
                                                       "Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"};
    Utf8Findings found;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        if (length == 0 && found.first_wrong == kNowhere) found.first_wrong = i;
        if (length == 2 && found.first_polish == kNowhere &&
            std::find(letters.begin(), letters.end(), text.substr(i, 2)) != letters.end())
            found.first_polish = i;
        i += std::max<std::size_t>(length, 1);
    }
    return found;
}

std::size_t line_of(std::string_view text, std::size_t at) {
    return 1 + static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// Of the two encodings of Polish that are not Unicode, the likelier one. A byte from 0x80 to
/// 0x9F settles it: a letter (ś, ź) or a quote in Windows, nothing in the other.
std::string one_byte_encoding(const std::string& bytes) {
    constexpr const char* usual = "windows-1250";
    const bool has_windows_byte = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
    if (has_windows_byte) return usual;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                              ucsdet_close);
    constexpr std::size_t enough = 64 * 1024;
    ucsdet_setText(detector.get(), bytes.data(),
                   static_cast<int32_t>(std::min(bytes.size(), enough)), &error);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
    const char* name = match && U_SUCCESS(error) ? ucsdet_getName(match, &error) : nullptr;
    return name && std::string_view(name) == "ISO-8859-2" ? name : usual;
}

std::string converted(const std::string& bytes, const std::string& from) {
    UErrorCode error = U_ZERO_ERROR;
    const auto source_length = static_cast<int32_t>(bytes.size());
    const int32_t length =
        ucnv_convert("UTF-8", from.c_str(), nullptr, 0, bytes.data(), source_length, &error);
    if (error != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(error))
        throw Error(ErrorCode::environment,
                    fmt::format("ICU nie umie czytać kodowania {}: {}", from, u_errorName(error)));
    std::string text(static_cast<std::size_t>(length), '\0');
    error = U_ZERO_ERROR;
    ucnv_convert("UTF-8", from.c_str(), text.data(), length, bytes.data(), source_length, &error);
    return text;
}

tl::unexpected<TableProblem> zero_byte(std::string_view text, std::size_t at) {
    return table_problem(
        line_of(text, at),
        {"plik zawiera bajt zerowy, to nie jest tekst",
         "the file has a zero byte, it is not a text", "файл містить нульовий байт, це не текст"},
        {"otwórz plik w arkuszu i zapisz jako „CSV UTF-8”",
         "open the file in a spreadsheet and save it as “CSV UTF-8”",
         "відкрийте файл у таблиці і збережіть як «CSV UTF-8»"});
}

}  // namespace

TableResult<DecodedText> decode_text(std::string bytes) {
    for (const auto& [mark, encoding] : kMarks) {
        if (!bytes.starts_with(mark) || std::string_view(encoding) == "UTF-8") continue;
        bytes.erase(0, mark.size());
        std::string text = converted(bytes, encoding);
        if (const std::size_t nul = text.find('\0'); nul != text.npos) return zero_byte(text, nul);
        return DecodedText{std::move(text), encoding};
    }
    const bool is_marked = bytes.starts_with(kMarks[0].bytes);
    if (is_marked) bytes.erase(0, kMarks[0].bytes.size());
    if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos) return zero_byte(bytes, nul);

    const Utf8Findings found = look_through(bytes);
    if (found.first_wrong == kNowhere) return DecodedText{std::move(bytes), "UTF-8"};
    if (is_marked || found.first_polish != kNowhere) {
        const std::size_t wrong = line_of(bytes, found.first_wrong);
        return table_problem(
            wrong,
            is_marked ? worded(kMixedWithMark) : worded(kMixed, line_of(bytes, found.first_polish)),
            worded(kSaveAsUtf8));
    }
    std::string encoding = one_byte_encoding(bytes);
    return DecodedText{converted(bytes, encoding), std::move(encoding)};
}

}  // namespace wespol
