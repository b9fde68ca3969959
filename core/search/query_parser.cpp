// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_parser.h"

#include "core/analysis/code_points.h"
#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"
#include "core/search/query_stretches.h"
#include "core/search/search_request.h"
#include "core/support/ascii.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace wespol {
namespace {

/// Looked at before it is cut to kMaxQueryBytes, so that leading spaces cost nobody their query.
constexpr std::size_t kMaxRawBytes = 16 * kMaxQueryBytes;
constexpr std::size_t kMaxIgnoredBytes = 80;
/// "NIP: PL 778 134 68 88".
constexpr std::size_t kMaxIdentifierWords = 8;

/// Dashes, commas and the like stand between words; other signs may have been meant.
bool is_plain_punctuation(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (!u_ispunct(static_cast<UChar32>(c)) && c != U'+' && c != U'|') return false;
    }
    return text.find_first_of("*?#@%\\") == std::string_view::npos;
}

bool is_number(std::string_view surface) {
    return surface.find_first_not_of("0123456789-.") == std::string_view::npos;
}

bool names_identifier(std::string_view surface) {
    constexpr std::array<std::string_view, 7> kNames{"nip", "krs", "regon",  "cpv",
                                                     "pl",  "tel", "telefon"};
    return std::find(kNames.begin(), kNames.end(), surface) != kNames.end();
}

/// Between the kind of a number and the number: "KRS nr 0000504850".
bool says_number(std::string_view surface) {
    constexpr std::array<std::string_view, 6> kNames{"nr",     "numer", "numeru",
                                                     "number", "no",    "номер"};
    return std::find(kNames.begin(), kNames.end(), surface) != kNames.end();
}

/// Who writes "NIP" means a NIP: digits that are none are not taken for a KRS number.
std::vector<Identifier> as_named(std::vector<Identifier> readings, std::string_view name) {
    const auto is_kind_named = [&](const Identifier& each) { return code(each.kind) == name; };
    constexpr std::array<std::string_view, 5> kKinds{"nip", "krs", "regon", "cpv", "tel"};
    if (std::find(kKinds.begin(), kKinds.end(), name) != kKinds.end())
        std::erase_if(readings, std::not_fn(is_kind_named));
    return readings;
}

/// All are stop words too.
bool says_or(std::string_view surface) {
    constexpr std::array<std::string_view, 5> kWords{"lub", "albo", "or", "або", "чи"};
    return std::find(kWords.begin(), kWords.end(), surface) != kWords.end();
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// Any ten digits may be a KRS number. Where a check digit says NIP, or the digits are only
/// neighbours ("60 001 61 731"), it must begin as the numbers in the register do.
std::vector<Identifier> plausible(std::vector<Identifier> readings, bool single_word) {
    const bool has_nip = std::any_of(readings.begin(), readings.end(), [](const Identifier& each) {
        return each.kind == IdentifierKind::nip;
    });
    std::erase_if(readings, [&](const Identifier& each) {
        return each.kind == IdentifierKind::krs && (has_nip || !single_word) &&
               !each.digits.starts_with("000");
    });
    return readings;
}

constexpr std::size_t kTenDigits = 10;

/// Why what is called a number, or looks like a NIP, is none; "" when it may be anything.
Wording what_is_wrong(std::string_view written, std::string_view name) {
    const auto reason = [](const Result<std::string>& parsed) {
        return parsed ? Wording() : parsed.error().wording();
    };
    if (name == "krs") return reason(parse_krs(written));
    if (name == "regon") return reason(parse_regon(written));
    if (name == "nip" || digits_of(with_plain_signs(written)).size() == kTenDigits)
        return reason(parse_nip(written));
    return {};
}

/// "649225": a KRS number without its zeros; five digits may be a postal code, eight a CPV code.
bool is_short_krs(std::string_view surface) {
    return (surface.size() == 6 || surface.size() == 7) && all_digits(surface);
}

/// One call of parse_query.
class Parser {
  public:
    Parser(std::string_view raw, const Analyzer& analyzer, NumberReading numbers)
        : analyzer_(analyzer), numbers_(numbers) {
        const std::string tidied = tidy_text(cut_at_code_point(raw, kMaxRawBytes));
        parsed_.text = trimmed(cut_at_code_point(tidied, kMaxQueryBytes));
        const bool raw_was_cut = raw.size() > kMaxRawBytes;
        if (tidied.size() > parsed_.text.size() || raw_was_cut) {
            const std::string rest(trimmed(std::string_view(tidied).substr(parsed_.text.size())));
            cut_off_ = rest.empty() ? "…" : shortened(rest, kMaxIgnoredBytes);
        }
    }

    ParsedQuery parse() {
        for (const Stretch& stretch : split_into_stretches(parsed_.text)) {
            if (is_full()) break;
            if (stretch.quoted || stretch.excluded)
                add_together(stretch);
            else
                add_words(stretch.text);
        }
        if (!first_left_out_.empty()) ignore(first_left_out_);
        if (!cut_off_.empty()) parsed_.ignored.push_back(std::move(cut_off_));
        parsed_.tree.whole_text_folded = fold_words(parsed_.text);
        if (parsed_.tree.empty() && !parsed_.text.empty()) {
            parsed_.nothing_remains = true;
            parsed_.ignored = {shortened(parsed_.text, kMaxIgnoredBytes)};
        }
        return std::move(parsed_);
    }

  private:
    bool is_full() const { return !first_left_out_.empty(); }

    void ignore(std::string_view part) {
        parsed_.ignored.push_back(shortened(part, kMaxIgnoredBytes));
    }

    /// False when the query is full; all from `at` on is left out then.
    bool count_words(std::size_t number, std::string_view at) {
        words_ += number;
        if (words_ <= kMaxQueryTerms) return true;
        const std::string_view text = parsed_.text;
        first_left_out_ = text.substr(static_cast<std::size_t>(at.data() - text.data()));
        return false;
    }

    void add(QueryClause clause) {
        auto& clauses = parsed_.tree.clauses;
        if (std::find(clauses.begin(), clauses.end(), clause) == clauses.end())
            clauses.push_back(std::move(clause));
    }

    void add_identifier(std::vector<Identifier> readings, bool excluded, std::string written) {
        for (const Identifier& each : readings) {
            std::string name(code(each.kind));
            for (char& c : name)
                c = ascii_upper(c);
            std::string identifier = name + " " + each.digits;
            auto& known = parsed_.identifiers;
            if (!excluded && std::find(known.begin(), known.end(), identifier) == known.end())
                known.push_back(std::move(identifier));
        }
        add({QueryIdentifier{std::move(readings)}, excluded, std::move(written)});
    }

    void report_rubbish(std::string_view text) {
        if (!text.empty() && text != " " && !is_plain_punctuation(text)) ignore(text);
    }

    /// Quoted words, or what a minus stands before.
    void add_together(const Stretch& stretch) {
        if (auto readings = plausible(recognise_identifiers(stretch.text), true);
            !readings.empty() && numbers_ == NumberReading::as_identifiers) {
            if (count_words(1, stretch.text))
                add_identifier(std::move(readings), stretch.excluded, written(stretch));
            return;
        }
        std::vector<AnalyzedWord> words = analyzer_.analyze(stretch.text);
        if (words.empty()) return report_rubbish(stretch.text);
        if (!stretch.quoted && words.size() == 1) {
            if (is_stop_word(words.front().surface)) return;
            if (count_words(1, stretch.text))
                add({as_query_word(std::move(words.front())), stretch.excluded, written(stretch)});
            return;
        }
        if (!count_words(words.size(), stretch.text)) return;
        QueryPhrase phrase;
        for (AnalyzedWord& word : words)
            phrase.surfaces.push_back(std::move(word.surface));
        add({std::move(phrase), stretch.excluded, written(stretch)});
    }

    static std::string written(const Stretch& stretch) {
        const char* const quote = stretch.quoted ? "\"" : "";
        return fmt::format("{}{}{}{}", stretch.excluded ? "-" : "", quote, stretch.text, quote);
    }

    static QueryWord as_query_word(AnalyzedWord word) {
        return {std::move(word.surface), std::move(word.lemmas)};
    }

    /// "co-packing": part of a compound is no word of asking.
    static bool is_hyphenated(std::string_view text, const std::vector<AnalyzedWord>& words,
                              std::size_t i) {
        const auto are_joined = [&](std::size_t first) {
            const std::size_t end = words[first].token.end;
            return words[first + 1].token.begin == end + 1 && text[end] == '-';
        };
        return (i > 0 && are_joined(i - 1)) || (i + 1 < words.size() && are_joined(i));
    }

    void add_words(std::string_view text) {
        std::vector<AnalyzedWord> words = analyzer_.analyze(text);
        report_rubbish_between(text, words);
        std::string kind_before;
        bool is_alternative = false;
        for (std::size_t i = 0; i < words.size();) {
            if (const std::size_t taken = add_identifier_at(text, words, i, kind_before)) {
                i += taken;
                kind_before.clear();
            } else if (is_stop_word(words[i].surface) && !is_hyphenated(text, words, i)) {
                is_alternative = is_alternative || (i > 0 && says_or(words[i].surface));
                ++i;
            } else if (count_words(1, words[i].token.text)) {
                AnalyzedWord& word = words[i++];
                kind_before = names_identifier(word.surface) ? word.surface : std::string();
                std::string written(word.token.text);
                add({as_query_word(std::move(word)), false, std::move(written),
                     std::exchange(is_alternative, false)});
            } else {
                return;
            }
            if (is_full()) return;
        }
    }

    void report_rubbish_between(std::string_view text, const std::vector<AnalyzedWord>& words) {
        std::size_t word = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            while (word < words.size() && words[word].token.end <= begin)
                ++word;
            const bool has_word = word < words.size() && words[word].token.begin < end;
            if (!has_word) report_rubbish(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    /// How many words from `first` on make up an identifier, longest reading first; 0 = none.
    /// `kind_before`: "nip" when that stands before them as a word of its own, else "".
    std::size_t add_identifier_at(std::string_view text, const std::vector<AnalyzedWord>& words,
                                  std::size_t first, const std::string& kind_before) {
        const std::string& start = words[first].surface;
        if (numbers_ == NumberReading::as_words) return 0;
        if (!has_digit(start) && !names_identifier(start)) return 0;
        if (kind_before.empty() && names_identifier(start) && first + 2 < words.size() &&
            says_number(words[first + 1].surface)) {
            const std::size_t taken = add_identifier_at(text, words, first + 2, start);
            return taken == 0 ? 0 : taken + 2;
        }
        const std::string& name = kind_before.empty() ? start : kind_before;
        std::size_t last = first;
        while (last + 1 < words.size() && last + 1 - first < kMaxIdentifierWords &&
               continues_identifier(text, words[last], words[last + 1]))
            ++last;
        for (std::size_t end = last + 1; end > first; --end) {
            const Token& begin_token = words[first].token;
            const std::string_view written =
                text.substr(begin_token.begin, words[end - 1].token.end - begin_token.begin);
            const bool is_named = names_identifier(start) || !is_number(start);
            const bool is_bare = kind_before.empty() && !is_named;
            const std::string with_kind = fmt::format(
                "{} {}", is_bare && is_short_krs(written) ? "KRS" : kind_before, written);
            auto readings = as_named(
                plausible(recognise_identifiers(with_kind), end == first + 1 || is_named), name);
            if (is_bare) std::erase_if(readings, is_krs_of_no_register);
            if (readings.empty()) {
                if (!is_bare || end == first + 1) note_what_is_wrong(written, name);
                continue;
            }
            if (count_words(1, written))
                add_identifier(std::move(readings), false, std::string(written));
            return end - first;
        }
        return 0;
    }

    /// No number of the register begins so; "6070084093" is a NIP with a wrong digit.
    static bool is_krs_of_no_register(const Identifier& each) {
        return each.kind == IdentifierKind::krs && !each.digits.starts_with("000");
    }

    /// Once, of the longest run of digits.
    void note_what_is_wrong(std::string_view written, std::string_view name) {
        if (!parsed_.notes.empty()) return;
        if (!has_digit(with_plain_signs(written))) return;
        if (const Wording reason = what_is_wrong(written, name); !reason.empty())
            parsed_.notes.push_back(prefixed(fmt::format("{}: ", written), reason));
    }

    static bool continues_identifier(std::string_view text, const AnalyzedWord& left,
                                     const AnalyzedWord& right) {
        const std::string gap =
            with_plain_signs(text.substr(left.token.end, right.token.begin - left.token.end));
        const bool is_near = gap.find_first_not_of(" :.-()+/") == std::string_view::npos;
        return is_near && (is_number(right.surface) || right.surface.starts_with("pl"));
    }

    const Analyzer& analyzer_;
    NumberReading numbers_;
    ParsedQuery parsed_;
    std::string cut_off_;
    std::string_view first_left_out_;  ///< a view into parsed_.text
    std::size_t words_ = 0;
};

}  // namespace

std::string tidy_text(std::string_view text) {
    std::string tidied;
    const std::string clean = clean_utf8(text);
    for (std::size_t at = 0; at < clean.size();) {
        const char32_t c = next_code_point(clean, at);
        if (!u_isUWhiteSpace(static_cast<UChar32>(c)))
            append_code_point(tidied, c);
        else if (!tidied.empty() && tidied.back() != ' ')
            tidied += ' ';
    }
    if (tidied.ends_with(' ')) tidied.pop_back();
    return tidied;
}

ParsedQuery parse_query(std::string_view text, const Analyzer& analyzer, NumberReading numbers) {
    return Parser(text, analyzer, numbers).parse();
}

}  // namespace wespol
