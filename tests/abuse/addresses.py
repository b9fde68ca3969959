# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be written into an address: ways out of a folder, broken and odd Unicode, scripts and
templates, line ends, numbers beyond all bounds; in every parameter of every page."""
import itertools
from urllib.parse import quote

from site_under_attack import expect

PAGES = ("/", "/szukaj", "/podmiot/nie-ma", "/certyfikaty", "/porownaj", "/protokol", "/protokol/nowy", "/zamowienia",
         "/branze", "/branza/catering", "/owes", "/owes/nie-ma", "/klunkry", "/klunkry/nie-ma", "/cpv", "/cpv/55520000",
         "/slowa", "/dane/jakosc", "/o-serwisie", "/prywatnosc", "/deklaracja-dostepnosci", "/kolejnosc", "/nie-ma")
PROGRAMS = ("/api/v1/entities", "/api/v1/entities/nie-ma", "/api/v1/products", "/api/v1/certificates", "/api/v1/compare",
            "/api/v1/suggest", "/api/v1/cpv", "/api/v1/cpv/55520000", "/api/v1/entities.csv", "/api/v1/entities.geojson",
            "/api/v1/certificates.ics", "/api/v1/entities.atom", "/health")
PARAMETERS = ("q", "branza", "forma", "grupa", "powiat", "gmina", "subregion", "certyfikat", "status", "marka", "cpv",
              "blisko", "promien", "na-dzien", "sortuj", "strona", "na-stronie", "aktywnosc", "doslownie", "lang", "id",
              "kogo", "dodaj", "adres", "wartosc", "kolumny", "wyjasnij", "nieznany")

TRAVERSALS = ("/../../../etc/passwd", "/assets/../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd",
              "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%252f..%252fetc%252fpasswd", "/assets/..\\..\\etc\\passwd",
              "/assets//etc/passwd", "/assets/%00", "/assets/site.js%00.html", "/assets/./site.js", "/podmiot/..%2f..%2fhealth",
              "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "/assets/%uff0e%uff0e/etc/passwd", "/assets/../polish.dict",
              "//example.org/", "/\\example.org", "/en/../../etc/passwd", "/sitemap/../health", "/sitemap/podmioty-0.xml",
              "/sitemap/podmioty-99999999999999999999.xml", "/.git/config", "/.env", "/.well-known/../health")

# percent-encoded, as they stand in the address; False: bytes that are no text are refused with 400
UNICODE = (("%00", False), ("%ff%fe", False), ("%c0%af", False), ("%ed%a0%80", False), ("%f8%88%80%80%80", False),
           ("a%cc%81" * 500, True), ("%f0%9f%8d%95" * 300, True), ("%e2%80%ae%e2%80%8b%ef%bb%bf", True),
           ("%u0041", False), ("%", False), ("%4", False), ("%zz", False), ("%ef%bf%bf%ef%bf%be", True),
           ("%e2%80%a8%e2%80%a9", True), ("%1b%5b31m", True), ("%7f%08%0c", True))

MARK = "wsp7"
SCRIPTS = (f"<script>{MARK}(1)</script>", f"\"><img src=x onerror={MARK}(1)>", f"' onfocus={MARK}(1) autofocus='",
           f"javascript:{MARK}(1)", f"</title><svg/onload={MARK}(1)>", f"{MARK}\u2028</script><script>{MARK}(1)</script>")
TEMPLATES = ("zz{{generation}}zz", "zz{{{generation}}}zz", "zz{{&t.key}}zz", "{{#t}}zz{{/t}}", "zz${7*7}zz", "zz<%= 7*7 %>zz")
LINE_ENDS = "a\r\nX-Wstrzyk: 1\r\n\r\n<p>"
NUMBERS = ("0", "-1", "1e999", "-1e999", "NaN", "Infinity", "99999999999999999999999999", "0x10", "1.5", "٣", "2147483648",
           "9223372036854775808", "1_000", "", " ", "+1", "1e-320")
DAYS = ("0000-00-00", "9999-12-31", "99999-01-01", "2026-02-30", "-2026-01-01", "2026-13-01", "2026-1-1", "0001-01-01",
        "2026-11-21T00:00:00Z")
PLACES = ("91,181", "-91,-181", "NaN,NaN", "1e400,0", ",", "52.4,16.9,1", "0,0")


def _check(answer, where, probe=""):
    expect(0 < answer.status < 500, f"{where}: {answer.status}")
    expect("x-wstrzyk" not in answer.headers, f"{where}: a header was injected")
    expect("exception_what" not in answer.headers, f"{where}: an exception was told")
    html = "html" in answer.headers.get("content-type", "")
    if html and ("<" in probe or '"' in probe or "'" in probe):
        expect(probe not in answer.text, f"{where}: {probe} stands in the page as it was sent")
    if html and probe.startswith("javascript:"):
        expect(f'href="{probe}' not in answer.text, f"{where}: a link runs {probe}")
    if probe.startswith("zz"):
        for given in ("zzzz", "zz49zz"):
            expect(given not in answer.text, f"{where}: the template {probe} was carried out")


def _asked_with(page, name, value):
    return f"{page}?{name}={quote(value, safe='')}"


def traversals(site):
    for target in TRAVERSALS:
        answer = site.get(target)
        expect(answer.status in (400, 404), f"{target}: {answer.status}")
        expect("root:" not in answer.text, f"{target}: a file of the system")


def odd_unicode(site):
    for (text, is_text), page in itertools.product(UNICODE, ("/szukaj?q=", "/api/v1/entities?q=", "/podmiot/", "/api/v1/suggest?q=")):
        answer = site.get(page + text)
        _check(answer, page + text[:30])
        if not is_text:
            expect(answer.status == 400, f"{page}{text[:30]}: {answer.status}, not 400")


def scripts_in_every_parameter(site):
    """One probe for each pair of page and parameter; all probes turn by turn."""
    probes = itertools.cycle(SCRIPTS + TEMPLATES)
    for page, name in itertools.product(PAGES + PROGRAMS, PARAMETERS):
        probe = next(probes)
        target = _asked_with(page, name, probe)
        _check(site.get(target), target, probe)


def scripts_in_all_parameters_at_once(site):
    for page, probe, prefix in itertools.product(PAGES, SCRIPTS + TEMPLATES, ("", "/en", "/uk")):
        query = "&".join(f"{name}={quote(probe, safe='')}" for name in PARAMETERS)
        _check(site.get(f"{prefix}{page}?{query}"), f"{prefix}{page}, all parameters", probe)


def scripts_in_paths(site):
    for probe, beginning in itertools.product(SCRIPTS + TEMPLATES, ("/", "/podmiot/", "/branza/", "/cpv/", "/protokol/", "/api/v1/entities/")):
        _check(site.get(beginning + quote(probe, safe="")), beginning + probe, probe)


def line_ends(site):
    for page, name in itertools.product(("/szukaj", "/porownaj", "/protokol", "/protokol/nowy", "/api/v1/entities.csv"), PARAMETERS):
        _check(site.get(_asked_with(page, name, LINE_ENDS)), f"{page}, {name}: line ends")
    _check(site.get("/podmiot/" + quote(LINE_ENDS, safe="")), "/podmiot/, line ends")


def numbers(site):
    pages = ("/szukaj", "/api/v1/entities", "/api/v1/certificates", "/api/v1/entities.csv", "/zamowienia", "/certyfikaty")
    for page, name, value in itertools.product(pages, ("strona", "na-stronie", "promien", "wartosc", "kogo"), NUMBERS):
        _check(site.get(_asked_with(page, name, value)), f"{page}?{name}={value}")
    for page, day in itertools.product(pages, DAYS):
        _check(site.get(_asked_with(page, "na-dzien", day)), f"{page}?na-dzien={day}")
    for page, place in itertools.product(pages[:4], PLACES):
        _check(site.get(_asked_with(page, "blisko", place)), f"{page}?blisko={place}")


def referring_headers(site):
    """No header of a client is shown or followed."""
    probe = SCRIPTS[0]
    for name in ("Referer", "User-Agent", "Accept-Language", "X-Forwarded-Host", "X-Forwarded-For", "Cookie", "Origin", "If-None-Match"):
        answer = site.get("/", f"{name}: {probe}")
        _check(answer, name, probe)
        expect(answer.status == 200, f"{name}: {answer.status}")
    answer = site.get("/", "X-Forwarded-Host: zly.example")
    expect("zly.example" not in answer.text, "X-Forwarded-Host is believed")


ATTACKS = (traversals, odd_unicode, scripts_in_every_parameter, scripts_in_all_parameters_at_once, scripts_in_paths,
           line_ends, numbers, referring_headers)
