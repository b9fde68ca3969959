// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_language.h"

#include "core/support/error.h"

#include <charconv>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>
#include <unicode/unistr.h>

namespace wespol {
namespace {

[[noreturn]] void fail() {
    throw Error(ErrorCode::environment, "Cairo zbudowało PDF inaczej, niż znamy");
}

/// The text between `before` and `after`, looked for from the end.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
    const std::size_t start = text.rfind(before);
    if (start == std::string_view::npos) fail();
    text.remove_prefix(start + before.size());
    const std::size_t end = text.find(after);
    if (end == std::string_view::npos) fail();
    return text.substr(0, end);
}

int number_in(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) fail();
    return number;
}

/// As an update at the end of the file.
void replace_object(std::string& pdf, int number, const std::string& body) {
    std::string trailer(between(pdf, "\ntrailer\n<<", ">>"));
    // Of the update before this one.
    if (const std::size_t before = trailer.find("   /Prev "); before != std::string::npos)
        trailer.resize(before);
    const int last_list = number_in(between(pdf, "\nstartxref\n", "\n"));
    const std::size_t object_at = pdf.size();
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
    const std::size_t list_at = pdf.size();
    pdf += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<<{}   /Prev {}\n>>\nstartxref\n{}\n"
        "%%EOF\n",
        number, object_at, trailer, last_list, list_at);
}

/// A text string of PDF: UTF-16 behind its mark, in hexadecimal.
std::string text_of(std::string_view text) {
    const auto units =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string hex = "<FEFF";
    for (std::int32_t i = 0; i < units.length(); ++i)
        hex += fmt::format("{:04X}", static_cast<unsigned>(units.charAt(i)));
    return hex + '>';
}

}  // namespace

std::string with_alternatives(std::string pdf, const std::vector<std::string>& alternatives) {
    constexpr std::string_view kFigure = "/S /Figure";
    constexpr std::string_view kBegin = " 0 obj\n";
    std::size_t at = 0;
    for (const std::string& alternative : alternatives) {
        at = pdf.find(kFigure, at);
        if (at == std::string::npos) fail();
        const std::size_t body = pdf.rfind(kBegin, at) + kBegin.size();
        const std::size_t number_at = pdf.rfind('\n', body - kBegin.size()) + 1;
        const int number = number_in(std::string_view(pdf).substr(number_at));
        const std::string dictionary = pdf.substr(body, pdf.find("\nendobj", at) - body);
        if (!dictionary.ends_with(">>")) fail();
        at += kFigure.size();
        replace_object(pdf, number,
                       fmt::format("{}   /Alt {}\n>>", dictionary.substr(0, dictionary.size() - 2),
                                   text_of(alternative)));
    }
    return pdf;
}

std::string with_language(std::string pdf, const std::string& language) {
    const std::string trailer(between(pdf, "\ntrailer\n<<", ">>"));
    const int root = number_in(between(trailer, "/Root ", " 0 R"));
    const std::string catalog(between(pdf, fmt::format("\n{} 0 obj\n<<", root), "\nendobj"));
    if (!catalog.ends_with(">>") || catalog.find("/Type /Catalog") == std::string::npos) fail();

    // Restricted to PDF 1.4, Cairo writes the tags and does not say that there are any.
    const std::string_view marked =
        catalog.find("/MarkInfo") == std::string::npos ? "   /MarkInfo << /Marked true >>\n" : "";
    replace_object(pdf, root,
                   fmt::format("<<{}{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle "
                               "true >>\n>>",
                               catalog.substr(0, catalog.size() - 2), marked, language));
    return pdf;
}

}  // namespace wespol
