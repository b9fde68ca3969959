# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking without a pause while the list is published anew every few seconds: no answer may fail, and
nothing may be left behind."""
import itertools
import json
import shutil
import subprocess
import threading
import time

TARGETS = ("/", "/szukaj?q=catering", "/api/v1/entities?q=sprzatanie", "/en/szukaj?q=cleaning", "/certyfikaty?kogo=7781346888",
           "/api/v1/entities.csv", "/branze", "/api/v1/suggest?q=fund", "/cpv?q=obiady", "/health")
PUBLISH_EVERY_SECONDS = 5
MOST_GROWTH_MEGABYTES = 40  # once caches are full and two generations are open: after the first half
CLIENTS = 6


def _ask(site, stop, failures, counts):
    for target in itertools.cycle(TARGETS):
        if stop.is_set():
            return
        try:
            answer = site.get(target)
        except OSError as failure:
            failures.append((target, repr(failure)))
            continue
        counts[0] += 1
        if answer.status != 200:
            failures.append((target, str(answer.status)))


def _change(data, number):
    """Another telephone number for the first entity: something to publish."""
    path = data / "sources" / "entities.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    record = json.loads(lines[0])
    record["phone"] = f"+48 61 000 {number % 10000:04}"
    lines[0] = json.dumps(record, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(site, indexer, data, folder, seconds):
    own = folder / "data"
    shutil.copytree(data, own)
    stop, failures, counts = threading.Event(), [], [0]
    threads = [threading.Thread(target=_ask, args=(site, stop, failures, counts)) for _ in range(CLIENTS)]
    for each in threads:
        each.start()
    published, settled = 0, None
    begin = time.monotonic()
    end = begin + seconds
    while time.monotonic() < end and site.is_alive():
        time.sleep(PUBLISH_EVERY_SECONDS)
        _change(own, published)
        done = subprocess.run([indexer, "build", "--data", own, "--index", folder / "index"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              check=False)
        if done.returncode not in (0, 4):
            failures.append(("publication", done.stderr.decode()[-300:]))
        published += done.returncode == 0
        if settled is None and time.monotonic() > begin + seconds / 2:
            settled = site.megabytes()
        if published % 12 == 1:
            print(f"  {counts[0]} answers, {published} publications, {site.megabytes():.0f} MB, {site.descriptors()} descriptors", flush=True)
    stop.set()
    for each in threads:
        each.join()
    if not site.is_alive():
        failures.append(("server", "it ended"))
    print(f"{counts[0]} answers, {published} publications, {len(failures)} failures")
    if site.is_alive() and settled is not None and site.megabytes() - settled > MOST_GROWTH_MEGABYTES:
        failures.append(("memory", f"from {settled:.0f} MB in the middle to {site.megabytes():.0f} MB"))
    if published == 0:
        failures.append(("publication", "nothing was published"))
    return failures[:20]
