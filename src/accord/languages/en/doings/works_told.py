"""What a document tells of each work of infrastructure: all sentences in which the work is seen are weighed, and the
likeliest actions kept; where none stands out, whatever is likelier than nothing. Clauses of the concepts `work/ACTION`, and
`work/seen` of the sentences that tell nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.doings.referring import definite, heads
from accord.languages.en.doings.works_evidence import NONE, Seen, Work, outcomes, work_evidence
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.weights import Features, weights_of
from accord.languages.views import Argument, Clause, Mention, one_name
from accord.values import Period

__all__ = ["gathered", "works_told"]

_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "plant station dam hydropower hydroelectric power solar wind reservoir farm park nuclear barrage hpp cascade scheme",
        "railway railroad rail road line highway motorway corridor track route section stretch link branch spur branch",
        "bridge causeway tunnel crossing viaduct link structure span",
        "line cable interconnector interconnection link kv grid",
        "pipeline pipe canal channel line duct",
        "port terminal airport quay berth pier depot hub silo complex zone facility post runway harbour",
    )
)
# What the readers' clauses say, as actions.
_READ = {
    "construct": "construction",
    "begin": "construction",
    "complete": "completed",
    "inaugurate": "inaugurated",
    "use": "inaugurated",
    "plan": "planned",
    "propose": "planned",
    "announce": "announced",
    "suspend": "suspended",
    "cancel": "cancelled",
    "visit": "visited",
    "agree": "agreed",
}
# Least chances: of an action, of one that a reader tells as well, of one that it tells beside another with a day of its own.
_SURE, _READ_TOO, _STAGE = 0.4, 0.15, 0.02
_SILENT = 0.25  # chance that none of all its sentences tells anything of a work, under which one of them does
_STUDIED = frozenset(("study of it", "study for it", "study on it", "study into it"))
_JOINED = frozenset(("pipeline", "railway", "bridge", "power-line", "hydropower", "power-plant"))
_ANOTHER = re.compile(r"(?:second|third|another|new|other|old|existing)\b", re.IGNORECASE)
_ENDS = frozenset(("port", "airport"))
# What becomes of talks on a work does not become of it: "the X dam talks", "negotiations over the operation of the X dam".
_TALKED = re.compile(r"\s+(?:talks|negotiations|dispute|row)\b", re.IGNORECASE)
_TALKS = re.compile(
    r"\b(?:negotiations?|talks|discussions?|dialogue)\b[^.;]{0,80}\b(?:over|on|about)\s+(?:the\s+)?(?:\w+\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\b(?:connect|link|join)(?:s|ed|ing)?\b[^.;,]{0,60}$")
_ANY = frozenset("project work works scheme facility construction undertaking".split())
_DONE = ("project/", "project-last/")
_REACH = 8  # sentences that "the line" looks back
_BARE = frozenset("construction work works building".split())  # that open a sentence on the work told last


def works_told(
    lines: Sequence[Line], here: Sequence[Sequence[Mention]], clauses: Sequence[Clause], today: Period | None
) -> list[Clause]:
    """The clauses of all works, in no order; `here` are the mentions line by line."""
    found: list[Clause] = []
    for work in gathered(lines, here, clauses):
        titles = frozenset(s.index for s in work.seen if lines[s.index].kind in ("headline", "heading"))
        seen = sorted(work.seen, key=lambda s: s.index in titles)
        odds = [(s, _chances(work_evidence(lines, here, work, s, today))) for s in seen]
        told = [_clause(lines, seen, outcome) for seen, outcome in decided(odds, titles)]
        silent = (s for s in work.seen if not any(c.sentence == s.index for c in told))
        found += (*told, *(_clause(lines, s, "seen/reported") for s in silent))
    return found


def _chances(found: Features) -> dict[str, float]:
    """The probability of each outcome; a work that is only studied is spoken of, not yet planned."""
    chances = outcomes(found, weights_of("works_action"), weights_of("works_status"))
    if found.keys() & _STUDIED:
        planned = [c for c in chances if c.startswith("planned/")]
        chances["mentioned/reported"] += sum(chances.pop(c) for c in planned)
    return chances


def decided(
    odds: Sequence[tuple[Seen, dict[str, float]]], titles: frozenset[int] = frozenset()
) -> Iterator[tuple[Seen, str]]:
    """The outcomes that hold: of each sentence those likely enough, of `titles`, which stand last, what no sentence tells;
    where there is none, the likeliest of the sentence which most surely speaks of the work, unless that is nothing and the
    other sentences say no more."""
    told: dict[str, tuple[float, Seen]] = {}
    for seen, chances in odds:
        read, stages = _read(seen), _stages(seen)
        for outcome, chance in chances.items():
            if outcome == NONE or outcome.startswith("mentioned"):
                continue
            least = _STAGE if outcome in stages else _READ_TOO if len(read) > 1 and outcome in read else _SURE
            known = told.get(outcome, (0.0,))[0]
            if chance < least or known >= chance or (known and seen.index in titles):
                continue
            if seen.index in titles:  # rather by the sentence that tells it too
                seen = next((s for s, _ in odds if s.index not in titles and outcome in _read(s)), seen)
            told[outcome] = chance, seen
    if told:
        yield from ((seen, outcome) for outcome, (_, seen) in told.items())
        return
    seen, chances = min(odds, key=lambda o: o[1][NONE])
    likeliest = max(chances, key=lambda c: chances[c])
    if likeliest == NONE and prod(c[NONE] for _, c in odds) < _SILENT:
        seen, chances = max(odds, key=lambda o: max(c for outcome, c in o[1].items() if outcome != NONE))
        likeliest = max((c for c in chances if c != NONE), key=lambda c: chances[c])
    if likeliest != NONE:
        yield seen, likeliest


def _read(seen: Seen) -> set[str]:
    """The outcomes that the readers tell."""
    acts = [(c.concept.partition("/")[2], c.status) for c in seen.acts]
    return {f"{_READ[act]}/{status}" for act, status in acts if act in _READ}


def _stages(seen: Seen) -> set[str]:
    """The outcomes that the readers tell one after the other, each with a day of its own ("begun in 2019, halted in 2021")."""
    acts = [c for c in seen.acts if c.concept.partition("/")[2] in _READ]
    found: dict[object, str] = {}
    for clause in sorted(acts, key=lambda c: not c.nominal):
        found.setdefault(clause.when and clause.when.span, f"{_READ[clause.concept.partition('/')[2]]}/{clause.status}")
    told = set(found.values())
    return told if len(told) > 1 else set()


def _clause(lines: Sequence[Line], seen: Seen, outcome: str) -> Clause:
    action, _, status = outcome.partition("/")
    line = lines[seen.index]
    acts = sorted(seen.acts, key=lambda c: (_READ.get(c.concept.partition("/")[2]) != action, c.when is None))
    act = next(iter(acts), None)
    dates = [d for d in line.dates if d.period is not None and not line.term(d)]
    when = act.when if act is not None else dates[0] if len(dates) == 1 else None
    scope, trigger = (act.scope, act.trigger) if act is not None else (seen.mention.span, seen.mention.span)
    more = act.arguments if act is not None else ()
    arguments = (Argument(seen.mention, "object"), *(a for a in more if a.mention.type == "state"))
    dated = when if action != "mentioned" else None
    return Clause(f"work/{action}", trigger, scope, seen.index, arguments, dated, status)


# ------------------------------------------------------------------ which works, and where they are seen
def gathered(lines: Sequence[Line], here: Sequence[Sequence[Mention]], clauses: Sequence[Clause]) -> list[Work]:
    """The works of a document, each with the sentences that name it, refer to it or say what is done with it."""
    works: list[Work] = []
    acts: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.concept.startswith(_DONE):
            acts.setdefault(clause.sentence, []).append(clause)
    for index, line in enumerate(lines):
        told = acts.get(index, [])
        for mention in here[index]:
            if (
                mention.type in ("project", "work")
                and mention.name
                and not mention.definite
                and not _end(line, mention)
                and not _TALKED.match(line.text, mention.span.end)
            ):
                talks = _TALKS.search(line.text, line.span.start, mention.span.start)
                _put(
                    works,
                    Seen(index, mention, "name", [c for c in told if not (talks and _ended(c)) and _about(c, mention)]),
                )
        for clause in told:
            for thing in clause.mentions("project"):
                if _TALKED.match(line.text, thing.span.end):
                    continue
                work = _known(works, thing.name)
                if thing.name.startswith("second ") and (work is None or thing.name not in work.names):
                    works.append(Work(thing, [thing.name], [Seen(index, thing, "act", [clause])]))
                elif work is None or not any(s.index == index for s in work.seen):
                    _put(works, Seen(index, thing, "act", [c for c in told if _about(c, thing)]))
        for work, span, how in _again(line, index, works):
            antecedents = (work.first.span,)
            _put(works, Seen(index, work.first.but(span=span, antecedents=antecedents), how))
    return _united(works)


def _united(works: list[Work]) -> list[Work]:
    """The works, one that is only described ("a gas pipeline to China") put together with the only one of its sort that has
    a name, unless a sentence tells of both."""
    named = [w for w in works if w.first.attributes.get("named")]
    for work in [w for w in works if not w.first.attributes.get("named") and w.first.form in _JOINED]:
        same = [w for w in named if w.first.form == work.first.form]
        apart = _ANOTHER.match(work.first.name) is not None
        if len(same) != 1 or apart or {s.index for s in work.seen} & {s.index for s in same[0].seen}:
            continue
        one = same[0].first
        for seen in work.seen:
            told = seen.mention.but(name=one.name, states=seen.mention.states or one.states)
            same[0].seen.append(Seen(seen.index, told, seen.how, seen.acts))
        same[0].seen.sort(key=lambda s: s.index)
        same[0].names += work.names
        works.remove(work)
    return works


def _ended(clause: Clause) -> bool:
    return clause.concept.endswith(("/cancel", "/suspend"))


def _end(line: Line, mention: Mention) -> bool:
    """Whether a port is told as what a line joins ("the railway will connect Suva Port with the interior")."""
    return mention.form in _ENDS and _JOINING.search(line.text, line.span.start, mention.span.start) is not None


def _about(clause: Clause, mention: Mention) -> bool:
    return any(t.name == mention.name for t in clause.mentions("project"))


def _put(works: list[Work], seen: Seen) -> None:
    work = _known(works, seen.mention.name)
    if work is None:
        works.append(Work(seen.mention, [seen.mention.name], [seen]))
        return
    if seen.mention.name not in work.names:
        work.names.append(seen.mention.name)
    if not any(s.index == seen.index for s in work.seen):
        work.seen.append(seen)


def _known(works: Sequence[Work], name: str) -> Work | None:
    return next((w for w in works if any(one_name(name, n) for n in w.names)), None)


def _again(line: Line, index: int, works: Sequence[Work]) -> Iterator[tuple[Work, Span, str]]:
    """The works that "the line", "the project" or an opening "it" stand for, named not long before."""
    near = [w for w in works if 0 <= index - w.seen[-1].index <= _REACH]
    if not near:
        return
    nouns = heads("project")
    for i in range(len(line.tokens)):
        low = line.low(i)
        bare = i == 0 and low in _BARE
        if bare or (low in nouns and not line.tokens[i].capital and definite(line, i) and not line.covered(i)):
            for work in sorted(near, key=lambda w: -w.seen[-1].index):
                if low in _ANY or _kin(low, work):
                    if work.seen[-1].index != index:
                        yield work, line.slice(i, i + 1), "noun"
                    break
    last = [w for w in near if w.seen[-1].index == index - 1]
    if len(last) == 1 and line.low(0) == "it" and line.kind == "paragraph":
        yield last[0], line.slice(0, 1), "it"


def _kin(noun: str, work: Work) -> bool:
    """Whether a noun may stand for a work by its name."""
    words = {w for name in work.names for w in re.split(r"[\s–—-]+", name.lower())}
    return noun in words or any(noun in family and family & words for family in _FAMILIES)
