// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/words_view.h"

#include "core/support/joined.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"
#include "server/pages/page_frame.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace wespol {

namespace {

struct ShownWords {
    Language language;
    std::size_t open;  ///< more would make the page too long to read
};
constexpr std::array kShownWords{ShownWords{Language::pl, 11}, ShownWords{Language::en, 5},
                                 ShownWords{Language::uk, 5}};

View row_view(Language language, std::span<const std::string> words) {
    View row;
    row["language"] = View(std::string(code(language)));
    row["words"] = View(joined(words, ", "));
    return row;
}

/// What the concept is called elsewhere, and other words for it. In the language of the page the
/// label is the heading.
std::vector<std::string> words_of(const Concept& each, Language language, Language page) {
    const auto index = index_of(language);
    std::vector<std::string> words;
    if (language != page && !each.labels[index].empty()) words.push_back(each.labels[index]);
    words.insert(words.end(), each.synonyms[index].begin(), each.synonyms[index].end());
    return words;
}

View concept_view(const Messages& messages, const Concept& each, const std::string& kind) {
    View view;
    view["anchor"] = View(kind + "-" + each.code);
    view["label"] = View(each.label(messages.language()));
    view["note"] = maybe(meaning_of(&each, messages.language()));
    Views rows, further;
    std::size_t further_words = 0;
    for (const auto& [language, open] : kShownWords) {
        const std::vector<std::string> words = words_of(each, language, messages.language());
        const std::span<const std::string> all(words);
        const std::size_t first = std::min(words.size(), open);
        further_words += words.size() - first;
        if (first > 0) rows.push_back(row_view(language, all.first(first)));
        if (first < words.size()) further.push_back(row_view(language, all.subspan(first)));
    }
    put_list(view, "rows", rows);
    put_list(view, "further", further);
    view["more"] =
        further_words == 0 ? View(false) : View(messages("words.more", {{"count", further_words}}));
    return view;
}

/// With a link to the search for it.
View filter_view(const PageContext& context, const Messages& messages, const Concept& each,
                 FieldId field_id) {
    const std::string parameter(field(field_id).parameter);
    View view = concept_view(messages, each, parameter);
    view["href"] = View(filter_href(context, field_id, each.code));
    return view;
}

Views filter_views(const PageContext& context, const Messages& messages,
                   const Vocabulary& vocabulary, FieldId field_id) {
    Views views;
    for (const Concept& each : vocabulary.concepts())
        views.push_back(filter_view(context, messages, each, field_id));
    return views;
}

/// The broadest concepts, each with all that lies below it.
Views sector_groups(const PageContext& context, const Messages& messages) {
    const Vocabulary& industry = context.references.industry;
    Views groups;
    for (const Concept& top : industry.concepts()) {
        if (top.broader) continue;
        View group = filter_view(context, messages, top, FieldId::industry);
        Views below;
        for (const Concept& each : industry.concepts())
            if (each.broader && industry.with_broader(each.code).back() == top.code)
                below.push_back(filter_view(context, messages, each, FieldId::industry));
        put_list(group, "below", below);
        groups.push_back(std::move(group));
    }
    return groups;
}

/// What one may ask of certificates and statuses, and what the answer means.
Views states(const PageContext& context, const Messages& messages) {
    Views views;
    for (const Concept& each : context.references.certificate_state.concepts())
        views.push_back(concept_view(messages, each, "certyfikat"));
    for (const Concept& each : context.references.status.concepts())
        views.push_back(concept_view(messages, each, "status"));
    for (const Concept& each : context.references.activity.concepts())
        if (each.note) views.push_back(concept_view(messages, each, "aktywnosc"));
    return views;
}

Views abbreviations(const PageContext& context) {
    Views views;
    for (const Abbreviation& each : context.references.abbreviations) {
        View view;
        view["written"] = View(each.written);
        view["meaning"] = View(each.meaning);
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace

View words_view(const PageContext& context, const Messages& messages) {
    const References& references = context.references;
    View view = page_frame(context, messages, messages("words.heading"));
    put_list(view, "groups", sector_groups(context, messages));
    put_list(view, "forms",
             filter_views(context, messages, references.legal_form, FieldId::legal_form));
    put_list(view, "target_groups",
             filter_views(context, messages, references.target_group, FieldId::target_group));
    put_list(view, "states", states(context, messages));
    put_list(view, "abbreviations", abbreviations(context));
    return view;
}

}  // namespace wespol
