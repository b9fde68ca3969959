// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/catalogue.h"

#include <algorithm>

namespace wespol {
namespace {

/// These lists are short: looking through them costs less than an index.
template <class Record>
const Record* find_by(const std::vector<Record>& records, std::string Record::*key,
                      std::string_view wanted) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& each) { return each.*key == wanted; });
    return found == records.end() ? nullptr : &*found;
}

}  // namespace

const CertificateEdition* References::edition(std::string_view code) const {
    return find_by(editions, &CertificateEdition::code, code);
}

const Brand* References::find_brand(std::string_view code) const {
    return find_by(brands, &Brand::code, code);
}

const SupportCentre* References::support_centre(std::string_view id) const {
    return find_by(support_centres, &SupportCentre::id, id);
}

const CpvSource* References::cpv_source(std::string_view code) const {
    return find_by(cpv_sources, &CpvSource::code, code);
}

const RetiredId* References::retired_id(std::string_view id) const {
    const auto found = std::ranges::lower_bound(retired_ids, id, {}, &RetiredId::id);
    return found == retired_ids.end() || found->id != id ? nullptr : &*found;
}

}  // namespace wespol
