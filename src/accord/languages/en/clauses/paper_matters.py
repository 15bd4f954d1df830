"""What the papers of a signing are on, where the next sentence tells it: "They concern customs, visas and the port"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.languages import patterns as re
from accord.languages.en.names.paper_counts import called_on
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention, Sentence

__all__ = ["matters"]

_PAPERS = r"(?:documents|agreements|instruments|papers|memoranda|treaties|accords|protocols|mous|pacts|deals|ones|texts|conventions)"
_NUMBER = r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d+)"
_KEPT = r"(?:(?:other|remaining|new|signed|last) )*"
_OPENS = re.compile(
    rf"(?:they|these|those|the (?:others|rest|remainder)|(?:the|these|those) {_KEPT}(?:{_NUMBER}(?: {_KEPT}{_PAPERS})?|{_PAPERS}))\s+"
    r"(?:mainly |all |also |variously )?(?:concern(?:ed)?|cover(?:ed)?|relate[d]?(?:, [^,]{4,24},)? to|deal(?:t)? with|regard(?:ed)?|are on|were on|govern(?:ed)?|touch(?:ed)? (?:up)?on)\s+",
    re.IGNORECASE,
)
_NUMBERS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))
_ACTS = ("sign", "exchange", "adopt", "ratify", "approve", "initial")


def matters(
    lines: Sequence[Line], rows: Sequence[Sentence], clauses: Sequence[Clause], mentions: list[Mention]
) -> list[Clause]:
    """A clause for each paper that a sentence behind a signing calls by its subject; puts these papers into `mentions`."""
    found: list[Clause] = []
    for index, line in enumerate(lines):
        opened = _OPENS.match(line.text, line.span.start, line.span.end)
        if opened is None or not index:
            continue
        act = _act(index, rows, clauses)
        if act is None:
            continue
        whole = next(p for p in act.mentions("paper") if p.attributes.get("plural"))
        number = (opened["number"] or "").lower()
        told = _NUMBERS.get(number) or (int(number) if number.isdigit() else None)
        papers = called_on(line, opened.end(), whole, told)
        for old in [m for m in mentions if papers and m.type == "paper" and m.span in line.span]:
            mentions.remove(old)
        mentions.extend(papers)
        rest = tuple(a for a in act.arguments if a.mention.type not in ("paper", "number"))
        found += [
            replace(act, trigger=p.span, scope=line.span, sentence=index, arguments=(Argument(p, "object"), *rest))
            for p in papers
        ]
    return found


def _act(index: int, rows: Sequence[Sentence], clauses: Sequence[Clause]) -> Clause | None:
    """What was done with several papers in one of the two sentences before."""
    near = [c for c in clauses if index - 2 <= c.sentence < index and rows[index].block - rows[c.sentence].block < 2]
    told = [
        c
        for c in near
        if c.concept in _ACTS
        and c.status in ("reported", "planned")
        and any(p.attributes.get("plural") for p in c.mentions("paper"))
    ]
    return max(told, key=lambda c: c.sentence, default=None)
