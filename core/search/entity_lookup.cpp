// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/entity_lookup.h"

#include "core/analysis/folding.h"
#include "core/index/index_snapshot.h"
#include "core/index/xapian_errors.h"
#include "core/search/doc_matcher.h"
#include "core/search/record_reader.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <xapian.h>

namespace wespol {
namespace {

constexpr std::string_view kCannotLookUp = "Nie można czytać indeksu";

/// A local unit's REGON has its parent's nine digits first.
bool is_same_regon(const std::string& own, const std::string& asked) {
    return std::string_view(own).substr(0, 9) == std::string_view(asked).substr(0, 9);
}

bool is_own(const Entity& entity, const Identifier& number) {
    switch (number.kind) {
        case IdentifierKind::nip:
            return entity.nip == number.digits;
        case IdentifierKind::krs:
            return entity.krs == number.digits;
        case IdentifierKind::regon:
            return entity.regon && is_same_regon(*entity.regon, number.digits);
        case IdentifierKind::cpv:
        case IdentifierKind::phone:
            return false;
    }
    return false;
}

bool is_own(const Entity& entity, const std::vector<Identifier>& readings) {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Identifier& each) { return is_own(entity, each); });
}

}  // namespace

class EntityLookup::Reader {
  public:
    Reader(std::shared_ptr<const IndexSnapshot> snapshot, Day day)
        : snapshot_(std::move(snapshot)),
          database_(snapshot_->open_database()),
          matcher_(database_),
          records_(database_, snapshot_->columns()),
          day_(day) {}

    Standings with_number(const std::vector<Identifier>& readings) {
        DocSet found(snapshot_->columns().last_document());
        for (const Identifier& each : readings)
            if (each.kind != IdentifierKind::cpv) found |= matcher_.match_identifier(each);
        Standings standings = of_entities(found);
        std::stable_partition(standings.begin(), standings.end(), [&](const auto& standing) {
            return is_own(standing->entity, readings);
        });
        return standings;
    }

    Standings named(std::string_view name) {
        DocSet found(snapshot_->columns().last_document());
        const std::string folded = fold_words(name);
        if (folded.empty()) return {};
        const std::string term = code_term(FieldId::exact_name, folded);
        for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
             ++posting)
            found.add(*posting);
        return of_entities(found);
    }

  private:
    Standings of_entities(DocSet& documents) {
        documents &= snapshot_->columns().of_type(DocumentType::entity);
        Standings standings;
        documents.for_each([&](DocId document) { standings.push_back(standing(document)); });
        return standings;
    }

    std::shared_ptr<const EntityStanding> standing(DocId document) {
        std::shared_ptr<const EntityStanding>& known = known_[document];
        if (known) return known;
        auto read = std::make_shared<EntityStanding>();
        read->entity = records_.entity(document);
        for (const DocId each : records_.belonging_to(DocumentType::certificate, read->entity.id))
            read->certificates.push_back(records_.certificate(each));
        read->facts = legal_facts(read->entity, read->certificates, snapshot_->references(), day_);
        known = std::move(read);
        return known;
    }

    std::shared_ptr<const IndexSnapshot> snapshot_;
    Xapian::Database database_;
    DocMatcher matcher_;
    RecordReader records_;
    Day day_;
    std::unordered_map<DocId, std::shared_ptr<const EntityStanding>> known_;
};

EntityLookup::EntityLookup(std::shared_ptr<const IndexSnapshot> snapshot, Day day)
    : reader_(translating_xapian_errors(
          kCannotLookUp, [&] { return std::make_unique<Reader>(std::move(snapshot), day); })) {}

EntityLookup::~EntityLookup() = default;

Standings EntityLookup::with_number(const std::vector<Identifier>& readings) {
    return translating_xapian_errors(kCannotLookUp, [&] { return reader_->with_number(readings); });
}

Standings EntityLookup::named(std::string_view name) {
    return translating_xapian_errors(kCannotLookUp, [&] { return reader_->named(name); });
}

}  // namespace wespol
