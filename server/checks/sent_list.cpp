// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/sent_list.h"

#include "core/support/ascii.h"

#include <algorithm>
#include <array>

namespace wespol {
namespace {

constexpr std::string_view kListField = "lista";
constexpr std::string_view kFileField = "plik";

WrittenListResult read_json_body(const HttpRequest& request) {
    return read_json_list(request.body);
}
WrittenListResult read_text_body(const HttpRequest& request) {
    return read_pasted(request.body);
}
WrittenListResult read_file_body(const HttpRequest& request) {
    return read_sent_file(request.body);
}

WrittenListResult read_form(const HttpRequest& request) {
    const FormPart* text = nullptr;
    const FormPart* file = nullptr;
    for (const FormPart& part : request.form) {
        const bool has_text = !is_blank(part.content);
        if (part.name == kListField && has_text) text = &part;
        // A file that was not chosen has no name; an empty one that was is told so.
        if (part.name == kFileField && (!part.filename.empty() || has_text)) file = &part;
    }
    if (text && file)
        return tl::unexpected(ListProblem{400,
                                          {"Wklej listę albo wybierz plik: nie jedno i drugie "
                                           "naraz.",
                                           "Paste a list or choose a file, not both at once.",
                                           "Вставте список або виберіть файл, не одне й друге "
                                           "разом."}});
    if (!text && !file && !request.body.empty()) return read_json_list(request.body);
    return file ? read_sent_file(file->content) : read_pasted(text ? text->content : "");
}

struct BodyReader {
    std::string_view content_type;
    WrittenListResult (*read)(const HttpRequest&);
};

constexpr std::array kBodyReaders{
    BodyReader{"multipart/form-data", read_form},
    BodyReader{"application/x-www-form-urlencoded", read_form},
    BodyReader{"application/json", read_json_body},
    BodyReader{"text/plain", read_text_body},
    BodyReader{"text/csv", read_file_body},
    BodyReader{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", read_file_body},
};

struct FormatCode {
    std::string_view code;
    CheckFormat format;
};

constexpr std::array kFormats{
    FormatCode{"html", CheckFormat::page},
    FormatCode{"json", CheckFormat::json},
    FormatCode{"csv", CheckFormat::csv},
    FormatCode{"xlsx", CheckFormat::xlsx},
};

}  // namespace

WrittenListResult sent_list(const HttpRequest& request) {
    const auto reader =
        std::ranges::find(kBodyReaders, request.content_type, &BodyReader::content_type);
    if (reader == kBodyReaders.end())
        return tl::unexpected(ListProblem{
            415,
            "Wyślij listę jako text/plain, application/json, text/csv, skoroszyt .xlsx albo "
            "formularz multipart/form-data z polem „lista” lub plikiem „plik”."});
    return reader->read(request);
}

Parameters parameters_with_form(const HttpRequest& request) {
    Parameters parameters = request.parameters;
    for (const FormPart& part : request.form)
        if (part.name != kListField && part.name != kFileField)
            parameters.emplace_back(part.name, part.content);
    return parameters;
}

CheckFormat check_format(const Parameters& parameters, CheckFormat usual,
                         std::vector<ParameterProblem>& problems) {
    const auto value = single_value(parameters, "format", problems);
    if (!value) return usual;
    const auto known = std::ranges::find(kFormats, *value, &FormatCode::code);
    if (known != kFormats.end()) return known->format;
    problems.push_back(parameter_problem(
        "format", *value,
        {"Takiego pliku nie robimy.", "We make no such file.", "Такого файла ми не робимо."},
        "html, json, csv, xlsx"));
    return usual;
}

}  // namespace wespol
