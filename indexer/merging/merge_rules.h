// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to believe when the records of one entity differ: kinds of source and, for each field, their
// order (data/merging/). Among records of one kind the newer one wins. Immutable after loading,
// thread-safe.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/merging/name_writing.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class MergeRules {
  public:
    /// Throws Error(data_rejected) when a row is wrong, a kind unknown or the rule for all other
    /// fields ("*") missing: half of the rules would publish the wrong values.
    static MergeRules load(const std::filesystem::path& directory, Diagnostics& diagnostics);

    /// The kind of a record: what its evidence says, else what its list is; null when neither is
    /// known.
    std::optional<std::size_t> kind(std::string_view source,
                                    const std::optional<std::string>& evidence) const;

    /// 0 is believed first; a record of no known kind last.
    std::size_t rank(std::string_view field, std::optional<std::size_t> kind) const;

    /// Which of two names with the same words is published, whoever says it; empty: the one of the
    /// record believed first.
    const std::vector<NameSign>& better_written() const { return better_written_; }

    /// Whether a name of this kind goes before a shorter one of a record believed more.
    bool gives_longer_names(std::optional<std::size_t> kind) const;

  private:
    using Order = std::vector<std::size_t>;  ///< kind → rank

    Order order_of(const std::vector<std::string>& preferred) const;

    std::vector<std::string> kinds_;
    std::map<std::string, std::size_t, std::less<>> by_source_, by_evidence_;
    std::map<std::string, Order, std::less<>> by_field_;
    Order others_;
    std::vector<NameSign> better_written_;
    std::set<std::size_t> longer_from_;  ///< kinds
};

}  // namespace wespol
