// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings_table.h"

#include "server/map/map_layers.h"
#include "server/options.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace wespol {
namespace {

Complaint listen_complaint(const std::string& value) {
    if (value == kSocketsOfSystemd) return std::nullopt;
    const auto address = parse_listen_address(value);
    if (address) return std::nullopt;
    return address.error().message;
}

Complaint metrics_complaint(const std::string& value) {
    if (value.starts_with(kUnixPrefix)) return "Prometheus pyta po sieci: podaj adres i port.";
    const auto address = parse_listen_address(value);
    if (address) return std::nullopt;
    return address.error().message;
}

Complaint url_complaint(const std::string& value) {
    const std::size_t scheme = value.starts_with("https://")  ? 8
                               : value.starts_with("http://") ? 7
                                                              : value.size();
    const bool has_host = value.size() > scheme && value[scheme] != '/';
    const bool is_plain = std::ranges::all_of(value, [](unsigned char c) {
        return c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '"' && c != '\'' && c != '<' &&
               c != '>';
    });
    if (has_host && is_plain) return std::nullopt;
    return "To nie jest adres strony. Przykład: https://example.org";
}

Complaint tiles_complaint(const std::string& value) {
    const auto origin = tile_origin(value);
    if (origin) return std::nullopt;
    return origin.error().message;
}

Complaint attribution_complaint(const std::string& value) {
    if (value.size() <= kMaxAttributionBytes) return std::nullopt;
    return fmt::format("Napis na mapie ma najwyżej {} bajtów.", kMaxAttributionBytes);
}

constexpr auto kText = SettingKind::text;
constexpr auto kNumber = SettingKind::number;
constexpr auto kList = SettingKind::list;

constexpr std::array kSettings{
    Setting{"index", "", kText, "", "KATALOG", "Indeks, z wespol-indexer build"},
    Setting{"listen", "server", kList, "127.0.0.1:8080", "ADRES",
            "Gdzie słuchać: 127.0.0.1:8080, [::1]:8080, unix:/run/wespol/wespol.sock albo systemd "
            "(gniazda, które systemd przekazuje); można powtórzyć",
            listen_complaint},
    Setting{"public_url", "server", kText, "", "ADRES",
            "Adres, pod którym świat widzi serwis, np. https://example.org; stoi w protokołach; "
            "domyślnie pierwszy adres z --listen",
            url_complaint},
    Setting{"threads", "server", kNumber, "8", "LICZBA", "Ile zapytań naraz, od 1 do 256",
            number_between<1, 256>},
    Setting{"keys", "server", kText, "", "KATALOG",
            "Klucze, którymi podpisywane są protokoły; domyślnie „keys” obok indeksu"},
    Setting{"resources", "server", kText, "", "KATALOG",
            "Szablony, style i słownik; domyślnie te, które są z programem"},
    Setting{"map_borders", "server", kText, "", "PLIK",
            "GeoJSON z granicami, które rysuje mapa wyników; domyślnie bez granic"},
    Setting{"map_tiles", "server", kText, "", "ADRES",
            "Adres kafelków mapy z {z}, {x} i {y}; przeglądarki będą pytać tamten serwer; "
            "domyślnie żaden",
            tiles_complaint},
    Setting{"map_attribution", "server", kText, "", "NAPIS",
            "Czyje są kafelki: napis na mapie; gdy są kafelki, ma być i on", attribution_complaint},
    Setting{"metrics_listen", "server", kText, "", "ADRES",
            "Gdzie podawać liczby dla Prometheusa (/metrics), np. 127.0.0.1:9180; bez tego nigdzie",
            metrics_complaint},
    Setting{"slow_request_ms", "server", kNumber, "500", "LICZBA",
            "Zapytanie, które trwa dłużej, ma osobny wiersz dziennika; 0 = żadne",
            number_between<0, 3'600'000>},
};

}  // namespace

std::span<const Setting> server_settings() {
    return kSettings;
}

}  // namespace wespol
