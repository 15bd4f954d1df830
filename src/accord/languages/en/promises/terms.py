"""The terms of a promise: its words, target, measure, due date, base of comparison, and how often it recurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.promises.ahead import before_month, behind
from accord.languages.en.promises.asides import RELATIVES
from accord.languages.en.promises.dues import Today, appended, dates_a_thing, due_of, to_come
from accord.languages.en.promises.frames import deed_noun
from accord.languages.en.promises.opening_words import MODALS, Opening, words
from accord.languages.en.promises.reach import PHRASAL
from accord.languages.en.promises.recurring import recurring
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.text.topics import topics_of
from accord.languages.en.values.changes import PARTS
from accord.languages.en.values.numbers import listed, parse_number
from accord.languages.views import Mention
from accord.values import Amount

__all__ = ["Terms", "Today", "is_vague", "terms"]

_TIMES = frozenset(listed("years year months month days day hours hour weeks week minutes minute"))
_TAKEN_UP = frozenset(listed("figure volume it sum target goal amount level"))
_MONEY = re.compile(r"[A-Z]{3}$")
_NOW = re.compile(r"\b(?:now|currently|presently|today|from)(?: (?:at|some|about))? (?P<base>\d[\d,.]*\d|\d)")
_OF = frozenset(listed("with between of through by in"))
_BY_SHARE = re.compile(
    r"\bby (?:at least |about |some )?(?P<n>\d+(?:[.,]\d+)?)(?: ?(?:[-–—]|to) ?\d+(?:[.,]\d+)?)?(?: ?%| ?per ?cent\b| ?pct\b)"
)
_BY_FRACTION = re.compile(
    r"\bby (?:at least |about |some )?(?:an?|one)[ -](?P<part>half|third|quarter|fifth|tenth)\b"
    r"|\bby (?P<half>half)\b|\b(?P<verb>halve|halving|halved)\b"
)
_DOUBLE = frozenset(listed("double triple quadruple halve redouble doubling tripling halving half"))
_MEASURES = (
    ("trade-turnover", ("trade", "turnover")),
    ("exports", ("exports",)),
    ("imports", ("imports",)),
    ("investment", ("investment", "investments")),
    ("visitors", ("tourists", "visitors", "passengers")),
    ("flights", ("flights",)),
    ("capacity", ("capacity",)),
)
_LARGE = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_CREWS = frozenset(listed("delegation team group contingent mission crew batch party unit"))
_QUANTITY = frozenset(
    listed("raise raising raised increase increasing increased lift lifting lifted cut cutting reduce reducing reduced")
    + listed("bring bringing brought lower lowering lowered extend extending extended")
    + listed(
        "expand expanding boost boosting enlarge enlarging enlarged widen widening widened expanded boosted lengthen"
    )
)
_OWN = ("firm", "will", "noun", "plan", "item")
_NUMBERED = frozenset(listed("article articles no number paragraph annex resolution regulation decree since in of"))
_SUM = re.compile(r"\b(?:that|this|the) (?:sum|figure|amount|volume|number|total|level)\b|\bit\b", re.IGNORECASE)


@dataclass(slots=True)
class Terms:
    """What a promise says: see the keys of the kind `commitment`. Each value has the spans it rests on."""

    what: str
    what_spans: tuple[Span, ...] = ()
    due: Mention | None = None
    target: Amount | None = None
    target_spans: tuple[Span, ...] = ()
    measure: str = ""
    base: str = ""
    base_spans: tuple[Span, ...] = ()
    every: str = ""
    every_spans: tuple[Span, ...] = ()


def is_vague(lows: Sequence[str], strength: str) -> bool:
    """Whether a promise says no more than that relations shall be good: "deepen cooperation", but "in energy and health"."""
    at = next((k for k, low in enumerate(lows) if low not in ("not", "jointly", "to", "further")), 0)
    if (
        lows[at] in ("continue", "keep")
        and at + 2 < len(lows)
        and (lows[at + 1] == "to" or lows[at + 1].endswith("ing"))
    ):
        at += 1 + (lows[at + 1] == "to")
    act, rest = lows[at], lows[at + 1 :]
    if strength == "vague" and not any(w.isdigit() for w in lows):
        return True
    weak = strength in ("past", "plan", "soft", "vague", "duty", "call")
    if act in words("words", "speech"):
        return True
    if act in words("words", "talking"):
        return len(lows) < 4 or weak
    if act in ("hold", "holding", "host", "meet", "start", "begin") and weak:
        return bool({"talks", "dialogue", "consultations", "negotiations"} & set(rest[:5]))
    for kind in ("vague", "half_vague"):
        stems = words("words", kind)
        if any(act == v or (act.startswith(v[:-1]) and act.endswith("ing")) for v in stems):
            objects = words("words", "vague_objects")
            near = next((k for k, w in enumerate(rest) if w in _OF), len(rest))
            if strength == "firm" and "on" in rest and act in ("begin", "start", "open", "launch", "resume"):
                return False
            if strength in _OWN and _in_field(rest):
                return False
            return any(w in objects for w in rest[: near + 3]) or (kind == "vague" and strength != "firm")
    return False


def _in_field(rest: Sequence[str]) -> bool:
    """Whether the field in which relations are to be better is told: "ties in health", but not "economic ties"."""
    joined = (k for k, w in enumerate(rest[:-1]) if w in ("and", ",") and rest[k + 1].endswith("ing"))
    own = rest[: next(joined, len(rest))]
    return bool(set(topics_of([w for w in own if w != "economic"])) - {"institutions"})


def _aimed_at(line: Line, sums: Sequence[Mention]) -> Mention | None:
    """The sum to be reached: the first, or that behind "to" in "from 2.3 billion to 5 billion"."""
    if not sums:
        return None
    rises = "from " in line.text[max(0, sums[0].span.start - 16) : sums[0].span.start]
    raised = [m for m in sums[1:] if rises and line.text[: m.span.start].endswith(" to ")]
    return raised[-1] if raised else sums[0]


def terms(line: Line, index: int, opening: Opening, last: int, lines: Sequence[Line], today: Today | None) -> Terms:
    """Read the terms of the promise that opens there and ends before token `last`; `today` is the day of writing."""
    start, end = line.tokens[opening.head].start, line.tokens[last - 1].end
    due, cut = due_of(line, opening, last, today)
    due = due or appended(line, last) or behind(line, last)
    due = before_month(to_come(line, due, today)) if due is not None else None
    stop = min(end, cut) if cut is not None and cut > line.tokens[opening.first].end - 1 else end
    found = Terms(_active(line, opening, stop), (Span(start, stop),), due)
    rest = _behind(line, due, stop, last, opening.first) if due is not None and stop < end else None
    if rest is not None:
        found.what, found.what_spans = (
            f"{found.what} {line.words(rest, last)}",
            (Span(start, stop), line.slice(rest, last)),
        )
    clause = Span(min(start, line.tokens[opening.verb].start), end)
    act = line.low(opening.first + (line.low(opening.first) == "be"))
    sums = [m for m in line.amounts if _sum(line, m, act) and m.span in Span(start, end)]
    sums = [m for m in sums if not _aside(line, m.span)] or sums
    target = _aimed_at(line, sums)
    text = line.text[clause.start : clause.end]
    lows = line.lows(opening.head, last)
    if target is not None and not _aside(line, target.span):
        found.target, found.target_spans = target.amount, target.spans
        sum_ = target.amount
        risen = "from " in line.text[max(0, target.span.start - 5) : target.span.start + 5]
        if risen and sum_ is not None and sum_.low is not None and sum_.high is not None:
            found.target = Amount(sum_.high, sum_.unit)
            found.base, found.base_spans = f"{sum_.low:g}", target.spans
    elif target is None or line.low(opening.head) != line.low(opening.first):
        _bare_target(found, line, opening, last)
        if found.target is None and (count := _count(line, opening, last)) is not None:
            found.target, found.target_spans = count.amount, count.spans
    _shared(found, line, start, end)
    double = any(w in _DOUBLE and (w != "half" or v in ("by", "in")) for v, w in zip(["", *lows], lows, strict=False))
    if found.target is not None or double:
        told = lows if found.target else [*lows, *([] if index == 0 else lines[index - 1].lows(0, 12))]
        found.measure = next(
            (name for name, cues in _MEASURES if any(c in told for c in cues)),
            "other" if double or ("by" in lows and "percent" in lows) else "",
        )
    money = found.target is not None and _MONEY.match(found.target.unit or "") is not None
    if money and not found.measure and (len(lows) < 5 or _TAKEN_UP & {*lows, *line.lows(0, opening.first)}):
        earlier = [*line.lows(0, len(line.tokens)), *([] if index == 0 else lines[index - 1].lows(0, 40))]
        found.measure = "trade-turnover" if {"trade", "turnover", "commerce"} & set(earlier) else ""
    now = _NOW.search(line.text, end - 1, line.span.end) if double else None
    if now is not None and now.start() - end < 24:
        found.base, found.base_spans = now["base"].replace(",", ""), (Span(now.start("base"), now.end("base")),)
    elif double:
        _compared(found, line, opening, index, lines)
    later = opening.first - opening.verb > 12
    text, clause = (line.text[start:end], Span(start, end)) if later else (text, clause)
    often = recurring(text)
    if often is not None:
        found.every, found.every_spans = often[0], (Span(clause.start + often[1], clause.start + often[2]),)
    return found


def _shared(found: Terms, line: Line, start: int, end: int) -> None:
    """The share by which something is to rise or fall: "by 20 percent", "by a quarter", "halve"."""
    fraction = _BY_FRACTION.search(line.text, start, end)
    if fraction is not None and (found.target is None or fraction["part"]):
        part = fraction["part"]
        found.target = Amount(PARTS["half" if part in (None, "half") else f"a {part}"], "percent")
        found.target_spans = (Span(fraction.start(), fraction.end()),)
    elif found.target is None and (share := _BY_SHARE.search(line.text, start, end)) is not None:
        found.target = Amount(float(share["n"].replace(",", ".")), "percent")
        found.target_spans = (Span(share.start("n"), share.end()),)


def _behind(line: Line, due: Mention, stop: int, last: int, opening_first: int) -> int | None:
    """Where what is promised goes on behind its date: "lift, as of 1 May, the tax", "convene by June the commission"."""
    k = next((n for n in range(last) if line.tokens[n].start >= due.span.end), last)
    while k < last and line.low(k) in (",", ")"):
        k += 1
    if last - k < 2 or line.low(k) in ("and", "for", "until", "to") or due.span.start < stop - 2:
        return None
    return (
        k
        if line.low(k) in DETERMINERS
        or line.low(k) in ("of", "at", "in", "between")
        or line.tokens[k].capital
        or (line.low(k - 1) == "," and line.low(opening_first + 1) == ",")
        else None
    )


def _sum(line: Line, m: Mention, act: str) -> bool:
    """Whether an amount may be what is aimed at: no length of time, but of what is prolonged or cut."""
    if m.type != "amount" or m.amount is None:
        return False
    if "-" in line.text[m.span.start : m.span.end + 1] and not line.text[m.span.start : m.span.end].startswith("-"):
        return False
    if _MONEY.match(m.amount.unit or "") is None and re.search(r"\b(?:the|its|their)\s+$", line.text[: m.span.start]):
        return False  # "the 38 km road"
    if re.match(r" (?:in length|long|wide|high|deep|tall)\b", line.text[m.span.end : m.span.end + 12]):
        return False
    if m.amount.unit in _TIMES and re.match(r" (?:a|per|each|every) day\b", line.text[m.span.end : m.span.end + 12]):
        return m.amount.unit.startswith("hour")
    if m.amount.unit in _TIMES:
        return line.text[: m.span.start].rstrip().endswith("to") and (
            act.startswith(("extend", "prolong", "lengthen", "shorten")) or act in _QUANTITY
        )
    return bool(m.amount.unit) or "currency" in m.attributes


def _count(line: Line, opening: Opening, last: int) -> Mention | None:
    """How many are given, sent, built: "150 scholarships", "90 million every quarter"."""
    span = line.slice(opening.head, last)
    for m in line.amounts:
        if m.type != "number" or m.amount is None or m.amount.unit or m.span not in span:
            continue
        k = next(n for n, t in enumerate(line.tokens) if t.end > m.span.start)
        if _few(line, opening, k):
            return m
        if line.low(k - 1) == "of" and line.low(k - 2) in _CREWS and line.low(k - 3) != "the":
            return m
        if line.low(k - 1) == "of" and opening.strength == "noun" and deed_noun(line, opening.first) == k - 2:
            return m
        large = bool({"million", "billion", "thousand"} & set(line.lows(k, k + 5)))
        if (large or (m.amount.value >= 10 and line.low(k)[:1].isdigit())) and (large or _how_many(line, opening, k)):
            return m
    return None


def _few(line: Line, opening: Opening, k: int) -> bool:
    """Whether a small number tells how many are given or built: "add two lanes", "two posts will be opened"."""
    if line.low(k + 1) in ("-", "of") or (line.low(k) == "one" and line.low(k + 1) != "hundred"):
        return False
    n = k - 1
    while line.low(n) in (
        "another",
        "further",
        "extra",
        "additional",
        "a",
        "least",
        "at",
        "up",
        "to",
        "about",
        "some",
        "over",
    ):
        n -= 1
    act = line.low(opening.first)
    phrasal = f"{act}_{line.low(opening.first + 1)}"
    if opening.head < opening.first:
        done = verbs().get(" ".join(line.lows(opening.first + 1, opening.first + 3)))
        done = done or verbs().get(line.low(opening.first + 1))
        if opening.strength == "noted" and act in ("is", "are") and n < opening.head:
            return True
        told = act == "be" and done is not None and done.lemma.replace("-", " ") in words("words", "giving")
        if n >= opening.head or not told:
            return False
    elif (
        n >= opening.first
        and (
            n - (phrasal.replace("_", " ") in words("words", "giving")) != opening.first
            or not {act, phrasal.replace("_", " ")} & words("words", "giving")
        )
    ) or (n < opening.first and opening.strength != "noun"):
        return False
    return not {"sides", "countries", "states", "parties", "nations", "governments"} & set(line.lows(k + 1, k + 3))


def _how_many(line: Line, opening: Opening, k: int) -> bool:
    """Whether the number at token k tells how many, not which: "send 400 troops", not "mark 162", "the 45 pillars"."""
    before = line.low(k - 1)
    left = {"remaining", "last", "missing", "outstanding"} & {before, line.low(k + 1)}  # "the 12 remaining posts"
    if before in _NUMBERED or (before in DETERMINERS - {"another"} and not left) or line.low(k + 1) == "-":
        return False
    return (
        k - 1 <= opening.first + 1
        or k == opening.head
        or before in PREPOSITIONS | {"another", "than", "additional", "least"}
    )


def _bare_target(found: Terms, line: Line, opening: Opening, last: int) -> None:
    """A number without a unit that a quantity is to reach ("raise the quota from 40,000 to 60,000"), with its base."""
    act = line.low(opening.first + (line.low(opening.first) == "be"))
    modal = line.low(opening.first) in MODALS and line.low(opening.first + 1) == "be"
    if act not in _QUANTITY and not (modal and line.low(opening.first + 2) in _QUANTITY):
        return
    read = {
        k: line.low(k) if line.low(k)[:1].isdigit() else _spelled(line.low(k)) for k in range(opening.first + 1, last)
    }
    numbers = {k: n.replace(",", "") for k, n in read.items() if n}
    at = next((k for k, n in numbers.items() if line.low(k - 1) == "to" and n.isdigit()), None)
    if at is None or line.covered(at, "date") or line.low(at + 1) in ("and", "-", "per", "%"):
        return
    times = _LARGE.get(line.low(at + 1), 1)
    found.target, found.target_spans = Amount(int(numbers[at]) * times), (line.slice(at, at + 1 + (times > 1)),)
    if at - 2 in numbers and line.low(at - 3) == "from" and numbers[at - 2].isdigit():
        found.base, found.base_spans = numbers[at - 2], (line.slice(at - 2, at - 1),)


def _spelled(word: str) -> str:
    """A number of one word in figures: "seven" is "7"."""
    number = parse_number(word) if word.isalpha() and word not in ("a", "an", "one", "half") else None
    return f"{number:g}" if isinstance(number, (int, float)) else ""


def _active(line: Line, opening: Opening, stop: int) -> str:
    """What is to be done, in the words of the text; "the road shall be paved" is told as "pave the road"."""
    end = next((k for k, t in enumerate(line.tokens) if t.start >= stop), len(line.tokens))
    k = opening.first
    modal = next(
        (
            n
            for n in range(opening.head, k)
            if line.low(n) in ("will", "shall", "would", "should", "is", "are", "was", "were")
        ),
        None,
    )
    if modal is None and k > opening.head and line.low(k - 1) == "to":
        modal = k - 1
    while end > k + 2 and line.low(end - 1) in PREPOSITIONS and line.low(end - 2) not in PHRASAL:
        end -= 1
    stop = line.tokens[end - 1].end
    if opening.head == k or modal is None or line.low(k) != "be" or k + 1 >= end:
        return " ".join(line.text[line.tokens[opening.head].start : stop].split()).rstrip(" ,")
    form, last = verbs().get(line.low(k + 1)), k + 2
    if phrasal := verbs().get(f"{line.low(k + 1)} {line.low(k + 2)}"):
        form, last = phrasal, k + 3
    aside = next(
        (n for n in range(opening.head + 1, modal) if line.low(n) == "," and line.low(n + 1) in RELATIVES), modal
    )
    thing = line.words(opening.head, aside)
    thing = thing if line.low(opening.head) not in ("the", "a", "an") else thing[0].lower() + thing[1:]
    if form is not None and "pp" in form.forms:
        return " ".join(w for w in (form.lemma.replace("-", " "), thing, line.words(last, end)) if w).rstrip(" ,")
    return (
        f"keep {thing} {line.words(k + 1, end)}".rstrip(" ,")
        if line.low(k + 1) in ("open", "closed", "free")
        else " ".join(line.text[line.tokens[opening.head].start : stop].split()).rstrip(" ,")
    )


def _aside(line: Line, span: Span) -> bool:
    """Whether an amount stands in an aside ("a project of 38 million dollars") and is no aim."""
    i = next(k for k, t in enumerate(line.tokens) if t.end > span.start)
    return (
        line.low(i - 1) == "of" and line.low(i - 2) in ("project", "worth", "cost", "undertaking", "scheme")
    ) or line.low(i - 1) in ("worth", "costing")


def _compared(found: Terms, line: Line, opening: Opening, index: int, lines: Sequence[Line]) -> None:
    """The base of "double", "by half": the year compared with, or that of the sum told just before."""
    for date in line.dates:
        if date.period and dates_a_thing(line, date) and date.span.start > line.tokens[opening.verb].start:
            found.base, found.base_spans = date.period.iso, date.spans
            return
    match = _SUM.search(found.what)
    if match is None or index == 0:
        return
    before = lines[index - 1]
    years = {d.period.iso: d for d in before.dates if d.period}
    verb = next((k for k in range(1, len(before.tokens)) if before.finite(k)), None)
    if verb is None:
        return
    if len(years) == 1:
        found.base, found.base_spans = next((iso, d.spans) for iso, d in years.items())
    thing = before.words(0, verb)
    if len(thing) < 80:
        thing = thing if before.covered(0, "state") else thing[0].lower() + thing[1:]
        found.what = found.what[: match.start()] + thing + found.what[match.end() :]
        found.what_spans = (*found.what_spans, before.slice(0, verb))
