// SPDX-License-Identifier: GPL-3.0-or-later
// What became of certificates between two days: renewed, expired, linked to a holder, to another,
// to none. Told of every certificate, published or now, then asked. Not thread-safe.
#pragma once

#include "core/catalogue/certificate_state.h"
#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

class CertificateChangeFinder {
  public:
    CertificateChangeFinder(const LoadedCatalogue& loaded, Day published_on, Day today);

    /// One certificate as it is now and as it was published; either may be null.
    void add(const Certificate* now, const nlohmann::json* published);

    CertificateChanges changes() const;

  private:
    /// What can be compared of a certificate of either side.
    struct Grant {
        CertificateChange about;
        std::string mark;
        std::string holder;  ///< id; "" = not known
        std::string holder_words, subject_words;
        Validity validity;
    };

    Grant grant(const Certificate& certificate) const;
    static Grant grant(const nlohmann::json& published);
    static CertificateChange with_gap(const Grant& later, const Grant& earlier);
    static bool is_renewal(const Grant& later, const Grant& earlier);
    const Grant* earlier_one(const Grant& now) const;

    /// Ids of certificates → the decision that linked them, or "".
    std::unordered_map<std::string, std::string> linked_by_program_;
    Day published_on_, today_;
    std::vector<Grant> published_;
    /// With the place of its published self in published_.
    std::vector<std::pair<Grant, std::optional<std::size_t>>> now_;
};

}  // namespace wespol
