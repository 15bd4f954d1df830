"""Of what an act speaks: the things of its clause, or those that "it", "the post", "which" or no subject refers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.languages import patterns as re
from accord.languages.en.doings.referring import Acting, definite, heads, other_antecedent, referring, related
from accord.languages.en.doings.words import word_set
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["Known", "attach", "carried"]

_CONNECTORS = frozenset(
    listed("; — : which who whom whose where when while whereas but although though because unless if that")
)
_JOINED = frozenset(("and", "but", "or", ",", "then"))
_PASSED = _CONNECTORS | frozenset(listed("and , or then after before since having once in on at by from"))
_PRONOUNS = frozenset(listed("it they both these them this"))
_BEHIND = frozenset(
    listed(
        "again yesterday today tomorrow early late twice once earlier later as if but this last next following "
        "despite due shortly soon until till than first two three four five six several years months weeks days decades long some"
    )
)
_PASSIVE = frozenset(listed("is are was were be been being"))
_SERVING = frozenset(listed("through admit serve receive receiving processing process accept accepting serving"))
_WORKS = frozenset(listed("construction works work building groundbreaking ground laying"))
_SITE = re.compile(
    r"^\s+(?:the\s+)?(?:(?:construction|building)\s+)?(?:works?|site|yard)\s+(?:at|of|on|for)\s+(?:the\s+)?$"
)
_FAR = 90  # characters between a verb and what it is done to
_DIRECT = frozenset(("construct", "complete", "inaugurate", "announce", "agree", "discuss", "propose", "plan"))
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|reports?|assessment|documentation|documents?|designs?|project papers?|blueprints?|financing|funding|tender)"
    r"\s+(?:of|on|for|into|about)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_BYWORD = re.compile(
    r"\b(?:(?:agreement|consultation|consultations|arrangement|order|request|talks) (?:with|of)|(?:swept|washed|carried) away|"
    r"destroy\w*|damag\w+|crosse[sd]|using)\s+(?:the\s+)?$"
)
_THITHER = re.compile(r"\b(?<!works )(?<!work )(?:to|into|at|from|in|via|through)\s+(?:the\s+)?$")
_SPOKEN = frozenset(("agree", "announce", "discuss", "visit", "plan", "propose", "cancel"))
_INSIDE = re.compile(
    r"\b(?P<noun>[A-Za-z]\w*) (?:at|in|near|through|via|along|by|with|from|for|on|of|to) "
    r"(?:(?:the|a|an|its|their|new|planned|proposed|\d+|k?m|long|MW|kV) )*(?:\w+[- ])?$"
)
_PART_OF_WORK = re.compile(
    r"works?|construction|building|units?|sections?|parts?|phases?|stages?|stretch|blocks?|spans?|half|km|kilomet\w+|"
    r"bores?|tubes?|lanes?|carriageway|arch|piers?|pillars?|deck|spans?|turbines?|runway|berths?|pylons?|towers?|rails|"
    r"percent|cent|progress|completion|\w*opening|inauguration|commissioning|laying|rehabilitation|repairs?|renewal|"
    r"renovation|moderni[sz]ation|upgrad\w+|expansion|electrification|reconstruction|refurbishment|extension|all|most|"
    r"widening|groundbreaking|track|leg|stone|ceremony|visit|is|are|was|were|be|been|and|or",
    re.IGNORECASE,
)
_RELATIVES = frozenset(("which", "that"))
_SAID = frozenset(listed("is are was were be been has have had to will shall would not now still it")) - {"it"}
_BESIDE = re.compile(r"\b(?:opposite|outside|near|beside|behind|in front of|across from|next to)\b")
_ENDS = frozenset(("port", "airport"))
_FOLLOWS = 2  # sentences that a pronoun reaches back
_LINES = frozenset({"power-line", "railway", "pipeline"})
_ASIDE = re.compile(
    r"\b(?:under|within|near|as part of|by|through|along|for|with|using|beside|at)\s+(?:the\s+|its\s+|their\s+|"
    r"a\s+)?(?:framework of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_PAPERWORK = re.compile(
    r"\b(?:tenders?|contracts?|bids?|loans?|talks|stud(?:y|ies)|survey|designs?|funding|financing|competition|"
    r"campaign|permit|licence|plans?|proposals?|credit|agreement|company|consortium)\s+(?:\w+\s+){0,2}?(?:for|on|of|"
    r"about|to build)\s+(?:the\s+|a\s+|an\s+)?(?:new\s+)?$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"(?:['’]s)?\s+(?!in\b|on\b|and\b|as\b|or\b|by\b|at\b|for\b|with\b|after\b|since\b|to\b|membership\b|was\b|is\b|"
    r"has\b|had\b|who\b|but\b|if\b|from\b|were\b|are\b|have\b|will\b|this\b|last\b|next\b|would\b|later\b|again\b|"
    r"when\b|while\b|which\b|before\b|until\b|because\b|could\b|\d)[a-z]"
)
_BODY = re.compile(
    r"\b(?:groups?|committees?|commissions?|teams?|talks|stud(?:y|ies)|markets?|(?<!customs )offices?|forces?|zones?|parks?|schools?|"
    r"hospitals?|camps?|embass(?:y|ies)|consulates?|shops?|bases?|fund|road|railway|works)\s+(?:\w+\s+)?"
    r"(?:on|at|near|for|about|along|around|beside|of|to|outside)\b",
    re.IGNORECASE,
)
_LINKING = re.compile(r"\b(?:of|for|to|on|from)\b|^\s*(?:the|a|an|its|their)?\s*$")


@dataclass(slots=True)
class Known:
    """The things named last, by kind: in which sentence, and which."""

    named: dict[str, tuple[int, list[Mention]]] = field(default_factory=dict)
    works: list[Mention] = field(default_factory=list)  # all works named so far
    crossings: dict[str, Mention] = field(default_factory=dict)  # all crossings of the document, by name
    lately: list[Mention] = field(default_factory=list)  # the last two crossings that were named, whichever sentence

    def name(self, kind: str, index: int, things: list[Mention]) -> None:
        self.named[kind] = (index, things)
        if kind == "crossing" and not any(t.attributes.get("border") for t in things):
            self.named["gate"] = (index, things)
            names = {t.name for t in things}
            self.lately = [*(t for t in self.lately if t.name not in names), *things][-2:]
        if kind == "project":
            self.works += things

    def again(self, kind: str, index: int, things: list[Mention]) -> None:
        """Remember that things were referred to once more, by the words that named them."""
        self.named[kind] = (
            index,
            [
                t.but(
                    span=t.antecedents[0], antecedents=t.antecedents[1:], attributes={**t.attributes, "recalled": False}
                )
                if t.attributes.get("recalled")
                else t
                for t in things
            ],
        )


def attach(line: Line, act: Acting, named: list[Mention], index: int, known: Known) -> None:
    """Give an act its things; none where it has no thing of its kind, or is done to the papers about it."""
    _attach(line, act, named, index, known)
    at = line.tokens[act.at].start
    if act.way.kind == "project" and any(t.span.start <= at < t.span.end for t in act.things):
        act.things = [t for t in act.things if not t.span.start <= at < t.span.end]  # "the branch to connect A with B"
    if act.way.kind == "project" and act.way.words[0].startswith("connect"):
        act.things = [t for t in act.things if t.form not in _ENDS]  # "will connect Suva port with the interior"
    if act.way.kind == "project" and act.way.concept not in _SPOKEN and act.things:
        act.things = [
            t
            for t in act.things
            if not _STUDIED.search(line.text[max(line.span.start, t.span.start - 80) : t.span.start])
        ]


def _attach(line: Line, act: Acting, named: list[Mention], index: int, known: Known) -> None:
    start, stop = line.tokens[act.left].start, line.tokens[act.right - 1].end
    here = [m for m in named if start <= m.span.start < stop and _object(line, act, m)]
    if act.way.sort == "noun":
        act.things = _of_noun(line, act, here, named)
        if (
            not act.things
            and act.concept == "project/construct"
            and act.way.words[0] in _WORKS
            and act.at <= act.left + 2
            and line.low(act.at - 1) not in DETERMINERS - {"the"}
        ):
            before = [m for m in named if m.span.end <= line.tokens[act.left].start]
            led = act.way.words[-1] in PREPOSITIONS
            places = range(act.end, min(act.end + 6, act.right)) if led else range(act.left)
            head = next((k for k in places if line.low(k) in heads("project") and definite(line, k)), None)
            if led and head is None:
                return
            if before and not led:
                act.things = _run(before)
            elif head is not None:
                act.things = _recalled(act, line, index, known, head)
            else:
                act.things = _recalled(act, None, index, known)
        return
    if own := [t for t in here if t.attributes.get("verb") and t.span.start == line.tokens[act.at].start]:
        act.things = own  # "will link A with B"
        return
    if _other_object(line, act, here):
        return
    if act.way.kind == "project" and act.left and other_antecedent(line, act, named):
        return
    if here:
        act.things = here if act.way.kind != "membership" else _told(line, act, here)
        return
    before = [m for m in named if m.span.end <= line.tokens[act.at].start]
    if (
        act.left == 0 and _bare(line, act) and line.low(act.right) == ","
    ):  # "Closed in 2021, the A crossing was reopened"
        act.things = [m for m in named if 0 <= m.span.start - line.tokens[act.right].end < 24][:1]
        return
    if before and (_bare(line, act) or _relative(line, act, before[-1])):
        act.things = _run(before)
        return
    if act.way.kind == "membership":
        act.things = _joined(line, act, named, index, known)
        return
    word = referring(line, act)
    if word is None:
        word = related(line, act)
    if word is not None:
        if before and line.low(word) == "one":
            known.named[act.way.kind] = (index, before)
        act.things = _run(before) if before and line.low(word) != "one" else _recalled(act, line, index, known, word)


def carried(line: Line, act: Acting, before: Sequence[Acting]) -> list[Mention]:
    """ "The line was closed in May and reopened in June": the things of the act before, for a verb joined to it that has neither
    subject nor object of its own."""
    if act.way.sort == "noun" or line.low(act.left) not in _JOINED or not _bare(line, act):
        return []
    passive = bool(set(line.lows(act.first, act.at)) & _PASSIVE) or act.way.sort == "state"
    last = next((b for b in reversed(before) if b.way.kind == act.way.kind and b.things and b.right == act.left), None)
    return list(last.things) if last is not None and (passive or not _object_follows(line, act)) else []


def _object_follows(line: Line, act: Acting) -> bool:
    """Whether a noun stands right behind a verb ("and opened a school")."""
    low = line.low(act.end)
    plain = low in PREPOSITIONS | _PASSED | _BEHIND or low.endswith("ly") or not low[:1].isalnum()
    return act.end < len(line.tokens) and not plain and line.covered(act.end, "date") is None


def _other_object(line: Line, act: Acting, named: list[Mention]) -> bool:
    """Whether an active verb has an object that is no thing of its kind ("and opened a conference")."""
    if act.way.sort != "verb" or act.way.kind == "membership" or set(line.lows(act.first, act.at)) & _PASSIVE:
        return False
    if act.concept == "crossing/run" or (
        act.way.kind == "crossing" and len(act.way.words) > 2 and act.way.words[-1] in _SERVING
    ):
        return False
    if _object_behind(line, act, named):
        return True
    end = line.tokens[act.end - 1].end
    if any(m.span.end > end for m in named):
        return False
    if line.low(act.end) in DETERMINERS - {"both", "this", "that", "these"}:
        return not any(line.low(k) in heads(act.way.kind) for k in range(act.end + 1, min(act.end + 4, act.right)))
    return line.covered(act.end, "state", "person", "organisation", "amount") is not None


def _object_behind(line: Line, act: Acting, here: list[Mention]) -> bool:
    """Whether things stand before an active verb and another noun right behind it ("will create new chances")."""
    end = line.tokens[act.end - 1].end
    if (
        act.way.concept in ("run", "lead", "keep")
        or (here and act.way.kind == "tie")
        or any(m.span.end > end for m in here)
        or act.end >= len(line.tokens)
    ):
        return False
    low = line.low(act.end)
    if not here and (
        low in _PRONOUNS or any(line.low(k) in heads(act.way.kind) for k in range(act.end, min(act.end + 4, act.right)))
    ):
        return False
    plain = (
        low in PREPOSITIONS | _PASSED | _BEHIND
        or low.endswith("ly")
        or not line.tokens[act.end].word
        or line.covered(act.end, "date") is not None
    )
    return not plain and low not in DETERMINERS


def _object(line: Line, act: Acting, thing: Mention) -> bool:
    """Whether a thing behind a verb may be what it is done to ("built under the X project" is not)."""
    end = line.tokens[act.end - 1].end
    if (
        act.way.kind == "project"
        and thing.span.start < end
        and act.way.concept in ("construct", "complete", "inaugurate", "announce")
    ):
        before = line.text[line.tokens[act.left].start : thing.span.start]
        if _BYWORD.search(before) or (
            act.way.sort == "verb" and thing.form in ("port", "airport") and _THITHER.search(before)
        ):
            return False
        return not _PAPERWORK.search(before) and not _STUDIED.search(before) and not _beside_it(before)
    if act.way.kind == "transport" and thing.span.start >= end and act.way.concept in ("suspend", "launch", "resume"):
        return not _PAPERWORK.search(line.text[end : thing.span.start])
    if act.way.kind == "transport" and thing.span.start < end and act.way.concept in ("suspend", "launch"):
        return not _PAPERWORK.search(line.text[line.tokens[act.left].start : thing.span.start])
    if act.way.kind == "crossing" and thing.span.start >= end and line.low(act.at) != "work":
        gap = line.text[end : thing.span.start]
        return not _BODY.search(gap)
    if act.way.kind == "tie" and thing.span.start >= end and thing.form in ("embassy", "consulate"):
        return not _BESIDE.search(line.text[end : thing.span.start])
    if act.way.kind != "project" or thing.span.start < end:
        return True
    gap = line.text[end : thing.span.start]
    if act.way.concept == "visit" and _SITE.search(gap):
        return True
    if act.way.concept not in _SPOKEN and _STUDIED.search(gap):
        return False
    if act.way.sort == "verb" and (len(gap) > _FAR or (act.way.concept in _DIRECT and _beside_it(gap))):
        return False
    return bool({"ground", "ribbon"} & set(line.lows(max(0, act.at - 6), act.end))) or not _ASIDE.search(
        line.text[end : thing.span.start]
    )


def _beside_it(before: str) -> bool:
    """Whether a work stands in its clause as where or whereof something else is ("the storage period at the X port")."""
    match = _INSIDE.search(before)
    return match is not None and _PART_OF_WORK.fullmatch(match["noun"]) is None


def _told(line: Line, act: Acting, here: list[Mention]) -> list[Mention]:
    """The organisations right behind a verb, in one list; "the EU market" is none."""
    end = line.tokens[act.end - 1].end
    found: list[Mention] = []
    for thing in (t for t in here if t.span.start >= end):
        gap, after = line.text[end : thing.span.start], line.text[thing.span.end : thing.span.end + 16]
        if (len(gap) > 40 and not found) or _NOUN_AFTER.match(after):
            break
        found.append(thing)
        end = thing.span.end
    return found


def _joined(line: Line, act: Acting, named: list[Mention], index: int, known: Known) -> list[Mention]:
    """ "X joined in 2016": the organisation named last before, where the verb has no object of its own."""
    if act.way.sort == "noun" or (
        line.low(act.end) not in ("in", ".", ",", ";", "on", "later", "")
        and not line.covered(act.end, "date")
        and line.low(act.end) not in ("it", "them")
        and not _that_body(line, act.end)
    ):
        return []
    before = [m for m in named if m.span.end <= line.tokens[act.at].start]
    return before[-1:] or _recalled(act, None, index, known)


def _that_body(line: Line, i: int) -> bool:
    """ "The bloc", "the regional body", "this alliance": an organisation told before, by its noun."""
    if line.low(i) not in ("the", "this", "that"):
        return False
    return any(line.low(k) in heads("membership") for k in (i + 1, i + 2))


def _run(before: list[Mention]) -> list[Mention]:
    """The last thing, with those named in one breath with it ("the A and B crossings")."""
    many = before[-1].attributes.get("count", 1)
    return before[-many:] if isinstance(many, int) and many > 1 else before[-1:]


def _of_noun(line: Line, act: Acting, here: list[Mention], named: list[Mention]) -> list[Mention]:
    """The things that an act named by a noun is done to ("opening of the A crossing", "the A crossing's closure")."""
    found: list[Mention] = []
    at, end = line.tokens[act.at].start, line.tokens[act.end - 1].end
    if line.low(act.at - 1) == "whose":
        return [m for m in named if m.span.end <= at][-1:]
    for thing in here:
        if thing.span.start >= end:
            gap = line.text[end : thing.span.start]
            led = act.way.words[-1] in PREPOSITIONS and re.fullmatch(r"[^.,;:]{0,30}", gap)
            if (len(gap) < 70 and _LINKING.search(gap)) or led or found:
                found.append(thing)
        elif 0 <= at - thing.span.end <= 3 or ("'s" in line.text[thing.span.end : at] and at - thing.span.end < 12):
            found.append(thing)
    return found


def _bare(line: Line, act: Acting) -> bool:
    """Whether no subject of its own stands before a verb (", suspended in 2020", "which was shut")."""
    return all(
        line.low(i) in _PASSED | _SAID
        or (line.low(i) == "ground" and act.concept == "project/construct")
        or line.low(i) in word_set("adverbs") | word_set("planned_words")
        or line.covered(i, "date")
        or line.low(i).endswith("ly")
        for i in range(act.left, act.first)
    )


def _relative(line: Line, act: Acting, thing: Mention) -> bool:
    """ "the post, which Iran closed in 2020": an active verb without an object in a clause about the thing before."""
    opener = act.left if line.low(act.left) in _RELATIVES else act.left - 1
    if (
        act.way.sort != "verb"
        or act.way.kind not in ("crossing", "project", "transport")
        or line.low(opener) not in _RELATIVES
        or not 0 <= line.tokens[opener].start - thing.span.end <= 40
        or set(line.lows(act.first, act.at)) & _PASSIVE
    ):
        return False
    after = line.low(act.end)
    return act.end >= len(line.tokens) or (
        after not in DETERMINERS and (after in PREPOSITIONS | _PASSED | _BEHIND or not line.tokens[act.end].word)
    )


def _recalled(act: Acting, line: Line | None, index: int, known: Known, word: int = -2) -> list[Mention]:
    """The things named last, as far as the referring word at token `word` may mean them."""
    at, things = known.named.get(act.way.kind, (-99, []))
    low = line.low(word) if line is not None and word >= 0 else ""
    if act.way.kind == "crossing" and low not in _PRONOUNS and any(t.attributes.get("border") for t in things):
        at, things = known.named.get("gate", (at, things))
    if not things or (low in _PRONOUNS and index - at > _FOLLOWS):
        return []
    if act.way.kind == "project" and low in heads("project"):
        things = [t for t in things if _suits(low, t)] or [t for t in known.works if _suits(low, t)][-1:]
    if (
        act.way.kind == "crossing"
        and len(things) == 1
        and line is not None
        and "both" in line.lows(max(word - 2, 0), word + 1)
    ):
        things = known.lately if things[0].name in {t.name for t in known.lately} else things
        at = index
    many = low in ("both", "they", "them", "these") or (low.endswith("s") and low != "this")
    chosen = things if many else things[:1] if index - at > 1 else things[-1:]
    span = line.slice(word, word + 1) if line is not None and word >= 0 else None
    if low == "one" and line is not None and span is not None:
        more = line.low(word - 1)
        return [
            t.but(name=f"{more} {t.name}", span=line.slice(word - 1, word + 1), antecedents=(t.span, *t.antecedents))
            for t in things[-1:]
        ]
    return [
        t.but(span=span, antecedents=(t.span, *t.antecedents), attributes={**t.attributes, "recalled": True})
        if span
        else t
        for t in chosen
    ]


def _suits(word: str, project: Mention) -> bool:
    """Whether "the line", "the bridge" may mean a work."""
    if "station" in project.name.lower() and word not in ("station", "project", "works"):
        return False
    if word == "crossing":
        return project.form == "bridge"
    if word in project.name.lower() or word in ("project", "works", "scheme", "link"):
        return True
    if word in ("plant", "dam", "station"):
        return project.form in ("hydropower", "power-plant")
    return (
        (word == "line" and project.form in _LINES)
        or word == project.form
        or (word in ("highway", "motorway") and project.form == "road")
    )
