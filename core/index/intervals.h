// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of days as they are kept in a value slot: what certificate states and statuses are
// computed from on the day asked for. Text, so that it can be read with Xapian's own tools.
// decode throws Error(environment) on text that encode did not write. Thread-safe: no state.
#pragma once

#include "core/catalogue/certificate_state.h"
#include "core/catalogue/entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// A status and its days, by the rule of legal_facts.h.
struct StatusSpan {
    std::string status;
    Validity days;
    friend bool operator==(const StatusSpan&, const StatusSpan&) = default;
};

StatusSpan span_of(const EntityStatus& status);

/// Only where the dates settle it: never before the evidence.
bool holds_on(const StatusSpan& span, Day day);

std::string encode_validities(const std::vector<Validity>& validities);
std::vector<Validity> decode_validities(std::string_view text);

std::string encode_statuses(const std::vector<StatusSpan>& spans);
std::vector<StatusSpan> decode_statuses(std::string_view text);

}  // namespace wespol
