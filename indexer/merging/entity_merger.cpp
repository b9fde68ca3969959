// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/entity_merger.h"

#include "core/analysis/folding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wespol {
namespace {

using Text = std::optional<std::string>;
using Texts = std::vector<std::string>;

struct TextField {
    const char* name;
    Text Entity::*member;
};

constexpr std::array kTextFields{
    TextField{"short_name", &Entity::short_name},
    TextField{"krs", &Entity::krs},
    TextField{"nip", &Entity::nip},
    TextField{"regon", &Entity::regon},
    TextField{"operator_krs", &Entity::operator_krs},
    TextField{"operator_nip", &Entity::operator_nip},
    TextField{"phone", &Entity::phone},
    TextField{"email", &Entity::email},
    TextField{"website", &Entity::website},
    TextField{"operator_name", &Entity::operator_name},
    TextField{"operator_id", &Entity::operator_id},
    TextField{"description", &Entity::description},
    TextField{"activity", &Entity::activity},
    TextField{"note", &Entity::note},
};

constexpr std::array kSeatFields{
    TextField{"street", &Entity::street}, TextField{"postal_code", &Entity::postal_code},
    TextField{"town", &Entity::town},     TextField{"municipality", &Entity::municipality},
    TextField{"county", &Entity::county},
};

struct ListField {
    const char* name;
    Texts Entity::*member;
};

constexpr std::array kListFields{
    ListField{"aliases", &Entity::aliases},
    ListField{"industries", &Entity::industries},
    ListField{"industries", &Entity::industry_words},
    ListField{"target_groups", &Entity::target_groups},
    ListField{"target_groups", &Entity::target_group_words},
    ListField{"offer", &Entity::offer},
};

bool is_newer(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
    const auto last_day = [](const std::optional<PartialDate>& date) {
        return date ? date->latest() : std::nullopt;
    };
    return last_day(a) > last_day(b);  // an empty optional is less than any day
}

bool agree(const Text& a, const Text& b) {
    return !a || !b || fold_words(*a) == fold_words(*b);
}

int precision_of_seat(const Entity& entity) {
    if (entity.town) return 3;
    if (entity.municipality) return 2;
    return entity.county ? 1 : 0;
}

void add_distinct(Texts& all, const Texts& more) {
    for (const std::string& each : more) {
        const std::string key = fold_words(each);
        const bool is_known = std::ranges::any_of(
            all, [&](const std::string& known) { return fold_words(known) == key; });
        if (!is_known) all.push_back(each);
    }
}

class Merging {
  public:
    Merging(const std::vector<SourcedEntity>& records, const MergeRules& rules)
        : records_(records), rules_(rules), merged_(records.front().entity) {
        merged_.claims.reserve(records.size());
        for (const auto& [source, entity, made_id] : records)
            merged_.claims.push_back({entity.id, {}, {}, entity.provenance});
    }

    Entity merge() {
        take_name();
        take_legal_form();
        for (const auto& [name, member] : kTextFields)
            take_text(name, member);
        take_founded();
        take_seat();
        for (const auto& [name, member] : kListFields)
            take_list(name, member);
        take_statuses();
        keep_other_names();
        return std::move(merged_);
    }

  private:
    const Entity& entity(std::size_t record) const { return records_[record].entity; }
    std::optional<std::size_t> kind(std::size_t record) const {
        return rules_.kind(records_[record].source, entity(record).provenance.evidence);
    }

    /// The records that know the field, the one to believe first.
    template <class Knows>
    std::vector<std::size_t> in_order(std::string_view field, Knows knows) const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < records_.size(); ++i)
            if (knows(entity(i))) order.push_back(i);
        const auto rank = [&](std::size_t i) { return rules_.rank(field, kind(i)); };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            if (rank(a) != rank(b)) return rank(a) < rank(b);
            return is_newer(entity(a).provenance.as_of, entity(b).provenance.as_of);
        });
        return order;
    }

    void claim(std::size_t record, const char* field) {
        Texts& fields = merged_.claims[record].fields;
        if (std::ranges::find(fields, field) == fields.end()) fields.emplace_back(field);
    }

    void credit(std::size_t record, const char* field, const std::string& value, bool is_same) {
        if (is_same)
            claim(record, field);
        else
            merged_.claims[record].differing.push_back({field, value});
    }

    void take_name() {
        const auto order = in_order("name", [](const Entity&) { return true; });
        std::size_t chosen = order.front();
        for (const std::size_t i : order)
            if (is_better_name(i, chosen)) chosen = i;
        merged_.name = entity(chosen).name;
        const std::string key = fold_words(merged_.name);
        for (const std::size_t i : order)
            credit(i, "name", entity(i).name, fold_words(entity(i).name) == key);
    }

    /// A list that writes a known name in capitals, or half of it, does not worsen it.
    bool is_better_name(std::size_t one, std::size_t chosen) const {
        const std::string& name = entity(one).name;
        const std::string& other = entity(chosen).name;
        const std::vector<NameSign>& signs = rules_.better_written();
        switch (relation_of_names(name, other)) {
            case NameRelation::same_words:
                return is_better_written(name, other, signs);
            case NameRelation::longer:
                return rules_.gives_longer_names(kind(one)) &&
                       !is_better_written(other, name, {NameSign::readable_case});
            case NameRelation::shorter:
            case NameRelation::other:
                return false;
        }
        return false;
    }

    /// "inne" says only that no form was recognised.
    void take_legal_form() {
        const auto order =
            in_order("legal_form", [](const Entity& each) { return each.legal_form != "inne"; });
        if (order.empty()) return;
        merged_.legal_form = entity(order.front()).legal_form;
        for (const std::size_t i : order)
            credit(i, "legal_form", entity(i).legal_form,
                   entity(i).legal_form == merged_.legal_form);
    }

    void take_text(const char* field, Text Entity::*member) {
        const auto order =
            in_order(field, [&](const Entity& each) { return (each.*member).has_value(); });
        if (order.empty()) return;
        merged_.*member = entity(order.front()).*member;
        for (const std::size_t i : order)
            credit(i, field, *(entity(i).*member), entity(i).*member == merged_.*member);
    }

    void take_founded() {
        const auto order =
            in_order("founded", [](const Entity& each) { return each.founded.has_value(); });
        if (order.empty()) return;
        merged_.founded = entity(order.front()).founded;
        for (const std::size_t i : order)
            credit(i, "founded", entity(i).founded->text(), entity(i).founded == merged_.founded);
    }

    /// Whole from one record, or town and street would be those of two places. A record that agrees
    /// with the one believed first and is more precise goes before it.
    void take_seat() {
        const auto order =
            in_order("seat", [](const Entity& each) { return precision_of_seat(each) > 0; });
        if (order.empty()) return;
        std::size_t chosen = order.front();
        for (const std::size_t i : order)
            if (is_same_place(entity(i), entity(chosen)) &&
                precision_of_seat(entity(i)) > precision_of_seat(entity(chosen)))
                chosen = i;
        const Entity& seat = entity(chosen);
        for (const auto& [name, member] : kSeatFields)
            merged_.*member = seat.*member;
        merged_.subregion = seat.subregion;
        merged_.location = seat.location;
        for (const std::size_t i : order) {
            const Entity& other = entity(i);
            if (!other.town || !seat.town || !is_same_place(other, seat)) continue;
            if (!merged_.street && other.street) merged_.street = other.street;
            if (!merged_.postal_code && other.postal_code) merged_.postal_code = other.postal_code;
        }
        for (const std::size_t i : order)
            for (const auto& [name, member] : kSeatFields)
                if (entity(i).*member)
                    credit(i, name, *(entity(i).*member), entity(i).*member == merged_.*member);
    }

    void take_list(const char* field, Texts Entity::*member) {
        const auto order =
            in_order(field, [&](const Entity& each) { return !(each.*member).empty(); });
        (merged_.*member).clear();
        for (const std::size_t i : order) {
            add_distinct(merged_.*member, entity(i).*member);
            claim(i, field);
        }
    }

    /// The same status from the same day is one status; the account that is newer stays. A status
    /// without a day stands on the day of its record, unless it had ended by then.
    void take_statuses() {
        const auto order =
            in_order("statuses", [](const Entity& each) { return !each.statuses.empty(); });
        merged_.statuses.clear();
        for (const std::size_t i : order) {
            claim(i, "statuses");
            for (EntityStatus status : entity(i).statuses) {
                if (!status.as_of && !status.until) status.as_of = entity(i).provenance.as_of;
                const auto known =
                    std::ranges::find_if(merged_.statuses, [&](const EntityStatus& each) {
                        return each.status == status.status &&
                               (each.from == status.from || !each.from || !status.from);
                    });
                if (known == merged_.statuses.end())
                    merged_.statuses.push_back(status);
                else if (is_newer(status.as_of, known->as_of))
                    *known = status;
            }
        }
    }

    void keep_other_names() {
        Texts names{merged_.name};
        if (merged_.short_name) names.push_back(*merged_.short_name);
        const std::size_t own = names.size();
        add_distinct(names, merged_.aliases);
        for (const auto& [source, each, made_id] : records_)
            add_distinct(names, {each.name});
        merged_.aliases.assign(names.begin() + static_cast<std::ptrdiff_t>(own), names.end());
    }

    const std::vector<SourcedEntity>& records_;
    const MergeRules& rules_;
    Entity merged_;
};

}  // namespace

bool have_conflicting_numbers(const Entity& a, const Entity& b) {
    const auto agree_on = [&](Text Entity::*number) { return a.*number && a.*number == b.*number; };
    const auto differ_in = [&](Text Entity::*number) {
        return a.*number && b.*number && a.*number != b.*number;
    };
    return (differ_in(&Entity::krs) || differ_in(&Entity::nip)) && !agree_on(&Entity::krs) &&
           !agree_on(&Entity::nip) && !agree_on(&Entity::regon);
}

bool is_same_place(const Entity& a, const Entity& b) {
    return agree(a.county, b.county) && agree(a.municipality, b.municipality) &&
           agree(a.town, b.town);
}

Entity merge_records(const std::vector<SourcedEntity>& records, const MergeRules& rules) {
    if (records.size() == 1) return records.front().entity;
    return Merging(records, rules).merge();
}

}  // namespace wespol
