// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/relaxation_labels.h"

#include "core/support/joined.h"

#include <array>
#include <string_view>
#include <variant>

#include <fmt/format.h>

namespace wespol {
namespace {

using Labels = std::array<std::string_view, 3>;  // by Language

constexpr Labels kWholeSubregion{"W całym subregionie {}", "The whole {}", "Увесь {}"};
constexpr Labels kWithin{"W promieniu {} km", "Within {} km", "У радіусі {} км"};
constexpr Labels kExpiredCertificate{"Z certyfikatem, który wygasł", "With an expired certificate",
                                     "З простроченим сертифікатом"};
constexpr Labels kAnyCertificate{"Bez względu na certyfikat", "Whatever the certificate",
                                 "Незалежно від сертифіката"};
constexpr Labels kWithoutFilter{"Bez filtra „{}”", "Without the filter “{}”", "Без фільтра «{}»"};
constexpr Labels kWithoutWord{"Bez słowa {}", "Without the word {}", "Без слова {}"};
constexpr Labels kWithoutWords{"Bez słów {}", "Without the words {}", "Без слів {}"};
constexpr Labels kWithoutNumber{"Bez numeru {}", "Without the number {}", "Без номера {}"};
constexpr Labels kNotExcluding{"Nie wykluczając {}", "Not leaving out {}", "Не виключаючи {}"};
constexpr Labels kQuoted{"„{}”", "“{}”", "«{}»"};
constexpr Labels kBroaderSector{"W szerszej branży „{}”", "In the broader sector “{}”",
                                "У ширшій галузі «{}»"};
constexpr Labels kRelatedSector{"W pokrewnej branży „{}”", "In the related sector “{}”",
                                "У спорідненій галузі «{}»"};
constexpr Labels kBroaderCpv{"Szerszy kod CPV {}", "The broader CPV code {}", "Ширший код CPV {}"};
constexpr Labels kBroaderGroup{"Dla szerszej grupy „{}”", "For the broader group “{}”",
                               "Для ширшої групи «{}»"};
constexpr Labels kWholeRegion{"W całym regionie", "In the whole region", "У всьому регіоні"};
constexpr Labels kNoFilters{"Bez żadnych filtrów", "Without any filters", "Без жодних фільтрів"};

constexpr Labels kAnyOf{"Cokolwiek z tego: {}", "Any of these: {}", "Будь-що з цього: {}"};
constexpr Labels kUnquoted{"Te słowa w dowolnym miejscu: {}", "These words anywhere: {}",
                           "Ці слова будь-де: {}"};
constexpr Labels kWholeCatalogue{"Cały katalog", "The whole directory", "Увесь каталог"};
constexpr Labels kOnly{"Tylko {}", "Only {}", "Лише {}"};

constexpr Labels kDidYouMean{"Czy chodziło o „{}”?", "Did you mean “{}”?",
                             "Можливо, ви мали на увазі «{}»?"};

template <class... Values>
std::string filled(std::string_view pattern, const Values&... values) {
    return fmt::format(fmt::runtime(pattern), values...);
}

/// "koniński" → "konińskim"; English and Ukrainian labels stand as they are.
std::string in_polish_locative(const std::string& adjective) {
    return adjective.ends_with("i") ? adjective + "m" : adjective;
}

/// Without the signs of a phrase or of an exclusion.
std::string_view bare(std::string_view written) {
    if (written.starts_with('-')) written.remove_prefix(1);
    if (written.size() >= 2 && written.starts_with('"'))
        written = written.substr(1, written.size() - 2);
    return written;
}

bool is_one_word(const QueryClause& clause) {
    return bare(clause.written).find(' ') == std::string_view::npos;
}

}  // namespace

std::string RelaxationLabels::whole_subregion(const Subregion& subregion) const {
    const std::string& label = subregion.labels[index_];
    const bool is_polish = index_ == index_of(Language::pl);
    return filled(kWholeSubregion[index_], is_polish ? in_polish_locative(label) : label);
}

std::string RelaxationLabels::within(double radius_km) const {
    return filled(kWithin[index_], radius_km);
}

std::string RelaxationLabels::expired_certificate() const {
    return std::string(kExpiredCertificate[index_]);
}

std::string RelaxationLabels::any_certificate() const {
    return std::string(kAnyCertificate[index_]);
}

std::string RelaxationLabels::without_filter(const std::string& facet,
                                             const std::string& value) const {
    return filled(kWithoutFilter[index_], value.empty() ? facet : facet + ": " + value);
}

std::string RelaxationLabels::quoted(const std::vector<QueryClause>& clauses) const {
    return joined(clauses, ", ", [&](const QueryClause& clause) {
        return filled(kQuoted[index_], bare(clause.written));
    });
}

std::string RelaxationLabels::without(const std::vector<QueryClause>& clauses) const {
    const std::string words = quoted(clauses);
    const QueryClause& first = clauses.front();
    const Labels& pattern = clauses.size() > 1                                    ? kWithoutWords
                            : first.excluded                                      ? kNotExcluding
                            : std::holds_alternative<QueryIdentifier>(first.what) ? kWithoutNumber
                            : is_one_word(first)                                  ? kWithoutWord
                                                                                  : kWithoutWords;
    return filled(pattern[index_], words);
}

std::string RelaxationLabels::broader(FieldId field, const std::string& label) const {
    return filled((field == FieldId::industry ? kBroaderSector : kBroaderGroup)[index_], label);
}

std::string RelaxationLabels::related(const std::string& sector) const {
    return filled(kRelatedSector[index_], sector);
}

std::string RelaxationLabels::broader_cpv(const std::string& code) const {
    return filled(kBroaderCpv[index_], code);
}

std::string RelaxationLabels::whole_region() const {
    return std::string(kWholeRegion[index_]);
}

std::string RelaxationLabels::no_filters() const {
    return std::string(kNoFilters[index_]);
}

std::string RelaxationLabels::only(const QueryClause& clause) const {
    return only(bare(clause.written));
}

std::string RelaxationLabels::only(std::string_view words) const {
    return filled(kOnly[index_], filled(kQuoted[index_], words));
}

std::string RelaxationLabels::unquoted(const QueryClause& phrase) const {
    return filled(kUnquoted[index_], bare(phrase.written));
}

std::string RelaxationLabels::whole_catalogue() const {
    return std::string(kWholeCatalogue[index_]);
}

std::string RelaxationLabels::any_of(const std::vector<QueryClause>& clauses) const {
    return filled(kAnyOf[index_], quoted(clauses));
}

std::string did_you_mean(std::string_view text, Language language) {
    return filled(kDidYouMean[index_of(language)], text);
}

}  // namespace wespol
