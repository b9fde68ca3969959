// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/field_reader.h"

#include "core/catalogue/calendar.h"
#include "core/support/ascii.h"
#include "indexer/source/excerpt.h"
#include "indexer/source/written_forms.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

/// The value as one would recognise it in the file.
std::string shown(const SourceValue& source) {
    struct {
        std::string operator()(std::nullptr_t) const { return "null"; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const SourceList&) const { return "[…]"; }
        std::string operator()(const SourceMembers&) const { return "{…}"; }
    } const as_text;
    return std::visit(as_text, source.value);
}

std::optional<double> as_number(const SourceValue& source) {
    if (const auto* whole = std::get_if<std::int64_t>(&source.value))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&source.value)) return *number;
    return std::nullopt;
}

bool is_page_address(std::string_view text) {
    const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
    return has_scheme && text.find_first_of(" \t\n\"<>") == text.npos;
}

constexpr std::string_view kNotPage = "to nie jest adres strony, pominięto";
constexpr std::string_view kPageAdvice = "adres zaczyna się od https:// albo http://";

}  // namespace

FieldReader::FieldReader(const SourceRecord& record, Diagnostics& diagnostics)
    : record_(record), fields_(record.fields), diagnostics_(diagnostics) {}

FieldReader::FieldReader(const FieldReader& parent, const SourceMembers& fields, std::string path)
    : record_(parent.record_),
      fields_(fields),
      diagnostics_(parent.diagnostics_),
      path_(std::move(path)) {}

const SourceValue* FieldReader::find(std::string_view key) {
    asked_.emplace(key);
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const SourceMember& each) { return each.key == key; });
    const bool known =
        found != fields_.end() && !std::holds_alternative<std::nullptr_t>(found->value.value);
    return known ? &found->value : nullptr;
}

std::optional<std::string> FieldReader::text(std::string_view key) {
    const SourceValue* source = find(key);
    if (!source) return std::nullopt;
    const auto* written = std::get_if<std::string>(&source->value);
    if (!written) {
        wrong_type(key, *source, "tekst w cudzysłowie");
        return std::nullopt;
    }
    std::string text(trimmed(*written));
    if (text.empty()) return std::nullopt;
    return text;
}

std::string FieldReader::required_text(std::string_view key) {
    auto value = text(key);
    if (!value) reject(key, "", "brakuje wymaganego pola", "dopisz je");
    return std::move(value).value_or("");
}

std::string FieldReader::required_choice(std::string_view key,
                                         std::initializer_list<std::string_view> allowed) {
    std::string written = required_text(key);
    const bool known = std::find(allowed.begin(), allowed.end(), written) != allowed.end();
    if (!written.empty() && !known)
        reject(key, written, "niedozwolona wartość",
               fmt::format("dozwolone: {}", fmt::join(allowed, ", ")));
    return written;
}

std::string FieldReader::required_id(std::string_view key) {
    std::string written = required_text(key);
    if (written.empty()) return written;
    if (const auto id = parse_record_id(written); !id)
        reject(key, written, "nieprawidłowy identyfikator", id.error().message);
    return written;
}

std::vector<std::string> FieldReader::texts(std::string_view key) {
    const SourceValue* source = find(key);
    if (!source) return {};
    if (std::holds_alternative<std::string>(source->value)) {
        auto only = text(key);
        return only ? std::vector{std::move(*only)} : std::vector<std::string>{};
    }
    const auto* list = std::get_if<SourceList>(&source->value);
    if (!list) {
        wrong_type(key, *source, "lista tekstów");
        return {};
    }
    std::vector<std::string> result;
    for (const SourceValue& each : *list) {
        const auto* written = std::get_if<std::string>(&each.value);
        if (!written) {
            wrong_type(key, each, "lista tekstów");
            continue;
        }
        std::string text(trimmed(*written));
        const bool is_new = std::find(result.begin(), result.end(), text) == result.end();
        if (!text.empty() && is_new) result.push_back(std::move(text));
    }
    return result;
}

std::optional<PartialDate> FieldReader::date(std::string_view key) {
    const SourceValue* source = find(key);
    const bool is_year = source && std::holds_alternative<std::int64_t>(source->value);
    const auto written = is_year ? std::optional(shown(*source)) : text(key);
    if (!written) return std::nullopt;
    auto parsed = PartialDate::parse(*written);
    if (!parsed) {
        warn(key, *written, "nieprawidłowa data, pominięto", parsed.error().message);
        return std::nullopt;
    }
    return std::move(*parsed);
}

std::optional<PartialDate> FieldReader::past_date(std::string_view key) {
    auto found = date(key);
    const auto earliest = found ? found->earliest() : std::nullopt;
    const auto year_of = [](Day day) { return std::chrono::year_month_day(day).year(); };
    if (earliest && year_of(*earliest) > year_of(today_in_warsaw()))
        warn(key, found->text(), "data z przyszłości, zostaje", "sprawdź rok");
    return found;
}

std::optional<PartialDate> FieldReader::end_date(std::string_view key,
                                                 const std::optional<PartialDate>& start) {
    auto end = date(key);
    if (!start || !end || !start->earliest() || !end->latest()) return end;
    if (*end->latest() >= *start->earliest()) return end;
    warn(key, end->text(), "koniec jest wcześniejszy niż początek, pominięto", "sprawdź obie daty");
    return std::nullopt;
}

std::optional<int> FieldReader::integer(std::string_view key, int least, int greatest) {
    const SourceValue* source = find(key);
    if (!source) return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&source->value);
    if (!number) {
        wrong_type(key, *source, "liczba całkowita");
        return std::nullopt;
    }
    if (*number < least || *number > greatest) {
        warn(key, shown(*source), "liczba poza zakresem, pominięto",
             fmt::format("dozwolone: od {} do {}", least, greatest));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

double FieldReader::required_number(std::string_view key, double least, double greatest) {
    const SourceValue* source = find(key);
    const auto number = source ? as_number(*source) : std::nullopt;
    if (number && *number >= least && *number <= greatest) return *number;
    reject(key, source ? shown(*source) : "", "brakuje liczby albo jest poza zakresem",
           fmt::format("dozwolone: od {} do {}", least, greatest));
    return 0;
}

std::optional<bool> FieldReader::flag(std::string_view key) {
    const SourceValue* source = find(key);
    if (!source) return std::nullopt;
    const auto* value = std::get_if<bool>(&source->value);
    if (!value) {
        wrong_type(key, *source, "true albo false");
        return std::nullopt;
    }
    return *value;
}

std::optional<std::string> FieldReader::parsed(std::string_view key,
                                               Result<std::string> (*parse)(std::string_view)) {
    const auto written = text(key);
    if (!written) return std::nullopt;
    auto value = parse(*written);
    if (!value) {
        warn(key, *written, "nieprawidłowa wartość, pominięto", value.error().message);
        return std::nullopt;
    }
    return std::move(*value);
}

std::optional<std::string> FieldReader::code(std::string_view key, const Vocabulary& vocabulary) {
    auto written = text(key);
    if (!written || vocabulary.find(*written)) return written;
    warn(key, *written, "nieznany kod, pominięto",
         fmt::format("dozwolone kody są w vocabulary/{}.jsonl", vocabulary.name()));
    return std::nullopt;
}

std::string FieldReader::required_code(std::string_view key, const Vocabulary& vocabulary) {
    std::string written = required_text(key);
    if (!written.empty() && !vocabulary.find(written))
        reject(key, written, "nieznany kod",
               fmt::format("dozwolone kody są w vocabulary/{}.jsonl", vocabulary.name()));
    return written;
}

std::optional<std::string> FieldReader::reference(std::string_view key, const IdSet& ids,
                                                  std::string_view whose) {
    auto written = text(key);
    if (!written || ids.contains(*written)) return written;
    warn(key, *written, fmt::format("nie ma takiego {}, pominięto", whose),
         "sprawdź identyfikator");
    return std::nullopt;
}

std::vector<std::string> FieldReader::references(std::string_view key, const IdSet& ids,
                                                 std::string_view whose) {
    std::vector<std::string> result;
    for (std::string& each : texts(key)) {
        if (ids.contains(each))
            result.push_back(std::move(each));
        else
            warn(key, each, fmt::format("nie ma takiego {}, pominięto", whose),
                 "sprawdź identyfikator");
    }
    return result;
}

std::optional<std::string> FieldReader::url(std::string_view key) {
    auto written = text(key);
    if (!written || is_page_address(*written)) return written;
    warn(key, *written, std::string(kNotPage), std::string(kPageAdvice));
    return std::nullopt;
}

std::vector<std::string> FieldReader::urls(std::string_view key) {
    std::vector<std::string> result;
    for (std::string& each : texts(key)) {
        if (is_page_address(each))
            result.push_back(std::move(each));
        else
            warn(key, each, std::string(kNotPage), std::string(kPageAdvice));
    }
    return result;
}

Provenance FieldReader::provenance() {
    Provenance made{record_.file, record_.row, date("as_of"), text("evidence"), urls("sources")};
    if (!record_.sheet.empty()) made.sheet = record_.sheet;
    return made;
}

void FieldReader::pass_over(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        asked_.emplace(key);
}

void FieldReader::each(std::string_view key, const std::function<void(FieldReader&)>& take) {
    const SourceValue* source = find(key);
    if (!source) return;
    const auto visit = [&](const SourceValue& value, std::string path) {
        const auto* fields = std::get_if<SourceMembers>(&value.value);
        if (!fields) {
            wrong_type(key, value, "obiekt w nawiasach klamrowych");
            return;
        }
        FieldReader nested(*this, *fields, std::move(path));
        take(nested);
        nested.finish();
    };
    const auto* list = std::get_if<SourceList>(&source->value);
    if (!list) {
        visit(*source, fmt::format("{}{}.", path_, key));
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i)
        visit((*list)[i], fmt::format("{}{}[{}].", path_, key, i + 1));
}

void FieldReader::note(std::string_view key, std::string_view value, std::string message,
                       std::string advice) {
    add(Severity::note, key, value, std::move(message), std::move(advice));
}

void FieldReader::warn(std::string_view key, std::string_view value, std::string message,
                       std::string advice) {
    add(Severity::warning, key, value, std::move(message), std::move(advice));
}

void FieldReader::reject(std::string_view key, std::string_view value, std::string message,
                         std::string advice) {
    rejected_ = true;
    const bool is_nested = !path_.empty();
    add(is_nested ? Severity::warning : Severity::error, key, value, std::move(message),
        std::move(advice));
}

bool FieldReader::finish() {
    for (const SourceMember& each : fields_)
        if (!asked_.contains(each.key))
            warn(each.key, shown(each.value), "nieznane pole, pominięto",
                 "sprawdź pisownię nazwy pola");
    return !rejected_;
}

void FieldReader::wrong_type(std::string_view key, const SourceValue& value,
                             std::string_view expected) {
    warn(key, shown(value), "wartość złego rodzaju, pominięto",
         fmt::format("oczekiwano: {}", expected));
}

std::string FieldReader::place_of(std::string_view key) const {
    if (record_.columns && path_.empty())
        if (const auto column = record_.columns->find(key); column != record_.columns->end())
            return column->second;
    return fmt::format("{}{}", path_, excerpt(key));
}

void FieldReader::add(Severity severity, std::string_view key, std::string_view value,
                      std::string message, std::string advice) {
    diagnostics_.push_back({severity, record_.file, record_.row, place_of(key), excerpt(value),
                            std::move(message), std::move(advice), record_.sheet});
}

}  // namespace wespol
