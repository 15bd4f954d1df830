"""The four views of an English document, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.document import Block, Document, Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.clauses.admissions import admissions
from accord.languages.en.clauses.bare_sittings import bare_sittings, of_session
from accord.languages.en.clauses.blocs import bodies_meant, unlisted
from accord.languages.en.clauses.clauses import clauses_of
from accord.languages.en.clauses.dating import dated
from accord.languages.en.clauses.entries import of_entries, under_dates
from accord.languages.en.clauses.fragment_sittings import fragment_sittings
from accord.languages.en.clauses.frames import located, of_own_paper, sessions
from accord.languages.en.clauses.last_bodies import decided, last_foundings
from accord.languages.en.clauses.labelled_papers import labelled_papers
from accord.languages.en.clauses.listed_status import as_led
from accord.languages.en.clauses.lists import with_lists
from accord.languages.en.clauses.more_sittings import more_sittings, of_each_body
from accord.languages.en.clauses.occasion import Occasion, occasion_of, on_occasion
from accord.languages.en.clauses.paper_acts import paper_acts
from accord.languages.en.clauses.sittings import sittings
from accord.languages.en.clauses.standing import first_runs, memberships, of_it, ordinals
from accord.languages.en.contacts.contacts import contacts
from accord.languages.en.datelines import over_years
from accord.languages.en.doings.doings import doings
from accord.languages.en.doings.incidents import incidents
from accord.languages.en.doings.labelled import labelled_things
from accord.languages.en.doings.listed_links import listed_links
from accord.languages.en.doings.works_told import works_told
from accord.languages.en.figures.figures import figures
from accord.languages.en.homes import abroad, at_home
from accord.languages.en.learnt.guesses import with_guesses
from accord.languages.en.names.aliases import aliases
from accord.languages.en.names.deeds import deeds, manners, unknown_places
from accord.languages.en.names.gates import gates, whole_borders
from accord.languages.en.names.link_states import linked_states
from accord.languages.en.names.names import find_names, placed_by_pair
from accord.languages.en.names.own_title import own_title
from accord.languages.en.names.paper_subjects import with_subjects
from accord.languages.en.names.papers import find_papers
from accord.languages.en.names.people import find_people, outside_names
from accord.languages.en.names.things import find_things
from accord.languages.en.paper_referents import definite_papers, each_of_two, its_paper
from accord.languages.en.promises.promises import promises
from accord.languages.en.referents import (
    definite_bodies,
    fullest_projects,
    led_in,
    members,
    of_the_pair,
    pair_mentions,
    pair_of,
    pronouns,
    somebody_else,
    told_together,
)
from accord.languages.en.rows.early import days_of_cells
from accord.languages.en.rows.told import in_cells, with_rows
from accord.languages.en.text.blocks import read_blocks
from accord.languages.en.text.chronology import entries, entry_days
from accord.languages.en.text.issued import issued
from accord.languages.en.text.leads import leads
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.en.text.sections import Section, sections
from accord.languages.en.text.tokens import sentences, tokenize
from accord.languages.en.values.amounts import amounts
from accord.languages.en.values.dates import dates, lead_day
from accord.languages.en.values.tender import with_currencies
from accord.languages.en.voices.opinions import voiced
from accord.languages.views import Clause, Mention, Sentence, Views
from accord.values import Period

__all__ = ["view"]

_DOLLAR = re.compile(r"[$]| dollars?\b", re.IGNORECASE)  # "US$" and "million US dollars" name no state


def view(document: Document) -> Views:
    """Read a document as English."""
    blocks = read_blocks(document)
    rows = sentences(document.text, blocks, told := entries(document.text, blocks))
    header = _header(document, blocks, rows)
    lines, named = _lines(document, blocks, rows, header)
    leads(lines, rows, blocks)
    today = header[0] if header else document.published
    days = entry_days(document.text, blocks, told, today)
    named = days_of_cells(lines, _redated(lines, named, *under_dates(lines, rows, told, days)))
    people, _ = find_people(document.text, [line.tokens for line in lines], [line.at for line in lines])
    for line in lines:
        _cover(line, [m for m in people if m.span in line.span])
    found = [*outside_names(document.text, named, people), *people]
    titles: dict[int, list[Span]] = {}
    for line in lines:
        papers = list(find_papers(line))
        found += papers
        found += find_things(line, papers)
        found += ordinals(line)
        found += deeds(line)
        found += manners(line)
        found += unknown_places(line, [m.span for m in found if m.span.overlaps(line.span)])
        titles[id(line)] = [p.span for p in papers]
        line.dates = [d for d in line.dates if not line.calls_paper(d, ())]
    parts = [_part(s, rows, lines, found, titles) for s in sections(lines, rows, blocks)]
    reads = [_read(document, blocks, part, header) for part in parts]
    return reads[0] if len(reads) == 1 else _joined(reads, rows)


@dataclass(frozen=True, slots=True)
class _Part:
    """What was named in the sentences that are read together, and the states of the heading that they stand under."""

    rows: tuple[Sentence, ...]
    lines: list[Line]
    found: list[Mention]
    titles: dict[int, list[Span]]
    heads: tuple[Mention, ...]
    own: Mention | None


def _part(
    section: Section,
    rows: tuple[Sentence, ...],
    lines: list[Line],
    found: list[Mention],
    titles: dict[int, list[Span]],
) -> _Part:
    """A section's share of what was named, its sentences counted from 0."""
    if section.end - section.first == len(lines):
        return _Part(rows, lines, found, titles, section.heads, section.own)
    own = lines[section.first : section.end]
    start, end = own[0].span.start, own[-1].span.end
    within = [m for m in found if start <= m.span.start < end]
    told = tuple(replace(row, index=i) for i, row in enumerate(rows[section.first : section.end]))
    return _Part(told, own, within, titles, section.heads, section.own)


def _joined(reads: Sequence[Views], rows: tuple[Sentence, ...]) -> Views:
    """A digest: what its sections tell as one, each with the pair that it is about."""
    clauses, mentions, first = list[Clause](), list[Mention](), 0
    for read in reads:
        clauses += [replace(c, sentence=c.sentence + first) for c in read.clauses]
        mentions += read.mentions
        first += len(read.sentences)
    about = max(reads, key=lambda r: len(r.pair))
    return replace(
        about,
        sentences=rows,
        mentions=tuple(mentions),
        clauses=tuple(clauses),
        together=any(r.together for r in reads),
        guesser=None,
        parts=tuple(reads),
    )


def _about(part: _Part) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that a text or a section is about: those of its heading before those that it names."""
    rows, found = part.rows, sorted(part.found, key=lambda m: m.span.start)
    early = rows[min(2, len(rows) - 1)].span.end if rows else 0
    pair, spans = pair_of(part.lines, found, early)
    told = {m.states[0]: m.span for m in part.heads}
    if len(told) == 1:
        named = {s: span for s, span in zip(pair, spans, strict=True) if s not in told}
        told |= dict(list(named.items())[:1])
    return (tuple(told), tuple(told.values())) if told else (pair, spans)


def _read(document: Document, blocks: tuple[Block, ...], part: _Part, header: tuple[Period, Span] | None) -> Views:
    """What is told in a text, or in a section of it, of what is named there."""
    lines, rows, found, titles = part.lines, part.rows, part.found, part.titles
    today = header[0] if header else document.published
    pair, pair_spans = _about(part)
    placed = placed_by_pair(found, pair)
    _replace(lines, {id(a): b for a, b in zip(found, placed, strict=True) if a is not b})
    found = with_currencies(document.text, lines, placed, pair)
    found += [*pair_mentions(lines, found, pair, pair_spans), *whole_borders(lines, found, pair, pair_spans)]
    found = abroad(lines, sorted([*found, *gates(lines, found)], key=_order), pair, pair_spans)
    found = linked_states(lines, of_the_pair(lines, found, pair, pair_spans), pair, pair_spans)
    found = _with_pronouns(lines, at_home(lines, sorted(found, key=_order), pair, document.publisher, part.own))
    found = its_paper(lines, own_title(lines, sorted(found, key=_order)))
    found = members(sorted([*found, *aliases(lines, found), *unlisted(lines, found)], key=_order))
    found = fullest_projects(definite_bodies(_papers(document.text, lines, sorted(found, key=_order))))
    found = in_cells(document.text, lines, found)
    clauses, meant = list[Clause](), bodies_meant(lines, found)
    for index, (line, own) in enumerate(zip(lines, by_line(lines, found), strict=True)):
        clauses += decided(line, paper_acts(line, index, clauses_of(line, own, index, titles[id(line)]), own))
        clauses += [
            *more_sittings(line, index, own, sittings(line, index, own)),
            *decided(line, last_foundings(line, index, own, clauses)),
        ]
        clauses += memberships(line, index, [*own, *meant[index]], pair, pair_spans)
        below = lines[index + 1] if line.kind == "headline" and index + 1 < len(lines) else None
        clauses += first_runs(line, index, own, next((d for d in line.dates if d.period), None), below)
    done = admissions(lines, clauses, of_it(lines, doings(lines, found, today), found), found)
    clauses = fragment_sittings(lines, bare_sittings(lines, clauses, found), found)
    clauses = of_each_body(document.text, clauses, found)
    listing, links = listed_links(lines, today)
    found += links
    clauses = as_led(lines, [*of_session(lines, clauses), *done, *listing])
    clauses, listed = with_lists(lines, rows, blocks, clauses, found)
    clauses = labelled_papers(lines, clauses, found, pair, pair_spans)
    clauses = located(lines, of_own_paper(lines, dated(lines, sessions(clauses, found), found), found))
    occasion = Occasion() if today is None and over_years(lines) else occasion_of(lines, clauses, found, today)
    clauses = on_occasion(lines, clauses, occasion, listed, today)
    clauses += figures(lines, [r.block for r in rows], found, clauses, pair, pair_spans, today)
    clauses += incidents(lines, found, pair, pair_spans, today)
    together = len(part.heads) > 1 or told_together(lines, found, pair)
    clauses += promises(lines, found, clauses, pair, pair_spans, together, document.published, header)
    met = as_led(lines, [*contacts(lines, found, pair, pair_spans, today)])
    clauses += [*met, *works_told(lines, found, clauses, today)]
    clauses = labelled_things(lines, found, clauses)
    found, clauses, heads, of_rows = with_rows(lines, found, clauses, pair, pair_spans, today)
    clauses = sorted(voiced(lines, found, of_entries(lines, clauses, today), document.publisher), key=_in_text)
    views = Views(document, blocks, rows, tuple(found), tuple(clauses), pair, pair_spans, together, today)
    return with_guesses(views, heads, of_rows)


def _header(document: Document, blocks: tuple[Block, ...], rows: tuple[Sentence, ...]) -> tuple[Period, Span] | None:
    """The day that a text bears or, where it bears none, that its lead tells; None where it is known from elsewhere."""
    if document.published is not None:
        return None
    return issued(document, blocks) or lead_day(document.text, [row.span for row in rows])


def _papers(text: str, lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    """The mentions, papers called by what they are on and as the papers that they stand for."""
    told = definite_papers(with_subjects(lines, mentions, definite=False))
    return each_of_two(text, with_subjects(lines, told, definite=True))


def _in_text(clause: Clause) -> tuple[int, str]:
    return clause.trigger.start, clause.concept


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, mention.type


def _lines(
    document: Document,
    blocks: tuple[Block, ...],
    rows: tuple[Sentence, ...],
    header: tuple[Period, Span] | None,
) -> tuple[list[Line], list[Mention]]:
    """Each sentence with its tokens and the names, dates and amounts in it."""
    text = document.text
    spans = [row.span for row in rows]
    days = dates(text, spans, header[0] if header else document.published)
    if header:
        days = [
            d.but(antecedents=(header[1],)) if d.attributes.get("context") and not d.antecedents else d for d in days
        ]
    figures = amounts(text, spans)
    names = [m for m in find_names(text) if any(m.span in s for s in spans) and not _DOLLAR.match(text, m.span.end)]
    taken = [m.span for m in (*days, *figures) if m.type in ("date", "amount")]
    names = [n for n in names if not any(n.span.overlaps(t) for t in taken)]
    found: list[Mention] = sorted([*days, *figures, *names], key=_order)
    lines = []
    at = 0
    for row in rows:
        while at < len(found) and found[at].span.start < row.span.start:
            at += 1
        end = at
        while end < len(found) and found[end].span.start < row.span.end:
            end += 1
        own = found[at:end]
        tokens = tokenize(text, row.span.start, row.span.end)
        line = Line(text, tokens, [None] * len(tokens), row.span, blocks[row.block].kind, [m for m in own if m.type == "date"],
                    [m for m in own if m.type in ("amount", "number", "change")])  # fmt: skip
        _cover(line, [m for m in own if m.type not in ("amount", "number", "change")])
        lines.append(line)
    return lines, found


def _owns(office: Mention, owner: Mention) -> bool:
    """Whether "his" opens the words of an office ("his defence minister")."""
    his = owner.attributes.get("pronoun") in ("his", "her") and office.span.start == owner.span.start
    whole = office.type == "office" and not office.attributes.get("counterpart") and not office.attributes.get("plural")
    return his and whole and len(owner.states) == 1 and office.span.end > owner.span.end + 1


def _owned(office: Mention, owner: Mention) -> Mention:
    """The office as one of its owner's state."""
    span = Span(owner.span.end + 1, office.span.end)
    name = f"{office.office} of {display(owner.states[0])}"
    attributes = {**office.attributes, "role": name}
    return office.but(
        span=span,
        name=name,
        states=owner.states,
        antecedents=(owner.span, *owner.antecedents),
        definite=False,
        attributes=attributes,
    )


def _subject(line: Line, told: list[Mention], last: Mention | None) -> Mention:
    """Whom a sentence is about: the first of those told in it whom no preposition leads in."""
    order = sorted(told, key=lambda m: m.span.start)
    chosen = next((m for m in order if not led_in(line, m)), order[0])
    named = (m for m in (last, *told) if m is not None and m.name == chosen.name and not m.attributes.get("pronoun"))
    return next(named, chosen) if chosen.attributes.get("pronoun") else chosen


def _replace(lines: Sequence[Line], changed: dict[int, Mention]) -> None:
    for line in lines if changed else ():
        line.at = [changed.get(id(m), m) for m in line.at]


def _redated(
    lines: Sequence[Line], found: list[Mention], changed: dict[int, Mention], new: list[Mention]
) -> list[Mention]:
    """The mentions with the dates changed in their places, in the lines too, and new ones in place of what stood there."""
    _replace(lines, changed)
    kept = [changed.get(id(m), m) for m in found]
    if new:
        kept = [m for m in kept if not any(m.span.overlaps(n.span) for n in new)]
    return sorted({id(m): m for m in (*kept, *new)}.values(), key=_order) if changed or new else kept


def _cover(line: Line, mentions: Sequence[Mention]) -> None:
    for mention in mentions:
        for i, token in enumerate(line.tokens):
            if token.start >= mention.span.end:
                break
            if mention.span.start < token.end:
                line.at[i] = mention


def _with_pronouns(lines: Sequence[Line], mentions: list[Mention]) -> list[Mention]:
    last: Mention | None = None
    expert: Mention | None = None
    for line, here in zip(lines, by_line(lines, mentions), strict=True):
        new = pronouns(line, last, expert, here)
        gone = {id(m) for m in here for n in new if m.span.overlaps(n.span) and m.type in ("office", "group")}
        owned = [_owned(m, n) for m in here for n in new if id(m) in gone and _owns(m, n)]
        if gone or new or owned:
            mentions = [m for m in mentions if id(m) not in gone] + new + owned
        named = [m for m in here if m.type == "person" and id(m) not in gone]
        single = [
            m
            for m in here
            if m.type == "office" and len(m.states) == 1 and not m.attributes.get("plural") and id(m) not in gone
        ]
        if named or single:
            last = _subject(line, [*named, *single[:1]] if not new else [*(named or single[:1]), *new], last)
        elif last is not None and not new and somebody_else(line):
            last = None
        expert = next((m for m in named if m.form == "expert"), expert)
    return mentions
