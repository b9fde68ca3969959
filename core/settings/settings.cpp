// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "core/settings/settings_file.h"
#include "core/support/error.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<std::string> default_of(const Setting& setting) {
    if (setting.default_text.empty()) return {};
    if (setting.kind == SettingKind::list) return parted(setting.default_text);
    return {std::string(setting.default_text)};
}

}  // namespace

Settings Settings::read(std::span<const Setting> table, const SettingSources& sources) {
    Settings settings;
    settings.table_ = table;
    const auto written = sources.file ? read_settings_file(*sources.file, table)
                                      : std::map<std::string, WrittenSetting, std::less<>>{};
    for (const Setting& each : table) {
        settings.values_[std::string(each.name)] = {default_of(each), ""};
        // Each layer over the one before.
        if (const auto found = written.find(each.name); found != written.end())
            settings.take(each,
                          {found->second.texts, fmt::format("{}:{}: {}", sources.file->string(),
                                                            found->second.line, each.name)});
        const std::string variable = variable_of(each);
        const char* from_environment = sources.environment(variable.c_str());
        if (from_environment && *from_environment != '\0')
            settings.take(
                each, {each.kind == SettingKind::list ? parted(from_environment)
                                                      : std::vector<std::string>{from_environment},
                       variable});
        if (const auto found = sources.flags.find(each.name);
            found != sources.flags.end() && !found->second.empty())
            settings.take(each, {found->second, flag_of(each)});
    }
    return settings;
}

void Settings::take(const Setting& setting, Value value) {
    for (const std::string& text : value.texts) {
        Complaint complaint = setting.complaint ? setting.complaint(text) : std::nullopt;
        if (!complaint && text.empty()) complaint = "Tu ma coś stać.";
        if (complaint)
            throw Error(ErrorCode::usage,
                        fmt::format("{} „{}”: {}", value.origin, text, *complaint),
                        "Co może tu stać, mówi --help.");
    }
    if (value.texts.empty())
        throw Error(ErrorCode::usage, fmt::format("{}: Lista jest pusta.", value.origin),
                    "Co może tu stać, mówi --help.");
    values_[std::string(setting.name)] = std::move(value);
}

const Settings::Value& Settings::value(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end())
        throw std::logic_error(fmt::format("no setting is called {}", name));
    return found->second;
}

const std::string& Settings::text(std::string_view name) const {
    static const std::string none;
    const Value& found = value(name);
    return found.texts.empty() ? none : found.texts.front();
}

long Settings::number(std::string_view name) const {
    return whole_number(text(name)).value();
}

const std::vector<std::string>& Settings::list(std::string_view name) const {
    return value(name).texts;
}

const std::string& Settings::origin(std::string_view name) const {
    return value(name).origin;
}

std::string Settings::as_file() const {
    std::string above, sections;
    std::string_view open_section;
    for (const Setting& each : table_) {
        const auto& [texts, origin] = value(each.name);
        std::string& out = each.section.empty() ? above : sections;
        if (each.section != open_section && !each.section.empty()) {
            open_section = each.section;
            out += fmt::format("\n[{}]\n", each.section);
        }
        const std::string from = origin.empty() ? "domyślnie" : origin;
        out += texts.empty()
                   ? fmt::format("# {} =   # nie podano\n", each.name)
                   : fmt::format("{} = {}  # {}\n", each.name, toml_text(each, texts), from);
    }
    return above + sections;
}

std::optional<std::filesystem::path> settings_file(
    const std::string& flag, const std::function<const char*(const char*)>& environment) {
    if (!flag.empty()) return flag;
    const char* variable = environment("WESPOL_CONFIG");
    if (!variable || *variable == '\0') return std::nullopt;
    return variable;
}

}  // namespace wespol
