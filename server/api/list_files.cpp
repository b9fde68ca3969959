// SPDX-License-Identifier: GPL-3.0-or-later
// GET /api/v1/entities.csv, .xlsx, .jsonl, .geojson and /api/v1/certificates.csv, .xlsx, .jsonl:
// all that a search finds as a file.
#include "server/api/applied_parameters.h"
#include "server/api/file_parameters.h"
#include "server/api/json_renderer.h"
#include "server/entity_tag.h"
#include "server/files/file_formats.h"
#include "server/files/searched_rows.h"
#include "server/files/xlsx_writer.h"
#include "server/handlers.h"
#include "server/http/error_answer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

struct FileFormat {
    std::string_view extension;
    const char* content_type;
    Endpoint entities, certificates;
};

constexpr std::array kFormats{
    FileFormat{"csv", "text/csv; charset=utf-8; header=present", Endpoint::entity_csv,
               Endpoint::certificate_csv},
    FileFormat{"xlsx", kXlsxContentType.data(), Endpoint::entity_file, Endpoint::certificate_file},
    FileFormat{"jsonl", "application/x-ndjson", Endpoint::entity_lines, Endpoint::certificate_file},
    FileFormat{"geojson", "application/geo+json", Endpoint::entity_file,
               Endpoint::certificate_file},
};

const FileFormat& format_of(std::string_view path) {
    return *std::ranges::find(kFormats, extension_of(path), &FileFormat::extension);
}

/// With the day it is made on, not the day it is about: that may stand in the words.
std::string file_name(const Exchange& exchange, std::string_view of, const FileFormat& format) {
    std::string name = "wespol-";
    name += of;
    name += '-' + format_day(exchange.today) + '.';
    return name += format.extension;
}

bool is_read(const Exchange& exchange) {
    return exchange.request.method != "HEAD";
}

constexpr std::size_t kPieceBytes = 64U << 10;

void send(const UnlinkedFile& file, const BodySink& sink) {
    for (std::size_t at = 0; at < file.size();) {
        const std::string piece = file.read(at, kPieceBytes);
        if (piece.empty() || !sink(piece)) return;
        at += piece.size();
    }
}

/// A workbook is a file before it is sent, so a failure can still be told.
void put_workbook(HttpResponse& answer, const RowSource& rows, bool is_read) {
    answer.write_body = [](const BodySink&) {};
    if (!is_read) return;
    const std::shared_ptr<const UnlinkedFile> file = write_workbook(rows);
    answer.write_body = [file](const BodySink& sink) { send(*file, sink); };
}

/// What all formats but that of the API's own hits have in common.
void put_rows(HttpResponse& answer, const FileFormat& format, const CsvStyle& csv, RowSource rows,
              bool is_read) {
    if (format.extension == "xlsx") return put_workbook(answer, rows, is_read);
    answer.write_body = [rows = std::move(rows), csv,
                         extension = format.extension](const BodySink& sink) {
        if (extension == "csv") write_csv(rows, csv, sink);
        if (extension == "jsonl") write_json_lines(rows, sink);
        if (extension == "geojson") write_geojson(rows, sink);
    };
}

/// The hits as /api/v1/entities has them, one a line.
void put_hits(HttpResponse& answer, SearchedFile file) {
    answer.write_body = [file = std::move(file)](const BodySink& sink) {
        const JsonRenderer json(file.snapshot->references(), file.language);
        PieceBuffer pieces(sink);
        file.searcher().visit(file.request,
                              {.needs_highlights = true, .begin = {}, .visit = [&](const Hit& hit) {
                                   return pieces.add(json.hit(hit, file.request.explain));
                               }});
        pieces.flush();
    };
}

void put_certificate_hits(HttpResponse& answer, SearchedFile file) {
    answer.write_body = [file = std::move(file)](const BodySink& sink) {
        const JsonRenderer json(file.snapshot->references(), file.language);
        PieceBuffer pieces(sink);
        Day day{};
        file.searcher().visit_certificates(
            file.request,
            {.needs_highlights = true,
             .begin = [&](const CertificateResponse& response) { day = response.as_of; },
             .visit =
                 [&](const CertificateHit& hit) {
                     return pieces.add(json.certificate_hit(hit, day));
                 }});
        pieces.flush();
    };
}

/// A workbook made again tells another moment: the same to the reader, not to the byte.
HttpResponse tagged(HttpResponse answer, const FileFormat& format) {
    for (auto& [name, value] : answer.headers)
        if (name == "ETag" && format.extension == "xlsx") value.insert(0, "W/");
    return answer;
}

}  // namespace

HttpResponse entity_file(const Exchange& exchange) {
    const FileFormat& format = format_of(exchange.request.path);
    const Parameters parameters = file_parameters(exchange);
    DecodedRequest decoded = decode_file_request(exchange, parameters);
    auto columns = chosen_columns(entity_columns(), parameters, decoded.problems);
    const CsvStyle csv = requested_csv_style(parameters, decoded.problems);
    refuse_unapplied(format.entities, parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);

    const std::string canonical =
        canonical_query(decoded.request) + canonical_file_parameters(parameters);
    const auto make = [&] {
        HttpResponse answer =
            file_answer(format.content_type, file_name(exchange, "podmioty", format));
        SearchedFile file = searched_file(exchange, decoded.request);
        if (format.extension == "jsonl" && !columns)
            put_hits(answer, std::move(file));
        else
            put_rows(
                answer, format, csv,
                entity_rows(std::move(file), std::move(columns), format.extension == "geojson"),
                is_read(exchange));
        return answer;
    };
    return tagged(
        answer_unless_known(exchange, canonical, [&] { return in_a_place(exchange, make); }),
        format);
}

HttpResponse certificate_file(const Exchange& exchange) {
    const FileFormat& format = format_of(exchange.request.path);
    const Parameters parameters = file_parameters(exchange);
    DecodedRequest decoded = decode_file_request(exchange, parameters);
    auto columns = chosen_columns(certificate_columns(), parameters, decoded.problems);
    const CsvStyle csv = requested_csv_style(parameters, decoded.problems);
    refuse_unapplied(format.certificates, parameters, decoded);
    if (!decoded.problems.empty())
        return wrong_parameters_answer(decoded.problems, exchange.language);

    const std::string canonical =
        canonical_query(decoded.request) + canonical_file_parameters(parameters);
    const auto make = [&] {
        HttpResponse answer =
            file_answer(format.content_type, file_name(exchange, "certyfikaty", format));
        SearchedFile file = searched_file(exchange, decoded.request);
        if (format.extension == "jsonl" && !columns)
            put_certificate_hits(answer, std::move(file));
        else
            put_rows(answer, format, csv, certificate_rows(std::move(file), std::move(columns)),
                     is_read(exchange));
        return answer;
    };
    return tagged(
        answer_unless_known(exchange, canonical, [&] { return in_a_place(exchange, make); }),
        format);
}

}  // namespace wespol
