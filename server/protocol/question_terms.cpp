// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/protocol/question_terms.h"

#include "core/analysis/folding.h"
#include "core/search/facet_labels.h"
#include "core/support/joined.h"

#include <string>
#include <utility>

namespace wespol {
namespace {

std::string quoted(const std::vector<std::string>& texts) {
    std::vector<std::string> in_quotes;
    in_quotes.reserve(texts.size());
    for (const std::string& text : texts)
        in_quotes.push_back("„" + text + "”");
    return joined(in_quotes, ", ");
}

class TermList {
  public:
    explicit TermList(const Messages& messages) : messages_(messages) {}

    /// `key`: of the message that labels it.
    void add(const char* key, const std::string& value) { put(messages_(key), value); }
    void put(std::string label, const std::string& value) {
        if (!value.empty()) terms_.push_back({std::move(label), value});
    }
    std::vector<ProtocolTerm> terms() && { return std::move(terms_); }

  private:
    const Messages& messages_;
    std::vector<ProtocolTerm> terms_;
};

void add_words(TermList& list, const Messages& messages, const SearchResponse& response) {
    const SearchRequest& asked = response.request;
    const Understood& understood = response.understood;
    if (asked.text.empty()) return;
    list.add("protocol.term.words", asked.text);
    if (understood.corrected) list.add("protocol.term.corrected", *understood.corrected);
    std::vector<UnderstoodConcept> others = understood.concepts;
    std::erase_if(others, [&](const UnderstoodConcept& each) {
        return fold_words(each.label) == fold_words(asked.text);
    });
    list.add("protocol.term.concepts", labels_of(others));
    list.add("protocol.term.numbers", joined(understood.identifiers, ", "));
    list.add("protocol.term.ignored", quoted(understood.ignored));
    std::vector<std::string> literal;
    for (const ReadingPartCode& each : kReadingParts)
        if (asked.literal.has(each.part))
            literal.push_back(messages("understood.off." + std::string(each.code)));
    list.add("protocol.term.literal", joined(literal, ", "));
}

void add_filters(TermList& list, const PageContext& context, const SearchRequest& request) {
    for (const Field& field : kFields) {
        const auto chosen = request.filters.find(field.id);
        if (chosen == request.filters.end()) continue;
        std::vector<std::string> labels;
        for (const std::string& code : chosen->second) {
            const std::string label =
                value_label(context.references, field.id, code, context.language);
            labels.push_back(field.id == FieldId::cpv && label != code ? code + " " + label
                                                                       : label);
        }
        const std::string name = facet_label(field.id, context.language);
        list.put(name.empty() ? "CPV" : name, joined(labels, ", "));
    }
}

}  // namespace

std::vector<ProtocolTerm> question_terms(const PageContext& context, const Messages& messages,
                                         const SearchResponse& response, QuestionOf of) {
    const bool is_of_entities = of == QuestionOf::entities;
    TermList list(messages);
    const SearchRequest& searched = response.spelled_out;
    add_words(list, messages, response);
    add_filters(list, context, searched);
    if (searched.near)
        list.add("protocol.term.place", messages("chip.near", {{"radius", searched.near->radius_km},
                                                               {"place", searched.near->label}}));
    list.add("protocol.term.notes",
             joined(in_language(response.understood.notes, context.language), " "));
    std::vector<ProtocolTerm> terms = std::move(list).terms();
    if (terms.empty())
        terms.push_back({messages("protocol.term.words"),
                         messages(is_of_entities ? "protocol.term.everyone"
                                                 : "protocol.term.every_certificate")});
    // Certificates without words stand as they are recorded.
    const bool is_recorded_order = !is_of_entities && response.sort == SortOrder::name;
    terms.push_back(
        {messages("protocol.term.order"),
         messages(is_recorded_order ? "sort.zapis" : "sort." + std::string(code(response.sort)))});
    return terms;
}

}  // namespace wespol
