// SPDX-License-Identifier: GPL-3.0-or-later
// Records on their way into a file, whatever they are of and whatever the format: first what the
// table is, then row after row, so that nobody holds them all. Plain values.
#pragma once

#include "core/catalogue/entity.h"
#include "server/files/cell.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

struct HeadColumn {
    std::string_view code, heading, meaning;
    int width;
};

struct TableHead {
    std::string name;  ///< "Podmioty"
    std::vector<HeadColumn> columns;
    std::string generation;
    Day as_of{};
    std::size_t total = 0;
    /// What the one who opens the file next year must know, without the columns: name and text.
    std::vector<std::pair<std::string, std::string>> about;
};

struct FileRow {
    std::string_view id;
    const Row& cells;
    const Location* location = nullptr;  ///< null = not known, or the record has none
};

struct RowVisitor {
    std::function<void(const TableHead&)> begin;  ///< first of all, once
    std::function<bool(const FileRow&)> add_row;  ///< false = no more of them
};

/// Goes through all rows. May throw Error(environment).
using RowSource = std::function<void(const RowVisitor&)>;

}  // namespace wespol
