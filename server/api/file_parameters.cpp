// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/file_parameters.h"

#include "server/files/file_columns.h"
#include "server/http/error_answer.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace wespol {
namespace {

bool is_paging(std::string_view parameter) {
    return parameter == "strona" || parameter == "na-stronie";
}

}  // namespace

std::string_view extension_of(std::string_view path) {
    return path.substr(path.rfind('.') + 1);
}

Parameters file_parameters(const Exchange& exchange) {
    Parameters kept;
    std::ranges::copy_if(exchange.request.parameters, std::back_inserter(kept),
                         [](const auto& each) { return !is_paging(each.first); });
    return kept;
}

DecodedRequest decode_file_request(const Exchange& exchange, const Parameters& parameters) {
    DecodedRequest decoded = decode_request(parameters, exchange.snapshot->references());
    decoded.problems.insert(decoded.problems.end(), exchange.language_problems.begin(),
                            exchange.language_problems.end());
    return decoded;
}

CsvStyle requested_csv_style(const Parameters& parameters,
                             std::vector<ParameterProblem>& problems) {
    CsvStyle style;
    if (const auto mark = single_value(parameters, "bom", problems)) {
        if (*mark == "0")
            style.byte_order_mark = false;
        else if (*mark != "1")
            problems.push_back(parameter_problem("bom", *mark, "To nie jest 1 ani 0.", "1, 0"));
    }
    if (const auto separator = single_value(parameters, "rozdzielnik", problems)) {
        if (*separator == "przecinek") {
            style.separator = ',';
            style.decimal = '.';
        } else if (*separator != "srednik") {
            problems.push_back(parameter_problem("rozdzielnik", *separator,
                                                 "Nie znamy takiego rozdzielnika.",
                                                 "srednik, przecinek"));
        }
    }
    return style;
}

std::string canonical_file_parameters(const Parameters& parameters) {
    std::string text;
    for (const std::string& column : requested_columns(parameters))
        text += "&kolumny=" + column;
    std::vector<ParameterProblem> told_before;
    const CsvStyle style = requested_csv_style(parameters, told_before);
    text += style.byte_order_mark ? "&bom=1" : "&bom=0";
    text += std::string("&rozdzielnik=") + style.separator;
    return text;
}

SearchedFile searched_file(const Exchange& exchange, SearchRequest request) {
    std::string address = exchange.request.path;
    if (!exchange.request.parameters.empty())
        address += '?' + query_string(exchange.request.parameters);
    return {exchange.snapshot,   exchange.today, exchange.language,  exchange.pages,
            exchange.public_url, exchange.now,   std::move(address), std::move(request)};
}

HttpResponse file_answer(std::string content_type, const std::string& name) {
    HttpResponse answer;
    answer.content_type = std::move(content_type);
    // Public data, no cookies: other people's pages may read it.
    answer.headers = {{"Access-Control-Allow-Origin", "*"},
                      {"Content-Disposition", "attachment; filename=\"" + name + "\""}};
    return answer;
}

HttpResponse in_a_place(const Exchange& exchange, const std::function<HttpResponse()>& make) {
    const std::shared_ptr<const void> place = exchange.file_places.take();
    if (!place)
        return come_again_answer(exchange.request.path, 5,
                                 "Za dużo osób pobiera teraz pliki. Spróbuj za kilka sekund.");
    HttpResponse answer = make();
    if (answer.write_body)
        answer.write_body = [place, write = std::move(answer.write_body)](const BodySink& sink) {
            write(sink);
        };
    return answer;
}

}  // namespace wespol
