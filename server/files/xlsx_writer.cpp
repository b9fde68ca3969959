// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/xlsx_writer.h"

#include "core/analysis/code_points.h"
#include "core/support/error.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <utility>
#include <xlsxwriter.h>

namespace wespol {
namespace {

constexpr std::string_view kEllipsis = "…";

[[noreturn]] void fail(std::string_view reason) {
    throw Error(ErrorCode::environment, "Nie można zapisać arkusza: " + std::string(reason),
                "Sprawdź, czy na dysku jest miejsce na pliki tymczasowe.");
}

void check(lxw_error outcome) {
    if (outcome != LXW_NO_ERROR) fail(lxw_strerror(outcome));
}

/// Plain ASCII without control characters and without what begins an escape.
bool is_plain(std::string_view text) {
    return text.size() <= kMaxCellCharacters && text.find("_x") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

/// "_x0041_" stands for the letter A in a cell.
bool is_escape(std::string_view text) {
    constexpr std::size_t kLength = 7;
    return text.size() >= kLength && text.starts_with("_x") && text[kLength - 1] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + kLength - 1,
                       [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

bool is_allowed_in_xml(char32_t c) {
    if (c < U' ') return c == U'\t' || c == U'\n';
    return c != 0xFFFE && c != 0xFFFF;
}

lxw_datetime date_of(Day day) {
    const std::chrono::year_month_day date(day);
    lxw_datetime written{};
    written.year = static_cast<int>(date.year());
    written.month = static_cast<int>(static_cast<unsigned>(date.month()));
    written.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return written;
}

}  // namespace

std::string sheet_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string written;
    std::size_t units = 0;  // of UTF-16, as Excel counts
    for (std::size_t at = 0; at < text.size();) {
        if (is_escape(text.substr(at))) written += "_x005F";
        char32_t c = next_code_point(text, at);
        if (c == U'\r') {  // the end of a line: CR and CRLF are the same as LF
            if (at < text.size() && text[at] == '\n') continue;
            c = U'\n';
        }
        units += c > 0xFFFF ? 2 : 1;
        if (units >= kMaxCellCharacters && at < text.size()) return written += kEllipsis;
        append_code_point(written, is_allowed_in_xml(c) ? c : U'\uFFFD');
    }
    return written;
}

class XlsxWriter::Workbook {
  public:
    Workbook() : file_(folder_.path() / "tabela.xlsx"), name_(file_.string()) {
        std::string folder = folder_.path().string();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        book_ = workbook_new_opt(name_.c_str(), &options);
        if (book_ == nullptr) fail("brak pamięci");
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
        day_ = workbook_add_format(book_);
        format_set_num_format(day_, "yyyy-mm-dd");
        format_set_align(day_, LXW_ALIGN_VERTICAL_TOP);
        number_ = workbook_add_format(book_);
        format_set_align(number_, LXW_ALIGN_VERTICAL_TOP);
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_text_wrap(heading_);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(heading_, LXW_BORDER_THIN);
    }

    /// One that is given up is closed, too: freeing it alone would leave its files open.
    ~Workbook() {
        if (book_ != nullptr) static_cast<void>(workbook_close(book_));
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void begin_sheet(const std::string& name, const std::vector<TableColumn>& columns) {
        end_sheet();
        sheet_ = workbook_add_worksheet(book_, name.c_str());
        if (sheet_ == nullptr) fail("nie można dodać arkusza");
        sheets_.push_back(sheet_);
        row_ = 0;
        last_column_ = static_cast<lxw_col_t>(columns.empty() ? 0 : columns.size() - 1);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            check(worksheet_set_column(sheet_, column, column, columns[i].width, nullptr));
            check(worksheet_write_string(sheet_, 0, column, sheet_text(columns[i].heading).c_str(),
                                         heading_));
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        // Numbers kept as text are meant: without a green corner in every cell.
        check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    }

    void add_row(const Row& row) {
        ++row_;
        for (std::size_t i = 0; i < row.size(); ++i)
            add_cell(static_cast<lxw_col_t>(i), row[i]);
    }

    std::unique_ptr<UnlinkedFile> finish() {
        end_sheet();
        // The library does not look whether its rows reached the disk.
        for (lxw_worksheet* sheet : sheets_)
            if (std::fflush(sheet->optimize_tmpfile) != 0 ||
                std::ferror(sheet->optimize_tmpfile) != 0)
                fail("nie udało się zapisać wierszy");
        check(workbook_close(std::exchange(book_, nullptr)));
        return std::make_unique<UnlinkedFile>(file_);
    }

  private:
    void end_sheet() {
        if (sheet_ != nullptr) check(worksheet_autofilter(sheet_, 0, 0, row_, last_column_));
    }

    void add_cell(lxw_col_t column, const FileCell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            if (text->empty()) return;
            check(worksheet_write_string(sheet_, row_, column, sheet_text(*text).c_str(), text_));
        } else if (const auto* number = std::get_if<double>(&cell)) {
            check(worksheet_write_number(sheet_, row_, column, *number, number_));
        } else if (const auto* day = std::get_if<Day>(&cell)) {
            lxw_datetime date = date_of(*day);
            check(worksheet_write_datetime(sheet_, row_, column, &date, day_));
        }
    }

    PrivateFolder folder_;
    std::filesystem::path file_;
    std::string name_;
    lxw_workbook* book_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* number_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    std::vector<lxw_worksheet*> sheets_;
    lxw_row_t row_ = 0;
    lxw_col_t last_column_ = 0;
};

XlsxWriter::XlsxWriter() : workbook_(std::make_unique<Workbook>()) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::begin_sheet(const std::string& name, const std::vector<TableColumn>& columns) {
    workbook_->begin_sheet(name, columns);
}

void XlsxWriter::add_row(const Row& row) {
    workbook_->add_row(row);
}

std::unique_ptr<UnlinkedFile> XlsxWriter::finish() {
    return workbook_->finish();
}

}  // namespace wespol
