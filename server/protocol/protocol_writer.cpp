// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/protocol_writer.h"

#include "core/search/searcher.h"
#include "core/support/joined.h"
#include "server/protocol/checked_lines.h"
#include "server/protocol/protocol_results.h"
#include "server/protocol/question_terms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

/// Messages of what the record as a whole does not prove.
constexpr std::array kNotProven{"protocol.not_proven.register", "protocol.not_proven.complete",
                                "protocol.not_proven.conditions", "protocol.not_proven.later"};

struct RegisterKeys {
    const char* name;
    const char* what;
    const char* address;
};

constexpr std::array kRegisters{
    RegisterKeys{"protocol.register.rjps", "protocol.register.rjps_what",
                 "https://rjps.mrips.gov.pl/"},
    RegisterKeys{"protocol.register.krs", "protocol.register.krs_what",
                 "https://wyszukiwarka-krs.ms.gov.pl/"},
    RegisterKeys{"protocol.register.regon", "protocol.register.regon_what",
                 "https://wyszukiwarkaregon.stat.gov.pl/"},
    RegisterKeys{"protocol.register.vat", "protocol.register.vat_what",
                 "https://www.podatki.gov.pl/wykaz-podatnikow-vat-wyszukiwarka/"}};

tl::unexpected<Problem> no_such_entity(const std::string& id) {
    return problem(worded({"W katalogu nie ma podmiotu o identyfikatorze {}.",
                           "The directory has no organisation with the identifier {}.",
                           "У каталозі немає організації з ідентифікатором {}."},
                          id));
}

/// A search with all its results at once. Of more than fit, only the total is of use.
SearchRequest whole(const SearchRequest& asked, std::optional<Day> as_of, std::size_t results) {
    SearchRequest request = asked;
    request.as_of = as_of;
    request.page = 1;
    request.page_size = static_cast<int>(results);
    return request;
}

std::vector<std::string> named_ids(const AskedOf& asked) {
    if (const auto* named = std::get_if<NamedEntities>(&asked)) return named->ids;
    if (const auto* compared = std::get_if<ComparedEntities>(&asked)) return compared->ids;
    return {};
}

Result<ProtocolRequest> settled_search(ProtocolRequest request, const SearchRequest& search,
                                       const Searcher& searcher, Day today) {
    const SearchResponse found = searcher.search(whole(search, request.as_of, 1));
    if (found.total > kMaxProtocolResults)
        return problem(worded(
            {"To wyszukiwanie znajduje {} podmiotów, a w protokole mieści się {}. Zawęź je: dodaj "
             "słowa, miejsce albo filtr.",
             "This search finds {} organisations, and a record has room for {}. Narrow it: add "
             "words, a place or a filter.",
             "Цей пошук знаходить {} організацій, а в протоколі поміщається {}. Звузьте його: "
             "додайте слова, місце або фільтр."},
            found.total, kMaxProtocolResults));
    if (!request.as_of && !found.understood.day) request.as_of = today;
    return request;
}

/// One call of write_protocol.
class Writer {
  public:
    Writer(const ProtocolRequest& request, const ProtocolIssue& issue, const Messages& messages)
        : request_(request),
          issue_(issue),
          messages_(messages),
          today_(day_in_warsaw(issue.moment)),
          searcher_(issue.snapshot, today_, Language::pl) {}

    Result<Protocol> write() {
        protocol_.number = issue_.number;
        protocol_.address = issue_.address;
        protocol_.key = issue_.key;
        protocol_.moment = issue_.moment;
        protocol_.as_of = request_.as_of.value_or(today_);
        protocol_.question.query = canonical_query(request_);
        const Manifest& manifest = issue_.snapshot->manifest();
        protocol_.generation = {manifest.generation, manifest.content_digest,
                                issue_.manifest_digest};
        const Result<void> answered =
            std::visit([this](const auto& asked) { return answer(asked); }, request_.asked);
        if (!answered) return tl::unexpected(answered.error());
        for (const char* key : kNotProven)
            protocol_.not_proven.push_back(messages_(key));
        for (const RegisterKeys& each : kRegisters)
            protocol_.registers.push_back(
                {messages_(each.name), messages_(each.what), each.address});
        protocol_.issuer = messages_("protocol.issuer");
        return std::move(protocol_);
    }

  private:
    PageContext context() const {
        return {issue_.snapshot->references(), issue_.snapshot->generation(), protocol_.as_of,
                today_};
    }

    void set_question(const char* kind) {
        protocol_.question.kind = kind;
        protocol_.question.title = messages_(std::string("protocol.kind.") + kind);
    }

    Result<void> add(const std::string& id) {
        const auto record = searcher_.entity_alone(id, protocol_.as_of);
        if (!record) return no_such_entity(id);
        protocol_.results.push_back(protocol_result(context(), messages_, *record));
        return {};
    }

    Result<void> answer(const SearchRequest& search) {
        set_question("search");
        const SearchResponse found =
            searcher_.search(whole(search, request_.as_of, kMaxProtocolResults));
        protocol_.as_of = found.as_of;
        if (found.total > found.hits.size())
            return problem({"Wyników jest za dużo na jeden protokół.",
                            "There are too many results for one record.",
                            "Результатів забагато для одного протоколу."});
        protocol_.question.terms = question_terms(context(), messages_, found);
        for (const Hit& hit : found.hits)
            if (const Result<void> added = add(hit.entity.id); !added) return added;
        return {};
    }

    Result<void> answer(const NamedEntities& named) {
        set_question("entities");
        for (const std::string& id : named.ids) {
            if (const Result<void> added = add(id); !added) return added;
            protocol_.question.terms.push_back(
                {messages_("protocol.term.entity"), protocol_.results.back().name});
        }
        return {};
    }

    Result<void> answer(const ComparedEntities& compared) {
        set_question("comparison");
        std::vector<std::string> names;
        for (const std::string& id : compared.ids) {
            if (const Result<void> added = add(id); !added) return added;
            names.push_back(protocol_.results.back().name);
        }
        protocol_.question.terms.push_back(
            {messages_("protocol.term.comparison"), joined(names, ", ")});
        return {};
    }

    Result<void> answer(const CheckedLines& checked) {
        set_question("check");
        protocol_.lines = check_lines(checked.lines, issue_.snapshot, context(), messages_);
        std::vector<std::string> seen;
        for (const ProtocolLine& line : protocol_.lines) {
            protocol_.question.terms.push_back({messages_("protocol.term.line"), line.asked});
            for (const std::string& id : line.ids) {
                if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
                seen.push_back(id);
                if (const Result<void> added = add(id); !added) return added;
            }
        }
        return {};
    }

    const ProtocolRequest& request_;
    const ProtocolIssue& issue_;
    const Messages& messages_;
    Day today_;
    Searcher searcher_;
    Protocol protocol_;
};

}  // namespace

Result<ProtocolRequest> settled(ProtocolRequest request,
                                const std::shared_ptr<const IndexSnapshot>& snapshot,
                                Moment moment) {
    const Day today = day_in_warsaw(moment);
    const Searcher searcher(snapshot, today, Language::pl);
    if (const auto* search = std::get_if<SearchRequest>(&request.asked)) {
        const SearchRequest asked = *search;
        return settled_search(std::move(request), asked, searcher, today);
    }
    if (!request.as_of) request.as_of = today;
    for (const std::string& id : named_ids(request.asked))
        if (!searcher.entity_alone(id, request.as_of)) return no_such_entity(id);
    return request;
}

Result<Protocol> write_protocol(const ProtocolRequest& request, const ProtocolIssue& issue,
                                const Messages& messages) {
    return Writer(request, issue, messages).write();
}

}  // namespace wespol
