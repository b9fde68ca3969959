// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/list_check.h"

#include "core/analysis/code_points.h"
#include "core/catalogue/certificate_doubt.h"
#include "core/catalogue/status_doubt.h"
#include "core/search/searcher.h"
#include "core/support/joined.h"
#include "server/checks/line_agreement.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr std::size_t kMaxShownBytes = 160;
constexpr std::size_t kMaxEntitiesOfLine = 10;
constexpr int kNearNames = 3;
/// A search by words costs a hundred times as much as a look at a number.
constexpr std::size_t kMostNearSearches = 100;

constexpr InThree kNotInDirectory{
    "Nie ma w tym katalogu. To nie znaczy, że nie ma certyfikatu ani statusu: katalog nie jest "
    "pełny.",
    "Not in this directory. That does not mean that there is no certificate or status: the "
    "directory is not complete.",
    "Немає в цьому каталозі. Це не означає, що немає сертифіката чи статусу: каталог не повний."};
constexpr InThree kNumberOfSeveral{"Ten numer ma kilka podmiotów",
                                   "Several organisations have this number",
                                   "Цей номер мають кілька організацій"};
constexpr InThree kNameOfSeveral{"Tę nazwę ma kilka podmiotów",
                                 "Several organisations have this name",
                                 "Цю назву мають кілька організацій"};

/// Where a line contradicts the directory: numbers and names in the order of the Polish sentence.
constexpr InThree kOtherNumber{
    "{} ma w katalogu inny podmiot: „{}”. Pokazujemy ten, który ma {}; sprawdź, o kogo chodzi.",
    "{} belongs to another organisation in the directory: “{}”. We show the one that has {}; see "
    "which one is meant.",
    "{} у каталозі має інша організація: «{}». Показуємо ту, що має {}; перевірте, про кого "
    "йдеться."};
constexpr InThree kNumberDiffers{
    "W wierszu jest {}, a w katalogu ten podmiot ma {}; sprawdź, o kogo chodzi.",
    "The line has {}, but in the directory this organisation has {}; see which one is meant.",
    "У рядку {}, а в каталозі ця організація має {}; перевірте, про кого йдеться."};
constexpr InThree kOtherName{
    "Nazwę „{}” ma w katalogu inny podmiot ({}), a {} ma „{}”; sprawdź, o kogo chodzi.",
    "The name “{}” belongs to another organisation in the directory ({}), and {} to “{}”; see "
    "which one is meant.",
    "Назву «{}» у каталозі має інша організація ({}), а {} має «{}»; перевірте, про кого йдеться."};
constexpr InThree kNameDiffers{
    "W wierszu jest nazwa „{}”, a {} ma w katalogu „{}”; sprawdź, o kogo chodzi.",
    "The line has the name “{}”, but in the directory {} belongs to “{}”; see which one is meant.",
    "У рядку назва «{}», а {} у каталозі має «{}»; перевірте, про кого йдеться."};

std::string as_written(const WrittenLine& line) {
    std::string text;
    for (const WrittenCell& cell : line.cells) {
        if (!text.empty()) text += kCellDivider;
        text += cell.text;
        if (text.size() > kMaxShownBytes) break;
    }
    return shortened(text, kMaxShownBytes);
}

NearEntity near_entity(const Entity& entity) {
    return {entity.id, entity.name, entity.town};
}

std::string place_of(const Entity& entity) {
    return entity.town.value_or(entity.id);
}

/// The reason alone, without the digits in quotes before it.
std::vector<std::string> reasons(const ReadLine& line) {
    std::vector<std::string> found;
    for (const std::string& sentence : in_language(line.wrong, Language::pl)) {
        const std::size_t colon = sentence.find("”: ");
        found.push_back(colon == sentence.npos ? sentence : sentence.substr(colon));
    }
    return found;
}

bool are_alike(const ReadLine& a, const ReadLine& b) {
    return a.numbers == b.numbers && a.name == b.name && reasons(a) == reasons(b);
}

/// Its numbers and its name, as they are shown.
std::string what_was_read(const ReadLine& read) {
    std::vector<std::string> parts;
    for (const Identifier& number : read.numbers)
        parts.push_back(shown(number));
    if (!read.name.empty()) parts.push_back(read.name);
    return joined(parts, kCellDivider);
}

/// One call of check_list.
class ListCheck {
  public:
    ListCheck(const std::shared_ptr<const IndexSnapshot>& snapshot, Day as_of)
        : lookup_(snapshot, as_of), searcher_(snapshot, as_of, Language::pl) {}

    CheckedLine check(const WrittenLine& line) {
        CheckedLine checked;
        checked.number = line.number;
        checked.written = as_written(line);
        if (line.is_heading) {
            checked.outcome = LineOutcome::heading;
            return checked;
        }
        checked.read = read_line(line);
        const ReadLine& read = checked.read;
        checked.problems = read.wrong;
        checked.problems.insert(checked.problems.end(), read.remarks.begin(), read.remarks.end());
        if (!read.numbers.empty())
            look_up_numbers(read, checked);
        else if (!checked.problems.empty())
            offer_name_instead(read, LineOutcome::wrong_number, checked);
        else if (!read.name.empty())
            look_up_name(read.name, checked);
        else
            checked.problems.emplace_back("Nie ma tu ani numeru, ani nazwy.",
                                          "There is neither a number nor a name here.",
                                          "Тут немає ні номера, ні назви.");
        return checked;
    }

  private:
    void look_up_numbers(const ReadLine& read, CheckedLine& checked) {
        for (const Identifier& number : read.numbers) {
            Standings found = lookup_.with_number({number});
            if (found.empty()) continue;
            checked.looked_up = number;
            tell_other_numbers(read, found, checked);
            tell_other_name(read, found, checked);
            return take(std::move(found), kNumberOfSeveral, checked);
        }
        checked.looked_up = read.numbers.front();
        checked.problems.push_back(worded(kNotInDirectory));
        offer_name_instead(read, LineOutcome::not_in_directory, checked);
    }

    /// Numbers of one line are of one entity, or the line contradicts the directory.
    void tell_other_numbers(const ReadLine& read, const Standings& found, CheckedLine& checked) {
        for (const Identifier& number : read.numbers) {
            if (number == *checked.looked_up) continue;
            const Standings others = lookup_.with_number({number});
            if (!others.empty() && are_apart(found, others))
                checked.problems.push_back(worded(kOtherNumber, shown(number),
                                                  others.front()->entity.name,
                                                  shown(*checked.looked_up)));
            const std::string* known = others.empty() ? known_number(found, number.kind) : nullptr;
            if (known)
                checked.problems.push_back(
                    worded(kNumberDiffers, shown(number), shown({number.kind, *known})));
        }
    }

    /// The name beside a number is of that entity, or the line contradicts the directory.
    void tell_other_name(const ReadLine& read, const Standings& found, CheckedLine& checked) {
        if (read.name.empty() || is_name_of(read.name, found)) return;
        const Standings others = lookup_.named(read.name);
        const std::string& name = found.front()->entity.name;
        if (!others.empty() && are_apart(found, others))
            checked.problems.push_back(worded(kOtherName, read.name,
                                              place_of(others.front()->entity),
                                              shown(*checked.looked_up), name));
        else if (others.empty() && (read.name_is_called || has_form_word(read.name)) &&
                 shares_no_word(read.name, found))
            checked.problems.push_back(worded(kNameDiffers, shortened(read.name, kMaxShownBytes),
                                              shown(*checked.looked_up), name));
    }

    /// An entity of that name, of which the directory does not know the number, is offered only.
    void offer_name_instead(const ReadLine& read, LineOutcome outcome, CheckedLine& checked) {
        checked.outcome = outcome;
        if (read.name.empty()) return;
        for (const auto& standing : lookup_.named(read.name))
            if (checked.near.size() < static_cast<std::size_t>(kNearNames))
                checked.near.push_back(near_entity(standing->entity));
        if (!checked.near.empty())
            checked.problems.emplace_back(
                "W katalogu jest podmiot o tej nazwie, ale nie pod tym numerem; sprawdź, czy to "
                "ten.",
                "The directory has an organisation of that name, but not under that number; see "
                "whether it is the one.",
                "У каталозі є організація з такою назвою, але не під цим номером; перевірте, чи "
                "це вона.");
    }

    void look_up_name(const std::string& name, CheckedLine& checked) {
        checked.name = name;
        if (Standings found = lookup_.named(name); !found.empty())
            return take(std::move(found), kNameOfSeveral, checked);
        checked.outcome = LineOutcome::not_in_directory;
        if (++near_searches_ > kMostNearSearches)
            checked.problems.push_back(
                worded({"Podobnych nazw szukamy tylko dla pierwszych {} wierszy.",
                        "We look for similar names for the first {} lines only.",
                        "Подібні назви шукаємо лише для перших {} рядків."},
                       kMostNearSearches));
        else
            checked.near = near_names(name);
        if (near_searches_ <= kMostNearSearches) checked.unlisted = unlisted_holders(name);
        if (!checked.unlisted.empty())
            checked.problems.emplace_back(
                "Takiego podmiotu nie ma w katalogu, ale jest w nim certyfikat posiadacza o "
                "podobnej nazwie; sprawdź, czy to ten.",
                "The directory has no such organisation, but it has a certificate of a holder "
                "of a similar name; see whether it is the one.",
                "Такої організації в каталозі немає, але є сертифікат власника з подібною "
                "назвою; перевірте, чи це він.");
        if (!checked.near.empty())
            checked.outcome = LineOutcome::near_names;
        else if (checked.unlisted.empty())
            checked.problems.push_back(worded(kNotInDirectory));
    }

    /// Certificates of holders that are no entity of the directory.
    std::vector<CertificateHit> unlisted_holders(const std::string& name) const {
        std::vector<CertificateHit> unlisted;
        for (CertificateHit& hit : searcher_.search_certificates(request_for(name)).hits)
            // The search also reads the subject, the town and the edition.
            if (!hit.certificate.holder && unlisted.size() < kNearNames &&
                shares_a_word(name, hit.certificate.holder_name))
                unlisted.push_back(std::move(hit));
        return unlisted;
    }

    static SearchRequest request_for(const std::string& name) {
        SearchRequest request;
        request.text = std::string(cut_at_code_point(name, kMaxQueryBytes));
        for (const ReadingPart part : {ReadingPart::place, ReadingPart::day, ReadingPart::state})
            request.literal.add(part);
        return request;
    }

    std::vector<NearEntity> near_names(const std::string& name) const {
        SearchRequest request = request_for(name);
        request.page_size = kNearNames;
        std::vector<NearEntity> near;
        for (const Hit& hit : searcher_.search(request).hits)
            near.push_back(near_entity(hit.entity));
        return near;
    }

    static void take(Standings found, const InThree& if_several, CheckedLine& checked) {
        checked.outcome = found.size() == 1 ? LineOutcome::found : LineOutcome::several;
        if (found.size() > kMaxEntitiesOfLine)
            checked.problems.emplace_back(
                fmt::format("{} ({}); pokazujemy {}.", if_several.polish, found.size(),
                            kMaxEntitiesOfLine),
                fmt::format("{} ({}); we show {}.", if_several.english, found.size(),
                            kMaxEntitiesOfLine),
                fmt::format("{} ({}); показуємо {}.", if_several.ukrainian, found.size(),
                            kMaxEntitiesOfLine));
        else if (found.size() > 1)
            checked.problems.emplace_back(
                fmt::format("{}; pokazujemy wszystkie.", if_several.polish),
                fmt::format("{}; we show them all.", if_several.english),
                fmt::format("{}; показуємо всі.", if_several.ukrainian));
        found.resize(std::min(found.size(), kMaxEntitiesOfLine));
        checked.entities = std::move(found);
    }

    EntityLookup lookup_;
    Searcher searcher_;
    std::size_t near_searches_ = 0;
};

}  // namespace

std::string_view code(LineOutcome outcome) {
    switch (outcome) {
        case LineOutcome::found:
            return "znaleziony";
        case LineOutcome::several:
            return "kilka";
        case LineOutcome::not_in_directory:
            return "brak_w_katalogu";
        case LineOutcome::near_names:
            return "podobne_nazwy";
        case LineOutcome::wrong_number:
            return "bledny_numer";
        case LineOutcome::unreadable:
            return "nieczytelny";
        case LineOutcome::heading:
            return "naglowek";
    }
    return "nieczytelny";
}

std::size_t CheckReport::count(LineOutcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(lines, outcome, &CheckedLine::outcome));
}

std::vector<std::string> fact_remarks(const EntityStanding& standing, Language language) {
    constexpr std::array<std::string_view, kLanguages.size()> kOfStatus{
        "Status: ", "Status: ", "Статус: "};
    constexpr std::array<std::string_view, kLanguages.size()> kOfCertificate{
        "Certyfikat: ", "Certificate: ", "Сертифікат: "};
    const LegalFacts& facts = standing.facts;
    std::vector<std::string> remarks;
    const auto add = [&](const auto& beginnings, const std::string& remark) {
        remarks.push_back(std::string(beginnings[index_of(language)]) + remark);
    };
    if (facts.enterprise.status)
        if (const std::string doubt =
                doubt_in_words(*facts.enterprise.status, facts.as_of, language);
            !doubt.empty())
            add(kOfStatus, doubt);
    for (const std::string& remark : date_remarks(facts.mark, facts.as_of, language))
        add(kOfCertificate, remark);
    return remarks;
}

std::string as_line_alone(const CheckedLine& line) {
    std::vector<std::string> writings{line.written};
    if (const std::string read = what_was_read(line.read); !read.empty()) writings.push_back(read);
    if (!line.read.wrong.empty())
        for (const char* kind : {"NIP ", "KRS ", "REGON "})
            writings.push_back(kind + line.read.wrong_text);
    for (const std::string& each : writings)
        if (are_alike(read_one(each), line.read)) return each;
    return writings[writings.size() > 1 && line.read.wrong.empty() ? 1 : 0];
}

CheckReport check_list(const WrittenList& list,
                       const std::shared_ptr<const IndexSnapshot>& snapshot, Day as_of) {
    CheckReport report{snapshot->generation(), as_of, {}, list.remarks};
    ListCheck check(snapshot, as_of);
    report.lines.reserve(list.lines.size());
    for (const WrittenLine& line : list.lines)
        report.lines.push_back(check.check(line));
    return report;
}

}  // namespace wespol
