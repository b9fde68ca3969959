// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/check_files.h"

#include "core/support/joined.h"
#include "server/checks/line_reading.h"
#include "server/files/about_file.h"
#include "server/files/csv_writer.h"
#include "server/files/file_columns.h"
#include "server/files/xlsx_writer.h"
#include "server/pages/certificate_view.h"
#include "server/pages/fact_rows.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wespol {
namespace {

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

std::string looked_up(const CheckedLine& line) {
    return line.looked_up ? shown(*line.looked_up) : line.name;
}

/// What all rows of a file have in common.
struct Common {
    const CheckReport& report;
    const References& references;
    FactWords words;
    std::string site;
    std::function<std::string(const CertificateHit&)> unlisted;  ///< in words

    std::string page_of(const std::string& id) const {
        return site + "/podmiot/" + percent_encoded(id);
    }
};

/// What the columns of a row are made of; `standing` is null where nothing was found.
struct RowOf {
    const Common& common;
    const CheckedLine& line;
    const EntityStanding* standing;
};

std::string remarks_on(const RowOf& row) {
    std::vector<std::string> remarks = in_language(row.line.problems, Language::pl);
    for (const NearEntity& near : row.line.near)
        remarks.push_back(fmt::format("Podobny: {} ({}).", near.name, row.common.page_of(near.id)));
    for (const CertificateHit& hit : row.line.unlisted)
        remarks.push_back(row.common.unlisted(hit));
    if (row.standing)
        for (std::string& remark : fact_remarks(*row.standing, Language::pl))
            remarks.push_back(std::move(remark));
    return joined(remarks, " ");
}

struct CheckColumn {
    const char* heading;
    const char* meaning;
    int width;
    FileCell (*value)(const RowOf&);
};

template <std::optional<std::string> Entity::*member>
FileCell of_entity(const RowOf& row) {
    return row.standing ? text_cell(row.standing->entity.*member) : FileCell();
}

const EntityStatus* status_of(const RowOf& row) {
    return row.standing && row.standing->facts.enterprise.status
               ? &*row.standing->facts.enterprise.status
               : nullptr;
}

const Validity* mark_days(const RowOf& row) {
    return row.standing && row.standing->facts.mark.validity ? &*row.standing->facts.mark.validity
                                                             : nullptr;
}

constexpr std::array kColumns{
    CheckColumn{"Wiersz", "numer wiersza na liście", 8,
                [](const RowOf& row) { return FileCell(static_cast<double>(row.line.number)); }},
    CheckColumn{"Wpisano", "wiersz, jak był na liście", 30,
                [](const RowOf& row) { return FileCell(row.line.written); }},
    CheckColumn{"Sprawdzono", "numer albo nazwa, o które zapytano katalog", 22,
                [](const RowOf& row) { return FileCell(looked_up(row.line)); }},
    CheckColumn{"Wynik", "„nie ma w tym katalogu” nie znaczy „bez certyfikatu”", 22,
                [](const RowOf& row) { return FileCell(word(row.line.outcome)); }},
    CheckColumn{"Podmiot", "nazwa w katalogu", 40,
                [](const RowOf& row) {
                    return row.standing ? FileCell(row.standing->entity.name) : FileCell();
                }},
    CheckColumn{"Miejscowość", "siedziba", 18, of_entity<&Entity::town>},
    CheckColumn{"NIP", "z katalogu", 13, of_entity<&Entity::nip>},
    CheckColumn{"KRS", "z katalogu", 13, of_entity<&Entity::krs>},
    CheckColumn{"REGON", "z katalogu", 16, of_entity<&Entity::regon>},
    CheckColumn{"Art. 94 Pzp", "fakt 1: czy przepis wymienia tę formę prawną", 26,
                [](const RowOf& row) {
                    return row.standing ? FileCell(row.common.words.of(row.standing->facts.art_94))
                                        : FileCell();
                }},
    CheckColumn{
        "Przedsiębiorstwo społeczne", "fakt 2: status na ten dzień według źródeł katalogu", 26,
        [](const RowOf& row) {
            return row.standing ? FileCell(row.common.words.of(row.standing->facts.enterprise))
                                : FileCell();
        }},
    CheckColumn{"Który status", "z decyzji wojewody albo dawny, nadawany przez OWES", 30,
                [](const RowOf& row) {
                    const EntityStatus* status = status_of(row);
                    return status ? FileCell(row.common.references.status.label(status->status,
                                                                                Language::pl))
                                  : FileCell();
                }},
    CheckColumn{"Status od", "początek statusu, tak dokładnie, jak go znamy", 13,
                [](const RowOf& row) {
                    const EntityStatus* status = status_of(row);
                    return status ? date_cell(status->from) : FileCell();
                }},
    CheckColumn{"Status do", "koniec statusu, tak dokładnie, jak go znamy", 13,
                [](const RowOf& row) {
                    const EntityStatus* status = status_of(row);
                    return status ? date_cell(status->until) : FileCell();
                }},
    CheckColumn{"Zakup Prospołeczny", "fakt 3: stan znaku na ten dzień", 22,
                [](const RowOf& row) {
                    return row.standing ? FileCell(row.common.words.of(row.standing->facts.mark))
                                        : FileCell();
                }},
    CheckColumn{"Certyfikat od", "dzień nadania; „a/b” to najwcześniejszy i najpóźniejszy możliwy",
                13,
                [](const RowOf& row) {
                    const Validity* days = mark_days(row);
                    return days ? span_cell(days->earliest_start, days->latest_start) : FileCell();
                }},
    CheckColumn{"Certyfikat do", "ostatni dzień ważności; „a/b” jak wyżej", 13,
                [](const RowOf& row) {
                    const Validity* days = mark_days(row);
                    return days ? span_cell(days->earliest_end, days->latest_end) : FileCell();
                }},
    CheckColumn{"Koniec obliczony", "„tak”: 12 miesięcy od nadania, źródło końca nie podaje", 10,
                [](const RowOf& row) {
                    const Validity* days = mark_days(row);
                    if (!days || !(days->earliest_end || days->latest_end)) return FileCell();
                    return FileCell(std::string(days->end_is_computed ? "tak" : "nie"));
                }},
    CheckColumn{"Stan na dzień", "dzień, na który sprawdzono", 13,
                [](const RowOf& row) { return FileCell(row.common.report.as_of); }},
    CheckColumn{"Uwagi", "co było nie tak i czego nie wiadomo", 60,
                [](const RowOf& row) { return FileCell(remarks_on(row)); }},
    CheckColumn{"Adres w katalogu", "strona podmiotu ze źródłami", 30,
                [](const RowOf& row) {
                    return row.standing ? FileCell(row.common.page_of(row.standing->entity.id))
                                        : FileCell();
                }},
};

std::vector<TableColumn> headings() {
    std::vector<TableColumn> columns;
    columns.reserve(kColumns.size());
    for (const CheckColumn& each : kColumns)
        columns.push_back({each.heading, each.width});
    return columns;
}

template <class Writer>
void write_rows(const Common& common, Writer& writer) {
    const auto add = [&](const CheckedLine& line, const EntityStanding* standing) {
        Row row;
        row.reserve(kColumns.size());
        for (const CheckColumn& each : kColumns)
            row.push_back(each.value({common, line, standing}));
        writer.add_row(row);
    };
    for (const CheckedLine& line : common.report.lines) {
        if (line.entities.empty()) add(line, nullptr);
        for (const auto& standing : line.entities)
            add(line, standing.get());
    }
}

std::string csv_text(const Common& common) {
    CsvWriter writer;
    writer.add_headings(headings());
    write_rows(common, writer);
    return writer.take();
}

MadeFile made_file(const Common& common, const Messages& messages, const Exchange& exchange) {
    const CheckReport& report = common.report;
    MadeFile made;
    made.what = messages("file.about.checked");
    made.question = {{messages("file.about.list"),
                      messages("file.about.list_text", {{"count", report.lines.size()}})}};
    for (const std::string& remark : in_language(report.remarks, Language::pl))
        made.question.emplace_back(messages("file.about.list"), remark);
    made.page = exchange.public_url + "/certyfikaty";
    made.generation = report.generation;
    made.as_of = report.as_of;
    made.moment = exchange.now;
    made.caveats = day_caveats(messages, report.as_of, exchange.today);
    made.total = report.lines.size();
    return made;
}

std::string xlsx_bytes(const Common& common, const MadeFile& made, const Messages& messages) {
    XlsxWriter writer;
    writer.begin_sheet("Sprawdzenie", headings());
    write_rows(common, writer);
    writer.begin_sheet("O tym pliku", {{"Co", 34}, {"Treść", 110}});
    for (const auto& [what, text] : about_file(messages, made))
        writer.add_row({FileCell(what), FileCell(text)});
    for (const CheckColumn& each : kColumns)
        writer.add_row({FileCell(fmt::format("Kolumna „{}”", each.heading)),
                        FileCell(std::string(each.meaning))});
    const auto file = writer.finish();
    return file->read(0, file->size());
}

}  // namespace

HttpResponse check_file(const Exchange& exchange, const CheckReport& report, CheckFormat format) {
    const bool is_csv = format == CheckFormat::csv;
    const std::string name =
        fmt::format("sprawdzenie-{}.{}", format_day(report.as_of), is_csv ? "csv" : "xlsx");
    const References& references = exchange.snapshot->references();
    HttpResponse answer;
    answer.content_type = is_csv ? "text/csv; charset=utf-8" : std::string(kXlsxContentType);
    answer.headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)}};
    exchange.pages.with_messages([&](const Messages& messages) {
        const PageContext context = page_context(exchange, report.as_of);
        const Common common{
            report, references, fact_words(messages, references, Language::pl), exchange.public_url,
            [&](const CertificateHit& hit) { return unlisted_in_words(context, messages, hit); }};
        answer.body = is_csv ? csv_text(common)
                             : xlsx_bytes(common, made_file(common, messages, exchange), messages);
    });
    return answer;
}

}  // namespace wespol
