"""Who does and who undergoes a visit or a meeting in the sketch of a sentence, and whom "the two ministers" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.views import Mention

__all__ = ["People", "behind", "chain", "subject"]

_PREPOSITIONS = frozenset(
    "of at with by from for to in on under between among about against alongside including accompanied via like than after before "
    "during 's near following besides despite regarding concerning".split()
)
_LINKS = frozenset(("and", ",", "&", "plus", "the", "both", "his"))
_BODIES = frozenset("committee commission council board subcommittee subcommission".split())
_SAYING = frozenset(
    "said says told tells added adds announced announces confirmed confirms reported reports wrote writes noted".split()
)
_STOPS = frozenset((";", ":", "—", "(", ")"))


class People:
    """The people of a document by state and office, for offices told without a name."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._by: dict[tuple[str, str], set[str]] = {}
        self._person: dict[str, Mention] = {}
        self._organisation: dict[str, Mention] = {}
        for at, m in enumerate(mentions):
            if m.type in ("person", "office") and not m.states and m.office:
                own = (o for o in islice(mentions, at, at + 6) if o.type == "organisation" and o.span in m.span)
                if (organisation := next(own, None)) is not None:
                    self._organisation.setdefault(m.name, organisation)
            if m.type == "person" and m.form != "expert" and len(m.states) == 1 and m.office:
                self._person.setdefault(m.name, m)
                self._by.setdefault((m.states[0], _plain(m.office)), set()).add(m.name)

    def known(self, mention: Mention) -> Mention:
        """The person that an office of a state is told to be, where the document names just one."""
        if mention.type != "office" or len(mention.states) != 1 or mention.attributes.get("plural"):
            return mention
        name = self._only(mention.states[0], _plain(mention.office))
        if name is None:
            return mention
        person = self._person[name]
        return person.but(span=mention.span, antecedents=(person.span,))

    def serving(self, mention: Mention) -> Mention:
        """An officer of an organisation, given it for a state: "the UN Secretary-General"."""
        organisation = None if mention.states else self._organisation.get(mention.name)
        if organisation is None:
            return mention
        name = "EU" if organisation.name == "EC" else organisation.name
        return mention.but(states=(name,), antecedents=(*mention.antecedents, organisation.span))

    def group(self, mention: Mention) -> list[Mention]:
        """The people whom "the prime ministers" of several states are told to be, where the document names one of each."""
        words = str(mention.attributes.get("words") or mention.office or mention.name).lower()
        head = words.split()[-1].rstrip("s") if words else ""
        head = {"state": "leader", "government": "leader", "side": "", "duo": "", "pair": ""}.get(head, head)
        named = [self._only(state, head, loose=True) for state in mention.states]
        if not head or None in named:
            return []
        return [self._person[n].but(antecedents=(self._person[n].span,), span=mention.span) for n in named if n]

    def _only(self, state: str, office: str, *, loose: bool = False) -> str | None:
        heads = ("president", "prime minister", "king", "emir", "chancellor", "sultan", "premier", "taoiseach")
        names: set[str] = set()
        for (of, held), people in self._by.items():
            if (
                of == state
                and office
                and (
                    held == office
                    or (office in ("leader", "head", "head state") and held in heads)
                    or (office == "premier" and held == "prime minister")
                    or (office in _BARE and held.endswith(office) and not held.startswith(("deputy", "vice", "prime")))
                    or (loose and held.endswith(office) and not held.startswith(("deputy", "vice")))
                )
            ):
                names |= people
        return next(iter(names)) if len(names) == 1 else None


_BARE = frozenset(("minister", "secretary", "secretary general", "official", "envoy"))  # told so of whoever was named


def _plain(office: str) -> str:
    words = re.sub(
        r"\b(?:of|the|for|and|affairs|state|republic|his|her|excellency)\b|\W+", " ", office.casefold()
    ).split()
    if words[:1] == ["minister"]:
        words = [*words[1:], "minister"]  # "Minister of Trade" is the trade minister
    return " ".join(words)


def chain(sketch: Sketch, i: int, step: int) -> list[int]:
    """The people of one list ("A, B and C") from the item i on, in a direction."""
    found = [i]
    k = i + step
    gap = 0
    while 0 <= k < len(sketch.items) and gap <= 3:  # ", and his"
        if sketch.is_actor(k):
            found.append(k)
            gap = 0
        elif sketch.item(k) in _LINKS:
            gap += 1
        elif sketch.item(k) == "'s" or (sketch.mention(k, "S") and sketch.item(k + 1) == "'s"):
            pass  # "A of one state and S's B"
        else:
            break
        k += step
    if (
        step > 0
        and len(found) > 1
        and sketch.item(found[-1] + 1) in _SAYING
        and sketch.item(found[-1] - 1) in (",", "the")
        and not sketch.has(("and", "&", "plus"), found[-2], found[-1])
    ):
        found.pop()  # "A met B and C, D said"
    if len(found) > 1 and not any(sketch.item(k) in ("and", "&", "plus") for k in range(min(found), max(found))):
        people = (n for n in found if (m := sketch.named[n]) is not None and m.type == "person")
        return [next((n for n in people if sketch.item(n + 1) != "'s"), found[0])]  # an apposition, told by its name
    return found


def subject(sketch: Sketch, i: int, floor: int = 0) -> list[int]:
    """The people who are the subject of what stands at item i: the nearest before it that no preposition leads in; behind
    "who", whoever stands before that."""
    k = i - 1
    passed = False
    while k >= floor:
        item = sketch.item(k)
        if passed and item in ("and", "but", "while") and sketch.item(k - 1) == ",":
            return []
        if item in _STOPS and k < i - 1 and item != ")":
            return []
        if item == ")":
            k = _opening(sketch, k)
        elif item == "who" or (item == "which" and sketch.item(k - 1) == ","):
            told = next((n for n in range(k - 1, max(k - 4, -1), -1) if sketch.is_actor(n)), -1)
            row = chain(sketch, told, -1) if told >= 0 and sketch.item(i - 1) == "," else []
            return row if row and _leads(sketch, min(row)) else [told] if told >= 0 else []
        elif sketch.is_actor(k):
            row = chain(sketch, k, -1)
            if sketch.item(min(row) - 1) in _CONJUNCTIONS and set(sketch.items[k + 1 : i]) <= _ADVERBS:
                return row  # "two weeks after A visited S"
            if sketch.item(k + 1) != "'s" and _leads(sketch, min(row)):
                return row
            if sketch.item(k + 1) != "'s" and len(row) > 1 and sketch.items[k - 2 : k] == [",", "and"]:
                return [k]  # "... of A, and B did"
            k = min(row)
            passed = sketch.item(k - 1) == "of"
        k -= 1
    return []


_CONJUNCTIONS = frozenset(("after", "before", "since"))
_ADVERBS = frozenset("has had have also first last himself then recently".split())


def _leads(sketch: Sketch, first: int) -> bool:
    """Whether no preposition stands before the people that begin at an item, or only one of a delegation they lead."""
    lead = first - 1
    if sketch.item(lead) == "'s" and (owner := sketch.mention(lead - 1, "S")) is not None and owner.type == "state":
        lead -= 2  # "Uruguay's N"
    while sketch.item(lead) in ("the", "a", "an", "both", "then", '"'):
        lead -= 1
    if sketch.item(lead) == "," or sketch.mention(lead, "D") or lead < 0:
        return True
    led_by = sketch.item(lead) == "by" and sketch.item(lead - 1) in ("led", "headed", "chaired", "co-chaired")
    led_by = led_by and not _BODIES & set(sketch.items[max(0, lead - 9) : lead])  # a committee's sitting is its own
    return led_by or sketch.item(lead) not in _PREPOSITIONS


def _opening(sketch: Sketch, k: int) -> int:
    while k > 0 and sketch.item(k) != "(":
        k -= 1
    return k


def behind(sketch: Sketch, i: int, reach: int = 14, leads: frozenset[str] | None = None) -> list[int]:
    """The people named first behind item i, led in by one of `leads` where these are given, before the clause ends."""
    led = leads is None
    for k in range(i, min(len(sketch.items), i + reach)):
        item = sketch.item(k)
        if item in _STOPS - {"("} or item in ("which", "that", "who", "where", "while", "when", "but"):
            return []
        if leads is not None and item in leads:
            led = True
        if sketch.is_actor(k) and led:
            return sorted(chain(sketch, k, 1))
    return []
