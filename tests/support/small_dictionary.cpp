// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_dictionary.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace wespol::test {
namespace {

constexpr unsigned char kLastArc = 0x40, kFinalArc = 0x20;
constexpr char kSeparator = ';';

struct Branch {
    std::map<unsigned char, Branch> below;
    bool is_final = false;
    std::size_t offset = 0;  ///< of its arcs
};

void add(Branch& root, const std::string& sequence) {
    Branch* at = &root;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        at = &at->below[static_cast<unsigned char>(sequence[i])];
        at->is_final = at->is_final || i + 1 == sequence.size();
    }
}

/// Morfologik's PREFIX code: how much to cut at the front (never) and at the end, then what to add.
std::string coded(const std::string& form, const std::string& lemma) {
    std::size_t shared = 0;
    while (shared < std::min(form.size(), lemma.size()) && form[shared] == lemma[shared])
        ++shared;
    const char cut = static_cast<char>('A' + static_cast<char>(form.size() - shared));
    return form + kSeparator + 'A' + cut + lemma.substr(shared);
}

/// Three bytes whatever the number, so that offsets are known before they are written.
std::string number(std::size_t value) {
    return {static_cast<char>(0x80 | (value & 0x7F)), static_cast<char>(0x80 | (value >> 7 & 0x7F)),
            static_cast<char>(value >> 14 & 0x7F)};
}

std::size_t place(Branch& branch, std::size_t offset) {
    branch.offset = offset;
    for (auto& [label, below] : branch.below)
        offset += below.below.empty() ? 3 : 5;
    for (auto& [label, below] : branch.below)
        if (!below.below.empty()) offset = place(below, offset);
    return offset;
}

void write(const Branch& branch, std::string& bytes) {
    for (const auto& [label, below] : branch.below) {
        const bool is_last = label == branch.below.rbegin()->first;
        bytes += static_cast<char>((is_last ? kLastArc : 0) | (below.is_final ? kFinalArc : 0));
        bytes += static_cast<char>(label);
        bytes += below.below.empty() ? std::string(1, '\0') : number(below.offset);
    }
    for (const auto& [label, below] : branch.below)
        if (!below.below.empty()) write(below, bytes);
}

}  // namespace

std::string small_dictionary(const FormsAndLemmas& entries) {
    Branch root;
    for (const auto& [form, lemma] : entries)
        add(root, coded(form, lemma));
    constexpr std::size_t kEntry = 5;  // one arc that leads to the root
    place(root, kEntry);
    std::string bytes = "\\fsa\xC6";
    bytes += std::string("\x00\x07\x01\x00", 4);  // flags, number of labels, label 0
    bytes += static_cast<char>(kLastArc);
    bytes += '^';
    bytes += number(kEntry);
    write(root, bytes);
    return bytes;
}

const FormsAndLemmas& words_of_the_trade() {
    static const FormsAndLemmas words{
        {"pierogów", "pierogi"},
        {"pierogów", "pieróg"},
        {"pierogi", "pieróg"},
        {"szkole", "szkoła"},
        {"szkoła", "szkoła"},
        {"Gnieźnie", "Gniezno"},
        {"Gniezno", "Gniezno"},
        {"sprzątanie", "sprzątać"},
        {"sprzątanie", "sprzątanie"},
        {"sprzątania", "sprzątanie"},
        {"pralnię", "pralnia"},
        {"pralni", "pralnia"},
        {"szycie", "szyć"},
        {"szycia", "szycie"},
        {"opiekunce", "opiekunka"},
        {"łódź", "łódź"},
        {"Łodzi", "Łódź"},
        {"Poznaniu", "Poznań"},
        {"poznanie", "poznać"},
        {"poznanie", "poznanie"},
        {"najlepszych", "dobry"},
        {"ogrodnik", "ogrodnik"},
        {"ogrodnikiem", "ogrodnik"},
        {"żłobku", "żłobek"},
        {"rękodzieła", "rękodzieło"},
        {"drzwi", "drzwi"},
        {"pies", "pies"},
        {"psami", "pies"},
        {"wózków", "wózek"},
        {"kafelki", "kafelek"},
    };
    return words;
}

}  // namespace wespol::test
