// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/certificate_likeness.h"

#include "core/analysis/folding.h"
#include "indexer/source/excerpt.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace wespol {
namespace {

using Date = std::optional<PartialDate>;
using Text = std::optional<std::string>;

/// Every day that one can mean the other can mean too.
bool is_within(const PartialDate& narrow, const PartialDate& wide) {
    const bool begins =
        !wide.earliest() || (narrow.earliest() && *narrow.earliest() >= *wide.earliest());
    const bool ends = !wide.latest() || (narrow.latest() && *narrow.latest() <= *wide.latest());
    return begins && ends;
}

std::string words(const Text& text) {
    return fold_words(text.value_or(""));
}

std::set<std::string> word_set(const Text& text) {
    const std::vector<std::string> words = folded_words(text.value_or(""));
    return {words.begin(), words.end()};
}

/// "catering", "catering okolicznościowy"
bool is_part_of_the_other(const Text& a, const Text& b) {
    const std::set<std::string> x = word_set(a);
    const std::set<std::string> y = word_set(b);
    return std::ranges::includes(x, y) || std::ranges::includes(y, x);
}

std::string difference(const char* what, const std::string& a, const std::string& b) {
    return fmt::format("{}: „{}” i „{}”", what, excerpt(a), excerpt(b));
}

/// What two rows of one certificate cannot both say; "" when nothing.
std::string contradiction(const Certificate& a, const Certificate& b) {
    if (a.valid_until && b.valid_until && !can_be_one_day(*a.valid_until, *b.valid_until))
        return difference("ważny do", a.valid_until->text(), b.valid_until->text());
    if (!a.edition.empty() && !b.edition.empty() && a.edition != b.edition)
        return difference("edycja", a.edition, b.edition);
    if (a.holder_krs && b.holder_krs && *a.holder_krs != *b.holder_krs)
        return difference("KRS posiadacza", *a.holder_krs, *b.holder_krs);
    if (a.holder_nip && b.holder_nip && *a.holder_nip != *b.holder_nip)
        return difference("NIP posiadacza", *a.holder_nip, *b.holder_nip);
    return "";
}

/// Rows without a day may mean the same where nothing else tells them apart.
bool may_be_one_day(const Certificate& a, const Certificate& b) {
    if (a.granted_on && b.granted_on) return can_be_one_day(*a.granted_on, *b.granted_on);
    if (a.edition != b.edition) return false;
    return !a.edition.empty() || (!a.granted_on && !b.granted_on);
}

}  // namespace

long width_in_days(const PartialDate& date) {
    if (!date.earliest() || !date.latest()) return std::numeric_limits<long>::max();
    return (*date.latest() - *date.earliest()).count();
}

bool can_be_one_day(const PartialDate& a, const PartialDate& b) {
    return is_within(a, b) || is_within(b, a);
}

CertificateLikeness compare_certificates(const Certificate& a, const Certificate& b) {
    if (!may_be_one_day(a, b)) return {};
    const bool is_one_list = a.provenance.file == b.provenance.file;
    const bool is_other_subject = a.subject && b.subject && words(a.subject) != words(b.subject);
    if (is_other_subject && (is_one_list || !is_part_of_the_other(a.subject, b.subject))) return {};
    if (is_other_subject)
        return {false, difference("ten sam dzień, podobny przedmiot", *a.subject, *b.subject)};
    if (!a.granted_on || !b.granted_on)
        return {false, "nie wiadomo, z którego są dnia, a nic innego ich nie różni"};
    if (std::string why = contradiction(a, b); !why.empty())
        return {false, "ten sam dzień, ale co innego stoi przy: " + why, true};
    return {true};
}

bool are_of_one(const std::vector<const Certificate*>& certificates) {
    std::set<std::string> subjects;
    std::vector<const PartialDate*> days;
    for (const Certificate* each : certificates) {
        if (each->subject) subjects.insert(words(each->subject));
        if (each->granted_on) days.push_back(&*each->granted_on);
    }
    // Spans that lie one in another do so in the order of their width.
    std::ranges::sort(days, {}, [](const PartialDate* each) { return width_in_days(*each); });
    for (std::size_t i = 1; i < days.size(); ++i)
        if (!is_within(*days[i - 1], *days[i])) return false;
    return subjects.size() < 2;
}

}  // namespace wespol
