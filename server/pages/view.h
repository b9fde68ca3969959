// SPDX-License-Identifier: GPL-3.0-or-later
// What a template is filled with: a tree of named values. Every value is escaped by the template.
// A name that is missing would be looked up in the surrounding views, so an absent value is put
// in as `false` (maybe()), never left out. Plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kainjow/mustache.hpp>

namespace wespol {

using View = kainjow::mustache::data;
using Views = kainjow::mustache::list;

/// The text, or `false` when there is none or it is empty.
inline View maybe(const std::optional<std::string>& text) {
    return text && !text->empty() ? View(*text) : View(false);
}

/// A list that can also be asked whether it is there: `{{#names}}` and `{{#has_names}}`.
inline void put_list(View& view, const std::string& name, const Views& entries) {
    view["has_" + name] = View(!entries.empty());
    view[name] = View(entries);
}

/// {text} for each, as {{#name}}{{text}}{{/name}} shows them.
inline Views text_views(const std::vector<std::string>& texts) {
    Views views;
    for (const std::string& each : texts)
        views.push_back(View("text", View(each)));
    return views;
}

}  // namespace wespol
