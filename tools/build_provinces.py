"""Derive src/accord/gazetteer/data/provinces.tsv from the English names of subdivisions in the Unicode CLDR.

Run: npm pack cldr-subdivisions-full@48.2.0 && tar xzf cldr-subdivisions-full-48.2.0.tgz \\
     && python tools/build_provinces.py package/subdivisions/en/en.json

Reads further spellings from province_names.tsv. What lies in two states, is disputed or a word (`_NOT_OF_ONE`), what two states call so, what is also a state, a region, a city of another state or
in common.tsv, and what the corpora that are looked at write small somewhere, is left out: a wrong state is worse than none. Unicode
licence: see NOTICE.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import corpora
from accord.gazetteer import all_regions, all_states, common_surface, forms, places_named

DATA = Path(__file__).parents[1] / "src" / "accord" / "gazetteer" / "data"
LEAST = 4  # letters
_TYPES = re.compile(
    r"\s(?:oblysy|Province|Region|region|Department|Chartered Community|Autonomous Community|Okrug|Krai|Municipality|County)$"
)
_GENERAL = re.compile(r"\b(?:Capital|District|Saints?|Sainte|San|Santa|São|Federal|City|Metropolitan|Chapel)\b")

_NOT_OF_ONE = frozenset(
    (
        # on both sides of a border
        "Lapland;Pomerania;Silesia;Tyrol;"
        # disputed
        "Aousserd;Es Semara;Guelmim-Es Semara;Laâyoune;Laâyoune-Boujdour-Sakia El Hamra;Oued Ed-Dahab;Sevastopol;"
        "Oued Ed-Dahab-Lagouira;Gilgit-Baltistan;Quneitra;Kyrenia;Famagusta;Kosovo-Metohija;Kosovo-Pomoravlje;"
        "Kosovska Mitrovica;Awdal;Sanaag;Sool;Togdheer;Woqooyi Galbeed;"
        # words, rivers, surnames
        "Balkan;Centrale;Lakes;Oriental;Orientale;Portuguesa;River Nile;South Central;Upper North;Upper South;"
        "Tana River;Vargas"
    ).split(";")
)


def told(path: Path) -> Iterator[tuple[str, str]]:
    """Names with the alpha-3 of their states: those of CLDR without the word for their sort, then other spellings."""
    alpha3 = {s.alpha2.lower(): s.alpha3 for s in all_states() if s.alpha2}
    names = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for code, name in names.items():
        if code[:2] in alpha3:
            yield _TYPES.sub("", re.sub(r"[²³\d]|\s*\(.*\)", "", name)).replace("’", "'"), alpha3[code[:2]]
    for line in (DATA / "province_names.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        state, others = line.split("\t")
        yield from ((name, state) for name in others.split(";"))


def small_words() -> set[str]:
    """The words that the corpora write small."""
    texts = (t.text for c in (corpora.TAUGHT, *corpora.CORPORA) if not c.closed for t in corpora.texts(c))
    return {word for text in texts for word in re.findall(r"\b[^\W\d_A-Z]\w+", text)}


def main(path: Path) -> None:
    """Write provinces.tsv."""
    states: dict[str, set[str]] = defaultdict(set)
    for name, state in told(path):
        states[name].add(state)
    taken = {form.surface for form in forms()} | {s for r in all_regions() for s in (r.name, *r.variants)}
    small = small_words()

    def is_safe(name: str, state: str) -> bool:
        towns = {place.country for place in places_named(name)}
        spoken = any(word.lower() in small for word in name.split()) if " " not in name else name.lower() in small
        return (
            len(name) >= LEAST
            and name not in _NOT_OF_ONE
            and not _GENERAL.search(name)
            and name not in taken
            and towns <= {state}
            and not common_surface(name)
            and not spoken
        )

    rows = sorted((n, next(iter(of))) for n, of in states.items() if len(of) == 1 and is_safe(n, next(iter(of))))
    target = DATA / "provinces.tsv"
    target.write_text("".join(f"{name}\t{state}\n" for name, state in [("name", "alpha3"), *rows]), encoding="utf-8")
    print(f"{target}: {len(rows)} of {len(states)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
