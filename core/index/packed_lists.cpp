// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/packed_lists.h"

#include "core/support/error.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace wespol {
namespace {

static_assert(std::endian::native == std::endian::little,
              "numbers stand in the file as they do in memory");

std::uint32_t as_number(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max())
        throw Error(ErrorCode::environment, "Katalog jest za duży dla tablicy podpowiedzi");
    return static_cast<std::uint32_t>(size);
}

/// Where each list ends: ascending, the last at the end of all.
bool are_ends(const std::vector<std::uint32_t>& ends, std::size_t size) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == size;
}

std::size_t begin_of(const std::vector<std::uint32_t>& ends, std::size_t index) {
    return index == 0 ? 0 : ends[index - 1];
}

}  // namespace

void fail_as_damaged() {
    throw Error(ErrorCode::environment, "Tablica podpowiedzi jest uszkodzona",
                "Zbuduj indeks od nowa: wespol-indexer build --data DANE --index INDEKS");
}

void PackedTexts::add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(as_number(bytes_.size()));
}

std::string_view PackedTexts::operator[](std::size_t index) const {
    const std::size_t begin = begin_of(ends_, index);
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

bool PackedTexts::are_sorted() const {
    for (std::size_t i = 1; i < size(); ++i)
        if ((*this)[i - 1] >= (*this)[i]) return false;
    return true;
}

std::size_t PackedTexts::lower_bound(std::string_view text) const {
    std::size_t first = 0;
    for (std::size_t count = size(); count > 0;) {
        const std::size_t half = count / 2;
        if ((*this)[first + half] < text) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

void PackedNumbers::add(std::span<const std::uint32_t> numbers) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    ends_.push_back(as_number(numbers_.size()));
}

std::span<const std::uint32_t> PackedNumbers::operator[](std::size_t index) const {
    const std::size_t begin = begin_of(ends_, index);
    return std::span(numbers_).subspan(begin, ends_[index] - begin);
}

void PackedWriter::operator()(std::uint32_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    bytes_.append(bytes, sizeof number);
}

void PackedWriter::operator()(const std::vector<std::uint32_t>& numbers) {
    (*this)(as_number(numbers.size()));
    for (const std::uint32_t number : numbers)
        (*this)(number);
}

void PackedWriter::operator()(const PackedTexts& texts) {
    (*this)(texts.ends_);
    (*this)(as_number(texts.bytes_.size()));
    bytes_ += texts.bytes_;
}

void PackedWriter::operator()(const PackedNumbers& lists) {
    (*this)(lists.ends_);
    (*this)(lists.numbers_);
}

std::string_view PackedReader::take(std::size_t count) {
    if (count > rest_.size()) fail_as_damaged();
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
}

void PackedReader::operator()(std::uint32_t& number) {
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
}

void PackedReader::operator()(std::vector<std::uint32_t>& numbers) {
    std::uint32_t count = 0;
    (*this)(count);
    const std::string_view bytes = take(std::size_t{count} * sizeof count);
    numbers.resize(count);
    if (count > 0) std::memcpy(numbers.data(), bytes.data(), bytes.size());
}

void PackedReader::operator()(PackedTexts& texts) {
    (*this)(texts.ends_);
    std::uint32_t size = 0;
    (*this)(size);
    texts.bytes_ = take(size);
    if (!are_ends(texts.ends_, texts.bytes_.size())) fail_as_damaged();
}

void PackedReader::operator()(PackedNumbers& lists) {
    (*this)(lists.ends_);
    (*this)(lists.numbers_);
    if (!are_ends(lists.ends_, lists.numbers_.size())) fail_as_damaged();
}

}  // namespace wespol
