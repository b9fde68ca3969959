// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/mark_word.h"

#include "core/support/wording.h"

namespace wespol {

const std::string& not_yet_granted(Language language) {
    static const Wording word{"jeszcze nie nadany", "not granted yet", "ще не надано"};
    return word.in(language);
}

std::string certificate_word(CertificateState state, const References& references,
                             Language language) {
    if (state == CertificateState::never) return not_yet_granted(language);
    return references.certificate_state.label(std::string(code(state)), language);
}

std::string mark_word(const MarkFact& fact, const References& references, Language language) {
    if (fact.is_later()) return not_yet_granted(language);
    return references.certificate_state.label(std::string(code(fact.state)), language);
}

}  // namespace wespol
