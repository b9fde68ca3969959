# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that two programs could read differently: lengths, chunks, hidden requests, methods, hosts."""
from site_under_attack import Answer, answers_in, expect, head_of

HIDDEN = head_of("GET /health")
LIST = "POST /api/v1/certificates/check"
PLAIN = "Content-Type: text/plain"

# name, the bytes, statuses that are right; a hidden request behind them is never answered
LIES = (
    ("no length", head_of(LIST, PLAIN) + HIDDEN, (411,)),
    ("two lengths", head_of(LIST, PLAIN, "Content-Length: 5", "Content-Length: 6") + HIDDEN, (400,)),
    ("the same length twice", head_of(LIST, PLAIN, "Content-Length: 5", "Content-Length: 5") + HIDDEN, (400,)),
    ("a list of lengths", head_of(LIST, PLAIN, "Content-Length: 5, 6") + HIDDEN, (400,)),
    ("a negative length", head_of(LIST, PLAIN, "Content-Length: -1") + HIDDEN, (400,)),
    ("a signed length", head_of(LIST, PLAIN, "Content-Length: +5") + HIDDEN, (400,)),
    ("a hexadecimal length", head_of(LIST, PLAIN, "Content-Length: 0x5") + HIDDEN, (400,)),
    ("a length of 20 digits", head_of(LIST, PLAIN, "Content-Length: " + "9" * 20) + HIDDEN, (400, 413)),
    ("a terabyte", head_of(LIST, PLAIN, "Content-Length: 1000000000000") + HIDDEN, (413,)),
    ("length beside chunks", head_of(LIST, PLAIN, "Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n" + HIDDEN, (400, 411)),
    ("chunks", head_of(LIST, PLAIN, "Transfer-Encoding: chunked") + b"0\r\n\r\n" + HIDDEN, (411,)),
    ("hidden chunks", head_of(LIST, PLAIN, "Transfer-Encoding: \x0bchunked", "Content-Length: 5") + HIDDEN, (400, 411)),
    ("chunked, then identity", head_of(LIST, PLAIN, "Transfer-Encoding: chunked, identity") + HIDDEN, (400, 411)),
    ("a space before the colon", head_of(LIST, PLAIN, "Content-Length : 5") + HIDDEN, (400,)),
    ("a folded line", head_of(LIST, PLAIN, "X: a", " Content-Length: 5") + HIDDEN, (400,)),
    ("a bare line feed", b"GET / HTTP/1.1\r\nHost: a\r\nX: b\nContent-Length: 5\r\n\r\n" + HIDDEN, (400,)),
    ("a bare carriage return", b"GET / HTTP/1.1\r\nHost: a\r\nX: b\rContent-Length: 5\r\n\r\n" + HIDDEN, (400,)),
    ("a NUL in a header", b"GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n" + HIDDEN, (400,)),
    ("a header without a colon", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length 5\r\n\r\n" + HIDDEN, (400,)),
    ("a header without a name", b"GET / HTTP/1.1\r\nHost: a\r\n: 5\r\n\r\n" + HIDDEN, (400,)),
    ("GET with a body", head_of("GET /health", f"Content-Length: {len(HIDDEN)}") + HIDDEN, (400,)),
    ("HEAD with a body", head_of("HEAD /health", f"Content-Length: {len(HIDDEN)}") + HIDDEN, (400,)),
    ("GET with chunks", head_of("GET /health", "Transfer-Encoding: chunked") + b"0\r\n\r\n" + HIDDEN, (400,)),
    ("compressed", head_of(LIST, PLAIN, "Content-Encoding: gzip", "Content-Length: 3") + b"abc" + HIDDEN, (415,)),
    ("compressed, then not", head_of(LIST, PLAIN, "Content-Encoding: gzip", "Content-Encoding: identity", "Content-Length: 3") + b"abc" + HIDDEN, (415,)),
    ("not, then compressed", head_of(LIST, PLAIN, "Content-Encoding: identity", "Content-Encoding: gzip", "Content-Length: 3") + b"abc" + HIDDEN, (415,)),
    ("a fragment in the address", head_of("GET /health#a") + HIDDEN, (400,)),
    ("another expectation", head_of(LIST, PLAIN, "Expect: coffee", "Content-Length: 3") + b"abc", (417,)),
    ("no host", head_of("GET /health", host="") + HIDDEN, (400,)),
    ("two hosts", head_of("GET /health", "Host: b") + HIDDEN, (400,)),
    ("a host with a path", head_of("GET /health", host="a/b") + HIDDEN, (400,)),
    ("a host with a script", head_of("GET /health", host="<script>") + HIDDEN, (400,)),
    ("a host with someone's name", head_of("GET /health", host="u@a") + HIDDEN, (400,)),
    ("HTTP/2.0", b"GET / HTTP/2.0\r\nHost: a\r\n\r\n" + HIDDEN, (400, 505)),
    ("HTTP/2's preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400, 505)),
    ("HTTP/0.9", b"GET /\r\n\r\n" + HIDDEN, (400,)),
    ("only a method", b"GET\r\n\r\n" + HIDDEN, (400,)),
    ("two spaces", b"GET  /health HTTP/1.1\r\nHost: a\r\n\r\n" + HIDDEN, (400,)),
    ("a tab", b"GET\t/health HTTP/1.1\r\nHost: a\r\n\r\n" + HIDDEN, (400,)),
    ("a space in the address", b"GET /health x HTTP/1.1\r\nHost: a\r\n\r\n" + HIDDEN, (400, 505)),
    ("TLS", bytes.fromhex("16030100a5010000a10303") + bytes(64) + b"\r\n\r\n", (400,)),
    ("CONNECT", head_of("CONNECT example.org:443") + HIDDEN, (400, 405)),
    ("TRACE", head_of("TRACE /health") + HIDDEN, (400, 405)),
    ("OPTIONS *", head_of("OPTIONS *") + HIDDEN, (400, 405)),
    ("an unknown method", head_of("WYMYSL /health") + HIDDEN, (400, 405, 501)),
    ("a method of 1,000 letters", head_of("A" * 1000 + " /health") + HIDDEN, (400, 405, 501)),
    ("DELETE", head_of("DELETE /szukaj") + HIDDEN, (405,)),
    ("PUT with a body", head_of("PUT /szukaj", f"Content-Length: {len(HIDDEN)}") + HIDDEN, (405,)),
)


def _attack(name, raw, statuses):
    def run(site):
        received = site.send(raw, timeout=8)
        answer = Answer(received)
        expect(answer.status in statuses, f"{name}: {answer.status}, not {' or '.join(map(str, statuses))}")
        expect(answers_in(received) == 1, f"{name}: a hidden request was answered")
        if answer.status == 405:
            expect("allow" in answer.headers, f"{name}: 405 without Allow")
        expect("x-content-type-options" in answer.headers, f"{name}: refused without our headers")

    run.__name__ = name
    return run


def ranges(site):
    """A header of 8 kB must not make 52 MB of a page."""
    whole = site.get("/")
    for value in ("bytes=" + ",".join(f"{i}-" for i in range(0, 1300)), "bytes=0-1,3-5", "bytes=5-1", "bytes=zzz"):
        answer = site.get("/", f"Range: {value}")
        expect(answer.status == 200, f"Range: {value[:20]}: {answer.status}")
        expect(len(answer.body) == len(whole.body), f"Range: {value[:20]}: {len(answer.body)} bytes")


def shadowed_address(site):
    answer = site.get("/health", "REMOTE_ADDR: 1.2.3.4", "LOCAL_ADDR: 1.2.3.4")
    expect(answer.status == 200, f"REMOTE_ADDR: {answer.status}")


def compression(site):
    """Nothing is compressed while somebody waits."""
    answer = site.get("/szukaj", "Accept-Encoding: br, gzip")
    expect("content-encoding" not in answer.headers, "a page was compressed on the fly")


def expectation_is_met(site):
    """A client that waits for "100 Continue" gets it, and its answer."""
    body = b"778-134-68-88"
    raw = site.send(head_of(LIST, PLAIN, "Expect: 100-continue", f"Content-Length: {len(body)}", "Connection: close") + body)
    final = raw.rpartition(b"HTTP/1.1 ")[2]
    expect(final.startswith(b"200"), f"100-continue: {final[:40]!r}")


def large_form(site):
    """A list of 9 MB is refused so that its sender gets to read why."""
    answer = Answer(site.send(head_of("POST /certyfikaty", PLAIN, f"Content-Length: {9 << 20}") + b"1" * (9 << 20)))
    expect(answer.status == 413, f"9 MB: {answer.status}")


ATTACKS = (*(_attack(*lie) for lie in LIES), ranges, shadowed_address, compression, expectation_is_met, large_form)
