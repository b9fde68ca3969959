// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/diff/certificate_changes.h"

#include "core/analysis/folding.h"
#include "indexer/diff/text_member.h"

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

using Json = nlohmann::json;

/// A date that this version cannot read is as good as none.
std::optional<PartialDate> date_at(const Json& json, const char* key) {
    auto parsed = PartialDate::parse(text_at(json, key));
    if (!parsed) return std::nullopt;
    return std::move(*parsed);
}

/// "decyzja (biuro, 2026-11-22): ten sam NIP"; "" when nobody decided.
std::string decision_in(const LinkOutcome& outcome) {
    if (outcome.candidates.empty()) return "";
    for (const Evidence& each : outcome.candidates.front().comparison.evidence)
        if (each.what == "decision") return each.says;
    return "";
}

bool may_have_held(const Validity& validity, Day day) {
    const CertificateState state = state_on(validity, day);
    return state == CertificateState::valid || state == CertificateState::expiring ||
           state == CertificateState::uncertain;
}

}  // namespace

CertificateChangeFinder::CertificateChangeFinder(const LoadedCatalogue& loaded, Day published_on,
                                                 Day today)
    : published_on_(published_on), today_(today) {
    for (const LinkOutcome& each : loaded.links)
        if (each.band == Band::linked) linked_by_program_.emplace(each.record, decision_in(each));
}

void CertificateChangeFinder::add(const Certificate* now, const Json* published) {
    std::optional<std::size_t> place;
    if (published) {
        place = published_.size();
        published_.push_back(grant(*published));
    }
    if (now) now_.emplace_back(grant(*now), place);
}

CertificateChanges CertificateChangeFinder::changes() const {
    CertificateChanges changes;
    const auto tell = [](std::vector<CertificateChange>& list, CertificateChange about,
                         std::string before, std::string after) {
        about.before = std::move(before);
        about.after = std::move(after);
        list.push_back(std::move(about));
    };
    for (const auto& [now, place] : now_) {
        const Grant* published = place ? &published_[*place] : nullptr;
        const Grant* earlier = published ? published : earlier_one(now);
        if (earlier && is_renewal(now, *earlier))
            tell(changes.renewed, with_gap(now, *earlier), earlier->about.id,
                 format_day(*now.validity.earliest_start));
        if (published && may_have_held(published->validity, published_on_) &&
            state_on(now.validity, today_) == CertificateState::expired)
            tell(changes.expired, now.about, format_day(*now.validity.latest_end), "");

        const std::string before = published ? published->holder : "";
        if (before == now.holder) continue;
        if (now.holder.empty())
            tell(changes.unlinked, now.about, before, "");
        else if (!before.empty())
            tell(changes.relinked, now.about, before, now.holder);
        else if (published || now.about.by_program)  // a holder that a new row names is no news
            tell(changes.linked, now.about, "", now.holder);
    }
    return changes;
}

CertificateChangeFinder::Grant CertificateChangeFinder::grant(
    const Certificate& certificate) const {
    Grant made;
    made.about = {certificate.id,
                  certificate.holder_name,
                  certificate.subject.value_or(""),
                  place_of(certificate.provenance),
                  {},
                  {}};
    if (const auto linked = linked_by_program_.find(certificate.id);
        linked != linked_by_program_.end()) {
        made.about.by_program = true;
        made.about.decision = linked->second;
    }
    made.mark = certificate.mark;
    made.holder = certificate.holder.value_or("");
    made.holder_words = fold_words(certificate.holder_name);
    made.subject_words = fold_words(certificate.subject.value_or(""));
    made.validity = validity(certificate);
    return made;
}

CertificateChangeFinder::Grant CertificateChangeFinder::grant(const Json& published) {
    Grant made;
    made.about.id = text_at(published, "id");
    made.mark = text_at(published, "mark");
    made.holder = text_at(published, "holder");
    made.holder_words = fold_words(text_at(published, "holder_name"));
    made.subject_words = fold_words(text_at(published, "subject"));
    made.validity = validity(date_at(published, "granted_on"), date_at(published, "valid_until"));
    return made;
}

/// What is told of a renewal: also whether there were days between on which neither held.
CertificateChange CertificateChangeFinder::with_gap(const Grant& later, const Grant& earlier) {
    CertificateChange about = later.about;
    const auto& end = earlier.validity.latest_end;
    const auto& start = later.validity.earliest_start;
    if (end && start && *end + std::chrono::days{1} < *start) about.gap_since = format_day(*end);
    return about;
}

/// The same mark of the same holder, granted surely later, for the same thing: or for one that the
/// earlier certificate does not name, as the lists of the first editions do not.
bool CertificateChangeFinder::is_renewal(const Grant& later, const Grant& earlier) {
    const bool same_holder = later.holder.empty() || earlier.holder.empty()
                                 ? later.holder_words == earlier.holder_words
                                 : later.holder == earlier.holder;
    const bool same_subject =
        earlier.subject_words.empty() || later.subject_words == earlier.subject_words;
    return same_holder && same_subject && later.mark == earlier.mark &&
           later.validity.earliest_start && earlier.validity.latest_start &&
           *earlier.validity.latest_start < *later.validity.earliest_start;
}

/// The last of those that it renews; null when it renews none.
const CertificateChangeFinder::Grant* CertificateChangeFinder::earlier_one(const Grant& now) const {
    const Grant* last = nullptr;
    for (const Grant& each : published_)
        if (is_renewal(now, each) &&
            (!last || *last->validity.latest_start < *each.validity.latest_start))
            last = &each;
    return last;
}

}  // namespace wespol
