"""Bodies, crossings, projects, transport links, events, incidents and ties that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages.en.lexicon import topics_of
from accord.languages.en.numbers import ordinal
from accord.languages.en.phrases import DETERMINERS, Line
from accord.languages.views import Mention

__all__ = ["find_things"]

_BODY_MARKS = frozenset(
    "joint intergovernmental interstate bilateral mixed governmental trilateral economic trade business border boundary water demarcation "
    "delimitation coordination consultative ministerial permanent interparliamentary technical high level political military cooperation "
    "coordinating binational steering follow state oversight monitoring river basin investment special supreme strategic partnership energy transport".split()
)
_NOT_BODIES = frozenset("european security election electoral city municipal federation legislative federal ministers africa parliamentary privy town county district national house senate general central elections".split())
_EVENT_MARKS = frozenset("joint international annual bilateral business investment military naval trilateral regional economic trade cultural film".split())


def find_things(line: Line, papers: list[Mention]) -> Iterator[Mention]:
    """All mentions of the kinds above, in no order; those inside a paper's title are left out unless they are ties."""
    inside = [p.span for p in papers if not p.definite]

    def free(mention: Mention) -> bool:
        return not any(mention.span in s for s in inside)

    for finder in (_bodies, _crossings, _projects, _events, _incidents):
        yield from (m for m in finder(line) if free(m))
    yield from _links(line)
    yield from _ties(line)


def _mention(kind: str, line: Line, first: int, last: int, **more: object) -> Mention:
    states: list[str] = []
    spans: list[Span] = []
    for i in range(first, last):
        covered = line.covered(i, "state", "place")
        if covered:
            states += [s for s in covered.states if s not in states]
            if covered.span not in spans:
                spans.append(covered.span)
    return Mention(kind, line.slice(first, last), line.words(first, last), tuple(states), tuple(spans), topics=topics_of(line.lows(first, last)), **more)  # type: ignore[arg-type]


def _bodies(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("bodies"):
        if line.covered(first, "organisation"):
            continue
        start = line.left(first)
        numbered = ordinal(line.low(start)) if start < first else None
        start += numbered is not None
        modifiers = set(line.lows(start, first))
        if line.kind in ("headline", "heading") and line.text[line.span.start : line.span.end].isupper():
            continue
        if modifiers & _NOT_BODIES or line.low(end) == "of" and line.low(end + 1) == "ministers":
            continue
        capital = line.tokens[first].capital
        last = line.right(end, capital) if line.low(end) in ("on", "for", "of") else end
        if line.low(end) == "of" and not capital:
            last = end
        between = line.right(end, False) if line.low(end) == "between" else end
        telling = bool(modifiers & _BODY_MARKS) or last > end and capital
        plural = line.low(end - 1).endswith("s")
        definite = not telling and line.low(start - 1) in ("the", "this", "its")
        if not (telling or definite):
            continue
        mention = _mention("body", line, start, max(last, end), form=form, definite=definite, ordinal=numbered, attributes={"plural": plural, "telling": telling, "titled": capital})
        if between > end:
            more = _mention("body", line, end, between)
            mention = mention.but(states=tuple(dict.fromkeys(mention.states + more.states)), antecedents=mention.antecedents + more.antecedents)
        yield mention


def _name_left(line: Line, head: int) -> int:
    """The first token of the capitalised name that stands before a head noun, passing over small qualifiers."""
    i = head
    while i > 0 and (line.low(i - 1) in ("border", "one", "stop", "-", "frontier", "land", "international", "state", "road", "rail", "automobile", "joint", "automotive") and not (line.tokens[i - 1].capital and line.low(i - 1) not in ("one", "stop", "border", "-"))):
        i -= 1
    name_end = i
    while i > 0:
        token = line.tokens[i - 1]
        if token.low in ("-", "/") and i > 1 and line.tokens[i - 2].word and line.tokens[i - 2].capital:
            i -= 1
        elif token.word and token.capital and not line.covered(i - 1, "person", "office", "date") and (i > 1 or token.low not in DETERMINERS) and not (
            (covered := line.covered(i - 1, "state")) and covered.form.startswith("demonym") and i == name_end):
            i -= 1
        else:
            break
    while i < name_end and line.low(i) in ("the", "two", "a", "-", "new", "key"):
        i += 1
    return i if i < name_end else head


def _crossings(line: Line) -> Iterator[Mention]:
    for first, end, _ in line.find("crossings"):
        names = list(_crossing_names(line, first, end))
        for a, b in names:
            yield _mention("crossing", line, a, b, attributes={"count": len(names)})
        if not names and line.low(end) not in ("",) and "border" in line.lows(max(0, first - 3), end):
            yield _mention("crossing", line, first, end, definite=True, attributes={"plural": line.low(end - 1).endswith("s")})


def _crossing_names(line: Line, first: int, end: int) -> Iterator[tuple[int, int]]:
    start = _name_left(line, first)
    if start < first and line.tokens[start].capital:
        name_end = start
        while name_end < first and (line.tokens[name_end].capital and line.low(name_end) not in ("border", "one", "international", "land", "joint") or line.low(name_end) in ("-", "/") and line.low(name_end + 1) not in ("one", "border")):
            name_end += 1
        more = start
        while line.low(more - 1) in ("and", ",") and more > 1:  # "the A and B crossings"
            previous = _name_left(line, more - 1)
            if previous >= more - 1:
                break
            yield previous, more - 1
            more = previous
        if not (name_end - start == 1 and line.covered(start, "state")):
            yield start, name_end
        return
    i = end
    while line.low(i) in ("at", "of", "in", ":", "—", "-", "named", "called", ",", "-", "on", "the", "known", "as", "namely"):
        i += 1
    while i < len(line.tokens) and i - end < 30:
        quoted = line.low(i) == '"'
        j = i + quoted
        k = j
        while k < len(line.tokens) and (line.tokens[k].word and line.tokens[k].capital and not line.covered(k, "date") or line.low(k) in ("-", "/") and k > j):
            k += 1
        while k > j and line.low(k - 1) in ("-", "/"):
            k -= 1
        if k == j or line.covered(j, "state", "person", "office"):
            return
        yield j, k
        i = k + (quoted and line.low(k) == '"')
        while line.low(i) in (",", "and", "as", "well"):
            i += 1
        if i == k + quoted and not quoted or i == k:
            return


def _projects(line: Line) -> Iterator[Mention]:
    taken = -1
    for first, end, form in line.find("projects"):
        if first < taken:
            continue
        found = _project(line, first, end, form)
        if found:
            taken = end
            yield found


def _project(line: Line, first: int, end: int, form: str) -> Mention | None:
    start = _project_left(line, first)
    lows = line.lows(start, end)
    named = any(line.tokens[i].capital and not ((c := line.covered(i, "state")) and c.form.startswith("demonym")) and (i > 0 or line.covered(i, "place")) for i in range(start, first)) and "border" not in lows
    if not form and (not named or line.low(first) == "canal"):
        return None
    last = end
    if line.low(end) in ("hpp", "npp") or line.low(end) == "-" and line.low(end + 1)[:1].isdigit():
        while last < len(line.tokens) and (line.low(last) == "-" or line.low(last)[:1].isdigit()):
            last += 1
    if not named:
        last = _ends(line, end)
        if last == end or line.low(end - 1) in ("road", "terminal", "port", "corridor", "airport") and not any(line.covered(i, "place") for i in range(end, last)):
            return None
    if line.low(end) == "project":
        last = max(last, end + 1)
    name_last = last - 1 if line.low(last - 1) == "project" else last
    if line.low(first) == "project" and line.low(name_last - 1) == "project":
        name_last -= 1
    if line.low(end - 1) == "project" and not form and form != "hydropower":
        form = _project_form(line.lows(start, end))
    while start < name_last and line.low(start) in ("new", "planned", "key", "strategic", "joint", "major", "so", "called"):
        start += 1
    if name_last <= start:
        return None
    return _mention("project", line, start, name_last, form=form, attributes={"named": named})


def _project_form(words: list[str]) -> str:
    for stem, form in (("hydro", "hydropower"), ("rail", "railway"), ("road", "road"), ("highway", "road"), ("pipeline", "pipeline"), ("gas", "pipeline"), ("bridge", "bridge"), ("airport", "airport"), ("port", "port"), ("line", "power-line"), ("power", "power-plant"), ("casa", "power-line")):
        if any(w.startswith(stem) for w in words):
            return form
    return ""


def _project_left(line: Line, head: int) -> int:
    """The name before a project's head noun: capitals, hyphens, figures ("500kV Datka-Sughd power transmission line")."""
    i = head
    small = frozenset("power electricity transmission high voltage gas oil natural hydropower hydroelectric railway rail road international cross border interstate standard gauge deep water sea dry transit trans regional overhead double circuit".split())
    while i > 0:
        token = line.tokens[i - 1]
        covered = line.covered(i - 1)
        if token.low in ("-", "/") or token.low in small and not line.covered(i - 1, "date") or token.low[:1].isdigit() and line.low(i - 2) == "-":
            i -= 1
        elif token.word and token.capital and not (covered and covered.type in ("person", "office", "date")) and token.low not in DETERMINERS and not (i == 1 and token.low in ("in", "on", "at", "as", "after", "for", "under", "with")):
            i -= 1
        else:
            break
    while i < head and (line.low(i) in ("-", "/", "of") or line.covered(i, "amount") and not line.tokens[i].capital):
        i += 1
    return i


def _ends(line: Line, i: int) -> int:
    """The end of "between A and B", "from A to B", "over the R", "linking A with B" after a project's or link's noun."""
    if line.low(i) not in ("between", "from", "over", "linking", "connecting", "to", "across", "at", "near", "in", "on"):
        return i
    j, last = i + 1, i
    while j < len(line.tokens) and j - i < 16:
        if line.tokens[j].word and line.tokens[j].capital:
            last = j + 1
        elif line.low(j) not in ("the", "and", "to", "with", "-", "river", "of", "city", "port", "town"):
            break
        j += 1
    return last


def _links(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("transport"):
        pairs = _pairs(line, end) or _pairs_before(line, first)
        for a, b, spans in pairs:
            yield Mention("transport", line.slice(line.left(first), end), f"{a}-{b}", tuple(dict.fromkeys(_states_of(spans))), tuple(m.span for m in spans), form=form,
                          attributes={"from": a, "to": b})  # fmt: skip
        if not pairs:
            yield Mention("transport", line.slice(first, end), line.words(first, end), form=form, definite=True)


def _states_of(mentions: list[Mention]) -> list[str]:
    return [s for m in mentions for s in m.states]


def _end_of(line: Line, j: int) -> tuple[Mention, int] | None:
    """The place or state at token j (after an article), and the token after it."""
    while line.low(j) in ("the", "city", "of", "capital"):
        j += 1
    mention = line.covered(j, "place", "state")
    if mention is None or mention.form.startswith("demonym"):
        return None
    while line.covered(j, "place", "state") is mention:
        j += 1
    return mention, j


def _called(mention: Mention) -> str:
    return mention.states[0] if mention.type == "state" and mention.form != "capital" else mention.attributes.get("name", mention.name)


def _pairs(line: Line, i: int) -> list[tuple[str, str, list[Mention]]]:
    """ "between A and B", "from A to B (and C)", "between A-B and C-D", "linking A with B"."""
    for j in range(i, min(i + 6, len(line.tokens))):
        if line.low(j) in (".", ";") or line.finite(j) and line.low(j) not in ("which",):
            return []
        if line.low(j) in ("between", "from", "linking", "connecting", "on", "along") or line.low(j) == "to" and j == i:
            break
    else:
        return []
    left = _end_of(line, j + 1)
    if left is None:
        return []
    pairs: list[tuple[str, str, list[Mention]]] = []
    first, k = left
    while k < len(line.tokens) and line.low(k) in ("and", "to", "-", "—", "with", ","):
        joined = line.low(k)
        following = _end_of(line, k + 1)
        if following is None:
            break
        second, k2 = following
        if joined == "and" and pairs and line.low(k2) in ("-", "—"):
            first, k = second, k2
            continue
        pairs.append((_called(first), _called(second), [first, second]))
        k = k2
    return [p for p in pairs if p[0] != p[1]]


def _pairs_before(line: Line, head: int) -> list[tuple[str, str, list[Mention]]]:
    """ "the Hanoi-Vientiane bus service", "a direct Rabat-Dakar flight"."""
    i = head - 1
    while i > 0 and line.low(i) in ("direct", "regular", "passenger", "weekly", "daily", "new", "freight", "cargo", "-", "cross", "border", "railway", "rail", "international"):
        i -= 1
    second = line.covered(i, "place", "state")
    if second is None or second.form.startswith("demonym"):
        return []
    while i > 0 and line.covered(i, "place", "state") is second:
        i -= 1
    first = line.covered(i - 1, "place", "state") if line.low(i) in ("-", "to", "—", "/") else None
    return [(_called(first), _called(second), [first, second])] if first is not None else []


def _events(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("events"):
        if line.covered(first, "organisation", "amount") and line.covered(first, "organisation"):
            continue
        start = line.left(first)
        modifiers = set(line.lows(start, first))
        last = line.right(end, line.tokens[first].capital) if line.low(end) in ("on", "for", "of", "against") else end
        capital = any(line.tokens[i].capital for i in range(max(start, 1), last))
        if form in ("sanction", "aid", "expulsion", "vote", "ceremony") or capital or modifiers & _EVENT_MARKS or last > end:
            yield _mention("event", line, start, last, form=form, attributes={"named": capital, "head": line.low(first)})


def _incidents(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("incidents"):
        if line.low(first) == "strike" and not line.covered(first):
            continue
        start = line.left(first)
        yield _mention("incident", line, start, end, form=form, attributes={"plural": line.low(end - 1).endswith("s")})


def _ties(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("ties"):
        if line.covered(first, "organisation"):
            continue
        yield _mention("tie", line, line.left(first), end, form=form, attributes={"head": line.low(end - 1), "plural": line.low(end - 1).endswith("s")})
