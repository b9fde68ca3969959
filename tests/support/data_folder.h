// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of tests/fixtures/invented in a temporary folder, for tests that spoil a file of it.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"
#include "tests/support/temporary_directory.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wespol::test {

class DataFolder {
  public:
    DataFolder();

    const std::filesystem::path& path() const { return folder_.path(); }

    /// `file` as the office calls it: "sources/entities.jsonl".
    void write(const std::string& file, const std::string& content) const;
    void append(const std::string& file, const std::string& line) const;
    void remove(const std::string& file) const;

  private:
    TemporaryDirectory folder_;
};

/// The good rows of a JSON Lines text, read as the file "probe.jsonl".
std::vector<SourceRecord> rows_of(const std::string& text, Diagnostics& diagnostics);

/// "17 error name: message", one for each, for comparing with what is expected.
std::vector<std::string> in_short(const Diagnostics& diagnostics);

}  // namespace wespol::test
