// SPDX-License-Identifier: GPL-3.0-or-later
// What another search is called, as a person would say it, in the language asked for: "W promieniu
// 50 km", "Bez słowa „ekologiczny”". Without its total, which stands beside. Thread-safe.
#pragma once

#include "core/catalogue/region.h"
#include "core/catalogue/vocabulary.h"
#include "core/index/schema.h"
#include "core/search/query_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class RelaxationLabels {
  public:
    explicit RelaxationLabels(Language language) : index_(index_of(language)) {}

    std::string whole_subregion(const Subregion& subregion) const;
    std::string within(double radius_km) const;
    std::string expired_certificate() const;
    std::string any_certificate() const;
    /// `value`: the label of the only value chosen, "" when there are several.
    std::string without_filter(const std::string& facet, const std::string& value) const;
    std::string without(const std::vector<QueryClause>& clauses) const;
    /// `field`: industry or target group.
    std::string broader(FieldId field, const std::string& label) const;
    std::string related(const std::string& sector) const;
    std::string broader_cpv(const std::string& code) const;
    std::string whole_region() const;
    std::string no_filters() const;
    std::string only(const QueryClause& clause) const;
    std::string only(std::string_view words) const;
    std::string any_of(const std::vector<QueryClause>& clauses) const;
    std::string unquoted(const QueryClause& phrase) const;
    std::string whole_catalogue() const;

  private:
    /// "„obiady”, „sprzątanie”".
    std::string quoted(const std::vector<QueryClause>& clauses) const;

    std::size_t index_;
};

/// The label of another spelling, which is offered like another search.
std::string did_you_mean(std::string_view text, Language language);

}  // namespace wespol
