// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/compare_rows.h"

#include "core/catalogue/certificate_doubt.h"
#include "core/support/joined.h"
#include "server/pages/certificate_view.h"
#include "server/pages/fact_rows.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace wespol {
namespace {

/// Sources of one fact that have room in a cell; all of them stand on the entity's page.
constexpr std::size_t kSourcesShown = 2;

/// The lines of one cell.
class Cell {
  public:
    explicit Cell(const Messages& messages) : messages_(messages) {}

    void text(const std::string& text) { add({.text = text}); }
    void soft(const std::string& text) { add({.text = text, .is_soft = true}); }
    void link(const std::string& text, const std::optional<std::string>& href) {
        add({.text = text, .href = href});
    }
    /// As the sources have it, in Polish.
    void polish(const std::optional<std::string>& text,
                const std::optional<std::string>& href = std::nullopt) {
        add({.text = text.value_or(""), .href = href, .is_polish = true});
    }
    /// The same behind a word of ours: "Oferta: …".
    void polish_behind(const std::string& lead, const std::string& text) {
        add({.text = text, .lead = lead, .is_soft = true, .is_polish = true});
    }
    void label(View label) {
        View line;
        line["label"] = std::move(label);
        lines_.push_back(std::move(line));
    }
    void sources(const std::vector<std::string>& urls) {
        for (std::size_t i = 0; i < std::min(urls.size(), kSourcesShown); ++i) {
            const auto href = web_href(urls[i]);
            add({.text = href ? web_label(urls[i]) : urls[i], .href = href, .is_soft = true});
        }
        if (urls.size() > kSourcesShown)
            soft(messages_("compare.more_sources", {{"count", urls.size() - kSourcesShown}}));
    }

    /// "nie wiadomo" where there is nothing to tell.
    View view(const EntityRecord& record) && {
        if (lines_.empty()) soft(messages_("date.unknown"));
        View cell;
        cell["entity"] = View(record.entity.name);
        cell["lines"] = View(lines_);
        return cell;
    }

  private:
    struct Line {
        std::string text;
        std::string lead = {};
        std::optional<std::string> href = std::nullopt;
        bool is_soft = false;
        bool is_polish = false;
    };

    void add(const Line& told) {
        if (told.text.empty()) return;
        View line;
        line["label"] = View(false);
        line["text"] = View(told.text);
        line["lead"] = maybe(told.lead);
        line["href"] = maybe(told.href);
        line["is_external"] = View(told.href && web_href(*told.href));
        line["is_soft"] = View(told.is_soft);
        line["is_polish"] = View(told.is_polish);
        lines_.push_back(std::move(line));
    }

    const Messages& messages_;
    Views lines_;
};

struct Compared {
    const PageContext& context;
    const Messages& messages;
    const EntityRecord& record;
};

void tell_work(const Compared& each, Cell& cell) {
    const Entity& entity = each.record.entity;
    cell.polish(entity.description);
    if (!entity.offer.empty())
        cell.polish_behind(each.messages("compare.offer"), joined(entity.offer, "; "));
}

void tell_industries(const Compared& each, Cell& cell) {
    const PageContext& context = each.context;
    for (const std::string& code : each.record.entity.industries)
        cell.link(context.references.industry.label(code, context.language),
                  filter_href(context, FieldId::industry, code));
}

void tell_form(const Compared& each, Cell& cell) {
    cell.text(each.context.references.legal_form.label(each.record.entity.legal_form,
                                                       each.context.language));
}

void tell_operator(const Compared& each, Cell& cell) {
    const EntityRecord& record = each.record;
    if (record.operated_by)
        cell.polish(record.operated_by->name, entity_href(each.context, record.operated_by->id));
    else
        cell.polish(record.entity.operator_name);
    if (is_unit(record.entity)) {
        const bool is_known = record.operated_by || record.entity.operator_name;
        cell.soft(each.messages(is_known ? "entity.operator_signs" : "entity.operator_unknown"));
    } else if (!record.operated_by && !record.entity.operator_name) {
        cell.soft(each.messages("compare.nobody_else"));
    }
}

void tell_place(const Compared& each, Cell& cell) {
    cell.text(place_name(each.context, each.messages, each.record.entity));
}

void tell_contact(const Compared& each, Cell& cell) {
    const Entity& entity = each.record.entity;
    if (entity.phone) cell.link(*entity.phone, phone_href(*entity.phone));
    if (entity.email) cell.link(*entity.email, mail_href(*entity.email));
    if (!entity.website) return;
    const auto href = web_href(*entity.website);
    cell.link(href ? web_label(*href) : *entity.website, href);
}

void tell_numbers(const Compared& each, Cell& cell) {
    const Entity& entity = each.record.entity;
    const auto add = [&](const char* key, const std::optional<std::string>& number) {
        if (number) cell.text(each.messages(key) + " " + *number);
    };
    add("entity.nip", entity.nip);
    add("entity.krs", entity.krs);
    add("entity.regon", entity.regon);
}

void tell_fact(const Compared& each, std::size_t fact, Cell& cell) {
    const FactRow row = fact_rows(each.context, each.messages, each.record)[fact];
    cell.label(state_label(row.icon, row.tone, row.label));
    cell.text(row.detail);
    const std::string source = each.messages("facts.source");
    if (row.basis_is_polish)
        cell.polish_behind(source, row.basis);
    else
        cell.soft(row.basis.empty() ? "" : source + " " + row.basis);
    cell.sources(row.sources);
    cell.soft(row.day.empty() ? "" : each.messages("facts.day") + " " + row.day);
}

void tell_art_94(const Compared& each, Cell& cell) {
    tell_fact(each, 0, cell);
}
void tell_enterprise(const Compared& each, Cell& cell) {
    tell_fact(each, 1, cell);
}
void tell_mark(const Compared& each, Cell& cell) {
    tell_fact(each, 2, cell);
}

void tell_certificates(const Compared& each, Cell& cell) {
    const Messages& messages = each.messages;
    for (const CertificateHit& hit : each.record.certificates) {
        const Certificate& certificate = hit.certificate;
        cell.polish(certificate.subject);
        if (!certificate.subject) cell.text(messages("certificates.subject_unknown"));
        const std::string granted = certificate.granted_on ? messages.date(*certificate.granted_on)
                                                           : messages("date.unknown");
        const bool end_is_known = hit.validity.earliest_end || hit.validity.latest_end;
        cell.soft(messages(hit.validity.end_is_computed && end_is_known
                               ? "compare.certificate_computed"
                               : "compare.certificate",
                           {{"granted", granted}, {"end", end_in_words(messages, hit.validity)}}));
        cell.label(certificate_label(each.context, messages, hit));
        for (const std::string& remark :
             date_remarks(certificate, each.context.as_of, messages.language()))
            cell.soft(remark);
    }
    if (each.record.certificates.empty()) cell.soft(messages("check.no_certificates"));
}

void tell_activity(const Compared& each, Cell& cell) {
    const Entity& entity = each.record.entity;
    if (auto label = activity_label(each.messages, entity)) return cell.label(std::move(*label));
    if (entity.activity)
        cell.text(each.context.references.activity.label(*entity.activity, each.context.language));
}

void tell_sources(const Compared& each, Cell& cell) {
    const Provenance& provenance = each.record.entity.provenance;
    cell.text(provenance.as_of
                  ? each.messages("sources.confirmed") + " " + each.messages.date(*provenance.as_of)
                  : each.messages("sources.unconfirmed"));
    cell.sources(provenance.urls);
}

bool has_operator(const EntityRecord& record) {
    return is_unit(record.entity) || record.operated_by || record.entity.operator_name;
}

struct Row {
    const char* title = "";  ///< of the messages
    void (*tell)(const Compared&, Cell&) = nullptr;
    /// Index of the legal fact it tells.
    std::optional<std::size_t> fact = std::nullopt;
    /// Without such an entity the row has nothing to say; null = it always has.
    bool (*concerns)(const EntityRecord&) = nullptr;
};

constexpr std::array kRows{
    Row{"entity.what", tell_work},
    Row{"entity.industries", tell_industries},
    Row{"compare.row.form", tell_form},
    Row{"compare.row.operator", tell_operator, std::nullopt, has_operator},
    Row{"compare.row.place", tell_place},
    Row{"entity.contact", tell_contact},
    Row{"compare.row.numbers", tell_numbers},
    Row{"fact.art_94", tell_art_94, 0},
    Row{"fact.enterprise", tell_enterprise, 1},
    Row{"fact.mark", tell_mark, 2},
    Row{"certificates.heading", tell_certificates},
    Row{"compare.row.activity", tell_activity},
    Row{"sources.heading", tell_sources},
};

/// What a legal fact does not prove, or what it means: once for the row, however many entities say
/// the same of it.
Views notes_on(const PageContext& context, const Messages& messages,
               const std::vector<EntityRecord>& records, std::size_t fact) {
    std::set<std::string> seen;
    Views notes;
    for (const EntityRecord& record : records) {
        const FactRow row = fact_rows(context, messages, record)[fact];
        const bool is_meaning = row.not_proven.empty();
        const std::string& text = is_meaning ? row.meaning : row.not_proven;
        if (text.empty() || !seen.insert(text).second) continue;
        View note;
        note["lead"] = View(messages(is_meaning ? "facts.meaning" : "facts.not_proven"));
        note["text"] = View(text);
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace

Views compare_rows(const PageContext& context, const Messages& messages,
                   const std::vector<EntityRecord>& records) {
    Views rows;
    for (const Row& row : kRows) {
        if (row.concerns && std::ranges::none_of(records, row.concerns)) continue;
        Views cells;
        for (const EntityRecord& record : records) {
            Cell cell(messages);
            row.tell({context, messages, record}, cell);
            cells.push_back(std::move(cell).view(record));
        }
        View view;
        view["title"] = View(messages(row.title));
        view["cells"] = View(cells);
        put_list(view, "notes",
                 row.fact ? notes_on(context, messages, records, *row.fact) : Views());
        rows.push_back(std::move(view));
    }
    return rows;
}

}  // namespace wespol
