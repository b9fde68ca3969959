// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/qr_code.h"

#include <cstddef>
#include <cstdint>
#include <qrcodegen.hpp>

#include <fmt/format.h>

namespace wespol {

std::optional<QrCode> QrCode::of(std::string_view text) {
    using Library = qrcodegen::QrCode;
    try {
        const std::vector<std::uint8_t> bytes(text.begin(), text.end());
        // It raises the level of correction by itself where that costs no room.
        const Library made = Library::encodeBinary(bytes, Library::Ecc::LOW);
        QrCode code;
        code.size_ = made.getSize();
        for (int row = 0; row < code.size_; ++row)
            for (int column = 0; column < code.size_; ++column)
                code.dark_.push_back(made.getModule(column, row));
        return code;
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

bool QrCode::is_dark(int column, int row) const {
    return dark_[static_cast<std::size_t>(row * size_ + column)];
}

std::string QrCode::svg_path() const {
    std::string path;
    for (int row = 0; row < size_; ++row)
        for (int column = 0; column < size_; ++column) {
            const int start = column;
            while (column < size_ && is_dark(column, row))
                ++column;
            if (column > start)
                path += fmt::format("M{} {}h{}v1h-{}z", start + kMargin, row + kMargin,
                                    column - start, column - start);
        }
    return path;
}

}  // namespace wespol
