// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_reading.h"

#include "core/analysis/folding.h"
#include "core/analysis/stop_words.h"
#include "core/catalogue/calendar.h"
#include "core/catalogue/certificate_state.h"
#include "core/catalogue/written_day.h"
#include "core/search/day_reading.h"
#include "core/search/facet_labels.h"
#include "core/search/left_out_places.h"
#include "core/search/near_place.h"
#include "core/search/needless_words.h"
#include "core/search/place_reading.h"
#include "core/search/query_parser.h"
#include "core/search/state_reading.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

bool names_certificate(const Lemmas& lemmas) {
    constexpr std::array<std::string_view, 3> kNames{"certyfikat", "certificate", "сертифікат"};
    return std::any_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
        return std::find(kNames.begin(), kNames.end(), lemma) != kNames.end();
    });
}

/// One call of read_query.
class Reader {
  public:
    Reader(const SearchRequest& asked, std::string text, const ReadingContext& context)
        : context_(context),
          names_(context.names),
          text_(std::move(text)),
          words_(text_, context.snapshot.analyzer()) {
        reading_.spelled_out = asked;
    }

    QueryReading read() {
        if (!names_.is_name(fold_words(text_))) {
            if (may_read(ReadingPart::day)) read_day();
            if (may_read(ReadingPart::state)) read_states();
            if (may_read(ReadingPart::day)) read_period();
            if (may_read(ReadingPart::place)) read_place();
            if (has_read_) read_lone_certificate();
            if (has_read_) spell_out();
        }
        if (const auto& near = reading_.spelled_out.near; near && !reading_.place)
            reading_.place = UnderstoodPlace{*near, {}, {}, {}};
        return std::move(reading_);
    }

  private:
    bool may_read(ReadingPart part) const { return !reading_.spelled_out.literal.has(part); }

    /// Takes the words; gives them as typed.
    std::string take(std::size_t first, std::size_t count) {
        has_read_ = true;
        words_.take(first, count);
        return std::string(words_.written(first, count));
    }

    UnderstoodConcept value(std::string words, FieldId field, const std::string& code) const {
        return {std::move(words), field, code,
                value_label(context_.snapshot.references(), field, code, context_.language)};
    }

    /// Nobody types a day to find it as a word: where a parameter says another, it is ignored.
    void read_day() {
        const std::vector<FoundDay> days = find_days(words_);
        if (days.empty()) return read_missing_day();
        take_day(days.front());
        for (std::size_t i = 1; i < days.size(); ++i)
            reading_.ignored.push_back(take(days[i].first, days[i].count));
    }

    void read_missing_day() {
        const std::optional<FoundDay> found = find_missing_day(words_);
        if (!found) return read_day_of_no_year();
        std::string words = take(found->first, found->count);
        reading_.notes.push_back(worded(
            {"{}: nie ma takiego dnia.", "{}: there is no such day.", "{}: такого дня немає."},
            words));
        reading_.ignored.push_back(std::move(words));
    }

    /// The directory knows days of certificates only, and these have a year.
    void read_day_of_no_year() {
        const std::optional<FoundDay> found = find_day_of_no_year(words_);
        if (!found) return;
        std::string words = take(found->first, found->count);
        reading_.notes.push_back(worded({"{}: bez roku nie wiadomo, o który dzień chodzi.",
                                         "{}: without a year the day is not known.",
                                         "{}: без року невідомо, про який день ідеться."},
                                        words));
        reading_.ignored.push_back(std::move(words));
    }

    void take_day(const FoundDay& found) {
        std::optional<Day>& as_of = reading_.spelled_out.as_of;
        const bool is_overruled = as_of && *as_of != found.day;
        as_of = as_of.value_or(found.day);
        std::string words = take(found.first, found.count);
        if (is_overruled)
            reading_.ignored.push_back(std::move(words));
        else
            reading_.day = UnderstoodDay{found.day, std::move(words)};
    }

    /// A month or a year is a day only where a certificate or a status is asked for: "założona w
    /// 2015" are words. "Certyfikat z 2014" asks for one that was valid then.
    void read_period() {
        if (reading_.day) return;
        const bool is_over = std::any_of(reading_.states.begin(), reading_.states.end(),
                                         [](const UnderstoodConcept& each) {
                                             return each.code == code(CertificateState::expired);
                                         });
        const std::optional<FoundPeriod> found = find_period(words_, is_over);
        if (!found) return;
        const std::optional<std::size_t> certificate = certificate_word_before(found->first);
        const bool is_of_certificate = may_read(ReadingPart::state) && certificate;
        const bool asks_for_state = std::any_of(
            reading_.states.begin(), reading_.states.end(),
            [](const UnderstoodConcept& each) { return each.field != FieldId::activity; });
        if (is_of_certificate) take_certificate(*certificate);
        if (!is_of_certificate && !asks_for_state) return;
        const Day day = day_within(found->days);
        take_day({found->first, found->count, day});
        if (reading_.day)
            reading_.notes.emplace_back(fmt::format("„{}”: stan na dzień {}.", reading_.day->words,
                                                    day_in_words(day, Language::pl)),
                                        fmt::format("“{}”: as of {}.", reading_.day->words,
                                                    day_in_words(day, Language::en)),
                                        fmt::format("«{}»: станом на {}.", reading_.day->words,
                                                    day_in_words(day, Language::uk)));
    }

    std::optional<std::size_t> certificate_word_before(std::size_t end) const {
        for (std::size_t i = end; i-- > 0;)
            if (words_.are_together(i, 1) && names_certificate(words_.lemmas()[i])) return i;
        return std::nullopt;
    }

    void take_certificate(std::size_t word) {
        add(reading_.states, value(take(word, 1), FieldId::certificate_state,
                                   std::string(code(CertificateState::valid))));
    }

    /// "Certyfikat na 1 czerwca 2015": who held one that day, not who writes the word.
    void read_lone_certificate() {
        if (!reading_.day || !reading_.states.empty() || !may_read(ReadingPart::state)) return;
        std::optional<std::size_t> lone;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!words_.are_together(i, 1) || is_needless(words_.surface(i), words_.lemmas()[i]))
                continue;
            if (lone || !names_certificate(words_.lemmas()[i])) return;
            lone = i;
        }
        if (lone) take_certificate(*lone);
    }

    static bool is_needless(const std::string& surface, const Lemmas& lemmas) {
        return is_stop_word(surface) || asks_for_any(surface, lemmas);
    }

    /// Who asks for a year means any day of it: the first of these on which somebody held a
    /// certificate.
    Day day_within(const std::vector<Day>& days) const {
        const Columns& columns = context_.snapshot.columns();
        const DocSet& certificates = columns.of_type(DocumentType::certificate);
        const auto is_held_on = [&](Day day) {
            bool is_held = false;
            for (DocId each = certificates.next(1); each != 0 && !is_held;
                 each = certificates.next(each + 1)) {
                const CertificateState state = state_on(columns.validities(each), day);
                is_held = state == CertificateState::valid || state == CertificateState::expiring;
            }
            return is_held;
        };
        const auto held = std::find_if(days.begin(), days.end(), is_held_on);
        return held == days.end() ? days.front() : *held;
    }

    /// Beside the chosen values of the same filter, as these stand beside each other.
    void read_states() {
        for (const FoundConcepts& found : find_states(words_, context_.snapshot.states(), names_,
                                                      context_.snapshot.concepts())) {
            const std::string words = take(found.first, found.count);
            for (const ConceptCode& each : found.concepts)
                add(reading_.states, value(words, each.field, each.code));
        }
    }

    void add(std::vector<UnderstoodConcept>& to, UnderstoodConcept read) {
        const int page = reading_.spelled_out.page;
        reading_.spelled_out = reading_.spelled_out.with(read.field, read.code);
        reading_.spelled_out.page = page;
        to.push_back(std::move(read));
    }

    void read_place() {
        const IndexSnapshot& snapshot = context_.snapshot;
        PlacesInWords read =
            find_place(words_, {snapshot.references().region, snapshot.places(),
                                snapshot.concepts(), snapshot.analyzer(), names_, context_.places});
        for (const FoundPlace& each : read.aside)
            take_aside(each);
        if (!read.place) return;
        const FoundPlace& found = *read.place;
        if (!found.areas.empty()) {
            const std::string words = take(found.first, found.count);
            for (const Area& each : found.areas)
                add(reading_.areas, value(words, each.field, each.code));
        } else if (!take_locality(found, read.further)) {
            return;
        }
        // What is left must be read as it is here: as words.
        if (read.has_others) reading_.spelled_out.literal.add(ReadingPart::place);
    }

    /// The region is told and restricts nothing; a place that shall be left out becomes an
    /// excluded name: "catering -Poznań".
    void take_aside(const FoundPlace& found) {
        std::string words = take(found.first, found.count);
        if (found.is_region) {
            reading_.region_words = std::move(words);
            return;
        }
        for (const Area& each : found.areas)
            excluded_ +=
                fmt::format(" -\"{}\"", written_area(context_.snapshot.references().region, each));
        if (!found.areas.empty()) return;
        const std::string& label = found.places.front().label;
        excluded_ += fmt::format(" -\"{}\"", label.substr(0, label.find(" (")));
    }

    /// A parameter that names another place wins, and the words stay words: they may still be
    /// found. Where it names one of those that the words name, it settles which is meant.
    bool take_locality(const FoundPlace& found, const std::vector<FoundPlace>& further) {
        std::optional<NearPlace>& near = reading_.spelled_out.near;
        const auto is_asked = [&](const NearPlace& each) { return is_same_place(each, *near); };
        const auto names_asked = [&](const FoundPlace& each) {
            return std::any_of(each.places.begin(), each.places.end(), is_asked);
        };
        if (near && !names_asked(found) &&
            std::none_of(further.begin(), further.end(), names_asked))
            return false;
        reading_.chose_radius = near || found.says_radius || reading_.spelled_out.radius_km;
        if (!near) {
            near = found.places.front();
            near->radius_km = reading_.spelled_out.radius_km.value_or(near->radius_km);
        }
        UnderstoodPlace place;
        place.near = *near;
        place.words = take(found.first, found.count);
        for (const FoundPlace& each : further) {
            place.words += ", " + take(each.first, each.count);
            if (!names_asked(each)) place.also.push_back(each.places.front());
        }
        if (!names_asked(found)) place.also.push_back(found.places.front());
        for (const NearPlace& each : found.places)
            if (!is_asked(each) && place.others.size() < kMaxOtherPlaces)
                place.others.push_back(each);
        reading_.place = std::move(place);
        return true;
    }

    void spell_out() {
        SearchRequest& request = reading_.spelled_out;
        request.text = words_.rest() + excluded_;
        if (request.text.starts_with(' ')) request.text.erase(0, 1);
        if (request.near) request.radius_km.reset();
        leave_out_needless();
        // No words are left to say which of them fits better than the others: the nearest first.
        if (request.text.empty() && reading_.has_place_from_words() && !request.sort)
            request.sort = SortOrder::distance;
    }

    /// "Podmioty ekonomii społecznej" beside a place are all that are there.
    void leave_out_needless() {
        std::string& text = reading_.spelled_out.text;
        const std::vector<AnalyzedWord> rest = context_.snapshot.analyzer().analyze(text);
        std::vector<std::string> left_out;
        for (const AnalyzedWord& word : rest) {
            if (is_stop_word(word.surface)) continue;
            if (!asks_for_any(word.surface, word.lemmas)) return;
            left_out.push_back(text.substr(word.token.begin, word.token.end - word.token.begin));
        }
        const bool is_exact = text.find('"') != std::string::npos;
        if (!left_out.empty() && is_exact) return;
        text.clear();
        reading_.ignored.insert(reading_.ignored.end(), left_out.begin(), left_out.end());
    }

    const ReadingContext& context_;
    const KnownNames& names_;
    std::string text_;
    PlainWords words_;
    QueryReading reading_;
    bool has_read_ = false;
    std::string excluded_;  ///< to be written behind the words that are left
};

}  // namespace

QueryReading read_query(const SearchRequest& asked, const ReadingContext& context) {
    constexpr std::size_t kMaxRawBytes = 16 * kMaxQueryBytes;
    std::string text;
    if (asked.text.size() <= kMaxRawBytes) text = tidy_text(asked.text);
    // Too long is cut by the parser, which says so; what a place would be taken out of is not sure.
    if (text.size() > kMaxQueryBytes) text.clear();
    if (!asked.literal.has(ReadingPart::place))
        text = with_minus_before_place_as_word(std::move(text), context.snapshot);
    return Reader(asked, std::move(text), context).read();
}

}  // namespace wespol
