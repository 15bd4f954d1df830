"""The records between states into a brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from accord.brief.disagreements import disagreements
from accord.brief.footnotes import Footnotes
from accord.brief.glance import Glance, trade_chart
from accord.brief.ground import Grounder
from accord.brief.left_out import left_out
from accord.brief.model import Book, Brief, plain_text
from accord.brief.ranking import confidence, when
from accord.brief.sections import Sections
from accord.brief.sentences import Writer
from accord.brief.words import Words
from accord.languages.catalogue import Catalogue, load
from accord.record import Field, Record, Role, Type, Values
from accord.store.model import THRESHOLD

__all__ = ["Options", "build"]

_WORDS = (
    "glance sources notes left_out disagreements annex annex_note undated open_source show_record quotes close expand "
    "collapse dagger nothing chart chart_alt chart_target chart_period chart_value chart_source contents"
)
_DISAGREE = 6


class KindLike(Protocol):
    """What the brief needs of a kind."""

    @property
    def fields(self) -> tuple[Field, ...]: ...
    @property
    def section(self) -> Callable[[Values], str]: ...


@dataclass(frozen=True, slots=True)
class Options:
    """How a brief is asked for. `tight` under 1 shortens the sections; `threshold` is the confidence under which a
    record is doubtful; `listed` how many lines of each sort of what was left out are shown."""

    as_of: date
    since: date | None = None
    until: date | None = None
    marking: str = ""
    with_documents: bool = False
    threshold: float = THRESHOLD
    tight: float = 1.0
    language: str = "en"
    listed: int = 8


def build(
    book: Book,
    states: Sequence[str],
    options: Options,
    kinds: Mapping[str, KindLike],
    display: Callable[[str], str],
    grounder: Grounder,
) -> Brief:
    """The brief on two states (or one, or more). Everything in it comes from the book; the only clock is `as_of`."""
    catalogue = load(options.language)
    words = Words(catalogue, display, lambda number, text: grounder(Type.NUMBER, number, [text]))
    document = lru_cache(maxsize=None)(book.document)
    fields_of = {name: {f.name: f for f in kind.fields} for name, kind in kinds.items()}
    records = [r for r in book.records(between=states) if r.kind in kinds and set(states) <= set(r.concerns)]
    later = [r for r in records if _later(r, fields_of[r.kind], options.as_of)]
    gone = {r.id for r in later}
    inside, undated = _inside([r for r in records if r.id not in gone], fields_of, options)
    sure = sorted((r for r in inside if confidence(r) >= options.threshold), key=lambda r: r.id)
    doubtful = [r for r in inside if confidence(r) < options.threshold]
    footnotes = Footnotes(document, words, _copies(book))
    writer = Writer(words, footnotes, grounder, fields_of.__getitem__, tuple(states), options.as_of)

    def section_of(record: Record) -> str:
        return kinds[record.kind].section(record.values)

    glance = Glance(writer, fields_of, section_of, tuple(states), options.as_of).build(sure)
    chart = trade_chart(writer, sure, states) if len(states) > 1 else None
    sections = Sections(writer, fields_of, section_of, tuple(states), options.as_of, options.tight, chart).build(sure)
    apart = disagreements(writer, sure, max(1, round(_DISAGREE * options.tight)))
    for record in sure:
        if record.id not in writer.withheld:
            writer.try_out(record)  # no section had room for it: the count of the withheld is whole nevertheless
    most = max(2, round(options.listed * options.tight))
    dates = {r.id: words.date(str(when(r, fields_of[r.kind], Role.WHEN, Role.PERIOD)), "plain") for r in later}
    outside = [catalogue.text("left.later", record=i, date=d) for i, d in sorted(dates.items())]
    outside += [catalogue.text("left.undated", n=undated)] if undated else []
    out = left_out(words, writer.withheld.values(), doubtful, book.skipped(), outside, options.threshold, most)
    brief = Brief(
        title=_title(catalogue, words, states),
        states=tuple(states),
        as_of=options.as_of,
        printed=catalogue.text("label.as_of", date=words.date(options.as_of.isoformat(), "plain")),
        scope="",
        period=_period(catalogue, words, options),
        marking=plain_text(options.marking),
        language=options.language,
        glance=glance,
        sections=sections,
        disagreements=apart,
        left_out=out,
        footnotes=tuple(footnotes.notes),
        sources=footnotes.sources(),
        annexes=footnotes.annexes() if options.with_documents else (),
        words=_words(catalogue, out.counts["withheld"]),
    )
    return brief.but(scope=_scope(catalogue, brief))


def _inside(
    records: Sequence[Record], fields_of: Mapping[str, Mapping[str, Field]], options: Options
) -> tuple[list[Record], int]:
    """The records that happened in the time asked for, and how many have no date to tell."""
    if options.since is None and options.until is None:
        return list(records), 0
    first, last = options.since or date.min, options.until or date.max
    inside, undated = [], 0
    for record in records:
        found = when(record, fields_of[record.kind], Role.WHEN, Role.PERIOD, Role.DUE)
        undated += found is None
        if found is not None and found.first <= last and first <= found.last:
            inside.append(record)
    return inside, undated


def _later(record: Record, fields: Mapping[str, Field], as_of: date) -> bool:
    """Whether it is reported as done at a time that has not come: never shown as done."""
    found = when(record, fields, Role.WHEN, Role.PERIOD)
    return record.status == "reported" and found is not None and found.first > as_of


def _copies(book: Any) -> dict[str, str]:
    """Near-copies by hash, with the document that they are one voice with; empty where the book keeps no prints."""
    prints = getattr(book, "prints", None)
    if prints is None:
        return {}
    from accord.resolve.voices import voices

    return {hash_: leader for hash_, leader in voices(prints()).items() if hash_ != leader}


def _title(catalogue: Catalogue, words: Words, states: Sequence[str]) -> str:
    names = [words.state(s, article=False) for s in states]
    if len(names) == 1:
        return catalogue.text("label.title_one", a=names[0])
    if len(names) == 2:
        return catalogue.text("label.title", a=names[0], b=names[1])
    return catalogue.text("label.title_many", states=words.join(names))


def _period(catalogue: Catalogue, words: Words, options: Options) -> str:
    if options.since is None and options.until is None:
        return ""
    left = options.since.isoformat() if options.since else ".."
    right = options.until.isoformat() if options.until else ".."
    return catalogue.text("label.period", period=words.date(f"{left}/{right}", "plain"))


def _words(catalogue: Catalogue, withheld: int) -> dict[str, str]:
    """The interface words that the formats need."""
    found = {key: catalogue.text(f"label.{key}") for key in _WORDS.split()}
    found |= {
        f"left_{key}": catalogue.text(f"left.{key}") for key in ("withheld", "doubtful", "skipped", "outside", "none")
    }
    number = "one" if withheld == 1 else "many"
    found["left_intro"] = catalogue.text(f"left.intro_{number}", n=withheld) if withheld else ""
    found["versus"] = catalogue.text("disagree.versus")
    found["copies_one"] = catalogue.text("label.copies_one")
    found["copies_many"] = catalogue.text("label.copies_many")
    return found


def _scope(catalogue: Catalogue, brief: Brief) -> str:
    number = len(brief.sources)
    documents = catalogue.text("label.document_one" if number == 1 else "label.document_many", n=number)
    return catalogue.text("label.scope", documents=documents, statements=len(brief.statements()))
