// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/certificate_history.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace wespol {
namespace {

constexpr std::chrono::days kOneDay{1};

/// Unknown days after all known ones; ids settle what the days do not.
auto order_key(const HistoryStep& step) {
    const auto& [earliest_start, latest_start, earliest_end, latest_end, computed] = step.validity;
    const auto begin = earliest_start ? earliest_start : latest_start;
    return std::tuple(!begin, begin, latest_end, std::string_view(step.certificate));
}

/// Until when those so far hold: for sure, and at most. Null where nothing is known.
struct Covered {
    std::optional<Day> surely, at_most;

    /// An end that is open or unknown stays unknown.
    void add(const Validity& validity) {
        surely = std::max(surely, validity.earliest_end);
        at_most =
            at_most && validity.latest_end ? std::max(at_most, validity.latest_end) : std::nullopt;
    }
};

void join(HistoryStep& step, const Covered& before) {
    const Validity& validity = step.validity;
    step.joint = Joint::unsettled;
    if (before.at_most && validity.earliest_start &&
        *validity.earliest_start > *before.at_most + kOneDay) {
        step.joint = Joint::gap;
        step.first_day = *before.at_most + kOneDay;
        step.last_day = *validity.earliest_start - kOneDay;
        step.may_be_longer =
            before.surely != before.at_most || validity.earliest_start != validity.latest_start;
        return;
    }
    if (!before.surely || !validity.latest_start) return;
    if (*validity.latest_start <= *before.surely) {
        step.joint = Joint::overlap;
        step.first_day = validity.latest_start;
        step.last_day = validity.earliest_end ? std::min(*before.surely, *validity.earliest_end)
                                              : *before.surely;
        step.may_be_longer = before.surely != before.at_most ||
                             validity.earliest_start != validity.latest_start ||
                             validity.earliest_end != validity.latest_end;
        return;
    }
    const bool is_next_day = before.at_most == before.surely &&
                             validity.earliest_start == validity.latest_start &&
                             *validity.latest_start == *before.surely + kOneDay;
    if (is_next_day) step.joint = Joint::continued;
}

}  // namespace

std::string_view code(Joint joint) {
    switch (joint) {
        case Joint::first:
            return "pierwszy";
        case Joint::continued:
            return "ciagly";
        case Joint::gap:
            return "przerwa";
        case Joint::overlap:
            return "nakladanie";
        case Joint::unsettled:
            return "nierozstrzygniety";
    }
    return "nierozstrzygniety";
}

std::vector<CertificateHistory> certificate_histories(
    const std::vector<Certificate>& certificates) {
    std::map<std::pair<std::string, std::string>, CertificateHistory> by_subject;
    for (const Certificate& each : certificates) {
        CertificateHistory& history =
            by_subject[{each.mark, each.subject ? fold_words(*each.subject) : ""}];
        history.mark = each.mark;
        if (!history.subject) history.subject = each.subject;
        HistoryStep step;
        step.certificate = each.id;
        step.validity = validity(each);
        history.steps.push_back(std::move(step));
    }

    std::vector<CertificateHistory> histories;
    for (auto& [key, history] : by_subject) {
        std::vector<HistoryStep>& steps = history.steps;
        std::sort(steps.begin(), steps.end(), [](const HistoryStep& a, const HistoryStep& b) {
            return order_key(a) < order_key(b);
        });
        Covered before{steps.front().validity.earliest_end, steps.front().validity.latest_end};
        for (std::size_t i = 1; i < steps.size(); ++i) {
            join(steps[i], before);
            before.add(steps[i].validity);
        }
        histories.push_back(std::move(history));
    }
    return histories;
}

}  // namespace wespol
