// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/xlsx_file.h"

#include "core/table/table_advice.h"
#include "core/table/xlsx_sheet.h"
#include "core/table/xlsx_workbook.h"
#include "core/table/xml_stream.h"
#include "core/table/zip_archive.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

class XlsxFile : public TableFile {
  public:
    XlsxFile(ZipArchive archive, XlsxWorkbook workbook, const TableLimits& limits)
        : archive_(std::move(archive)), workbook_(std::move(workbook)), limits_(limits) {}

    const std::vector<Sheet>& sheets() const override { return workbook_.sheets; }

    TableResult<SheetTraits> read(std::size_t sheet, const TakeRow& take,
                                  std::size_t last_wanted) override {
        XlsxSheet rows(workbook_);
        XmlStream xml(rows);
        bool is_well_formed = true;
        bool is_enough = false;
        std::size_t last_row = 0;
        const auto hand_on = [&] {
            for (const TableRow& row : rows.take_rows()) {
                last_row = row.number;
                if (row.number > last_wanted || !take(row)) return true;
            }
            return rows.row_number() > last_wanted;
        };
        const auto feed = [&](std::string_view piece) {
            is_well_formed = xml.feed(piece);
            is_enough = hand_on();
            return is_well_formed && !is_enough;
        };
        const auto unpacked = archive_.read(workbook_.parts.at(sheet), limits_.part_bytes, feed);
        if (!unpacked) return tl::unexpected(unpacked.error());
        if (!is_enough && is_well_formed) {
            is_well_formed = xml.finish();
            hand_on();
        }
        if (!is_well_formed)
            return table_problem(
                last_row, {"arkusz jest uszkodzony", "the sheet is damaged", "аркуш пошкоджено"},
                worded(kSaveAgain));
        return rows.traits();
    }

  private:
    ZipArchive archive_;
    XlsxWorkbook workbook_;
    TableLimits limits_;
};

TableResult<std::unique_ptr<TableFile>> opened(TableResult<ZipArchive> archive,
                                               const TableLimits& limits) {
    if (!archive) return tl::unexpected(archive.error());
    auto workbook = read_workbook(*archive, limits);
    if (!workbook) return tl::unexpected(workbook.error());
    return std::make_unique<XlsxFile>(std::move(*archive), std::move(*workbook), limits);
}

}  // namespace

TableResult<std::unique_ptr<TableFile>> open_xlsx(const std::filesystem::path& path,
                                                  const TableLimits& limits) {
    return opened(ZipArchive::open(path), limits);
}

TableResult<std::unique_ptr<TableFile>> open_xlsx_bytes(std::string bytes,
                                                        const TableLimits& limits) {
    return opened(ZipArchive::open_bytes(std::move(bytes)), limits);
}

}  // namespace wespol
