#!/usr/bin/env python3
"""Teach what sentences tell of:  teach.py [--check]

Logistic regressions with an L2 penalty over the marks that `accord.languages.en.learnt.marks` sees: of a sentence for each
kind, of a mention or word for each key of a kind, of a sentence for each code. They learn from the gold lines of the corpora
that are looked at while rules are written and of `taught`, whose quotes say which sentence tells them.
Nothing is learnt from held, locked, sealed or other news. Weights are kept as hundredths;
src/accord/languages/en/data/learnt.json is written. Words that these documents write with a capital alone are names, which say
nothing of other documents: no mark has one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import corpora
from accord.evaluate.agree import alike, same_date, same_number, telling_words
from accord.kinds import kinds
from accord.kinds.base import Kind
from accord.languages import view
from accord.languages.en.learnt.guesses import FORMS
from accord.languages.en.learnt.marks import (
    OF_CODES,
    OF_KINDS,
    OF_TOPICS,
    Candidate,
    all_marks,
    counted,
    dates,
    numbers,
    people,
    places,
    spelled,
    states,
)
from accord.languages.en.learnt.scene import Scene
from accord.languages.views import Views
from accord.record import Field, Type
from corpora import Gold

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "accord" / "languages" / "en" / "data" / "learnt.json"
TAUGHT_BY = ("samples", "open")
STRENGTH = 0.3  # inverse of the penalty
LEAST = 5  # rows that a mark must be seen in
PARTS = 8  # in which documents are read
FLOOR = 8  # hundredths that are not worth keeping
USUAL = 0.7  # share of lines that have a key, from which it is hardly ever empty
_SPELLED = re.compile(r"(?:before: |number )?(?:[wpbck]=|[-+]\d? )(.+)")  # marks that are words of the text
COUNTED = ("ordinal", "count", "target", "value", "change", "killed", "injured")
OFFICES = ("office", "role")  # they come with who holds them

SORTS = {
    Type.STATE: ("state",),
    Type.STATES: ("states",),
    Type.ORGANISATION: ("organisation",),
    Type.ACTORS: ("states", "people"),
    Type.PERSON: ("person",),
    Type.PEOPLE: ("people",),
    Type.PLACE: ("place",),
    Type.PERIOD: ("period",),
    Type.NUMBER: ("number",),
    Type.NAME: ("words",),
    Type.TEXT: ("words",),
}


@dataclass(slots=True)
class Rows:
    """What a model learns from: marks, outcomes, the document of each."""

    marks: list[Collection[str]] = field(default_factory=list)
    outcomes: list[Any] = field(default_factory=list)
    docs: list[str] = field(default_factory=list)

    def add(self, marks: Collection[str], outcome: Any, doc: str) -> None:
        self.marks.append(tuple(sorted(marks)))
        self.outcomes.append(outcome)
        self.docs.append(doc)

    def extend(self, other: Rows) -> None:
        self.marks += other.marks
        self.outcomes += other.outcomes
        self.docs += other.docs


@dataclass(slots=True)
class Lesson:
    """All rows: sentences with the kinds that they tell (1), may tell (-1) or not (0); candidates for keys; codes."""

    kinds: Rows = field(default_factory=Rows)
    keys: dict[tuple[str, str, str], Rows] = field(default_factory=partial(defaultdict, Rows))
    codes: dict[tuple[str, str], Rows] = field(default_factory=partial(defaultdict, Rows))
    lines: dict[tuple[str, str], list[bool]] = field(default_factory=partial(defaultdict, list))
    """Whether each line of a kind has a key."""
    words: set[str] = field(default_factory=set)
    """Words that are written small somewhere, and their beginnings."""

    def add(self, other: Lesson) -> None:
        """Put the rows of other documents after these."""
        self.kinds.extend(other.kinds)
        for mine, theirs in ((self.keys, other.keys), (self.codes, other.codes)):
            for key, rows in theirs.items():
                mine[key].extend(rows)
        for name, has in other.lines.items():
            self.lines[name] += has
        self.words |= other.words


def lesson(cases: Iterable[tuple[str, Views, Sequence[Gold]]]) -> Lesson:
    """The rows of documents: their name, their views, their gold."""
    found = Lesson()
    for doc, views, gold in cases:
        scene = Scene(views)
        told: dict[tuple[int, str], list[Gold]] = defaultdict(list)
        for line in gold:
            index = placed(views, str(line.get("quote", "")))
            if index is not None:
                told[index, line["kind"]].append(line)
        found.words.update(_small(views.document.text))
        for s in views.sentences:
            outcome = [_tells(told.get((s.index, kind), ())) for kind in kinds()]
            found.kinds.add(all_marks(OF_KINDS, scene, s.index), outcome, doc)
        for (index, name), lines in told.items():
            _learn(found, scene, index, kinds()[name], lines, doc)
    return found


def _small(text: str) -> Iterator[str]:
    """The words that a text writes small, whole and as marks cut them."""
    for word in re.findall(r"\b[^\W\d_A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*", text):
        if word[0].islower():
            yield from (word.lower(), *(word[:cut].lower() for cut in (5, 6, 7)))


def _is_general(mark: str, words: Collection[str]) -> bool:
    """Whether all words of a mark are written small somewhere; a mark without words is."""
    spelled = _SPELLED.match(mark)
    return spelled is None or all(w in words for w in spelled[1].split() if w[0].isalpha() and w == w.lower())


def placed(views: Views, quote: str) -> int | None:
    """The sentence in which a quote begins."""
    told = quote.split()
    if not told:
        return None
    match = re.search(r"\s+".join(map(re.escape, told)), views.document.text)
    if match is None:
        return None
    return next((s.index for s in views.sentences if s.span.start <= match.start() < s.span.end), None)


def _tells(lines: Sequence[Gold]) -> int:
    return 0 if not lines else 1 if any(not line.get("optional") for line in lines) else -1


def _learn(found: Lesson, scene: Scene, index: int, kind: Kind, lines: Sequence[Gold], doc: str) -> None:
    marks = all_marks(OF_CODES, scene, index)
    found.codes[kind.name, "status"].add(marks, lines[0].get("status", "reported"), doc)
    number = _number(scene, index, lines[0])
    for each in kind.fields:
        values = [v for line in lines if (v := line.get(each.name)) not in (None, "", [])]
        if each.type in (Type.CODE, Type.CODES):
            rows = found.codes[kind.name, each.name]
            if each.name == "topic":
                for topic in _list(values[0]) if values else ():
                    rows.add(all_marks(OF_TOPICS, scene, index), str(topic), doc)
            else:
                told_of = {*marks, *counted(number)} if each.name == "measure" else marks
                rows.add(told_of, str(_list(lines[0].get(each.name, ""))[0]), doc)
        elif each.type is Type.STATE and len(lines) > 1:
            continue  # who of several goes where cannot be told
        elif each.name not in OFFICES and (each.type is not Type.NUMBER or each.name in COUNTED):
            found.lines[kind.name, each.name].extend(each.name in line for line in lines)
            for sort in SORTS.get(each.type, ()):
                rows = found.keys[kind.name, each.name, sort]
                for own, right in _candidates(scene, index, sort, each, [v for value in values for v in _list(value)]):
                    rows.add(own, int(right), doc)


def _number(scene: Scene, index: int, line: Gold) -> Candidate | None:
    """The number of a sentence that a line is about."""
    told = [line[key] for key in ("value", "change", "target") if line.get(key) is not None]
    return next((c for c in numbers(scene, index) if any(_is(scene, "number", c, v) for v in told)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _candidates(
    scene: Scene, index: int, sort: str, of: Field, values: Sequence[Any]
) -> Iterator[tuple[Collection[str], bool]]:
    """What may fill a key, and whether it does."""
    if sort == "words":
        if values:
            yield from _words(scene, index, [str(v) for v in values])
        return
    for candidate in _of_sort(scene, index, sort):
        yield candidate.marks, any(_is(scene, sort, candidate, value) for value in values)


def _of_sort(scene: Scene, index: int, sort: str) -> Iterable[Candidate]:
    match sort:
        case "state" | "states" | "organisation":
            return states(scene, index).values()
        case "person" | "people":
            return people(scene, index)
        case "place":
            return places(scene, index)
        case "period":
            return dates(scene, index)
        case _:
            return numbers(scene, index)


def _is(scene: Scene, sort: str, candidate: Candidate, value: Any) -> bool:
    mention = candidate.mention
    match sort:
        case "state" | "states" | "organisation":
            return candidate.code == value
        case "person" | "people":
            return any(alike(value, name, 0.7) for name in (mention.name, mention.office) if name)
        case "place":
            own = scene.text[mention.span.start : mention.span.end]
            return any(alike(value, name) for name in (mention.attributes.get("name", ""), mention.name, own) if name)
        case "period":
            return mention.period is not None and bool(same_date(value, mention.period.iso))
        case _:
            told = (
                mention.ordinal,
                mention.count,
                mention.amount and mention.amount.value,
                mention.change and mention.change.percent,
            )
            return any(same_number(value, number) for number in told if number is not None)


def _words(scene: Scene, index: int, values: Sequence[str]) -> Iterator[tuple[Collection[str], bool]]:
    """The words of a sentence, and whether they belong to a name: those of a name that stands in one place with all between."""
    words = scene.words(index)
    belong: set[int] = set()
    for value in values:
        wanted = [*telling_words(value), *(f for f in re.findall(r"\w+", value.lower()) if f in FORMS)]
        hits = [n for n, w in enumerate(words) if any(_one(a, b) for a in telling_words(w.text) for b in wanted)]
        if hits and hits[-1] - hits[0] < 2.2 * max(3, len(value.split())):
            belong.update(range(hits[0], hits[-1] + 1))
        else:
            belong.update(hits)
    for n, marks in enumerate(scene.once(spelled, index)):
        yield marks, n in belong


def _one(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 4 and a[:5] == b[:5])


def model(told: Lesson, without: Collection[str] = ()) -> dict[str, Any]:
    """The weights that follow from the rows, those of some documents left out."""
    names = list(kinds())
    table = _taken(told.kinds, without)
    x, kept = _vectors(table.marks, told.words)
    outcomes = np.array(table.outcomes)
    fits = [_fit(x[of := outcomes[:, n] >= 0], outcomes[of, n]) for n in range(len(names))]
    weights = np.round(100 * np.vstack([f.coef_[0] for f in fits])).astype(int).T
    marks = {mark: row.tolist() for mark, row in zip(kept, weights, strict=True) if np.abs(row).max() >= FLOOR}
    bias = [round(100 * float(f.intercept_[0])) for f in fits]
    keys: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for (kind, name, sort), rows in sorted(told.keys.items()):
        fitted = _binary(_taken(rows, without), told.words)
        if fitted is not None:
            has = told.lines[kind, name]
            keys[kind][name].append({"sort": sort, "usual": sum(has) > USUAL * len(has), **fitted})
    codes: dict[str, dict[str, Any]] = defaultdict(dict)
    for (kind, name), rows in sorted(told.codes.items()):
        codes[kind][name] = _choice(_taken(rows, without), told.words)
    return {"kinds": {"names": names, "bias": bias, "marks": marks}, "keys": keys, "codes": codes}


def _taken(rows: Rows, without: Collection[str]) -> Rows:
    if not without:
        return rows
    kept = [n for n, doc in enumerate(rows.docs) if doc not in without]
    return Rows([rows.marks[n] for n in kept], [rows.outcomes[n] for n in kept], [rows.docs[n] for n in kept])


def _vectors(marks: Sequence[Collection[str]], words: Collection[str]) -> tuple[Any, list[str]]:
    """Rows of 0 and 1, and the marks that stand for the columns: those that enough rows have, without names."""
    vectors = DictVectorizer()
    x = vectors.fit_transform([dict.fromkeys(m, 1.0) for m in marks])
    general = np.array([_is_general(mark, words) for mark in vectors.feature_names_])
    kept = general & (np.asarray((x != 0).sum(axis=0)).ravel() >= LEAST)
    return x[:, kept], [m for m, k in zip(vectors.feature_names_, kept, strict=True) if k]


def _fit(x: Any, y: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=1000).fit(x, y)


def _binary(rows: Rows, words: Collection[str]) -> dict[str, Any] | None:
    if len(set(rows.outcomes)) < 2:
        return None
    x, kept = _vectors(rows.marks, words)
    fit = _fit(x, rows.outcomes)
    marks = {m: w for m, c in zip(kept, fit.coef_[0], strict=True) if abs(w := round(100 * float(c))) >= FLOOR}
    return {"bias": round(100 * float(fit.intercept_[0])), "marks": marks}


def _choice(rows: Rows, words: Collection[str]) -> dict[str, Any]:
    codes = sorted(set(rows.outcomes))
    if len(codes) < 2:
        return {"bias": dict.fromkeys(codes, 0), "marks": {}}
    x, kept = _vectors(rows.marks, words)
    bias, marks = {}, defaultdict[str, dict[str, int]](dict)
    for code in codes:  # one against the rest
        fit = _fit(x, [int(o == code) for o in rows.outcomes])
        bias[code] = round(100 * float(fit.intercept_[0]))
        for mark, c in zip(kept, fit.coef_[0], strict=True):
            if abs(w := round(100 * float(c))) >= FLOOR:
                marks[mark][code] = w
    return {"bias": bias, "marks": marks}


def lessons() -> Lesson:
    """The rows of all documents to learn from, read by several processes."""
    with get_context("fork").Pool() as pool:
        first, *others = pool.map(_part, range(PARTS), chunksize=1)
    for other in others:
        first.add(other)
    return first


def _part(part: int) -> Lesson:
    return lesson(cases(part))


def cases(part: int) -> Iterator[tuple[str, Views, Sequence[Gold]]]:
    """Every so many of the documents to learn from: their names, views and gold."""
    for corpus in [*(c for c in corpora.CORPORA if c.name in TAUGHT_BY), corpora.TAUGHT]:
        for document, gold in islice(corpora.with_gold(corpus), part, None, PARTS):
            yield document.doc.rsplit("/", 1)[-1], view(document), gold


def written(told: Mapping[str, Any]) -> str:
    """A model as it is kept."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args(arguments)
    told = lessons()
    text = written(model(told))
    print(f"{len(set(told.kinds.docs))} documents, {len(told.kinds.docs)} sentences, {len(text)} bytes of weights")
    if not args.check:
        WEIGHTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
