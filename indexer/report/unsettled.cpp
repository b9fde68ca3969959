// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/unsettled.h"

#include <string_view>
#include <unordered_set>

namespace wespol {

CertificateLinks certificate_links(const LoadedCatalogue& loaded) {
    std::unordered_set<std::string_view> certificates;
    for (const Certificate& each : loaded.catalogue.certificates)
        certificates.insert(each.id);
    CertificateLinks links;
    for (const LinkOutcome& each : loaded.links) {
        if (!certificates.contains(each.record)) continue;
        if (each.band == Band::linked)
            links.linked.push_back(&each);
        else if (each.band == Band::ambiguous)
            links.ambiguous.push_back(&each);
        else
            links.not_found.push_back(&each);
    }
    return links;
}

std::vector<const LinkOutcome*> ambiguous_links(const LoadedCatalogue& loaded) {
    std::vector<const LinkOutcome*> ambiguous;
    for (const LinkOutcome& each : loaded.links)
        if (each.band == Band::ambiguous) ambiguous.push_back(&each);
    return ambiguous;
}

std::vector<const RecordChange*> gone_without_reason(const ChangeSet& changes) {
    std::vector<const RecordChange*> gone;
    for (const RecordChange& each : changes.entities.gone)
        if (each.moved_to.empty() && each.why.empty()) gone.push_back(&each);
    return gone;
}

}  // namespace wespol
