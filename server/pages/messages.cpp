// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/messages.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/msgfmt.h>
#include <unicode/strenum.h>

namespace wespol {

namespace {

Error broken(const std::filesystem::path& path, std::string_view what) {
    return Error(ErrorCode::environment, fmt::format("{}: {}", path.string(), what),
                 "Zbuduj projekt od nowa: zasoby stron są uszkodzone albo z innej wersji.");
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Formattable formattable(const MessageArgument& argument) {
    if (const auto* text = std::get_if<std::string>(&argument.value))
        return icu::Formattable(unicode(*text));
    if (const auto* count = std::get_if<std::size_t>(&argument.value))
        return icu::Formattable(static_cast<std::int64_t>(*count));
    return icu::Formattable(std::get<double>(argument.value));
}

}  // namespace

class Messages::Format {
  public:
    explicit Format(icu::MessageFormat& format) {
        if (takes_arguments(format))
            format_.emplace(format);
        else
            fixed_ = filled(format, {}, {});
    }

    std::string apply(std::initializer_list<MessageArgument> arguments) const {
        if (!format_) return fixed_;
        std::vector<icu::UnicodeString> names;
        std::vector<icu::Formattable> values;
        for (const MessageArgument& argument : arguments) {
            names.push_back(unicode(argument.name));
            values.push_back(formattable(argument));
        }
        const std::lock_guard lock(mutex_);
        return filled(*format_, names, values);
    }

  private:
    static bool takes_arguments(icu::MessageFormat& format) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::StringEnumeration> names(format.getFormatNames(status));
        const std::int32_t count = names ? names->count(status) : 0;
        if (U_FAILURE(status)) throw Error(ErrorCode::environment, u_errorName(status));
        return count > 0;
    }

    static std::string filled(const icu::MessageFormat& format,
                              const std::vector<icu::UnicodeString>& names,
                              const std::vector<icu::Formattable>& values) {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString formatted;
        format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()),
                      formatted, status);
        if (U_FAILURE(status)) throw Error(ErrorCode::environment, u_errorName(status));
        std::string utf8;
        return formatted.toUTF8String(utf8);
    }

    std::string fixed_;                         ///< of a sentence without arguments
    std::optional<icu::MessageFormat> format_;  ///< of the others
    mutable std::mutex mutex_;                  ///< guards what format_ keeps
};

Messages::Messages(const std::filesystem::path& locales, Language language) : language_(language) {
    const std::string locale(code(language));
    const std::filesystem::path path = locales / (locale + ".json");
    const auto json = nlohmann::json::parse(read_file(path), nullptr, false);
    if (!json.is_object()) throw broken(path, "to nie jest obiekt JSON");
    for (const auto& [key, pattern] : json.items()) {
        if (!pattern.is_string()) throw broken(path, key + " nie jest napisem");
        UErrorCode status = U_ZERO_ERROR;
        UParseError parse_error;
        icu::MessageFormat format(unicode(pattern.get<std::string>()), icu::Locale(locale.c_str()),
                                  parse_error, status);
        if (U_FAILURE(status)) throw broken(path, key + ": " + u_errorName(status));
        formats_.emplace(key, std::make_unique<Format>(format));
    }
}

Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;

std::string Messages::operator()(std::string_view key,
                                 std::initializer_list<MessageArgument> arguments) const {
    const auto found = formats_.find(key);
    if (found == formats_.end())
        throw Error(ErrorCode::environment, fmt::format("Brak komunikatu „{}”.", key));
    return found->second->apply(arguments);
}

bool Messages::has(std::string_view key) const {
    return formats_.find(key) != formats_.end();
}

}  // namespace wespol
