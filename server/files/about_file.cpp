// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/about_file.h"

namespace wespol {

std::vector<std::pair<std::string, std::string>> about_file(const Messages& messages,
                                                            const MadeFile& file) {
    std::vector<std::pair<std::string, std::string>> about;
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) about.emplace_back(messages(key), text);
    };
    add("file.about.what", file.what);
    about.insert(about.end(), file.question.begin(), file.question.end());
    add("file.about.total", std::to_string(file.total));
    add("file.about.day", format_day_polish(file.as_of));
    for (const std::string& caveat : file.caveats)
        add("file.about.caveat", caveat);
    add("file.about.page", file.page);
    add("file.about.address", file.address);
    add("file.about.moment", warsaw_polish(file.moment));
    add("file.about.generation", file.generation);
    add("file.about.not_proven", messages("file.about.not_proven_text"));
    add("file.about.licence", messages("file.about.licence_text"));
    return about;
}

}  // namespace wespol
