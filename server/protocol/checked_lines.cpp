// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/checked_lines.h"

#include "core/support/joined.h"
#include "server/checks/line_reading.h"
#include "server/checks/list_check.h"
#include "server/pages/certificate_view.h"

#include <utility>

namespace wespol {
namespace {

std::string remark_on(const CheckedLine& line, const PageContext& context,
                      const Messages& messages) {
    std::vector<std::string> sentences = in_language(line.problems, Language::pl);
    if (line.outcome == LineOutcome::near_names)
        sentences.push_back(messages("protocol.line.not_here"));
    for (const CertificateHit& hit : line.unlisted)
        sentences.push_back(unlisted_in_words(context, messages, hit));
    std::vector<std::string> near;
    for (const NearEntity& each : line.near)
        near.push_back("„" + each.name + "”");
    if (!near.empty())
        sentences.push_back(messages("protocol.line.near", {{"names", joined(near, ", ")}}));
    return joined(sentences, " ");
}

std::string understood_as(const CheckedLine& line, const Messages& messages) {
    if (line.looked_up) return shown(*line.looked_up);
    return line.name.empty() ? "" : messages("protocol.line.name");
}

}  // namespace

std::vector<ProtocolLine> check_lines(const std::vector<std::string>& lines,
                                      const std::shared_ptr<const IndexSnapshot>& snapshot,
                                      const PageContext& context, const Messages& messages) {
    WrittenList list;
    for (const std::string& line : lines)
        list.lines.push_back(written_line(list.lines.size() + 1, line));
    std::vector<ProtocolLine> checked;
    for (const CheckedLine& line : check_list(list, snapshot, context.as_of).lines) {
        ProtocolLine told;
        told.asked = lines.at(line.number - 1);
        told.understood = understood_as(line, messages);
        for (const auto& standing : line.entities)
            told.ids.push_back(standing->entity.id);
        told.remark = remark_on(line, context, messages);
        checked.push_back(std::move(told));
    }
    return checked;
}

}  // namespace wespol
