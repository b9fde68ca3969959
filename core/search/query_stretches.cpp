// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_stretches.h"

#include "core/analysis/code_points.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace wespol {
namespace {

/// Every double quotation mark people and keyboards produce: they pair in any combination.
constexpr std::array<char32_t, 9> kQuotes{U'"', U'„', U'”', U'“', U'‟', U'«', U'»', U'″', U'＂'};

constexpr std::string_view kNot = "NOT ";

bool is_quote(char32_t c) {
    return std::find(kQuotes.begin(), kQuotes.end(), c) != kQuotes.end();
}

class StretchReader {
  public:
    explicit StretchReader(std::string_view text) : text_(text) {}

    std::vector<Stretch> read() {
        while (at_ < text_.size()) {
            const std::size_t here = at_;
            const char32_t c = next_code_point(text_, at_);
            if (is_quote(c))
                read_quoted(here);
            else if (c == U'-' && is_word_start(here))
                read_minus(here);
            else if (c == U'N' && is_word_start(here) && text_.substr(here).starts_with(kNot))
                read_not(here);
        }
        add_plain(text_.size());
        return std::move(stretches_);
    }

  private:
    bool is_word_start(std::size_t at) const { return at == 0 || text_[at - 1] == ' '; }

    void add_plain(std::size_t end) {
        if (end > plain_begin_)
            stretches_.push_back({text_.substr(plain_begin_, end - plain_begin_)});
    }

    /// `open` is the place of a quotation mark, at_ is behind it.
    void read_quoted(std::size_t open, bool excluded = false, std::size_t minus = 0) {
        for (std::size_t at = at_; at < text_.size();) {
            const std::size_t close = at;
            if (!is_quote(next_code_point(text_, at))) continue;
            add_plain(excluded ? minus : open);
            stretches_.push_back({text_.substr(at_, close - at_), true, excluded});
            plain_begin_ = at_ = at;
            return;
        }
        // Nothing closes it: it is punctuation between words.
    }

    /// at_ is behind the first minus.
    void read_minus(std::size_t minus) {
        while (at_ < text_.size() && text_[at_] == '-')
            ++at_;
        if (at_ == text_.size() || text_[at_] == ' ') return;
        const std::size_t open = at_;
        std::size_t behind = at_;
        if (is_quote(next_code_point(text_, behind))) {
            at_ = behind;
            return read_quoted(open, true, minus);
        }
        add_plain(minus);
        at_ = std::min(text_.find(' ', open), text_.size());
        stretches_.push_back({text_.substr(open, at_ - open), false, true});
        plain_begin_ = at_;
    }

    /// "NOT Konin" is "-Konin".
    void read_not(std::size_t begin) {
        const std::size_t word = begin + kNot.size();
        if (word == text_.size() || text_[word] == '-') return;
        at_ = word;
        std::size_t behind = word;
        if (is_quote(next_code_point(text_, behind))) {
            at_ = behind;
            return read_quoted(word, true, begin);
        }
        add_plain(begin);
        at_ = std::min(text_.find(' ', word), text_.size());
        stretches_.push_back({text_.substr(word, at_ - word), false, true});
        plain_begin_ = at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t plain_begin_ = 0;
    std::vector<Stretch> stretches_;
};

}  // namespace

std::vector<Stretch> split_into_stretches(std::string_view text) {
    return StretchReader(text).read();
}

}  // namespace wespol
