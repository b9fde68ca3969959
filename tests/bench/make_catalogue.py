#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a synthetic catalogue in the format of data/: the real vocabularies and region, invented organisations.

Shares (legal forms, sectors, numbers, certificates, products, operators, length of texts) are those of the real
catalogue. Deterministic: the same arguments give the same bytes, and record i depends on i alone, so that a small
catalogue is the beginning of a larger one. Nothing it writes may ever be published or committed.
"""
import argparse
import itertools
import json
import random
import shutil
import sys
from pathlib import Path

import word_lists as words

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261121
SOURCE = "https://example.org/zmyslony-katalog"

# Per 354 records of the real catalogue (November 2026).
SHARES = {"town": 348, "municipality": 349, "krs": 148, "nip": 145, "short_name": 182, "website": 44, "founded": 80,
          "operator": 86, "phone": 9, "statuses": 161, "certificate": 24, "product": 7, "activity": 9, "aliases": 177}
RECORDS = 354
HOW_MANY_INDUSTRIES = [175, 97, 46, 19, 13, 5]
HOW_MANY_OFFERS = [216, 38, 37, 34, 16, 6, 1, 4, 2]
HOW_MANY_GROUPS = [85, 204, 45, 11, 4, 4]


def read(data, name):
    return [json.loads(line) for line in (data / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def cumulative(weights):
    return list(itertools.accumulate(weights))


class Weighted:
    """Draws values with weights."""

    def __init__(self, counts):
        self.values = list(counts)
        self.weights = cumulative(counts.values())

    def draw(self, rng):
        return rng.choices(self.values, cum_weights=self.weights)[0]


def valid_nip(number):
    """Ten digits that begin with 999 and pass the check; None where the check digit would be 10."""
    digits = f"999{number:06d}"
    check = sum(int(d) * w for d, w in zip(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7))) % 11
    return None if check == 10 else digits + str(check)


class Generator:
    def __init__(self, data):
        self.municipalities = {each["code"]: each for each in read(data, "region/municipalities.jsonl")}
        self.counties = {each["code"]: each for each in read(data, "region/counties.jsonl")}
        self.localities = read(data, "region/localities.jsonl")
        self.products = [each["code"] for each in read(data, "vocabulary/product_kind.jsonl")]
        self.editions = [each["code"] for each in read(data, "sources/certificate_editions.jsonl")]
        real = read(data, "sources/entities.jsonl")
        self.forms = Weighted(count(e["legal_form"] for e in real))
        self.seats = Weighted(count((e["town"], e["municipality"]) for e in real if "town" in e and "municipality" in e))
        self.statuses = Weighted(count(s["status"] for e in real for s in e.get("statuses", [])))
        self.activities = Weighted(count(e["activity"] for e in real if "activity" in e))
        self.industries = self.with_words(read(data, "vocabulary/industry.jsonl"), real, "industries")
        self.groups = self.with_words(read(data, "vocabulary/target_group.jsonl"), real, "target_groups")
        self.sentences = words.SENTENCES
        self.sentence_weights = cumulative(1 / (rank + 2) for rank in range(len(self.sentences)))

    @staticmethod
    def with_words(vocabulary, real, key):
        """Draws (label, all Polish words) as often as the real records name the concept; unused ones seldom."""
        code_of = {}
        for each in vocabulary:
            for word in (each["code"], each["label"]["pl"], *each.get("synonyms", {}).get("pl", [])):
                code_of.setdefault(word, each["code"])
        uses = count(code_of[word] for e in real for word in e.get(key, []) if word in code_of)
        return Weighted({(each["label"]["pl"], tuple(each.get("synonyms", {}).get("pl", [])) or (each["label"]["pl"],)):
                         uses.get(each["code"], 0) + 0.3 for each in vocabulary})

    def invented(self, rng):
        if rng.random() < 0.15:
            return rng.choice(words.BEGINNINGS) + rng.choice(words.MIDDLES) + rng.choice(words.ENDINGS)
        noun, gender = rng.choice(words.NOUNS)
        adjective = rng.choice(words.ADJECTIVES)
        if gender == "f":
            adjective = words.FEMININE.get(adjective, adjective[:-1] + "a")
        elif gender == "n":
            adjective = words.NEUTER.get(adjective, adjective[:-1] + "e")
        return f"{adjective} {noun}" if rng.random() < 0.7 else f"{noun} {rng.randrange(2, 1000)}"

    def seat(self, rng):
        if rng.random() < 0.7:
            return self.seats.draw(rng)
        locality = rng.choice(self.localities)
        return locality["name"], locality["municipality"]

    def several(self, rng, how_many, draw):
        number = rng.choices(range(len(how_many)), how_many)[0]
        return list(dict.fromkeys(draw() for _ in range(number)))

    def entity(self, i):
        rng = random.Random(SEED * 1_000_003 + i)
        has = {key: rng.random() * RECORDS < share for key, share in SHARES.items()}
        form = self.forms.draw(rng)
        town, municipality = self.seat(rng)
        county = self.counties[self.municipalities[municipality]["county"]]
        quoted = self.invented(rng)
        filled = {"quoted": quoted, "town": town, "county": county["name"] + "ego", "in_county": county["name"] + "m",
                  "purpose": rng.choice(words.PURPOSES), "year": rng.randrange(1990, 2026), "number": rng.randrange(8, 60)}
        industries = self.several(rng, HOW_MANY_INDUSTRIES, lambda: self.industries.draw(rng))
        groups = self.several(rng, HOW_MANY_GROUPS, lambda: self.groups.draw(rng)[0])
        offer = self.several(rng, HOW_MANY_OFFERS, lambda: rng.choice(self.industries.draw(rng)[1]))
        filled["industry"] = ", ".join(label for label, _ in industries) or "pomoc sąsiedzka"
        filled["offer"] = ", ".join(offer) or filled["industry"]
        filled["groups"] = ", ".join(groups) or "sąsiedzi"
        entity = {"id": f"zmyslony-{i:07d}",
                  "name": rng.choice(words.NAME_PATTERNS[form]).format(**filled), "legal_form": form}
        if has["short_name"]:
            entity["short_name"] = f"{words.SHORT_FORMS[form]} {quoted}" if form in words.SHORT_FORMS else quoted
        if has["aliases"]:
            entity["aliases"] = [f"{quoted} – {town}"]
        if has["krs"]:
            entity["krs"] = f"09{i:08d}"
        if has["nip"] and i < 1_000_000 and (nip := valid_nip(i)):
            entity["nip"] = nip
        if has["town"]:
            entity["town"] = town
        if has["municipality"]:
            entity["municipality"] = municipality
            entity["county"] = county["code"]
        if has["phone"]:
            entity["phone"] = f"+48 61 {i % 1000:03d} 00 {i % 90 + 10}"
        if has["website"]:
            entity["website"] = f"https://zmyslony-{i}.example.org"
        if has["founded"]:
            entity["founded"] = str(filled["year"])
        if has["operator"]:
            entity["operator"] = f"Stowarzyszenie „{self.invented(rng)}”"
            if i > 0 and rng.random() < 32 / 86:
                entity["operator_id"] = f"zmyslony-{rng.randrange(i):07d}"
        if industries:
            entity["industries"] = [rng.choice((label, *synonyms[:3])) for label, synonyms in industries]
        if groups:
            entity["target_groups"] = groups
        if offer:
            entity["offer"] = offer
        sentences = dict.fromkeys(rng.choices(self.sentences, cum_weights=self.sentence_weights, k=rng.choice((1, 1, 2, 3))))
        entity["description"] = " ".join(sentences).format(**filled)
        if has["activity"]:
            entity["activity"] = self.activities.draw(rng)
        if has["statuses"]:
            entity["statuses"] = [{"status": self.statuses.draw(rng), "as_of": f"20{rng.randrange(18, 26)}-02",
                                   "basis": "Zmyślony wpis.", "sources": [SOURCE]}]
        entity["as_of"] = f"20{rng.randrange(18, 27)}-{rng.randrange(1, 11):02d}"
        entity["sources"] = [SOURCE]
        return entity, self.certificate(entity, i, has, rng), self.product(entity, i, has, rng)

    def certificate(self, entity, i, has, rng):
        if not has["certificate"]:
            return None
        return {"id": f"zmyslony-certyfikat-{i:07d}", "mark": "zakup_prospoleczny", "holder": entity["id"],
                "holder_name": entity["name"], "industry": ", ".join(entity.get("industries", ["usługi"])),
                "offer_at_grant": "; ".join(entity.get("offer", ["usługi dla mieszkańców"])),
                "granted_on": f"20{rng.randrange(14, 27)}-{rng.randrange(1, 11):02d}-{rng.randrange(1, 29):02d}",
                "edition": rng.choice(self.editions), "sources": [SOURCE]}

    def product(self, entity, i, has, rng):
        if not has["product"]:
            return None
        kind = rng.choice(self.products)
        return {"id": f"zmyslony-produkt-{i:07d}", "brand": "klunkry_wielkopolskie", "kind": kind, "maker": entity["id"],
                "name": f"{kind.replace('_', ' ')} „{self.invented(rng)}”", "maker_basis": "Zmyślony.", "year": "2024",
                "description": "Zmyślony wyrób do pomiarów.", "sources": [SOURCE]}


def count(values):
    counts = {}
    for each in values:
        counts[each] = counts.get(each, 0) + 1
    return counts


def line(record):
    return json.dumps(record, ensure_ascii=False) + "\n"


def write(data, out, entities):
    generator = Generator(data)
    if out.exists():
        shutil.rmtree(out)
    (out / "sources").mkdir(parents=True)
    # Whatever the catalogue holds beside its records: a folder that is new is needed here at once, too.
    for folder in sorted(each for each in data.iterdir() if each.is_dir() and each.name != "sources"):
        shutil.copytree(folder, out / folder.name)
    shutil.copy(data / "sources/certificate_editions.jsonl", out / "sources")
    # Their links point at real entities, of which there is none here.
    for name, link in (("brands", "makers"), ("support_centres", "operator_id"), ("awards", "")):
        with open(out / f"sources/{name}.jsonl", "w", encoding="utf-8") as file:
            for record in read(data, f"sources/{name}.jsonl"):
                record.pop(link, None)
                file.write(line(record))
    files = [open(out / f"sources/{name}.jsonl", "w", encoding="utf-8") for name in ("entities", "certificates", "products")]
    for i in range(entities):
        for file, record in zip(files, generator.entity(i)):
            if record:
                file.write(line(record))
    for file in files:
        file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entities", type=int, default=2000)
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="vocabularies, region and shares (default: data/)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write; replaced when it exists")
    options = parser.parse_args()
    if options.entities < 1:
        parser.error("--entities takes a number from 1 on")
    write(options.data, options.out, options.entities)
    return 0


if __name__ == "__main__":
    sys.exit(main())
