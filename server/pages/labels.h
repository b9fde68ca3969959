// SPDX-License-Identifier: GPL-3.0-or-later
// Codes in the words people read: names of forms, places and days, and the quiet labels that tell
// a state by icon, word and tone together, never by colour alone. Thread-safe: no state.
#pragma once

#include "core/search/search_response.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <optional>
#include <string>

namespace wespol {

/// "powiat gnieźnieński", "Poznań"; null for no or an unknown county.
std::optional<std::string> county_name(const PageContext& context, const Messages& messages,
                                       const std::optional<std::string>& county);

/// "gnieźnieński", "Gniezno County": where it is plain that counties are meant.
std::string short_county_name(const County& county, Language language);

/// "koniński", "Konin subregion".
std::string subregion_name(const Subregion& subregion, Language language);

/// What a value of a vocabulary means; null when nothing is said of it. `known` may be null.
std::optional<std::string> meaning_of(const Concept* known, Language language);

/// "Gniezno, powiat gnieźnieński": as much as is known.
std::string place_name(const PageContext& context, const Messages& messages, const Entity& entity);

struct StateLook {
    const char* icon;
    const char* tone;
};
StateLook look_of(CertificateState state);
inline constexpr StateLook kNotYetLook{"clock", "plain"};

/// "Zakup Prospołeczny: wygasł".
View mark_label(const PageContext& context, const Messages& messages, CertificateState state);

/// "Fundacja X." and "X Sp. z o.o.": a sentence ends with one full stop.
std::string with_full_stop(std::string text);

View status_label(const PageContext& context, const std::string& status);
View brand_label(const PageContext& context, const std::string& brand);

/// A unit of an operator (WTZ, ZAZ, CIS, KIS), who is the one to sign a contract.
bool is_unit(const Entity& entity);

/// "zakończył działalność"; null for an active entity and for one of which nothing is known.
std::optional<std::string> activity_text(const Messages& messages, const Entity& entity);
std::optional<View> activity_label(const Messages& messages, const Entity& entity);

View state_label(const std::string& icon, const std::string& tone, const std::string& text);

/// What stands under a hit: whether it works, its mark on the day, its statuses and brands.
Views hit_labels(const PageContext& context, const Messages& messages, const Hit& hit);

/// Runs of {text, match} for {{#runs}}.
Views highlighted(const HighlightedText& text);

}  // namespace wespol
