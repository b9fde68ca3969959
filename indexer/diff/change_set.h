// SPDX-License-Identifier: GPL-3.0-or-later
// What publishing a catalogue would change against the generation that is served. Found by
// change_finder.h, told by change_text.h (for people) and change_json.h (for programs).
// Plain values.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/provenance.h"
#include "core/support/diagnostic.h"
#include "indexer/linking/link_outcome.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace wespol {

/// A row of a source.
struct RecordPlace {
    std::string file;
    std::size_t row = 0;
    std::string sheet{};  ///< of a spreadsheet; empty elsewhere
};

RecordPlace place_of(const Provenance& provenance);

struct FieldChange {
    std::string field;          ///< key of record_keys.h; "provenance.as_of" within the provenance
    std::string before, after;  ///< JSON; "" = unknown
};

struct RecordChange {
    std::string id, name;
    RecordPlace place;                ///< of a record that goes: where it stood
    std::vector<FieldChange> fields;  ///< changed records only
    std::string moved_to, why;        ///< records that go: the id they lead to, the reason; or ""

    /// Other sources or dates for the same facts.
    bool is_of_sources_only() const;
};

/// Records of one type.
struct RecordChanges {
    std::size_t before = 0, after = 0;
    std::vector<RecordChange> added, changed, gone;
    std::vector<RecordChange> unknown;  ///< published ones that lean on a file nobody could read
    std::size_t moved = 0;              ///< the same records in other rows, no change to tell
    bool is_empty() const { return added.empty() && changed.empty() && gone.empty(); }
    std::size_t of_sources_only() const;  ///< among the changed ones
};

struct CertificateChange {
    std::string id, holder_name, subject;
    RecordPlace place;
    std::string before, after;  ///< see CertificateChanges
    bool by_program = false;    ///< the linker found the holder, not the list
    std::string decision{};     ///< … because a person said so: who, when, why
    std::string gap_since{};    ///< renewed: the last day of the earlier one, if days lie between
};

struct CertificateChanges {
    std::vector<CertificateChange> renewed;  ///< id of the earlier one → day of the new grant
    std::vector<CertificateChange> expired;  ///< its last day → ""
    std::vector<CertificateChange> linked, relinked, unlinked;  ///< holder's id → holder's id
};

/// A vocabulary, a table of the region, or a small list such as the brands.
struct ListChange {
    std::string list;  ///< "vocabulary.industry", "brands"
    std::size_t added = 0, changed = 0, gone = 0;
};

/// A source that could not be read whole.
struct UnreadableFile {
    std::string file;
    std::string why;            ///< the first of its errors, a line
    std::size_t published = 0;  ///< records that came from it
};

struct ChangeSet {
    std::string against;             ///< the generation that is served; "" = nothing is published
    bool is_served_damaged = false;  ///< then nobody can tell what would change
    Day published_on{}, today{};
    RecordChanges entities, certificates, products;
    CertificateChanges certificate_events;
    std::vector<ListChange> lists;       ///< those that differ
    std::vector<LinkOutcome> undecided;  ///< ambiguous: a person decides
    Diagnostics rejected;                ///< why rows are left out
    std::size_t rejected_rows = 0;
    std::vector<UnreadableFile> unreadable;
    bool is_new_program = false;  ///< another version of the program built what is served
    std::map<std::string, std::size_t> published_rows;  ///< records by the file they came from
};

}  // namespace wespol
