"""What is told in a document, or in a section of it: its clauses, one reader after the other."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Block, Document, Span
from accord.languages.en.clauses.admissions import admissions
from accord.languages.en.clauses.bare_sittings import bare_sittings, of_session
from accord.languages.en.clauses.blocs import bodies_meant
from accord.languages.en.clauses.clauses import clauses_of
from accord.languages.en.clauses.dating import dated
from accord.languages.en.clauses.entries import of_entries
from accord.languages.en.clauses.fragment_sittings import fragment_sittings
from accord.languages.en.clauses.frames import located, of_own_paper, sessions
from accord.languages.en.clauses.labelled_members import labelled_members
from accord.languages.en.clauses.labelled_papers import labelled_papers
from accord.languages.en.clauses.last_bodies import decided, last_foundings
from accord.languages.en.clauses.listed_status import as_led
from accord.languages.en.clauses.lists import with_lists
from accord.languages.en.clauses.more_sittings import more_sittings, of_each_body
from accord.languages.en.clauses.occasion import Occasion, occasion_of, on_occasion
from accord.languages.en.clauses.paper_acts import paper_acts
from accord.languages.en.clauses.sittings import sittings
from accord.languages.en.clauses.standing import first_runs, memberships, of_it
from accord.languages.en.contacts.contacts import contacts
from accord.languages.en.contacts.listed_talks import listed_talks
from accord.languages.en.datelines import over_years
from accord.languages.en.doings.doings import doings
from accord.languages.en.doings.incidents import incidents
from accord.languages.en.doings.labelled import labelled_things
from accord.languages.en.doings.listed_links import listed_links
from accord.languages.en.doings.listed_posts import listed_posts
from accord.languages.en.doings.works_told import works_told
from accord.languages.en.figures.figures import figures
from accord.languages.en.learnt.guesses import with_guesses
from accord.languages.en.named import Part, named_in
from accord.languages.en.promises.promises import promises
from accord.languages.en.referents import told_together
from accord.languages.en.rows.told import with_rows
from accord.languages.en.text.phrases import by_line
from accord.languages.en.voices.opinions import voiced
from accord.languages.views import Clause, Mention, Views
from accord.values import Period

__all__ = ["About", "told_in"]

About = tuple[tuple[str, ...], tuple[Span, ...]]
"""States, and the words that name them."""


def told_in(
    document: Document, blocks: tuple[Block, ...], part: Part, header: tuple[Period, Span] | None, about: About
) -> Views:
    """What a part tells of what is named in it (`about`: the states that it is about, with their words)."""
    lines, rows = part.lines, part.rows
    pair, pair_spans = about
    today = header[0] if header else document.published
    found = named_in(document.text, part, pair, pair_spans, document.publisher)
    here = by_line(lines, found)
    clauses = labelled_members(lines, found, _by_sentence(part, here, found, about), pair, pair_spans)
    done = admissions(lines, clauses, of_it(lines, doings(lines, found, today), found), here)
    clauses = fragment_sittings(lines, bare_sittings(lines, clauses, found), found)
    clauses = of_each_body(document.text, clauses, found)
    listing, links = listed_links(lines, done, today)
    found += links
    clauses = as_led(lines, [*of_session(lines, clauses), *done, *listing])
    clauses, listed = with_lists(lines, rows, blocks, clauses, found)
    clauses = labelled_papers(lines, clauses, found, pair, pair_spans)
    clauses = located(lines, of_own_paper(lines, dated(lines, sessions(clauses, found), found), found))
    occasion = Occasion() if today is None and over_years(lines) else occasion_of(lines, clauses, found, today)
    clauses = on_occasion(lines, clauses, occasion, listed, today)
    clauses += figures(lines, [r.block for r in rows], found, clauses, pair, pair_spans, today)
    here = by_line(lines, found)
    clauses += incidents(lines, here, pair, pair_spans, today)
    together = len(part.heads) > 1 or told_together(lines, found, pair)
    clauses += promises(lines, found, clauses, pair, pair_spans, together, document.published, header)
    met = as_led(lines, [*contacts(lines, found, pair, pair_spans, today)])
    met += listed_talks(lines, found, [*clauses, *met], pair, today)
    clauses += [*met, *works_told(lines, here, clauses, today)]
    clauses = listed_posts(lines, labelled_things(lines, here, clauses), today)
    found, clauses, silent, of_rows = with_rows(lines, found, clauses, pair, pair_spans, today)
    clauses = sorted(voiced(lines, found, of_entries(lines, clauses, today), document.publisher), key=_in_text)
    views = Views(document, blocks, rows, tuple(found), tuple(clauses), pair, pair_spans, together, today)
    return with_guesses(views, silent, of_rows)


def _by_sentence(part: Part, here: Sequence[list[Mention]], found: Sequence[Mention], about: About) -> list[Clause]:
    """What each sentence tells by itself of papers, bodies and members."""
    clauses, meant = list[Clause](), bodies_meant(part.lines, found)
    for index, (line, own) in enumerate(zip(part.lines, here, strict=True)):
        clauses += decided(line, paper_acts(line, index, clauses_of(line, own, index, part.titles[id(line)]), own))
        clauses += [
            *more_sittings(line, index, own, sittings(line, index, own)),
            *decided(line, last_foundings(line, index, own, clauses)),
        ]
        clauses += memberships(line, index, [*own, *meant[index]], *about)
        below = part.lines[index + 1] if line.kind == "headline" and index + 1 < len(part.lines) else None
        clauses += first_runs(line, index, own, next((d for d in line.dates if d.period), None), below)
    return clauses


def _in_text(clause: Clause) -> tuple[int, str]:
    return clause.trigger.start, clause.concept
