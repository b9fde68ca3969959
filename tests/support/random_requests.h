// SPDX-License-Identifier: GPL-3.0-or-later
// Requests a person could make, drawn by chance, the same ones for the same seed.
#pragma once

#include "core/search/search_request.h"
#include "core/search/search_response.h"

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace wespol::test {

/// Most of them are narrow enough to find something.
class RandomRequests {
  public:
    explicit RandomRequests(unsigned seed) : random_(seed) {}

    SearchRequest next(const SearchResponse& everything) {
        SearchRequest request;
        request.text = pick(kWords);
        if (below(2) == 0) request.literal = LiteralParts::all();
        for (const Facet& facet : everything.facets) {
            if (below(5) != 0 || facet.values.empty()) continue;
            for (std::size_t i = 0; i <= below(3); ++i) {
                const std::string& code = facet.values[below(facet.values.size())].code;
                request = request.with(facet.field, code);
            }
        }
        request.as_of = pick(kDays);
        if (below(4) == 0)
            request.near = NearPlace{"Gniezno", "Gniezno", 52.5347, 17.5997,
                                     10.0 + static_cast<double>(below(80))};
        return request;
    }

    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }

  private:
    template <class List>
    typename List::value_type pick(const List& list) {
        return list[below(list.size())];
    }

    static inline const std::vector<std::string> kWords{"",
                                                        "",
                                                        "",
                                                        "",
                                                        "catering",
                                                        "spółdzielnia",
                                                        "sprzątaniem",
                                                        "osób niepełnosprawnych",
                                                        "gniezno",
                                                        "pomoc",
                                                        "rękodzieło ceramika",
                                                        "fundacja dzieci",
                                                        "torby",
                                                        "pralnia",
                                                        "zieleń"};
    static inline const std::vector<std::optional<Day>> kDays{
        std::nullopt,
        std::nullopt,
        Day{std::chrono::year{2015} / 6 / 1},
        Day{std::chrono::year{2015} / 12 / 18},
        Day{std::chrono::year{2015} / 12 / 19},
        Day{std::chrono::year{2017} / 1 / 1},
        Day{std::chrono::year{2021} / 1 / 15},
        Day{std::chrono::year{2010} / 1 / 1}};

    std::mt19937 random_;
};

}  // namespace wespol::test
