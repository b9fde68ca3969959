// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/morphological_dictionary.h"

#include "core/support/digest.h"
#include "core/support/error.h"
#include "core/support/files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

using Node = Automaton::Node;

constexpr unsigned char kSeparator = ';';
constexpr std::size_t kMaxFormBytes = 128;  // the longest form of PoliMorf has 47
constexpr std::size_t kMaxCodeBytes = 128;
constexpr std::size_t kMaxLemmas = 64;
constexpr std::size_t kMaxSteps = 4096;

struct Letter {
    char folded;
    std::string_view small, capital;
};

constexpr std::array kPolishLetters{
    Letter{'a', "ą", "Ą"}, Letter{'c', "ć", "Ć"}, Letter{'e', "ę", "Ę"},
    Letter{'l', "ł", "Ł"}, Letter{'n', "ń", "Ń"}, Letter{'o', "ó", "Ó"},
    Letter{'s', "ś", "Ś"}, Letter{'z', "ź", "Ź"}, Letter{'z', "ż", "Ż"}};

/// The lemma that `code` makes of `form`: bytes to drop at the beginning ('A' + n) and at the end,
/// then what to append. "" when the code does not fit the form.
std::string decode_lemma(std::string_view form, std::string_view code) {
    constexpr unsigned kDropAll = 255;
    if (code.size() < 2) return {};
    const auto count = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(code[i] - 'A'));
    };
    const std::string_view appended = code.substr(2);
    if (count(0) == kDropAll || count(1) == kDropAll) return std::string(appended);
    if (count(0) + count(1) > form.size()) return {};
    std::string lemma(form.substr(count(0), form.size() - count(0) - count(1)));
    return lemma += appended;
}

/// Reads the codes that follow a form, up to the separator before the grammatical tags.
class LemmaCollector {
  public:
    LemmaCollector(const Automaton& automaton, std::string_view form)
        : automaton_(automaton), form_(form) {}

    std::vector<std::string> collect(Node after_separator) {
        visit(after_separator);
        std::sort(lemmas_.begin(), lemmas_.end());
        lemmas_.erase(std::unique(lemmas_.begin(), lemmas_.end()), lemmas_.end());
        return std::move(lemmas_);
    }

  private:
    void visit(Node node) {
        if (code_.size() >= kMaxCodeBytes) return;
        automaton_.for_each_arc(node, [&](const Automaton::Arc& arc) {
            // Counts below 'A' cannot occur, so a separator always ends the code.
            if (arc.label == kSeparator) return add();
            code_ += static_cast<char>(arc.label);
            if (arc.is_final) add();
            visit(arc.target);
            code_.pop_back();
        });
    }

    void add() {
        if (lemmas_.size() >= kMaxLemmas) return;
        std::string lemma = decode_lemma(form_, code_);
        if (!lemma.empty()) lemmas_.push_back(std::move(lemma));
    }

    const Automaton& automaton_;
    std::string_view form_;
    std::string code_;
    std::vector<std::string> lemmas_;
};

/// Walks all spellings of a folded word side by side with the automaton.
class FormCollector {
  public:
    FormCollector(const Automaton& automaton, std::string_view folded, std::size_t limit)
        : automaton_(automaton), folded_(folded), limit_(limit) {}

    std::vector<std::string> collect() {
        visit(automaton_.root(), 0);
        return std::move(forms_);
    }

  private:
    void visit(Node node, std::size_t position) {
        if (node == 0 || forms_.size() >= limit_ || ++steps_ > kMaxSteps) return;
        if (position == folded_.size()) {
            if (automaton_.follow(node, kSeparator) != 0) forms_.push_back(form_);
            return;
        }
        const char letter = folded_[position];
        const bool is_first = position == 0;
        advance(node, position, {&letter, 1});
        if (is_first && letter >= 'a' && letter <= 'z') {
            const char capital = static_cast<char>(letter - 'a' + 'A');
            advance(node, position, {&capital, 1});
        }
        for (const Letter& polish : kPolishLetters) {
            if (polish.folded != letter) continue;
            advance(node, position, polish.small);
            if (is_first) advance(node, position, polish.capital);
        }
    }

    void advance(Node node, std::size_t position, std::string_view spelling) {
        for (const char byte : spelling)
            node = automaton_.follow(node, static_cast<unsigned char>(byte));
        const std::size_t length = form_.size();
        form_ += spelling;
        visit(node, position + 1);
        form_.resize(length);
    }

    const Automaton& automaton_;
    std::string_view folded_;
    std::size_t limit_;
    std::size_t steps_ = 0;
    std::string form_;
    std::vector<std::string> forms_;
};

}  // namespace

MorphologicalDictionary::MorphologicalDictionary(Automaton automaton, std::string digest)
    : automaton_(std::move(automaton)), digest_(std::move(digest)) {}

MorphologicalDictionary MorphologicalDictionary::from_bytes(std::string bytes) {
    std::string digest = sha256(bytes);
    return {Automaton(std::move(bytes)), std::move(digest)};
}

MorphologicalDictionary MorphologicalDictionary::open(const std::filesystem::path& path) {
    try {
        return from_bytes(read_file(path));
    } catch (const Error& error) {
        throw Error(error.code(), path.string() + ": " + error.what(), error.hint());
    }
}

std::vector<std::string> MorphologicalDictionary::lemmas(std::string_view form) const {
    if (form.empty() || form.size() > kMaxFormBytes) return {};
    Node node = automaton_.root();
    for (const char byte : form) {
        if (static_cast<unsigned char>(byte) == kSeparator) return {};
        node = automaton_.follow(node, static_cast<unsigned char>(byte));
        if (node == 0) return {};
    }
    const Node codes = automaton_.follow(node, kSeparator);
    if (codes == 0) return {};
    return LemmaCollector(automaton_, form).collect(codes);
}

std::vector<std::string> MorphologicalDictionary::forms_of_folded(std::string_view folded,
                                                                  std::size_t limit) const {
    if (folded.empty() || folded.size() > kMaxFormBytes) return {};
    if (folded.find(static_cast<char>(kSeparator)) != std::string_view::npos) return {};
    return FormCollector(automaton_, folded, limit).collect();
}

}  // namespace wespol
