// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feeds/atom_feed.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

/// RFC 3339. A day is told as its beginning in Poland: what is told on it never lies ahead.
std::string instant(const std::optional<Day>& day, Moment otherwise) {
    return warsaw_iso(day ? midnight_in_warsaw(*day) : otherwise);
}

void add_element(std::string& xml, std::string_view name, std::string_view text) {
    xml += fmt::format("<{0}>{1}</{0}>\n", name, xml_escaped(text));
}

void add_link(std::string& xml, std::string_view relation, std::string_view address) {
    xml += fmt::format("<link rel=\"{}\" href=\"{}\"/>\n", relation, xml_escaped(address));
}

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') escaped += c;
        }
    }
    return escaped;
}

std::string atom_feed(const Feed& feed) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pl\">\n";
    add_element(xml, "id", "urn:uuid:" + feed.uuid);
    add_element(xml, "title", feed.title);
    add_element(xml, "subtitle", feed.description);
    add_element(xml, "updated", warsaw_iso(feed.published));
    xml += "<author>\n";
    add_element(xml, "name", "Wespół");
    xml += "</author>\n";
    add_link(xml, "self", feed.address);
    add_link(xml, "alternate", feed.page);
    for (const FeedEntry& entry : feed.entries) {
        xml += "<entry>\n";
        add_element(xml, "id", "urn:uuid:" + entry.uuid);
        add_element(xml, "title", entry.title);
        add_element(xml, "updated", instant(entry.news_day, feed.published));
        if (!entry.address.empty()) add_link(xml, "alternate", entry.address);
        xml += fmt::format("<category term=\"{}\"/>\n", xml_escaped(entry.category));
        xml +=
            fmt::format("<content type=\"text\">{}</content>\n</entry>\n", xml_escaped(entry.text));
    }
    return xml += "</feed>\n";
}

std::string json_feed(const Feed& feed) {
    using Json = nlohmann::ordered_json;
    Json json{{"version", "https://jsonfeed.org/version/1.1"},
              {"title", feed.title},
              {"home_page_url", feed.page},
              {"feed_url", feed.address},
              {"description", feed.description},
              {"language", "pl"},
              {"authors", Json::array({{{"name", "Wespół"}}})},
              {"items", Json::array()}};
    for (const FeedEntry& entry : feed.entries) {
        Json written{{"id", "urn:uuid:" + entry.uuid}};
        if (!entry.address.empty()) written["url"] = entry.address;
        written["title"] = entry.title;
        written["content_text"] = entry.text;
        written["date_published"] = instant(entry.news_day, feed.published);
        written["tags"] = Json::array({entry.category});
        json["items"].push_back(std::move(written));
    }
    return json.dump() + '\n';
}

}  // namespace wespol
