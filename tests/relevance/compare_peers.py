#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judged queries against Wespół, SQLite FTS5 and PostgreSQL full-text search, side by side.

All see the same records: name, other names, sector labels, offer, description, town. The peers get what they are made
for: SQLite its unicode61 and its trigram tokenizer with BM25, PostgreSQL the Polish ispell dictionary made of Debian's
hunspell-pl and ts_rank, the name weighted above the rest in both. A query reaches them as the words it is made of (all
must be there); PostgreSQL reads it with websearch_to_tsquery, which knows "phrases" and -without.

  apt-get install hunspell-pl postgresql     # hunspell-pl before or after: pg_updatedicts follows
  script/build --without-data dev && tests/relevance/compare_peers.py

A peer that is not installed is left out and named. PostgreSQL runs as a throw-away cluster in a temporary folder on a
unix socket, under the user postgres when called by root, and is removed afterwards. Not part of any test.
"""
import argparse
import contextlib
import datetime
import http.client
import json
import os
import pwd
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 20
FIELDS = ("name", "aliases", "offer", "description", "industries", "town")
NAME_WEIGHT = 8.0


def read(name):
    return [json.loads(line) for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def records():
    """(id, text by field) of every entity; sectors by their labels."""
    label_of = {}
    for concept in read("data/vocabulary/industry.jsonl"):
        label = concept["label"]["pl"]
        for word in (concept["code"], label, *concept["synonyms"].get("pl", [])):
            label_of.setdefault(word, label)
    for entity in read("data/sources/entities.jsonl"):
        industries = entity.get("industries", [])
        texts = {"name": entity["name"],
                 "aliases": " / ".join([*filter(None, [entity.get("short_name")]), *entity.get("aliases", [])]),
                 "offer": " / ".join(entity.get("offer", [])), "description": entity["description"],
                 "industries": " / ".join(dict.fromkeys([*industries, *(label_of.get(w, w) for w in industries)])),
                 "town": entity.get("town", "")}
        yield entity["id"], [texts[field] for field in FIELDS]


# Engines: each gives a function from a query to the ids of the first hits.


class Sqlite:
    def __init__(self, tokenizer):
        self.is_trigram = tokenizer == "trigram"
        self.database = sqlite3.connect(":memory:")
        self.database.execute(f'create virtual table t using fts5(id unindexed, {", ".join(FIELDS)}, tokenize="{tokenizer}")')
        self.database.executemany(f"insert into t values (?{', ?' * len(FIELDS)})", ([i, *texts] for i, texts in records()))

    def find(self, query):
        words = re.findall(r"\w+", query)
        if self.is_trigram:  # shorter ones have no trigram and would match nothing
            words = [word for word in words if len(word) >= 3]
        if not words:
            return []
        asked = " ".join(f'"{word}"' for word in words)
        weights = ", ".join(["0", str(NAME_WEIGHT), *["1"] * (len(FIELDS) - 1)])
        rows = self.database.execute(f"select id from t where t match ? order by bm25(t, {weights}), rowid limit {SHOWN}", [asked])
        return [row[0] for row in rows]


class Postgres:
    """Over psql: no driver needed."""

    SETUP = """
        set client_min_messages = warning;
        create text search dictionary pl_ispell (template = ispell, dictfile = pl_pl, afffile = pl_pl);
        create text search configuration pl (copy = simple);
        alter text search configuration pl alter mapping for asciiword, word, hword, hword_part, asciihword, hword_asciipart
            with pl_ispell, simple;
        create table t (id text, v tsvector);
    """

    END = "(end of the answer)"

    def __init__(self, socket_folder, user):
        # One session for all: each reads the dictionary anew, which takes a second.
        self.psql = subprocess.Popen(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", socket_folder, "-U", user, "postgres"],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.run(self.SETUP)
        for identifier, texts in records():
            vector = " || ".join(f"setweight(to_tsvector('pl', {quoted(text)}), '{'A' if field == 'name' else 'C'}')"
                                 for field, text in zip(FIELDS, texts))
            self.run(f"insert into t values ({quoted(identifier)}, {vector});")

    def run(self, statement):
        self.psql.stdin.write(f"{statement}\n\\echo '{self.END}'\n")
        self.psql.stdin.flush()
        rows = []
        for line in self.psql.stdout:
            if line.strip() == self.END:
                return rows
            rows.append(line.strip())
        raise RuntimeError(f"psql refused: {statement}")

    def close(self):
        self.psql.stdin.close()
        self.psql.wait()

    def find(self, query):
        asked = f"websearch_to_tsquery('pl', {quoted(query)})"
        return self.run(f"select id from t, {asked} q where v @@ q order by ts_rank(v, q) desc, id limit {SHOWN};")


def quoted(text):
    return "'" + text.replace("\0", "").replace("'", "''") + "'"


class Wespol:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def find(self, query):
        parameters = urllib.parse.urlencode({"q": query, "na-stronie": SHOWN})
        self.connection.request("GET", f"/api/v1/entities?{parameters}")
        answer = self.connection.getresponse()
        body = json.loads(answer.read())
        if answer.status == 400:
            return []
        if answer.status != 200:
            raise RuntimeError(f"{query}: {answer.status}")
        return [hit["id"] for hit in body["hits"]]


# What runs beside this program, for as long as it is needed.


@contextlib.contextmanager
def wespol_server(binaries):
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([binaries / "wespol-indexer", "build", "--data", ROOT / "data", "--index", index],
                       check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([binaries / "wespol-server", "--index", index, "--keys", f"{index}/keys", "--listen", f"127.0.0.1:{port}"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_until(lambda: socket.create_connection(("127.0.0.1", port), 1).close())
            yield Wespol(port)
        finally:
            server.terminate()
            server.wait()


@contextlib.contextmanager
def postgres_cluster(programs):
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
    folder = Path(tempfile.mkdtemp())
    server = None
    try:
        if as_user:
            shutil.chown(folder, "postgres", "postgres")
        subprocess.run([*as_user, programs / "initdb", "-D", folder / "data", "-U", user, "-A", "trust", "-E", "UTF8",
                        "--locale=C.UTF-8", "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        server = subprocess.Popen([*as_user, programs / "postgres", "-D", folder / "data", "-k", folder,
                                   "-c", "listen_addresses=", "-c", "fsync=off"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
        ready = ["psql", "-XqAt", "-h", str(folder), "-U", user, "-d", "postgres", "-c", "select 1"]
        wait_until(lambda: subprocess.run(ready, check=True, capture_output=True))
        engine = Postgres(folder, user)
        try:
            yield engine
        finally:
            engine.close()
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder)


def wait_until(attempt, seconds=30):
    deadline = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except (OSError, subprocess.CalledProcessError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def postgres_programs():
    """The folder of initdb, newest version first; None and a reason when something is missing."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), reverse=True)
    if not found or not shutil.which("psql"):
        return None, "PostgreSQL is not installed (apt-get install postgresql)"
    version = found[0].parts[-3]
    for folder in (f"/usr/share/postgresql/{version}/tsearch_data", "/var/cache/postgresql/dicts"):
        if (Path(folder) / "pl_pl.affix").exists():
            return found[0].parent, None
    return None, "PostgreSQL has no Polish dictionary (apt-get install hunspell-pl; pg_updatedicts)"


# Judging: as tests/integration/relevance_test.cpp does.


def judge(queries, engine):
    tallies = {}
    for query in queries:
        tally = tallies.setdefault(query["kind"], {"n": 0, "first": 0, "rank": 0.0, "empty": 0, "nothing": 0, "found": 0})
        hits = engine.find(query["query"])
        if query.get("nothing"):
            tally["nothing"] += 1
            tally["found"] += bool(hits)
            continue
        tally["n"] += 1
        tally["first"] += any(hit in query["first"] for hit in hits[:3])
        tally["rank"] += next((1 / (i + 1) for i, hit in enumerate(hits) if hit in query["expect"]), 0)
        tally["empty"] += not hits
    return tallies


def summed(tallies):
    total = {}
    for tally in tallies.values():
        for key, value in tally.items():
            total[key] = total.get(key, 0) + value
    return total


def cell(tally):
    parts = []
    if tally["n"]:
        parts.append(f"{tally['first'] / tally['n']:.2f} {tally['rank'] / tally['n']:.2f} {tally['empty'] / tally['n']:.2f}")
    if tally["nothing"]:
        parts.append(f"{tally['found']}/{tally['nothing']}")
    return " · ".join(parts)


def table(judged):
    names = list(judged)
    first = judged[names[0]]
    lines = ["| kind | queries | " + " | ".join(names) + " |", "| --- | --- |" + " --- |" * len(names)]
    for kind in first:
        number = first[kind]["n"] + first[kind]["nothing"]
        lines.append(f"| {kind} | {number} | " + " | ".join(cell(judged[name][kind]) for name in names) + " |")
    totals = {name: summed(judged[name]) for name in names}
    number = totals[names[0]]["n"] + totals[names[0]]["nothing"]
    lines.append(f"| **all** | {number} | " + " | ".join(f"**{cell(totals[name])}**" for name in names) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog=__doc__.split("\n\n", 1)[1],
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, default=ROOT / "build/dev/bin", help="wespol-indexer and wespol-server")
    parser.add_argument("--out", type=Path, help="write the table here too")
    options = parser.parse_args()
    if not (options.bin / "wespol-server").exists():
        sys.exit(f"compare_peers: no wespol-server in {options.bin}: run script/build --without-data dev, or give --bin")

    signal.signal(signal.SIGTERM, lambda *_: sys.exit("compare_peers: stopped"))  # the cluster goes too
    queries = read("tests/relevance/queries.jsonl")
    with wespol_server(options.bin) as engine:
        judged = {"Wespół": judge(queries, engine)}
    versions = [f"SQLite {sqlite3.sqlite_version}"]
    for tokenizer in ("unicode61", "trigram"):
        judged[f"FTS5 {tokenizer}"] = judge(queries, Sqlite(tokenizer))
    programs, missing = postgres_programs()
    if programs:
        versions.append(f"PostgreSQL {programs.parts[-2]} with hunspell-pl")
        with postgres_cluster(programs) as engine:
            judged["PostgreSQL pl"] = judge(queries, engine)
    else:
        print(f"compare_peers: left out: {missing}", file=sys.stderr)

    text = (f"Each cell: success@3, MRR, share of empty answers; for queries that must find nothing: how many found something."
            f"\n{datetime.date.today()}, {', '.join(versions)}.\n\n{table(judged)}\n")
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
