// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/table_file.h"

#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "core/table/csv_file.h"
#include "core/table/table_advice.h"
#include "core/table/xlsx_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

using namespace std::string_view_literals;

/// What a file is by its first bytes, whatever its name says.
struct Signature {
    std::string_view bytes;
    InThree is;
};

constexpr InThree kSaveTable{"zapisz tabelę jako skoroszyt programu Excel (.xlsx) albo CSV",
                             "save the table as an Excel workbook (.xlsx) or as CSV",
                             "збережіть таблицю як книгу Excel (.xlsx) або CSV"};
constexpr InThree kImage{"to jest obraz, nie tabela", "this is an image, not a table",
                         "це зображення, а не таблиця"};
constexpr InThree kWebPage{"to jest strona WWW, nie tabela", "this is a web page, not a table",
                           "це вебсторінка, а не таблиця"};

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

constexpr std::array kOthers{
    Signature{"%PDF"sv,
              {"to jest plik PDF, nie tabela", "this is a PDF file, not a table",
               "це файл PDF, а не таблиця"}},
    Signature{"\x7F"
              "ELF"sv,
              {"to jest program, nie tabela", "this is a program, not a table",
               "це програма, а не таблиця"}},
    Signature{"\x89PNG"sv, kImage},
    Signature{"\xFF\xD8\xFF"sv, kImage},
    Signature{"{\\rtf"sv,
              {"to jest dokument RTF, nie tabela", "this is an RTF document, not a table",
               "це документ RTF, а не таблиця"}},
    Signature{"<!DOCTYPE html"sv, kWebPage},
    Signature{"<html"sv, kWebPage},
};

std::string first_bytes(const std::filesystem::path& path, std::size_t most) {
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path))
        throw Error(ErrorCode::environment,
                    fmt::format("Nie można odczytać pliku {}", path.string()),
                    "Sprawdź, czy plik istnieje i czy masz prawo go czytać.");
    std::string bytes(most, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// An encrypted workbook and one of Excel 97 are both OLE containers; only the names of the
/// streams in it (UTF-16) tell which.
tl::unexpected<TableProblem> ole_problem(std::string_view start) {
    std::string wanted;
    for (const char c : "EncryptedPackage"sv) {
        wanted += c;
        wanted += '\0';
    }
    if (start.find(wanted) != std::string_view::npos)
        return table_problem(0, worded(kEncrypted), worded(kSaveWithoutPassword));
    return table_problem(
        0,
        {"to jest plik w starym formacie Excela (.xls)",
         "this is a file of the old Excel format (.xls)", "це файл старого формату Excel (.xls)"},
        {"otwórz go w Excelu i zapisz jako .xlsx", "open it in Excel and save it as .xlsx",
         "відкрийте його в Excel і збережіть як .xlsx"});
}

/// What is no table by its first bytes. `start`: enough of them to tell what an OLE container is.
TableResult<void> refuse_others(std::string_view start) {
    if (start.empty())
        return table_problem(0, {"plik jest pusty", "the file is empty", "файл порожній"},
                             {"sprawdź, czy to właściwy plik", "see whether it is the right file",
                              "перевірте, чи це той файл"});
    if (start.starts_with(kOle)) return ole_problem(start);
    for (const auto& [bytes, is] : kOthers)
        if (start.starts_with(bytes)) return table_problem(0, worded(is), worded(kSaveTable));
    return {};
}

}  // namespace

TableResult<std::unique_ptr<TableFile>> open_table_bytes(std::string bytes,
                                                         const TableLimits& limits) {
    if (auto refused = refuse_others(bytes); !refused) return tl::unexpected(refused.error());
    return bytes.starts_with(kZip) ? open_xlsx_bytes(std::move(bytes), limits)
                                   : open_csv_bytes(std::move(bytes));
}

TableResult<std::unique_ptr<TableFile>> open_table(const std::filesystem::path& path) {
    constexpr std::size_t longest_signature = 16;
    constexpr std::size_t enough_of_container = 4U << 20;
    std::string start = first_bytes(path, longest_signature);
    if (start.starts_with(kOle)) start = first_bytes(path, enough_of_container);
    if (auto refused = refuse_others(start); !refused) return tl::unexpected(refused.error());
    // A spreadsheet that somebody named .csv is still a spreadsheet.
    if (start.starts_with(kZip)) return open_xlsx(path);
    if (lower(path.extension().string()) == ".csv") return open_csv(path);
    return table_problem(0, worded(kNotSpreadsheet), worded(kSaveTable));
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

}  // namespace wespol
