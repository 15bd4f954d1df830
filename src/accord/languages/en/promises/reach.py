"""How far a promise reaches in its sentence: where the clause that begins with its act ends."""

from __future__ import annotations

from accord.document import Span
from accord.languages.en.promises.promiser_words import AUXILIARIES
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line, heads
from accord.languages.en.values.numbers import listed

__all__ = ["PHRASAL", "content"]

_ENDERS = frozenset(
    listed("; : — which who whose whom while whereas because although but adding saying stressing noting")
)
_HAVING = frozenset(listed("keep keeping leave leaving have having get getting hold holding"))
PHRASAL = frozenset(listed("hand handed take taken turn turned carry carried bring brought put call called go set"))


def content(line: Line, first: int) -> int:
    """The end of the clause that begins with the act at token `first`."""
    j = first + 1
    if line.low(j) == ",":  # an aside right behind the verb: "shall supply, free of charge, two scanners"
        j = next((k + 1 for k in range(j + 1, min(j + 8, len(line.tokens))) if line.low(k) == ","), j)
    while j < len(line.tokens):
        low = line.low(j)
        if low == '"' and line.low(j - 1) not in (",", ".", "?", "!") and '"' in line.lows(j + 1, j + 16):
            j += 1
            continue
        if low == "—" and _joined(line, j):
            j += 2
            continue
        if low in _ENDERS or low == '"' or (low == "." and j == len(line.tokens) - 1):
            break
        if low == "," and (close := _aside_closed(line, j + 1)) is not None:
            j = close + 1
            continue
        if low == "," and not _goes_on(line, j + 1):
            break
        if line.low(first) in _HAVING and _left_so(line, first, j):
            j += 1
            continue
        if low == "and" and _new_clause(line, j + 1):
            break
        if _frame(line, j) or (low == "so" and line.low(j + 1) in DETERMINERS):
            break
        if low == "as" and line.low(j + 1) in ("part", "the") and line.finite(j + 3):
            break
        if low in ("it", "them") and (line.low(j + 1) in PREPOSITIONS or line.low(j + 1) in (".", ",", "and", "")):
            j += 1
            continue
        if (
            line.finite(j)
            and not _plural(line, j)
            and not _attribute(line, j)
            and j > first + 2
            and not (line.low(j - 1)[:1].isdigit() and line.low(j + 1) not in PREPOSITIONS)
            and low not in ("since", "before", "until", "during", "after", "under", "amid", "aimed", "also", "as")
            and not line.covered(j)
        ):
            break
        j += 1
    while j > first + 1 and line.low(j - 1) in PREPOSITIONS | {"and", "the", ",", "also", "no", "not"}:
        if line.low(j - 2) in PHRASAL:
            break
        j -= 1
    return j


def _left_so(line: Line, first: int, j: int) -> bool:
    """Whether the word at j tells how a thing is kept or had: "keep the post open", "have a bridge put up"."""
    form = verbs().get(line.low(j))
    done = form is not None and "pp" in form.forms and line.low(first) in ("have", "having", "get", "getting")
    return line.low(j) in ("open", "closed", "shut") or (done and not _HAVING & set(line.lows(j - 2, j)))


def _joined(line: Line, j: int) -> bool:
    """Whether a dash at j joins two names or two numbers: "the Lobito – Luau railway", "10 – 15 percent"."""
    if not 0 < j < len(line.tokens) - 1:
        return False
    one, other = line.tokens[j - 1], line.tokens[j + 1]
    return (one.capital and other.capital) or (one.text[0].isdigit() and other.text[0].isdigit())


def _frame(line: Line, j: int) -> bool:
    """Whether what follows tells the frame or the ground of an act: "within the framework of", "in line with"."""
    low, after = line.low(j), line.low(j + 1)
    if low == "within":
        return line.low(j + 2) in ("framework", "context", "scope")
    if low == "in":
        return after in ("line", "accordance", "conformity", "exchange", "return", "connection") and j > 2
    if low in ("pursuant", "following"):
        return True
    raised = any(m.type == "amount" and line.low(_at(line, m.span) - 1) == "to" for m in line.amounts if m.span.start > line.tokens[j].start)  # fmt: skip
    return (
        low == "under"
        and not raised
        and any(line.low(n) in heads("papers") for n in range(j + 1, min(j + 7, len(line.tokens))))
    )


def _at(line: Line, span: Span) -> int:
    return next((k for k, t in enumerate(line.tokens) if t.end > span.start), 0)


def _plural(line: Line, j: int) -> bool:
    """Whether a word that may be a verb is a plural noun that ends its phrase: "three border posts by May"."""
    form = verbs().get(line.low(j))
    ends = line.low(j + 1) in ("by", "before", ".", "") or line.covered(j + 1, "date") is not None
    return form is not None and form.forms == {"s"} and ends


def _attribute(line: Line, j: int) -> bool:
    """Whether a verb's form belongs to a noun: "long-delayed", "newly built post", "medical institutes", "the tax charged on"."""
    form, before = verbs().get(line.low(j)), line.low(j - 1)
    if form is None or line.low(j) in AUXILIARIES:
        return False
    if before == "-" or (before.endswith("ly") and line.low(j + 1) not in PREPOSITIONS):
        return True
    if (
        "pp" in form.forms
        and _leads(line, j - 1)
        and line.low(j + 1) not in PREPOSITIONS | DETERMINERS | {"that", "to"}
    ):
        return True
    if form.forms == {"s"}:
        return not (line.tokens[j - 1].capital or line.covered(j - 1) or before in ("it", "he", "she", "that", ","))
    after = line.low(j + 1) in PREPOSITIONS - {"to", "as"}
    return (
        "pp" in form.forms
        and after
        and line.tokens[j - 1].word
        and not line.tokens[j - 1].capital
        and before not in ("it", "and")
    )


def _leads(line: Line, k: int) -> bool:
    """Whether a verb whose object follows, or an adjective, stands at k: "attract increased investment"."""
    form = verbs().get(line.low(k))
    acts = form is not None and bool({"base", "ing"} & form.forms) and not line.finite(k)
    return acts or line.low(k - 1) == "to" or line.low(k).endswith(("ial", "nal", "ive", "ous", "able", "ible"))


def _goes_on(line: Line, k: int) -> bool:
    """Whether behind a comma the promise goes on: a list, a date, an aside closed by another comma."""
    if (
        line.covered(k, "date")
        or (line.covered(k + 1, "date") and line.low(k) in PREPOSITIONS)
        or line.low(k) in ("not", "by", "on")
        or (line.low(k) == "of" and line.low(k + 1)[:1].isdigit())
        or (line.low(k) in ("a", "an") and "," in line.lows(k + 1, k + 12))
    ):
        return not any(line.low(n) in ("said", "says", "announced") for n in range(k, min(k + 10, len(line.tokens))))
    if line.low(k) == "from" and line.low(k + 1) in ("the", "a", "current", "present", "today"):
        return any(m.span.start > line.tokens[k].start for m in line.amounts)
    ahead = line.lows(k, min(k + 10, len(line.tokens)))
    return (
        "and" in ahead
        and not any(line.finite(n) for n in range(k, min(k + 7, len(line.tokens))))
        and line.low(k) not in ("with", "and")
    )


def _aside_closed(line: Line, k: int) -> int | None:
    """The comma at which the aside that begins at k ends, where the object or the date of the act stands behind it."""
    close = next((n for n in range(k, min(k + 16, len(line.tokens))) if line.low(n) == ","), None)
    if close is None or line.low(k) in ("with", "and", "he", "she", "it"):
        return None
    after = line.low(close + 1)
    if after in ("by", "before", "until", "within", "not", "no", "from", "as", "starting"):
        dated = any(line.covered(n, "date") is not None for n in range(close + 2, min(close + 8, len(line.tokens))))
        return close if dated else None
    return (
        close
        if line.low(k) in PREPOSITIONS and after in ("a", "an", "the", "all", "its", "their", "any", "to")
        else None
    )


def _new_clause(line: Line, k: int) -> bool:
    if line.low(k) == "to" and line.low(k + 1) in ("bring", "raise", "increase", "double", "triple", "lift", "reach"):
        return True
    if line.low(k) in ("this", "these", "those") and line.finite(k + 1):
        return True
    if line.low(k).endswith("ed") and line.low(k) not in verbs() and line.low(k + 1) in DETERMINERS:
        return True
    if line.low(k) in (
        "will",
        "would",
        "shall",
        "that",
        "said",
        "also",
        "it",
        "he",
        "she",
        "they",
        "has",
        "have",
        "is",
        "are",
        "was",
        "were",
    ):
        return line.low(k) != "also" or line.finite(k + 1)
    form = verbs().get(line.low(k))
    if form is not None and "past" in form.forms and "base" not in form.forms and not line.tokens[k].capital:
        return True
    if form is not None and form.forms == {"s"} and line.low(k + 1) == "to":
        return True
    return (
        line.low(k) == "to"
        and any(line.covered(n, "date") for n in range(k, len(line.tokens)))
        and any(line.covered(n, "date") for n in range(max(0, k - 5), k))
    )
