// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the report's page as values for its template, each of them escaped there. Long lists
// are cut here. Thread-safe: no state.
#pragma once

#include "core/catalogue/quality_figures.h"
#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <string>

#include <kainjow/mustache.hpp>

namespace wespol {

using ReportView = kainjow::mustache::data;

/// Files with their rows; what is known of how many; of when it is.
void put_figures(ReportView& view, const LoadedCatalogue& loaded, const QualityFigures& figures);

/// Remarks by severity, those about `file` first.
void put_remarks(ReportView& view, const Diagnostics& diagnostics, const std::string& file);

/// Pairs to decide, certificates of holders that are not there, ids that go without a reason,
/// values that differ.
void put_unsettled(ReportView& view, const LoadedCatalogue& loaded, const ChangeSet& changes);

}  // namespace wespol
