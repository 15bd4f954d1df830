"""Whose currency a shared name means: "410 million lei" in a text on Romania and Serbia, "$46m" where NZ$ stands too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.units import USERS
from accord.languages.views import Mention

__all__ = ["with_currencies"]

_BARE = re.compile(r"(?<![A-Za-z.])\$|(?<!US )(?<!U\.S\. )(?<!American )\bdollars?\b")
_AMERICAN = re.compile(r"US ?\$|U\.S\. ?\$|\bUSD\b|(?:\bUS|\bU\.S\.|American) dollars?")
_DOLLARS = {code: state for state, code in USERS["dollar"].items() if state != "USA"}
_OWN = frozenset({"AUS", "CAN", "NZL"})  # whose own papers write "$" for their dollars


def with_currencies(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...]
) -> list[Mention]:
    """The mentions with the codes of currencies that only the states of the text tell; the lines' amounts as well."""
    money = [m for line in lines for m in line.amounts if m.amount is not None and _open(text, m)]
    if not money:
        return list(mentions)
    own = _own_dollar(text, lines, pair)
    settled: dict[int, Mention] = {}
    for line in lines:
        for mention in line.amounts:
            if mention.amount is not None and _open(text, mention):
                here = [m for m in mentions if m.type == "state" and m.span in line.span]
                settled[id(mention)] = _settled(text, mention, here, pair, own)
        line.amounts[:] = [settled.get(id(m), m) for m in line.amounts]
    return [settled.get(id(m), m) for m in mentions]


def _open(text: str, mention: Mention) -> bool:
    """Whether an amount is money in a currency whose name several states share."""
    if mention.amount is None:
        return False
    if not mention.amount.unit:
        return mention.attributes.get("currency", "") in USERS
    return mention.amount.unit == "USD" and bool(_BARE.search(text, mention.span.start, mention.span.end))


def _own_dollar(text: str, lines: Sequence[Line], pair: tuple[str, ...]) -> tuple[str, tuple[Span, ...]] | None:
    """The dollar that a bare "$" means where the text writes another than the American one; ("", ()) if open."""
    for line in lines:
        for mention in line.amounts:
            if mention.amount is not None and _DOLLARS.get(mention.amount.unit) in pair:
                return mention.amount.unit, (mention.span,)
    american = "USA" in pair or not _OWN & set(pair) or _AMERICAN.search(text)
    return None if american else ("", ())


def _owns(text: str, state: Mention) -> bool:
    """ "Kenya's exports to Uganda rose to Sh126 billion": the sum is in the money of the state whose exports they are."""
    return state.form.startswith("demonym") or text[state.span.end : state.span.end + 1] in ("'", "’")


def _settled(
    text: str,
    mention: Mention,
    here: Sequence[Mention],
    pair: tuple[str, ...],
    own: tuple[str, tuple[Span, ...]] | None,
) -> Mention:
    amount = mention.amount
    assert amount is not None
    if amount.unit:
        if own is None:
            return mention
        attributes = mention.attributes if own[0] else {**mention.attributes, "currency": "dollar"}
        return mention.but(
            amount=replace(amount, unit=own[0]), antecedents=(*mention.antecedents, *own[1]), attributes=attributes
        )
    users = USERS[str(mention.attributes["currency"])]
    named = {users[s]: m.span for m in here for s in m.states if s in users}
    codes = {*named, *(users[s] for s in pair[:2] if s in users)}
    if len(codes) != 1:
        first = min((m for m in here if len(m.states) == 1), key=lambda m: m.span, default=None)
        if first is None or first.states[0] not in users or not _owns(text, first):
            return mention
        codes = {users[first.states[0]]}
    code = codes.pop()
    spans = (named[code],) if code in named else ()
    return mention.but(amount=replace(amount, unit=code), antecedents=(*mention.antecedents, *spans))
