// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/linking/comparable_record.h"

#include "core/analysis/folding.h"
#include "core/catalogue/identifiers.h"
#include "core/support/ascii.h"
#include "indexer/linking/weights.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wespol {
namespace {

/// Mail hosts that anybody uses: they say nothing of the office.
constexpr std::array<std::string_view, 14> kSharedHosts{
    "gmail.com",  "wp.pl",      "o2.pl",     "onet.pl", "onet.eu", "poczta.onet.pl", "op.pl",
    "interia.pl", "interia.eu", "poczta.fm", "vp.pl",   "tlen.pl", "gazeta.pl",      "outlook.com"};
/// Pages of many organisations each.
constexpr std::array<std::string_view, 5> kSharedSites{"facebook.com", "instagram.com", "ngo.pl",
                                                       "google.com", "wordpress.com"};

constexpr std::string_view kOtherForm = "inne";

std::optional<std::string> phone_digits(const std::optional<std::string>& phone) {
    if (!phone) return std::nullopt;
    std::string digits = digits_of(*phone);
    if (digits.starts_with("0048"))
        digits.erase(0, 4);
    else if (digits.size() == 11 && digits.starts_with("48"))
        digits.erase(0, 2);
    constexpr std::size_t length = 9;
    if (digits.size() < length) return std::nullopt;
    return digits.substr(0, length);  // of "… lub …" the first one
}

void add_host(std::vector<std::string>& hosts, std::string host) {
    if (host.starts_with("www.")) host.erase(0, 4);
    const bool is_shared =
        std::find(kSharedHosts.begin(), kSharedHosts.end(), host) != kSharedHosts.end() ||
        std::any_of(kSharedSites.begin(), kSharedSites.end(), [&](std::string_view site) {
            return host == site || host.ends_with("." + std::string(site));
        });
    if (host.empty() || is_shared) return;
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end())
        hosts.push_back(std::move(host));
}

std::string host_of_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != url.npos) url.remove_prefix(scheme + 3);
    return lower(url.substr(0, url.find_first_of("/?#:")));
}

/// The vocabulary's forms in the terms of form_writings.h; empty when it says nothing.
std::string form_of_code(const std::string& code) {
    if (code == kOtherForm) return "";
    if (code == "spolka_non_profit") return "spolka";
    return code;
}

void take_identifiers(ComparableRecord& record, const ParsedName& name) {
    for (const Identifier& each : name.identifiers) {
        if (each.kind == IdentifierKind::krs && !record.krs) record.krs = each.digits;
        if (each.kind == IdentifierKind::nip && !record.nip) record.nip = each.digits;
        if (each.kind == IdentifierKind::regon && !record.regon)
            record.regon = each.digits.substr(0, 9);
    }
}

bool has_own_words(const NameWords& core, const NameWords& town) {
    return std::any_of(core.begin(), core.end(), [&](const NameWord& word) {
        return !word.is_place && std::none_of(town.begin(), town.end(), [&](const NameWord& each) {
            return share_key(each, word);
        });
    });
}

/// A word that names a place is only that where the form is called after its place, where nothing
/// else tells the place, or where it repeats the town of the record ("Promyk-Gniezno" of Gniezno).
/// Else it is a word of the name ("Róża", which is a village too).
void settle_bare_places(ComparableName& name, const NameWords& town, bool has_seat,
                        const std::string& form) {
    ParsedName& parsed = name.parsed;
    const bool has_name = has_own_words(parsed.core, town);
    const bool is_placeless = !has_seat && parsed.places.empty();
    if (is_named_after_place(form) || (is_placeless && has_name)) {
        name.places.insert(name.places.end(), parsed.bare_places.begin(), parsed.bare_places.end());
        narrow(name.places);
        return;
    }
    for (NameWord& word : parsed.core)
        word.is_place = has_name && !word.is_quoted &&
                        std::any_of(town.begin(), town.end(),
                                    [&](const NameWord& each) { return share_key(each, word); });
}

}  // namespace

RecordAnalyzer::RecordAnalyzer(const Analyzer& analyzer, const PlaceHintFinder& places)
    : parser_(analyzer, places), places_(places) {}

ComparableRecord RecordAnalyzer::analyze(const LinkageRecord& record) {
    ComparableRecord made;
    made.id = record.id;
    made.name = record.name;
    made.town = record.town.value_or("");

    const auto seat = places_.at(record.town, record.municipality, record.county);
    if (seat)
        made.places = {*seat};
    else if (record.town)
        made.places = parser_.parse_town(*record.town);

    std::unordered_set<std::string> seen;
    const auto take_name = [&](const std::string& text) {
        if (made.names.size() == weights::kMostNames || !seen.insert(fold_words(text)).second)
            return;
        ComparableName name{parser_.parse(text), {}};
        name.places = made.places;
        name.places.insert(name.places.end(), name.parsed.places.begin(), name.parsed.places.end());
        made.names.push_back(std::move(name));
    };
    take_name(record.name);
    for (const std::string& each : record.other_names)
        take_name(each);

    const ParsedName& main = made.names.front().parsed;
    made.form = form_of_code(record.legal_form);
    const bool is_narrower = main.form == "osp" && made.form == "stowarzyszenie";
    if (made.form.empty() || is_narrower) {
        made.form = main.form;
        made.is_form_kept = main.is_form_kept;
    }
    made.has_other_form = made.form.empty() && record.legal_form == kOtherForm;
    const NameWords town = parser_.words(made.town);
    for (ComparableName& each : made.names)
        settle_bare_places(each, town, !made.places.empty(), made.form);

    made.krs = record.krs;
    made.nip = record.nip;
    if (record.regon) made.regon = record.regon->substr(0, 9);
    made.operator_krs = record.operator_krs;
    made.operator_nip = record.operator_nip;
    take_identifiers(made, main);
    // The numbers beside a unit are those of its operator, who may run several: they support a
    // link but never make one.
    if (is_unit_form(made.form)) {
        if (!made.operator_krs) made.operator_krs = made.krs;
        if (!made.operator_nip) made.operator_nip = made.nip;
        made.krs.reset();
        made.nip.reset();
        made.regon.reset();
    }
    made.phone = phone_digits(record.phone);
    if (record.website) add_host(made.hosts, host_of_url(*record.website));
    if (record.email)
        add_host(made.hosts, lower(record.email->substr(record.email->find('@') + 1)));
    for (const std::string& each : main.hosts)
        add_host(made.hosts, each);

    made.operator_words = main.operator_words;
    if (record.operator_name) {
        ParsedName parsed = parser_.parse(*record.operator_name);
        for (NameWords* words : {&parsed.core, &parsed.operator_words})
            made.operator_words.insert(made.operator_words.end(),
                                       std::make_move_iterator(words->begin()),
                                       std::make_move_iterator(words->end()));
    }
    return made;
}

void weigh(ComparableRecord& record, const WordRarity& rarity) {
    for (ComparableName& each : record.names) {
        rarity.weigh(each.parsed.core);
        rarity.weigh(each.parsed.aside);
        rarity.weigh(each.parsed.operator_words);
    }
    rarity.weigh(record.operator_words);
}

std::unordered_set<std::string> keys_of(const ComparableRecord& record) {
    std::unordered_set<std::string> keys;
    for (const ComparableName& each : record.names)
        for (const NameWord& word : each.parsed.core)
            keys.insert(word.keys.begin(), word.keys.end());
    return keys;
}

}  // namespace wespol
