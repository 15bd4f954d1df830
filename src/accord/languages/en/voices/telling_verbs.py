"""Words that tell that somebody speaks or judges, and in what manner: "said", "hailed", "was blunt:", "made no secret of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from accord.languages.en.names.speaker_names import groups
from accord.languages.en.text.lexicon import inflect, table, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.placing import ends, led
from accord.languages.en.voices.stance import sign

__all__ = ["telling", "tellings"]

_OUTBURSTS = frozenset(
    listed(
        "storm rage fume snap seethe thunder bark bellow growl hiss roar moan groan wail weep howl rail spit bristle laugh "
        "smile nod grin beam purr coo gush crow cheer blast savage roast skewer trash continue begin repeat echo"
    )
)
_ESTEEMS = frozenset(
    listed("assessed appreciated appraised evaluated rated valued assesses appreciates values estimated")
)
_FRANK = frozenset(
    listed(
        "blunt frank candid categorical adamant emphatic unequivocal outspoken forthright plain unanimous certain clear firm unambiguous explicit insistent"
    )
)
_REJECTING = frozenset(
    listed("rejected rejects rejecting dismissed dismisses dismissing denounced denounces refuted refutes")
)
_LINKS = frozenset(listed("is are was were remain remains remained am sounded sounds seemed seems appeared"))


_VERB_AND_MORE: tuple[tuple[str, str, str], ...] = (  # forms of the verb, what follows it, the manner
    ("spoke speaks", "in (glowing|warm|high|flattering) terms of", "praise"),
    ("spoke speaks", "in (scathing|harsh|bitter|gloomy) terms of", "blame"),
    ("thinks think thought", "(highly|well|warmly) of", "praise"),
    ("thinks think thought", "(little|poorly|ill) of", "blame"),
    ("took takes", "a (dim|dimmer|poor|bleak|gloomy|gloomier|darker|harsher) view", "negative"),
    ("took takes", "a (kinder|rosier|brighter|sunnier|favourable) view", "positive"),
    ("took takes", "(issue with|aim at)", "blame"),
    ("found finds", "fault with", "blame"),
    ("poured pours threw", "cold water on", "blame"),
    ("heaped heaps lavished", "praise on", "praise"),
    ("lashed lashes hit hits", "out at", "blame"),
    ("had has", "(harsh|sharp|strong|bitter) words for", "blame"),
    ("had has", "(kind|warm|nothing but praise|high praise|praise) (words )?for", "praise"),
    ("did does", "not mince (his |her |their )?words", "say"),
    ("minced minces", "no words", "say"),
    ("pulled pulls", "no punches", "say"),
    ("was is", "the (verdict|view|judgement|judgment|assessment|conclusion|opinion|message) of", "say"),
)
_LONGEST_IDIOM = 6


@cache
def _idioms() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for forms, more, manner in _VERB_AND_MORE:
        for form in forms.split():
            found.setdefault(form, []).append((re.compile(more), manner))
    return found


def _idiom(line: Line, i: int) -> tuple[str, str, int] | None:
    """A verb with its set words: "took a dim view of", "had warm words for", "did not mince words:"."""
    for pattern, manner in _idioms().get(line.low(i), ()):
        words = " ".join(line.lows(i + 1, i + 1 + _LONGEST_IDIOM))
        match = pattern.match(words)
        if match is not None:
            end = i + 1 + len(match[0].split())
            return manner, "insist" if manner == "say" else line.low(i), end + (line.low(end) == ":")
    return None


@cache
def _manners() -> dict[str, tuple[str, str]]:
    """Finite verb forms: (manner, lemma)."""
    found: dict[str, tuple[str, str]] = {}
    for manner, lemmas in table("stance")["verbs"].items():
        for lemma in lemmas.split():
            for word, forms in inflect(lemma).items():
                if forms & {"past", "s", "ing", "base"}:
                    found.setdefault(word, (manner, lemma))
    return found


@cache
def _bare_forms() -> frozenset[str]:
    """Verbs of saying in the form that only a plural or a modal has before it."""
    lemmas = table("stance")["verbs"]["say"].split()
    return frozenset(low for low in lemmas if "past" not in inflect(low).get(low, set()))


@cache
def _phrases(key: str) -> frozenset[str]:
    return frozenset(table("stance")["phrases"][key].split())


@cache
def _expressing() -> frozenset[str]:
    return frozenset(w for lemma in table("stance")["phrases"]["express"].split() for w in inflect(lemma))


@cache
def _tellers() -> frozenset[str]:
    """Every word with which a way of telling begins."""
    return (
        frozenset(_manners())
        | _ESTEEMS
        | _expressing()
        | _LINKS
        | frozenset(_idioms())
        | frozenset(
            listed(
                "paid pays pay has have had spoke speaks speak spoken talks talked rejected rejects rejecting pointed points made makes drew draws drawing sees saw see"
            )
        )
    )


def tellings(line: Line) -> Iterator[tuple[int, tuple[str, str, int]]]:
    """The ways of telling in a sentence, each with its token."""
    tellers, quoting = _tellers(), '"' in line.said
    if quoting or not tellers.isdisjoint(line.said):
        for i, token in enumerate(line.tokens):
            if (quoting or token.low in tellers) and (known := telling(line, i)) is not None:
                yield i, known


def telling(line: Line, i: int) -> tuple[str, str, int] | None:
    """A way of telling at token i: (manner, lemma, first token of what is told)."""
    low = line.low(i)
    if low not in _tellers() and not _quoting(line, i):
        return None
    if low in _expressing():
        shared = low.startswith("shar")
        for k in range(i + 1, min(i + 5, len(line.tokens))):
            if shared and line.low(k + 1) not in ("about", "over", "that", "at", "with"):
                continue
            if line.low(k) in _phrases("negative_nouns"):
                return "negative", low, k + 1
            if line.low(k) in _phrases("positive_nouns"):
                return "positive", low, k + 1
    if low in ("paid", "pays", "pay") and line.low(i + 1) == "tribute":
        return "positive", low, i + 2
    if (
        low in _LINKS
        and line.low(i + 1) == "full"
        and line.low(i + 3) in ("praise", "admiration", "hope", "enthusiasm")
    ):
        return "positive", low, i + 4
    if (set_ := _idiom(line, i)) is not None:
        return set_
    if low in _LINKS:
        return _mood(line, i) or _frankly(line, i)
    if low in _REJECTING and (as_ := _as_what(line, i)) is not None:
        return "blame", "dismiss", as_
    if (open_ := _no_secret(line, i)) is not None:
        return open_
    if _otherwise(line, i):
        return None
    if (phrase := _phrased(line, i)) is not None:
        return phrase
    known = _manners().get(low) or (("say", low) if _quoting(line, i) else None)
    if known is not None and led(line, i) is not None:
        return known[0], known[1], i + 1
    if known is None or (line.tokens[i].capital and i > 0 and line.low(i - 1) != '"'):
        return None
    if (
        (low.endswith("ing") and not (line.low(i - 1) == "," or line.low(i - 1) in ("and", "also", "as")))
        or (known[0] in ("blame", "praise") and line.low(i + 1) == "" and line.kind == "headline")
        or line.low(i - 1) == "-"
        or (low in _bare_forms() and known[0] == "say" and not _many(line, i - 1))
        or line.low(i - 1) in DETERMINERS
        or line.low(i - 1) in ("'s", "to", "of", "be", "been", "was", "were", "is", "are", "being")
    ):
        return None
    return known[0], known[1], i + 1


def _quoting(line: Line, i: int) -> bool:
    """Whether a word that may be any verb stands between a quotation and a name: `"...," thundered X`, `X thundered: "..."`."""
    token = line.tokens[i]
    form = verbs().get(token.low)
    if '"' not in line.said or token.capital or not token.word or token.low in _LINKS or token.low in PREPOSITIONS:
        return False
    if not (
        (token.low.endswith(("ed", "es", "s")) and len(token.low) > 3) or (form is not None and "past" in form.forms)
    ):
        return False
    if line.low(i - 1) == '"' or (line.low(i - 1) == "," and line.low(i - 2) == '"'):
        follows = line.tokens[i + 1 : i + 2]
        return bool(follows) and (
            follows[0].capital or follows[0].low in DETERMINERS or any(t.capital for t in line.tokens[i + 2 : i + 5])
        )
    if i > 0 and line.low(i + 1) in (":", ",") and line.low(i + 2) == '"':
        return True
    before = next((k for k in range(i - 1, max(i - 7, 0), -1) if line.low(k) == '"'), None)
    if before is None or not ends(line, i + 1) or any(line.finite(k) for k in range(before + 1, i - 1)):
        return False
    return line.low(i - 1) in ("he", "she", "they") or line.tokens[i - 1].capital


def _otherwise(line: Line, i: int) -> bool:
    """Whether a verb that may tell or judge means something else at token i."""
    low, after = line.low(i), line.low(i + 1)
    return (
        (low == "put" and after != "it")
        or (
            low == "states"
            and line.low(i - 1) in ("two", "both", "three", "member", "these", "all", "of", "other", "five", "four")
        )
        or low == "count"
        or (
            _lemma(low) in _OUTBURSTS
            and not _quoting(line, i)
            and after not in ("that", ":")
            and not _exclaimed(line, i)
        )
        or (low in ("added", "adds") and not _speaks_on(line, i))
        or (low.startswith("recall") and _recalled(line, i))
        or (
            low.startswith("question")
            and line.low(i - 1) in ("took", "take", "takes", "taken", "answered", "no", "further")
        )
        or (low in ("called", "calls") and (after == "in" or bool({"home", "back"} & set(line.lows(i + 1, i + 7)))))
        or (low == "object" and after != "to")
        or (low == "posts" and line.low(i - 1) not in ("he", "she", "who"))
        or (low == "called" and after in ("on", "for", "upon", "off"))
        or (low in ("takes", "took") and not _takes_for(line, i))
        or (low in ("told", "tells") and after == "to")
        or (low in ("held", "holds", "hold") and after != "that" and (low != "holds" or line.low(i - 1) != ","))
        or (low in ("find", "finds", "found") and not _judged(line, i))
    )


def _exclaimed(line: Line, i: int) -> bool:
    """Whether an outburst follows what is told and a name follows it ("Big deal, blasted opposition MP Jan Lind")."""
    return line.low(i - 1) == "," and line.low(i).endswith("ed") and any(t.capital for t in line.tokens[i + 1 : i + 5])


def _speaks_on(line: Line, i: int) -> bool:
    """Whether "added" tells of words: before or behind them, not "added 14 firms to its list"."""
    after = line.tokens[i + 1 : i + 2]
    if not after or not after[0].word or line.low(i - 1) == '"':
        return not after or not (after[0].text[0].isdigit() or after[0].text[0] in "$€£")
    return after[0].low in (
        "that",
        "he",
        "she",
        "it",
        "they",
        "in",
        "on",
        "at",
        "during",
        "when",
        "there",
        "while",
    ) or (line.low(i - 1) in ("he", "she", "they", "it") and not line.tokens[i + 1].capital)


def _lemma(low: str) -> str:
    return _manners().get(low, ("", ""))[1]


def _many(line: Line, i: int) -> bool:
    """Whether the word before a verb's bare form is a plural that may be its subject ("traders say", "police report")."""
    low = line.low(i)
    if low in ("they", "people", "police", "staff", "who", "both", "also", "media"):
        return True
    if line.covered(i, "place", "state") or line.tokens[max(i, 0)].capital:
        return any(line.low(k) in groups() for k in range(max(0, i - 5), i + 1))
    return low in groups() or (low.endswith("s") and len(low) > 3 and low not in ("this", "thus", "across", "always"))


def _recalled(line: Line, i: int) -> bool:
    """Whether an envoy is recalled, not a fact."""
    return bool(
        {"ambassador", "ambassadors", "envoy", "envoys", "chargé", "consul", "diplomats", "diplomat"}
        & set(line.lows(i + 1, i + 6))
    )


def _takes_for(line: Line, i: int) -> bool:
    """Whether "takes" judges: "takes the fee for a bribe"."""
    lows = line.lows(i + 1, i + 10)
    return any(lows[k] == "for" and lows[k + 1] in DETERMINERS for k in range(len(lows) - 1))


def _judged(line: Line, i: int) -> bool:
    """Whether "finds" judges ("finds the fees too high", "finds that") rather than discovers."""
    lows = line.lows(i + 1, len(line.tokens))
    return "that" in lows[:1] or any(sign(lows, k, "judge") for k in range(len(lows)))


def _mood(line: Line, i: int) -> tuple[str, str, int] | None:
    for k in range(i + 1, min(i + 5, len(line.tokens))):
        low = line.low(k)
        if low in _phrases("positive_moods"):
            turned = any(line.low(n) in ("not", "less", "n't", "hardly") for n in range(i + 1, k))
            return "negative" if turned else "positive", low, k + 1
        if low in _phrases("negative_moods"):
            return "negative", low, k + 1
        if not (
            low.endswith("ly")
            or low in ("more", "less", "not", "n't", "very", "so", "far", "also", "cautiously", "still", "quite")
        ):
            return None
    return None


def _phrased(line: Line, i: int) -> tuple[str, str, int] | None:
    """A way of telling of more than one word: "spoke warmly of", "pointed out", "made clear that", "has spoken of"."""
    low = line.low(i)
    if (low in ("has", "have", "had") and line.low(i + 1) in ("doubts", "misgivings", "reservations", "qualms")) or (
        low in ("spoke", "speaks", "speak") and line.low(i + 1) in ("highly", "warmly", "well")
    ):
        return ("negative" if low.startswith("ha") else "positive"), low, i + 2
    if line.low(i - 1) in ("highly", "warmly", "positively") and low in _ESTEEMS:
        return "praise", low, i + 1
    if low in ("pointed", "points") and line.low(i + 1) == "out":
        return "say", "point-out", i + 2
    if low in ("made", "makes") and "clear" in line.lows(i + 1, i + 3) and "that" in line.lows(i + 2, i + 5):
        return "say", "insist", line.lows(0, i + 5).index("that", i) + 1
    if low in ("drew", "draws", "drawing") and line.low(i + 1) == "attention":
        return "stress", "stress", i + 3
    if low in ("sees", "saw", "see") and (line.low(i + 1) == "in" or "as" in line.lows(i + 2, i + 10)):
        return "judge", "see", i + 1 + (line.low(i + 1) == "in")
    spoken = low == "spoken" and line.low(i - 1) in ("has", "have", "had")
    if low in ("complained", "complains") and line.low(i + 1) == "of":
        return "blame", "complain", i + 2
    if (spoken or low in ("speaks", "spoke", "talks", "talked")) and line.low(i + 1) == "of":
        return "judge", "speak", i + 2
    return None


def _no_secret(line: Line, i: int) -> tuple[str, str, int] | None:
    """A feeling told openly: "made no secret of his frustration"."""
    if line.low(i) not in ("made", "makes") or line.lows(i + 1, i + 4) != ["no", "secret", "of"]:
        return None
    bad, good = _phrases("negative_nouns"), _phrases("positive_nouns")
    k = next((k for k in range(i + 4, i + 8) if line.low(k) in bad | good), None)
    return ("negative" if line.low(k) in bad else "positive", line.low(i), k + 1) if k is not None else None


def _frankly(line: Line, i: int) -> tuple[str, str, int] | None:
    """A speech told by how plainly it is said: "was blunt: tariffs are ...", "is adamant that ..."."""
    k = (
        i
        + 1
        + (line.low(i + 1) in ("more", "very", "quite", "equally", "just", "also") or line.low(i + 1).endswith("ly"))
    )
    opens = line.low(k + 1) == ":" or (line.low(k + 1) == "that" and line.low(k) != "plain")
    return ("say", "insist", k + 2) if line.low(k) in _FRANK and opens else None


def _as_what(line: Line, i: int) -> int | None:
    """Behind the verb, where it says as what something is rejected: "rejected the claim as baseless", "dismissed as a farce"."""
    for k in range(i + 1, min(i + 14, len(line.tokens) - 1)):
        if line.low(k) == "as":
            lows = line.lows(k + 1, k + 6)
            return i + 1 if '"' in lows[:1] or any(sign(lows, n, "judge") for n in range(len(lows))) else None
        if line.low(k) in (";", ".", ":") or (line.low(k) == "," and k > i + 1):
            return None
    return None
