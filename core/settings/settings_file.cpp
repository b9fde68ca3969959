// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_file.h"

#include "core/support/error.h"
#include "core/support/files.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>
#include <toml++/toml.h>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::array<std::string_view, 2> kSections{"server", "indexer"};

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line,
                         const std::string& why) {
    throw Error(ErrorCode::usage, fmt::format("{}:{}: {}", file.string(), line, why),
                "Popraw ten plik; co w nim może stać, mówi --help.");
}

std::size_t line_of(const toml::source_region& source) {
    return source.begin.line;
}

toml::table parse(const std::filesystem::path& file) {
    try {
        return toml::parse(read_file(file));
    } catch (const toml::parse_error& mistake) {
        refuse(file, line_of(mistake.source()),
               fmt::format("to nie jest TOML ({})", mistake.description()));
    }
}

std::string shape_of(SettingKind kind) {
    switch (kind) {
        case SettingKind::number:
            return "liczba całkowita, bez cudzysłowu";
        case SettingKind::list:
            return "lista tekstów w nawiasach: [\"…\", \"…\"]";
        case SettingKind::text:
            break;
    }
    return "tekst w cudzysłowie";
}

/// Null when the value has another shape than the setting.
std::optional<std::vector<std::string>> texts_of(const toml::node& node, SettingKind kind) {
    if (kind == SettingKind::number) {
        const auto* number = node.as_integer();
        if (!number) return std::nullopt;
        return std::vector{std::to_string(number->get())};
    }
    if (kind == SettingKind::text) {
        const auto* text = node.as_string();
        if (!text) return std::nullopt;
        return std::vector{text->get()};
    }
    const auto* array = node.as_array();
    if (!array) return std::nullopt;
    std::vector<std::string> texts;
    for (const toml::node& each : *array) {
        const auto* text = each.as_string();
        if (!text) return std::nullopt;
        texts.push_back(text->get());
    }
    return texts;
}

}  // namespace

std::map<std::string, WrittenSetting, std::less<>> read_settings_file(
    const std::filesystem::path& file, std::span<const Setting> table) {
    std::map<std::string, WrittenSetting, std::less<>> written;
    const auto take = [&](std::string_view section, const toml::key& key, const toml::node& node) {
        const auto row = std::ranges::find_if(table, [&](const Setting& each) {
            return each.name == key.str() && each.section == section;
        });
        if (row == table.end())
            refuse(file, line_of(key.source()),
                   fmt::format("{}{}{}: nie ma takiego ustawienia", section,
                               section.empty() ? "" : ".", key.str()));
        auto texts = texts_of(node, row->kind);
        if (!texts)
            refuse(file, line_of(key.source()),
                   fmt::format("{}: tu ma stać {}", key.str(), shape_of(row->kind)));
        written[std::string(row->name)] = {*std::move(texts), line_of(key.source())};
    };
    const auto is_ours = [&](std::string_view section) {
        return std::ranges::any_of(table,
                                   [&](const Setting& each) { return each.section == section; });
    };

    const toml::table whole = parse(file);
    for (const auto& [key, node] : whole) {
        const toml::table* section = node.as_table();
        if (!section || std::ranges::find(kSections, key.str()) == kSections.end())
            take("", key, node);
        else if (is_ours(key.str()))
            for (const auto& [inner, value] : *section)
                take(key.str(), inner, value);
    }
    return written;
}

std::string toml_text(const Setting& setting, const std::vector<std::string>& texts) {
    if (setting.kind == SettingKind::number) return texts.front();
    std::ostringstream out;
    if (setting.kind == SettingKind::text) {
        out << toml::value<std::string>(texts.front());
        return out.str();
    }
    toml::array list;
    for (const std::string& each : texts)
        list.push_back(each);
    out << list;
    return out.str();
}

}  // namespace wespol
