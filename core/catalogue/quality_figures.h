// SPDX-License-Identifier: GPL-3.0-or-later
// How much the directory knows: figures of a whole catalogue, none of a single record. Counted when
// a generation is built, kept in it as quality.json, shown to everyone (/dane/jakosc). What is
// wrong with which record is told to the office only (indexer/report). Plain values.
#pragma once

#include "core/catalogue/catalogue.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct NamedCount {
    std::string name;
    std::size_t number = 0;
};

/// What was read of a file.
struct SourceFigures {
    std::string file;          ///< "sources/entities.jsonl"
    std::size_t rows = 0;      ///< not blank
    std::size_t rejected = 0;  ///< rows that gave no record
};

/// When the facts about entities were last known to hold.
struct FactAge {
    std::map<int, std::size_t> by_year;  ///< year → entities
    std::size_t undated = 0;             ///< entities of which no source tells a date
};

struct QualityFigures {
    std::vector<NamedCount> counts;    ///< "entities", "certificates", …
    std::vector<NamedCount> coverage;  ///< field → entities of which it is known
    FactAge age;
    std::size_t certificates_with_holder = 0;
    std::size_t certificates_without_holder = 0;
    std::vector<SourceFigures> sources;

    /// 0 when there is no such count.
    std::size_t count(std::string_view name) const;
};

/// `sources`: all that was read for the catalogue.
QualityFigures quality_figures(const Catalogue& catalogue, std::vector<SourceFigures> sources);

/// {"counts": {name: n}, "coverage": {field: n}, "age": {"by_year": {"2019": n}, "undated": n},
///  "certificates": {"with_holder": n, "without_holder": n}, "sources": [{"file", "rows",
///  "rejected"}]}: one line, keys in the order of the figures.
std::string encode(const QualityFigures& figures);

/// Throws Error(environment) on text that encode did not write.
QualityFigures decode_quality(std::string_view json);

}  // namespace wespol
