"""Whether a gold or export file keeps the form of SCHEMA.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accord.evaluate.agree import Line

__all__ = ["KEYS", "WORDS", "faults", "faults_of_file"]

_EVERYWHERE = "doc kind optional status quote id evidence basis confidence concerns said_by date_from undated plover"
_COMMON = frozenset(_EVERYWHERE.split())
KEYS = {  # kind -> (required keys, other keys)
    "agreement": ("parties", "title count date form action place topic expires term"),
    "visit": ("visitor host", "date sending type office place"),
    "meeting": ("states", "participants date place mode topic"),
    "body": ("name action", "parties ordinal date place chairs"),
    "indicator": ("measure", "value change period unit about comparison low high goods trend of"),
    "commitment": ("by what", "target unit due topic measure base every"),
    "crossing": ("name action", "states date"),
    "incident": ("states", "date type place killed injured"),
    "project": ("name action", "type states date"),
    "transport": ("mode from to action", "date"),
    "membership": ("state organisation", "action date"),
    "assessment": ("speaker", "role topic stance"),
    "tie": ("type between", "action date place"),
    "event": ("name states", "date place type"),
}
_NUMBERS = ("value", "change", "target", "ordinal", "count", "low", "high")

WORDS = {  # (kind or *, key) -> vocabulary
    ("*", "status"): "reported planned proposed postponed cancelled denied hypothetical",
    ("*", "comparison"): "gt lt approx",
    ("*", "stance"): "positive negative mixed neutral",
    ("*", "topic"): "border security trade energy water transport agriculture industry culture education health "
    "environment migration finance tourism digital institutions general",
    ("*", "measure"): "trade-turnover exports imports trade-balance investment border-length border-delimited "
    "border-disputed agreements visits incidents killed injured displaced line-length voltage capacity generation cost "
    "duration population checkpoints visitors flights other",
    ("agreement", "form"): "treaty agreement memorandum protocol programme plan declaration statement contract",
    ("agreement", "action"): "signed ratified exchanged in-force initialled negotiated approved extended suspended "
    "expired terminated",
    ("visit", "type"): "state official working",
    ("meeting", "mode"): "in-person phone video",
    ("body", "action"): "established session-held session-planned dissolved mentioned",
    ("crossing", "action"): "planned opened reopened closed",
    ("incident", "type"): "clash shooting attack protest dispute airspace detention cyber",
    ("project", "action"): "mentioned announced planned agreed construction inaugurated completed visited suspended "
    "cancelled",
    ("project", "type"): "power-line power-plant hydropower road railway pipeline bridge port airport",
    ("transport", "mode"): "air road rail bus sea",
    ("transport", "action"): "suspended resumed launched planned proposed",
    ("tie", "type"): "diplomatic-relations embassy consulate ambassador sister-cities strategic-partnership "
    "visa-regime trade-regime",
    ("tie", "action"): "established opened upgraded downgraded suspended restored severed closed",
    ("membership", "action"): "member joined left applied observer candidate",
    ("indicator", "trend"): "up down flat",
    ("event", "type"): "celebration summit forum exhibition exercise tournament aid ceremony consultation sanction "
    "expulsion vote",
}
_POINT = r"\d{4}(-\d\d(-\d\d)?|-Q[1-4])?"
_DATE = re.compile(rf"^({_POINT}|{_POINT}/{_POINT}|\.\./{_POINT}|{_POINT}/\.\.)$")


def faults(line: Line) -> Iterator[str]:
    """What is wrong with the form of one line."""
    kind = line.get("kind")
    if not isinstance(kind, str) or kind not in KEYS:
        yield f"unknown kind {kind!r}"
        return
    required, others = (part.split() for part in KEYS[kind])
    yield from (f"no {key}" for key in required if key not in line)
    yield from (f"unknown key {key!r}" for key in line if key not in {*_COMMON, *required, *others})
    yield from _wrong_words(kind, line)
    yield from (f"{key} is no number" for key in _NUMBERS if key in line and not _number(line[key]))
    if kind == "indicator" and not {"value", "change", "trend", "low"} & set(line):
        yield "an indicator without value, change, trend or range"
    for piece in line.get("evidence", []):
        if not piece.get("quote") or not isinstance(piece.get("start"), int) or piece.get("end", 0) <= piece["start"]:
            yield "evidence needs doc, start < end and a quote"
    for key in ("date", "period", "due", "expires"):
        if key in line and not _DATE.match(str(line[key])):
            yield f"{key} {line[key]!r} is no ISO 8601 date of SCHEMA.md's forms"


def _wrong_words(kind: str, line: Line) -> Iterator[str]:
    for (of, key), vocabulary in WORDS.items():
        values = line.get(key, [])
        for value in values if isinstance(values, list) else [values]:
            if of in ("*", kind) and value not in vocabulary.split():
                yield f"{key} {value!r} is not one of: {vocabulary}"


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def faults_of_file(path: Path, folder: Path | None = None) -> Iterator[str]:
    """The faults of a file, each with its line's number; with a folder, every `quote` must stand in its document."""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
        except ValueError as error:
            yield f"{number}: not JSON: {error}"
            continue
        if not isinstance(line, dict):
            yield f"{number}: not an object"
            continue
        yield from (f"{number}: {fault}" for fault in faults(line))
        if folder and "quote" in line and "doc" in line:
            body = " ".join((folder / line["doc"]).read_text(encoding="utf-8").split())
            if " ".join(line["quote"].split()) not in body:
                yield f"{number}: the quote does not stand in the document"
