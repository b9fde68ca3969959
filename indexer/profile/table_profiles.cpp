// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/profile/table_profiles.h"

#include "core/analysis/folding.h"
#include "indexer/profile/record_slug.h"
#include "indexer/profile/written_place.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr const char* kOtherForm = "inne";

/// Builds the new record beside the row it comes from.
class Rewriting {
  public:
    Rewriting(const SourceRecord& row, Diagnostics& diagnostics)
        : row_(row),
          record_{row.file, row.row, {}, row.sheet, row.columns},
          diagnostics_(diagnostics) {}

    const SourceValue* find(std::string_view key) const {
        const auto found = std::find_if(row_.fields.begin(), row_.fields.end(),
                                        [&](const SourceMember& each) { return each.key == key; });
        return found == row_.fields.end() ? nullptr : &found->value;
    }

    /// "" when the row has none.
    std::string text(std::string_view key) const {
        const SourceValue* value = find(key);
        const auto* text = value ? std::get_if<std::string>(&value->value) : nullptr;
        return text ? *text : std::string();
    }

    std::optional<std::string> known(std::string_view key) const {
        std::string value = text(key);
        if (value.empty()) return std::nullopt;
        return value;
    }

    void set(std::string key, std::string value) {
        if (!value.empty()) record_.fields.push_back({std::move(key), {std::move(value)}});
    }

    void set(std::string key, SourceList list) {
        record_.fields.push_back({std::move(key), {std::move(list)}});
    }

    void keep(std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            if (const SourceValue* value = find(key)) record_.fields.push_back({key, *value});
    }

    void say(Severity severity, std::string_view key, std::string_view value, std::string message,
             std::string advice) {
        const auto label = row_.columns->find(key);
        diagnostics_.push_back({severity, row_.file, row_.row,
                                label == row_.columns->end() ? std::string(key) : label->second,
                                excerpt(value), std::move(message), std::move(advice), row_.sheet});
    }

    void set_id(std::string given, std::string made) {
        if (given.empty()) record_.made_id = made;
        set("id", given.empty() ? std::move(made) : std::move(given));
    }

    ResolvedPlace find_place(const Region& region, const BaseNames& base_names) const {
        return resolve_place(region, {text("county"), text("municipality"), text("town")},
                             base_names);
    }

    /// `write` puts a town that the region's table does not have into readable letters.
    void set_place(const ResolvedPlace& found,
                   const std::function<std::string(const std::string&)>& write) {
        for (const PlaceDoubt& each : found.doubts)
            say(Severity::warning, each.key, text(each.key), each.message, each.advice);
        const std::string town = found.town.value_or("");
        set("town", found.is_town_known ? town : write(town));
        set("municipality", found.municipality.value_or(""));
        set("county", found.county.value_or(""));
    }

    SourceRecord take() { return std::move(record_); }

  private:
    const SourceRecord& row_;
    SourceRecord record_;
    Diagnostics& diagnostics_;
};

/// What the column says. A word of the form's own table goes before the vocabulary's synonyms,
/// which are wide, as searchers need them: not every "spółdzielnia" is a social one.
std::optional<std::string> written_legal_form(const std::string& written, std::string_view profile,
                                              const Vocabulary& vocabulary,
                                              const LegalFormNames& names) {
    if (vocabulary.find(written)) return written;
    if (auto word = names.find_word(written, profile)) {
        if (*word == kOtherForm) return std::nullopt;
        return word;
    }
    const Concept* known = vocabulary.find_by_word(written);
    return known ? std::optional(known->code) : std::nullopt;
}

/// The word of the column for the form, else what the name says; "inna forma" is said aloud.
std::string legal_form_of(Rewriting& record, const std::string& name, std::string_view profile,
                          const Vocabulary& vocabulary, const LegalFormNames& names) {
    const std::string written = record.text("legal_form");
    if (!written.empty())
        if (auto form = written_legal_form(written, profile, vocabulary, names))
            return std::move(*form);
    if (auto found = names.find(name, profile)) {
        if (!written.empty())
            record.say(Severity::warning, "legal_form", written,
                       "nieznana forma prawna, wzięto ją z nazwy",
                       "wpisz ją pełnymi słowami albo dopisz to słowo w "
                       "vocabulary/legal_form_names.jsonl");
        if (found->is_usual_only)
            record.say(Severity::note, "name", name,
                       fmt::format("formę prawną „{}” przyjęto ze zwyczaju, nazwa jej nie podaje",
                                   vocabulary.label(found->code, Language::pl)),
                       "sprawdź; inną wpisz w kolumnie „Forma prawna”");
        return std::move(found->code);
    }
    if (!name.empty())
        record.say(Severity::warning, written.empty() ? "name" : "legal_form",
                   written.empty() ? name : written,
                   "nie wiadomo, jaka to forma prawna, wpisano „inna forma”",
                   "dopisz formę w kolumnie „Forma prawna” albo słowo w "
                   "vocabulary/legal_form_names.jsonl");
    return kOtherForm;
}

/// The municipality's name where the town's alone could mean another place; "" where it could not.
std::string_view telling_municipality(const Region& region, const ResolvedPlace& place) {
    if (!place.town || !place.municipality) return "";
    const auto named = region.localities_named(*place.town);
    if (named.empty()) return "";
    constexpr int village = 2;
    const bool is_here = named.front()->municipality == *place.municipality;
    const bool is_meant = named.size() == 1 || precedence(region, *named.front()) < village;
    if (is_here && is_meant) return "";
    return region.municipality(*place.municipality)->name;
}

std::string made_entity_id(const Rewriting& record, const std::string& form,
                           const std::string& name, const Region& region,
                           const ResolvedPlace& place) {
    if (name.empty()) return "";
    const std::string town = place.town.value_or("");
    return entity_id({record.known("krs"), record.known("nip"), form, name, town,
                      telling_municipality(region, place)});
}

/// The edition by its code or its name; null when the list names none that is known.
std::optional<std::string> edition_of(Rewriting& record, const References& references) {
    const std::string written = record.text("edition");
    if (written.empty()) return std::nullopt;
    for (const CertificateEdition& each : references.editions)
        if (each.code == written || fold_words(each.label) == fold_words(written)) return each.code;
    record.say(Severity::warning, "edition", written, "nieznana edycja, pominięto",
               "edycje są w sources/certificate_editions.jsonl");
    return std::nullopt;
}

}  // namespace

TableProfiles::TableProfiles(const std::filesystem::path& directory,
                             const std::filesystem::path& dictionary, const References& references)
    : directory_(directory),
      dictionary_(dictionary),
      references_(references),
      legal_forms_(directory) {}

const NameWriter& TableProfiles::name_writer() {
    if (!name_writer_)
        name_writer_ = std::make_unique<const NameWriter>(
            directory_, MorphologicalDictionary::open(dictionary_));
    return *name_writer_;
}

BaseNames TableProfiles::base_names() {
    return [this](const std::string& town) {
        if (!town_forms_)
            town_forms_ = std::make_unique<const TownForms>(references_.region, dictionary_);
        return town_forms_->base_names(town);
    };
}

SourceRecord TableProfiles::apply(std::string_view profile, const SourceRecord& row,
                                  Diagnostics& diagnostics) {
    if (profile == "certificates") return certificate(row, diagnostics);
    return profile == "opp" ? public_benefit(row, diagnostics) : entity(row, diagnostics);
}

SourceRecord TableProfiles::entity(const SourceRecord& row, Diagnostics& diagnostics) {
    Rewriting record(row, diagnostics);
    const std::string name = record.text("name");
    const std::string form =
        legal_form_of(record, name, "entities", references_.legal_form, legal_forms_);
    const ResolvedPlace place = record.find_place(references_.region, base_names());
    record.set_id(record.text("id"), made_entity_id(record, form, name, references_.region, place));
    record.set("name", name);
    record.keep({"short_name", "aliases"});
    record.set("legal_form", form);
    record.keep({"krs", "nip", "regon", "street", "postal_code"});
    record.set_place(place, [](const std::string& town) { return town; });
    record.keep({"phone", "email", "website", "founded", "operator", "industries", "target_groups",
                 "offer", "description"});
    if (const std::string written = record.text("activity"); !written.empty()) {
        const Concept* known = references_.activity.find_by_word(written);
        if (known)
            record.set("activity", known->code);
        else
            record.keep({"activity"});  // the mapper names it
    }
    record.keep({"as_of", "evidence", "note", "sources"});
    return record.take();
}

SourceRecord TableProfiles::certificate(const SourceRecord& row, Diagnostics& diagnostics) {
    Rewriting record(row, diagnostics);
    const std::string holder = record.text("holder_name");
    const auto edition = edition_of(record, references_);
    constexpr std::size_t digits_of_year = 4;
    const std::string when =
        edition ? *edition : record.text("granted_on").substr(0, digits_of_year);
    const std::string written = record.text("holder_town");
    const ResolvedPlace place = resolve_place(references_.region, {"", "", written}, base_names());
    const bool is_put_right = place.is_inflected && written.find_first_of("(,") == written.npos;
    const std::string town = is_put_right ? *place.town : written;
    record.set_id(record.text("id"),
                  holder.empty() ? "" : certificate_id(when, holder, town, record.text("subject")));
    const std::string mark = record.text("mark");
    const std::vector<Concept>& marks = references_.mark.concepts();
    if (const Concept* known = references_.mark.find_by_word(mark))
        record.set("mark", known->code);
    else
        record.set("mark", mark.empty() && marks.size() == 1 ? marks.front().code : mark);
    if (place.is_elsewhere)
        record.say(Severity::warning, "holder_town", written,
                   "takiej miejscowości nie ma w regionie, zostaje jak na liście",
                   "sprawdź nazwę; jeśli to miejscowość spoza regionu, zostaw");
    if (is_put_right)
        record.say(Severity::warning, "holder_town", written,
                   fmt::format("nazwa jest odmieniona, przyjęto {}", town),
                   "zapisz miejscowość w mianowniku");
    if (!edition && record.text("granted_on").empty() && record.text("announced_on").empty())
        record.say(Severity::warning, "granted_on", "", "nie podano, kiedy certyfikat przyznano",
                   "wpisz dzień, miesiąc albo rok: bez tego nie wiadomo, kiedy był ważny");
    record.set("holder_name", holder);
    record.set("holder_town", town);
    record.keep({"holder_krs", "holder_nip", "subject", "industry", "granted_on", "valid_until",
                 "announced_on"});
    record.set("edition", edition.value_or(""));
    record.keep({"note", "sources"});
    return record.take();
}

SourceRecord TableProfiles::public_benefit(const SourceRecord& row, Diagnostics& diagnostics) {
    Rewriting record(row, diagnostics);
    const ReadableName name = name_writer().write(record.text("name"));
    if (!name.doubtful.empty())
        record.say(
            Severity::note, "name", name.text,
            fmt::format("wielkie litery w nazwie są domyślne: {}", fmt::join(name.doubtful, ", ")),
            "sprawdź pisownię; dopisz słowo w vocabulary/name_words.jsonl");
    const std::string form =
        legal_form_of(record, name.text, "opp", references_.legal_form, legal_forms_);
    const ResolvedPlace place = record.find_place(references_.region, base_names());
    record.set_id("", made_entity_id(record, form, name.text, references_.region, place));
    record.set("name", name.text);
    record.set("legal_form", form);
    record.keep({"krs", "nip"});
    record.set_place(place,
                     [&](const std::string& town) { return name_writer().write(town).text; });
    const SourceMembers status{
        {"status", {std::string("opp")}},
        {"basis", {std::string("Wpis w wykazie organizacji pożytku publicznego.")}}};
    record.set("statuses", SourceList{{status}});
    record.set("evidence", std::string("wykaz OPP"));
    return record.take();
}

}  // namespace wespol
