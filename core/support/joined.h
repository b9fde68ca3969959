// SPDX-License-Identifier: GPL-3.0-or-later
// Several texts in one, with a divider between them. Thread-safe: no state.
#pragma once

#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {

/// "a, b, c" of any range of texts; "" of none.
template <class Texts>
std::string joined(const Texts& texts, std::string_view divider) {
    return fmt::format("{}", fmt::join(texts, divider));
}

/// The same of what `text_of` says of each: a function or a member.
template <class Range, class TextOf>
std::string joined(const Range& range, std::string_view divider, TextOf text_of) {
    std::string all;
    for (auto each = std::begin(range); each != std::end(range); ++each) {
        if (each != std::begin(range)) all += divider;
        all += std::invoke(text_of, *each);
    }
    return all;
}

/// Of those only that are not empty: "ul. Mostowa 12, Gniezno", whatever of it is known.
inline std::string joined_known(const std::vector<std::string>& texts, std::string_view divider) {
    std::string all;
    for (const std::string& each : texts)
        if (!each.empty()) all.append(all.empty() ? "" : divider).append(each);
    return all;
}

}  // namespace wespol
