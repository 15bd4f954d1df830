"""Clauses of English: verbs and nouns of action with who, whom, where, when, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from accord.document import Span
from accord.languages.en.lexicon import Form, acts, table, verbs
from accord.languages.en.numbers import ordinal
from accord.languages.en.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["clauses_of"]

_PARTS = {
    "with": "with", "to": "to", "from": "from", "in": "at", "at": "at", "near": "at", "of": "of", "for": "for", "between": "between", "by": "by",
    "on": "on", "under": "under", "about": "about", "after": "after", "before": "before", "during": "during", "following": "after", "since": "since",
    "until": "until", "into": "to", "along": "at", "within": "at", "through": "through", "via": "through", "against": "against", "among": "between",
    "over": "about", "as": "as", "concerning": "about", "regarding": "about", "alongside": "with", "including": "object", "across": "at",
}  # fmt: skip
_STRONG = frozenset("which who whom whose where while whereas when but although though because after before if unless so that ; — as".split())
_PLURAL_SUBJECTS = frozenset("countries sides parties states nations governments leaders ministers presidents officials neighbours neighbors they we authorities experts delegations republics capitals".split())


@cache
def _cues(key: str) -> frozenset[str]:
    return frozenset(table("modality")[key].split())


@dataclass(slots=True)
class _Verb:
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


def clauses_of(line: Line, mentions: Sequence[Mention], index: int, titles: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of one sentence in the order of the text; `mentions` are those inside the sentence. Verbs inside the
    titles of papers are no clauses."""
    groups = [g for g in _verbs(line) if not any(line.slice(g.main, g.end) in t for t in titles)]
    _join(line, groups)
    _bound(line, groups)
    nouns = list(_nouns(line, groups))
    placed = _place(line, mentions)
    for i, group in enumerate(groups):
        group.status = _status(line, group, _governor(line, groups, i))
        group.arguments = _arguments(line, group, placed)
        own = "object" if group.passive else "subject"
        if not any(a.part == own for a in group.arguments) and i and group.kind != "participle":
            group.arguments = _inherited(line, group, groups[:i], placed) + group.arguments
    _denied(line, groups)
    _put_off(line, groups)
    found = [_clause(line, g, index) for g in groups]
    found += [_gapped(line, c) for cs in list(found) for c in cs if c.concept in _GAPPING]
    for noun in nouns:
        governor = next((g for g in reversed(groups) if g.left <= noun.main < g.right or g.main < noun.main and noun.left >= g.left), None)
        noun.status = _noun_status(line, noun, governor, groups)
        if noun.status == "denied-noun":
            continue
        noun.arguments = _noun_arguments(line, noun, placed, governor)
        if not any(a.part == "subject" for a in noun.arguments):
            following = next((g for g in groups if g.main > noun.main and g.kind != "participle"), None)
            noun.arguments += [a for a in following.arguments if a.part == "subject" and a.mention.type in ("person", "office")] if following else []
        found.append(_clause(line, noun, index))
    return [c for cs in sorted(found, key=lambda cs: cs[0].trigger.start if cs else -1) for c in cs]


# ------------------------------------------------------------------ verb groups
def _verbs(line: Line) -> Iterator[_Verb]:
    i = 0
    while i < len(line.tokens):
        found = _verb_at(line, i)
        if found:
            yield found
            i = found.end
        else:
            i += 1


def _verb_at(line: Line, i: int) -> _Verb | None:
    token = line.tokens[i]
    if not token.word or token.capital and i > 0 and line.low(i - 1) != '"' or line.covered(i, "person", "office", "paper"):
        return None
    phrase = f"{token.low} {line.low(i + 1)}"
    form, end = verbs().get(phrase), i + 2
    if form is None:
        form, end = verbs().get(token.low), i + 1
    if line.low(i + 1) == "-" and line.low(i - 1) != "re" and form is not None and f"{token.low}-{line.low(i + 2)}" not in verbs():
        return None
    if form is None and token.low == "re" and line.low(i + 1) == "-":
        form, end = verbs().get(f"re-{line.low(i + 2)}") or verbs().get(f"re{line.low(i + 2)}"), i + 3
    if form is not None and form.lemma == "put" and any(w in ("names", "signatures", "signature", "pen") for w in line.lows(i + 1, i + 4)):
        form = Form("put", ("sign",), form.forms)
    if form is not None and form.lemma == "exchange" and set(line.lows(i + 1, i + 3)) & {"fire", "shots", "gunfire"}:
        form = Form("exchange", ("shoot",), form.forms)
    if form is not None and form.lemma == "take" and line.low(i + 1) == "effect":
        form = Form("take", ("enter-force",), form.forms)
    if form is not None and form.lemma == "take" and line.low(i + 1) == "part":
        form = Form("take", ("attend",), form.forms)
    if form is not None and form.lemma == "call" and line.low(i + 1) in ("on", "upon") and line.covered(i + 2, "person", "office") is not None or form is not None and form.lemma == "call" and line.low(i + 2) == "the" and line.low(i + 1) == "on" and line.covered(i + 3, "person", "office"):
        form, end = Form("call", ("meet",), form.forms), i + 2
    if form is None or line.low(i - 1) == "-" and line.tokens[i].glued and token.low not in ("elect",):
        return None
    first = i
    while first > 0 and (line.low(first - 1) in _cues("auxiliaries") or line.low(first - 1).endswith("ly") and first > 1 and line.low(first - 2) in _cues("auxiliaries")):
        first -= 1
    auxiliaries = tuple(line.lows(first, i))
    kind = _kind(line, i, form, auxiliaries)
    if kind is None or form.lemma in ("be", "have", "do") and line.low(i) in _cues("auxiliaries") and (line.low(i + 1) in verbs() and verbs()[line.low(i + 1)].forms & {"pp", "ing"} or line.low(i + 1) in _cues("auxiliaries")):
        return None
    passive = kind == "participle" or "pp" in form.forms and any(a in ("is", "are", "was", "were", "be", "been", "being") for a in auxiliaries)
    return _Verb(first, i, end, form, kind, auxiliaries, passive=passive)


def _kind(line: Line, i: int, form: Form, auxiliaries: tuple[str, ...]) -> str | None:
    """How a verb form is used at i; None where it is a noun or an adjective."""
    low, before, after = line.low(i), line.low(i - 1), line.low(i + 1)
    finite = [a for a in auxiliaries if a in ("will", "shall", "would", "should", "could", "may", "might", "must", "can", "cannot", "ought", "needs")]
    if finite:
        return "future" if finite[0] in ("will", "shall") else "modal"
    if "to" in auxiliaries and ("base" in form.forms or "be" in auxiliaries):
        return "infinitive"
    if any(a in ("has", "have", "had", "was", "were", "been") for a in auxiliaries):
        if form.forms & {"pp", "past"} or "ing" in form.forms or low in ("met", "set", "cut", "shut"):
            return "past"
    if any(a in ("is", "are", "be", "being", "do", "does", "am") for a in auxiliaries):
        return "present" if form.forms & {"pp", "ing", "base"} else None
    if "did" in auxiliaries:
        return "past"
    if "ing" in form.forms:
        if before in DETERMINERS or after in ("of",) or low in ("meeting", "building", "training", "opening", "closing", "including", "regarding", "following", "concerning", "according", "crossing", "fishing", "housing", "farming", "mining", "shipping", "funding", "banking", "being", "neighbouring", "working", "leading", "existing", "ongoing", "founding", "growing") and not (before in ("by", "after", "before", "of", "for", "in", "on", ",") and after in DETERMINERS | {"in", "with"}):
            return None
        return "ing"
    if "past" in form.forms or "pp" in form.forms:
        if "base" in form.forms and before in DETERMINERS | {"'s"}:
            return None
        if (before in DETERMINERS or before == "'s") and "past" in form.forms and not (i == 1 and before in ("these", "those", "this", "that", "others", "some")):
            return None
        if "pp" in form.forms and after in _AFTER_PARTICIPLE and (before == "," and _behind_noun(line, i) and not set(form.concepts) & {"meet", "say", "stress"} or line.covered(i - 1, "date") is None and _verb_follows(line, i) and not auxiliaries):
            return "participle"
        return "past"
    if "s" in form.forms:
        subject = line.covered(i - 1, "state", "organisation", "person", "office")
        if subject is not None and not subject.form.startswith("demonym") or before in ("which", "that", "who", "it", "he", "she", "also", "this") or subject is None and before not in DETERMINERS | PREPOSITIONS and line.tokens[i - 1].word and not line.covered(i - 1) and low not in _NOUNS:
            return "present"
        return None
    back = i - 1
    while back > 0 and (line.low(back).endswith("ly") or line.low(back) in ("hereby", "also", "jointly", "now", "still", "therefore")):
        back -= 1
    before = line.low(back)
    subject = line.covered(back, "state", "organisation", "person")
    if before in _PLURAL_SUBJECTS or before in ("who", "also", "jointly", "both") or subject is not None and not subject.form.startswith("demonym") and low not in _NOUNS and after not in ("of",):
        return "present"
    return None


_AFTER_PARTICIPLE = frozenset("by on in at during under between last this earlier with for since as when from yesterday".split())


def _behind_noun(line: Line, i: int) -> bool:
    """Whether a comma before i closes a noun phrase of a clause whose subject stands elsewhere: an aside."""
    if i < 3 or line.covered(i - 2, "date") is not None:
        return False
    return _verb_follows(line, i) or any(line.low(k) in verbs() and not line.tokens[k].capital and not line.covered(k) or line.low(k).endswith("ing") for k in range(i - 1))


def _verb_follows(line: Line, i: int) -> bool:
    """Whether the clause's own verb is still to come ("the treaty signed in 2024 remains")."""
    for k in range(i + 1, min(i + 14, len(line.tokens))):
        low = line.low(k)
        if low in (",", ";", "and", "which", "that", "who"):
            return False
        if low in ("is", "are", "was", "were", "will", "has", "have", "had", "would", "should", "can", "may"):
            return True
    return False


_NOUNS = frozenset(
    "visit visits plan plans call calls talk talks meeting meetings report reports export exports import imports trade link links attack attacks offer move need tie ties start "
    "works goods services views state states form forms name names term terms fall rise drop gain gains hope hopes aim aims cost costs supply supplies increase increases use uses "
    "issue issues fund funds review marks changes charges claims comments concerns demands deals crossings shows tests notes moves protests raids strikes clashes tours trips launch release support supports "
    "host hosts share shares cover gathers ground grounds address record records contract contracts document documents grant grants pledge promises promise commitments fires".split()
)


def _join(line: Line, groups: list[_Verb]) -> None:
    """A participle joined by "and" to another is one too ("signed in 2022 and ratified in 2023")."""
    for before, group in zip(groups, groups[1:], strict=False):
        if before.kind == "participle" and group.kind == "past" and not group.auxiliaries and "pp" in group.form.forms and line.low(group.first - 1) == "and":
            group.kind, group.passive = "participle", True


def _bound(line: Line, groups: list[_Verb]) -> None:
    """Set how far each verb's clause reaches: from the connector before its subject to the next verb's own start."""
    for i, group in enumerate(groups):
        previous = groups[i - 1] if i else None
        group.left = _left_bound(line, previous.end if previous else 0, group.first)
    for i, group in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        if following is None:
            group.right = _right_bound(line, group.end, len(line.tokens))
        elif following.kind in ("infinitive", "ing", "participle") or group.kind == "participle" and line.low(group.first - 1) != ",":
            group.right = following.first
        else:
            group.right = min(following.first, _right_bound(line, group.end, max(following.left, group.end)))


def _right_bound(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == ";" or line.low(i) == "—" and i > start:
            return i
    return end


def _left_bound(line: Line, start: int, end: int) -> int:
    """The first token of a clause that ends before `end`: after the last strong connector, else after a comma or "and"
    behind which a subject stands."""
    i = end
    while i > start:
        i -= 1
        if line.low(i) == "—":
            other = next((k for k in range(i - 1, start - 1, -1) if line.low(k) == "—"), None)
            if other is not None:
                i = other
                continue
        if line.low(i) in _STRONG and not (line.low(i) in ("as", "after", "before", "so") and (not _clause_like(line, i + 1, end) or "," in line.lows(i + 1, end))):
            return i + 1
    if start == 0:
        return 0
    for i in range(end - 1, start - 1, -1):
        if line.low(i) in ("and", ",") and any(line.covered(k) or line.low(k) in ("they", "he", "she", "it", "both") for k in range(i + 1, end)):
            before = i
            if line.low(i) == "and" and line.low(i - 1) != "," and line.covered(i - 1) and line.covered(i + 1) and line.covered(i - 1).type == line.covered(i + 1).type:  # type: ignore[union-attr]
                continue
            return before + 1
    if line.low(end - 1) in ("and", ",", "or", "then", "but"):
        return end
    return end if not any(line.covered(k) for k in range(start, end)) else start


def _clause_like(line: Line, start: int, end: int) -> bool:
    return end - start < 14 and any(line.covered(k, "state", "person", "office", "organisation") for k in range(start, end))


# ------------------------------------------------------------------ arguments
@dataclass(frozen=True, slots=True)
class _Placed:
    mention: Mention
    first: int
    last: int


def _place(line: Line, mentions: Sequence[Mention]) -> list[_Placed]:
    """Mentions with their token indexes, those that lie inside a person, paper, body or project left out."""
    holders = [m.span for m in mentions if m.type in ("person", "office", "paper", "body", "project", "crossing", "event", "group") and not (m.type == "event" and m.form in ("aid", "sanction"))]
    titles = [m.span for m in mentions if m.type == "paper"]
    mentions = [m for m in mentions if m.type != "date" or not line.calls_paper(m, titles)]
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(line.tokens)}
    found: list[_Placed] = []
    for mention in mentions:
        if mention.type in ("state", "place", "organisation", "date") and any(mention.span in h and mention.span != h for h in holders):
            continue
        first = starts.get(mention.span.start)
        if first is None:
            first = next((i for i, t in enumerate(line.tokens) if t.end > mention.span.start), None)
        last = ends.get(mention.span.end)
        if last is None:
            last = next((i + 1 for i in range(len(line.tokens) - 1, -1, -1) if line.tokens[i].start < mention.span.end), None)
        if first is not None and last is not None:
            found.append(_Placed(mention, first, last))
    return found


def _arguments(line: Line, group: _Verb, placed: list[_Placed]) -> list[Argument]:
    before = [p for p in placed if group.left <= p.first and p.last <= group.first]
    after = [p for p in placed if p.first >= group.end and p.first < group.right]
    found = [Argument(p.mention, _part(line, p.first, group.left, "subject", p.mention.type in ("person", "office"))) for p in before]
    if group.kind == "participle":
        near = [p for p in placed if p.last <= group.first and p.mention.type not in ("date", "number", "amount")]
        things = [p for p in near if p.mention.type in ("paper", "body", "project", "crossing", "transport", "event")]
        if line.low(group.first - 1) == "and" and things:
            near = things
        found = [Argument(p.mention, "object") for p in near[-1:]]
        return found + [Argument(p.mention, {"by": "subject"}.get(part, part)) for p in after for part in [_part(line, p.first, group.end, "object")]]
    found += [Argument(p.mention, _part(line, p.first, group.end, "object")) for p in after]
    if not group.passive and line.low(group.left - 1) in ("which", "that", "whom") and any(a.part == "subject" for a in found):
        behind = [p for p in placed if p.last <= group.left - 1 and group.left - 1 - p.last <= 2]
        found += [Argument(p.mention, "object") for p in behind[-1:] if p.mention.type not in ("date", "number", "amount")]
    if group.passive and group.kind != "participle":
        found = [Argument(a.mention, {"subject": "object", "by": "subject"}.get(a.part, a.part)) for a in found]
    return found


def _part(line: Line, first: int, start: int, default: str, somebody: bool = False) -> str:
    """The part of a mention whose first token is `first`: by the last preposition since the clause's start."""
    i = first - 1
    if default == "subject" and somebody:
        while i > start and (line.low(i) in ("and", ",") or line.covered(i, "person", "office") or line.low(i) in DETERMINERS):
            i -= 1
        if i >= start and line.tokens[i].word and line.low(i) not in PREPOSITIONS and not line.covered(i, "state", "organisation"):
            return default
    crossed_comma = False
    while i >= start:
        low = line.low(i)
        if low in _PARTS and low in PREPOSITIONS:
            if default == "subject" and crossed_comma:
                return default
            return _PARTS[low]
        if low == "," and default == "subject":
            crossed_comma = True
        i -= 1
    return default


def _inherited(line: Line, group: _Verb, earlier: list[_Verb], placed: list[_Placed]) -> list[Argument]:
    """The subject of an earlier verb of the sentence, where a verb has none of its own ("met X and signed Y")."""
    if group.kind == "past" and line.low(group.first - 1) in ("which", "who") or line.low(group.left - 1) in ("which", "who", "that"):
        previous = earlier[-1]
        near = [a for a in previous.arguments if a.mention.span.end <= line.tokens[group.first].start]
        return [Argument(near[-1].mention, "object" if group.passive else "subject")] if near else []
    relative = earlier[-1]
    opener = next((k for k in range(relative.first - 1, -1, -1) if line.low(k) in ("which", "who", "whose")), None)
    if line.low(group.first - 1) == "," and opener is not None and placed:
        heads = [p for p in placed if p.last <= opener and opener - p.last <= 3 and p.mention.type not in ("date", "number", "amount")]
        if heads:
            return [Argument(heads[-1].mention, "object" if group.passive else "subject")]
    for verb in reversed(earlier):
        subjects = [a for a in verb.arguments if a.part == "subject"]
        if subjects:
            return [Argument(a.mention, "object" if group.passive else "subject") for a in subjects]
        if verb.passive and group.passive:
            objects = [a for a in verb.arguments if a.part == "object"]
            if objects:
                return objects
    return []


# ------------------------------------------------------------------ how sure
def _status(line: Line, group: _Verb, previous: _Verb | None) -> str:
    chain = group.auxiliaries
    if any(a in ("not", "n't", "never", "cannot") for a in chain) or "yet" in chain and "to" in chain:
        return "denied"
    if any(line.low(i) in _cues("hypothetical") for i in range(max(group.left - 2, 0), group.first)):
        return "hypothetical"
    modal = next((a for a in chain if a in ("will", "shall", "would", "should", "could", "may", "might", "must", "ought", "needs")), "")
    if modal in _cues("modal_planned") or modal == "would":
        return "planned"
    if modal in _cues("modal_hypothetical"):
        return "hypothetical"
    if modal in _cues("modal_proposed"):
        return "proposed"
    if group.form.lemma == "be" and line.low(group.end) in ("due", "expected", "scheduled"):
        return "planned"
    if "to" in chain and any(a in ("is", "are", "was", "were") for a in chain):
        return "planned"
    if previous is not None and group.kind == "present" and "base" in group.form.forms and previous.form.lemma in _cues("proposed") and any(line.low(k) == "that" for k in range(previous.end, group.first)):
        return "proposed"
    if group.kind == "infinitive":
        if any(a in ("is", "are", "was", "were") for a in chain):
            return "planned"
        return _governed(line, group, previous, "planned")
    if group.kind == "ing" and line.low(group.first - 1) == "that":
        return "reported"
    if group.kind == "ing":
        return _governed(line, group, previous, previous.status if previous else "reported")
    return "reported"


def _governor(line: Line, groups: list[_Verb], i: int) -> _Verb | None:
    """The verb that a verb hangs on: the one before, or, for ", doing ...", the last finite one."""
    earlier = groups[:i]
    if groups[i].kind == "ing" and line.low(groups[i].first - 1) == ",":
        return next((g for g in reversed(earlier) if g.kind not in ("infinitive", "ing")), None)
    if groups[i].kind == "ing" and line.low(groups[i].first - 1) == "and" and earlier and earlier[-1].kind == "ing":
        return None if earlier[-1].status == "reported" else earlier[-1]
    return earlier[-1] if earlier else None


def _governed(line: Line, group: _Verb, previous: _Verb | None, otherwise: str) -> str:
    """The status that a noun or verb before gives to "to do", "doing" ("agreed to open", "the necessity of opening")."""
    for i in range(group.first - 1, max(group.first - 4, group.left - 1, -1), -1):
        low = line.low(i)
        if low in ("after", "before", "since", "by"):
            return "reported"
        for status in ("proposed", "planned", "denied"):
            if low in _cues(f"{status}_nouns") and (status != "denied"):
                return status
        if low in ("ready", "interested", "willing", "keen", "eager", "able"):
            return "proposed"
        if low in ("due", "set", "scheduled", "slated", "expected", "poised"):
            return "planned"
    if previous is not None:
        found = _by_governor(previous)
        if found:
            return found if previous.status in ("reported", found) else previous.status
    return otherwise


def _by_governor(verb: _Verb) -> str:
    for status in ("denied", "postponed", "cancelled", "planned", "proposed"):
        if verb.form.lemma in _cues(status):
            return status
    return ""


_UNFOUNDED = re.compile(r"\b(?:reports?|rumou?rs?|claims?|allegations?)\b.*\b(?:is|are|was|were) (?:un\w+|false|wrong|baseless|not true|groundless|fabricated)\b", re.IGNORECASE)
_CONTRARY = re.compile(r"\bthere (?:is|was|were|are) (?:no|never any|never a|not any) (?:plans?|intention|question)\b", re.IGNORECASE)
_THAT = frozenset("that report reports rumour rumours rumor rumors claim claims message messages allegation allegations having".split())


def _denied(line: Line, groups: list[_Verb]) -> None:
    """What somebody denies, or what is called unfounded, is denied."""
    words = line.text[line.span.start : line.span.end]
    unfounded = bool(_UNFOUNDED.search(words))
    contrary = _CONTRARY.search(words)
    for i, group in enumerate(groups):
        if contrary and line.tokens[group.main].start > line.span.start + contrary.start():
            group.status = "denied"
        if unfounded and group.form.lemma != "be":
            group.status = "denied"
        for earlier in groups[:i]:
            negating = "deny" in earlier.form.concepts and earlier.status == "reported" and not earlier.passive
            if negating and any(line.low(k) in _THAT for k in range(earlier.end, group.first)):
                group.status = "denied"


def _put_off(line: Line, groups: list[_Verb]) -> None:
    """What was planned and, later in the sentence, is said to be postponed or cancelled."""
    for i, group in enumerate(groups):
        status = _by_governor(group)
        if status in ("postponed", "cancelled") and group.status == "reported" and group.passive:
            for earlier in groups[:i]:
                between = line.lows(earlier.end, group.first)
                if earlier.status == "planned" and not {";", "while", "but", "whereas"} & set(between):
                    earlier.status = status


_GAPPING = ("ratify", "sign", "approve", "join", "visit")


def _gapped(line: Line, clause: Clause) -> list[Clause]:
    """ "A ratified it on D and B on E": the second half as a clause of its own."""
    for i in range(1, len(line.tokens) - 2):
        state = line.covered(i + 1, "state")
        if line.low(i) == "and" and state is not None and not state.form.startswith("demonym") and clause.trigger.end < line.tokens[i].start:
            j = i + 1
            while line.covered(j, "state") is state:
                j += 1
            when = line.covered(j + 1, "date") or line.covered(j, "date")
            if line.low(j) in ("on", "in") and when is not None and when.period is not None:
                arguments = (Argument(state, "subject"), *(a for a in clause.arguments if a.mention.type in ("paper", "organisation", "place")))
                return [replace(clause, arguments=arguments, when=when, scope=line.slice(i, j + 1))]
    return []


# ------------------------------------------------------------------ nouns of action
def _nouns(line: Line, groups: list[_Verb]) -> Iterator[_Verb]:
    taken = {i for g in groups for i in range(g.main, g.end)}
    for i, token in enumerate(line.tokens):
        if i in taken or not token.word or line.covered(i, "paper"):
            continue
        phrase = f"{token.low} {line.low(i + 1)}"
        concept, end = acts().get(phrase), i + 2
        if concept is None:
            concept, end = acts().get(f"{phrase} {line.low(i + 2)}"), i + 3
        if concept is None:
            concept, end = acts().get(token.low), i + 1
        if concept is None or line.low(end) == "-" or token.low in ("call", "start", "launch", "exchange", "opening") and line.low(i - 1) in ("to",):
            continue
        group = next((g for g in groups if g.left <= i < g.right), None)
        noun = _Verb(i, i, end, Form(token.low, (concept,), frozenset()), "noun", (), noun=True)
        noun.left = group.left if group else _left_bound(line, 0, i)
        noun.right = group.right if group and i >= group.end else (group.first if group else _next_verb(groups, i, len(line.tokens)))
        if line.low(noun.left) in PREPOSITIONS and (group is None or i < group.first):
            comma = next((k for k in range(end, noun.right) if line.low(k) == "," and not line.covered(k)), None)
            noun.right = comma if comma is not None and any(line.covered(k, "person", "office", "state") for k in range(comma, noun.right)) else noun.right
        yield noun


def _next_verb(groups: list[_Verb], i: int, end: int) -> int:
    return next((g.first for g in groups if g.first > i), end)


def _noun_status(line: Line, noun: _Verb, governor: _Verb | None, groups: list[_Verb]) -> str:
    if "ratify" in noun.form.concepts and line.low(noun.main - 2) in ("instruments", "instrument"):
        return "denied-noun"
    for i in range(noun.main - 1, max(noun.main - 6, -1), -1):
        low = line.low(i)
        if low in ("and", ",", "or", ";", "—") or line.covered(i, "date", "person"):
            break
        linked = line.low(i + 1) in ("of", "to", "for", "on", "in", "regarding", "about", "concerning")
        if low in _cues("proposed_nouns") and linked:
            return "proposed"
        if low in ("planned", "upcoming", "forthcoming", "future", "next", "possible", "proposed", "expected", "scheduled"):
            return {"possible": "hypothetical", "proposed": "proposed"}.get(low, "planned")
        if low in _cues("planned_nouns") and linked:
            return "planned"
        if low in ("postponed", "cancelled", "canceled"):
            return "postponed" if low == "postponed" else "cancelled"
        if low in ("during", "after", "following"):
            return "reported"
    for i in range(noun.end, min(noun.end + 14, len(line.tokens) - 1)):
        if line.low(i) == "," and line.low(i + 1) in ("planned", "scheduled", "foreseen", "due", "expected", "set", "slated"):
            if governor is None or not _by_governor(governor) in ("cancelled", "postponed"):
                later = next((g for g in groups if g.main > i + 1 and _by_governor(g) in ("cancelled", "postponed")), None)
                return _by_governor(later) if later else "planned"
    later = next((g for g in groups if g.main > noun.main and g.passive and _by_governor(g) in ("postponed", "cancelled")), None)
    if later is not None and not {";", "while", "but", "whereas", "and"} & set(line.lows(noun.end, later.first)):
        return _by_governor(later)
    if governor is None:
        return "reported"
    if governor.main > noun.main and (governor.form.lemma not in _HAPPEN or line.low(governor.end) == "to" and line.low(governor.end + 1) not in _BEGINNINGS and line.low(governor.end + 1) not in ("next", "later", "a", "the", "an") and not line.covered(governor.end + 1, "date")):
        return "reported"
    if governor.passive and governor.first > noun.main or governor.main < noun.main:
        found = _by_governor(governor)
        if found and governor.form.lemma not in ("set", "support", "note", "stress", "emphasise", "emphasize", "underline", "underscore", "highlight", "welcome-idea"):
            if found in ("planned", "proposed") and governor.form.lemma in ("discuss", "address", "examine", "negotiate", "explore", "consider") and noun.form.concepts[0] in ("visit", "meet"):
                return "reported"
            return found
    return governor.status


_BEGINNINGS = frozenset("be take start begin happen open resume last follow come".split())
_HAPPEN = frozenset("host receive defer reschedule put-off call-off drop take happen hold occur start begin be schedule plan expect postpone cancel convene follow open slate set delay".split())


def _noun_arguments(line: Line, noun: _Verb, placed: list[_Placed], governor: _Verb | None) -> list[Argument]:
    found: list[Argument] = []
    for p in placed:
        if p.first >= noun.end and p.first < noun.right:
            found.append(Argument(p.mention, _part(line, p.first, noun.end, "object")))
        elif noun.left <= p.first and p.last <= noun.first:
            own = p.last == noun.first or all(line.low(i) in ("'s", "-", "official", "state", "working", "first", "recent", "three", "two", "day", "the", "joint") or line.tokens[i].low in acts() for i in range(p.last, noun.first))
            found.append(Argument(p.mention, "subject" if own else _part(line, p.first, noun.left, "subject")))
    if governor is not None and (governor.right <= noun.main or noun.right <= governor.first or not any(a.part == "subject" for a in found)):
        found += [Argument(a.mention, a.part) for a in governor.arguments if a.part == "subject" and all(a.mention is not f.mention for f in found)]
    return found


# ------------------------------------------------------------------ clauses
def _clause(line: Line, group: _Verb, index: int) -> list[Clause]:
    concepts = tuple(c for c in group.form.concepts if c != "enter-force" or group.noun or group.form.lemma == "take" or line.low(group.end) == "into" and line.low(group.end + 1) in ("force", "effect")) or ("",)
    if group.noun and concepts == ("meet",) and _numbered(line, group.main):
        concepts = ("session",)
    trigger = line.slice(group.main, group.end)
    left, right = max(group.left, 0), max(group.right, group.end)
    scope = line.slice(left, right) if right > left else trigger
    dates = [a.mention for a in group.arguments if a.mention.type == "date" and a.mention.period and not line.term(a.mention)]
    when = min(dates, key=lambda m: _distance(m, trigger), default=None)
    if when is not None and when.attributes.get("part") == "by" and group.status == "reported" and group.kind in ("past", "noun", "participle") and group.form.concepts[:1] != ("approve",):
        when = None
    if group.status == "postponed" or group.status in ("cancelled", "denied") and when is not None and when.attributes.get("part") in ("to", "until"):
        when = None
    tense = {"past": "past", "present": "present", "future": "future", "infinitive": "future", "modal": "future"}.get(group.kind, "past")
    return [Clause(c, trigger, scope, index, tuple(group.arguments), when, group.status, tense, group.noun, group.passive) for c in concepts]


def _numbered(line: Line, i: int) -> bool:
    """Whether an ordinal stands before a noun ("the sixth meeting"): a session of a body."""
    return any(ordinal(line.low(k)) for k in range(max(0, i - 4), i))


def _distance(mention: Mention, trigger: Span) -> int:
    return min(abs(mention.span.start - trigger.end), abs(trigger.start - mention.span.end))
