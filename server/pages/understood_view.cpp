// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/understood_view.h"

#include "core/index/concept_finder.h"
#include "core/support/joined.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace wespol {
namespace {

constexpr std::array kRadii{10.0, 25.0, 50.0, 100.0};

SearchRequest within(SearchRequest request, double radius_km) {
    request.page = 1;
    if (request.near)
        request.near->radius_km = radius_km;
    else
        request.radius_km = radius_km;
    return request;
}

SearchRequest around(SearchRequest request, const NearPlace& place) {
    request.page = 1;
    request.near = place;
    return request;
}

/// Also without the parameter that only settles which place the words mean.
SearchRequest place_as_words(SearchRequest request) {
    request.near.reset();
    request.radius_km.reset();
    return without_reading(std::move(request), ReadingPart::place);
}

/// The search as it was made, without what some words said.
SearchRequest without_words_of(SearchRequest made, const std::vector<UnderstoodConcept>& values) {
    for (const UnderstoodConcept& each : values)
        made = made.without(each.field, each.code);
    made.page = 1;
    return made;
}

SearchRequest without_near(SearchRequest made) {
    made.near.reset();
    made.radius_km.reset();
    if (made.sort == SortOrder::distance) made.sort.reset();
    made.page = 1;
    return made;
}

SearchRequest without_day(SearchRequest made) {
    made.as_of.reset();
    made.page = 1;
    return made;
}

/// The words that name the concept stand for themselves.
SearchRequest without_meanings(SearchRequest asked, const std::vector<UnderstoodConcept>& named) {
    for (const UnderstoodConcept& each : named) {
        std::string meaning = mention_code({each.field, each.code});
        auto& known = asked.literal_meanings;
        const auto place = std::lower_bound(known.begin(), known.end(), meaning);
        if (place == known.end() || *place != meaning) known.insert(place, std::move(meaning));
    }
    asked.page = 1;
    return asked;
}

/// Those of the same words together, in the order of the query.
std::vector<std::vector<UnderstoodConcept>> by_words(const std::vector<UnderstoodConcept>& all) {
    std::vector<std::vector<UnderstoodConcept>> groups;
    for (const UnderstoodConcept& each : all) {
        if (groups.empty() || groups.back().front().words != each.words) groups.emplace_back();
        groups.back().push_back(each);
    }
    return groups;
}

/// Each piece that was understood: its cross drops the condition, its link in the line below looks
/// for the words themselves.
class ChipList {
  public:
    ChipList(const PageContext& context, const Messages& messages)
        : context_(context), messages_(messages) {}

    void add(std::string_view kind, const std::string& label, const SearchRequest& without_it,
             const SearchRequest& literally) {
        if (label.empty()) return;
        View chip;
        chip["kind"] = View(messages_("understood.kind." + std::string(kind)));
        chip["label"] = View(label);
        chip["href"] = View(search_href(context_, without_it));
        chips_.push_back(std::move(chip));
        View link;
        link["label"] = View(label);
        link["href"] = View(search_href(context_, literally));
        link["is_further"] = View(!literal_links_.empty());
        literal_links_.push_back(std::move(link));
    }
    void put(View& view) const {
        put_list(view, "understood", chips_);
        put_list(view, "literal_links", literal_links_);
    }

  private:
    const PageContext& context_;
    const Messages& messages_;
    Views chips_, literal_links_;
};

Views radius_views(const PageContext& context, const Messages& messages, const SearchRequest& asked,
                   const NearPlace& near) {
    Views links;
    for (const double radius : kRadii) {
        View link;
        link["label"] = View(messages("distance.km", {{"km", radius}}));
        link["href"] = View(search_href(context, within(asked, radius)));
        link["current"] = View(radius == near.radius_km);
        links.push_back(std::move(link));
    }
    return links;
}

Views links_around(const PageContext& context, const SearchRequest& asked,
                   const std::vector<NearPlace>& places) {
    Views links;
    for (const NearPlace& each : places) {
        View link;
        link["label"] = View(each.label);
        link["href"] = View(search_href(context, around(asked, each)));
        links.push_back(std::move(link));
    }
    return links;
}

void put_place(View& view, const PageContext& context, const Messages& messages,
               const SearchRequest& asked, const UnderstoodPlace& place) {
    put_list(view, "radii", radius_views(context, messages, asked, place.near));
    put_list(view, "other_places", links_around(context, asked, place.others));
    put_list(view, "also_places", links_around(context, asked, place.also));
    if (place.is_widened)
        view["widened"] = View(messages(
            "understood.widened", {{"usual", kDefaultRadiusKm}, {"radius", place.near.radius_km}}));
    if (place.words.empty()) return;
    view["place_words"] = View(place.words);
    view["words_href"] = View(search_href(context, place_as_words(asked)));
}

std::string switched_off(const Messages& messages, const SearchRequest& asked) {
    std::string list;
    for (const ReadingPartCode& each : kReadingParts)
        if (asked.literal.has(each.part))
            list +=
                (list.empty() ? "" : ", ") + messages("understood.off." + std::string(each.code));
    if (list.empty() && !asked.literal_meanings.empty()) list = messages("understood.off.pojecia");
    return list;
}

}  // namespace

SearchRequest without_reading(SearchRequest request, ReadingPart part) {
    request.literal.add(part);
    request.page = 1;
    return request;
}

void put_understood(View& view, const PageContext& context, const Messages& messages,
                    const SearchResponse& response) {
    const SearchRequest& asked = response.request;
    const Understood& understood = response.understood;
    view["corrected"] = maybe(understood.corrected);
    view["typed"] = View(asked.text);
    view["typed_href"] = View(search_href(context, without_reading(asked, ReadingPart::spelling)));

    const SearchRequest& made = response.spelled_out;
    const auto literally = [&](ReadingPart part) { return without_reading(asked, part); };
    ChipList list(context, messages);
    if (const auto& place = understood.place; place && !place->words.empty())
        list.add("place",
                 messages("chip.near",
                          {{"place", place->near.label}, {"radius", place->near.radius_km}}),
                 without_near(made), place_as_words(asked));
    list.add("area", labels_of(understood.areas), without_words_of(made, understood.areas),
             literally(ReadingPart::place));
    if (!understood.region_words.empty())
        list.add("area", messages("understood.whole_region"), made, literally(ReadingPart::place));
    if (understood.day)
        list.add("day", messages.day(understood.day->day), without_day(made),
                 literally(ReadingPart::day));
    list.add("state", labels_of(understood.states), without_words_of(made, understood.states),
             literally(ReadingPart::state));
    for (const std::vector<UnderstoodConcept>& named : by_words(understood.concepts)) {
        SearchRequest without_it = made;
        without_it.text = named.front().rest;
        without_it.page = 1;
        list.add("concepts", labels_of(named), without_it, without_meanings(asked, named));
    }
    list.add("numbers", joined(understood.identifiers, ", "), literally(ReadingPart::numbers),
             literally(ReadingPart::numbers));
    list.put(view);

    view["place_words"] = View(false);
    view["widened"] = View(false);
    put_list(view, "radii", {});
    put_list(view, "other_places", {});
    put_list(view, "also_places", {});
    if (understood.place) put_place(view, context, messages, asked, *understood.place);

    const std::string off = switched_off(messages, asked);
    view["switched_off"] = off.empty() ? View(false) : View(off);
    SearchRequest all_read = asked;
    all_read.literal = {};
    all_read.literal_meanings.clear();
    all_read.page = 1;
    view["switch_on_href"] = View(search_href(context, all_read));
}

}  // namespace wespol
