// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/command/settings_table.h"

#include <array>

namespace wespol {
namespace {

constexpr auto kText = SettingKind::text;
constexpr auto kNumber = SettingKind::number;

constexpr std::array kSettings{
    Setting{"index", "", kText, "", "KATALOG", "katalog indeksu"},
    Setting{"data", "indexer", kText, "", "KATALOG", "katalog danych"},
    Setting{"inbox", "indexer", kText, "", "KATALOG", "katalog, do którego biuro wkłada listy"},
    Setting{"dictionary", "indexer", kText, "", "PLIK",
            "plik polish.dict (domyślnie ten, który jest z programem)"},
    Setting{"keep_generations", "indexer", kNumber, "5", "LICZBA",
            "ile najnowszych generacji zostaje, od 1 do 1000", number_between<1, 1000>},
    Setting{"keep_days", "indexer", kNumber, "0", "DNI",
            "generacje zbudowane w ciągu tylu dni zostają", number_between<0, 36'525>},
    Setting{"keep_protocol_days", "indexer", kNumber, "1827", "DNI",
            "generacja zostaje tyle dni od ostatniego protokołu, który z niej sporządzono",
            number_between<0, 36'525>},
};

}  // namespace

std::span<const Setting> indexer_settings() {
    return kSettings;
}

}  // namespace wespol
