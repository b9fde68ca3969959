// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/fact_words.h"

#include "core/catalogue/mark_word.h"

#include <string_view>

namespace wespol {
namespace {

/// A page holds short words to the next ones by no-break spaces; in a table one could not find
/// them.
std::string with_plain_blanks(std::string text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    for (auto at = text.find(kNoBreakSpace); at != std::string::npos;
         at = text.find(kNoBreakSpace, at))
        text.replace(at, kNoBreakSpace.size(), " ");
    return text;
}

}  // namespace

const std::string& FactWords::of(const Art94Fact& fact) const {
    return art_94[static_cast<std::size_t>(fact.category)];
}

const std::string& FactWords::of(const EnterpriseFact& fact) const {
    return enterprise[static_cast<std::size_t>(fact.state)];
}

const std::string& FactWords::of(const MarkFact& fact) const {
    return fact.is_later() ? not_yet_granted : mark[static_cast<std::size_t>(fact.state)];
}

const std::string& FactWords::of(CertificateState state) const {
    return state == CertificateState::never ? not_yet_granted
                                            : mark[static_cast<std::size_t>(state)];
}

FactWords fact_words(const Messages& sentences, const References& references, Language language) {
    const auto messages = [&](std::string_view key) { return with_plain_blanks(sentences(key)); };
    FactWords words;
    words.art_94 = {messages("fact.art_94.from_form"), messages("fact.art_94.to_declare"),
                    messages("fact.art_94.unknown")};
    words.enterprise = {messages("file.status.held"), messages("file.status.uncertain"),
                        messages("file.status.ended"), messages("file.status.not_yet"),
                        messages("fact.enterprise.none")};
    for (const CertificateState state :
         {CertificateState::valid, CertificateState::expiring, CertificateState::uncertain,
          CertificateState::expired, CertificateState::never})
        words.mark[static_cast<std::size_t>(state)] =
            references.certificate_state.label(std::string(code(state)), language);
    words.not_yet_granted = not_yet_granted(language);
    return words;
}

}  // namespace wespol
