// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/about_file.h"

namespace wespol {

std::vector<std::pair<std::string, std::string>> about_file(const Messages& messages,
                                                            const MadeFile& file) {
    std::vector<std::pair<std::string, std::string>> about{
        {messages("file.about.what"), messages("file.about.directory")}};
    about.insert(about.end(), file.question.begin(), file.question.end());
    about.insert(about.end(),
                 {{messages("file.about.total"), std::to_string(file.total)},
                  {messages("file.about.day"), format_day_polish(file.as_of)},
                  {messages("file.about.page"), file.page},
                  {messages("file.about.address"), file.address},
                  {messages("file.about.moment"), warsaw_polish(file.moment)},
                  {messages("file.about.generation"), file.generation},
                  {messages("file.about.not_proven"), messages("file.about.not_proven_text")},
                  {messages("file.about.licence"), messages("file.about.licence_text")}});
    return about;
}

}  // namespace wespol
