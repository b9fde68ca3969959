// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/explanation_view.h"

#include "core/search/facet_labels.h"
#include "core/support/joined.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace wespol {
namespace {

/// What is said of one field or of one kind of part, with all it is said of.
struct Remark {
    std::string key;  ///< of its message
    std::vector<std::string> values;
};

std::string message_key(const ScorePart& part) {
    const std::string name(field(part.field).name);
    switch (part.source) {
        case ScoreSource::exact_name:
            return "why.exact_name";
        case ScoreSource::word:
        case ScoreSource::phrase:
            return "why.field." + name;
        case ScoreSource::side_by_side:
            return "why.side_by_side";
        case ScoreSource::filed_under:
            return "why.concept." + name;
        case ScoreSource::distance:
            return "why.distance";
        case ScoreSource::mentions:
            return "why.mention";
        case ScoreSource::offered:
            return "why.offered";
        case ScoreSource::named_after:
            return "why.named_after";
    }
    return "";
}

std::string value_of(const PageContext& context, const Messages& messages, const ScorePart& part) {
    if (!part.code.empty())
        return value_label(context.references, part.field, part.code, context.language);
    if (part.source == ScoreSource::distance) return part.text;
    std::string words = part.text;
    std::erase(words, '"');
    return messages("why.quoted", {{"text", words}});
}

std::vector<Remark> remarks(const PageContext& context, const Messages& messages,
                            const std::vector<ScorePart>& explanation) {
    // Filed under a sector and mentioning it is one thing to say.
    const auto is_said_already = [&](const ScorePart& part) {
        return part.source == ScoreSource::mentions &&
               std::any_of(explanation.begin(), explanation.end(), [&](const ScorePart& each) {
                   return each.source == ScoreSource::filed_under && each.code == part.code;
               });
    };
    std::vector<Remark> remarks;
    for (const ScorePart& part : explanation) {
        if (is_said_already(part)) continue;
        std::string key = message_key(part);
        auto remark = std::find_if(remarks.begin(), remarks.end(),
                                   [&](const Remark& each) { return each.key == key; });
        if (remark == remarks.end())
            remark = remarks.insert(remarks.end(), Remark{std::move(key), {}});
        std::string value = value_of(context, messages, part);
        auto& values = remark->values;
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
    return remarks;
}

/// Of any alphabet.
std::string with_capital(const std::string& sentence) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(sentence);
    const UChar32 first = text.char32At(0);
    text.replace(0, U16_LENGTH(first), u_toupper(first));
    std::string result;
    return text.toUTF8String(result);
}

}  // namespace

std::string explanation_sentence(const PageContext& context, const Messages& messages,
                                 const std::vector<ScorePart>& explanation) {
    std::string sentence;
    for (const Remark& remark : remarks(context, messages, explanation))
        sentence += (sentence.empty() ? "" : "; ") +
                    messages(remark.key, {{"values", joined(remark.values, ", ")}});
    if (sentence.empty()) return sentence;
    return with_capital(sentence) + ".";
}

}  // namespace wespol
