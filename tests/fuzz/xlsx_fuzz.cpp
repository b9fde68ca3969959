// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a spreadsheet. What does not begin as a ZIP file is the XML of its parts, divided by
// lines "%%": sheet, shared texts, styles, workbook; the last two may be left out. So the corpus
// can be read, and chance need not guess checksums.
#include "core/table/xlsx_file.h"
#include "tests/fuzz/stored_zip.h"
#include "tests/fuzz/table_rows.h"

#include <algorithm>
#include <array>

using namespace wespol;
using test::promise;

namespace {

std::string next_part(std::string_view& rest) {
    constexpr std::string_view kDivider = "\n%%\n";
    const std::size_t end = rest.find(kDivider);
    std::string part(rest.substr(0, end));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + kDivider.size());
    return part;
}

std::string workbook_of_parts(std::string_view text) {
    const std::string sheet = next_part(text);
    const std::string shared = next_part(text);
    test::Parts parts = test::workbook(sheet, shared);
    for (const std::string_view name : {"xl/styles.xml", "xl/workbook.xml"})
        if (std::string part = next_part(text); !part.empty())
            std::ranges::find(parts, name, &test::Parts::value_type::first)->second =
                std::move(part);
    return test::stored_zip(parts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr TableLimits kLimits{.part_bytes = 1U << 20, .texts = 1000};
    std::string text = test::text_of(bytes, size);
    const auto table = open_xlsx_bytes(
        text.starts_with("PK") ? std::move(text) : workbook_of_parts(text), kLimits);
    if (!table) {
        promise(!table.error().message.in(Language::pl).empty(), "a refusal has a reason");
        return 0;
    }
    constexpr std::size_t kMostSheets = 4;
    for (std::size_t i = 0; i < std::min((*table)->sheets().size(), kMostSheets); ++i)
        test::checked_rows(**table, i);
    return 0;
}
