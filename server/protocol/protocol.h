// SPDX-License-Identifier: GPL-3.0-or-later
// A market-check record (protokół rozeznania) as a value: what was asked, when, of which state of
// the directory, what was found, and what that does not prove. Page, PDF and JSON are three views
// of it and say the same. Sentences are Polish; texts that say nothing are "". Plain values.
#pragma once

#include "core/catalogue/warsaw_time.h"
#include "server/pages/fact_rows.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wespol {

inline constexpr int kProtocolVersion = 1;
inline constexpr std::size_t kMaxProtocolResults = 1000;

/// A piece of the question, in words.
struct ProtocolTerm {
    std::string label;  ///< "Branża"
    std::string value;  ///< "catering"
};

struct ProtocolQuestion {
    std::string kind;   ///< "search", "entities", "comparison" or "check"
    std::string title;  ///< "Wyszukiwanie w katalogu"
    std::vector<ProtocolTerm> terms;
    std::string query;  ///< canonical, as in the address; may be empty
};

/// A line of a check: what was asked for and what it was taken for.
struct ProtocolLine {
    std::string asked;
    std::string understood;        ///< "NIP 7781346888", "nazwa"
    std::vector<std::string> ids;  ///< of the results below
    std::string remark;            ///< "nie ma w tym katalogu …", "cyfra kontrolna …"
};

struct ProtocolCertificate {
    std::string id;
    std::string subject;  ///< product or service
    std::string edition;
    std::string granted;
    std::string granted_basis;
    bool year_is_inferred = false;
    std::string announced;
    std::string until;
    bool until_is_computed = false;  ///< twelve months from the grant
    std::string state;               ///< code
    std::string label;
    std::string doubt;  ///< what the dates do not settle of the day
    std::string note;
    std::vector<std::string> sources;
};

struct ProtocolParty {
    std::string name;
    std::string nip, krs;
};

struct ProtocolResult {
    std::string id;
    std::string name;
    std::string legal_form;  ///< in words
    std::string nip, krs, regon;
    std::string street, postal_code, town, municipality, county;
    std::string activity;  ///< "zakończył działalność" …
    bool is_unit = false;  ///< of an operator, who signs contracts
    std::optional<ProtocolParty> operated_by;
    std::vector<FactRow> facts;  ///< three
    std::vector<ProtocolCertificate> certificates;
    std::string confirmed;             ///< when the sources last held
    std::vector<std::string> sources;  ///< of the record
};

/// A register in which what is told here has to be looked up.
struct ProtocolRegister {
    std::string name;
    std::string what;
    std::string address;
};

struct ProtocolGeneration {
    std::string name;
    std::string content_digest;   ///< SHA-256 of sources, schema and analyzer
    std::string manifest_digest;  ///< SHA-256 of the manifest, which holds those of all files
};

struct Protocol {
    int version = kProtocolVersion;
    std::string number;
    std::string address;  ///< permanent, with host
    Moment moment;
    Day as_of{};
    ProtocolQuestion question;
    std::vector<ProtocolLine> lines;  ///< of a check
    ProtocolGeneration generation;
    std::vector<ProtocolResult> results;
    std::vector<std::string> not_proven;  ///< what the record as a whole does not
    std::vector<ProtocolRegister> registers;
    std::string issuer;  ///< "Wespół, otwarty katalog …"
    std::string key;     ///< id of the key that signs
};

}  // namespace wespol
