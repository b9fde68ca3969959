// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/merging/certificate_union.h"

#include "core/analysis/folding.h"
#include "indexer/merging/certificate_likeness.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace wespol {
namespace {

using Text = std::optional<std::string>;
using Date = std::optional<PartialDate>;

struct TextField {
    const char* name;
    Text Certificate::*member;
};
constexpr std::array kTexts{
    TextField{"holder", &Certificate::holder},
    TextField{"holder_town", &Certificate::holder_town},
    TextField{"holder_krs", &Certificate::holder_krs},
    TextField{"holder_nip", &Certificate::holder_nip},
    TextField{"subject", &Certificate::subject},
    TextField{"industry", &Certificate::industry},
    TextField{"offer_at_grant", &Certificate::offer_at_grant},
    TextField{"note", &Certificate::note},
};

struct DateField {
    const char* name;
    Date Certificate::*member;
};
constexpr std::array kDates{
    DateField{"granted_on", &Certificate::granted_on},
    DateField{"valid_until", &Certificate::valid_until},
    DateField{"announced_on", &Certificate::announced_on},
};

class Union {
  public:
    explicit Union(const std::vector<const Certificate*>& records)
        : records_(records), made_(*records.front()) {
        made_.claims.clear();
        for (const Certificate* each : records)
            made_.claims.push_back({each->id, {}, {}, each->provenance});
    }

    Certificate unite() {
        take_names();
        for (const auto& [name, member] : kTexts)
            take_text(name, member);
        for (const auto& [name, member] : kDates)
            take_date(name, member);
        take_edition();
        for (const Certificate* each : records_)
            for (const std::string& url : each->provenance.urls)
                if (std::ranges::find(made_.provenance.urls, url) == made_.provenance.urls.end())
                    made_.provenance.urls.push_back(url);
        return std::move(made_);
    }

  private:
    void credit(std::size_t record, const char* field, const std::string& value, bool is_same) {
        if (is_same)
            made_.claims[record].fields.emplace_back(field);
        else
            made_.claims[record].differing.push_back({field, value});
    }

    void take_names() {
        const std::string key = fold_words(made_.holder_name);
        for (std::size_t i = 0; i < records_.size(); ++i)
            credit(i, "holder_name", records_[i]->holder_name,
                   fold_words(records_[i]->holder_name) == key);
    }

    void take_text(const char* name, Text Certificate::*member) {
        for (const Certificate* each : records_)
            if (!(made_.*member)) made_.*member = each->*member;
        for (std::size_t i = 0; i < records_.size(); ++i)
            if (const Text& said = records_[i]->*member)
                credit(i, name, *said, fold_words(*said) == fold_words((made_.*member).value()));
    }

    /// What a day rests on comes with it.
    void take_date(const char* name, Date Certificate::*member) {
        const Certificate* best = nullptr;
        for (const Certificate* each : records_)
            if (each->*member &&
                (!best || width_in_days(*(each->*member)) < width_in_days(*(best->*member))))
                best = each;
        if (!best) return;
        made_.*member = best->*member;
        if (member == &Certificate::granted_on) {
            made_.granted_on_basis = best->granted_on_basis;
            made_.year_inferred = best->year_inferred;
        }
        for (std::size_t i = 0; i < records_.size(); ++i)
            if (const Date& said = records_[i]->*member)
                credit(i, name, said->text(), *said == *(made_.*member));
    }

    void take_edition() {
        for (const Certificate* each : records_)
            if (made_.edition.empty()) made_.edition = each->edition;
        for (std::size_t i = 0; i < records_.size(); ++i)
            if (!records_[i]->edition.empty())
                credit(i, "edition", records_[i]->edition, records_[i]->edition == made_.edition);
    }

    const std::vector<const Certificate*>& records_;
    Certificate made_;
};

}  // namespace

Certificate united(const std::vector<const Certificate*>& records) {
    return Union(records).unite();
}

}  // namespace wespol
