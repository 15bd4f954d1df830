"""The records between states into a brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial

from accord.analysis.archive import Archive
from accord.analysis.commitments import Commitment, ledger
from accord.brief.disagreements import disagreements
from accord.brief.footnotes import Footnotes
from accord.brief.glance import Glance, trade_chart
from accord.brief.ground import Grounder
from accord.brief.groups import by_group, group_section, named
from accord.brief.left_out import left_out
from accord.brief.model import Book, Brief, LeftOut, Line, Section, plain_text
from accord.brief.news import news
from accord.brief.promises import Promises
from accord.brief.ranking import confidence, when
from accord.brief.reading import Reading, read
from accord.brief.relations import Relations
from accord.brief.sections import Sections, asked
from accord.brief.sentences import Writer
from accord.brief.words import Words
from accord.kinds.base import Kind
from accord.languages.catalogue import Catalogue
from accord.record import Field, Record, Role
from accord.store.model import THRESHOLD

__all__ = ["Matter", "Options", "build", "build_of"]

_WORDS = (
    "glance sources notes left_out disagreements annex annex_note undated open_source show_record quotes close expand "
    "collapse dagger nothing chart_period chart_source contents"
)
_DISAGREE = 6
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Options:
    """How a brief is asked for. `tight` under 1 shortens the sections; `threshold` is the confidence under which a
    record is doubtful; `listed` how many lines of each sort of what was left out are shown; `topic` is the one that the
    brief is on, all without; `changes_since` the moment (ISO 8601) from which changes are told, if they are."""

    as_of: date
    since: date | None = None
    until: date | None = None
    marking: str = ""
    with_documents: bool = False
    threshold: float = THRESHOLD
    tight: float = 1.0
    language: str = "en"
    listed: int = 8
    topic: str = ""
    changes_since: str = ""

    @property
    def lines_left(self) -> int:
        """How many lines of each sort of what was left out are shown in sections of this length."""
        return max(2, round(self.listed * self.tight))


def build(
    book: Book,
    states: Sequence[str],
    options: Options,
    kinds: Mapping[str, Kind],
    words: Words,
    grounder: Grounder,
) -> Brief:
    """The brief on two states; on one, on three or more with every pair of them, or on none of them but a topic.
    Everything in it comes from the book; the only clock is `as_of`."""
    found = read(book, states, options, kinds)
    judge = partial(ledger, as_of=options.as_of, judged=book.outcomes(), language=options.language)
    return build_of(book, Matter.of(found, states, options, judge), states, options, words, grounder)


def build_of(
    book: Book, matter: Matter, states: Sequence[str], options: Options, words: Words, grounder: Grounder
) -> Brief:
    """The brief on what there is of some states, which are named in the order given."""
    words = words if matter.reading.whole else words.of_a_part()
    catalogue = words.catalogue
    shown = tuple(states) if len(states) <= _PAIR else ()  # of more states each sentence names its own
    copies = {h: p.voice for h, p in matter.archive.papers.items() if h != p.voice}
    footnotes = Footnotes(lru_cache(maxsize=None)(book.document), words, copies)
    papers, fields_of = matter.archive.papers, matter.fields_of.__getitem__
    writer = Writer(words, footnotes, grounder, fields_of, shown, options.as_of, lambda hash_: papers[hash_].published)
    for record in matter.sure:
        writer.try_out(record)  # before any is shown: what is withheld is withheld everywhere, and counted
    page = _Page(writer, matter, tuple(states), options)
    glance, sections = page.glance(), page.sections()
    apart = disagreements(writer, page.told, max(1, round(_DISAGREE * options.tight)))
    out = _left_out(book, words, writer, matter, options)
    brief = Brief(
        title=_title(catalogue, words, states, options.topic),
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
    return brief.but(scope=_scope(catalogue, brief, matter.reading, words))


@dataclass(frozen=True)
class Matter:
    """What a brief is made of: `sure` records of its states, topic and time; those that are `doubtful`, that are told
    for a `later` day, and how many are `undated` where a time was asked for. `archive` has all that is sure of the
    states, of any topic and time: what became of a promise may stand there, and `lines` are its ledger. `reading`
    tells whether all was read."""

    archive: Archive
    fields_of: Mapping[str, Mapping[str, Field]]
    sure: Sequence[Record]
    doubtful: Sequence[Record]
    later: Sequence[Record]
    undated: int
    lines: Sequence[Commitment]
    reading: Reading

    @classmethod
    def of(
        cls, reading: Reading, states: Sequence[str], options: Options, judge: Callable[[Archive], Sequence[Commitment]]
    ) -> Matter:
        """Of what was read of some states, in whichever order they are named; `judge` makes the ledger of an archive."""
        whole = reading.archive
        fields_of = {name: kind.by_name for name, kind in whole.kinds.items()}
        least = min(len(states), _PAIR)
        about = [r for r in whole.records if len(set(states) & set(r.concerns)) >= least]
        wanted = [r for r in about if not options.topic or options.topic in whole.topics(r)]
        later = [r for r in wanted if _later(r, fields_of[r.kind], options.as_of)]
        gone = {r.id for r in later}
        inside, undated = _inside([r for r in wanted if r.id not in gone], fields_of, options)
        known = tuple(r for r in about if confidence(r) >= options.threshold)
        archive = replace(whole, records=known)
        return cls(
            archive,
            fields_of,
            sorted((r for r in inside if confidence(r) >= options.threshold), key=lambda r: r.id),
            [r for r in inside if confidence(r) < options.threshold],
            later,
            undated,
            judge(archive),
            reading,
        )


@dataclass
class _Page:
    """The glance and the sections of a brief, each made from what its quotes ground."""

    writer: Writer
    matter: Matter
    states: tuple[str, ...]
    options: Options
    told: Archive = field(init=False)
    ledger: tuple[Commitment, ...] = field(init=False)

    def __post_init__(self) -> None:
        held, lines = self.writer.withheld, self.matter.lines
        self.told = replace(self.matter.archive, records=tuple(r for r in self.matter.sure if r.id not in held))
        self.ledger = tuple(c for c in lines if c.record.id in self.told.by_id)
        self.writer.settled = frozenset(c.record.id for c in lines if c.outcome not in ("open", "unverified"))

    @cached_property
    def relations(self) -> Relations:
        command = asked("course", self.states, self.options.topic) if len(self.states) == _PAIR else ""
        return Relations(self.writer, self.told, self.options.as_of, command)

    @cached_property
    def groups(self) -> Mapping[tuple[str, ...], Sequence[Record]]:
        """The records by group of states, where there are more than two; else all of them."""
        if len(self.states) <= _PAIR:
            return {self.states: self.told.records}
        return by_group(self.told.records, self.states)

    def _section_of(self, record: Record) -> str:
        return self.told.kinds[record.kind].section(record.values)

    def _glance_of(self, states: tuple[str, ...]) -> Glance:
        as_of, by_id = self.options.as_of, self.matter.archive.by_id
        writer = replace(self.writer, states=states if len(states) < len(self.states) else self.writer.states)
        return Glance(writer, self.matter.fields_of, self._section_of, states, as_of, self.ledger, by_id)

    def glance(self) -> tuple[Line, ...]:
        """The lines of all records; before them, of three states or more, one line for each group of them."""
        lines = [
            self._glance_of(group).pair(named(self.writer, group), records)
            for group, records in self.groups.items()
            if len(self.states) > _PAIR
        ]
        whole = self.matter.reading.whole  # of a part there is no balance
        every = self._glance_of(self.states).build(
            self.told.records, lambda: self.relations.latest() if whole else None
        )
        return (*(line for line in lines if line), *every)

    def sections(self) -> tuple[Section, ...]:
        """All sections, in their order."""
        options, pair, several = self.options, len(self.states) == _PAIR, len(self.states) >= _PAIR
        shared = self.groups[self.states]
        chart = trade_chart(self.writer, shared, self.states) if pair else None
        promises = Promises(self.writer, self.ledger, self.matter.archive.by_id, options.as_of)
        made: dict[str, Callable[[int], Sequence[Section]]] = {
            "course": lambda _: self.relations.section() if several and self.matter.reading.whole else (),
            "commitments": partial(promises.section, command=self._asked("commitments")),
            "pairs": self._pairs,
        }
        if options.changes_since:
            made["changes"] = self._changes
        fields_of, topic = self.matter.fields_of, options.topic
        sections = Sections(
            self.writer, fields_of, self._section_of, self.states, options.as_of, options.tight, chart, made, topic
        )
        found = sections.build(shared)
        return found if len(self.states) <= _PAIR else tuple(map(self._shared, found))

    def _shared(self, section: Section) -> Section:
        """A section of what all of three states or more share, called so."""
        if section.key.startswith("pair-") or section.key in ("changes", "course", "commitments"):
            return section
        return replace(section, title=self.writer.words.catalogue.text("label.shared", section=section.title))

    def _asked(self, command: str) -> str:
        return asked(command, self.states, self.options.topic, between=True)

    def _pairs(self, most: int) -> tuple[Section, ...]:
        as_of, fields_of = self.options.as_of, self.matter.fields_of
        return tuple(
            group_section(replace(self.writer, states=group), group, records, fields_of, as_of, most)
            for group, records in self.groups.items()
            if group != self.states
        )

    def _changes(self, most: int) -> tuple[Section, ...]:
        since = self.options.changes_since
        command = asked(f"changes --since {since[:10]}", self.states, between=True)
        return (news(self.writer, self.told, since, most, command),)


def _left_out(book: Book, words: Words, writer: Writer, matter: Matter, options: Options) -> LeftOut:
    text = words.catalogue.text
    fields_of, most = matter.fields_of, options.lines_left
    dates = {r.id: words.date(str(when(r, fields_of[r.kind], Role.WHEN, Role.PERIOD)), "plain") for r in matter.later}
    outside = [text("left.later", record=i, date=d) for i, d in sorted(dates.items())]
    outside += [text("left.undated", n=matter.undated)] if matter.undated else []
    held = writer.withheld.values()
    return left_out(words, held, matter.doubtful, book.skipped(), outside, options.threshold, most)


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


def _title(catalogue: Catalogue, words: Words, states: Sequence[str], topic: str) -> str:
    names = [words.state(s, article=False) for s in states]
    on = words.catalogue.word("any", "topic", topic) if topic else ""
    if not names:
        return catalogue.text("label.title_topic", topic=on[:1].upper() + on[1:])
    about = words.join(names)
    return catalogue.text("label.title_on" if on else "label.title", states=about, topic=on)


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


def _scope(catalogue: Catalogue, brief: Brief, reading: Reading, words: Words) -> str:
    number = len(brief.sources)
    documents = catalogue.text("label.document_one" if number == 1 else "label.document_many", n=number)
    scope = catalogue.text("label.scope", documents=documents, statements=len(brief.statements()))
    if reading.whole:
        return scope
    some, every = words.number(len(reading.archive.records)), words.number(reading.there)
    return f"{scope} {catalogue.text('label.scope_some', read=some, there=every)}"
