// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/file_columns.h"

#include "core/support/ascii.h"
#include "core/support/joined.h"

#include <sstream>

namespace wespol {

std::vector<std::string> requested_columns(const Parameters& parameters) {
    std::vector<std::string> codes;
    for (const auto& [name, value] : parameters) {
        if (name != "kolumny") continue;
        std::istringstream list(value);
        for (std::string part; std::getline(list, part, ',');) {
            std::string code(trimmed(part));
            if (!code.empty() && std::ranges::find(codes, code) == codes.end())
                codes.push_back(std::move(code));
        }
    }
    return codes;
}

std::string comma_separated(const std::vector<std::string_view>& codes) {
    return joined(codes, ", ");
}

FileCell text_cell(const std::optional<std::string>& text) {
    if (!text) return {};
    return *text;
}

FileCell list_cell(const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    return joined(texts, "; ");
}

FileCell date_cell(const std::optional<PartialDate>& date) {
    if (!date) return {};
    if (date->is_exact()) return *date->earliest();
    return date->text();
}

FileCell span_cell(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
    if (!earliest && !latest) return {};
    if (earliest == latest) return *earliest;
    const auto written = [](const std::optional<Day>& day) {
        return day ? format_day(*day) : std::string("..");
    };
    return written(earliest) + "/" + written(latest);
}

FileCell labels_cell(const Vocabulary& vocabulary, const std::vector<std::string>& codes,
                     Language language) {
    std::vector<std::string> labels;
    labels.reserve(codes.size());
    for (const std::string& code : codes)
        labels.push_back(vocabulary.label(code, language));
    return list_cell(labels);
}

}  // namespace wespol
