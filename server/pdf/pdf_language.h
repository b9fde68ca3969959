// SPDX-License-Identifier: GPL-3.0-or-later
// The language of a PDF, which Cairo cannot say and a screen reader needs to pronounce it. Added as
// PDF provides for changes: appended behind the document (ISO 32000-1, 7.5.6). No state.
#pragma once

#include <string>

namespace wespol {

/// `pdf` of Cairo, restricted to PDF 1.4. It then also says that it has tags, and that its title is
/// the window's. Throws Error(environment) when it is not built as Cairo builds it.
std::string with_language(std::string pdf, const std::string& language);

}  // namespace wespol
