// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/zip_archive.h"

#include "core/table/table_advice.h"

#include <array>
#include <utility>
#include <zip.h>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr zip_int64_t kMostParts = 10'000;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

tl::unexpected<TableProblem> too_large(std::string_view part) {
    return tl::unexpected<TableProblem>(
        {0,
         worded({"po rozpakowaniu część „{}” jest podejrzanie wielka, nie czytano",
                 "unpacked, the part “{}” is suspiciously large; it was not read",
                 "розпакована частина «{}» підозріло велика, її не читали"},
                part),
         {"skopiuj same dane do nowego skoroszytu i zapisz go jako .xlsx",
          "copy the data alone to a new workbook and save it as .xlsx",
          "скопіюйте самі дані до нової книги і збережіть її як .xlsx"},
         true});
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

TableResult<ZipArchive> ZipArchive::checked(zip* archive) {
    if (!archive)
        return table_problem(0,
                             {"plik jest uszkodzony albo ucięty",
                              "the file is damaged or cut short", "файл пошкоджено або обірвано"},
                             worded(kSaveAgain));
    ZipArchive opened(archive);
    if (zip_get_num_entries(archive, 0) > kMostParts)
        return table_problem(0,
                             worded({"plik ma więcej niż {} części",
                                     "the file has more than {} parts", "файл має понад {} частин"},
                                    kMostParts),
                             worded(kSaveAgain));
    return opened;
}

TableResult<ZipArchive> ZipArchive::open(const std::filesystem::path& path) {
    int error = 0;
    return checked(zip_open(path.c_str(), ZIP_RDONLY, &error));
}

TableResult<ZipArchive> ZipArchive::open_bytes(std::string bytes) {
    auto kept = std::make_unique<const std::string>(std::move(bytes));
    zip_error_t error;
    zip_error_init(&error);
    constexpr int keep_ours = 0;
    zip_source_t* source = zip_source_buffer_create(kept->data(), kept->size(), keep_ours, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive && source) zip_source_free(source);
    zip_error_fini(&error);
    auto opened = checked(archive);
    if (opened) opened->bytes_ = std::move(kept);
    return opened;
}

bool ZipArchive::has(std::string_view part) const {
    return zip_name_locate(archive_.get(), std::string(part).c_str(), 0) >= 0;
}

TableResult<void> ZipArchive::read(std::string_view part, std::uint64_t most_bytes,
                                   const std::function<bool(std::string_view)>& take) const {
    const std::string name(part);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0)
        return table_problem(0,
                             worded({"w pliku brakuje części „{}”", "the file lacks the part “{}”",
                                     "у файлі бракує частини «{}»"},
                                    part),
                             worded(kSaveAgain));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return table_problem(0, worded(kEncrypted), worded(kSaveWithoutPassword));
    if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > most_bytes) return too_large(part);
    const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;

    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
    if (!file)
        return table_problem(
            0,
            worded({"części „{}” nie da się rozpakować", "the part “{}” cannot be unpacked",
                    "частину «{}» неможливо розпакувати"},
                   part),
            worded(kSaveAgain));
    std::array<char, 64 * 1024> piece{};
    for (std::uint64_t unpacked = 0;;) {
        const zip_int64_t length = zip_fread(file.get(), piece.data(), piece.size());
        if (length < 0) return table_problem(0, worded(kDamagedPart, part), worded(kSaveAgain));
        if (length == 0) return {};
        unpacked += static_cast<std::uint64_t>(length);
        const bool is_bomb = unpacked > kFewUnpackedBytes && unpacked / kMostRatio > packed;
        if (unpacked > most_bytes || is_bomb) return too_large(part);
        if (!take({piece.data(), static_cast<std::size_t>(length)})) return {};
    }
}

}  // namespace wespol
