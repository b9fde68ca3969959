// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of records, by lines and as one array: each row is taken or told to be wrong,
// and what was taken can be written and read again.
#include "indexer/source/json_array_reader.h"
#include "indexer/source/json_lines_reader.h"
#include "indexer/source/json_writer.h"
#include "tests/fuzz/target.h"

#include <filesystem>
#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

using namespace wespol;
using test::promise;

namespace {

/// A file in memory, which the readers open by its path.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(memfd_create("wespol-fuzz", MFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::runtime_error("memfd_create");
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    void fill(const std::uint8_t* bytes, std::size_t size) const {
        if (ftruncate(descriptor_, 0) != 0 ||
            pwrite(descriptor_, bytes, size, 0) != static_cast<ssize_t>(size))
            throw std::runtime_error("a file in memory cannot be written");
    }

    std::filesystem::path path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

  private:
    int descriptor_;
};

void check_written_again(const SourceRecord& record) {
    static JsonRowParser parser;
    const std::string line = to_json_line(record);
    promise(test::is_clean_text(line) && line.find('\n') == line.npos, "a record is one line");
    const std::string padded = line + std::string(JsonRowParser::padding(), '\0');
    const auto fields = parser.parse(std::string_view(padded).substr(0, line.size()));
    promise(fields.has_value(), "a record that was written can be read");
    promise(to_json_line({record.file, record.row, *fields}) == line, "it is the same record");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const MemoryFile file;
    file.fill(bytes, size);
    std::size_t taken = 0, last_row = 0;
    Diagnostics diagnostics;
    const auto take = [&](const SourceRecord& record) {
        promise(record.row > last_row, "rows come in their order");
        last_row = record.row;
        ++taken;
        check_written_again(record);
    };
    const std::size_t lines = read_json_lines(file.path(), "x.jsonl", diagnostics, take);
    promise(taken + diagnostics.size() == lines, "each line is taken or told to be wrong");

    taken = 0;
    diagnostics.clear();
    const auto take_of_array = [&](const SourceRecord& record) {
        ++taken;
        check_written_again(record);
    };
    const auto count = read_json_array(file.path(), "x.json", diagnostics, take_of_array);
    const std::size_t of_file = count.is_readable ? 0 : 1;
    promise(taken + diagnostics.size() == count.rows + of_file,
            "each record is taken or told to be wrong");
    return 0;
}
