// SPDX-License-Identifier: GPL-3.0-or-later
// Many short texts or lists of numbers one behind the other in one piece of memory, as they also
// stand in a file: the reader takes nothing on trust and reads a hundred thousand of them at once.
// Not for changing: add at the end only. Plain values; read only once built, then thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

class PackedTexts {
  public:
    void add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const;

    /// Strictly ascending by bytes: none twice, and lower_bound may be asked.
    bool are_sorted() const;
    /// The first that is not before `text`; size() when there is none. Sorted texts only.
    std::size_t lower_bound(std::string_view text) const;

  private:
    friend class PackedWriter;
    friend class PackedReader;
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
};

class PackedNumbers {
  public:
    void add(std::span<const std::uint32_t> numbers);
    std::size_t size() const { return ends_.size(); }
    std::span<const std::uint32_t> operator[](std::size_t index) const;

    /// Of all lists.
    const std::vector<std::uint32_t>& numbers() const { return numbers_; }

  private:
    friend class PackedWriter;
    friend class PackedReader;
    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint32_t> ends_;
};

/// Equal values give equal bytes.
class PackedWriter {
  public:
    void operator()(std::uint32_t number);
    void operator()(const std::vector<std::uint32_t>& numbers);
    void operator()(const PackedTexts& texts);
    void operator()(const PackedNumbers& lists);
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Throws Error(environment) on bytes that PackedWriter did not write.
class PackedReader {
  public:
    explicit PackedReader(std::string_view bytes) : rest_(bytes) {}
    void operator()(std::uint32_t& number);
    void operator()(std::vector<std::uint32_t>& numbers);
    void operator()(PackedTexts& texts);
    void operator()(PackedNumbers& lists);
    bool is_at_end() const { return rest_.empty(); }

  private:
    std::string_view take(std::size_t count);
    std::string_view rest_;
};

/// The file does not hold what its size and its numbers promise.
[[noreturn]] void fail_as_damaged();

}  // namespace wespol
