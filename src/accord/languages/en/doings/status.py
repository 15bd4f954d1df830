"""How sure a deed is: done, planned, proposed, put off, called off, denied or merely supposed."""

from __future__ import annotations

from functools import cache

from accord.languages import patterns as re
from accord.languages.en.doings.words import lemmas, word_set
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["chain_of", "noun_status", "outer_status", "verb_status"]

_BE = frozenset(listed("is are was were be been being am remain remains remained stay stays stayed"))
_PAST_BE = frozenset(listed("is are was were am"))
_MODALS = {
    "will": "planned",
    "shall": "planned",
    "would": "planned",
    "'ll": "planned",
    "could": "hypothetical",
    "may": "hypothetical",
    "might": "hypothetical",
    "can": "hypothetical",
    "should": "proposed",
    "must": "proposed",
    "ought": "proposed",
}
_AUXILIARIES = (
    _BE
    | frozenset(_MODALS)
    | frozenset(listed("has have had having do does did to not never n't cannot need needs kept keep"))
)
_NOBODY = frozenset(listed("nobody none neither nothing no"))
_NEGATIONS = frozenset(listed("not never n't cannot"))
_SUPPOSING = frozenset(listed("if unless whether suppose supposing provided lest"))
_STRONG = frozenset(listed("; — : but while whereas although though which who whose where when"))
_BEGIN = frozenset(
    listed(
        "begin begins began begun start starts started starting beginning resume resumed resumes commenced commence "
        "commences"
    )
)
_OUTER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing)|rebutt?(?:s|ed|ing)?|"
    r"rul(?:es|ed|ing) out|no truth (?:in|to)|called (?:the |a )?(?:reports?|rumou?rs?) false|contrary to)\b"
    r"(?:(?!\b(?:but|and (?:said|added|that)|while)\b|[;:]).){0,90}$",
    re.IGNORECASE | re.DOTALL,
)
_UNFOUNDED = re.compile(
    r"^(?:(?!\b(?:but|while|which)\b|[;:.]).){0,60}\b(?:(?:is|are|was|were) (?:an? )?(?:unfounded|false|untrue|denied|hoax|fake|fabricated|"
    r"baseless|wrong|not true|rejected|dismissed|without foundation|groundless|disinformation|invented)|been denied)\b",
    re.IGNORECASE | re.DOTALL,
)
_REPORTS = re.compile(r"\b(?:reports?|rumou?rs?|claims?|allegations?|suggestions?|speculation)\b", re.IGNORECASE)
_RUMOURS = re.compile(
    r"\b(?:rumou?rs?|chatter|gossip|hearsay|idle talk)\b[^.;:]{0,60}\b(?:that|of|about)\b[^.;:]{0,120}$", re.IGNORECASE
)
_ORDERED = re.compile(
    r"\b(?:directed|instructed|ordered|decided|agreed|resolved|mandated|stipulated|determined|decreed)\b.{0,200}\bthat\b",
    re.DOTALL,
)
_NOT = re.compile(r"\b(?:not|n['’]t|never|neither)\s+$")
_KEEPING = frozenset(listed("keep keeps kept leave leaves want wants wanted"))
_HAPPEN = frozenset(
    listed("be begin start commence take happen follow come resume continue go open last occur proceed end")
)
_CLOSE = 5  # tokens between "will" and the noun of what will be done
_REACH = 14  # tokens that a governing verb may stand away


@cache
def _adverbs() -> frozenset[str]:
    return word_set("adverbs")


def chain_of(line: Line, at: int) -> int:
    """The first token of the auxiliaries and adverbs before the verb at `at`."""
    first = at
    while first > 0:
        low = line.low(first - 1)
        if line.covered(first - 1, "date"):
            break
        if (
            (low in _AUXILIARIES and not (low == "to" and line.covered(first)))
            or (low in _adverbs() and _auxiliary_before(line, first - 1))
            or low.endswith("n't")
            or (low.endswith("ly") and _auxiliary_before(line, first - 1))
        ):
            first -= 1
        else:
            break
    return first


def _auxiliary_before(line: Line, i: int) -> bool:
    return any(line.low(k) in _AUXILIARIES or line.low(k).endswith("n't") for k in range(max(0, i - 2), i))


def verb_status(line: Line, first: int, at: int, forms: frozenset[str], left: int) -> str | None:
    """How sure the verb at `at` is, whose auxiliaries begin at `first` and whose clause begins at `left`; None where it
    is no verb here."""
    chain = line.lows(first, at)
    if (
        any(w in _NEGATIONS or w.endswith("n't") for w in chain)
        or ("yet" in chain and "to" in chain)
        or line.low(at - 1) == "never"
    ):
        return "reported" if _till(line, at) else "denied"
    if _NOBODY & set(line.lows(left, first)) and line.low(first - 1) in _NOBODY | {"one"}:
        return None
    if _supposed(line, left, first, chain):
        return "hypothetical"
    modal = next((w for w in chain if w in _MODALS), "")
    if modal and not {"hardly", "scarcely"} & set(chain):
        if (
            modal in ("would", "should")
            and (outer := _governor(line, first, left))
            and (modal == "should" or outer != "planned")
        ):
            return outer
        return (
            "hypothetical" if modal == "would" and _SUPPOSING & set(line.lows(0, len(line.tokens))) else _MODALS[modal]
        )
    if {"hardly", "scarcely"} & {*chain, line.low(at - 1)}:
        return "hypothetical"
    if "to" in chain and line.low(first - 1) == "used":
        return None
    if "to" in chain:
        return _infinitive(line, first, left, chain)
    if (chain and chain[-1] == "be") or chain[:1] == ["be"]:
        return "planned" if _ORDERED.search(line.text, line.span.start, line.tokens[at].start) else "proposed"
    if "ing" in forms and any(w in ("is", "are", "am") for w in chain):
        return "present"
    return _plain(line, first, at, forms, left, bool(set(chain) & _AUXILIARIES))


def _till(line: Line, at: int) -> bool:
    """ "did not reopen until 1 July": what was done only then."""
    return any(line.low(i) in ("until", "till") and line.covered(i + 1, "date") for i in range(at + 1, at + 4)) and (
        "did" in line.lows(max(0, at - 4), at)
    )


def _infinitive(line: Line, first: int, left: int, chain: list[str]) -> str:
    if any(w in _PAST_BE for w in chain[: chain.index("to")]):
        return "planned"
    if "due" in chain or "set" in chain:
        return "planned"
    return _governor(line, first, left) or "planned"


def _plain(line: Line, first: int, at: int, forms: frozenset[str], left: int, auxiliary: bool) -> str | None:
    before = line.low(at - 1)
    if not auxiliary and forms & {"past", "pp"} and (kept := _kept(line, first, left)):
        return kept
    if auxiliary and forms & {"past", "pp", "ing"}:
        return "reported"
    if "ing" in forms:
        return None if before in DETERMINERS else _gerund(line, first, left)
    if forms & {"past", "pp"} and not (before in DETERMINERS or before == "-"):
        if "base" in forms and not (
            line.covered(at - 1) or line.tokens[at - 1].word or at == 0 or before in (",", "(")
        ):
            return None
        return "reported"
    if "s" in forms and before not in DETERMINERS | {"of", "'s", "-"}:
        return "present"
    if "base" in forms and (
        line.kind in ("headline", "heading")
        or (before.endswith("s") and before != "'s")
        or line.covered(at - 1, "state", "organisation", "place")
        or before in ("they", "both", "countries", "and")
    ):
        return "present"
    return None


def _kept(line: Line, first: int, left: int) -> str:
    """ "will keep the A crossing closed", "wants the post shut": how sure the verb before the object is."""
    for i in range(first - 1, max(left - 1, first - 10, -1), -1):
        if line.low(i) in _KEEPING and not line.covered(i):
            start = chain_of(line, i)
            modal = next((w for w in line.lows(start, i) if w in _MODALS or w == "to"), "")
            return (
                "planned"
                if modal == "to"
                else _MODALS.get(modal, "proposed" if line.low(i) in ("want", "wants", "wanted") else "reported")
            )
    return ""


def _gerund(line: Line, first: int, left: int) -> str:
    before = line.low(first - 1)
    if before in ("after", "since", "by", "upon", ","):
        return "reported"
    if before == "without":
        return "denied"
    return _governor(line, first, left) or "reported"


def _supposed(line: Line, left: int, first: int, chain: list[str]) -> bool:
    lows = line.lows(left, first)
    if _SUPPOSING & set(lows) or line.low(left - 1) in _SUPPOSING:
        return True
    opening = next((i for i in range(left, first) if line.low(i) not in (",", "and")), first)
    return (
        line.low(opening) in ("were", "should", "had")
        and opening < first
        and line.low(opening - 1) not in ("that", "which")
        and ("to" in chain or line.low(opening) == "should")
        and not line.low(opening - 1).isalpha()
    )


def _governor(line: Line, first: int, left: int) -> str:
    """The status that the nearest verb or noun before gives ("agreed to", "the possibility of", "refused to")."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        low = line.low(i)
        if low in _STRONG and i < left:
            return ""
        if low in ("will", "would", "shall") and i >= left:
            return "planned"
        if low == "against":
            return "denied"
        if low in _BEGIN or (low in ("after", "since") and i >= left):
            return "" if low not in _BEGIN or line.low(i - 1) not in _AUXILIARIES else _own(line, i)
        status = _word_status(line, i)
        if status:
            return _own(line, i, status)
    return ""


def _own(line: Line, i: int, status: str = "") -> str:
    """The status that a governing verb passes on, its own negation and mood counted."""
    start = chain_of(line, i)
    chain = line.lows(start, i)
    if (
        any(w in _NEGATIONS or w.endswith("n't") for w in chain)
        or line.low(start - 1) == "no"
        or line.low(i - 1) == "no"
        or line.low(i - 2) == "no"
    ):
        return "reported" if status == "denied" else "denied"
    if not status:
        return "planned" if any(w in ("will", "shall", "to") for w in chain) else ""
    return status


def _word_status(line: Line, i: int) -> str:
    low, pair = line.low(i), f"{line.low(i)} {line.low(i + 1)}"
    for status in ("planned", "proposed", "hypothetical"):
        if low in word_set(f"{status}_words"):
            return status
    known = lemmas().get(pair) or lemmas().get(low)
    return known[0] if known else ""


def noun_status(line: Line, at: int, end: int, left: int) -> str:
    """How sure an act named by a noun at [at, end) is: by the words before it, else by the verbs behind it."""
    behind = _behind(line, end)
    if behind in ("postponed", "cancelled", "denied"):
        return behind
    for i in range(at - 1, max(left - 1, at - 1 - _REACH, -1), -1):
        low = line.low(i)
        if low in ("after", "since", "following", "during", "despite"):
            return "reported"
        if low in ("if", "unless", "whether"):
            return "hypothetical"
        if low in ("will", "shall") and at - i <= _CLOSE:
            return "planned"
        if low in word_set("denied_words") and at - i <= 2:
            return "denied"
        status = "" if low == "set" and line.low(i - 1) in DETERMINERS else _word_status(line, i)
        if status:
            return _own(line, i, status)
        if low in _BEGIN and _own(line, i):
            return _own(line, i)
    return behind or "reported"


def _behind(line: Line, end: int) -> str:
    """The status that the verbs behind a noun of action give ("... has been put off", "... will begin")."""
    found = ""
    for i in range(end, min(len(line.tokens), end + 30)):
        low = line.low(i)
        if line.covered(i, "date"):
            continue
        if low in _STRONG or (
            low in (".", "and") and line.low(i + 1) in ("is", "was", "will", "has", "it", "the") and found
        ):
            break
        known = lemmas().get(f"{low} {line.low(i + 1)}") or lemmas().get(low)
        if (
            known
            and known[0] in ("postponed", "cancelled", "denied")
            and "pp" in known[1]
            and set(line.lows(chain_of(line, i), i)) & _AUXILIARIES
        ):
            return _own(line, i, known[0])
        if found:
            continue
        if low in _MODALS and line.low(i + 1) != "n't":
            found = (
                "denied"
                if line.low(i + 1) == "not"
                else "planned"
                if low == "can" and line.low(i + 1) in _BEGIN
                else _MODALS[low]
                if line.low(i + 1) in _HAPPEN
                else "reported"
            )
        elif low == "to" and line.low(i - 1) in _PAST_BE | {"due", "set", "scheduled", "expected"}:
            found = "planned" if line.low(i + 1) in _HAPPEN or line.low(i - 1) == "due" else "reported"
        elif (
            known
            and known[0] in ("planned", "proposed")
            and "pp" in known[1]
            and (line.low(i - 1) in _BE or (i == end and line.kind in ("item", "row", "headline")))
            and line.low(i + 1) != "to"
        ):
            found = known[0]
        elif low in word_set("planned_words") and line.low(i - 1) in _BE and line.low(i + 1) != "to":
            found = "planned"
        elif low in ("not", "n't", "never") and line.low(i - 1) in _AUXILIARIES | {"yet"}:
            found = "denied"
        elif low in ("begins", "starts", "resumes"):
            found = "present"
        elif low in _BEGIN | {"took", "happened", "occurred"} or (
            low in _PAST_BE | {"has", "have", "had"}
            and not found
            and line.low(i + 1) not in ("to", "due", "not", "expected", "planned", "scheduled", "set", "been")
            and line.low(i + 1) not in lemmas()
            and line.low(i + 1) not in word_set("planned_words")
        ):
            found = "reported"
    return found


def outer_status(line: Line, at: int, end: int, nominal: bool, status: str) -> str:
    """The status with denials that stand outside the clause ("denied that ...", "reports that ... are unfounded")."""
    before = line.text[line.span.start : line.tokens[at].start]
    match = _OUTER.search(before)
    if (
        match
        and not _NOT.search(before[: match.start()])
        and (" that " in match[0] or nominal or _REPORTS.search(match[0]))
    ):
        return "denied"
    if status in ("reported", "planned") and _RUMOURS.search(before):
        return "denied"
    if _REPORTS.search(before) and _UNFOUNDED.search(line.text[line.tokens[end - 1].end : line.span.end]):
        return "denied"
    return status
