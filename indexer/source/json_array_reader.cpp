// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/json_array_reader.h"

#include "core/analysis/code_points.h"
#include "core/support/files.h"
#include "indexer/source/excerpt.h"
#include "indexer/source/json_row.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

/// One past the record that begins at `start`; npos when it never ends.
std::size_t end_of_record(std::string_view text, std::size_t start) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = start; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            in_string = c != '"';
            continue;
        }
        in_string = c == '"';
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return i + 1;
    }
    return text.npos;
}

class ArrayReading {
  public:
    ArrayReading(std::string_view text, const std::string& name, Diagnostics& diagnostics)
        : text_(text), name_(name), diagnostics_(diagnostics) {}

    JsonArrayCount run(const std::function<void(const SourceRecord&)>& take) {
        skip_spaces();
        if (next() != '[') return refuse("plik nie jest tablicą JSON: brakuje „[”");
        ++at_;
        skip_spaces();
        JsonRowParser parser;
        while (next() != ']') {
            if (next() != '{') return refuse("w tym miejscu powinien zaczynać się rekord: „{”");
            const std::size_t end = end_of_record(text_, at_);
            if (end == text_.npos) return refuse("rekord, który tu się zaczyna, nie ma końca");
            ++rows_;
            take_record(parser, text_.substr(at_, end - at_), take);
            move_to(end);
            skip_spaces();
            if (next() == ',') {
                ++at_;
                skip_spaces();
                if (next() == ']') return refuse("po przecinku brakuje rekordu");
            } else if (next() != ']') {
                return refuse("po rekordzie brakuje przecinka albo „]”");
            }
        }
        ++at_;
        skip_spaces();
        if (at_ < text_.size()) return refuse("po końcu tablicy jest jeszcze tekst");
        return {rows_, true};
    }

  private:
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void move_to(std::size_t at) {
        line_ += static_cast<std::size_t>(
            std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                       text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        at_ = at;
    }

    void skip_spaces() { move_to(std::min(text_.find_first_not_of(kSpaces, at_), text_.size())); }

    void take_record(JsonRowParser& parser, std::string_view text,
                     const std::function<void(const SourceRecord&)>& take) {
        auto fields = text.size() > kMaxRowBytes
                          ? Result<SourceMembers>(problem(
                                fmt::format("rekord jest dłuższy niż {} KiB", kMaxRowBytes / 1024)))
                          : parser.parse(text);
        if (fields)
            take({name_, line_, std::move(*fields)});
        else
            diagnostics_.push_back({Severity::error, name_, line_, "", excerpt(text),
                                    fields.error().message, "popraw ten rekord"});
    }

    JsonArrayCount refuse(std::string message) {
        diagnostics_.push_back({Severity::error, name_, line_, "", excerpt(text_.substr(at_)),
                                std::move(message), "popraw plik; rekordów dalej nie czytano"});
        return {rows_, false};
    }

    std::string_view text_;  ///< followed by padding
    const std::string& name_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t rows_ = 0;
};

}  // namespace

JsonArrayCount read_json_array(const std::filesystem::path& path, const std::string& name,
                               Diagnostics& diagnostics,
                               const std::function<void(const SourceRecord&)>& take) {
    std::error_code unknown_size;  // then reading says what is wrong
    if (std::filesystem::file_size(path, unknown_size) > kMaxJsonBytes && !unknown_size) {
        diagnostics.push_back({Severity::error, name, 0, "", "",
                               fmt::format("plik jest większy niż {} MiB", kMaxJsonBytes >> 20),
                               "podziel go albo zapisz jako wiersze JSON (.jsonl)"});
        return {0, false};
    }
    std::string bytes = read_file(path);
    const std::size_t mark = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const std::size_t length = bytes.size() - mark;
    bytes.append(JsonRowParser::padding(), '\0');
    return ArrayReading(std::string_view(bytes).substr(mark, length), name, diagnostics).run(take);
}

}  // namespace wespol
