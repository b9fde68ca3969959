#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the server that was built over an index of its own and attacks it, on loopback only. Each attack
is followed by control requests that must be answered in time. Ends with 1 when one got through.

    python3 tests/abuse/run.py --bin build/release/bin --data data [--only connections] [--soak 600]
"""
import argparse
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import addresses
import connections
import costs
import framing
import soak
from site_under_attack import Failure, build_index, start

GROUPS = {"connections": connections, "framing": framing, "addresses": addresses, "costs": costs}
MOST_GROWTH_MEGABYTES = 40
STOPS_WITHIN_SECONDS = 2.0


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=Path, required=True, help="folder of wespol-server and wespol-indexer")
    parser.add_argument("--data", type=Path, required=True, help="data folder to index")
    parser.add_argument("--only", choices=GROUPS, action="append", help="this group alone; may be repeated")
    parser.add_argument("--soak", type=float, default=0, metavar="SECONDS", help="asks and publishes for that long instead")
    parser.add_argument("--control-ms", type=float, default=float(os.environ.get("WESPOL_CONTROL_MS", "250")),
                        help="how long a control request may take; more for instrumented programs")
    parser.add_argument("--report", type=Path, help="figures as JSON")
    return parser.parse_args()


def attack(site, groups):
    """(name, what got through) of each attack that did."""
    failures = []
    for group in groups:
        for each in GROUPS[group].ATTACKS:
            begin = time.monotonic()
            try:
                each(site)
                site.control()
            except (Failure, OSError) as failure:
                failures.append((f"{group}: {each.__name__}", str(failure) or repr(failure)))
            if not site.is_alive():
                failures.append((f"{group}: {each.__name__}", "the server ended"))
                return failures
            took = time.monotonic() - begin
            if took > 5:
                print(f"  {group}: {each.__name__}: {took:.0f} s", flush=True)
    return failures


def watched(site, run, most_growth):
    """What `run` found, with what it left behind: memory (`most_growth` in MB; None: it looked itself) and
    descriptors."""
    memory, descriptors = site.megabytes(), site.descriptors()
    failures = run()
    if site.is_alive():
        time.sleep(3)  # the last connections have their time
        growth, left = site.megabytes() - memory, site.descriptors() - descriptors
        print(f"memory {memory:.0f} MB, +{growth:.0f} MB; descriptors +{left}; slowest control "
              f"{site.slowest_control * 1000:.0f} ms")
        if most_growth is not None and growth > most_growth:
            failures.append(("memory", f"grew by {growth:.0f} MB"))
        if left > 8:
            failures.append(("descriptors", f"{left} more than before"))
        took = site.stop()
        print(f"SIGTERM: {took:.2f} s, exit code {site.process.returncode}")
        if took > STOPS_WITHIN_SECONDS or site.process.returncode != 0:
            failures.append(("stop", f"{took:.2f} s, exit code {site.process.returncode}"))
    return failures


def main():
    options = parse()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    with tempfile.TemporaryDirectory(prefix="wespol-abuse-") as folder:
        index, log = Path(folder) / "index", Path(folder) / "server.log"
        build_index(options.bin / "wespol-indexer", options.data, index)
        with log.open("wb") as written:
            site = start(options.bin / "wespol-server", index, written, options.control_ms / 1000)
        try:
            if options.soak:
                failures = watched(site, lambda: soak.run(site, options.bin / "wespol-indexer", options.data, Path(folder), options.soak),
                                   None)
            else:
                # Instrumented programs keep what was freed for a while.
                instrumented = "WESPOL_CONTROL_MS" in os.environ
                failures = watched(site, lambda: attack(site, options.only or GROUPS), None if instrumented else MOST_GROWTH_MEGABYTES)
        finally:
            if site.is_alive():
                site.process.kill()
        if failures:
            print(log.read_text(encoding="utf-8", errors="replace")[-1500:], file=sys.stderr)
    for name, what in failures:
        print(f"FAILED {name}: {what}")
    if options.report:
        options.report.write_text(json.dumps({"failures": failures, "slowest_control_ms": round(site.slowest_control * 1000, 1)}), encoding="utf-8")
    print("nothing got through" if not failures else f"{len(failures)} got through")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
