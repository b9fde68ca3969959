#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the query log of a synthetic catalogue: what people type, by kind, as parameters of a search.

One line a query: {"kind": ..., "parameters": [[name, value], ...]}. Drawn from the records and the vocabularies, so
that most queries find something; deterministic. A new kind is one more row of KINDS.
"""
import argparse
import itertools
import json
import random
import re
import sys
from pathlib import Path

import word_lists as words
from make_catalogue import SEED, read

STOP_WORDS = {"dla", "oraz", "przy", "przez", "albo", "nie", "jak", "których", "którym", "osób", "osoby", "takim", "the"}
SAMPLED_RECORDS = 2000


class QueryMaker:
    def __init__(self, catalogue, per_kind):
        self.rng = random.Random(SEED)
        self.per_kind = per_kind
        with open(catalogue / "sources/entities.jsonl", encoding="utf-8") as file:
            self.entities = [json.loads(line) for line in itertools.islice(file, SAMPLED_RECORDS)]
        self.concepts = read(catalogue, "vocabulary/industry.jsonl")
        self.filters = {
            "branza": [each["code"] for each in self.concepts],
            "forma": [each["code"] for each in read(catalogue, "vocabulary/legal_form.jsonl")],
            "grupa": [each["code"] for each in read(catalogue, "vocabulary/target_group.jsonl")],
            "powiat": [each["code"] for each in read(catalogue, "region/counties.jsonl")],
            "gmina": [each["code"] for each in read(catalogue, "region/municipalities.jsonl")],
            "subregion": [each["code"] for each in read(catalogue, "region/subregions.jsonl")],
            "certyfikat": [each["code"] for each in read(catalogue, "vocabulary/certificate_state.jsonl")],
            "status": ["opp", "ps_owes"],
            "cpv": [code for each in self.concepts for code in each.get("cpv", [])],
        }

    # Pieces.

    def entity(self):
        return self.rng.choice(self.entities)

    def text_words(self, least=4):
        """Words of one record as written there, in any form."""
        entity = self.entity()
        text = " ".join([entity["name"], *entity.get("offer", []), entity["description"]])
        found = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) >= least and w.lower() not in STOP_WORDS]
        return found or self.text_words(least)

    def word(self, least=4):
        return self.rng.choice(self.text_words(least)).lower()

    def synonym(self, language):
        return self.rng.choice([w for each in self.concepts for w in each.get("synonyms", {}).get(language, [])])

    def label(self):
        return self.rng.choice(self.concepts)["label"]["pl"]

    def filter(self, names=None):
        name = self.rng.choice(names or list(self.filters))
        return [[name, value] for value in self.rng.sample(self.filters[name], self.rng.choice((1, 1, 1, 2)))]

    def several_filters(self, least, most):
        names = self.rng.sample(list(self.filters), self.rng.randint(least, most))
        return [pair for name in names for pair in self.filter([name])]

    def near(self):
        return [["blisko", self.rng.choice(words.NEAR_TOWNS)], ["promien", self.rng.choice(["10", "25", "50"])]]

    def mistyped(self, word):
        at = self.rng.randrange(1, len(word) - 1)
        return self.rng.choice([word[:at] + word[at + 1:], word[:at] + word[at + 1] + word[at] + word[at + 2:],
                                word[:at] + word[at] + word[at:], word[:at] + self.rng.choice("aeioknrstwz") + word[at + 1:]])

    # Kinds. Each gives the parameters of one query.

    def one_word(self):
        return [["q", self.word()]]

    def two_words(self):
        return [["q", " ".join(self.rng.sample(self.text_words() * 2, 2)).lower()]]

    def known_item(self):
        return [["q", re.sub(r"[„”]", "", self.entity()["name"])]]

    def phrase(self):
        found = re.findall(r"[^\W_]+ [^\W_]+", self.entity()["name"])
        return [["q", f'"{self.rng.choice(found)}"']] if found else self.phrase()

    def without(self):
        return [["q", f"{self.word()} -{self.word()}"]]

    def typo(self):
        return [["q", self.mistyped(self.word(least=6))]]

    def place(self):
        return [["q", f"{self.label()} {self.rng.choice(words.IN_TOWNS)}"]]

    def concept(self):
        return [["q", self.rng.choice([self.label(), self.synonym("pl")])]]

    def english(self):
        return [["q", self.synonym("en")]]

    def ukrainian(self):
        return [["q", self.synonym("uk")]]

    def identifier(self):
        entity = self.entity()
        numbers = [entity[key] for key in ("krs", "nip") if key in entity] or [self.rng.choice(self.filters["cpv"])]
        return [["q", self.rng.choice(numbers)]]

    def filters_only(self):
        return self.several_filters(1, 3)

    def words_and_filters(self):
        return [["q", self.word()], *self.filter()]

    def near_place(self):
        return self.near()

    def near_with_words(self):
        return [["q", self.word()], *self.near()]

    def on_a_day(self):
        return [["q", self.word()], ["na-dzien", f"20{self.rng.randrange(12, 27)}-06-01"], ["certyfikat", "wazny"]]

    def deep_page(self):
        return [["q", self.rng.choice(["osoby", "stowarzyszenie", "praca", "powiat"])], ["strona", str(self.rng.randint(30, 50))]]

    def by_freshness(self):
        return [["q", self.word()], ["sortuj", "aktualnosc"]]

    def few_or_none(self):
        return [["q", f"{self.word()} {self.word()}"], *self.several_filters(2, 3), *self.near()]

    def literal(self):
        """Words, filters and circles without meanings: what brute force can count too."""
        circle = self.near() if self.rng.random() < 0.3 else []
        chosen = [pair for pair in self.several_filters(0, 2) if pair[0] != "cpv"]
        return [["q", self.word()], ["doslownie", "tak"], *chosen, *circle]

    def prefixes(self):
        """One person types a word or a name: every beginning of it is asked for."""
        text = self.rng.choice([self.word(6), self.label(), self.entity()["name"], self.rng.choice(words.NEAR_TOWNS)])
        return [[["q", text[:length]]] for length in range(2, min(len(text), 14) + 1)]

    def all(self):
        for kind, make in KINDS.items():
            for _ in range(1 if kind == "empty" else self.per_kind):
                yield kind, make(self)
        for _ in range(self.per_kind):
            for parameters in self.prefixes():
                yield "typing", parameters


KINDS = {
    "empty": lambda _: [],
    "one_word": QueryMaker.one_word,
    "two_words": QueryMaker.two_words,
    "known_item": QueryMaker.known_item,
    "phrase": QueryMaker.phrase,
    "without": QueryMaker.without,
    "typo": QueryMaker.typo,
    "place": QueryMaker.place,
    "concept": QueryMaker.concept,
    "english": QueryMaker.english,
    "ukrainian": QueryMaker.ukrainian,
    "identifier": QueryMaker.identifier,
    "filters": QueryMaker.filters_only,
    "words_filters": QueryMaker.words_and_filters,
    "near": QueryMaker.near_place,
    "near_words": QueryMaker.near_with_words,
    "on_a_day": QueryMaker.on_a_day,
    "deep_page": QueryMaker.deep_page,
    "by_freshness": QueryMaker.by_freshness,
    "few_or_none": QueryMaker.few_or_none,
    "literal": QueryMaker.literal,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--catalogue", type=Path, required=True, help="folder written by make_catalogue.py")
    parser.add_argument("--per-kind", type=int, default=100)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as file:
        for kind, parameters in QueryMaker(options.catalogue, options.per_kind).all():
            file.write(json.dumps({"kind": kind, "parameters": parameters}, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
