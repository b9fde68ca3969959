// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/completion_section.h"

#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace wespol {
namespace {

/// No UTF-8 has this byte: behind every word that begins with what stands before it.
constexpr char kBehindAll = '\xFF';

std::uint32_t number(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

void sort_distinct(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool are_below(const std::vector<std::uint32_t>& numbers, std::size_t end) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [end](std::uint32_t each) { return each < end; });
}

bool are_postings(const std::vector<std::uint32_t>& postings, std::size_t names) {
    return std::all_of(postings.begin(), postings.end(), [names](std::uint32_t each) {
        const Posting posting = Posting::unpacked(each);
        return posting.standing <= Standing::context && posting.name < names;
    });
}

}  // namespace

/// Gathers the words of all names under provisional ids, in the order in which they occur.
class CompletionSection::Builder {
  public:
    Builder(CompletionSection& section, const Analyzer& analyzer)
        : section_(section), analyzer_(analyzer) {}

    void add(const CompletionEntry& entry) {
        section_.targets_.add(entry.target);
        section_.first_names_.push_back(number(section_.names_.size()));
        for (const std::string& detail : entry.details)
            section_.entry_details_.push_back(id_of_detail(detail));
        const std::vector<std::uint32_t> context = word_ids(entry.context, false);
        std::set<std::string> known;
        for (std::size_t i = 0; i < entry.labels.size(); ++i) {
            add_name(entry.labels[i], entry.labels.size() == 1 ? kNoLanguage : number(i), context);
            known.insert(fold_words(entry.labels[i]));
        }
        for (const CompletionAlias& alias : entry.aliases)
            if (known.insert(fold_words(alias.text)).second)
                add_name(alias.text,
                         alias.language ? static_cast<std::uint32_t>(*alias.language) : kNoLanguage,
                         context);
    }

    void finish() {
        std::vector<std::uint32_t> by_text(texts_.size());
        std::vector<std::uint32_t> final_ids(texts_.size());
        for (std::uint32_t id = 0; id < by_text.size(); ++id)
            by_text[id] = id;
        std::sort(by_text.begin(), by_text.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return texts_[a] < texts_[b]; });
        std::map<std::string, std::vector<std::uint32_t>> words_of_lemma;
        for (std::uint32_t id = 0; id < by_text.size(); ++id) {
            const std::string& text = texts_[by_text[id]];
            final_ids[by_text[id]] = id;
            section_.words_.add(text);
            if (foreign_.contains(by_text[id])) words_of_lemma[text].push_back(id);
            for (const std::string& written : written_[by_text[id]])
                for (std::string& lemma : analyzer_.lemmas(written))
                    words_of_lemma[std::move(lemma)].push_back(id);
        }
        for (auto& [lemma, words] : words_of_lemma) {
            sort_distinct(words);
            section_.lemmas_.add(lemma);
            section_.lemma_words_.add(words);
        }
        add_postings(final_ids);
    }

  private:
    std::uint32_t id_of_detail(const std::string& detail) {
        const auto [found, is_new] = detail_ids_.emplace(detail, number(section_.details_.size()));
        if (is_new) section_.details_.add(detail);
        return found->second;
    }

    std::vector<std::uint32_t> word_ids(std::string_view text, bool is_foreign) {
        std::vector<std::uint32_t> ids;
        for (const Token& token : tokenize(text)) {
            std::string folded = fold(token.text);
            std::erase(folded, ' ');  // "2 A" is "2a", as the analyzer has it
            if (folded.empty()) continue;
            const auto [found, is_new] = word_ids_.emplace(folded, number(texts_.size()));
            if (is_new) {
                texts_.push_back(std::move(folded));
                written_.emplace_back();
            }
            std::string written = lower(token.text);
            if (is_foreign && analyzer_.knows(written))
                foreign_.insert(found->second);
            else
                written_[found->second].insert(std::move(written));
            ids.push_back(found->second);
        }
        return ids;
    }

    void add_name(const std::string& text, std::uint32_t language,
                  const std::vector<std::uint32_t>& context) {
        std::vector<std::uint32_t> ids =
            word_ids(text, language == static_cast<std::uint32_t>(Language::en) ||
                               language == static_cast<std::uint32_t>(Language::uk));
        own_counts_.push_back(ids.size());
        ids.insert(ids.end(), context.begin(), context.end());
        section_.names_.add(text);
        section_.name_entries_.push_back(number(section_.targets_.size() - 1));
        section_.name_languages_.push_back(language);
        name_words_.push_back(std::move(ids));
    }

    Standing standing(std::uint32_t name, std::size_t position, std::uint32_t word) const {
        const bool is_label = section_.is_label(name);
        if (position == 0) return is_label ? Standing::label_start : Standing::alias_start;
        if (position >= own_counts_[name] || is_stop_word(texts_[word])) return Standing::context;
        return is_label ? Standing::label_inside : Standing::alias_inside;
    }

    void add_postings(const std::vector<std::uint32_t>& final_ids) {
        std::vector<std::vector<std::uint32_t>> postings(texts_.size());
        for (std::uint32_t name = 0; name < name_words_.size(); ++name) {
            std::vector<std::uint32_t>& words = name_words_[name];
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto same = words.begin() + static_cast<std::ptrdiff_t>(i);
                const Posting posting{
                    own_counts_[name] == 0 ? Standing::context : standing(name, i, words[i]), name};
                // A word that comes again counts where it stands best, which is where it is first.
                if (std::find(words.begin(), same, words[i]) == same)
                    postings[final_ids[words[i]]].push_back(posting.packed());
            }
            std::transform(words.begin(), words.end(), words.begin(),
                           [&](std::uint32_t id) { return final_ids[id]; });
            section_.name_words_.add(words);
        }
        for (std::vector<std::uint32_t>& each : postings) {
            std::sort(each.begin(), each.end());
            section_.postings_.add(each);
        }
    }

    CompletionSection& section_;
    const Analyzer& analyzer_;
    std::unordered_map<std::string, std::uint32_t> word_ids_, detail_ids_;
    std::vector<std::string> texts_;  ///< by provisional word id
    /// The same with their diacritics, with which the dictionary knows them better.
    std::vector<std::set<std::string>> written_;
    /// English words that Polish has too are no forms of the Polish ones: "parcel", "parcela".
    std::set<std::uint32_t> foreign_;
    std::vector<std::vector<std::uint32_t>> name_words_;
    std::vector<std::size_t> own_counts_;  ///< by name: words before those of the context
};

CompletionSection::CompletionSection(const std::vector<CompletionEntry>& entries,
                                     std::size_t first_minor, const Analyzer& analyzer)
    : label_count_(entries.empty() ? 1 : number(entries.front().labels.size())),
      first_minor_(number(first_minor)) {
    Builder builder(*this, analyzer);
    for (const CompletionEntry& entry : entries)
        builder.add(entry);
    builder.finish();
}

template <class Self, class Visit>
void CompletionSection::visit_parts(Self& self, Visit&& visit) {
    visit(self.words_);
    visit(self.postings_);
    visit(self.lemmas_);
    visit(self.lemma_words_);
    visit(self.names_);
    visit(self.name_words_);
    visit(self.name_entries_);
    visit(self.name_languages_);
    visit(self.targets_);
    visit(self.first_names_);
    visit(self.details_);
    visit(self.entry_details_);
    visit(self.label_count_);
    visit(self.first_minor_);
}

void CompletionSection::write(PackedWriter& writer) const {
    visit_parts(*this, writer);
}

void CompletionSection::read(PackedReader& reader) {
    visit_parts(*this, reader);
    if (!is_sound()) fail_as_damaged();
}

bool CompletionSection::is_sound() const {
    const std::size_t entries = targets_.size();
    const bool sizes_agree =
        postings_.size() == words_.size() && lemma_words_.size() == lemmas_.size() &&
        name_words_.size() == names_.size() && name_entries_.size() == names_.size() &&
        name_languages_.size() == names_.size() && first_names_.size() == entries &&
        entry_details_.size() == entries * kDetails;
    const bool labels_fit = label_count_ == 1 || label_count_ == kLanguages.size();
    if (!sizes_agree || !labels_fit || names_.size() >= 1U << Posting::kNameBits) return false;
    for (std::size_t entry = 0; entry < entries; ++entry) {
        const std::size_t end = entry + 1 < entries ? first_names_[entry + 1] : names_.size();
        if (first_names_[entry] > end || end - first_names_[entry] < label_count_) return false;
    }
    for (std::size_t name = 0; name < names_.size(); ++name)
        if (name_entries_[name] >= entries || first_names_[name_entries_[name]] > name)
            return false;
    return words_.are_sorted() && lemmas_.are_sorted() &&
           are_postings(postings_.numbers(), names_.size()) &&
           are_below(lemma_words_.numbers(), words_.size()) &&
           are_below(name_words_.numbers(), words_.size()) &&
           are_below(entry_details_, details_.size());
}

std::pair<std::uint32_t, std::uint32_t> CompletionSection::words_beginning(
    std::string_view prefix) const {
    const auto first = words_.lower_bound(prefix);
    const auto end = words_.lower_bound(std::string(prefix).append(1, kBehindAll));
    return {number(first), number(std::max(first, end))};
}

std::optional<std::uint32_t> CompletionSection::id_of_word(std::string_view word) const {
    const std::size_t id = words_.lower_bound(word);
    if (id == words_.size() || words_[id] != word) return std::nullopt;
    return number(id);
}

std::vector<std::uint32_t> CompletionSection::words_meaning(const AnalyzedWord& word) const {
    std::vector<std::uint32_t> ids;
    if (const auto itself = id_of_word(word.surface)) ids.push_back(*itself);
    for (const std::string& lemma : word.lemmas) {
        const std::size_t index = lemmas_.lower_bound(lemma);
        if (index == lemmas_.size() || lemmas_[index] != lemma) continue;
        const auto words = lemma_words_[index];
        ids.insert(ids.end(), words.begin(), words.end());
    }
    sort_distinct(ids);
    return ids;
}

}  // namespace wespol
