// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/understood_view.h"

#include "server/pages/links.h"

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace wespol {
namespace {

constexpr std::array kRadii{10.0, 25.0, 50.0, 100.0};

/// Each label once: "obiady" names two sectors.
std::string labels(const std::vector<UnderstoodConcept>& values) {
    std::set<std::string> seen;
    std::string list;
    for (const UnderstoodConcept& each : values)
        if (seen.insert(each.label).second) list += (list.empty() ? "" : ", ") + each.label;
    return list;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& each : texts)
        list += (list.empty() ? "" : ", ") + each;
    return list;
}

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

class ChipList {
  public:
    ChipList(const Messages& messages, const SearchRequest& asked)
        : messages_(messages), asked_(asked) {}

    void add(ReadingPart part, std::string_view kind, const std::string& label) {
        if (!label.empty()) add(kind, label, without_reading(asked_, part));
    }
    void add(std::string_view kind, const std::string& label, const SearchRequest& without_it) {
        View chip;
        chip["kind"] = View(messages_("understood.kind." + std::string(kind)));
        chip["label"] = View(label);
        chip["href"] = View(search_href(without_it));
        chips_.push_back(std::move(chip));
    }
    Views chips() && { return std::move(chips_); }

  private:
    const Messages& messages_;
    const SearchRequest& asked_;
    Views chips_;
};

Views radius_views(const Messages& messages, const SearchRequest& asked, const NearPlace& near) {
    Views links;
    for (const double radius : kRadii) {
        View link;
        link["label"] = View(messages("distance.km", {{"km", radius}}));
        link["href"] = View(search_href(within(asked, radius)));
        link["current"] = View(radius == near.radius_km);
        links.push_back(std::move(link));
    }
    return links;
}

Views links_around(const SearchRequest& asked, const std::vector<NearPlace>& places) {
    Views links;
    for (const NearPlace& each : places) {
        View link;
        link["label"] = View(each.label);
        link["href"] = View(search_href(around(asked, each)));
        links.push_back(std::move(link));
    }
    return links;
}

void put_place(View& view, const Messages& messages, const SearchRequest& asked,
               const UnderstoodPlace& place) {
    put_list(view, "radii", radius_views(messages, asked, place.near));
    put_list(view, "other_places", links_around(asked, place.others));
    put_list(view, "also_places", links_around(asked, place.also));
    if (place.is_widened)
        view["widened"] = View(messages(
            "understood.widened", {{"usual", kDefaultRadiusKm}, {"radius", place.near.radius_km}}));
    if (place.words.empty()) return;
    view["place_words"] = View(place.words);
    view["words_href"] = View(search_href(place_as_words(asked)));
}

std::string switched_off(const Messages& messages, const LiteralParts& literal) {
    std::string list;
    for (const ReadingPartCode& each : kReadingParts)
        if (literal.has(each.part))
            list +=
                (list.empty() ? "" : ", ") + messages("understood.off." + std::string(each.code));
    return list;
}

}  // namespace

SearchRequest without_reading(SearchRequest request, ReadingPart part) {
    request.literal.add(part);
    request.page = 1;
    return request;
}

void put_understood(View& view, const Messages& messages, const SearchResponse& response) {
    const SearchRequest& asked = response.request;
    const Understood& understood = response.understood;
    view["corrected"] = maybe(understood.corrected);
    view["typed"] = View(asked.text);
    view["typed_href"] = View(search_href(without_reading(asked, ReadingPart::spelling)));

    ChipList list(messages, asked);
    if (const auto& place = understood.place; place && !place->words.empty())
        list.add("place",
                 messages("chip.near",
                          {{"place", place->near.label}, {"radius", place->near.radius_km}}),
                 place_as_words(asked));
    list.add(ReadingPart::place, "area", labels(understood.areas));
    if (!understood.region_words.empty())
        list.add(ReadingPart::place, "area", messages("understood.whole_region"));
    if (understood.day) list.add(ReadingPart::day, "day", format_day_polish(understood.day->day));
    list.add(ReadingPart::state, "state", labels(understood.states));
    list.add(ReadingPart::concepts, "concepts", labels(understood.concepts));
    list.add(ReadingPart::numbers, "numbers", joined(understood.identifiers));
    put_list(view, "understood", std::move(list).chips());

    view["place_words"] = View(false);
    view["widened"] = View(false);
    put_list(view, "radii", {});
    put_list(view, "other_places", {});
    put_list(view, "also_places", {});
    if (understood.place) put_place(view, messages, asked, *understood.place);

    const std::string off = switched_off(messages, asked.literal);
    view["switched_off"] = off.empty() ? View(false) : View(off);
    SearchRequest all_read = asked;
    all_read.literal = {};
    all_read.page = 1;
    view["switch_on_href"] = View(search_href(all_read));
}

}  // namespace wespol
