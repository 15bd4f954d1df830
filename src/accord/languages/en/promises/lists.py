"""Promises told in lists: "The Parties agreed:", "Peru should:", and the items that follow."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.promises.frames import deed_noun, that_clauses
from accord.languages.en.promises.opening_words import ADVERBS, Opening, verb_at
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["item_opening", "lead_of", "listed_here", "opening_of", "whose_under"]

_FIRM = re.compile(
    r"\b(?:agree[ds]?|decide[ds]?|resolve[ds]?|undertakes?|undertook|commit(?:s|ted)?|pledge[ds]?|instruct(?:s|ed)?"
    r"|direct(?:s|ed)|tasked|shall|will|(?:is|are)[ ]to|commitments|decisions|agreement[ ]was[ ]reached|steps)"
    r"(?:[ ]themselves|[ ]itself)?(?:[ ](?:to|that|on|as[ ]follows|upon))?(?:[ ]the[ ]following(?:[ ][\w-]+){0,4})?\s*:\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:agreed|decided|resolved|undertook|committed|pledged|shall|will)(?:[ ](?:to|that|on))?\s*$", re.IGNORECASE
)
_SOFT = re.compile(
    r"\b(?:should|must|ought[ ]to|could(?:[ ]be[ ]done)?|recommend(?:s|ed|ations?)?|propose[ds]?|proposals|suggest(?:s|ed)?"
    r"|call(?:s|ed)[ ](?:on|for)|urge[ds]?)\b[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\W\d]*(?:(?:what[ ])?we[ ](?:ask|want|call|urge|recommend|propose|demand|request)\b[^.!?]*"
    r"|(?:our|key|main|policy|the)?[ ]?(?:asks|demands|recommendations|requests|proposals|appeals|calls)(?:[ ](?:to|for)[ ][^.!?]*)?"
    r"|(?:what|the)[ ](?:needs|should|must|has)[ ](?:to[ ])?(?:happen|be[ ]done|change)[^.!?]*|next[ ]steps[ ]we[^.!?]*)[:.]?\W*$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[(\[]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)\]]|[-–—•*·])\s+")


def lead_of(line: Line, following: Line | None) -> Opening | None:
    """The opening that a lead-in gives the items behind it, its act standing behind its last token; one without a colon
    ("the two sides agreed to") leads in what stands as an item."""
    text = line.own
    if following is not None and listed_here(following) and _OPEN.search(text):
        text = f"{text}:"
    if len(line.tokens) <= 9 and _ASKS.match(text) is not None:
        end = len(line.tokens)
        return Opening(end, line.slice(0, end), "proposed", "item", end - 1)
    if not text.rstrip().endswith(":"):
        return None
    firm = _FIRM.search(text)
    found = firm or _SOFT.search(text)
    if found is None or found.start() < 0:
        return None
    end = len(line.tokens)
    verb = next((k for k, t in enumerate(line.tokens) if t.start >= line.span.start + found.start()), end - 1)
    status = "reported" if firm else "proposed"
    return Opening(end, line.slice(verb, verb + 1), status, "item", verb)


def opening_of(lead: Line) -> Opening:
    """The opening that a title gives what stands under it: "What Peru will do", "Undertakings"."""
    end = len(lead.tokens)
    return Opening(end, lead.slice(0, end), "reported", "item", end - 1)


def whose_under(line: Line, lead: Line) -> Line:
    """The lead that names whom the items bind: the one that tells of undertakings, or one under it ("Undertakings" over "Peru")."""
    nearer = line.over[: line.over.index(lead)]
    return next((n for n in nearer if any(m is not None and m.type == "state" for m in n.at)), lead)


def listed_here(line: Line) -> bool:
    """Whether a line is an item of a list, by its block or by its mark."""
    return line.kind == "item" or _MARK.match(line.text, line.span.start, line.span.end) is not None


def item_opening(line: Line, lead: Opening, *, bare: bool = False) -> Iterator[Opening]:
    """The promise of an item: "to remove the roadblocks", "the opening of a post", "lorries to be admitted from May"; `bare`:
    an item without a verb is what is promised ("no new duty on sugar")."""
    mark = _MARK.match(line.text, line.span.start, line.span.end)
    begin = mark.end() if mark else line.span.start
    first = next((k for k, t in enumerate(line.tokens) if (t.start >= begin and t.word) or (t.start >= begin and t.text[0].isdigit())), len(line.tokens))  # fmt: skip
    told = first < len(line.tokens) and line.low(first) == "to"
    first += told
    if line.low(first) in ADVERBS and (act := verb_at(line, first, "base")) is not None:
        first = act  # "Jointly develop the road"
    if first + 1 >= len(line.tokens):
        return
    if line.low(first).endswith(("approval", "renewal", "ratification", "signing", "approving", "renewing")):
        return  # what was done with a paper
    trigger = line.slice(first, first + 1)
    if line.low(first) == "that":
        yield from that_clauses(line, first, trigger, lead.status, "item", first, wished=True)
        return
    colon = next((k for k in range(first + 1, min(first + 7, len(line.tokens) - 2)) if line.low(k) == ":"), None)
    if colon is not None:
        act = verb_at(line, colon + 1 + (line.low(colon + 1) == "to"), "base")
        act = colon + 1 if act is None and line.low(colon + 1) in verbs() else act
        if act is not None and not any(line.finite(k) and not line.covered(k) for k in range(first, colon)):
            yield Opening(act, trigger, lead.status, "item", colon, act, doer=colon - 1)
            return
    known = verbs().get(line.low(first))
    unknown = known is None and line.covered(first) is None and line.low(first + 1) in DETERMINERS
    if told or unknown or (known is not None and "base" in known.forms) or deed_noun(line, first) is not None:
        yield Opening(first, trigger, lead.status, "item", first, inherited=True)
        return
    for k in range(first + 1, min(first + 16, len(line.tokens) - 2)):
        if line.low(k) == "to" and line.low(k - 1) == "," and (act := verb_at(line, k + 1, "base")) is not None:
            yield Opening(act, trigger, lead.status, "item", k, inherited=True)
            return
        if line.low(k) == "to" and line.low(k + 1) == "be":
            yield Opening(k + 1, trigger, lead.status, "item", first, first, inherited=True)
            return
        if line.finite(k) and not line.covered(k):
            return
    label = colon if colon is not None and line.low(colon + 1) else first - 1
    if bare and _thing(line, first, label + 1):
        yield Opening(label + 1, trigger, lead.status, "item", first, first, inherited=True)
        return
    if bare and _TOLD_SO.search(line.text, line.span.start, line.span.end):
        return
    if line.dates and not line.tokens[-1].text.endswith(":"):
        yield Opening(first, trigger, lead.status, "noted", first, inherited=True)


_RUN = frozenset(
    listed(
        "flight flights ferry ferries train trains bus buses coach coaches crossing crossings checkpoint checkpoints gate gates"
    )
    + listed("embassy consulate ambassador session meeting round")
)  # what other kinds tell
_TOLD_SO = re.compile(
    r"\b(?:signed|initialled|opened|closed|done|delivered|paid|rejected|refused|ended|adopted|approved|launched|founded|awarded|expired|unchanged|agreed"
    r"|no (?:change|decision|text|agreement)|under (?:study|discussion|review)|still|since|was|were|is|are|has|had)\b|[\"“”?]",
    re.IGNORECASE,
)


def _thing(line: Line, first: int, begin: int) -> bool:
    """Whether an item names, without a verb, what is to be done or given: no name, no question, nothing done already."""
    told = set(line.lows(first, len(line.tokens)))
    telling = sum(t.word and not t.capital for t in line.tokens[first:])
    named = any(m is not None and m.type in ("person", "office") for m in line.at) or line.covered(begin, "date")
    if telling < 2 or named or told & _RUN or _money(line, first) or next(iter(line.find("papers")), None):
        return False
    return not _TOLD_SO.search(line.text, line.span.start, line.span.end) and line.low(len(line.tokens) - 1) != ":"


def _money(line: Line, first: int) -> bool:
    """Whether an item opens with a sum: a figure, whatever it was given for."""
    opens = line.tokens[first].start
    return any(m.type == "amount" and m.span.start <= opens < m.span.end for m in line.amounts)
