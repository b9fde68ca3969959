// SPDX-License-Identifier: GPL-3.0-or-later
// Takes typed fields out of a source record for a mapper. A wrong value is left out with a warning;
// require() and reject() cost the record; finish() names the keys that nobody asked for.
// Not thread-safe; lives shorter than the record and the diagnostics it was given.
#pragma once

#include "core/catalogue/partial_date.h"
#include "core/catalogue/provenance.h"
#include "core/catalogue/vocabulary.h"
#include "core/support/diagnostic.h"
#include "core/support/result.h"
#include "indexer/source/source_record.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

using IdSet = std::set<std::string, std::less<>>;

class FieldReader {
  public:
    FieldReader(const SourceRecord& record, Diagnostics& diagnostics);

    /// Without the white space around it; null when absent, null or empty.
    std::optional<std::string> text(std::string_view key);
    /// As text(); a missing one costs the record.
    std::string required_text(std::string_view key);
    /// One of a few words that only the program knows; missing or other ones cost the record.
    std::string required_choice(std::string_view key,
                                std::initializer_list<std::string_view> allowed);
    /// The record's own id: lower-case letters, digits and hyphens, as it becomes an address.
    std::string required_id(std::string_view key);
    /// Distinct texts in their order; one text instead of a list is taken as a list of one.
    std::vector<std::string> texts(std::string_view key);
    /// A year may also stand as a number.
    std::optional<PartialDate> date(std::string_view key);
    /// The end of a term; left out with a warning when it wholly precedes `start`.
    std::optional<PartialDate> end_date(std::string_view key,
                                        const std::optional<PartialDate>& start);
    /// As date(); one of a later year than this is kept, with a warning.
    std::optional<PartialDate> past_date(std::string_view key);
    std::optional<int> integer(std::string_view key, int least, int greatest);
    /// Missing or wrong: the record is rejected. For coordinates.
    double required_number(std::string_view key, double least, double greatest);
    std::optional<bool> flag(std::string_view key);

    /// A text that `parse` accepts and normalises.
    std::optional<std::string> parsed(std::string_view key,
                                      Result<std::string> (*parse)(std::string_view));
    /// A code of the vocabulary.
    std::optional<std::string> code(std::string_view key, const Vocabulary& vocabulary);
    /// As code(); a missing or unknown one costs the record.
    std::string required_code(std::string_view key, const Vocabulary& vocabulary);
    /// An id that another record has; `whose` completes "nie ma takiego …".
    std::optional<std::string> reference(std::string_view key, const IdSet& ids,
                                         std::string_view whose);
    std::vector<std::string> references(std::string_view key, const IdSet& ids,
                                        std::string_view whose);
    /// Addresses of pages: http and https only, others would be dangerous as links.
    std::optional<std::string> url(std::string_view key);
    std::vector<std::string> urls(std::string_view key);

    /// Keys as_of, evidence and sources, with the record's place.
    Provenance provenance();

    /// Keys that are allowed but of no use to the index.
    void pass_over(std::initializer_list<std::string_view> keys);

    /// Calls `take` for each object of a list, or for the one object; there, require() and reject()
    /// cost that object only: ask rejected() of the reader that is handed in.
    void each(std::string_view key, const std::function<void(FieldReader&)>& take);

    void note(std::string_view key, std::string_view value, std::string message,
              std::string advice = {});
    void warn(std::string_view key, std::string_view value, std::string message,
              std::string advice = {});
    void reject(std::string_view key, std::string_view value, std::string message,
                std::string advice = {});
    bool rejected() const { return rejected_; }

    /// Warns about keys that were never asked for; true when the record may be kept.
    bool finish();

  private:
    FieldReader(const FieldReader& parent, const SourceMembers& fields, std::string path);

    const SourceValue* find(std::string_view key);
    void wrong_type(std::string_view key, const SourceValue& value, std::string_view expected);
    /// The key with its path, or the column of a table.
    std::string place_of(std::string_view key) const;
    void add(Severity severity, std::string_view key, std::string_view value, std::string message,
             std::string advice);

    const SourceRecord& record_;
    const SourceMembers& fields_;
    Diagnostics& diagnostics_;
    std::string path_;  ///< "statuses[2]." in nested objects
    std::set<std::string, std::less<>> asked_;
    bool rejected_ = false;
};

}  // namespace wespol
