// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/readable_name.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/support/error.h"
#include "indexer/linking/name_markers.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_lines_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>

namespace wespol {
namespace {

constexpr const char* kFile = "vocabulary/name_words.jsonl";

bool is_letter(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool is_quote(char32_t c) {
    return c == U'"' || c == U'„' || c == U'”' || c == U'“' || c == U'«' || c == U'»';
}

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (u_islower(static_cast<UChar32>(next_code_point(text, at)))) return true;
    return false;
}

/// "poznań" → "Poznań"
std::string capitalised(const std::string& small) {
    std::size_t at = 0;
    const char32_t first = next_code_point(small, at);
    std::string result;
    append_code_point(result, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    return result + small.substr(at);
}

/// Numerals of centuries, popes and schools; longer ones are words ("MIX").
bool is_roman_numeral(std::string_view word) {
    constexpr std::size_t longest = 5;
    return word.size() >= 2 && word.size() <= longest && word.find_first_not_of("IVX") == word.npos;
}

/// "MAGE.PL", "WYSPA.ORG.PL"
bool is_domain_ending(std::string_view small, std::string_view before, std::string_view behind) {
    constexpr std::array<std::string_view, 5> endings{"pl", "com", "org", "eu", "info"};
    const bool ends_word =
        behind.empty() || behind.front() == ' ' || behind.front() == '.' || behind.front() == '"';
    return before.size() > 1 && before.back() == '.' && before[before.size() - 2] != ' ' &&
           ends_word && std::find(endings.begin(), endings.end(), small) != endings.end();
}

/// What a single "I" in capitals is: the word "and", or the number (or an initial).
enum class One { conjunction, number, doubtful_conjunction, doubtful_number };

One meaning_of_one(std::string_view before, std::string_view behind) {
    const std::vector<std::string> left = folded_words(before);
    const std::vector<std::string> right = folded_words(behind);
    if (left.empty()) return One::conjunction;
    if (right.empty() || behind.front() == '"') return One::doubtful_number;
    if (behind.front() == '.') return One::number;  // an initial: "I. J. PADEREWSKIEGO"
    // "I I II STOPNIA": only the first of the two is a number.
    const bool follows_one = left.back() == "i";
    if (!follows_one && is_numeral_one(left.back(), right.front())) return One::number;
    const bool joins_numeral = behind.front() == '-' || behind.front() == '/';
    if (joins_numeral) return One::doubtful_number;
    const bool is_before_number = !follows_one && right.front().size() > 1 &&
                                  right.front().find_first_not_of("ivx") == std::string::npos;
    return is_before_number ? One::doubtful_conjunction : One::conjunction;
}

bool has_vowel(std::string_view small) {
    return fold(small).find_first_of("aeiouy") != std::string::npos;
}

/// `"FUNDACJA AWRA"` → FUNDACJA AWRA; quotes around a part stay.
std::string_view without_outer_quotes(std::string_view name) {
    const bool is_quoted = name.size() > 2 && name.front() == '"' && name.back() == '"' &&
                           name.find('"', 1) == name.size() - 1;
    return is_quoted ? name.substr(1, name.size() - 2) : name;
}

}  // namespace

NameWriter::NameWriter(const std::filesystem::path& directory, MorphologicalDictionary dictionary)
    : dictionary_(std::move(dictionary)) {
    Diagnostics diagnostics;
    read_json_lines(directory / kFile, kFile, diagnostics, [&](const SourceRecord& record) {
        FieldReader fields(record, diagnostics);
        const std::string written = fields.required_text("code");
        if (fields.finish()) written_.emplace(lower(written), written);
    });
    if (!diagnostics.empty())
        throw Error(ErrorCode::data_rejected, format(diagnostics.front()),
                    "Popraw ten plik albo weź go z katalogu danych programu.");
}

std::string NameWriter::word(const std::string& capitals, bool begins, const Neighbours& neighbours,
                             bool& is_doubtful) const {
    const std::string small = lower(capitals);
    if (capitals == "I") {
        const One one = meaning_of_one(neighbours.before, neighbours.behind);
        is_doubtful = one == One::doubtful_conjunction || one == One::doubtful_number;
        if (one == One::number || one == One::doubtful_number) return capitals;
    }
    if (is_domain_ending(small, neighbours.before, neighbours.behind)) return small;
    if (const auto known = written_.find(small); known != written_.end())
        return begins ? capitalised(known->second) : known->second;
    const bool has_digit = capitals.find_first_of("0123456789") != std::string::npos;
    if (has_digit || is_roman_numeral(capitals) || count_code_points(capitals) == 1)
        return capitals;
    const std::string title = capitalised(small);
    if (!dictionary_.lemmas(small).empty() || !dictionary_.lemmas(title).empty()) return title;
    is_doubtful = true;
    return has_vowel(small) ? title : capitals;
}

ReadableName NameWriter::write(std::string_view name) const {
    name = without_outer_quotes(name);
    ReadableName readable;
    if (has_small_letter(name)) {
        readable.text = name;
        return readable;
    }
    std::string run;
    std::size_t run_begin = 0;
    bool begins = true;
    bool in_quotes = false;
    bool after_abbreviation = false;
    const auto end_run = [&](std::size_t run_end) {
        if (run.empty()) return;
        if (after_abbreviation && count_code_points(run) > 1) readable.text += ' ';
        bool is_doubtful = false;
        std::string written =
            word(run, begins, {name.substr(0, run_begin), name.substr(run_end)}, is_doubtful);
        if (is_doubtful) readable.doubtful.push_back(written);
        readable.text += written;
        begins = after_abbreviation = false;
    };
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t here = at;
        const char32_t c = next_code_point(name, at);
        if (is_letter(c)) {
            if (run.empty()) run_begin = here;
            append_code_point(run, c);
            continue;
        }
        end_run(here);
        // "IM.ŚW.JANA": a full stop after an abbreviation or an initial asks for a space.
        const bool ends_short_word =
            !run.empty() && (written_.contains(lower(run)) || count_code_points(run) == 1);
        run.clear();
        after_abbreviation = c == U'.' && ends_short_word;
        if (is_quote(c)) {
            in_quotes = !in_quotes;
            begins = in_quotes;
            if (!in_quotes && readable.text.ends_with(' ')) readable.text.pop_back();
        }
        const bool is_needless_space =
            c == U' ' &&
            (readable.text.empty() || readable.text.ends_with(' ') || (in_quotes && begins));
        if (!is_needless_space) append_code_point(readable.text, c);
    }
    end_run(name.size());
    return readable;
}

}  // namespace wespol
