// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/publishing/publication_limits.h"

#include "core/support/error.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/json_record.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wespol {
namespace {

struct NamedLimit {
    const char* name;
    Limit PublicationLimits::*member;
};

constexpr std::array kLimits{
    NamedLimit{"rejected_rows", &PublicationLimits::rejected_rows},
    NamedLimit{"entities_lost", &PublicationLimits::entities_lost},
    NamedLimit{"certificates_lost", &PublicationLimits::certificates_lost},
    NamedLimit{"products_lost", &PublicationLimits::products_lost},
};

constexpr int kGreatestFew = 1'000'000'000;

[[noreturn]] void refuse_file(const std::string& message) {
    throw Error(ErrorCode::data_rejected, fmt::format("{}: {}", kPublishingFile, message),
                "Popraw plik według data/schema/publishing.schema.json albo go usuń: wtedy "
                "obowiązują granice domyślne.");
}

/// "12%", "0,4%"
std::string percent(double share) {
    std::string text = fmt::format("{:.1f}", share * 100);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text + "%";
}

std::string figures(std::size_t number, std::size_t whole) {
    return fmt::format("{} z {} ({})", number, whole,
                       percent(static_cast<double>(number) / static_cast<double>(whole)));
}

std::string allowed(const Limit& limit) {
    return limit.share > 0 ? fmt::format("granica: {} albo {}", limit.few, percent(limit.share))
                           : fmt::format("granica: {}", limit.few);
}

}  // namespace

bool Limit::is_exceeded(std::size_t number, std::size_t whole) const {
    return number > few && static_cast<double>(number) > share * static_cast<double>(whole);
}

PublicationLimits load_publication_limits(const std::filesystem::path& data_directory) {
    PublicationLimits limits;
    const std::filesystem::path path = data_directory / kPublishingFile;
    if (!std::filesystem::exists(path)) return limits;
    const auto record = read_json_record(data_directory, kPublishingFile);
    if (!record) refuse_file(record.error().message);
    Diagnostics problems;
    FieldReader fields(*record, problems);
    for (const auto& [name, member] : kLimits)
        fields.each(name, [&, limit = &(limits.*member)](FieldReader& inner) {
            const auto few = inner.integer("few", 0, kGreatestFew);
            if (!few) inner.reject("few", "", "brakuje liczby całkowitej, od 0");
            limit->few = static_cast<std::size_t>(few.value_or(0));
            limit->share = inner.required_number("share", 0, 1);
        });
    fields.finish();
    if (!problems.empty()) {
        const Diagnostic& first = problems.front();
        refuse_file(fmt::format("{} [{}]", first.message, first.field));
    }
    return limits;
}

void refuse_broken(const LoadedCatalogue& loaded, const PublicationLimits& limits) {
    for (const SourceCount& each : loaded.sources) {
        if (!each.is_readable)
            throw Error(ErrorCode::data_rejected,
                        fmt::format("{}: pliku nie da się wczytać w całości", each.file),
                        "Popraw go według uwag wyżej albo usuń z katalogu sources.");
        if (each.rows > 0 && each.rejected == each.rows)
            throw Error(ErrorCode::data_rejected,
                        fmt::format("{}: wszystkie wiersze są złe ({})", each.file, each.rows),
                        "Popraw wiersze wymienione wyżej albo usuń plik z katalogu sources.");
        if (limits.rejected_rows.is_exceeded(each.rejected, each.rows))
            throw Error(
                ErrorCode::data_rejected,
                fmt::format("{}: za dużo odrzuconych wierszy, by publikować: {}; {}", each.file,
                            figures(each.rejected, each.rows), allowed(limits.rejected_rows)),
                fmt::format("Sprawdź, czy to właściwy plik, i popraw wiersze wymienione "
                            "wyżej. Granicę zmienia rejected_rows w {}.",
                            kPublishingFile));
    }
    if (loaded.catalogue.entities.empty())
        throw Error(ErrorCode::data_rejected, "sources/entities.jsonl: nie ma ani jednego podmiotu",
                    "Sprawdź, czy --data wskazuje właściwy katalog.");
}

void refuse_losses(const ChangeSet& changes, const LoadedCatalogue& loaded,
                   const PublicationLimits& limits) {
    std::vector<std::string> losses;
    for (const SourceCount& each : loaded.sources) {
        const auto published = changes.published_rows.find(each.file);
        if (each.rows > 0 || published == changes.published_rows.end()) continue;
        losses.push_back(fmt::format("{}: plik jest pusty, a opublikowanych rekordów z niego: {}",
                                     each.file, published->second));
    }
    const auto check = [&](const char* what, std::size_t lost, const RecordChanges& records,
                           const Limit& limit) {
        const bool is_all = lost > 0 && records.after == 0;
        if (is_all || limit.is_exceeded(lost, records.before))
            losses.push_back(
                fmt::format("{}: {}; {}", what, figures(lost, records.before), allowed(limit)));
    };
    const RecordChanges& entities = changes.entities;
    check("ubywa podmiotów", entities.before - std::min(entities.before, entities.after), entities,
          limits.entities_lost);
    const auto certificates_lost = std::ranges::count_if(  // one that is another one's is not lost
        changes.certificates.gone, [](const RecordChange& each) { return each.moved_to.empty(); });
    check("znika certyfikatów", static_cast<std::size_t>(certificates_lost), changes.certificates,
          limits.certificates_lost);
    check("znika produktów", changes.products.gone.size(), changes.products, limits.products_lost);
    if (losses.empty()) return;
    throw Error(
        ErrorCode::data_rejected,
        fmt::format("Za duże straty wobec tego, co opublikowane: {}", fmt::join(losses, "; ")),
        fmt::format("Zobacz, co znika: wespol-indexer diff. Jeśli to zły plik, podmień go. "
                    "Jeśli te rekordy mają zniknąć, dodaj --accept-losses. Granice "
                    "zmienia {}.",
                    kPublishingFile));
}

}  // namespace wespol
