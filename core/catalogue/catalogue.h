// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the directory knows, as values: what the indexer hands to the index builder.
// `References` is the part that stays in memory while serving; entities, certificates and products
// live in the index. Plain values; read only once built, then thread-safe.
#pragma once

#include "core/catalogue/abbreviation.h"
#include "core/catalogue/certificate.h"
#include "core/catalogue/cpv_source.h"
#include "core/catalogue/entity.h"
#include "core/catalogue/guidance.h"
#include "core/catalogue/product.h"
#include "core/catalogue/region.h"
#include "core/catalogue/retired_id.h"
#include "core/catalogue/site_operator.h"
#include "core/catalogue/support.h"
#include "core/catalogue/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct References {
    Vocabulary industry, legal_form, target_group, brand, mark, status, activity, certificate_state,
        product_kind, cpv;
    std::vector<CpvSource> cpv_sources;
    std::vector<Abbreviation> abbreviations;
    Region region;
    std::vector<CertificateEdition> editions;
    std::vector<Brand> brands;
    std::vector<SupportCentre> support_centres;
    std::vector<MunicipalAward> awards;
    std::vector<ProcurementThreshold> thresholds;
    std::vector<GuidanceNote> guidance;  ///< in the order in which it is told
    std::vector<RetiredId> retired_ids;  ///< in the order of their ids
    SiteOperator site_operator;

    const CertificateEdition* edition(std::string_view code) const;
    const Brand* find_brand(std::string_view code) const;
    const SupportCentre* support_centre(std::string_view id) const;
    const RetiredId* retired_id(std::string_view id) const;
    const CpvSource* cpv_source(std::string_view code) const;
};

struct Catalogue {
    References references;
    std::vector<Entity> entities;
    std::vector<Certificate> certificates;
    std::vector<Product> products;
};

}  // namespace wespol
