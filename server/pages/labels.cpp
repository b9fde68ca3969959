// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/labels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {

namespace {

constexpr std::array<std::string_view, 4> kUnitForms{"wtz", "zaz", "cis", "kis"};

/// By CertificateState.
constexpr std::array<StateLook, 5> kStateLooks{{{"check", "good"},
                                                {"clock", "soon"},
                                                {"question", "plain"},
                                                {"past", "plain"},
                                                {"none", "plain"}}};

const char* icon_of_activity(std::string_view activity) {
    if (activity == "zakonczony") return "cross";
    if (activity == "planowany") return "clock";
    return "warning";
}

/// Null for the states that need no warning. The vocabulary's words ("niepewny") name a value of
/// a filter; here stands what they mean for the one who reads.
const char* activity_message(std::string_view activity) {
    if (activity == "zakonczony") return "state.activity.ended";
    if (activity == "planowany") return "state.activity.planned";
    if (activity == "niepewny") return "state.activity.uncertain";
    return nullptr;
}

}  // namespace

std::optional<std::string> county_name(const PageContext& context, const Messages& messages,
                                       const std::optional<std::string>& county) {
    if (!county) return std::nullopt;
    const County* known = context.references.region.county(*county);
    if (!known) return std::nullopt;
    const std::string name = short_county_name(*known, context.language);
    const bool is_whole = known->kind == "miasto" || name != known->name;
    return is_whole ? name : messages("place.county", {{"name", name}});
}

std::string short_county_name(const County& county, Language language) {
    if (county.kind == "miasto") return county.seat;
    const std::string& label = county.labels[index_of(language)];
    return language == Language::pl || label.empty() ? county.name : label;
}

std::string subregion_name(const Subregion& subregion, Language language) {
    return name_in(subregion.labels, language);
}

std::optional<std::string> meaning_of(const Concept* known, Language language) {
    const auto meaning = known ? known->meaning() : std::nullopt;
    if (!meaning) return std::nullopt;
    return meaning->in(language);
}

std::string place_name(const PageContext& context, const Messages& messages, const Entity& entity) {
    const auto county = county_name(context, messages, entity.county);
    if (!entity.town) return county.value_or("");
    if (!county || *county == *entity.town) return *entity.town;
    return *entity.town + ", " + *county;
}

View state_label(const std::string& icon, const std::string& tone, const std::string& text) {
    View label;
    label["icon"] = View(icon);
    label["tone"] = View(tone);
    label["text"] = View(text);
    return label;
}

StateLook look_of(CertificateState state) {
    return kStateLooks[static_cast<std::size_t>(state)];
}

View mark_label(const PageContext& context, const Messages& messages, CertificateState state) {
    const StateLook look = look_of(state);
    const std::string& word =
        context.references.certificate_state.label(std::string(code(state)), context.language);
    return state_label(look.icon, look.tone, messages("state.mark", {{"state", word}}));
}

std::string with_full_stop(std::string text) {
    if (!text.ends_with('.')) text += '.';
    return text;
}

View status_label(const PageContext& context, const std::string& status) {
    return state_label("stamp", "plain", context.references.status.label(status, context.language));
}

View brand_label(const PageContext& context, const std::string& brand) {
    return state_label("tag", "brand", context.references.brand.label(brand, context.language));
}

bool is_unit(const Entity& entity) {
    return std::find(kUnitForms.begin(), kUnitForms.end(), entity.legal_form) != kUnitForms.end();
}

std::optional<std::string> activity_text(const Messages& messages, const Entity& entity) {
    const char* message = entity.activity ? activity_message(*entity.activity) : nullptr;
    if (!message) return std::nullopt;
    return messages(message);
}

std::optional<View> activity_label(const Messages& messages, const Entity& entity) {
    const auto text = activity_text(messages, entity);
    if (!text) return std::nullopt;
    return state_label(icon_of_activity(*entity.activity), "warning", *text);
}

Views hit_labels(const PageContext& context, const Messages& messages, const Hit& hit) {
    Views labels;
    if (auto activity = activity_label(messages, hit.entity))
        labels.push_back(std::move(*activity));
    if (hit.certificate_state != CertificateState::never)
        labels.push_back(mark_label(context, messages, hit.certificate_state));
    for (const std::string& status : hit.statuses)
        labels.push_back(status_label(context, status));
    for (const std::string& brand : hit.brands)
        labels.push_back(brand_label(context, brand));
    return labels;
}

Views highlighted(const HighlightedText& text) {
    Views runs;
    for (const TextRun& run : text) {
        View view;
        view["run"] = View(run.text);
        view["match"] = View(run.is_match);
        runs.push_back(std::move(view));
    }
    return runs;
}

}  // namespace wespol
