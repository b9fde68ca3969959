// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_row.h"

#include "core/support/error.h"
#include "indexer/source/excerpt.h"

#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

namespace wespol {
namespace {

namespace dom = simdjson::dom;

std::string in_polish(simdjson::error_code error) {
    switch (error) {
        case simdjson::UTF8_ERROR:
            return "tekst nie jest zapisany w UTF-8";
        case simdjson::DEPTH_ERROR:
            return fmt::format("zagnieżdżenie jest głębsze niż {}", kMaxDepth);
        case simdjson::UNCLOSED_STRING:
            return "brakuje zamykającego cudzysłowu";
        case simdjson::UNESCAPED_CHARS:
            return "tekst zawiera znak sterujący";
        case simdjson::NUMBER_ERROR:
            return "liczba jest źle zapisana";
        case simdjson::STRING_ERROR:
            return "tekst zawiera zły znak po ukośniku";
        default:
            return "wiersz nie jest poprawnym obiektem JSON";
    }
}

/// Bytes of UTF-8 text: C0 except tab and line feed, DEL, and C1 (U+0080–U+009F).
bool has_control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\n') return true;
        if (byte == 0x7F) return true;
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            return true;
    }
    return false;
}

Result<SourceValue> to_value(const dom::element& element);

Result<std::string> to_text(std::string_view text) {
    if (has_control_character(text)) return problem("tekst zawiera znak sterujący");
    return std::string(text);
}

Result<SourceMembers> to_members(const dom::object& object) {
    SourceMembers members;
    std::unordered_set<std::string_view> keys;
    for (const auto& [key, element] : object) {
        if (!keys.insert(key).second)
            return problem(fmt::format("klucz „{}” występuje dwa razy", excerpt(key)));
        auto name = to_text(key);
        if (!name) return tl::unexpected(name.error());
        auto value = to_value(element);
        if (!value) return tl::unexpected(value.error());
        members.push_back({std::move(*name), std::move(*value)});
    }
    return members;
}

Result<SourceList> to_list(const dom::array& array) {
    SourceList list;
    for (const dom::element& element : array) {
        auto value = to_value(element);
        if (!value) return tl::unexpected(value.error());
        list.push_back(std::move(*value));
    }
    return list;
}

template <class T>
Result<SourceValue> wrapped(Result<T> part) {
    if (!part) return tl::unexpected(part.error());
    return SourceValue{std::move(*part)};
}

/// As deep as the parser allowed. A getter cannot fail: the type was asked for first.
Result<SourceValue> to_value(const dom::element& element) {
    switch (element.type()) {
        case dom::element_type::ARRAY:
            return wrapped(to_list(element.get_array().value_unsafe()));
        case dom::element_type::OBJECT:
            return wrapped(to_members(element.get_object().value_unsafe()));
        case dom::element_type::STRING:
            return wrapped(to_text(element.get_string().value_unsafe()));
        case dom::element_type::INT64:
            return SourceValue{element.get_int64().value_unsafe()};
        case dom::element_type::UINT64:
        case dom::element_type::DOUBLE:
            return SourceValue{element.get_double().value_unsafe()};
        case dom::element_type::BOOL:
            return SourceValue{element.get_bool().value_unsafe()};
        case dom::element_type::NULL_VALUE:
            return SourceValue{nullptr};
    }
    return problem("nieznany rodzaj wartości");
}

}  // namespace

struct JsonRowParser::Parser {
    dom::parser parser{kMaxRowBytes};
};

JsonRowParser::JsonRowParser() : parser_(std::make_unique<Parser>()) {
    if (parser_->parser.allocate(kMaxRowBytes, kMaxDepth) != simdjson::SUCCESS)
        throw Error(ErrorCode::environment, "Brakuje pamięci na czytanie plików JSON");
}

JsonRowParser::~JsonRowParser() = default;

std::size_t JsonRowParser::padding() {
    return simdjson::SIMDJSON_PADDING;
}

Result<SourceMembers> JsonRowParser::parse(std::string_view text) {
    dom::element element;
    constexpr bool copy_first = false;
    if (const auto error = parser_->parser.parse(text.data(), text.size(), copy_first).get(element))
        return problem(in_polish(error));
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS)
        return problem("wiersz nie jest obiektem JSON w nawiasach klamrowych");
    return to_members(object);
}

}  // namespace wespol
