// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader needs of a PDF and Cairo cannot say: its language, and what is read out in
// place of a figure. Added as PDF provides for changes: appended behind the document (ISO 32000-1,
// 7.5.6). No state.
#pragma once

#include <string>
#include <vector>

namespace wespol {

/// `pdf` of Cairo, restricted to PDF 1.4. It then also says that it has tags, and that its title is
/// the window's. Throws Error(environment) when it is not built as Cairo builds it.
std::string with_language(std::string pdf, const std::string& language);

/// One for each element tagged "Figure", in their order. Throws as above.
std::string with_alternatives(std::string pdf, const std::vector<std::string>& alternatives);

}  // namespace wespol
