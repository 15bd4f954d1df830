"""The four views of an English document, put together."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Block, Document, Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.clauses.admissions import admissions
from accord.languages.en.clauses.bare_sittings import bare_sittings, of_session
from accord.languages.en.clauses.blocs import bodies_meant, unlisted
from accord.languages.en.clauses.clauses import clauses_of
from accord.languages.en.clauses.dating import dated
from accord.languages.en.clauses.entries import of_entries, under_dates
from accord.languages.en.clauses.frames import located, of_own_paper, sessions
from accord.languages.en.clauses.last_bodies import decided, last_foundings
from accord.languages.en.clauses.lists import with_lists
from accord.languages.en.clauses.more_sittings import more_sittings, of_each_body
from accord.languages.en.clauses.occasion import occasion_of, on_occasion
from accord.languages.en.clauses.paper_acts import paper_acts
from accord.languages.en.clauses.sittings import sittings
from accord.languages.en.clauses.standing import first_runs, memberships, of_it, ordinals
from accord.languages.en.contacts.contacts import contacts
from accord.languages.en.doings.doings import doings
from accord.languages.en.doings.incidents import incidents
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
from accord.languages.en.rows.told import with_rows
from accord.languages.en.text.blocks import read_blocks
from accord.languages.en.text.chronology import entries
from accord.languages.en.text.issued import issued
from accord.languages.en.text.phrases import Line, by_line
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
    named = days_of_cells(lines, _replaced(lines, named, under_dates(lines, rows, told)))
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
    early = rows[min(2, len(rows) - 1)].span.end if rows else 0
    pair, pair_spans = pair_of(lines, sorted([*found], key=lambda m: m.span.start), early)
    found = with_currencies(document.text, lines, _placed(lines, found, pair), pair)
    found += [*pair_mentions(lines, found, pair, pair_spans), *whole_borders(lines, found, pair, pair_spans)]
    found = abroad(lines, sorted([*found, *gates(lines, found)], key=_order), pair, pair_spans)
    found = linked_states(lines, of_the_pair(lines, found, pair, pair_spans), pair, pair_spans)
    found = _with_pronouns(lines, at_home(lines, sorted(found, key=_order), pair, document.publisher))
    found = its_paper(lines, own_title(lines, sorted(found, key=_order)))
    found = members(sorted([*found, *aliases(lines, found), *unlisted(lines, found)], key=_order))
    found = fullest_projects(definite_bodies(_papers(document.text, lines, sorted(found, key=_order))))
    today = header[0] if header else document.published
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
    clauses = of_each_body(document.text, bare_sittings(lines, clauses, found), found)
    clauses = [*of_session(lines, clauses), *done]
    clauses, listed = with_lists(lines, rows, blocks, clauses, found)
    clauses = located(lines, of_own_paper(lines, dated(lines, sessions(clauses, found), found), found))
    clauses = on_occasion(lines, clauses, occasion_of(lines, clauses, found, today), listed, today)
    clauses += figures(lines, [r.block for r in rows], found, clauses, pair, pair_spans, today)
    clauses += incidents(lines, found, pair, pair_spans, today)
    together = told_together(lines, found, pair)
    clauses += promises(lines, found, clauses, pair, pair_spans, together, document.published, header)
    clauses += [*contacts(lines, found, pair, pair_spans, today), *works_told(lines, found, clauses, today)]
    found, clauses, heads, of_rows = with_rows(lines, found, clauses, pair, pair_spans, today)
    clauses = sorted(voiced(lines, found, of_entries(lines, clauses), document.publisher), key=_in_text)
    views = Views(document, blocks, rows, tuple(found), tuple(clauses), pair, pair_spans, together, today)
    return with_guesses(views, heads, of_rows)


def _placed(lines: Sequence[Line], found: list[Mention], pair: tuple[str, ...]) -> list[Mention]:
    """The mentions, places of several states as those of the pair, in the lines too."""
    placed = placed_by_pair(found, pair)
    _replace(lines, {id(a): b for a, b in zip(found, placed, strict=True) if a is not b})
    return placed


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


def _replaced(lines: Sequence[Line], found: list[Mention], changed: dict[int, Mention]) -> list[Mention]:
    """The mentions with those changed in their places, in the lines too."""
    _replace(lines, changed)
    return [changed.get(id(m), m) for m in found]


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
