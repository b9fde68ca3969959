// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/known_names.h"

#include "core/index/schema.h"

#include <algorithm>

namespace wespol {

bool KnownNames::is_name(std::string_view folded) const {
    return !folded.empty() && database_.term_exists(code_term(FieldId::exact_name, folded));
}

bool KnownNames::stand_in_name(const std::vector<std::string>& surfaces) const {
    if (const auto found = known_.find(surfaces); found != known_.end()) return found->second;
    if (known_.size() == kMaxWordsLookedForInNames) return true;
    return known_[surfaces] = look_for(surfaces);
}

bool KnownNames::look_for(const std::vector<std::string>& surfaces) const {
    for (const FieldId id : {FieldId::name, FieldId::aliases}) {
        std::vector<std::string> terms;
        terms.reserve(surfaces.size());
        for (const std::string& surface : surfaces)
            terms.push_back(surface_term(field(id), surface));
        const bool all_occur =
            std::all_of(terms.begin(), terms.end(),
                        [&](const std::string& term) { return database_.term_exists(term); });
        if (!all_occur) continue;
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query({Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                           static_cast<Xapian::termcount>(terms.size())});
        if (!enquire.get_mset(0, 1).empty()) return true;
    }
    return false;
}

bool are_part_of_name(const PlainWords& words, std::size_t first, std::size_t count,
                      const KnownNames& names) {
    const auto stand = [&](std::size_t begin) {
        if (!words.are_together(begin, count + 1)) return false;
        const auto from = words.surfaces().begin() + static_cast<std::ptrdiff_t>(begin);
        return names.stand_in_name({from, from + static_cast<std::ptrdiff_t>(count + 1)});
    };
    return (first > 0 && stand(first - 1)) || stand(first);
}

}  // namespace wespol
