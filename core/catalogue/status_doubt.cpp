// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/status_doubt.h"

#include "core/catalogue/written_day.h"
#include "core/support/wording.h"

namespace wespol {
namespace {

constexpr InThree kTold{"Źródło mówi o nim na: {}.", "The source tells of it as of: {}.",
                        "Джерело говорить про нього станом на: {}."};
constexpr InThree kToldOfNoDay{"Źródło nie mówi, na kiedy go podaje.",
                               "The source does not say as of when it tells of it.",
                               "Джерело не каже, станом на коли його подає."};
constexpr InThree kRoughBegin{"Początek znamy niedokładnie: {}.",
                              "Its beginning is known only roughly: {}.",
                              "Його початок відомий неточно: {}."};
constexpr InThree kUnknownBegin{"Od kiedy trwał, nie wiadomo.",
                                "Since when it applied is not known.",
                                "Відколи він діяв, невідомо."};
constexpr InThree kUnknownEnd{"Do kiedy trwał, nie wiadomo.", "Until when it applied is not known.",
                              "Доки він діяв, невідомо."};
constexpr InThree kEndAtLatest{"Do kiedy trwał, nie wiadomo; najpóźniej do {}.",
                               "Until when it applied is not known; until {} at the latest.",
                               "Доки він діяв, невідомо; найпізніше до {}."};

struct Open {
    bool begin = false, end = false;
};

Open open_on(const EntityStatus& status, Day day) {
    const Validity days = validity(status);
    return {!days.latest_start || day < *days.latest_start,
            !days.earliest_end || day > *days.earliest_end};
}

}  // namespace

std::vector<std::string_view> doubts_on(const EntityStatus& status, Day day) {
    std::vector<std::string_view> codes;
    if (state_on(status, day) != StatusState::uncertain) return codes;
    const Open open = open_on(status, day);
    if (open.begin)
        codes.emplace_back(status.from ? "niedokladna_data_poczatku" : "brak_daty_poczatku");
    if (open.end) codes.emplace_back(status.until ? "niedokladna_data_konca" : "brak_daty_konca");
    return codes;
}

std::string doubt_in_words(const EntityStatus& status, Day day, Language language) {
    if (state_on(status, day) != StatusState::uncertain) return "";
    std::string text;
    const auto say = [&](const InThree& what, const std::string& date = "") {
        if (!text.empty()) text += ' ';
        text += worded(what, date).in(language);
    };
    if (status.as_of)
        say(kTold, status.as_of->in_words(language));
    else
        say(kToldOfNoDay);
    const Open open = open_on(status, day);
    if (open.begin && status.from) say(kRoughBegin, status.from->in_words(language));
    if (open.begin && !status.from) say(kUnknownBegin);
    const auto last = validity(status).latest_end;
    if (open.end && last) say(kEndAtLatest, day_in_words(*last, language));
    if (open.end && !last) say(kUnknownEnd);
    return text;
}

}  // namespace wespol
