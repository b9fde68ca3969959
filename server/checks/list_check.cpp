// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checks/list_check.h"

#include "core/analysis/code_points.h"
#include "core/search/searcher.h"
#include "server/checks/line_reading.h"

#include <algorithm>
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

std::string as_written(const WrittenLine& line) {
    std::string text;
    for (const WrittenCell& cell : line.cells) {
        text += (text.empty() ? "" : " · ") + cell.text;
        if (text.size() > kMaxShownBytes) break;
    }
    return shortened(text, kMaxShownBytes);
}

NearEntity near_entity(const Entity& entity) {
    return {entity.id, entity.name, entity.town};
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
        ReadLine read = read_line(line);
        checked.problems = std::move(read.wrong);
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
            return take(std::move(found), kNumberOfSeveral, checked);
        }
        checked.looked_up = read.numbers.front();
        checked.problems.push_back(worded(kNotInDirectory));
        offer_name_instead(read, LineOutcome::not_in_directory, checked);
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
        if (checked.near.empty())
            checked.problems.push_back(worded(kNotInDirectory));
        else
            checked.outcome = LineOutcome::near_names;
    }

    std::vector<NearEntity> near_names(const std::string& name) const {
        SearchRequest request;
        request.text = std::string(cut_at_code_point(name, kMaxQueryBytes));
        for (const ReadingPart part : {ReadingPart::place, ReadingPart::day, ReadingPart::state})
            request.literal.add(part);
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

std::string as_line_alone(const CheckedLine& line) {
    const ReadLine alone = read_one(line.written);
    if (line.looked_up) {
        const bool is_enough =
            std::ranges::find(alone.numbers, *line.looked_up) != alone.numbers.end();
        return is_enough ? line.written : shown(*line.looked_up);
    }
    if (line.name.empty()) return line.written;
    return alone.numbers.empty() && alone.name == line.name ? line.written : line.name;
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
