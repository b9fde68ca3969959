// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/name_parser.h"

#include "core/analysis/folding.h"
#include "core/support/ascii.h"
#include "indexer/linking/edit_distance.h"
#include "indexer/linking/name_markers.h"
#include "indexer/linking/weights.h"

#include <algorithm>
#include <optional>

namespace wespol {
namespace {

std::size_t part_end(const NameWords& words, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].starts_part)
        ++end;
    return end;
}

}  // namespace

bool ParsedName::is_nameless() const {
    return std::all_of(core.begin(), core.end(),
                       [](const NameWord& each) { return each.is_place; });
}

bool is_unit_form(const std::string& form) {
    return form == "wtz" || form == "zaz" || form == "cis" || form == "kis";
}

bool is_named_after_place(const std::string& form) {
    return is_unit_form(form) || form == "kgw" || form == "osp";
}

struct NameParser::Parts {
    NameWords words;
    std::vector<Role> roles;
    std::vector<Form> forms;

    std::span<const NameWord> from(std::size_t begin) const {
        return std::span(words).subspan(begin);
    }
    void mark(std::size_t begin, std::size_t end, Role role) {
        for (std::size_t i = begin; i < end; ++i)
            roles[i] = role;
    }
    bool is_name(std::size_t i) const { return roles[i] == Role::name; }
};

NameParser::NameParser(const Analyzer& analyzer, const PlaceHintFinder& places)
    : places_(places), reader_(analyzer) {
    for (const FormWriting& each : kFormWritings)
        forms_.push_back({&each, reader_.read(each.words)});
    for (const AcronymWriting& each : kAcronyms)
        acronyms_.emplace(each.acronym, reader_.read(each.words));
}

NameWords NameParser::read(std::string_view text) {
    NameWords words;
    for (NameWord& word : reader_.read(text)) {
        const auto acronym = acronyms_.find(word.surface);
        if (acronym == acronyms_.end()) {
            words.push_back(std::move(word));
            continue;
        }
        for (NameWord meant : acronym->second) {
            meant.is_quoted = word.is_quoted;
            meant.starts_part = word.starts_part && meant.starts_part;
            words.push_back(std::move(meant));
        }
    }
    return words;
}

ParsedName NameParser::parse(std::string_view name) {
    ParsedName parsed;
    parsed.text = clean_utf8(name.substr(0, weights::kLongestName));
    const auto [main, notes] = split_brackets(parsed.text);
    Parts parts{read(main), {}, {}};
    parts.roles.assign(parts.words.size(), Role::name);
    take_identifiers(parts, parsed);
    set_streets_aside(parts);
    find_forms(parts);
    find_places(parts, parsed);
    settle_form(parts, parsed);
    find_bare_places(parts, parsed);
    find_numbers(parts, parsed);
    parsed.has_place_in_name = !parsed.places.empty() || !parsed.bare_places.empty();

    std::string all_initials, weighty_initials;
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        NameWord& word = parts.words[i];
        const Role role = parts.roles[i];
        const bool is_of_name = role == Role::name || role == Role::form;
        if (is_of_name) all_initials += word.surface.front();
        if (is_of_name && !is_function_word(word)) weighty_initials += word.surface.front();
        if (role == Role::name && is_function_word(word)) continue;
        if (role == Role::name)
            parsed.core.push_back(std::move(word));
        else if (role == Role::aside)
            parsed.aside.push_back(std::move(word));
        else if (role == Role::operator_ && !is_function_word(word))
            parsed.operator_words.push_back(std::move(word));
    }
    for (const std::string& each : {all_initials, weighty_initials})
        if (each.size() >= 3 && !contains(parsed.initials, each)) parsed.initials.push_back(each);
    for (const std::string& note : notes)
        parse_note(note, parsed);
    narrow(parsed.places);
    return parsed;
}

void NameParser::take_identifiers(Parts& parts, ParsedName& parsed) const {
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const std::string& kind = parts.words[i].surface;
        const bool is_kind = kind == "krs" || kind == "nip" || kind == "regon";
        if (!is_kind) continue;
        parts.roles[i] = Role::left_out;
        if (i + 1 == parts.words.size()) continue;
        for (const Identifier& each : recognise_identifiers(parts.words[i + 1].text)) {
            const bool is_meant = (kind == "krs" && each.kind == IdentifierKind::krs) ||
                                  (kind == "nip" && each.kind == IdentifierKind::nip) ||
                                  (kind == "regon" && each.kind == IdentifierKind::regon);
            if (!is_meant) continue;
            parsed.identifiers.push_back(each);
            parts.roles[i + 1] = Role::left_out;
        }
    }
}

void NameParser::set_streets_aside(Parts& parts) const {
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        if (!parts.is_name(i) || !contains(kStreetWords, parts.words[i].surface)) continue;
        std::size_t end = i + 1;
        while (end < parts.words.size() && !parts.words[end].starts_part &&
               !contains(kPlacePrepositions, parts.words[end].surface))
            ++end;
        parts.roles[i] = Role::left_out;
        for (std::size_t j = i + 1; j < end; ++j)
            parts.roles[j] = all_digits(parts.words[j].surface) ? Role::left_out : Role::aside;
    }
}

std::size_t NameParser::form_at(std::span<const NameWord> words, bool is_first,
                                const FormWriting*& writing) const {
    for (const WrittenForm& form : forms_) {
        if (words.size() < form.words.size() || (form.writing->stands_first && !is_first)) continue;
        const auto fits = [](const NameWord& written, const NameWord& word) {
            if (share_key(written, word)) return true;
            // Long words of a form are mistyped too: "Spóldzielna", "Stowarzyszene".
            return written.surface.size() >= 7 && !word.is_known &&
                   are_mistyped(written.surface, word.surface);
        };
        if (!std::equal(form.words.begin(), form.words.end(), words.begin(), fits)) continue;
        writing = form.writing;
        return form.words.size();
    }
    return 0;
}

/// "Spółdzielnia Socjalna", not "Spółdzielni Socjalnej": then the name behind it is in its base
/// form too.
bool NameParser::is_base_form(const Parts& parts, std::size_t begin,
                              const FormWriting& writing) const {
    const auto written = std::ranges::find(forms_, &writing, &WrittenForm::writing);
    return std::equal(written->words.begin(), written->words.end(),
                      parts.words.begin() + static_cast<std::ptrdiff_t>(begin),
                      [](const NameWord& a, const NameWord& b) { return a.surface == b.surface; });
}

void NameParser::find_forms(Parts& parts) const {
    for (std::size_t i = 0; i < parts.words.size();) {
        const FormWriting* writing = nullptr;
        const std::size_t length = parts.is_name(i) && !parts.words[i].is_quoted
                                       ? form_at(parts.from(i), i == 0, writing)
                                       : 0;
        if (length == 0) {
            ++i;
            continue;
        }
        const bool has_adjective = i > 0 &&
                                   (parts.words[i - 1].surface.ends_with("ego") ||
                                    parts.words[i - 1].surface.ends_with("ej")) &&
                                   !parts.words[i].starts_part;
        const bool is_genitive = i >= 2 && !has_adjective && !parts.words[i].starts_part &&
                                 contains(kGenitiveForms, parts.words[i].surface);
        parts.forms.push_back(
            {writing, i, i + length, is_genitive, is_base_form(parts, i, *writing)});
        if (writing->kind != FormKind::kept) parts.mark(i, i + length, Role::form);
        i += length;
    }
}

void NameParser::find_places(Parts& parts, ParsedName& parsed) const {
    const bool caseless = is_caseless(parts.words);
    for (std::size_t i = 0; i + 1 < parts.words.size(); ++i) {
        const NameWord& word = parts.words[i];
        const NameWord& next = parts.words[i + 1];
        if (!parts.is_name(i) || word.is_quoted || next.is_quoted) continue;
        if (!caseless && !next.is_capitalised && !contains(kCountyWords, word.surface)) continue;
        std::optional<PlaceHintFinder::Found> found;
        if (contains(kPlacePrepositions, word.surface))
            found = places_.locality(parts.from(i + 1), PlaceHintFinder::Case::any);
        else if (contains(kMunicipalityWords, word.surface))
            found = places_.municipality(parts.from(i + 1));
        else if (contains(kCountyWords, word.surface))
            found = places_.county(parts.from(i + 1));
        if (!found) continue;
        parts.mark(i, i + 1 + found->length, Role::place);
        parsed.places.push_back(std::move(found->hint));
        i += found->length;
    }
}

void NameParser::settle_form(Parts& parts, ParsedName& parsed) const {
    const auto take = [&](const Form& form) {
        parsed.is_in_base_form = form.is_base;
        parsed.form = form.writing->code;
        parsed.is_form_kept = form.writing->kind == FormKind::kept;
    };
    const auto of_kind = [&](FormKind kind, bool genitive) {
        return std::find_if(parts.forms.begin(), parts.forms.end(), [&](const Form& each) {
            return each.writing->kind == kind && each.is_genitive == genitive;
        });
    };
    const auto to_operator = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (parts.is_name(i)) parts.roles[i] = Role::operator_;
    };

    if (const auto unit = of_kind(FormKind::unit, false); unit != parts.forms.end()) {
        take(*unit);
        for (const Form& other : parts.forms) {
            if (other.writing->kind == FormKind::none || other.writing->kind == FormKind::unit)
                continue;
            if (other.begin < unit->begin) {
                to_operator(0, unit->begin);
                continue;
            }
            // "WTZ „Promyk” Stowarzyszenia …": what is quoted before the operator is the unit's.
            std::size_t begin = unit->end;
            for (std::size_t i = unit->end; i < other.begin; ++i)
                if (parts.words[i].is_quoted) begin = i + 1;
            to_operator(begin, parts.words.size());
        }
        return;
    }
    if (const auto own = of_kind(FormKind::own, false); own != parts.forms.end()) {
        take(*own);
        // "Stowarzyszenie na Rzecz Spółdzielni Socjalnych": only the first one is the form.
        for (auto later = std::next(own); later != parts.forms.end(); ++later)
            if (later->writing->kind == FormKind::own && later->writing->code != parsed.form)
                parts.mark(later->begin, later->end, Role::name);
        return;
    }
    if (const auto genitive = of_kind(FormKind::own, true); genitive != parts.forms.end()) {
        to_operator(genitive->begin, parts.words.size());
        return;
    }
    if (const auto kept = of_kind(FormKind::kept, false); kept != parts.forms.end()) take(*kept);
}

void NameParser::find_bare_places(Parts& parts, ParsedName& parsed) const {
    const bool caseless = is_caseless(parts.words);
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const NameWord& word = parts.words[i];
        // "OPS Swarzędz – Klub Integracji Społecznej": where the operator is, the unit is.
        const bool is_of_operator = parts.roles[i] == Role::operator_;
        if ((!parts.is_name(i) && !is_of_operator) || word.is_quoted) continue;
        if (contains(kNeverBarePlaces, word.surface) || (!caseless && !word.is_capitalised))
            continue;
        const auto found = places_.locality(parts.from(i), PlaceHintFinder::Case::base);
        if (!found) continue;
        const std::size_t end = i + found->length;
        const bool is_behind_form = i > 0 && parts.roles[i - 1] == Role::form;
        const bool is_behind_quote = i > 0 && parts.words[i - 1].is_quoted;
        const bool ends_part = end == parts.words.size() || parts.words[end].starts_part ||
                               parts.roles[end] != Role::name;
        if (!is_behind_form && !is_behind_quote && !ends_part) continue;
        for (std::size_t j = i; j < end; ++j)
            parts.words[j].is_place = true;
        parsed.bare_places.push_back(found->hint);
        i = end - 1;
    }
}

/// "I" as a number: before what is numbered, or where nothing follows that "and" could join.
bool NameParser::is_one(const Parts& parts, std::size_t i) {
    if (parts.words[i].text != "I") return false;
    if (i + 1 == parts.words.size()) return i > 0;
    const NameWord& next = parts.words[i + 1];
    if (i > 0 && is_numeral_one(parts.words[i - 1].surface, next.surface)) return true;
    return next.starts_part || parts.roles[i + 1] == Role::place ||
           (parts.words[i].is_quoted && !next.is_quoted);
}

void NameParser::find_numbers(Parts& parts, ParsedName& parsed) {
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const std::string& surface = parts.words[i].surface;
        const bool is_arabic = all_digits(surface) && surface.size() <= kLongestNumber;
        const bool is_roman =
            (contains(kRomanNumbers, surface) && is_upper_word(parts.words[i])) || is_one(parts, i);
        if (!parts.is_name(i) || !(is_arabic || is_roman)) continue;
        if (is_roman && i > 0 && contains(kNumberedNames, parts.words[i - 1].surface)) {
            parsed.patron_numbers.push_back(surface);
            continue;
        }
        parsed.numbers.push_back(surface);
        parts.roles[i] = Role::left_out;
    }
}

void NameParser::parse_note(std::string_view note, ParsedName& parsed) {
    if (auto host = host_of(note)) {
        parsed.hosts.push_back(std::move(*host));
        return;
    }
    Parts parts{read(note), {}, {}};
    NameWords& words = parts.words;
    if (words.empty()) return;
    parts.roles.assign(words.size(), Role::name);
    take_identifiers(parts, parsed);
    set_streets_aside(parts);
    find_forms(parts);
    find_places(parts, parsed);

    const bool names_operator = contains(kOperatorWords, words.front().surface);
    if (names_operator) parts.roles.front() = Role::left_out;
    const bool has_form = std::any_of(parts.forms.begin(), parts.forms.end(), [](const Form& each) {
        return each.writing->kind != FormKind::none;
    });
    if (has_form && parsed.form.empty() && !parts.forms.empty()) {
        parsed.form = parts.forms.front().writing->code;
        parsed.is_form_kept = parts.forms.front().writing->kind == FormKind::kept;
    }
    const bool is_of_unit = is_unit_form(parsed.form) && has_form;

    for (std::size_t i = 0; i < words.size();) {
        const std::size_t end = part_end(words, i);
        const auto found = parts.is_name(i) && !words[i].is_quoted && !has_form && !names_operator
                               ? places_.locality(parts.from(i), PlaceHintFinder::Case::any)
                               : std::nullopt;
        const bool is_one =
            end - i <= 2 && words[i].is_capitalised && !is_upper_word(words[i]) &&
            std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                        words.begin() + static_cast<std::ptrdiff_t>(end), [](const NameWord& each) {
                            return each.is_capitalised && !each.is_quoted &&
                                   !all_digits(each.surface);
                        });
        if (found && found->length == end - i) {
            parsed.places.push_back(found->hint);
            parts.mark(i, end, Role::place);
        } else if (is_one && parts.is_name(i) && !has_form && !names_operator) {
            // A town outside the region, or one mistyped.
            PlaceHint unknown;
            for (std::size_t j = i; j < end; ++j)
                unknown.text += (j == i ? "" : " ") + words[j].text;
            parsed.places.push_back(std::move(unknown));
            parts.mark(i, end, Role::place);
        }
        i = end;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (parts.roles[i] != Role::name && parts.roles[i] != Role::aside) continue;
        if (is_function_word(words[i]) || all_digits(words[i].surface)) continue;
        (names_operator || is_of_unit ? parsed.operator_words : parsed.aside)
            .push_back(std::move(words[i]));
    }
}

std::vector<PlaceHint> NameParser::parse_town(std::string_view town) {
    ParsedName parsed;
    const auto [main, notes] = split_brackets(clean_utf8(town.substr(0, weights::kLongestName)));
    parse_note(main, parsed);
    for (const std::string& note : notes)
        parse_note(note, parsed);
    if (parsed.places.empty() && !main.empty()) parsed.places.push_back({main, {}});
    narrow(parsed.places);
    return parsed.places;
}

}  // namespace wespol
