// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/table_file.h"

#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "core/table/csv_file.h"
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
    const char* message;
    const char* advice;
};

constexpr const char* kSaveTable = "zapisz tabelę jako skoroszyt programu Excel (.xlsx) albo CSV";

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

constexpr std::array kOthers{
    Signature{"%PDF"sv, "to jest plik PDF, nie tabela", kSaveTable},
    Signature{"\x7F"
              "ELF"sv,
              "to jest program, nie tabela", kSaveTable},
    Signature{"\x89PNG"sv, "to jest obraz, nie tabela", kSaveTable},
    Signature{"\xFF\xD8\xFF"sv, "to jest obraz, nie tabela", kSaveTable},
    Signature{"{\\rtf"sv, "to jest dokument RTF, nie tabela", kSaveTable},
    Signature{"<!DOCTYPE html"sv, "to jest strona WWW, nie tabela", kSaveTable},
    Signature{"<html"sv, "to jest strona WWW, nie tabela", kSaveTable},
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
        return table_problem(0, "plik jest zaszyfrowany hasłem",
                             "zapisz go bez hasła i spróbuj jeszcze raz");
    return table_problem(0, "to jest plik w starym formacie Excela (.xls)",
                         "otwórz go w Excelu i zapisz jako .xlsx");
}

/// What is no table by its first bytes. `start`: enough of them to tell what an OLE container is.
TableResult<void> refuse_others(std::string_view start) {
    if (start.empty()) return table_problem(0, "plik jest pusty", "sprawdź, czy to właściwy plik");
    if (start.starts_with(kOle)) return ole_problem(start);
    for (const auto& [bytes, message, advice] : kOthers)
        if (start.starts_with(bytes)) return table_problem(0, message, advice);
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
    return table_problem(0, "to nie jest skoroszyt Excela (.xlsx)", kSaveTable);
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

}  // namespace wespol
