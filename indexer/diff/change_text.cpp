// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/change_text.h"

#include "core/support/joined.h"
#include "indexer/diff/field_names.h"
#include "indexer/diff/value_text.h"
#include "indexer/linking/decisions.h"
#include "indexer/report/polish_count.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

constexpr std::size_t kMostFields = 8;
constexpr std::size_t kMostCandidates = 3;

constexpr Noun kRows{"wiersz", "wiersze", "wierszy"};
constexpr Noun kMore{"dalszy", "dalsze", "dalszych"};
constexpr Noun kFields{"pole", "pola", "pól"};

using Lines = std::vector<std::string>;

/// The words of one type of record: "podmioty", "Nowe podmioty", …
struct TypeWords {
    std::string_view many, added, changed, gone;
};

constexpr TypeWords kEntities{"podmioty", "Nowe podmioty", "Zmienione podmioty",
                              "Znikają podmioty"};
constexpr TypeWords kCertificates{"certyfikaty", "Nowe certyfikaty", "Zmienione certyfikaty",
                                  "Znikają certyfikaty"};
constexpr TypeWords kProducts{"produkty", "Nowe produkty", "Zmienione produkty",
                              "Znikają produkty"};

std::string written(const RecordPlace& place) {
    return place_text(place.file, place.row, place.sheet);
}

std::string named(const RecordChange& change) {
    return fmt::format("„{}” [{}]", change.name, change.id);
}

std::string counts(const TypeWords& words, const RecordChanges& changes) {
    std::vector<std::string> parts;
    const auto add = [&](const char* what, std::size_t number) {
        if (number > 0) parts.push_back(fmt::format("{} {}", what, number));
    };
    add("nowe", changes.added.size());
    add("zmienione", changes.changed.size() - changes.of_sources_only());
    add("tylko inne źródła", changes.of_sources_only());
    add("znikają", changes.gone.size());
    add("nie wiadomo, plik nieczytelny:", changes.unknown.size());
    return fmt::format("  {}: {} → {} ({})", words.many, changes.before, changes.after,
                       parts.empty() ? "bez zmian" : joined(parts, ", "));
}

void add_counts_of_events(Lines& lines, const CertificateChanges& events) {
    std::vector<std::string> parts;
    const auto add = [&](const char* what, const std::vector<CertificateChange>& list) {
        if (!list.empty()) parts.push_back(fmt::format("{} {}", what, list.size()));
    };
    add("odnowione", events.renewed);
    add("wygasły od publikacji", events.expired);
    add("powiązane z podmiotem", events.linked);
    add("inny posiadacz", events.relinked);
    add("bez posiadacza, którego miały", events.unlinked);
    if (!parts.empty()) lines.push_back(fmt::format("    {}", fmt::join(parts, ", ")));
}

class Telling {
  public:
    Telling(const ChangeSet& changes, const References& references, std::string_view rest)
        : entities_(&changes.entities), references_(references), rest_(rest) {}

    void add_undecided(const ChangeSet& changes) {
        add_group("Wymagają decyzji", changes.undecided, [&](const LinkOutcome& each) {
            std::vector<std::string> candidates;
            for (std::size_t i = 0; i < std::min(kMostCandidates, each.candidates.size()); ++i)
                candidates.push_back(
                    fmt::format("„{}” [{}]", each.candidates[i].name, each.candidates[i].id));
            lines_.push_back(fmt::format(
                "  – {}: „{}”{}: może to {}", written({each.file, each.row, each.sheet}), each.name,
                each.town.empty() ? "" : " (" + each.town + ")", fmt::join(candidates, " albo ")));
            if (!each.reason.empty()) lines_.push_back(fmt::format("    {}", each.reason));
            for (std::size_t i = 0; i < candidates.size(); ++i)
                lines_.push_back(fmt::format("    {} w {}: {}", i == 0 ? "dopisz" : "albo",
                                             kDecisionsFile,
                                             decision_line(each.record, each.candidates[i].id)));
        });
    }

    void add_rejected(const ChangeSet& changes) {
        add_group("Odrzucone", changes.rejected,
                  [&](const Diagnostic& each) { lines_.push_back("  – " + format(each)); });
    }

    void add_gone(const TypeWords& words, const RecordChanges& changes) {
        add_group(words.gone, changes.gone, [&](const RecordChange& each) {
            std::string line = fmt::format("  – {}, dotąd {}", named(each), written(each.place));
            if (!each.moved_to.empty()) line += fmt::format("; prowadzi do [{}]", each.moved_to);
            if (!each.why.empty()) line += "; " + each.why;
            if (&changes == entities_ && each.moved_to.empty() && each.why.empty())
                line +=
                    "; dopisz w retired_ids.jsonl, dokąd prowadzi jego adres albo dlaczego go "
                    "nie ma";
            lines_.push_back(std::move(line));
        });
    }

    void add_added(const TypeWords& words, const RecordChanges& changes) {
        add_group(words.added, changes.added, [&](const RecordChange& each) {
            lines_.push_back(fmt::format("  – {}, {}", named(each), written(each.place)));
        });
    }

    void add_changed(const TypeWords& words, const RecordChanges& changes) {
        std::vector<const RecordChange*> told;
        for (const RecordChange& each : changes.changed)
            if (!each.is_of_sources_only()) told.push_back(&each);
        add_group(words.changed, told, [&](const RecordChange* each) {
            lines_.push_back(fmt::format("  – {}, {}", named(*each), written(each->place)));
            add_fields(each->fields);
        });
        if (const std::size_t others = changes.of_sources_only(); others > 0)
            lines_.push_back(
                fmt::format("{}: u {} zmieniły się tylko źródła (plik, adresy, data potwierdzenia)",
                            words.changed, others));
    }

    void add_events(const CertificateChanges& events) {
        const auto add = [&](std::string_view title, const std::vector<CertificateChange>& list,
                             auto ending) {
            add_group(title, list, [&](const CertificateChange& each) {
                lines_.push_back(fmt::format("  – „{}”{} [{}], {}: {}", each.holder_name,
                                             each.subject.empty() ? "" : ", " + each.subject,
                                             each.id, written(each.place), ending(each)));
            });
        };
        using Change = CertificateChange;
        add("Certyfikaty, które straciły posiadacza", events.unlinked,
            [](const Change& each) { return fmt::format("był [{}]", each.before); });
        add("Certyfikaty z innym posiadaczem", events.relinked, [](const Change& each) {
            return fmt::format("był [{}], będzie [{}]{}", each.before, each.after, way(each));
        });
        add("Certyfikaty powiązane z podmiotem", events.linked,
            [](const Change& each) { return fmt::format("[{}]{}", each.after, way(each)); });
        add("Odnowione certyfikaty", events.renewed, [](const Change& each) {
            return fmt::format("przyznany {}, poprzedni [{}]{}", in_polish(each.after), each.before,
                               each.gap_since.empty() ? ""
                                                      : fmt::format(", ten był ważny do {}",
                                                                    in_polish(each.gap_since)));
        });
        add("Certyfikaty, które wygasły od publikacji", events.expired, [](const Change& each) {
            return fmt::format("ważny był do {}", in_polish(each.before));
        });
    }

    void add_lists(const std::vector<ListChange>& lists) {
        if (lists.empty()) return;
        lines_.emplace_back("Słowniki i listy:");
        for (const ListChange& each : lists)
            lines_.push_back(fmt::format("  – {}: nowe {}, zmienione {}, usunięte {}",
                                         polish_list(each.list), each.added, each.changed,
                                         each.gone));
    }

    Lines lines() && { return std::move(lines_); }

  private:
    /// "Tytuł (2):" and a line or several for each, up to kMostToldOfAGroup; nothing of an empty
    /// list.
    template <class Each, class Tell>
    void add_group(std::string_view title, const std::vector<Each>& list, Tell tell) {
        if (list.empty()) return;
        lines_.push_back(fmt::format("{} ({}):", title, list.size()));
        const std::size_t told = std::min(list.size(), kMostToldOfAGroup);
        for (std::size_t i = 0; i < told; ++i)
            tell(list[i]);
        if (list.size() > told)
            lines_.push_back(
                fmt::format("  … i {}; {}", counted(list.size() - told, kMore), rest_));
    }

    void add_fields(const std::vector<FieldChange>& fields) {
        std::size_t told = 0;
        std::size_t left = 0;
        for (const FieldChange& each : fields) {
            if (tells_of_sources(each.field) || ++told > kMostFields) {
                left += tells_of_sources(each.field) ? 0 : 1;
                continue;
            }
            lines_.push_back(fmt::format("      {}: {}", polish_field(each.field),
                                         change_of_value(each, references_)));
        }
        if (left > 0) lines_.push_back(fmt::format("      … i jeszcze {}", counted(left, kFields)));
    }

    /// How the holder is known.
    static std::string way(const CertificateChange& change) {
        if (!change.decision.empty()) return ", " + change.decision;
        return change.by_program ? ", znaleziony przez program" : "";
    }

    static std::string in_polish(const std::string& day) {
        const auto parsed = parse_day(day);
        return parsed ? format_day_polish(*parsed) : day;
    }

    const RecordChanges* entities_;  ///< only their addresses are kept when they go
    const References& references_;
    std::string_view rest_;
    Lines lines_;
};

}  // namespace

Lines changes_in_short(const ChangeSet& changes) {
    Lines lines;
    for (const UnreadableFile& each : changes.unreadable)
        lines.push_back(
            fmt::format("Pliku {} nie da się wczytać w całości, więc nie wiadomo, co stanie się z "
                        "opublikowanymi rekordami, które z niego są ({}). {}",
                        each.file, each.published, each.why));
    if (changes.is_served_damaged) {
        lines.emplace_back(
            "Opublikowanej generacji nie da się odczytać: nie wiadomo, co się zmieni ani co "
            "zniknie.");
    } else if (changes.against.empty()) {
        lines.emplace_back("Nic nie jest jeszcze opublikowane: wszystko będzie nowe.");
    } else {
        lines.push_back(fmt::format("Wobec opublikowanej generacji {} (z {}):", changes.against,
                                    format_day_polish(changes.published_on)));
        lines.push_back(counts(kEntities, changes.entities));
        lines.push_back(counts(kCertificates, changes.certificates));
        add_counts_of_events(lines, changes.certificate_events);
        lines.push_back(counts(kProducts, changes.products));
    }
    if (!changes.lists.empty())
        lines.push_back(
            fmt::format("  słowniki i listy, które się zmieniły: {}", changes.lists.size()));
    const std::size_t moved =
        changes.entities.moved + changes.certificates.moved + changes.products.moved;
    if (moved > 0) lines.push_back(fmt::format("  te same rekordy w innych wierszach: {}", moved));
    if (changes.is_new_program)
        lines.emplace_back("  opublikowaną generację zbudowała inna wersja programu");
    if (!changes.undecided.empty())
        lines.push_back(fmt::format("  wymagają decyzji: {}", changes.undecided.size()));
    if (changes.rejected_rows > 0)
        lines.push_back(fmt::format("  odrzucono: {}", counted(changes.rejected_rows, kRows)));
    return lines;
}

Lines changes_in_full(const ChangeSet& changes, const References& references,
                      std::string_view rest) {
    Lines lines = changes_in_short(changes);
    Telling telling(changes, references, rest);
    telling.add_undecided(changes);
    telling.add_rejected(changes);
    telling.add_gone(kEntities, changes.entities);
    telling.add_gone(kCertificates, changes.certificates);
    telling.add_gone(kProducts, changes.products);
    telling.add_events(changes.certificate_events);
    telling.add_added(kEntities, changes.entities);
    telling.add_added(kCertificates, changes.certificates);
    telling.add_added(kProducts, changes.products);
    telling.add_changed(kEntities, changes.entities);
    telling.add_changed(kCertificates, changes.certificates);
    telling.add_changed(kProducts, changes.products);
    telling.add_lists(changes.lists);
    for (std::string& each : std::move(telling).lines())
        lines.push_back(std::move(each));
    return lines;
}

}  // namespace wespol
