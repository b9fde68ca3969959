// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/linkage_record.h"

namespace wespol {

LinkageRecord linkage_record(const Entity& entity) {
    LinkageRecord record;
    record.id = entity.id;
    record.name = entity.name;
    if (entity.short_name) record.other_names.push_back(*entity.short_name);
    record.other_names.insert(record.other_names.end(), entity.aliases.begin(),
                              entity.aliases.end());
    record.legal_form = entity.legal_form;
    record.town = entity.town;
    record.municipality = entity.municipality;
    record.county = entity.county;
    record.krs = entity.krs;
    record.nip = entity.nip;
    record.regon = entity.regon;
    record.operator_krs = entity.operator_krs;
    record.operator_nip = entity.operator_nip;
    record.operator_name = entity.operator_name;
    record.phone = entity.phone;
    record.email = entity.email;
    record.website = entity.website;
    return record;
}

std::vector<LinkageRecord> linkage_records(const std::vector<Entity>& entities) {
    std::vector<LinkageRecord> records;
    records.reserve(entities.size());
    for (const Entity& each : entities)
        records.push_back(linkage_record(each));
    return records;
}

LinkageRecord linkage_record(const Certificate& certificate) {
    LinkageRecord record;
    record.id = certificate.id;
    record.name = certificate.holder_name;
    record.town = certificate.holder_town;
    record.krs = certificate.holder_krs;
    record.nip = certificate.holder_nip;
    return record;
}

}  // namespace wespol
