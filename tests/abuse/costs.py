# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that cost the server more than their sender: dear queries, many at once, files without end."""
import contextlib
import io
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from site_under_attack import connect, expect, head_of

IN_FLIGHT = 700  # more than may wait in all
IN_FLIGHT_EACH = 128  # of different addresses
SLOWEST_SECONDS = 5
RECOVERS_WITHIN_SECONDS = 30

QUERIES = {
    "k* twenty times": "k* " * 20,
    "one letter with an asterisk": "a*",
    "32 towns": "Poznań Gniezno Konin Kalisz Piła Leszno Koło Turek Śrem Września Słupca Krotoszyn Jarocin Pleszew Rawicz "
                "Gostyń Kościan Szamotuły Oborniki Wągrowiec Chodzież Czarnków Złotów Wolsztyn",
    "words mistyped": "spuldzielnia socialna katering pralnai furja sprzontanie zielen ogruod",
    "phrases of stop words": "\"i w\" \"z o\" \"w a\" \"na w\" " * 8,
    "frequent words": "osoby praca nowy dom rok dla koło gmina zakład sklep dzień usługa pomoc osób biuro szkoła",
    "nested brackets": "(" * 2000,
    "NOT without end": "NOT " * 1000 + "a",
    "minus signs": "-osoby " * 60,
    "nothing but quotes": "\"" * 400,
    "combining marks": "o" + "\u0301" * 1500,
    "states and places": "certyfikowane fundacja koło Konina certyfikowane spółdzielnia w Gnieźnie wygasłe bez Poznania " * 3,
}
DEAREST = "/szukaj?q=" + quote(QUERIES["32 towns"]) + "&blisko=Ostrzesz%C3%B3w"


def dear_queries(site):
    for name, query in QUERIES.items():
        for page in ("/szukaj", "/api/v1/entities", "/api/v1/suggest", "/cpv"):
            target = f"{page}?q={quote(query)}"
            if len(target) > 8000:
                continue
            begin = time.monotonic()
            answer = site.get(target)
            took = time.monotonic() - begin
            expect(0 < answer.status < 500, f"{page}, {name}: {answer.status}")
            expect(took < SLOWEST_SECONDS, f"{page}, {name}: {took:.1f} s")
            site.control()


def many_filters(site):
    for parameters in ("&".join(f"powiat=30{i:02}" for i in range(1, 32)), "&".join(f"cpv={i}000000" for i in range(10, 99)),
                       "&".join(["q=osoby"] * 800), "&".join(f"id=nie-{i}" for i in range(500))):
        for page in ("/szukaj", "/api/v1/entities", "/porownaj", "/api/v1/compare"):
            answer = site.get(f"{page}?{parameters}"[:8000])
            expect(0 < answer.status < 500, f"{page}, many filters: {answer.status}")
            site.control()


def _in_flight(site, *targets, meanwhile=None):
    """Asked by many at once, and not read; control requests meanwhile, or what else is to hold then."""
    with contextlib.ExitStack() as stack:
        for target in targets:
            client = stack.enter_context(connect(site.port))
            client.sendall(head_of(f"GET {target}", "Connection: close"))
        for _ in range(8):
            (meanwhile or site.control)()
            time.sleep(0.02)


def dear_searches_in_flight(site):
    _in_flight(site, *[DEAREST] * IN_FLIGHT)


def different_dear_searches_in_flight(site):
    _in_flight(site, *(DEAREST.replace("q=", f"q={number}+") for number in range(IN_FLIGHT)))


def different_short_searches_in_flight(site):
    """Each has a lane of its own: as long as they take, others wait or are asked to come again. Who asks too much is
    the proxy's to know; who watches the site is answered all the while, and the rest soon after."""
    _in_flight(site, *(f"/szukaj?q=k*+a*+{number}" for number in range(IN_FLIGHT_EACH)),
               meanwhile=lambda: site.watch(min(SLOWEST_SECONDS, 4 * site.control_seconds)))
    site.recovers(RECOVERS_WITHIN_SECONDS)


def files_in_flight(site):
    _in_flight(site, *["/api/v1/entities.xlsx"] * IN_FLIGHT)


def different_files_in_flight(site):
    """Also under names that a library could cut off: "#1" is no part of an address."""
    _in_flight(site, *(f"/api/v1/entities.xlsx{sign}{number}" for number in range(IN_FLIGHT_EACH) for sign in ("#", "?q=")))


def explanations_in_flight(site):
    _in_flight(site, *["/api/v1/entities?q=" + quote(QUERIES["frequent words"]) + "&wyjasnij=1&na-stronie=100"] * IN_FLIGHT)


def largest_lists_in_flight(site):
    """8 lists of 7 MB: some are turned away, none without a word."""
    body = b"7781346888\n" * (7_000_000 // 11)
    head = head_of("POST /api/v1/certificates/check", "Content-Type: text/plain", f"Content-Length: {len(body)}", "Connection: close")
    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(site.send, head + body, 60, 1 << 20) for _ in range(8)]
        for _ in range(8):
            site.control()
            time.sleep(0.05)
        for each in waiting:
            expect(each.result()[:5] == b"HTTP/", "a list of 7 MB was never answered")


def large_lists_in_flight(site):
    """16 lists of 20,000 lines to check."""
    body = "".join(f"{7_000_000_000 + i}\n" for i in range(20_000)).encode()
    head = head_of("POST /api/v1/certificates/check", "Content-Type: text/plain", f"Content-Length: {len(body)}", "Connection: close")
    with ThreadPoolExecutor(16) as pool:
        waiting = [pool.submit(site.send, head + body, 60, 1 << 20) for _ in range(16)]
        for _ in range(8):
            site.control()
            time.sleep(0.05)
        for each in waiting:
            expect(each.result()[:5] == b"HTTP/", "a list that was sent was never answered")


def deep_json(site):
    body = b"[" * 500_000
    raw = site.send(head_of("POST /api/v1/certificates/check", "Content-Type: application/json", f"Content-Length: {len(body)}",
                            "Connection: close") + body)
    expect(raw.startswith(b"HTTP/1.1 4"), f"JSON nested 500,000 deep: {raw[:20]!r}")


def zip_bomb(site):
    """An .xlsx of 200 kB whose sheet is 200 MB of zeros."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(200):
                sheet.write(bytes(1 << 20))
    body = (b"--x\r\nContent-Disposition: form-data; name=\"plik\"; filename=\"a.xlsx\"\r\n\r\n" + packed.getvalue() + b"\r\n--x--\r\n")
    raw = site.send(head_of("POST /certyfikaty", "Content-Type: multipart/form-data; boundary=x", f"Content-Length: {len(body)}",
                            "Connection: close") + body)
    expect(raw.startswith((b"HTTP/1.1 4", b"HTTP/1.1 200")), f"a bomb: {raw[:20]!r}")


def many_parts(site):
    part = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
    body = part * 50_000 + b"--x--\r\n"
    raw = site.send(head_of("POST /certyfikaty", "Content-Type: multipart/form-data; boundary=x", f"Content-Length: {len(body)}",
                            "Connection: close") + body)
    expect(raw.startswith(b"HTTP/1.1 4"), f"50,000 parts: {raw[:20]!r}")


ATTACKS = (dear_queries, many_filters, dear_searches_in_flight, different_dear_searches_in_flight,
           different_short_searches_in_flight, files_in_flight, different_files_in_flight, explanations_in_flight,
           large_lists_in_flight, largest_lists_in_flight, deep_json, zip_bomb, many_parts)
