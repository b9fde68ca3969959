# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that invented organisations are made of (make_catalogue.py). Real Polish words, so that the whole
analysis has its work; put together so that nobody takes the result for an organisation that exists."""

# (noun, gender) for names in quotes; adjectives in the masculine, inflected by rule.
NOUNS = [
    ("Wiatrak", "m"), ("Most", "m"), ("Wieniec", "m"), ("Kamień", "m"), ("Zagon", "m"), ("Pagórek", "m"),
    ("Kłos", "m"), ("Krąg", "m"), ("Promień", "m"), ("Ogród", "m"), ("Młyn", "m"), ("Gościniec", "m"),
    ("Kapelusz", "m"), ("Czajnik", "m"), ("Bocian", "m"), ("Jeż", "m"), ("Borsuk", "m"), ("Kubek", "m"),
    ("Guzik", "m"), ("Naparstek", "m"), ("Parasol", "m"), ("Kalosz", "m"), ("Ślimak", "m"), ("Zegar", "m"),
    ("Igła", "f"), ("Łąka", "f"), ("Wieża", "f"), ("Dłoń", "f"), ("Nić", "f"), ("Kuchnia", "f"),
    ("Przystań", "f"), ("Rzeka", "f"), ("Lipa", "f"), ("Iskra", "f"), ("Sosna", "f"), ("Brama", "f"),
    ("Chmura", "f"), ("Latarnia", "f"), ("Poduszka", "f"), ("Miotła", "f"), ("Sówka", "f"), ("Pszczoła", "f"),
    ("Koło", "n"), ("Gniazdo", "n"), ("Pole", "n"), ("Słońce", "n"), ("Źródło", "n"), ("Ziarno", "n"),
    ("Jezioro", "n"), ("Wiadro", "n"), ("Krzesło", "n"), ("Pióro", "n"), ("Jabłko", "n"), ("Okno", "n"),
]
ADJECTIVES = [
    "Zielony", "Wspólny", "Nowy", "Cichy", "Wesoły", "Błękitny", "Mały", "Stary", "Dobry", "Złoty", "Srebrny", "Szary",
    "Wędrowny", "Pracowity", "Domowy", "Życzliwy", "Otwarty", "Ciepły", "Kolorowy", "Leśny", "Polny", "Wodny",
    "Kamienny", "Drewniany", "Papierowy", "Wełniany", "Lniany", "Kraciasty", "Zamyślony", "Rumiany", "Puchaty",
    "Okrągły", "Wczesny", "Poranny", "Jesienny", "Majowy", "Ostatni", "Sąsiedzki", "Odświętny", "Skrzypiący",
]
FEMININE = {"Ostatni": "Ostatnia", "Sąsiedzki": "Sąsiedzka", "Skrzypiący": "Skrzypiąca", "Cichy": "Cicha"}
NEUTER = {"Ostatni": "Ostatnie", "Sąsiedzki": "Sąsiedzkie", "Skrzypiący": "Skrzypiące"}

# Words no dictionary knows: "Wumora", "Krobelin".
BEGINNINGS = ["Wu", "Kro", "Tra", "Me", "Szo", "Bli", "Ga", "Zdu", "Ra", "Ły", "Po", "Cze", "Du", "Fli", "No", "Wyr"]
MIDDLES = ["mo", "be", "ndu", "ka", "lo", "sie", "rte", "wi", "zgu", "pe", "lla", "ro", "", ""]
ENDINGS = ["ra", "lin", "kus", "tex", "nia", "mil", "wex", "zja", "das", "rol", "pia", "gon"]

# By legal form: names of the organisation. {quoted} is an invented name, {town} stands in the nominative,
# {county} in the genitive ("gnieźnieńskiego"), {patron} is a made-up person, {purpose} below.
NAME_PATTERNS = {
    "stowarzyszenie": ["Stowarzyszenie {purpose} „{quoted}”", "Stowarzyszenie „{quoted}”",
                       "Stowarzyszenie {purpose} powiatu {county}", "Towarzystwo Przyjaciół Wsi {town}"],
    "spoldzielnia_socjalna": ["Spółdzielnia Socjalna „{quoted}”", "Wielobranżowa Spółdzielnia Socjalna „{quoted}”",
                              "{quoted} Spółdzielnia Socjalna", "Spółdzielnia Socjalna {town} „{quoted}”"],
    "wtz": ["Warsztat Terapii Zajęciowej „{quoted}”", "Warsztat Terapii Zajęciowej – {town}",
            "Warsztaty Terapii Zajęciowej przy Stowarzyszeniu „{quoted}”"],
    "fundacja": ["Fundacja „{quoted}”", "Fundacja {purpose} „{quoted}”", "{quoted} Fundacja"],
    "cis": ["Centrum Integracji Społecznej „{quoted}”", "Centrum Integracji Społecznej powiatu {county}"],
    "kis": ["Klub Integracji Społecznej „{quoted}”", "Klub Integracji Społecznej – {town}"],
    "kgw": ["Koło Gospodyń Wiejskich – {town}", "Koło Gospodyń Wiejskich „{quoted}”"],
    "zaz": ["Zakład Aktywności Zawodowej „{quoted}”", "Zakład Aktywności Zawodowej – {town}"],
    "spolka_non_profit": ["{quoted} sp. z o.o. non profit", "„{quoted}” spółka non profit"],
    "koscielna_osoba_prawna": ["Dom Pomocy przy Parafii – {town}", "Dzieło Pomocy „{quoted}”"],
    "inne": ["Ośrodek „{quoted}”", "Inicjatywa „{quoted}”"],
}
SHORT_FORMS = {"wtz": "WTZ", "zaz": "ZAZ", "cis": "CIS", "kis": "KIS", "kgw": "KGW", "spoldzielnia_socjalna": "SS"}
PURPOSES = [
    "na Rzecz Osób z Niepełnosprawnościami", "Pomocy Dzieciom i Młodzieży", "Pomocy Rodzinie", "Seniorów i Przyjaciół",
    "na Rzecz Rozwoju Wsi", "Rodziców i Opiekunów", "Pomocy Osobom Bezdomnym", "Inicjatyw Sąsiedzkich",
    "na Rzecz Ekonomii Społecznej", "Rozwoju i Integracji", "Trzeźwości i Wsparcia", "Miłośników Rękodzieła",
]

# {town} nominative, {county} genitive, {in_county} locative, {industry}/{offer} as listed, {groups} as listed.
SENTENCES = [
    "Organizacja z powiatu {county}: {industry}.",
    "Pracownia działa od {year} roku i przyjmuje zlecenia mieszkańców oraz firm z gminy.",
    "Zatrudnia osoby, którym trudno znaleźć pracę na otwartym rynku.",
    "W ofercie: {offer}.",
    "Uczestnicy uczą się zawodu pod okiem instruktorów i terapeutów.",
    "Wyroby można kupić na miejscu, na kiermaszach i przez telefon.",
    "Prowadzi świetlicę, zajęcia ruchowe i poradnictwo w powiecie {in_county}.",
    "Zamówienia przyjmuje od poniedziałku do piątku; dowozi w promieniu {number} kilometrów.",
    "Pomaga takim osobom jak {groups}.",
    "Przygotowuje posiłki dla szkół, przedszkoli i domów opieki.",
    "Dba o tereny zielone, odśnieża chodniki i sprząta biura na zlecenie samorządów.",
    "Szyje, drukuje, pakuje i montuje podzespoły dla miejscowych przedsiębiorstw.",
    "Założyły ją trzy gminy wspólnie ze stowarzyszeniem rodziców.",
    "Siedziba mieści się w dawnej szkole, miejscowość {town}.",
    "Spółdzielnia utrzymuje się ze sprzedaży usług i nie dzieli zysku między członków.",
    "Wypożycza sprzęt rehabilitacyjny i organizuje transport osób z ograniczeniem ruchu.",
    "Co roku urządza festyn sąsiedzki, warsztaty rękodzieła i wspólne gotowanie.",
    "Współpracuje z ośrodkiem pomocy społecznej i powiatowym urzędem pracy.",
    "Placówka dla {number} osób, czynna w dni powszednie.",
    "Naprawia meble, rowery i drobny sprzęt domowy; odnawia stare krzesła.",
]

# What people type after a sector: the town in the locative, as it is spoken.
IN_TOWNS = ["w Gnieźnie", "w Koninie", "w Kaliszu", "w Pile", "w Lesznie", "w Poznaniu", "we Wrześni", "w Słupcy", "w Kole",
            "w Turku", "w Ostrowie Wielkopolskim", "w Szamotułach", "w Jarocinie", "w Gostyniu", "koło Kościana", "pod Piłą"]
NEAR_TOWNS = ["Gniezno", "Konin", "Kalisz", "Piła", "Leszno", "Poznań", "Września", "Słupca", "Turek", "Jarocin", "Gostyń"]
