"""A sentence in shorthand: lower-case words, with people, places and dates as symbols, for rules on its shape."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from accord.document import Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.tokens import DATE_MARKS
from accord.languages.views import Mention

__all__ = ["Sketch", "either", "sketch", "words"]

_LETTERS = {"person": "A", "office": "A", "place": "S", "state": "S", "date": "D"}
_HIS = ("his", "her", "their")
_OWNERS = frozenset(("his", "her", "their", "my", "our", "its"))


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A word list of contacts.toml."""
    return frozenset(table("contacts")[section][key].split())


def either(forms: Iterable[str]) -> str:
    """A pattern of any of some words, longer ones first; the same whatever their order."""
    return "(?:" + "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form))) + ")"


@dataclass(slots=True)
class Sketch:
    """`items` are the sentence's words and symbols, `named` the mention that each symbol (and "his") stands for, `places`
    where each begins and ends."""

    line: Line
    items: list[str] = field(default_factory=list)
    named: list[Mention | None] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def add(self, item: str, start: int, end: int, mention: Mention | None = None) -> None:
        self.items.append(item)
        self.named.append(mention)
        self.places.append((start, end))

    def pop(self) -> None:
        """Take the last item away."""
        for row in (self.items, self.named, self.places):
            row.pop()

    def glue(self, word: str, end: int) -> None:
        """Join a word to the last item by a hyphen."""
        self.items[-1] += f"-{word}"
        self.places[-1] = self.places[-1][0], end

    def write(self) -> None:
        """Make the text of the items, once all of them are there."""
        self.starts = [0, *accumulate(len(item) + 1 for item in self.items)][:-1]
        self.text = "".join(f"{item} " for item in self.items)

    def at(self, offset: int) -> int:
        """The item at an offset of the text."""
        return bisect_right(self.starts, offset) - 1

    def item(self, i: int) -> str:
        return self.items[i] if 0 <= i < len(self.items) else ""

    def find(self, pattern: re.Pattern) -> Iterator[tuple[re.Match[str], int, int]]:
        """Matches with the items that they begin and end at."""
        return map(self._placed, pattern.finditer(self.text))

    def _placed(self, match: re.Match[str]) -> tuple[re.Match[str], int, int]:
        return match, self.at(match.start()), self.at(max(match.start(), match.end() - 1)) + 1

    def mention(self, i: int, letters: str = "ASD") -> Mention | None:
        """The mention at an item whose symbol is one of the letters."""
        mention = self.named[i] if 0 <= i < len(self.named) else None
        if mention is None:
            return None
        item = self.items[i]
        return mention if len(item) > 1 and item[0] in letters and item[1].isdigit() else None

    def is_actor(self, i: int) -> bool:
        return self.mention(i, "A") is not None

    def has(self, among: Collection[str], first: int, last: int) -> bool:
        return any(map(among.__contains__, self.items[max(first, 0) : last]))

    def span(self, first: int, last: int) -> Span:
        return Span(self.places[first][0], self.places[max(first, last - 1)][1])


def _of_entry(found: Sketch, day: Mention | None) -> None:
    """Lead in the first sentence of an entry of a chronology with its day."""
    line = found.line
    if day is None or day.span.end > line.span.start:
        return
    if not line.text[day.span.end : line.span.start].strip(DATE_MARKS):
        found.add("D0", day.span.start, day.span.end, day)
        found.add(":", day.span.end, line.span.start)


def sketch(line: Line, mentions: Sequence[Mention]) -> Sketch:
    """The shorthand of a sentence; `mentions` are those in it. People come before the states inside their offices."""
    placed = _placed(line, mentions)
    found = Sketch(line)
    i = count = 0
    _of_entry(found, line.entry)
    while i < len(line.tokens):
        token = line.tokens[i]
        mention = placed.get(i)
        owned = mention is None and found.items[-1:] == ["'s"]
        if owned and (named := _of_state(found, line, i, placed)) > i:
            person = _owned(found, line, line.slice(i, named))
            count += 1
            found.add(f"A{count}", person.span.start, person.span.end, person)
            i = named
            continue
        if mention is None and token.low in _PEERS and (peers := _peers(found, line, i, placed)):
            count += 1
            found.add(f"A{count}", peers.span.start, peers.span.end, peers)
            i = _behind(line, i, peers)
            continue
        if mention is None and token.low == "'s" and _is(found, line, i):
            found.add("is", token.start, token.end)
            i += 1
            continue
        if mention is None:
            if token.low == "-" and _compound(found, i, placed):
                found.glue(line.low(i + 1), line.tokens[i + 1].end)
                i += 2
                continue
            found.add("his" if token.low in _OWNERS else token.low, token.start, token.end)
            i += 1
            continue
        end = i + 1
        while end < len(line.tokens) and line.tokens[end].start < mention.span.end:
            end += 1
        if mention.attributes.get("pronoun") in _HIS or (end == i + 1 and token.low in _HIS):
            found.add("his", mention.span.start, mention.span.end, mention)
        else:
            if mention.type in ("person", "office"):
                if _is_told_of(found) and i + 1 < len(line.tokens):
                    i = end
                    continue
                _drop_title(found)
                mention = _as_counterpart(found, mention)
                mention = _with_others(found, mention)
                mention, end = _with_names(line, mention, end, placed)
            elif _belongs(found, mention):
                i = end
                continue
            count += 1
            letter = "A" if mention.attributes.get("people") else _LETTERS[mention.type]
            found.add(f"{letter}{count}", mention.span.start, mention.span.end, mention)
        i = end
    found.write()
    return found


_STATES_OF_BEING = frozenset(
    "due set expected going to off in on also now here back scheduled coming not still slated heading flying travelling traveling visiting meeting hosting".split()
)


def _is(found: Sketch, line: Line, i: int) -> bool:
    """Whether "'s" is "is" ("she's due in Lima")."""
    owner = found.named[-1] if found.named else None
    pronoun = owner is not None and owner.attributes.get("pronoun") in ("he", "she")
    return pronoun and i + 1 < len(line.tokens) and line.low(i + 1) in _STATES_OF_BEING


_TITLES = frozenset(
    "mr mrs ms dr prof hon honourable h.e. h.e.mr excellency majesty highness royal the rt right honorable gen lt maj col adm brig capt".split()
)


def _compound(found: Sketch, i: int, placed: dict[int, Mention]) -> bool:
    """Whether a hyphen at token i joins two plain words ("two-day", "tête-à-tête")."""
    line = found.line
    last = found.item(len(found.items) - 1)
    joined = i + 1 < len(line.tokens) and line.tokens[i].glued and line.tokens[i + 1].glued and i + 1 not in placed
    return joined and bool(last) and last[-1].isalnum() and not last[0].isupper()


def _drop_title(found: Sketch) -> None:
    """Leave out "His Excellency", "the" and "Mr." at the end."""
    honoured = False
    while found.items:
        last, before = found.items[-1], found.item(len(found.items) - 2)
        if last in _TITLES or (last == "." and before in _TITLES):
            honoured = honoured or last in ("excellency", "majesty", "highness")
        elif not (honoured and last in _HIS):
            return
        found.pop()


_DOUBLES = frozenset("is was also currently now serves as doubles".split())


def _is_told_of(found: Sketch) -> bool:
    """Whether an office is what somebody is, between commas ("A, who is also deputy premier, met"); ", who is" goes then."""
    k = len(found.items)
    while k and found.items[k - 1] in _DOUBLES:
        k -= 1
    own = k < len(found.items) and found.items[k - 2 : k] == [",", "who"] and found.is_actor(k - 3)
    while own and len(found.items) > k - 2:
        found.pop()
    return own


def _as_counterpart(found: Sketch, mention: Mention) -> Mention:
    """Somebody in apposition to "his counterpart", whose place he takes: "his counterpart, President N,"."""
    k = len(found.items) - 1 - (found.items[-1:] == [","])
    if k < 1 or mention.type != "person":
        return mention
    part = found.mention(k, "A")
    told = part is not None and part.type == "office" and part.attributes.get("counterpart")
    if not told and not (
        found.items[k] in ("counterpart", "colleague", "homologue") and "his" in found.items[k - 3 : k]
    ):
        return mention
    while len(found.items) > k:
        found.pop()
    if part is None or mention.states:
        return mention
    return mention.but(states=part.states, antecedents=(*mention.antecedents, *part.antecedents))


def _placed(line: Line, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The mention that begins at each token, the outermost of those that overlap, people first."""
    rank = {"person": 0, "office": 1, "date": 2, "state": 3, "place": 3}
    wanted = [m for m in mentions if m.type in rank and (m.type != "date" or m.period is not None)]
    chosen: list[Mention] = []
    if not wanted:
        return {}
    for mention in sorted(wanted, key=lambda m: (_order(m, rank), m.span.start)):
        beside = next((k for k, c in enumerate(chosen) if mention.span.overlaps(c.span)), None)
        if beside is None:
            chosen.append(mention)
        elif _one_group(mention, chosen[beside]):
            chosen[beside] = _both(chosen[beside], mention)
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    return {
        at: m
        for m in chosen
        if (at := starts.get(m.span.start, next((i for i, t in enumerate(line.tokens) if t.end > m.span.start), -1)))
        >= 0
    }


def _belongs(found: Sketch, mention: Mention) -> bool:
    """Whether a state names where the person before it is from ("King X of Y"), who is then given it."""
    before = found.named[-2] if len(found.named) > 1 else None
    if (
        before is None
        or found.items[-1] != "of"
        or before.type != "person"
        or before.states not in ((), mention.states)
        or len(mention.states) != 1
    ):
        return False
    if mention.form not in ("name", "official"):
        return False
    found.pop()
    found.named[-1] = before.but(states=mention.states, antecedents=(*before.antecedents, mention.span))
    return True


def _with_others(found: Sketch, mention: Mention) -> Mention:
    """ "The A and B ministers": the office of one state with the states whose demonyms stand before it."""
    if not mention.attributes.get("plural") or not mention.states:
        return mention
    others: list[Mention] = []
    while len(found.items) > 1 and found.items[-1] in ("and", ",", "the"):
        state = found.named[-2]
        if state is None or not state.form.startswith("demonym") or len(state.states) != 1:
            break
        others.insert(0, state)
        found.pop()
        found.pop()
    if not others:
        return mention
    states = tuple(dict.fromkeys(s for m in (*others, mention) for s in m.states))
    names = tuple(f"{mention.office} of {display(s)}" for s in states)
    return mention.but(
        states=states,
        span=Span(others[0].span.start, mention.span.end),
        attributes={**mention.attributes, "people": True, "members": names},
    )


_PEERS = frozenset("counterparts colleagues homologues peers fellows".split())


def _peers(found: Sketch, line: Line, i: int, placed: dict[int, Mention]) -> Mention | None:
    """ "His A and B colleagues", "his counterparts from A, B and C": one of each state, of the office of him who has them."""
    states: list[Mention] = []
    begin, end = line.tokens[i].start, line.tokens[i].end
    k = len(found.items) - 1
    while k > 0:
        state = found.mention(k, "S")
        if found.items[k] not in ("and", ",") and (state is None or state.form != "demonym"):
            break
        if state is not None:
            states.insert(0, state)
        k -= 1
    if len(states) > 1 and found.items[k] in ("his", "both", "the"):
        begin = states[0].span.start
        while len(found.items) > k + 1:
            found.pop()
    else:
        states = _in_row(line, i + 2, placed) if i + 1 < len(line.tokens) and line.low(i + 1) in ("from", "of") else []
        end = states[-1].span.end if states else end
    codes = tuple(dict.fromkeys(s for m in states for s in m.states))
    if len(codes) < 2 or "his" not in found.items[-3:]:
        return None
    owners = [m for k, m in enumerate(found.named) if m is not None and m.office and found.is_actor(k)]
    office = owners[-1].office if owners else "Counterpart"
    names = tuple(f"{office} of {display(s)}" for s in codes)
    attributes = {"words": line.text[begin:end], "plural": True, "people": True, "counterpart": True, "members": names}
    return Mention("office", Span(begin, end), names[0], codes, office=office, attributes=attributes)


def _behind(line: Line, i: int, mention: Mention) -> int:
    """The first token behind a mention that token i belongs to."""
    behind = (k for k in range(i + 1, len(line.tokens)) if line.tokens[k].start >= mention.span.end)
    return next(behind, len(line.tokens))


def _in_row(line: Line, i: int, placed: dict[int, Mention]) -> list[Mention]:
    """The states told one after the other from token i on."""
    found: list[Mention] = []
    while i < len(line.tokens):
        mention = placed.get(i)
        if mention is not None and mention.type == "state" and len(mention.states) == 1:
            found.append(mention)
            while i < len(line.tokens) and line.tokens[i].start < mention.span.end:
                i += 1
        elif line.low(i) in (",", "and", "the"):
            i += 1
        else:
            break
    return found


_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = frozenset("al el bin ibn de da do dos del van von der den la le di ul".split())


def _with_names(line: Line, mention: Mention, end: int, placed: dict[int, Mention]) -> tuple[Mention, int]:
    """ "Foreign ministers N and M", "the envoys, N and M,": the office with the two names behind it, which nothing else says
    whose they are."""
    if mention.type != "office" or not mention.attributes.get("plural") or len(mention.states) > 2:
        return mention, end
    begin = end + (line.low(end) == ",")
    first = _name_end(line, begin, placed)
    if first == begin or line.low(first) not in ("and", "&"):
        return mention, end
    last = _name_end(line, first + 1, placed)
    if last == first + 1 or (begin > end and line.low(last) != ","):
        return mention, end
    names = tuple(
        line.text[line.tokens[a].start : line.tokens[b - 1].end] for a, b in ((begin, first), (first + 1, last))
    )
    last += begin > end
    attributes = {**mention.attributes, "people": True, "members": names}
    return mention.but(span=Span(mention.span.start, line.tokens[last - 1].end), attributes=attributes), last


_BODIES = frozenset(
    "bank ministry parliament university company party council court airlines airways group agency institute corporation authority house senate navy army force forces police embassy congress assembly union league "
    "supreme national central federal state river valley gulf peace sea island islands city port airport gas oil energy power electric telecom rail railways television news times post daily military region task command regiment battalion brigade fleet district province "
    "high commissioner ambassador envoy minister president prime foreign consul consulate mission".split()
)


def _of_state(found: Sketch, line: Line, i: int, placed: dict[int, Mention]) -> int:
    """Behind the bare name of somebody told behind his state and "'s" alone ("Bulgaria's N M met"), or i."""
    owner = found.mention(len(found.items) - 2, "S")
    if owner is None or owner.type != "state" or len(owner.states) != 1:
        return i
    end = _name_end(line, i, placed)
    fits = 2 <= end - i <= 4 and not {line.low(k) for k in range(i, end)} & _BODIES
    return end if fits else i


def _owned(found: Sketch, line: Line, span: Span) -> Mention:
    """The person of such a name, of the state that stands before it."""
    owner = found.named[-2]
    return Mention("person", span, line.text[span.start : span.end], owner.states if owner else (), form="name")


def _name_end(line: Line, i: int, placed: dict[int, Mention]) -> int:
    """Behind the capitalised words, two at least, that begin at token i and that nothing else names."""
    k = i
    while k < len(line.tokens) and k not in placed:
        if line.low(k) == "-" and i < k < len(line.tokens) - 1 and line.tokens[k].glued and line.tokens[k + 1].glued:
            k += 1  # "Al-Shammari"
            continue
        if not _NAME.fullmatch(line.tokens[k].text):
            break
        if not line.tokens[k].capital and not (k > i and line.low(k) in _PARTICLES):
            break
        k += 1
    while k > i and not line.tokens[k - 1].capital:
        k -= 1
    return k if k - i >= 2 else i


def _one_group(a: Mention, b: Mention) -> bool:
    """Whether two mentions are offices told of in one breath, or those who hold them: "the presidents of A and B"."""
    among = a.type == "office" == b.type or (a.span == b.span and {a.type, b.type} <= {"person", "office"})
    return among and a.span.start == b.span.start


def _both(a: Mention, b: Mention) -> Mention:
    """ "The presidents of A and B" as one group."""
    states = tuple(dict.fromkeys((*a.states, *b.states)))
    if len(states) < 2:
        return a
    members = (*a.attributes.get("members", (a.name,)), b.name)
    return a.but(states=states, attributes={**a.attributes, "people": True, "plural": True, "members": members})


def _order(mention: Mention, rank: dict[str, int]) -> int:
    """People and offices of a state first, then groups ("the two ministers"), then offices of none."""
    if mention.type == "state" and mention.form == "pair":
        return 1
    if mention.type == "office":
        return 0 if mention.states else 2
    return rank[mention.type] + 1 if mention.type != "person" else 0
