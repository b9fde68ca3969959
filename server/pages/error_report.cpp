// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/error_report.h"

#include "server/pages/links.h"

namespace wespol {

std::optional<std::string> error_report_href(const PageContext& context, const Messages& messages,
                                             const Entity& entity, std::string_view field,
                                             const std::optional<std::string>& address) {
    const auto mail = address ? mail_href(*address) : std::nullopt;
    if (!mail) return std::nullopt;
    const std::string named_field(field);
    const std::string subject =
        messages("report.letter_subject", {{"id", entity.id}, {"field", named_field}});
    std::string body;
    const auto add_line = [&](const std::string& line) { body += line + "\r\n"; };
    add_line(messages("report.letter_record", {{"name", entity.name}, {"id", entity.id}}));
    add_line(messages("report.letter_field", {{"field", named_field}}));
    add_line(messages("report.letter_page", {{"address", entity_address(context, entity.id)}}));
    add_line("");
    add_line(messages("report.letter_question"));
    return *mail + "?subject=" + percent_encoded(subject) + "&body=" + percent_encoded(body);
}

}  // namespace wespol
