// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence for people in the languages it is known in, for what is said far from the catalogues
// of messages: why a parameter, a number or a list is wrong. Polish is always there; who has said
// it in Polish alone is understood, and the page marks it as Polish. Plain value.
#pragma once

#include "core/support/language.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {

class Wording {
  public:
    Wording() = default;
    Wording(const char* polish) : texts_{polish, {}, {}} {}
    Wording(std::string polish) : texts_{std::move(polish), {}, {}} {}
    Wording(std::string polish, std::string english, std::string ukrainian)
        : texts_{std::move(polish), std::move(english), std::move(ukrainian)} {}

    /// In that language, else in Polish.
    const std::string& in(Language language) const { return name_in(texts_, language); }
    bool is_in(Language language) const { return !texts_[index_of(language)].empty(); }
    bool empty() const { return texts_.front().empty(); }

    friend bool operator==(const Wording&, const Wording&) = default;

  private:
    std::array<std::string, kLanguages.size()> texts_;  ///< by Language
};

/// One sentence with {} for what is told in it, as fmt has them.
struct InThree {
    std::string_view polish, english, ukrainian;
};

template <class... Values>
Wording worded(const InThree& patterns, const Values&... values) {
    const auto filled = [&](std::string_view pattern) {
        return fmt::format(fmt::runtime(pattern), values...);
    };
    return {filled(patterns.polish), filled(patterns.english), filled(patterns.ukrainian)};
}

/// What `before` quotes or names, and why: each language of `why` with that beginning.
inline Wording prefixed(const std::string& before, const Wording& why) {
    const auto with = [&](Language language) {
        return why.is_in(language) ? before + why.in(language) : std::string();
    };
    return {with(Language::pl), with(Language::en), with(Language::uk)};
}

/// One sentence and the next one, in each language that both are in.
inline Wording followed_by(const Wording& first, const Wording& next) {
    const auto both = [&](Language language) {
        return first.is_in(language) && next.is_in(language)
                   ? first.in(language) + ' ' + next.in(language)
                   : std::string();
    };
    return {both(Language::pl), both(Language::en), both(Language::uk)};
}

inline std::vector<std::string> in_language(const std::vector<Wording>& sentences,
                                            Language language) {
    std::vector<std::string> texts;
    texts.reserve(sentences.size());
    for (const Wording& each : sentences)
        texts.push_back(each.in(language));
    return texts;
}

}  // namespace wespol
