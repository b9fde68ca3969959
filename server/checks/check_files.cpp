// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/check_files.h"

#include "core/catalogue/certificate_doubt.h"
#include "server/checks/line_reading.h"
#include "server/files/cell.h"
#include "server/files/csv_writer.h"
#include "server/files/xlsx_writer.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

/// Files are kept and passed on: they hold words, not codes.
std::string word(Art94Category category) {
    switch (category) {
        case Art94Category::from_form:
            return "forma wymieniona w przepisie";
        case Art94Category::to_declare:
            return "z samej formy nie wynika";
        case Art94Category::unknown:
            return "nie wiadomo";
    }
    return "nie wiadomo";
}

std::string word(StatusState state) {
    switch (state) {
        case StatusState::held:
            return "obowiązuje";
        case StatusState::uncertain:
            return "niepewny na ten dzień";
        case StatusState::ended:
            return "już nie";
        case StatusState::not_yet:
            return "jeszcze nie";
        case StatusState::none_known:
            return "brak w naszych źródłach";
    }
    return "brak w naszych źródłach";
}

std::string word(LineOutcome outcome) {
    switch (outcome) {
        case LineOutcome::found:
            return "jest w katalogu";
        case LineOutcome::several:
            return "kilka podmiotów";
        case LineOutcome::not_in_directory:
            return "nie ma w tym katalogu";
        case LineOutcome::near_names:
            return "nie ma takiej nazwy, są podobne";
        case LineOutcome::wrong_number:
            return "błędny numer";
        case LineOutcome::unreadable:
            return "nie do odczytania";
        case LineOutcome::heading:
            return "nagłówek kolumn";
    }
    return "nie do odczytania";
}

FileCell text_cell(const std::optional<std::string>& text) {
    return text ? FileCell(*text) : FileCell();
}

/// Only where the sources settle it.
FileCell exact_day(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
    return earliest && earliest == latest ? FileCell(*earliest) : FileCell();
}

std::string looked_up(const CheckedLine& line) {
    return line.looked_up ? shown(*line.looked_up) : line.name;
}

std::string remarks_on(const CheckedLine& line, const EntityStanding* standing) {
    std::vector<std::string> remarks = in_language(line.problems, Language::pl);
    for (const NearEntity& near : line.near)
        remarks.push_back(fmt::format("Podobny: {} (/podmiot/{}).", near.name, near.id));
    if (standing)
        for (const Certificate& each : standing->certificates)
            if (each.id == standing->facts.mark.certificate)
                if (const auto doubt = doubt_on(validity(each), standing->facts.as_of))
                    remarks.push_back(in_polish(*doubt, each));
    return fmt::format("{}", fmt::join(remarks, " "));
}

/// What the columns of a row are made of; `standing` is null where nothing was found.
struct RowSource {
    const CheckReport& report;
    const CheckedLine& line;
    const EntityStanding* standing;
    const References& references;
};

struct FileColumn {
    const char* heading;
    const char* meaning;
    int width;
    FileCell (*value)(const RowSource&);
};

template <std::optional<std::string> Entity::*member>
FileCell of_entity(const RowSource& row) {
    return row.standing ? text_cell(row.standing->entity.*member) : FileCell();
}

const Validity* mark_days(const RowSource& row) {
    return row.standing && row.standing->facts.mark.validity ? &*row.standing->facts.mark.validity
                                                             : nullptr;
}

constexpr std::array kColumns{
    FileColumn{"Wiersz", "numer wiersza na liście", 8,
               [](const RowSource& row) { return FileCell(static_cast<double>(row.line.number)); }},
    FileColumn{"Wpisano", "wiersz, jak był na liście", 30,
               [](const RowSource& row) { return FileCell(row.line.written); }},
    FileColumn{"Sprawdzono", "numer albo nazwa, o które zapytano katalog", 22,
               [](const RowSource& row) { return FileCell(looked_up(row.line)); }},
    FileColumn{"Wynik", "„nie ma w tym katalogu” nie znaczy „bez certyfikatu”", 22,
               [](const RowSource& row) { return FileCell(word(row.line.outcome)); }},
    FileColumn{"Podmiot", "nazwa w katalogu", 40,
               [](const RowSource& row) {
                   return row.standing ? FileCell(row.standing->entity.name) : FileCell();
               }},
    FileColumn{"Miejscowość", "siedziba", 18, of_entity<&Entity::town>},
    FileColumn{"NIP", "z katalogu", 13, of_entity<&Entity::nip>},
    FileColumn{"KRS", "z katalogu", 13, of_entity<&Entity::krs>},
    FileColumn{"REGON", "z katalogu", 16, of_entity<&Entity::regon>},
    FileColumn{"Art. 94 Pzp", "fakt 1: czy przepis wymienia tę formę prawną", 26,
               [](const RowSource& row) {
                   return row.standing ? FileCell(word(row.standing->facts.art_94.category))
                                       : FileCell();
               }},
    FileColumn{
        "Przedsiębiorstwo społeczne", "fakt 2: status na ten dzień według źródeł katalogu", 26,
        [](const RowSource& row) {
            return row.standing ? FileCell(word(row.standing->facts.enterprise.state)) : FileCell();
        }},
    FileColumn{"Zakup Prospołeczny", "fakt 3: stan znaku na ten dzień", 22,
               [](const RowSource& row) {
                   if (!row.standing) return FileCell();
                   const std::string state(code(row.standing->facts.mark.state));
                   return FileCell(row.references.certificate_state.label(state, Language::pl));
               }},
    FileColumn{"Certyfikat od", "dzień nadania, jeśli źródło podaje go dokładnie", 13,
               [](const RowSource& row) {
                   const Validity* days = mark_days(row);
                   return days ? exact_day(days->earliest_start, days->latest_start) : FileCell();
               }},
    FileColumn{"Certyfikat do", "ostatni dzień ważności, jeśli da się go ustalić", 13,
               [](const RowSource& row) {
                   const Validity* days = mark_days(row);
                   return days ? exact_day(days->earliest_end, days->latest_end) : FileCell();
               }},
    FileColumn{"Koniec obliczony", "„tak”: 12 miesięcy od nadania, źródło końca nie podaje", 10,
               [](const RowSource& row) {
                   const Validity* days = mark_days(row);
                   if (!days || !days->latest_end) return FileCell();
                   return FileCell(std::string(days->end_is_computed ? "tak" : "nie"));
               }},
    FileColumn{"Stan na dzień", "dzień, na który sprawdzono", 13,
               [](const RowSource& row) { return FileCell(row.report.as_of); }},
    FileColumn{"Uwagi", "co było nie tak i czego nie wiadomo", 60,
               [](const RowSource& row) { return FileCell(remarks_on(row.line, row.standing)); }},
    FileColumn{"Adres w katalogu", "strona podmiotu ze źródłami", 30,
               [](const RowSource& row) {
                   return row.standing ? FileCell("/podmiot/" + row.standing->entity.id)
                                       : FileCell();
               }},
};

std::vector<TableColumn> headings() {
    std::vector<TableColumn> columns;
    columns.reserve(kColumns.size());
    for (const FileColumn& each : kColumns)
        columns.push_back({each.heading, each.width});
    return columns;
}

template <class Writer>
void write_rows(const CheckReport& report, const References& references, Writer& writer) {
    const auto add = [&](const CheckedLine& line, const EntityStanding* standing) {
        Row row;
        row.reserve(kColumns.size());
        for (const FileColumn& each : kColumns)
            row.push_back(each.value({report, line, standing, references}));
        writer.add_row(row);
    };
    for (const CheckedLine& line : report.lines) {
        if (line.entities.empty()) add(line, nullptr);
        for (const auto& standing : line.entities)
            add(line, standing.get());
    }
}

std::string csv_text(const CheckReport& report, const References& references) {
    CsvWriter writer;
    writer.add_headings(headings());
    write_rows(report, references, writer);
    return writer.take();
}

std::string xlsx_bytes(const CheckReport& report, const References& references) {
    XlsxWriter writer;
    writer.begin_sheet("Sprawdzenie", headings());
    write_rows(report, references, writer);
    writer.begin_sheet("O tym pliku", {{"Co", 26}, {"Znaczenie", 80}});
    const auto say = [&](std::string what, std::string meaning) {
        writer.add_row({FileCell(std::move(what)), FileCell(std::move(meaning))});
    };
    say("Stan na dzień", format_day(report.as_of));
    say("Generacja katalogu", report.generation);
    say("Trzy fakty", "Żaden nie dowodzi drugiego. Przed umową sprawdź w źródle.");
    say("Czego to nie dowodzi",
        "Wespół nie jest rejestrem ustawowym. Katalog nie jest pełny: kogo w nim nie ma, ten może "
        "mieć certyfikat albo status.");
    say("Prywatność", "Listy, którą sprawdzono, serwis nie zapisuje.");
    for (const std::string& remark : in_language(report.remarks, Language::pl))
        say("Uwaga", remark);
    for (const FileColumn& each : kColumns)
        say(fmt::format("Kolumna „{}”", each.heading), each.meaning);
    const auto file = writer.finish();
    return file->read(0, file->size());
}

}  // namespace

HttpResponse check_file(const CheckReport& report, const References& references,
                        CheckFormat format) {
    const bool is_csv = format == CheckFormat::csv;
    const std::string name =
        fmt::format("sprawdzenie-{}.{}", format_day(report.as_of), is_csv ? "csv" : "xlsx");
    return {200,
            is_csv ? "text/csv; charset=utf-8" : std::string(kXlsxContentType),
            is_csv ? csv_text(report, references) : xlsx_bytes(report, references),
            {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)}}};
}

}  // namespace wespol
