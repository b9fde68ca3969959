// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a name apart as it stands in lists. Not for free text. Remembers words it has seen: not
// thread-safe, one per thread; analyzer and place finder are shared.
#pragma once

#include "indexer/linking/form_writings.h"
#include "indexer/linking/parsed_name.h"
#include "indexer/linking/place_hint_finder.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wespol {

class NameParser {
  public:
    NameParser(const Analyzer& analyzer, const PlaceHintFinder& places);

    ParsedName parse(std::string_view name);

    /// A town as lists give it: "Leonów / Leonowo (gm. Borek Wlkp.)", "Kwilcz, pow. międzychodzki".
    std::vector<PlaceHint> parse_town(std::string_view town);

    /// The words of a text as they are, for telling whether a name repeats them.
    NameWords words(std::string_view text) { return reader_.read(text); }

  private:
    /// What a word of the text turned out to be.
    enum class Role { name, form, place, function, aside, operator_, left_out };
    struct Form {
        const FormWriting* writing;
        std::size_t begin, end;  ///< words
        bool is_genitive;
        bool is_base;  ///< in the nominative
    };
    struct Parts;

    NameWords read(std::string_view text);
    void take_identifiers(Parts& parts, ParsedName& parsed) const;
    void set_streets_aside(Parts& parts) const;
    void find_forms(Parts& parts) const;
    void find_places(Parts& parts, ParsedName& parsed) const;
    void find_bare_places(Parts& parts, ParsedName& parsed) const;
    static bool is_one(const Parts& parts, std::size_t i);
    static void find_numbers(Parts& parts, ParsedName& parsed);
    void settle_form(Parts& parts, ParsedName& parsed) const;
    void parse_note(std::string_view note, ParsedName& parsed);
    std::size_t form_at(std::span<const NameWord> words, bool is_first,
                        const FormWriting*& writing) const;
    bool is_base_form(const Parts& parts, std::size_t begin, const FormWriting& writing) const;

    struct WrittenForm {
        const FormWriting* writing;
        NameWords words;
    };
    const PlaceHintFinder& places_;
    NameWordReader reader_;
    std::vector<WrittenForm> forms_;
    std::unordered_map<std::string, NameWords> acronyms_;
};

}  // namespace wespol
