# SPDX-License-Identifier: GPL-3.0-or-later
"""Those who hold connections: slow writers and readers, idle ones, endless lines, heads and bodies."""
import contextlib
import socket
import struct
import time
from concurrent.futures import ThreadPoolExecutor

from site_under_attack import LONG_SEARCH, Answer, answers_in, connect, expect, head_of, read_all

SLOW_WRITERS = 200
IDLE = 1000
MOST_CONNECTIONS = 4096
DEADLINE_SECONDS = 5
SLACK_SECONDS = 3


def _send_to_all(clients, piece):
    """Those that are still there."""
    alive = []
    for client in clients:
        with contextlib.suppress(OSError):
            client.send(piece)
            alive.append(client)
    return alive


def _is_closed(client):
    client.settimeout(0.01)
    try:
        return client.recv(65536) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def slow_writers(site):
    """200 clients that write a byte a second, for 15 s: none is there much longer than the deadline."""
    with contextlib.ExitStack() as stack:
        clients = [stack.enter_context(connect(site.port)) for _ in range(SLOW_WRITERS)]
        alive = _send_to_all(clients, b"GET /szukaj?q=")
        begin = time.monotonic()
        while time.monotonic() - begin < 15:
            alive = _send_to_all(alive, b"a")
            site.control()
            time.sleep(1)
            if time.monotonic() - begin > DEADLINE_SECONDS + SLACK_SECONDS:
                alive = [client for client in alive if not _is_closed(client)]
        expect(not alive, f"{len(alive)} of {SLOW_WRITERS} slow writers were never sent away")


def idle_connections(site):
    """1,000 that say nothing, and 200 slow writers beside them."""
    with contextlib.ExitStack() as stack:
        clients = [stack.enter_context(connect(site.port)) for _ in range(IDLE)]
        writers = [stack.enter_context(connect(site.port)) for _ in range(SLOW_WRITERS)]
        _send_to_all(writers, b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        for _ in range(20):
            site.control()
        deadline = time.monotonic() + DEADLINE_SECONDS + 2 * SLACK_SECONDS
        while time.monotonic() < deadline and not all(map(_is_closed, clients[::100])):
            time.sleep(0.5)
        expect(all(map(_is_closed, clients[::100])), "idle connections are kept for ever")


def slow_readers(site):
    """64 clients that ask for the whole list and take nothing of it."""
    with contextlib.ExitStack() as stack:
        for _ in range(64):
            client = stack.enter_context(connect(site.port, receive_buffer=2048))
            client.sendall(head_of("GET /api/v1/entities.jsonl"))
        for _ in range(10):
            site.control()
            time.sleep(0.3)


def trickling_readers(site):
    """8 clients that take the whole list at 40 KiB a second: others still get files, lists and long searches."""
    with contextlib.ExitStack() as stack:
        clients = []
        for _ in range(8):
            client = stack.enter_context(connect(site.port, receive_buffer=4096))
            client.settimeout(0.01)
            client.sendall(head_of("GET /api/v1/entities.jsonl"))
            clients.append(client)
        for _ in range(20):
            for client in clients:
                with contextlib.suppress(OSError):
                    client.recv(8192)
            site.control(LONG_SEARCH)
            time.sleep(0.2)


def slow_bodies(site):
    """Uploads that stop in the middle."""
    with contextlib.ExitStack() as stack:
        for _ in range(64):
            client = stack.enter_context(connect(site.port))
            client.sendall(head_of("POST /certyfikaty", "Content-Type: text/plain", "Content-Length: 100000") + b"7")
        for _ in range(10):
            site.control()
            time.sleep(0.3)


def keep_alive_holds_no_worker(site):
    """64 clients that have been answered once and stay."""
    with contextlib.ExitStack() as stack:
        clients = [stack.enter_context(connect(site.port)) for _ in range(64)]
        for client in clients:
            client.sendall(head_of("GET /health"))
        time.sleep(0.5)
        site.control()
        for client in clients:
            client.sendall(head_of("GET /health", "Connection: close"))
        for client in clients:
            answers = answers_in(read_all(client))
            expect(answers == 2, f"{answers} answers to two requests on one connection")


def pipelining(site):
    """100 requests sent at once are answered one after the other, then the connection ends."""
    raw = site.send(head_of("GET /health") * 99 + head_of("GET /health", "Connection: close"))
    expect(answers_in(raw) == 100, f"{answers_in(raw)} answers to 100 pipelined requests")


def pipelined_flood(site):
    """10,000 at once, never read: bounded, whatever becomes of them."""
    with connect(site.port) as client:
        client.settimeout(2)
        with contextlib.suppress(OSError):
            client.sendall(head_of("GET /szukaj?q=catering") * 10_000)
        site.control()


def _endless(site, beginning, piece, most_megabytes=64):
    """How many MB were taken before the server closed; what it said."""
    with connect(site.port, timeout=3) as client:
        sent = 0
        try:
            client.sendall(beginning)
            while sent < most_megabytes << 20:
                client.sendall(piece)
                sent += len(piece)
        except OSError:
            pass
        return sent / (1 << 20), Answer(read_all(client, 1 << 20))


def endless_line(site):
    took, answer = _endless(site, b"GET /", b"a" * 65536)
    expect(took < 16, f"{took:.0f} MB of a request line were taken")
    expect(answer.status in (0, 414, 431), f"an endless line: {answer.status}")


def endless_headers(site):
    took, answer = _endless(site, b"GET / HTTP/1.1\r\nHost: a\r\n", b"X-A: b\r\n" * 8192)
    expect(took < 16, f"{took:.0f} MB of headers were taken")
    expect(answer.status in (0, 431), f"endless headers: {answer.status}")


def many_headers(site):
    headers = [f"X-{i}: {i}" for i in range(2000)]
    answer = site.get("/", *headers)
    expect(answer.status == 431, f"2,000 headers: {answer.status}")


def endless_chunks(site):
    head = head_of("POST /certyfikaty", "Transfer-Encoding: chunked", "Content-Type: text/plain")
    took, answer = _endless(site, head, b"10000\r\n" + b"a" * 65536 + b"\r\n")
    expect(answer.status in (0, 411, 413), f"endless chunks: {answer.status}")


def empty_lines(site):
    """8 floods at once; controls meanwhile."""
    with ThreadPoolExecutor(8) as pool:
        floods = [pool.submit(_endless, site, b"", b"\r\n" * 8192, 4) for _ in range(8)]
        while not all(flood.done() for flood in floods):
            site.control()
        for flood in floods:
            _, answer = flood.result()
            expect(answer.status in (0, 400), f"a flood of empty lines: {answer.status}")


def full_of_idle_ones(site):
    """As many as there may be, each asked once and staying: whoever comes next is served."""
    with contextlib.ExitStack() as stack:
        clients = [stack.enter_context(connect(site.port)) for _ in range(MOST_CONNECTIONS)]
        for client in clients:
            client.sendall(head_of("GET /robots.txt"))
        time.sleep(1)
        for _ in range(5):
            site.control()


def stopped_uploads(site):
    """8 uploads that stop at their last byte are all that may be held, and more: answers of others come whole."""
    whole = Answer(site.send(head_of("GET /api/v1/entities.jsonl", "Connection: close"))).body
    body = b"1" * ((8 << 20) - 1)
    head = head_of("POST /certyfikaty", "Content-Type: text/plain", f"Content-Length: {8 << 20}")
    with contextlib.ExitStack() as stack:
        for _ in range(8):
            client = stack.enter_context(connect(site.port))
            with contextlib.suppress(OSError):
                client.sendall(head + body)
        client = stack.enter_context(connect(site.port, receive_buffer=4096))
        client.sendall(head_of("GET /api/v1/entities.jsonl", "Connection: close"))
        time.sleep(1)
        expect(Answer(read_all(client)).body == whole, "an answer was cut off for the room of uploads")
        site.control()


def connect_and_vanish(site):
    """3,000 connections, closed at once by a reset."""
    for _ in range(3000):
        client = connect(site.port)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
    time.sleep(0.5)


ATTACKS = (slow_writers, idle_connections, slow_readers, slow_bodies, keep_alive_holds_no_worker, pipelining,
           pipelined_flood, endless_line, endless_headers, many_headers, endless_chunks, empty_lines,
           trickling_readers, full_of_idle_ones, stopped_uploads, connect_and_vanish)
