// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/searched_rows.h"

#include "server/files/about_file.h"
#include "server/pages/fact_rows.h"
#include "server/protocol/question_terms.h"

#include <utility>

namespace wespol {
namespace {

template <class Record>
std::vector<HeadColumn> described(const ChosenColumns<Record>& columns) {
    std::vector<HeadColumn> head;
    for (const FileColumn<Record>* column : columns)
        head.push_back({column->code, column->heading, column->meaning, column->width});
    return head;
}

std::string page_address(const SearchedFile& file) {
    const std::string query = canonical_query(file.request);
    return file.site + "/szukaj" + (query.empty() ? "" : "?" + query);
}

/// `response`: without hits. `page`: address of the same search for people, "" when there is none.
TableHead table_head(const SearchedFile& file, const Messages& messages,
                     const SearchResponse& response, QuestionOf of, std::string page) {
    const PageContext context{file.snapshot->references(), response.generation, response.as_of,
                              file.today, file.language};
    MadeFile made;
    made.what =
        messages(of == QuestionOf::entities ? "file.about.directory" : "file.about.certificates");
    made.caveats = day_caveats(messages, response.as_of, file.today);
    for (const ProtocolTerm& term : question_terms(context, messages, response, of))
        made.question.emplace_back(term.label, term.value);
    made.page = std::move(page);
    made.address = file.site + file.address;
    made.generation = response.generation;
    made.as_of = response.as_of;
    made.moment = file.made;
    made.total = response.total;

    TableHead head;
    head.generation = response.generation;
    head.as_of = response.as_of;
    head.total = response.total;
    head.about = about_file(messages, made);
    return head;
}

ColumnContext column_context(const SearchedFile& file, const Messages& messages, Day as_of) {
    const References& references = file.snapshot->references();
    return {references, file.language, as_of, fact_words(messages, references, file.language),
            file.site};
}

}  // namespace

RowSource entity_rows(SearchedFile file, std::optional<ChosenColumns<EntityRow>> asked,
                      bool is_map) {
    return [file = std::move(file), chosen = std::move(asked), is_map](const RowVisitor& rows) {
        const Searcher searcher = file.searcher();
        ChosenColumns<EntityRow> columns;
        std::optional<ColumnContext> context;
        bool with_facts = false;
        const auto begin = [&](const SearchResponse& response) {
            const bool has_place = response.spelled_out.near.has_value();
            columns = chosen ? *chosen : usual_columns(entity_columns(), has_place, is_map);
            with_facts = needs_facts(columns);
            TableHead head;
            file.pages.with_messages([&](const Messages& messages) {
                head =
                    table_head(file, messages, response, QuestionOf::entities, page_address(file));
                head.name = messages("file.entities");
                context.emplace(column_context(file, messages, response.as_of));
            });
            head.columns = described(columns);
            rows.begin(head);
        };
        const auto visit = [&](const Hit& hit) {
            const LegalFacts facts =
                with_facts ? searcher.facts(hit.entity, context->as_of) : LegalFacts{};
            const Row cells = row_of(columns, EntityRow{hit, facts}, *context);
            const auto& location = hit.entity.location;
            return rows.add_row({hit.entity.id, cells, location ? &*location : nullptr});
        };
        searcher.visit(file.request, {.begin = begin, .visit = visit});
    };
}

RowSource certificate_rows(SearchedFile file, std::optional<ChosenColumns<CertificateHit>> asked) {
    return [file = std::move(file), chosen = std::move(asked)](const RowVisitor& rows) {
        const ChosenColumns<CertificateHit> columns =
            chosen ? *chosen : usual_columns(certificate_columns(), false, false);
        std::optional<ColumnContext> context;
        const auto begin = [&](const CertificateResponse& response) {
            SearchResponse search;  // as far as words are needed of it
            search.request = search.spelled_out = file.request;
            search.understood = response.understood;
            search.sort = file.request.text.empty() ? SortOrder::name : SortOrder::relevance;
            search.generation = response.generation;
            search.as_of = response.as_of;
            search.total = response.total;
            TableHead head;
            file.pages.with_messages([&](const Messages& messages) {
                // No page lists certificates by a search.
                head = table_head(file, messages, search, QuestionOf::certificates, "");
                head.name = messages("file.certificates");
                context.emplace(column_context(file, messages, response.as_of));
            });
            head.columns = described(columns);
            rows.begin(head);
        };
        const auto visit = [&](const CertificateHit& hit) {
            const Row cells = row_of(columns, hit, *context);
            return rows.add_row({hit.certificate.id, cells});
        };
        file.searcher().visit_certificates(file.request, {.begin = begin, .visit = visit});
    };
}

}  // namespace wespol
