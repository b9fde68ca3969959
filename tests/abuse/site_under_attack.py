# SPDX-License-Identifier: GPL-3.0-or-later
"""The server under attack: started on a free port of this machine over an index of its own, asked a
control request after each attack, watched for memory and descriptors. Nothing leaves loopback."""
import os
import re
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOST = "127.0.0.1"
CONTROLS = ("/health", "/szukaj?q=catering", "/api/v1/entities?q=catering")
# Over 256 bytes: it stands with the dear ones.
LONG_SEARCH = "/szukaj?q=catering&" + "&".join(f"powiat=30{number:02}" for number in range(1, 25))


class Failure(Exception):
    """What an attack achieved and should not have."""


def expect(holds, what):
    if not holds:
        raise Failure(what)


def connect(port, receive_buffer=None, timeout=10):
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    client.settimeout(timeout)
    client.connect((HOST, port))
    return client


def head_of(line, *headers, host="localhost"):
    """A request's head: "GET /" → bytes with Host and the empty line."""
    lines = [f"{line} HTTP/1.1", *([f"Host: {host}"] if host else []), *headers, "", ""]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape")


def read_all(client, at_most=64 << 20):
    """Until the server closes; what came before a reset counts as well."""
    pieces, length = [], 0
    try:
        while length < at_most and (piece := client.recv(65536)):
            pieces.append(piece)
            length += len(piece)
    except (ConnectionResetError, TimeoutError):
        pass
    return b"".join(pieces)


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        match = re.match(r"HTTP/1\.[01] (\d{3})", lines[0])
        self.status = int(match[1]) if match else 0
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers.setdefault(name.strip().lower(), value.strip())
        self.text = self.body.decode("utf-8", "replace")


def answers_in(raw):
    """How many answers begin in these bytes."""
    return len(re.findall(rb"HTTP/1\.[01] \d{3} ", raw))


class Site:
    def __init__(self, port, process=None, control_seconds=0.25):
        self.port = port
        self.process = process
        self.control_seconds = control_seconds
        self.slowest_control = 0.0

    def send(self, raw, timeout=10, at_most=64 << 20):
        """One connection: everything sent, everything that comes back."""
        with connect(self.port, timeout=timeout) as client:
            try:
                client.sendall(raw)
            except (BrokenPipeError, ConnectionResetError, TimeoutError):
                pass  # refused before its end: the answer tells why
            return read_all(client, at_most)

    def get(self, target, *headers, timeout=30):
        return Answer(self.send(head_of(f"GET {target}", "Connection: close", *headers), timeout))

    def control(self, *more):
        """The requests of somebody who does nothing wrong, each on a new connection."""
        for target in (*CONTROLS, *more):
            took = self._in_time(target, self.control_seconds)
            self.slowest_control = max(self.slowest_control, took)

    def watch(self, seconds):
        """What a monitor asks: no load turns it away."""
        self._in_time("/health", seconds)

    def recovers(self, seconds):
        """The usual control holds again."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self.control()
            except Failure:
                if time.monotonic() > end:
                    raise
                time.sleep(0.5)

    def _in_time(self, target, limit):
        # A busy machine may be late once; a server that is held up stays late.
        took = self._timed(target)
        if took > limit:
            took = self._timed(target)
        expect(took <= limit, f"control {target}: {took * 1000:.0f} ms")
        return took

    def _timed(self, target):
        begin = time.monotonic()
        answer = self.get(target)
        expect(answer.status == 200, f"control {target}: {answer.status}")
        return time.monotonic() - begin

    def megabytes(self):
        """Of its own: pages of files that the system keeps for it are not held against it."""
        return self._status("RssAnon") / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def _status(self, key):
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(rf"^{key}:\s+(\d+)", text, re.M)[1])

    def is_alive(self):
        return self.process.poll() is None

    def stop(self):
        """Seconds that SIGTERM took."""
        begin = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return time.monotonic() - begin


def build_index(indexer, data, index):
    subprocess.run([indexer, "build", "--data", data, "--index", index], check=True, stdout=subprocess.DEVNULL)


def start(server, index, log, control_seconds):
    """A server that answers, on a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    # 2 s, and more for instrumented programs.
    search_limit = str(round(8000 * control_seconds))
    process = subprocess.Popen([server, "--index", index, "--listen", f"{HOST}:{port}", "--search-limit-ms", search_limit],
                               stdout=log, stderr=log)
    site = Site(port, process, control_seconds)
    for _ in range(600):
        if not site.is_alive():
            raise SystemExit("the server ended while starting")
        try:
            if site.get("/health").status == 200:
                break
        except OSError:
            pass
        time.sleep(0.1)
    warm_up(site)
    return site


def warm_up(site):
    """Each worker keeps its templates in each language: what they take is there before anything is measured."""
    targets = [f"{prefix}{path}{i}" for i in range(40) for prefix in ("", "/en", "/uk") for path in ("/szukaj?q=a", "/cpv?q=b")]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(site.get, targets))
