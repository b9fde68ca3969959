// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a QR code (ISO/IEC 18004): a square of dark and light modules. Thread-safe: no state.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class QrCode {
  public:
    /// What fits into the greatest.
    static constexpr std::size_t kMostBytes = 2953;

    /// Null when the text is too long for any.
    static std::optional<QrCode> of(std::string_view text);

    /// Modules along one edge, without the margin.
    int size() const { return size_; }
    bool is_dark(int column, int row) const;

    /// Light modules that have to stay around it.
    static constexpr int kMargin = 4;

    /// Dark modules as the path of an SVG, one unit a module: "M4 4h7v1h-7z…", margin included.
    std::string svg_path() const;

  private:
    QrCode() = default;

    int size_ = 0;
    std::vector<bool> dark_;  ///< row by row
};

}  // namespace wespol
