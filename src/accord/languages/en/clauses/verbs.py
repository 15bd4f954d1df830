"""Verb groups of English: which words are verbs here, how each is said, and how far its clause reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from accord.languages.en.text.lexicon import Form, acts, table, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.views import Argument

__all__ = ["Verb", "action_nouns", "bound", "cues", "join", "left_bound", "verb_groups"]

_STRONG = frozenset(
    "which who whom whose where while whereas when but although though because after before if unless so that ; — as".split()
)
_PLURAL_SUBJECTS = frozenset(
    "countries sides parties states nations governments leaders ministers presidents officials neighbours neighbors they we authorities experts delegations republics capitals".split()
)


@cache
def cues(key: str) -> frozenset[str]:
    return frozenset(table("modality")[key].split())


@dataclass(slots=True)
class Verb:
    """A verb group: token indexes of its chain [first, end), the main verb, and how it is said."""

    first: int
    main: int
    end: int
    form: Form
    kind: str  # past, present, future, ing, infinitive, participle
    auxiliaries: tuple[str, ...]
    status: str = "reported"
    passive: bool = False
    left: int = 0
    right: int = 0
    noun: bool = False
    arguments: list[Argument] = field(default_factory=list)


def verb_groups(line: Line) -> Iterator[Verb]:
    i, last = 0, None
    opening = _opening()
    end = 0 if opening.isdisjoint(line.said) else len(line.tokens)
    while i < end:
        found = None
        if line.low(i) in opening:
            found = _verb_at(line, i) or (_coordinated(line, i, last) if last is not None else None)
        if found is not None:
            yield found
            i, last = found.end, found
        else:
            i += 1


def _verb_at(line: Line, i: int) -> Verb | None:
    token = line.tokens[i]
    capital = token.capital and i > 0 and line.low(i - 1) != '"'
    if not token.word or capital or line.covered(i, "person", "office", "paper", "date"):
        return None
    form, end = _form_at(line, i)
    if form is None or (line.low(i - 1) == "-" and token.glued):
        return None
    form, end = _idiom(line, i, form, end)
    first = i
    while first > 0 and (
        (line.low(first - 1) in cues("auxiliaries") and line.covered(first - 1, "date") is None)
        or (line.low(first - 1).endswith("ly") and first > 1 and line.low(first - 2) in cues("auxiliaries"))
    ):
        first -= 1
    auxiliaries = tuple(line.lows(first, i))
    kind = _kind(line, i, form, auxiliaries)
    if kind is None or _is_auxiliary(line, i, form):
        return None
    passive = kind == "participle" or ("pp" in form.forms and bool(_BEING & set(auxiliaries)))
    return Verb(first, i, end, form, kind, auxiliaries, passive=passive)


_HELPED = ("future", "modal", "infinitive")
_JOINS = frozenset("and or then".split())
_ADVERBS = frozenset("hereby also jointly now still therefore then later subsequently".split())
_TO_OBJECT = frozenset("several two three new bilateral joint further with in at on".split())
_ALSO_NOUNS = frozenset(
    "transport exchange finance transfer control export import access return travel contact project process police fight arrest assault blockade boost bar block "
    "commission conduct deal delay double drive exit feed fire focus influence increase journey land lead limit mark market pass patrol pause pay phone play point "
    "quota raid rally request result say set ship shoot signal split stage stay stem step stick storm strike surge target telephone tour triple travel turn up upgrade view want "
    "water wish work wound yield public close cut dam estimate free level low open present near secure separate total welcome initial base average".split()
)  # bare words that are as often nouns or adjectives
_BREAKS = frozenset("; : which who that while where but".split())


def _coordinated(line: Line, i: int, last: Verb) -> Verb | None:
    """A bare verb that shares the auxiliary of the verb before it: "will meet and sign", "are to hold talks, open a
    consulate and sign"."""
    if last.kind not in _HELPED or line.tokens[i].capital or line.covered(i):
        return None
    form, end = _form_at(line, i)
    if form is None or "base" not in form.forms:
        return None
    back = i - 1
    while back > last.end and (line.low(back) in _ADVERBS or line.low(back).endswith("ly")):
        back -= 1
    between = line.lows(last.end, i)
    joined = line.low(back) in _JOINS or (line.low(back) == "," and _listed(line, i))
    if not joined or _BREAKS & set(between):
        return None
    objects = line.low(end) in DETERMINERS | _TO_OBJECT or line.covered(end) is not None
    if line.low(i) in _NOUNS | _ALSO_NOUNS and not objects:
        return None
    return Verb(i, i, end, form, last.kind, last.auxiliaries)


def _listed(line: Line, i: int) -> bool:
    """Whether a list that goes on behind i is one of verbs: ", open a consulate and sign"."""
    for k in range(i + 1, min(i + 16, len(line.tokens) - 1)):
        if line.low(k) in _BREAKS:
            return False
        if line.low(k) == "and":
            form = verbs().get(line.low(k + 1))
            return form is not None and "base" in form.forms
    return False


@cache
def _opening() -> frozenset[str]:
    """The words that a verb form may begin with."""
    return frozenset({"re", *(form.split()[0] for form in verbs())})


@cache
def _phrasal() -> frozenset[str]:
    """The words that a verb form of two words begins with."""
    return frozenset(form.split()[0] for form in verbs() if " " in form)


def _form_at(line: Line, i: int) -> tuple[Form | None, int]:
    """The verb form at a token, phrasal ones and "re-open" included, and the token behind it."""
    low, after = line.low(i), line.low(i + 1)
    phrasal = verbs().get(f"{low} {after}") if low in _phrasal() else None
    if phrasal is not None:
        return phrasal, i + 2
    form = verbs().get(low)
    if after == "-":
        if form is None and low == "re":
            return verbs().get(f"re-{line.low(i + 2)}") or verbs().get(f"re{line.low(i + 2)}"), i + 3
        if line.low(i - 1) != "re" and f"{low}-{line.low(i + 2)}" not in verbs():
            return None, i + 1
    return form, i + 1


def _idiom(line: Line, i: int, form: Form, end: int) -> tuple[Form, int]:
    """Verbs whose object changes what they say: "exchange fire", "take effect", "call on the president"."""
    after = line.lows(i + 1, i + 4)
    for lemma, objects, concept in _IDIOMS:
        if form.lemma == lemma and objects & set(after[:1] if lemma == "take" else after):
            return Form(lemma, (concept,), form.forms), end
    if form.lemma == "call" and after[:1] in (["on"], ["upon"]):
        called = i + 2 + (line.low(i + 2) == "the")
        if line.covered(called, "person", "office") is not None:
            return Form("call", ("meet",), form.forms), i + 2
    return form, end


def _is_auxiliary(line: Line, i: int, form: Form) -> bool:
    """Whether "be", "have" or "do" at i only helps the verb behind it."""
    if form.lemma not in ("be", "have", "do") or line.low(i) not in cues("auxiliaries"):
        return False
    following = verbs().get(line.low(i + 1))
    return line.low(i + 1) in cues("auxiliaries") or (following is not None and bool(following.forms & {"pp", "ing"}))


_IDIOMS = (
    ("put", frozenset({"names", "signatures", "signature", "pen"}), "sign"),
    ("exchange", frozenset({"fire", "shots", "gunfire"}), "shoot"),
    ("take", frozenset({"effect"}), "enter-force"),
    ("come", frozenset({"force", "effect"}), "enter-force"),
    ("go", frozenset({"force", "effect"}), "enter-force"),
    ("bring", frozenset({"force", "effect"}), "enter-force"),
    ("take", frozenset({"part"}), "attend"),
)
_BEING = frozenset("is are was were be been being".split())
_MODALS = frozenset("will shall would should could may might must can cannot ought needs".split())


def _kind(line: Line, i: int, form: Form, auxiliaries: tuple[str, ...]) -> str | None:
    """How a verb form is used at i; None where it is a noun or an adjective."""
    helped, kind = _by_auxiliaries(form, auxiliaries)
    if helped:
        return kind
    if "ing" in form.forms:
        return _as_gerund(line, i)
    if form.forms & {"past", "pp"}:
        return _as_past(line, i, form, auxiliaries)
    if "s" in form.forms:
        return _as_third_person(line, i)
    return _as_base(line, i)


def _by_auxiliaries(form: Form, auxiliaries: tuple[str, ...]) -> tuple[bool, str | None]:
    """Whether the auxiliaries decide, and what they make of the form."""
    modal = next((a for a in auxiliaries if a in _MODALS), None)
    if modal is not None:
        return True, "future" if modal in ("will", "shall") else "modal"
    if "to" in auxiliaries and ("base" in form.forms or "be" in auxiliaries):
        return True, "infinitive"
    if set(auxiliaries) & {"has", "have", "had", "was", "were", "been"} and form.forms & {"pp", "past", "ing"}:
        return True, "past"
    if set(auxiliaries) & {"is", "are", "be", "being", "do", "does", "am"}:
        return True, "present" if form.forms & {"pp", "ing", "base"} else None
    return "did" in auxiliaries, "past"


def _as_gerund(line: Line, i: int) -> str | None:
    before, after = line.low(i - 1), line.low(i + 1)
    acting = before in ("by", "after", "before", "of", "for", "in", "on", ",") and after in DETERMINERS | {"in", "with"}
    noun = before in DETERMINERS or after == "of" or (line.low(i) in _GERUND_NOUNS and not acting)
    return None if noun else "ing"


def _as_past(line: Line, i: int, form: Form, auxiliaries: tuple[str, ...]) -> str | None:
    before = line.low(i - 1)
    if before in ("which", "who"):
        return "past"
    determined = before in DETERMINERS or before == "'s"
    pronoun = i == 1 and before in ("these", "those", "this", "that", "others", "some")
    if determined and ("base" in form.forms or ("past" in form.forms and not pronoun)):
        return None
    if "pp" in form.forms and line.low(i + 1) in _AFTER_PARTICIPLE:
        aside = before == "," and _behind_noun(line, i) and not set(form.concepts) & {"meet", "say", "stress"}
        reduced = line.covered(i - 1, "date") is None and not auxiliaries and _verb_follows(line, i)
        return "participle" if aside or reduced else "past"
    return "past"


def _as_third_person(line: Line, i: int) -> str | None:
    before = line.low(i - 1)
    subject = line.covered(i - 1, "state", "organisation", "person", "office")
    if subject is not None:
        return None if subject.form.startswith("demonym") else "present"
    if before in ("which", "that", "who", "it", "he", "she", "also", "this"):
        return "present"
    if before == "," and _aside_before(line, i) and line.low(i) not in _NOUNS:
        return "present"
    plain = line.tokens[i - 1].word and not line.covered(i - 1) and before not in DETERMINERS | PREPOSITIONS
    return "present" if plain and line.low(i) not in _NOUNS else None


def _aside_before(line: Line, i: int) -> bool:
    """Whether the comma before i closes an aside behind a subject: "the protocol, signed in June, takes effect"."""
    opened = next((k for k in range(i - 2, 0, -1) if line.low(k) in (",", ";", "—")), 0)
    behind = line.low(opened + 1)
    form = verbs().get(behind)
    return line.low(opened) == "," and (
        behind in ("which", "who", "whose", "the", "a", "an") or (form is not None and "pp" in form.forms)
    )


def _as_base(line: Line, i: int) -> str | None:
    if line.low(i) == "last" and line.low(i + 1) in verbs():
        return None  # "the two last renewed it in 2019"
    back = i - 1
    while back > 0 and (line.low(back).endswith("ly") or line.low(back) in _ADVERBS):
        back -= 1
    if line.low(back) in _PLURAL_SUBJECTS or line.low(back) in ("who", "also", "jointly", "both"):
        return "present"
    subject = line.covered(back, "state", "organisation", "person")
    named = subject is not None and not subject.form.startswith("demonym")
    return "present" if named and line.low(i) not in _NOUNS and line.low(i + 1) != "of" else None


_GERUND_NOUNS = frozenset(
    "meeting building training opening closing including regarding following concerning according crossing fishing housing farming mining "
    "shipping funding banking being neighbouring working leading existing ongoing founding growing".split()
)
_AFTER_PARTICIPLE = frozenset(
    "by on in at during under between last this earlier with for since as when from yesterday".split()
)


def _behind_noun(line: Line, i: int) -> bool:
    """Whether a comma before i closes a noun phrase of a clause whose subject stands elsewhere: an aside."""
    if i < 3 or line.covered(i - 2, "date") is not None:
        return False
    return _verb_follows(line, i) or any(
        (line.low(k) in verbs() and not line.tokens[k].capital and not line.covered(k)) or line.low(k).endswith("ing")
        for k in range(i - 1)
    )


def _verb_follows(line: Line, i: int) -> bool:
    """Whether the clause's own verb is still to come ("the treaty signed in 2024 remains")."""
    for k in range(i + 1, min(i + 14, len(line.tokens))):
        low = line.low(k)
        if low in (",", ";", "and", "which", "that", "who"):
            return False
        if line.covered(k, "date") is None and low in (
            "is",
            "are",
            "was",
            "were",
            "will",
            "has",
            "have",
            "had",
            "would",
            "should",
            "can",
            "may",
        ):
            return True
    return False


_NOUNS = frozenset(
    "visit visits plan plans call calls talk talks meeting meetings report reports export exports import imports trade link links attack attacks offer move need tie ties start "
    "works goods services views state states form forms name names term terms fall rise drop gain gains hope hopes aim aims cost costs supply supplies increase increases use uses "
    "issue issues fund funds review marks changes charges claims comments concerns demands deals crossings shows tests notes moves protests raids strikes clashes tours trips launch release support supports "
    "host hosts share shares cover gathers ground grounds address record records contract contracts document documents grant grants pledge promises promise commitments fires".split()
)


def join(line: Line, groups: list[Verb]) -> None:
    """A participle joined by "and" to another is one too ("signed in 2022 and ratified in 2023")."""
    for before, group in pairwise(groups):
        if (
            before.kind == "participle"
            and group.kind == "past"
            and not group.auxiliaries
            and "pp" in group.form.forms
            and line.low(group.first - 1) == "and"
        ):
            group.kind, group.passive = "participle", True


def bound(line: Line, groups: list[Verb]) -> None:
    """Set how far each verb's clause reaches: from the connector before its subject to the next verb's own start."""
    for i, group in enumerate(groups):
        previous = groups[i - 1] if i else None
        group.left = left_bound(line, previous.end if previous else 0, group.first)
    for i, group in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        if following is None:
            group.right = _right_bound(line, group.end, len(line.tokens))
        elif following.kind in ("infinitive", "ing", "participle") or (
            group.kind == "participle" and line.low(group.first - 1) != ","
        ):
            group.right = following.first
        else:
            group.right = min(following.first, _right_bound(line, group.end, max(following.left, group.end)))


def _right_bound(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == ";" or (line.low(i) == "—" and i > start):
            return i
    return end


def left_bound(line: Line, start: int, end: int) -> int:
    """The first token of a clause that ends before `end`: after the last strong connector, else after a comma or "and"
    behind which a subject stands."""
    i = end
    while i > start:
        i -= 1
        low = line.low(i)
        if low == "—":
            other = next((k for k in range(i - 1, start - 1, -1) if line.low(k) == "—"), None)
            if other is not None:
                i = other
                continue
        if low in _STRONG and not (
            low in ("as", "after", "before", "so")
            and (not _clause_like(line, i + 1, end) or "," in line.lows(i + 1, end))
        ):
            return i + 1
    if start == 0:
        return 0
    for i in range(end - 1, start - 1, -1):
        if line.low(i) in ("and", ",") and any(
            line.covered(k) or line.low(k) in ("they", "he", "she", "it", "both") for k in range(i + 1, end)
        ):
            left, right = line.covered(i - 1), line.covered(i + 1)
            if line.low(i) == "and" and left is not None and right is not None and left.type == right.type:
                continue
            return i + 1
    if line.low(end - 1) in ("and", ",", "or", "then", "but"):
        return end
    comma = next((i for i in range(end - 1, start - 1, -1) if line.low(i) == ","), None)
    if comma is not None and end - comma <= _SHORT_SUBJECT:  # "..., the ministry said"
        return comma + 1
    return end if not any(line.covered(k) for k in range(start, end)) else start


_SHORT_SUBJECT = 8  # words of a subject behind a comma that names nobody known


def _clause_like(line: Line, start: int, end: int) -> bool:
    return end - start < 14 and any(
        line.covered(k, "state", "person", "office", "organisation") for k in range(start, end)
    )


@cache
def _acting() -> frozenset[str]:
    """The words that the noun of an act may begin with."""
    return frozenset(noun.split()[0] for noun in acts())


def action_nouns(line: Line, groups: list[Verb]) -> Iterator[Verb]:
    acting = _acting()
    if acting.isdisjoint(line.said):
        return
    taken = {i for g in groups for i in range(g.main, g.end)}
    for i, token in enumerate(line.tokens):
        if token.low not in acting or i in taken or not token.word or line.covered(i, "paper"):
            continue
        phrase = f"{token.low} {line.low(i + 1)}"
        concept, end = acts().get(phrase), i + 2
        if concept is None:
            concept, end = acts().get(f"{phrase} {line.low(i + 2)}"), i + 3
        if concept is None:
            concept, end = acts().get(token.low), i + 1
        if (
            concept is None
            or line.low(end) == "-"
            or (token.low in ("call", "start", "launch", "exchange", "opening") and line.low(i - 1) in ("to",))
        ):
            continue
        group = next((g for g in groups if g.left <= i < g.right), None)
        noun = Verb(i, i, end, Form(token.low, (concept,), frozenset()), "noun", (), noun=True)
        noun.left = group.left if group else left_bound(line, 0, i)
        noun.right = (
            group.right
            if group and i >= group.end
            else (group.first if group else _next_verb(groups, i, len(line.tokens)))
        )
        if line.low(noun.left) in PREPOSITIONS and (group is None or i < group.first):
            comma = next((k for k in range(end, noun.right) if line.low(k) == "," and not line.covered(k)), None)
            noun.right = (
                comma
                if comma is not None
                and any(line.covered(k, "person", "office", "state") for k in range(comma, noun.right))
                else noun.right
            )
        yield noun


def _next_verb(groups: list[Verb], i: int, end: int) -> int:
    return next((g.first for g in groups if g.first > i), end)
