// SPDX-License-Identifier: GPL-3.0-or-later
// A set of documents as a bitmap over their numbers (from 1, as in Xapian). Plain value.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wespol {

using DocId = std::uint32_t;

class DocSet {
  public:
    DocSet() = default;
    /// Empty, with room for documents up to and including `last_document`.
    explicit DocSet(DocId last_document) : words_(last_document / 64 + 1) {}

    /// Every document from 1 to `last_document`.
    static DocSet all(DocId last_document) {
        DocSet set(last_document);
        std::fill(set.words_.begin(), set.words_.end(), ~std::uint64_t{0});
        set.words_.front() &= ~std::uint64_t{1};
        set.words_.back() &= ~std::uint64_t{0} >> (63 - last_document % 64);
        return set;
    }

    void add(DocId document) { words_[document / 64] |= bit(document); }
    bool contains(DocId document) const {
        return document / 64 < words_.size() && (words_[document / 64] & bit(document)) != 0;
    }

    // Both sides of these were made for the same documents.
    DocSet& operator&=(const DocSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] &= other.words_[i];
        return *this;
    }
    DocSet& operator|=(const DocSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] |= other.words_[i];
        return *this;
    }
    DocSet& operator-=(const DocSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] &= ~other.words_[i];
        return *this;
    }

    std::size_t count() const {
        std::size_t total = 0;
        for (const std::uint64_t word : words_)
            total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }

    /// The first document not below `from`; 0 when there is none.
    DocId next(DocId from) const {
        std::size_t index = from / 64;
        if (index >= words_.size()) return 0;
        std::uint64_t word = words_[index] & (~std::uint64_t{0} << (from % 64));
        while (word == 0)
            if (++index == words_.size())
                return 0;
            else
                word = words_[index];
        return static_cast<DocId>(index * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }

    /// Calls `visit(document)` in ascending order.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t index = 0; index < words_.size(); ++index)
            for (std::uint64_t word = words_[index]; word != 0; word &= word - 1)
                visit(static_cast<DocId>(index * 64 +
                                         static_cast<std::size_t>(std::countr_zero(word))));
    }

    friend bool operator==(const DocSet&, const DocSet&) = default;

  private:
    static std::uint64_t bit(DocId document) { return std::uint64_t{1} << (document % 64); }

    std::vector<std::uint64_t> words_;
};

}  // namespace wespol
