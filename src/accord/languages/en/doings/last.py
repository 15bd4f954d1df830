"""The last reader of what is done with a crossing, a link or a work: any word of doing right beside it, where the tables of
ways found nothing in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.doings.act import Act
from accord.languages.en.doings.words import Way
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["SHORTENED", "last_acts"]

_BREAK = re.compile(
    r"[;:—–]|\.\s|\b(?:while|whereas|but|although|though|because|whose|who|unless|if|after|as|when|until|till|pending)\b"
)
_ASIDE = re.compile(r"\s*(?:\([^)]{1,80}\)|,\s(?!and\b|which\b)[^,;]{3,90},)(?=\s)")
_AUX = (
    r"(?:is|are|was|were|be|been|being|has|have|had|having|will|shall|would|should|could|may|might|must|can|to|not|now|still|"
    r"also|already|remains?|remained|stays?|stayed|stood|stands?|lies?|due|set|expected|going|it|which|that|never|no|longer|"
    r"once|again|yet|finally|soon|first|gone|went|go|goes|got|gets?|came|comes?|kept|keeps?|put|puts|brought|taken|swung|"
    r"made|a|an|the|partly|under|in|at|on|by|about|some|nearly|almost|both|sides|today|yesterday|tomorrow|long|just|only|"
    r"planned|scheduled|slated|\w+ly|n't|,|\d+)"
)
_TAIL = r"(?:\s+(?:in|of|between|at|with|from|to|on|over|across|under|beneath|near|for|into)\s+(?:[\w’'-]+\s+){0,3}?[A-ZÀ-Þ][\w’'-]*(?:\s+and\s+[A-ZÀ-Þ][\w’'-]*)?)?"
_BEHIND = re.compile(
    rf"^(?:\s+(?:project|line|services?|routes?|flights?|posts?|border|frontier|crossings?|gates?|checkpoints?|points?|pass|one-stop|customs|immigration|cargo|ferry|terminal|land|state|road|international|terminal)){{0,3}}{_TAIL},?(?P<chain>(?:\s+{_AUX}){{0,7}})\s*$"
)
_GAP = re.compile(
    r"^[a-z]*(?P<gap>(?:\s+(?!by\b|and\b|or\b|that\b|said\b|is\b|was\b|has\b|were\b|are\b|will\b)[\w’'-]+){0,6})\s*$"
)
_NOT = re.compile(r"\b(?:no|not|never|without|neither|nothing|nobody|none)\b|n['’]t\b", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:will|shall|would|due to|set to|expected to|to be|(?:is|are|was|were) to|scheduled to|slated to|going to|about to|"
    r"agreed to|decided to|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|aim(?:s|ed|ing)? to|mean(?:s|t)? to|ready to|must|should|from next|as from|as of|soon)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|neither|none)\b", re.IGNORECASE)
_FALLEN_THROUGH = re.compile(r"\b(?:was|were) to have\b|\bshould have\b")
_COULD = re.compile(r"\b(?:could|may|might|can|if|whether|hopes? to|wants? to|like to|possib\w+)\b", re.IGNORECASE)
_CAN_AGAIN = re.compile(r"\bcan (?:again|now|once more)\b")
_SOUGHT = frozenset(("propose", "plan"))
_PAPERWORK = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|tenders?|talks|contracts?|loans?|bids?|designs?|agreement|memorandum|ban|reports?|debate|"
    r"trade|company|group|committee|working)\b"
)
_BOUNDS = frozenset(
    listed("; — : which who whom whose where when while whereas but although though because unless if that")
)
_NOUN_OF = re.compile(
    r"\b(?P<noun>[a-z][\w-]*)\s+(?P<prep>of|for|on|at|in|over|to|about|along|near|through|via|across|with|from|by|under|into)\s+"
    r"(?:(?:the|a|an|its|their|this|that|both|new|planned|proposed|future|first|second|[\w-]*day|\d[\d.,]*|k?m|kV|[MG]W) )*"
    r"(?:\w+[- ])?$"
)
_CARRYING = re.compile(
    r"posts?|gates?|checkpoints?|points?|terminals?|traffic|passage|entry|exit|movement|gates?|barriers?|operations?|works?|construction|building|trucks?|lorries|vehicles|"
    r"clearance|crossings?|opening|reopening|resumption|suspension|halt|start|launch|section|stretch|phase|part|units?|leg|"
    r"half|service|services|favou?r|cent|side|parts|travel|access|tests?|runs?|end|idea|possibility|introduction|laying|"
    r"rehabilitation|repairs?|renovation|upgrad\w+|moderni[sz]ation|voyages?|trips?|sailings?|departures?|flights?|journeys?|runs?|hall|turbines?|contract|deal|agreement|stretch|electrification|track|expansion|plans?|return|"
    r"case|prospects?|option|need|request|proposals?|permission|wish|frequency|frequencies|seats?|tickets|"
    r"is|are|was|were|be|been|and|or|ready|open",
    re.IGNORECASE,
)
_LOOSELY = frozenset(("on", "at", "in", "with", "by", "from", "over", "near", "along", "under", "about", "into"))
_GOING = frozenset(("construct", "complete", "inaugurate", "use"))
_PART = r"(?:\d[\d.,]*\s?(?:%|per ?cent|percent)|half|two[- ]thirds|three[- ]quarters)"
_SHARE = re.compile(
    rf"\b{_PART}\s+(?:of\s+)?(?:the\s+|its\s+|all\s+)?(?:\w+\s+){{0,4}}?(?:works?\b|complete|finished|built|laid|ready|done|progress|"
    rf"construction\b)|\b(?:works?|construction|progress|completion|building)\b[^;]{{0,140}}?\b(?:reached|is|was|stands? at|"
    rf"stood at|are|were|at|by|to)\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+)?{_PART}",
    re.IGNORECASE,
)
_KEEP = re.compile(r"\b(?:keep|keeps|keeping|kept|leave|leaving|left)\b")
_AS_EVER = re.compile(
    r"\b(?:as (?:usual|normal|always|ever|before|scheduled)|normally|without (?:interruption|incident|delays?))\b"
)
_NO_MORE = re.compile(r"\bthere (?:has|have|had) been no (?:direct |regular |scheduled )*$", re.IGNORECASE)
_WAITED = re.compile(r"\b(?:once|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
SHORTENED = re.compile(
    r"[^.;:,]{0,90}?\bby (?:(?:more than|about|some|nearly|almost|around|up to|over|at least) )?(?:\d|half|a third|two)"
)  # "cutting the train journey by two hours"
_HELD = 40  # characters between "keep", the thing and "open"
_OTHERS = (
    r"plants?\b|planes?\b|planet|planks?\b|barg|barri(?:er|o)|background|backdrop|backlog|backbone|signific|signal|signature|"
    r"address|addition|pressur|clearance|dealer|openly|openness|closely|closer|closest|settl|setting|standard|runway|runner|"
    r"designat|cutting-edge|studio|student|studied|ends?\b|shuttle|complement|approach|stopover|stop(?:s|ped)?\sat\b|readily|started out|donec"
)
_NEAR = 110  # characters looked at beside a thing


@dataclass(frozen=True, slots=True)
class Told:
    """A doing: its concept, where its word begins and ends, and how sure it is."""

    concept: str
    start: int
    end: int
    status: str


@cache
def _stems(kind: str) -> tuple[tuple[str, re.Pattern], ...]:
    def one(entry: str) -> str:
        words = entry.split("_")
        return (
            r"[\s-]+".join(re.escape(w) for w in words[:-1] if w)
            + (r"[\s-]+" if len(words) > 1 else "")
            + (re.escape(words[-1]) + r"\w*")
        )

    found = []
    for concept, entries in table("last")[kind].items():
        options = sorted(entries.split(), key=len, reverse=True)
        found.append(
            (
                concept,
                re.compile(rf"(?<![\w-])(?!{_OTHERS})(?:{'|'.join(one(e) for e in options)})(?!-)", re.IGNORECASE),
            )
        )
    return tuple(found)


def last_acts(line: Line, named: dict[str, list[Mention]], chosen: list[Act]) -> Iterator[Act]:
    """What words that no table of ways has tell of things that nothing was told of: acts of the kinds `KIND-last`."""
    told = {t.name for act in chosen for t in act.things}
    for kind in ("crossing", "transport", "project"):
        for thing in named[kind]:
            found = _told_of(line, kind, thing) if thing.name not in told else None
            if found is None and kind == "project":
                found = _progress(line, thing, chosen)
                if found is not None and any(thing.span.end <= t.span.start <= found.end for t in named[kind]):
                    found = None  # the share is that of the work named after it
            if found is not None:
                told.add(thing.name)
                yield _act(line, kind, found, thing)


def _act(line: Line, kind: str, found: Told, thing: Mention) -> Act:
    at = next(i for i, t in enumerate(line.tokens) if t.end > found.start)
    end = next((i for i, t in enumerate(line.tokens) if t.start >= found.end), len(line.tokens))
    act = Act(Way(f"{kind}-last", found.concept, "verb", (), frozenset()), at, at, max(end, at + 1))
    act.left, act.right = _around(line, at, act.end, thing)
    act.status, act.things = found.status, [thing]
    return act


def _progress(line: Line, thing: Mention, chosen: list[Act]) -> Told | None:
    """ "61 % of the works on the A bridge are done": a share of works tells that they go on, whatever else is to come."""
    if any(a.status == "reported" and a.way.concept in _GOING and thing in a.things for a in chosen):
        return None
    match = _SHARE.search(line.text, line.span.start, line.span.end)
    if match is None or (
        (match.start() < thing.span.start) and _BREAK.search(line.text, match.end(), thing.span.start)
    ):
        return None
    return Told("construct", match.start(), match.end(), "reported")


def _around(line: Line, at: int, end: int, thing: Mention) -> tuple[int, int]:
    """The tokens from the thing or the doing, whichever is first, to the end of the clause, its beginning included."""
    first = next(i for i, t in enumerate(line.tokens) if t.end > thing.span.start)
    left, right = min(at, first), max(end, first + 1)
    while left > 0 and line.low(left - 1) not in _BOUNDS | {","}:
        left -= 1
    while right < len(line.tokens) and line.low(right) not in _BOUNDS | {",", "and", "after", "before", "as"}:
        right += 1
    return left, right


def _told_of(line: Line, kind: str, thing: Mention) -> Told | None:
    """What the sentence tells of a thing by a word right behind it, or right before; "keep the A post open" is no news."""
    told = _behind(line, kind, thing) or _before(line, kind, thing)
    if kind == "project" and _WAITED.search(line.text, line.span.start, thing.span.start):
        return None
    if told is None or _AS_EVER.search(line.text, told.end, line.span.end):
        return None
    if told.concept == "suspend" and SHORTENED.match(line.text, told.end):
        return None
    if line.text[told.start].isupper() and line.kind not in ("headline", "heading") and not _opens(line, told.start):
        return None
    if kind == "transport" and line.text[thing.span.end :].lstrip().startswith("of "):
        return None
    kept = told.start - thing.span.end < _HELD and _KEEP.search(
        line.text[max(line.span.start, thing.span.start - _HELD) : thing.span.start]
    )
    return None if kept else told


def _opens(line: Line, at: int) -> bool:
    """Whether a word is capital because a sentence or an entry begins with it."""
    before = line.text[line.span.start : at].rstrip()
    return not before or before.endswith(("–", "—", ":"))


def _behind(line: Line, kind: str, thing: Mention) -> Told | None:
    """ "The A crossing, ..., has not worked since", "traffic at A was halted"."""
    start = max(
        [thing.span.end, *(s.end for s in thing.antecedents if s in line.span and 0 <= s.start - thing.span.end < 60)]
    )
    text = line.text[start : min(line.span.end, start + 2 * _NEAR)]
    aside = _ASIDE.match(text)
    skipped = aside.end() if aside else 0
    text = text[skipped : skipped + _NEAR]
    stop = _BREAK.search(text)
    text = text[: stop.start()] if stop else text
    best: tuple[int, Told] | None = None
    if _beside(line.text[max(line.span.start, thing.span.start - _NEAR) : thing.span.start], kind):
        return None
    for concept, pattern in _stems(kind):
        for match in pattern.finditer(text):
            led = _BEHIND.match(text[: match.start()])
            if led is None or (best is not None and match.start() >= best[0]):
                continue
            at = start + skipped
            subject = line.text[max(line.span.start, thing.span.start - 50) : thing.span.start]
            told = _judged(kind, concept, f"{subject if _NOT.match(subject.strip()) else ''} {led['chain']}")
            if told is not None:
                best = match.start(), Told(told[0], at + match.start(), at + match.end(), told[1])
    return best[1] if best else None


def _before(line: Line, kind: str, thing: Mention) -> Told | None:
    """ "threw open the A post", "in favour of a ferry between A and B"."""
    start = max(line.span.start, thing.span.start - _NEAR)
    text = line.text[start : thing.span.start]
    for cut in reversed(list(_BREAK.finditer(text))):
        start, text = start + cut.end(), text[cut.end() :]
        break
    if kind == "transport" and (none := _NO_MORE.search(text)) is not None:
        return Told("suspend", start + none.start(), start + none.end(), "reported")
    best: tuple[int, Told] | None = None
    for concept, pattern in _stems(kind):
        for match in pattern.finditer(text):
            gap = _GAP.match(text[match.end() :])
            if gap is None or (best is not None and match.start() <= best[0]):
                continue
            words = gap["gap"].split()
            if (_PAPERWORK.search(gap["gap"]) and concept != "agree") or _beside(gap["gap"] + " ", kind):
                continue
            if words and words[0] in _LOOSELY and concept not in ("agree", "construct", "plan", "negated", "reopen"):
                continue
            told = _judged(kind, concept, text[: match.start()][-48:])
            if told is not None:
                best = match.start(), Told(told[0], start + match.start(), start + match.end(), told[1])
    return best[1] if best else None


def _beside(before: str, kind: str) -> bool:
    """Whether a thing only tells of what something else is ("a group on the A crossing", "land for the A railway")."""
    match = _NOUN_OF.search(before)
    if match is None:
        return False
    return _CARRYING.fullmatch(match["noun"]) is None or (kind == "project" and match["noun"] in ("traffic", "trucks"))


def _judged(kind: str, concept: str, chain: str) -> tuple[str, str] | None:
    """The concept and status of a doing whose auxiliaries are `chain`."""
    negated = _NOT.search(chain) is not None
    if kind == "project" and (_FALLEN_THROUGH.search(chain) or _NOBODY.search(chain)):
        return None
    if concept == "negated":
        if not negated or _WILL.search(chain):
            return None
        return ("close" if kind == "crossing" else "suspend"), "reported"
    if negated:
        return (concept, "denied") if concept not in _SOUGHT else None
    if concept in _SOUGHT:
        return concept, "planned" if concept == "plan" else "proposed"
    if _COULD.search(_CAN_AGAIN.sub("", chain)):
        return concept, "proposed"
    return concept, "planned" if _WILL.search(chain) else "reported"
