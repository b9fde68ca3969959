// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/status_doubt.h"

#include <fmt/format.h>

namespace wespol {
namespace {

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

std::string doubt_in_polish(const EntityStatus& status, Day day) {
    if (state_on(status, day) != StatusState::uncertain) return "";
    const Open open = open_on(status, day);
    std::string text = status.as_of
                           ? fmt::format("Źródło mówi o nim na: {}.", status.as_of->in_polish())
                           : "Źródło nie mówi, na kiedy go podaje.";
    if (open.begin)
        text += status.from
                    ? fmt::format(" Początek znamy niedokładnie: {}.", status.from->in_polish())
                    : " Od kiedy trwał, nie wiadomo.";
    const auto last = validity(status).latest_end;
    if (open.end)
        text += " Do kiedy trwał, nie wiadomo" +
                (last ? fmt::format("; najpóźniej do {}.", format_day_polish(*last)) : ".");
    return text;
}

}  // namespace wespol
