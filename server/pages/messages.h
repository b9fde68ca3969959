// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the site in one language, with plurals: locales/<language>.json, each value an
// ICU MessageFormat pattern. Knows nothing of HTML.
// Thread-safe: ICU's formats fill themselves in when they are used, so each takes one thread at a
// time.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/written_day.h"
#include "core/support/language.h"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace wespol {

struct MessageArgument {
    std::string_view name;
    std::variant<std::string, std::size_t, double> value;
};

class Messages {
  public:
    /// Throws Error(environment) when the file or one of its patterns is broken.
    Messages(const std::filesystem::path& locales, Language language);
    ~Messages();
    Messages(Messages&&) noexcept;

    /// Throws Error(environment) when there is no such message.
    std::string operator()(std::string_view key,
                           std::initializer_list<MessageArgument> arguments = {}) const;

    bool has(std::string_view key) const;

    Language language() const { return language_; }

    /// Days and dates as that language writes them.
    std::string day(Day day) const { return day_in_words(day, language_); }
    std::string date(const PartialDate& date) const { return date.in_words(language_); }

  private:
    class Format;  ///< keeps ICU out of this header
    std::map<std::string, std::unique_ptr<Format>, std::less<>> formats_;
    Language language_;
};

}  // namespace wespol
