// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/pdf_language.h"

#include "core/support/error.h"

#include <charconv>
#include <string_view>

#include <fmt/format.h>

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

}  // namespace

std::string with_language(std::string pdf, const std::string& language) {
    const std::string trailer(between(pdf, "\ntrailer\n<<", ">>"));
    const int last_list = number_in(between(pdf, "\nstartxref\n", "\n"));
    const int root = number_in(between(trailer, "/Root ", " 0 R"));
    const std::string catalog(between(pdf, fmt::format("\n{} 0 obj\n<<", root), "\nendobj"));
    if (!catalog.ends_with(">>") || catalog.find("/Type /Catalog") == std::string::npos) fail();

    const std::size_t object_at = pdf.size();
    // Restricted to PDF 1.4, Cairo writes the tags and does not say that there are any.
    const std::string_view marked =
        catalog.find("/MarkInfo") == std::string::npos ? "   /MarkInfo << /Marked true >>\n" : "";
    pdf += fmt::format(
        "{} 0 obj\n<<{}{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle "
        "true >>\n>>\nendobj\n",
        root, catalog.substr(0, catalog.size() - 2), marked, language);
    const std::size_t list_at = pdf.size();
    pdf += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<<{}   /Prev {}\n>>\nstartxref\n{}\n"
        "%%EOF\n",
        root, object_at, trailer, last_list, list_at);
    return pdf;
}

}  // namespace wespol
