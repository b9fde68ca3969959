// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/columns.h"

#include "core/support/error.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <xapian.h>

namespace wespol {
namespace {

using Pairs = std::vector<std::pair<DocId, FacetColumn::Ordinal>>;

template <class Visit>
void for_each_value(const Xapian::Database& database, FieldId id, Visit visit) {
    const auto slot = static_cast<Xapian::valueno>(field(id).slot);
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value)
        visit(value.get_docid(), *value);
}

FacetColumn read_facet(const Xapian::Database& database, const Field& field, DocId last_document) {
    const std::string prefix(field.prefix);
    std::vector<std::string> codes;
    Pairs pairs;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        const auto ordinal = static_cast<FacetColumn::Ordinal>(codes.size());
        codes.push_back((*term).substr(prefix.size()));
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting)
            pairs.emplace_back(*posting, ordinal);
    }
    return FacetColumn(std::move(codes), last_document, std::move(pairs));
}

Position read_position(const std::string& text) {
    Position position;
    const char* const end = text.data() + text.size();
    const auto [space, lat_error] = std::from_chars(text.data(), end, position.lat);
    if (lat_error == std::errc{} && space != end) {
        const auto [rest, lon_error] = std::from_chars(space + 1, end, position.lon);
        if (lon_error == std::errc{} && rest == end) return position;
    }
    throw Error(ErrorCode::environment, "Nieczytelne położenie w indeksie: " + text,
                "Zbuduj indeks od nowa: wespol-indexer build");
}

Day read_day(const std::string& text) {
    const Result<Day> day = parse_day(text);
    if (day) return *day;
    throw Error(ErrorCode::environment, "Nieczytelny dzień w indeksie: " + text,
                "Zbuduj indeks od nowa: wespol-indexer build");
}

}  // namespace

FacetColumn::FacetColumn(std::vector<std::string> codes, DocId last_document, Pairs pairs)
    : codes_(std::move(codes)), offsets_(last_document + 2), ordinals_(pairs.size()) {
    if (!std::is_sorted(pairs.begin(), pairs.end())) std::sort(pairs.begin(), pairs.end());
    for (const auto& [document, ordinal] : pairs)
        ++offsets_[document + 1];
    for (std::size_t i = 1; i < offsets_.size(); ++i)
        offsets_[i] += offsets_[i - 1];
    std::transform(pairs.begin(), pairs.end(), ordinals_.begin(),
                   [](const auto& pair) { return pair.second; });
}

std::optional<FacetColumn::Ordinal> FacetColumn::ordinal(std::string_view code) const {
    const auto found = std::lower_bound(codes_.begin(), codes_.end(), code);
    if (found == codes_.end() || *found != code) return std::nullopt;
    return static_cast<Ordinal>(found - codes_.begin());
}

Columns::Columns(const Xapian::Database& database) : last_document_(database.get_lastdocid()) {
    for (const DocumentType type :
         {DocumentType::entity, DocumentType::product, DocumentType::certificate}) {
        DocSet documents(last_document_);
        const std::string term = code_term(FieldId::type, code(type));
        for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
             ++posting)
            documents.add(*posting);
        by_type_[static_cast<std::size_t>(type)] = std::move(documents);
    }
    ended_ = DocSet(last_document_);
    const std::string ended = code_term(FieldId::activity, "zakonczony");
    for (auto posting = database.postlist_begin(ended); posting != database.postlist_end(ended);
         ++posting)
        ended_.add(*posting);

    for (const Field& each : kFields)
        if (each.facet && each.kind == FieldKind::code)
            facets_[static_cast<std::size_t>(each.id)] = read_facet(database, each, last_document_);

    const std::size_t rows = last_document_ + 1;
    positions_.resize(rows);
    freshness_.resize(rows);
    validities_.resize(rows);
    statuses_.resize(rows);
    for_each_value(database, FieldId::location, [&](DocId document, const std::string& value) {
        positions_[document] = read_position(value);
    });
    for_each_value(database, FieldId::freshness, [&](DocId document, const std::string& value) {
        freshness_[document] = read_day(value);
    });
    for_each_value(database, FieldId::certificate_state,
                   [&](DocId document, const std::string& value) {
                       validities_[document] = decode_validities(value);
                   });
    for_each_value(database, FieldId::status, [&](DocId document, const std::string& value) {
        statuses_[document] = decode_statuses(value);
    });
}

std::shared_ptr<const FacetColumn> Columns::facet_on(FieldId field, Day day) const {
    return by_day_->get(field, day, [&] {
        return field == FieldId::certificate_state ? certificate_states_on(day) : statuses_on(day);
    });
}

// "wazny" includes "wygasa" (docs: api.md): an expiring certificate has both values.
FacetColumn Columns::certificate_states_on(Day day) const {
    std::vector<std::string> codes;
    for (const CertificateState state :
         {CertificateState::valid, CertificateState::expiring, CertificateState::uncertain,
          CertificateState::expired, CertificateState::never})
        codes.emplace_back(code(state));
    std::sort(codes.begin(), codes.end());
    const auto ordinal_of = [&](CertificateState state) {
        return static_cast<FacetColumn::Ordinal>(
            std::lower_bound(codes.begin(), codes.end(), code(state)) - codes.begin());
    };
    Pairs pairs;
    of_type(DocumentType::entity).for_each([&](DocId document) {
        const CertificateState state = state_on(validities_[document], day);
        if (state == CertificateState::expiring)
            pairs.emplace_back(document, ordinal_of(CertificateState::valid));
        pairs.emplace_back(document, ordinal_of(state));
    });
    return FacetColumn(std::move(codes), last_document_, std::move(pairs));
}

FacetColumn Columns::statuses_on(Day day) const {
    std::map<std::string, FacetColumn::Ordinal> ordinals;
    for (const std::vector<StatusSpan>& spans : statuses_)
        for (const StatusSpan& span : spans)
            ordinals.emplace(span.status, FacetColumn::Ordinal{0});
    std::vector<std::string> codes;
    for (auto& [status, ordinal] : ordinals) {
        ordinal = static_cast<FacetColumn::Ordinal>(codes.size());
        codes.push_back(status);
    }
    Pairs pairs;
    for (DocId document = 1; document <= last_document_; ++document)
        for (const StatusSpan& span : statuses_[document])
            if (holds_on(span, day)) pairs.emplace_back(document, ordinals.at(span.status));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return FacetColumn(std::move(codes), last_document_, std::move(pairs));
}

}  // namespace wespol
