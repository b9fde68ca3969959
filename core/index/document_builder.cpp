// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/document_builder.h"

#include "core/analysis/folding.h"
#include "core/catalogue/certificate_state.h"
#include "core/catalogue/identifiers.h"
#include "core/catalogue/record_json.h"
#include "core/index/initials.h"
#include "core/index/intervals.h"
#include "core/index/own_name.h"
#include "core/index/schema.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace wespol {
namespace {

/// Keeps a phrase from running from one value of a field into the next.
constexpr Xapian::termpos kPositionGap = 100;

/// One document in the making; remembers where each text field has got to.
class Draft {
  public:
    Draft(const Analyzer& analyzer, const AbbreviationExpander& abbreviations, DocumentType type,
          const std::string& id)
        : analyzer_(analyzer), abbreviations_(abbreviations) {
        add_code(FieldId::type, std::string(code(type)));
        add_code(FieldId::id, fmt::format("{}:{}", code(type), id));
    }

    void add_text(FieldId id, const std::optional<std::string>& text) {
        if (!text) return;
        const Field& into = field(id);
        Xapian::termpos& position = positions_[static_cast<std::size_t>(id)];
        const std::vector<AnalyzedWord> words = analyzer_.analyze(*text);
        for (const AnalyzedWord& word : words) {
            document_.add_posting(surface_term(into, word.surface), ++position);
            for (const std::string& lemma : word.lemmas)
                if (has_lemma_positions(id))
                    document_.add_posting(lemma_term(into, lemma), position);
                else
                    document_.add_term(lemma_term(into, lemma));
        }
        position += kPositionGap;
        const OtherWriting other = abbreviations_.other_writing(words);
        for (const std::string& surface : other.surfaces)
            add_alone(id, surface);
        for (const std::string& lemma : other.lemmas)
            document_.add_term(lemma_term(into, lemma));
    }
    void add_texts(FieldId id, const std::vector<std::string>& texts) {
        for (const std::string& text : texts)
            add_text(id, text);
    }

    /// Words as they are written, in no other form: "Obrońców Warszawy" is not in Warszawa.
    /// `times` 0: they find the record and score nothing.
    void add_written(FieldId id, std::string_view text, Xapian::termcount times = 1) {
        Xapian::termpos& position = positions_[static_cast<std::size_t>(id)];
        for (const AnalyzedWord& word : analyzer_.analyze(text))
            document_.add_posting(surface_term(field(id), word.surface), ++position, times);
        position += kPositionGap;
    }

    /// Those that are no word people mean: "SOAP" is soap before it is an organisation.
    void add_initials(const std::string& name, const ConceptFinder& concepts) {
        for (const std::string& initials : initials_of(name, analyzer_))
            if (!concepts.has_word(initials)) add_alone(FieldId::aliases, initials);
    }

    void add_code(FieldId id, const std::optional<std::string>& code) {
        if (code && !code->empty()) document_.add_boolean_term(code_term(id, *code));
    }

    void add_exact_name(const std::optional<std::string>& name) {
        if (name) add_code(FieldId::exact_name, fold_words(*name));
    }

    void set_value(FieldId id, const std::string& value) {
        if (!value.empty())
            document_.add_value(static_cast<Xapian::valueno>(field(id).slot), value);
    }

    Xapian::Document finish(const std::string& record) {
        document_.set_data(record);
        return document_;
    }

  private:
    /// A word that stands beside no other.
    void add_alone(FieldId id, const std::string& surface) {
        Xapian::termpos& position = positions_[static_cast<std::size_t>(id)];
        document_.add_posting(surface_term(field(id), surface), position += kPositionGap);
    }

    const Analyzer& analyzer_;
    const AbbreviationExpander& abbreviations_;
    Xapian::Document document_;
    std::array<Xapian::termpos, kFields.size()> positions_{};
};

void add_number(Draft& draft, std::string_view kind, const std::optional<std::string>& digits) {
    if (digits) draft.add_code(FieldId::identifier, fmt::format("{}:{}", kind, *digits));
}

void add_identifiers(Draft& draft, const Entity& entity) {
    add_number(draft, "krs", entity.krs);
    add_number(draft, "nip", entity.nip);
    // A local unit's 14 digits begin with its parent's 9: compared on these (docs: domain, part 3).
    if (entity.regon) add_number(draft, "regon", entity.regon->substr(0, 9));
    add_number(draft, "krs", entity.operator_krs);
    add_number(draft, "nip", entity.operator_nip);
}

/// "http://www.podaj-dalej.org/o-nas" → "www.podaj-dalej.org".
std::string_view host_of(std::string_view website) {
    constexpr std::string_view kSchemeEnd = "://";
    if (const std::size_t at = website.find(kSchemeEnd); at != std::string_view::npos)
        website.remove_prefix(at + kSchemeEnd.size());
    return website.substr(0, website.find_first_of("/?#:"));
}

/// What is shown of an entity is found: its number in any writing, its address as one word.
void add_contacts(Draft& draft, const Entity& entity) {
    if (entity.phone)
        if (const auto digits = parse_phone(*entity.phone)) add_number(draft, "tel", *digits);
    if (entity.email) draft.add_text(FieldId::description, *entity.email);
    if (entity.street) draft.add_written(FieldId::address, *entity.street);
    // That www.zaz.pila.example has a "zaz" in it does not make the record fit "zaz" better.
    if (entity.website) draft.add_written(FieldId::address, host_of(*entity.website), 0);
}

void add_industry(Draft& draft, const Vocabulary& industries, const std::string& code) {
    for (const std::string& each : industries.with_broader(code))
        draft.add_code(FieldId::industry, each);
    const Concept* found = industries.find(code);
    if (found == nullptr) return;
    draft.add_text(FieldId::offer, found->label(Language::pl));
    for (const std::string& cpv : found->cpv)
        draft.add_code(FieldId::cpv, cpv);
}

void add_place(Draft& draft, const Region& region, const Entity& entity) {
    draft.add_text(FieldId::place, entity.town);
    if (entity.municipality) {
        draft.add_code(FieldId::municipality, entity.municipality);
        if (const Municipality* found = region.municipality(*entity.municipality);
            found != nullptr && found->name != entity.town)
            draft.add_text(FieldId::place, found->name);
    }
    if (entity.county) {
        draft.add_code(FieldId::county, entity.county);
        if (const County* found = region.county(*entity.county))
            draft.add_text(FieldId::place, found->name);
    }
    draft.add_code(FieldId::subregion, entity.subregion);
    if (entity.location)
        draft.set_value(FieldId::location,
                        fmt::format("{} {}", entity.location->lat, entity.location->lon));
}

std::vector<std::string> names_of(const Entity& entity) {
    std::vector<std::string> names{entity.name};
    if (entity.short_name) names.push_back(*entity.short_name);
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    return names;
}

/// Whether the record says what it does, other than in sentences about it.
bool says_what_it_does(const Entity& entity) {
    return !entity.industries.empty() || !entity.offer.empty() || !entity.industry_words.empty();
}

/// The sectors that what a record offers names, and what public buyers call them; groups and forms.
void add_offered_mentions(Draft& draft, const ConceptFinder& concepts, const Vocabulary& industries,
                          const Analyzer& analyzer, const std::string& text) {
    for (const FoundConcepts& found : concepts.find(text, analyzer)) {
        for (const ConceptCode& each : found.concepts) {
            draft.add_code(FieldId::mentions, mention_code(each));
            if (each.field != FieldId::industry) continue;
            for (const std::string& cpv : industries.find(each.code)->cpv)
                draft.add_code(FieldId::mentions, mention_code({FieldId::cpv, cpv}));
        }
    }
}

/// What names and sentences name is no offer: "Promocja Rozwoju Dziecka" sells no advertising, who
/// was at a conference holds none. So no CPV code comes of it.
void add_mentions(Draft& draft, const ConceptFinder& concepts, const Analyzer& analyzer,
                  const std::string& text, bool with_sectors) {
    for (const FoundConcepts& found : concepts.find(text, analyzer))
        for (const ConceptCode& each : found.concepts)
            if (with_sectors || each.field != FieldId::industry)
                draft.add_code(FieldId::mentions, mention_code(each));
}

/// The sectors in sentences about a record count only where it says nothing else of what it does.
void add_mentions(Draft& draft, const ConceptFinder& concepts, const Vocabulary& industries,
                  const Analyzer& analyzer, const Entity& entity) {
    for (const std::string& name : names_of(entity))
        add_mentions(draft, concepts, analyzer, name, true);
    if (entity.description)
        add_mentions(draft, concepts, analyzer, *entity.description, !says_what_it_does(entity));
    for (const auto* texts : {&entity.offer, &entity.industry_words})
        for (const std::string& text : *texts)
            add_offered_mentions(draft, concepts, industries, analyzer, text);
}

/// The concepts of a part of the record that says more than others: "Zaz Pizza" is a restaurant
/// before all.
void add_concepts(Draft& draft, FieldId into, const ConceptFinder& concepts,
                  const Analyzer& analyzer, const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        for (const FoundConcepts& found : concepts.find(text, analyzer))
            for (const ConceptCode& each : found.concepts)
                draft.add_code(into, mention_code(each));
}

/// What a brand is, in its own words ("marka pamiątek"), its makers make under their own names.
void add_brand(Draft& draft, const ConceptFinder& concepts, const Analyzer& analyzer,
               const Brand& brand) {
    if (!brand.summary) return;
    for (const FoundConcepts& found : concepts.find(*brand.summary, analyzer))
        for (const ConceptCode& each : found.concepts)
            if (each.field == FieldId::industry)
                for (const FieldId into :
                     {FieldId::mentions, FieldId::offered, FieldId::named_after})
                    draft.add_code(into, mention_code(each));
}

std::string as_of_value(const Provenance& provenance) {
    if (!provenance.as_of || !provenance.as_of->latest()) return {};
    return format_day(*provenance.as_of->latest());
}

}  // namespace

DocumentBuilder::DocumentBuilder(const Catalogue& catalogue, const Analyzer& analyzer)
    : catalogue_(catalogue),
      analyzer_(analyzer),
      concepts_(catalogue.references, analyzer),
      abbreviations_(catalogue.references.abbreviations, analyzer) {
    for (const Entity& each : catalogue.entities)
        entity_by_id_.emplace(each.id, &each);
    for (const Certificate& each : catalogue.certificates)
        if (each.holder) belongings_[*each.holder].certificates.push_back(&each);
    const auto add_brand = [&](const std::string& entity, const std::string& brand) {
        std::vector<std::string>& brands = belongings_[entity].brands;
        if (std::find(brands.begin(), brands.end(), brand) == brands.end()) brands.push_back(brand);
    };
    for (const Product& each : catalogue.products) {
        if (!each.maker) continue;
        belongings_[*each.maker].products.push_back(&each);
        add_brand(*each.maker, each.brand);
    }
    for (const Brand& brand : catalogue.references.brands)
        for (const BrandMaker& maker : brand.makers)
            add_brand(maker.entity, brand.code);
}

Xapian::Document DocumentBuilder::build(const Entity& entity) const {
    const References& references = catalogue_.references;
    Draft draft(analyzer_, abbreviations_, DocumentType::entity, entity.id);

    draft.add_text(FieldId::name, entity.name);
    draft.add_exact_name(entity.name);
    draft.add_code(FieldId::exact_name, own_name(entity, references));
    draft.add_initials(entity.name, concepts_);
    draft.add_text(FieldId::aliases, entity.short_name);
    draft.add_exact_name(entity.short_name);
    draft.add_texts(FieldId::aliases, entity.aliases);
    for (const std::string& alias : entity.aliases)
        draft.add_exact_name(alias);
    add_identifiers(draft, entity);
    add_contacts(draft, entity);

    draft.add_code(FieldId::legal_form, entity.legal_form);
    draft.add_text(FieldId::aliases, references.legal_form.label(entity.legal_form, Language::pl));
    for (const std::string& code : entity.industries)
        add_industry(draft, references.industry, code);
    draft.add_texts(FieldId::offer, entity.industry_words);
    draft.add_texts(FieldId::offer, entity.offer);
    for (const std::string& code : entity.target_groups)
        for (const std::string& each : references.target_group.with_broader(code))
            draft.add_code(FieldId::target_group, each);
    draft.add_texts(FieldId::description, entity.target_group_words);
    draft.add_text(FieldId::description, entity.description);
    draft.add_text(FieldId::operator_name, entity.operator_name);
    draft.add_code(FieldId::holder, entity.operator_id);
    add_place(draft, references.region, entity);
    draft.add_code(FieldId::activity, entity.activity.value_or("nieznana"));
    draft.set_value(FieldId::freshness, as_of_value(entity.provenance));

    add_mentions(draft, concepts_, references.industry, analyzer_, entity);
    add_concepts(draft, FieldId::named_after, concepts_, analyzer_, names_of(entity));
    add_concepts(draft, FieldId::offered, concepts_, analyzer_, entity.offer);

    std::vector<StatusSpan> statuses;
    for (const EntityStatus& status : entity.statuses)
        statuses.push_back(span_of(status));
    draft.set_value(FieldId::status, encode_statuses(statuses));

    if (const auto found = belongings_.find(entity.id); found != belongings_.end()) {
        std::vector<Validity> validities;
        for (const Certificate* certificate : found->second.certificates) {
            validities.push_back(validity(*certificate));
            draft.add_text(FieldId::certified, certificate->subject);
            draft.add_text(FieldId::certified, certificate->industry);
            draft.add_text(FieldId::certified, certificate->offer_at_grant);
            for (const auto& text :
                 {certificate->subject, certificate->industry, certificate->offer_at_grant})
                if (text)
                    add_offered_mentions(draft, concepts_, references.industry, analyzer_, *text);
        }
        draft.set_value(FieldId::certificate_state, encode_validities(validities));
        for (const Product* product : found->second.products) {
            draft.add_text(FieldId::offer, product->name);
            draft.add_texts(FieldId::offer, product->aliases);
            add_offered_mentions(draft, concepts_, references.industry, analyzer_, product->name);
        }
        for (const std::string& brand : found->second.brands) {
            draft.add_code(FieldId::brand, brand);
            draft.add_text(FieldId::aliases, references.brand.label(brand, Language::pl));
            if (const Brand* known = references.find_brand(brand))
                add_brand(draft, concepts_, analyzer_, *known);
        }
    }
    return draft.finish(encode(entity));
}

Xapian::Document DocumentBuilder::build(const Product& product) const {
    const References& references = catalogue_.references;
    Draft draft(analyzer_, abbreviations_, DocumentType::product, product.id);
    draft.add_text(FieldId::name, product.name);
    draft.add_exact_name(product.name);
    draft.add_texts(FieldId::aliases, product.aliases);
    for (const std::string& alias : product.aliases)
        draft.add_exact_name(alias);
    draft.add_text(FieldId::offer, references.product_kind.label(product.kind, Language::pl));
    draft.add_text(FieldId::offer, product.material);
    draft.add_text(FieldId::offer, product.collection);
    draft.add_text(FieldId::description, product.description);
    draft.add_code(FieldId::brand, product.brand);
    draft.add_text(FieldId::aliases, references.brand.label(product.brand, Language::pl));
    draft.add_code(FieldId::holder, product.maker);
    for (const std::string& candidate : product.maker_candidates)
        draft.add_code(FieldId::holder, candidate);
    if (product.maker)
        if (const auto maker = entity_by_id_.find(*product.maker); maker != entity_by_id_.end()) {
            draft.add_text(FieldId::operator_name, maker->second->name);
            draft.add_text(FieldId::place, maker->second->town);
        }
    draft.set_value(FieldId::freshness, as_of_value(product.provenance));
    return draft.finish(encode(product));
}

Xapian::Document DocumentBuilder::build(const Certificate& certificate) const {
    const References& references = catalogue_.references;
    Draft draft(analyzer_, abbreviations_, DocumentType::certificate, certificate.id);
    draft.add_text(FieldId::name, certificate.holder_name);
    draft.add_exact_name(certificate.holder_name);
    draft.add_text(FieldId::certified, certificate.subject);
    draft.add_text(FieldId::certified, certificate.industry);
    draft.add_text(FieldId::certified, certificate.offer_at_grant);
    draft.add_text(FieldId::place, certificate.holder_town);
    draft.add_text(FieldId::description, references.mark.label(certificate.mark, Language::pl));
    if (const CertificateEdition* edition = references.edition(certificate.edition))
        draft.add_text(FieldId::description, edition->label);
    draft.add_code(FieldId::holder, certificate.holder);
    if (const auto holder = entity_by_id_.find(certificate.holder.value_or(""));
        holder != entity_by_id_.end()) {
        add_identifiers(draft, *holder->second);
        draft.add_text(FieldId::aliases, holder->second->name);
        draft.add_texts(FieldId::aliases, holder->second->aliases);
    }
    draft.set_value(FieldId::certificate_state, encode_validities({validity(certificate)}));
    draft.set_value(FieldId::freshness, as_of_value(certificate.provenance));
    return draft.finish(encode(certificate));
}

}  // namespace wespol
