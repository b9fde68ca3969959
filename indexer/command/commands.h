// SPDX-License-Identifier: GPL-3.0-or-later
// What wespol-indexer does, one function for each command. Each prints its result to `out`, what
// there is to say about the sources to `remarks`, and returns the exit code; it throws Error when
// it cannot do its work. One builder at a time per index: a second one gets Error(environment).
#pragma once

#include "core/support/progress.h"
#include "indexer/command/options.h"

#include <istream>
#include <ostream>

namespace wespol {

inline constexpr int kPublished = 0;  ///< or, where nothing is published: there are changes, done
inline constexpr int kNothingChanged = 4;

int build(const Options& options, std::ostream& out, std::ostream& remarks,
          const Progress& progress = {});
int diff(const Options& options, std::ostream& out, std::ostream& remarks,
         const Progress& progress = {});
int watch(const Options& options, std::ostream& out);
int list(const Options& options, std::ostream& out);
int rollback(const Options& options, std::ostream& out);
int verify(const Options& options, std::ostream& out);
int export_generation(const Options& options, std::ostream& out);
int import_generation(const Options& options, std::ostream& out);
int convert(const Options& options, std::ostream& out, std::ostream& remarks);
int compare(const Options& options, std::ostream& out);
int analyze(const Options& options, std::istream& in, std::ostream& out);

}  // namespace wespol
