// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_row.h"

#include "core/support/error.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <string>
#include <unordered_map>
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

/// Looked for once in the whole row: a row with none of these bytes can hold no control character,
/// since the parser refuses plain ones and others need an escape.
bool may_hold_control_character(std::string_view row) {
    return row.find('\\') != row.npos || row.find('\x7F') != row.npos ||
           row.find('\xC2') != row.npos;
}

/// Values are filled where they will stay: a list of a million rows is read at the speed of its
/// allocations.
class RowFiller {
  public:
    explicit RowFiller(bool may_hold_control_character)
        : may_hold_control_character_(may_hold_control_character) {}

    /// As deep as the parser allowed. False: see problem().
    bool fill(SourceMembers& members, const dom::object& object) {
        members.reserve(object.size());
        for (const auto& [key, element] : object) {
            if (is_known(members, key)) {
                problem_ = fmt::format("klucz „{}” występuje dwa razy", excerpt(key));
                return false;
            }
            SourceMember& member = members.emplace_back();
            if (!fill(member.key, key) || !fill(member.value, element)) return false;
        }
        return true;
    }

    std::string& problem() { return problem_; }

  private:
    bool fill(std::string& text, std::string_view value) {
        if (may_hold_control_character_ && has_control_character(value)) {
            problem_ = "tekst zawiera znak sterujący";
            return false;
        }
        text.assign(value);
        return true;
    }

    /// A getter cannot fail: the type was asked for first.
    bool fill(SourceValue& value, const dom::element& element) {
        switch (element.type()) {
            case dom::element_type::ARRAY: {
                const dom::array array = element.get_array().value_unsafe();
                auto& list = value.value.emplace<SourceList>();
                list.reserve(array.size());
                for (const dom::element& each : array)
                    if (!fill(list.emplace_back(), each)) return false;
                return true;
            }
            case dom::element_type::OBJECT:
                return fill(value.value.emplace<SourceMembers>(),
                            element.get_object().value_unsafe());
            case dom::element_type::STRING:
                return fill(value.value.emplace<std::string>(),
                            element.get_string().value_unsafe());
            case dom::element_type::INT64:
                value.value = element.get_int64().value_unsafe();
                return true;
            case dom::element_type::UINT64:
            case dom::element_type::DOUBLE:
                value.value = element.get_double().value_unsafe();
                return true;
            case dom::element_type::BOOL:
                value.value = element.get_bool().value_unsafe();
                return true;
            case dom::element_type::NULL_VALUE:
                value.value = nullptr;
                return true;
        }
        problem_ = "nieznany rodzaj wartości";
        return false;
    }

    /// Up to some dozens of keys looking through them beats a table of hashes; beyond, a hostile
    /// row would take quadratic time.
    bool is_known(const SourceMembers& members, std::string_view key) {
        constexpr std::size_t few = 64;
        if (members.size() < few)
            return std::any_of(members.begin(), members.end(),
                               [&](const SourceMember& each) { return each.key == key; });
        std::unordered_set<std::string>& keys = many_keys_[&members];
        if (keys.empty())
            for (const SourceMember& each : members)
                keys.insert(each.key);
        return !keys.insert(std::string(key)).second;
    }

    bool may_hold_control_character_;
    std::string problem_;
    std::unordered_map<const SourceMembers*, std::unordered_set<std::string>> many_keys_;
};

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
    SourceMembers members;
    RowFiller filler(may_hold_control_character(text));
    if (!filler.fill(members, object)) return problem(std::move(filler.problem()));
    return members;
}

}  // namespace wespol
