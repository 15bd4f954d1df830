#!/usr/bin/env python3
"""Coding sentences against PETRARCH2, the coder of the Phoenix event data, on its own test sentences.

    python benchmarks/petrarch.py CHECKOUT [--rounds 5]

CHECKOUT is a clone of https://github.com/openeventdata/petrarch2 (MIT), which is not part of Accord, in which Python 3.11's
`python -m lib2to3 -w -n -x import petrarch2/*.py` was run: it is written for Python 2. Its sample and unit tests carry their sentences with parse trees. It codes them with these trees ready, so that the parser's time, most of
its own, is not counted; Accord reads the same sentences as raw text, each a document of its own with the sentence's
date. One process and one thread each, start-up apart, processor time; medians, their ratio, and what each found.
PETRARCH2 is made for CAMEO events between actors of all sorts, Accord for the relations of states: the two find
different things, so only the time is compared.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as tree
from collections.abc import Iterator
from pathlib import Path

_FILES = ("GigaWord.sample.PETR.xml", "PETR.UnitTest.records.xml")


def sentences(checkout: Path) -> Iterator[tuple[str, str, str, str]]:
    """Id, date (YYYYMMDD), text and parse of each of its sentences that has all four, each text once."""
    seen = set()
    for name in _FILES:
        raw = (checkout / "petrarch2" / "data" / "text" / name).read_text(encoding="utf-8", errors="replace")
        for block in raw.split("<Sentence ")[1:]:
            with contextlib.suppress(tree.ParseError):
                one = tree.fromstring(
                    "<Sentence " + block.partition("</Sentence>")[0].replace("&", "&amp;") + "</Sentence>"
                )
                text, parse = " ".join((one.findtext("Text") or "").split()), (one.findtext("Parse") or "").strip()
                if text and parse and text not in seen:
                    seen.add(text)
                    yield f"{name}-{one.get('id')}", one.get("date") or "", text, parse


def petrarch(checkout: Path, _ids: list[str]) -> tuple[float, list[str], int]:
    """Processor seconds, the sentences whose trees it can read, events."""
    sys.path[:0] = [str(checkout), str(checkout / "petrarch2")]  # its modules name each other both ways
    with contextlib.redirect_stdout(io.StringIO()):
        from petrarch2 import PETRreader, utilities  # type: ignore[import-not-found]
        from petrarch2 import petrarch2 as coder

        PETRreader.parse_Config(utilities._get_data("data/config/", "PETR_config.ini"))
        coder.read_dictionaries()
        stories = {
            id_: {
                "meta": {"date": day},
                "sents": {"0": {"content": text, "parsed": utilities._format_parsed_str(parse), "date": day}},
            }
            for id_, day, text, parse in sentences(checkout)
        }
        coded, events, seconds = [], 0, 0.0
        for id_, story in stories.items():
            began = time.process_time()
            with contextlib.suppress(IndexError, KeyError, AttributeError, TypeError, ValueError):  # of trees cut short
                found = coder.do_coding({id_: story})
                seconds += time.process_time() - began
                coded.append(id_)
                events += sum(len(sent.get("events") or ()) for sent in found[id_]["sents"].values())
    return seconds, coded, events


def accord(checkout: Path, ids: list[str]) -> tuple[float, list[str], int]:
    """Processor seconds, the sentences of these ids, claims."""
    from accord.document import Block, Document
    from accord.extract import extract
    from accord.values import Period

    documents = [
        Document(
            hash=hashlib.sha256(text.encode()).hexdigest(),
            doc=id_,
            text=text,
            blocks=(Block("paragraph", 0, len(text)),),
            language="en",
            published=Period.parse(f"{day[:4]}-{day[4:6]}-{day[6:]}") if len(day) == 8 else None,
        )
        for id_, day, text, _ in sentences(checkout)
        if id_ in ids
    ]
    extract(Document(hash="0", doc="warm", text=_WARM, blocks=(Block("paragraph", 0, len(_WARM)),), language="en"))
    began = time.process_time()
    found = [extract(document) or () for document in documents]
    return time.process_time() - began, ids, sum(map(len, found))


_WARM = "Kenya and Uganda signed a memorandum on fisheries in 2024. Trade came to 900 million dollars in 2023, the minister said."


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=("petrarch", "accord"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps((petrarch if args.one == "petrarch" else accord)(args.checkout, json.load(sys.stdin))))
        return 0
    if not (args.checkout / "petrarch2" / "petrarch2.py").is_file():
        sys.exit(f"{args.checkout} is no checkout of PETRARCH2: clone openeventdata/petrarch2 and name its folder")
    taken: dict[str, list[float]] = {"petrarch": [], "accord": []}
    told, ids = dict[str, tuple[int, int]](), list[str]()
    for _ in range(args.rounds):
        for what, seconds in taken.items():
            command = [sys.executable, __file__, str(args.checkout), "--one", what]
            done = subprocess.run(command, input=json.dumps(ids), capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(f"{what} ended with {done.returncode}:\n{done.stderr}")
            one, ids, found = json.loads(done.stdout.splitlines()[-1])
            seconds.append(one)
            told[what] = len(ids), found
    medians = {what: statistics.median(seconds) for what, seconds in taken.items()}
    for what, name in (("petrarch", "PETRARCH2, trees ready"), ("accord", "Accord, raw text")):
        count, found = told[what]
        print(
            f"{name:24}{count:5} sentences  {medians[what]:7.2f} s  {1000 * medians[what] / count:6.2f} ms each  {found:4} found"
        )
    print(f"Accord takes {medians['accord'] / medians['petrarch']:.2f} times as long as PETRARCH2 with its trees ready")
    return 0


if __name__ == "__main__":
    sys.exit(main())
