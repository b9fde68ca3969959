// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the directory → JSON of API v1, their codes with labels in one language. Which answer
// they stand in is not its business (json_renderer.h). Cheap to make, one per answer; the
// references must live longer.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/search_response.h"

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace wespol {

class LabelledJson {
  public:
    LabelledJson(const References& references, Language language)
        : references_(references), language_(language) {}

    nlohmann::ordered_json hit(const Hit& hit, bool explain) const;
    nlohmann::ordered_json entity(const Entity& entity) const;
    nlohmann::ordered_json product(const Product& product) const;
    nlohmann::ordered_json product_hit(const ProductHit& hit) const;
    /// `as_of`: the day its state is of.
    nlohmann::ordered_json certificate(const CertificateHit& hit, Day as_of) const;
    nlohmann::ordered_json certificate_hit(const CertificateHit& hit, Day as_of) const;

    /// {code, label}; null for null; a list of them.
    nlohmann::ordered_json of(const Vocabulary& vocabulary, const std::string& code) const;
    nlohmann::ordered_json of(const Vocabulary& vocabulary,
                              const std::optional<std::string>& code) const;
    nlohmann::ordered_json of(const Vocabulary& vocabulary,
                              const std::vector<std::string>& codes) const;

  private:
    nlohmann::ordered_json county(const std::optional<std::string>& code) const;
    nlohmann::ordered_json subregion(const std::optional<std::string>& code) const;
    nlohmann::ordered_json municipality(const std::optional<std::string>& code) const;

    const References& references_;
    Language language_;
};

/// Escaped for HTML, what matched in <mark>.
std::string marked_html(const HighlightedText& text);

}  // namespace wespol
