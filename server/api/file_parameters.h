// SPDX-License-Identifier: GPL-3.0-or-later
// What a request for a file holds beside the search: the format by the end of its path, and how
// the format is to be written. Thread-safe: no state.
#pragma once

#include "server/exchange.h"
#include "server/files/csv_writer.h"
#include "server/files/searched_rows.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// "csv" of "/api/v1/entities.csv".
std::string_view extension_of(std::string_view path);

/// The search of a file: all pages, so that page and page size are not looked at.
DecodedRequest decode_unpaged(const Exchange& exchange);

/// `bom` (1, 0) and `rozdzielnik` (srednik, przecinek); wrong values join `problems`.
CsvStyle requested_csv_style(const Parameters& parameters, std::vector<ParameterProblem>& problems);

/// The parameters of the request that stand beside its search, in one order: for its ETag.
std::string canonical_file_parameters(const Parameters& parameters);

/// What the file of that search is made of.
SearchedFile searched_file(const Exchange& exchange, SearchRequest request);

/// 200 of a file to be saved; `name`: "wespol-podmioty-2026-11-21.csv".
HttpResponse file_answer(std::string content_type, const std::string& name);

/// What `make` gives, while one of the places for files is taken; 503 when none gets free. The
/// place is kept until the body was sent.
HttpResponse in_a_place(const Exchange& exchange, const std::function<HttpResponse()>& make);

}  // namespace wespol
