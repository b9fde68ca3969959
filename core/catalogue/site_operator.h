// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs the site, as they tell it themselves (data/operator.json): for the pages about the
// directory, privacy and accessibility. What they leave out is null, and the pages say so; nothing
// of it is ever supplied by the program. Plain values.
#pragma once

#include "core/catalogue/partial_date.h"

#include <optional>
#include <string>
#include <vector>

namespace wespol {

/// The accessibility statement that a public body in Poland has to publish (act of 4 April 2019,
/// technical conditions 2.0 of 31 July 2024).
struct AccessibilityStatement {
    std::optional<PartialDate> site_published, site_changed, prepared, reviewed;  ///< exact days
    std::optional<std::string> conformance;  ///< "zgodna", "czesciowo_zgodna" or "niezgodna"
    std::vector<std::string> not_conforming, too_costly, not_covered;
    std::optional<std::string> cost_assessment_url;
    std::optional<std::string> basis;  ///< "samoocena" or "podmiot_zewnetrzny"
    std::optional<std::string> assessor, report_url;
    std::optional<std::string> contact, email, phone;  ///< for reports of barriers
    std::optional<std::string> complaints_address;
    std::vector<std::string> architecture, communication;  ///< paragraphs
    std::optional<std::string> architecture_url;
};

struct SiteOperator {
    std::optional<std::string> name, street, postal_code, town, email, phone, website;
    std::optional<std::string> data_protection;  ///< contact of the data protection officer
    std::optional<std::string> logs;  ///< what is logged in front of our server, and how long
    std::optional<std::string> data_licence, source_code_url;
    AccessibilityStatement accessibility;
};

}  // namespace wespol
