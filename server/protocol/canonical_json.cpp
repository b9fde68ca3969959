// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/canonical_json.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMaxInteger = 9007199254740991;  // 2^53 − 1: exact in every reader of JSON

constexpr InThree kNumberTooLarge{"Liczba w pliku jest za duża.",
                                  "A number in the file is too large.", "Число у файлі завелике."};
constexpr InThree kNotCanonical{
    "Plik nie ma postaci kanonicznej (RFC 8785): inny zapis zaczyna się przy znaku {}. Sprawdź "
    "plik w takiej postaci, w jakiej go pobrano; programy, które go formatują albo sortują, "
    "zmieniają bajty.",
    "The file does not have the canonical form (RFC 8785): what is written otherwise begins at "
    "character {}. Check the file as it was downloaded; programs that format or sort it change "
    "its bytes.",
    "Файл не має канонічної форми (RFC 8785): інший запис починається біля знака {}. Перевіряйте "
    "файл таким, яким його завантажено; програми, що його форматують або сортують, змінюють "
    "байти."};

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

bool is_exact(std::int64_t number) {
    return number >= -kMaxInteger && number <= kMaxInteger;
}

void check(const Json& value) {
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            if (!is_ascii(name)) throw std::invalid_argument("a name that is not ASCII: " + name);
            check(member);
        }
    } else if (value.is_array()) {
        for (const Json& each : value)
            check(each);
    } else if (value.is_number_unsigned()
                   ? value.get<std::uint64_t>() > kMaxInteger
                   : value.is_number_integer() && !is_exact(value.get<std::int64_t>())) {
        throw std::invalid_argument("an integer beyond 2^53");
    } else if (value.is_number_float() || value.is_binary() || value.is_discarded()) {
        throw std::invalid_argument("a value without a canonical form");
    }
}

/// Builds a document from the library's events, which come without recursion, and stops at the
/// first thing that a protocol cannot hold.
class Reader {
  public:
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(number_integer_t value) {
        return is_exact(value) ? put(value) : stop(worded(kNumberTooLarge));
    }
    bool number_unsigned(number_unsigned_t value) {
        if (value > static_cast<number_unsigned_t>(kMaxInteger))
            return stop(worded(kNumberTooLarge));
        // Signed, as those are that we make: so that values compare.
        return put(static_cast<number_integer_t>(value));
    }
    bool number_float(number_float_t, const string_t& written) {
        return stop(worded({"W protokole są tylko liczby całkowite, a w pliku jest {}.",
                            "A record has whole numbers only, and the file has {}.",
                            "У протоколі лише цілі числа, а у файлі є {}."},
                           written.substr(0, 40)));
    }
    bool string(string_t& value) { return put(std::move(value)); }
    bool binary(binary_t&) {
        return stop(
            {"W pliku są dane binarne.", "The file has binary data.", "У файлі двійкові дані."});
    }

    bool start_object(std::size_t) { return open(Json::object()); }
    bool key(string_t& name) {
        if (!is_ascii(name))
            return stop({"Nazwa pola zawiera znak spoza ASCII.",
                         "The name of a field has a character that is not ASCII.",
                         "Назва поля містить знак поза ASCII."});
        if (open_.back()->contains(name))
            return stop(
                worded({"Pole „{}” występuje dwa razy.", "The field “{}” stands there twice.",
                        "Поле «{}» трапляється двічі."},
                       name.substr(0, 40)));
        name_ = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) {
        return stop(worded({"To nie jest poprawny JSON: błąd przy znaku {}.",
                            "This is not valid JSON: a mistake at character {}.",
                            "Це не правильний JSON: помилка біля знака {}."},
                           position));
    }

    Json document;
    Wording problem;

  private:
    bool stop(Wording reason) {
        problem = std::move(reason);
        return false;
    }

    Json* place(Json value) {
        if (open_.empty()) return &(document = std::move(value));
        Json& parent = *open_.back();
        if (parent.is_array()) return &parent.emplace_back(std::move(value));
        return &(parent[name_] = std::move(value));
    }

    bool put(Json value) {
        place(std::move(value));
        return true;
    }

    bool open(Json value) {
        if (open_.size() >= kMaxJsonDepth)
            return stop(worded({"Plik jest zagnieżdżony głębiej niż {} poziomów.",
                                "The file is nested deeper than {} levels.",
                                "Файл вкладено глибше, ніж на {} рівнів."},
                               kMaxJsonDepth));
        open_.push_back(place(std::move(value)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    /// Of a node the children stay where they are while it is open: it grows only at its end, and
    /// then all nodes below it are closed.
    std::vector<Json*> open_;
    std::string name_;
};

std::size_t first_difference(std::string_view a, std::string_view b) {
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(left - a.begin());
}

}  // namespace

std::string canonical_json(const Json& value) {
    check(value);
    // The library sorts names by bytes, writes no spaces, and escapes what the RFC does, as it
    // does.
    return value.dump(-1, ' ', false, Json::error_handler_t::strict);
}

Result<Json> read_canonical_json(std::string_view text) {
    Reader reader;
    if (!Json::sax_parse(text, &reader, Json::input_format_t::json, true))
        return problem(reader.problem.empty()
                           ? Wording("To nie jest poprawny JSON.", "This is not valid JSON.",
                                     "Це не правильний JSON.")
                           : reader.problem);
    const std::string canonical = canonical_json(reader.document);
    if (canonical != text)
        return problem(worded(kNotCanonical, first_difference(text, canonical) + 1));
    return std::move(reader.document);
}

}  // namespace wespol
