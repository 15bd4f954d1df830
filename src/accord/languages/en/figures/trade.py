"""Figures of trade between states: turnover, exports, imports, balance and investment, with their changes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.anchors import (
    Anchor,
    anchors_in,
    bounds_of,
    cuts_in,
    foreign_trade,
    part_of,
    parts_in,
    remember_trade,
    sticky,
)
from accord.languages.en.figures.compared import (
    FROM,
    WHOLE_YEAR,
    aimed_again,
    compared,
    given_away,
    gone_elsewhere,
    is_difference,
    like_the_last,
    moved,
    of_subject,
    own_period,
    own_words,
    party_between,
    raised_to,
    share_date,
    told_year,
    year_before,
)
from accord.languages.en.figures.flows import Parties, parties
from accord.languages.en.figures.goods import bracketed_goods, goods_of
from accord.languages.en.figures.partners import listed, with_partner
from accord.languages.en.figures.times import is_base, period_of, told_dates, up_to
from accord.languages.en.figures.whose import of_that_period, year_before_it
from accord.languages.en.figures.words import FLOWS, TRADE, Figure, Page, aimed_at, kind_of, pattern, with_unit
from accord.languages.views import Mention
from accord.values import Change, Period, plain

__all__ = ["trade_figures"]

_LEAST = 5000  # of a sum between states; below it prices are told
_UNITS = {"trade-turnover": {"money"}, "trade-balance": {"money"}, "investment": {"money"}, "remittances": {"money"}}
_FLOW_UNITS = {"money", "energy", "power", "weight", "volume"}
_PASSIVE = re.compile(r"(?: of (?:[\w-]+ ){1,4}| )(?:was|were|has been|have been|had been) (?:\w+ly )?")
_ABOVE_OR = re.compile(r" or (?:[^,;.]|\.\d){3,30}? (?:(?P<up>more|higher)|(?P<down>less|lower|fewer)) than\b")
_NEVER = frozenset({"km", "m", "kV", "area", "time"})  # kinds of unit that no trade is told in
_FURTHER = re.compile(r"(?:\band\b|,)(?: by)? $|(?:\band|,|\bwhile)(?: (?:its|their|the))? \w+ by $")
_OF_WHICH = re.compile(r" (?:(?:was|were|is|are|came|comes|came in) (?:from|in|of) )?")
_BESIDE = re.compile(r"[ -](?:trade |bilateral |commercial )?")
_BARE = re.compile(r"(?:million|billion|trillion|thousand|crore|lakh|mln|bln|trln|mn|bn|m|b)$", re.IGNORECASE)


def trade_figures(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """The figures of trade of a sentence; the offsets of the numbers used are added to `taken`."""
    line = page.lines[index]
    anchors = anchors_in(page, index)
    if any(a.measure == "other" for a in anchors) and foreign_trade(page, index):
        page.context.states, page.context.whole_at = (), index  # what follows is of all its trade
    carried = sticky(page, index)
    if not line.amounts or not (carried or any(a.measure in TRADE for a in anchors)):
        return
    parts = parts_in(page, index, anchors, carried)
    reader = _Reader(page, index, sorted([*anchors, *parts], key=lambda a: a.span), carried)
    for mention in line.amounts:
        if mention.span.start not in taken:
            reader.read(mention)
    share_date(line, reader.found)
    taken.update(reader.aims)
    for figure in reader.found:
        if figure.measure == "remittances":
            figure.measure, figure.known = "other", True
        taken.update(m.span.start for m in (figure.amount, figure.change) if m is not None)
        yield figure


class _Reader:
    """Reads the numbers of one sentence from left to right."""

    def __init__(self, page: Page, index: int, anchors: list[Anchor], carried: bool) -> None:
        self.page, self.index, self.anchors, self.carried = page, index, anchors, carried
        self.line = page.lines[index]
        self.numbers = [m.span for m in self.line.amounts]
        self.sums = [
            m.span for m in self.line.amounts if m.type == "change" or kind_of(m) not in ("none", "people", "time")
        ]
        self.cuts = cuts_in(self.line)
        self.found: list[Figure] = []
        self.aims: list[int] = []  # where targets stand: they are no figures of anything else either
        self.last: Figure | None = None
        self.last_anchor: Anchor | None = None
        self.waiting: Figure | None = None  # "from 238 billion", that waits for what it moved to
        self.partners = listed(page, index)
        self.of: Mention | None = None  # the partner of the number before

    def read(self, mention: Mention) -> None:
        partner = self.partners.get(mention.span.start)
        if partner is not self.of:
            self.last, self.of = None, partner
        change = mention if mention.type == "change" else self._change(mention)
        if (
            change is None
            and mention.type == "number"
            and _BARE.search(self.line.text[mention.span.start : mention.span.end])
            and not mention.attributes.get("noun")
        ):
            earlier = self.page.context.money if self.index - self.page.context.money_at <= 2 else None
            mention = with_unit(mention, earlier)
        mention = like_the_last(self.line, self.last, mention)
        kind = kind_of(mention)
        anchor = self._anchor(mention)
        if anchor is not None and kind == "people":
            anchor = Anchor("other", mention.span)  # "sent 1.3 million visitors": what follows is of them
            self.anchors = sorted([*self.anchors, anchor], key=lambda a: a.span)
        if anchor is None or anchor.measure == "other":
            self.last = None if anchor is not None else self.last
            return
        if kind == "money" and mention.amount is not None and mention.amount.unit:
            self.page.context.money, self.page.context.money_at = mention, self.index
        if kind in _NEVER:
            return
        bounds = self._bounds(mention.span)
        sums = [s for s in self.sums if s.end <= mention.span.start and s != mention.span]
        begin = max([bounds[0], *(s.end for s in sums)])
        if is_difference(self.line, mention):
            self.aims.append(mention.span.start)
            return
        again = aimed_again(self.line, self.aims, self.numbers, mention)
        if (
            again
            or raised_to(self.line, self.numbers, mention)
            or aimed_at(
                self.line.text,
                min(begin, anchor.span.start) if anchor.span.start >= bounds[0] else begin,
                mention.span,
                bounds[1],
            )
        ):
            self.last = None
            self.aims.append(mention.span.start)
            self._forecast(mention, anchor, kind, max(bounds[0], mention.span.start - 110))
            return
        if change is not None:
            self._take_change(change, anchor)
        elif kind in _UNITS.get(anchor.measure, _FLOW_UNITS):
            self._take_amount(mention, anchor)
        elif kind == "percent" and mention.amount is not None:
            self._take_share(mention, anchor)

    def _forecast(self, mention: Mention, anchor: Anchor, kind: str, start: int) -> None:
        """ "Expects turnover of 1.3 billion this year": what somebody foresees for a year, neither wish nor aim."""
        lead = self.line.text[start : mention.span.start]
        if kind != "money" or not pattern("forecast").search(lead) or pattern("wished").search(lead):
            return
        dates = [d for d in told_dates(self.line) if not is_base(self.line, d)]
        foreseen = [d for d in dates if d.period is not None and self.page.today is not None]
        count = len(self.found)
        self._new(Figure(anchor.measure, anchor.span, amount=mention, status="planned"), anchor, False, True)
        for figure in self.found[count:]:
            whole = WHOLE_YEAR.search(self.line.text, start, self.line.span.end)
            if whole is not None and self.page.today is not None:
                figure.period = Mention("date", Span(*whole.span()), period=Period.year(self.page.today.year))
            else:
                figure.period = foreseen[-1] if len(foreseen) == 1 else None
            told_for = figure.period.period if figure.period is not None else None
            if told_for is None or self.page.today is None or told_for.first.year > self.page.today.year + 1:
                self.found.remove(figure)
        self.last = None

    def _bounds(self, span: Span) -> tuple[int, int]:
        return bounds_of(self.line, span, self.cuts)

    def _change(self, mention: Mention) -> Mention | None:
        """A percent that the words around it make a change where the grammar of amounts left it open."""
        if mention.amount is None or mention.amount.unit != "percent":
            return None
        text = self.line.text
        before = pattern("moved").search(text, max(self.line.span.start, mention.span.start - 40), mention.span.start)
        told = before or pattern("above").match(text, mention.span.end, self.line.span.end)
        told = told or _ABOVE_OR.match(text, mention.span.end, self.line.span.end)
        if told is None:
            return self._further(mention)
        value = mention.amount.value if told["up"] else -mention.amount.value
        span = Span(min(told.start(), mention.span.start), max(told.end(), mention.span.end))
        return mention.but(type="change", span=span, amount=None, change=Change(value))

    def _further(self, mention: Mention) -> Mention | None:
        """ "Rose by 15% on 2023 and by 40% on 2020": the second percent goes the way of the first."""
        before = self.line.text[max(self.line.span.start, mention.span.start - 30) : mention.span.start]
        if (
            self.last is None
            or self.last.change is None
            or self.last.change.change is None
            or mention.amount is None
            or not _FURTHER.search(before)
        ):
            return None
        sign = 1 if self.last.change.change.percent >= 0 else -1
        return mention.but(
            type="change",
            amount=None,
            change=Change(plain(sign * mention.amount.value)),
            antecedents=(self.last.change.span,),
        )

    def _anchor(self, mention: Mention) -> Anchor | None:
        """The words that say what a number measures: right behind it, else before, else a sentence before."""
        text, (start, end) = self.line.text, self._bounds(mention.span)
        after = next((a for a in self.anchors if a.span.start >= mention.span.end), None)
        adjoining = next(
            (
                a
                for a in self.anchors
                if 0 <= mention.span.start - a.span.end < 6
                and text[a.span.end : mention.span.start].strip() in ("of", "")
            ),
            None,
        )
        if adjoining is not None and adjoining.measure != "other":
            return adjoining
        inside = next((a for a in self.anchors if a.span in mention.span and a.measure != "other"), None)
        if inside is not None:
            return inside  # "increased bilateral trade by 18 percent"
        if (
            after is not None
            and after.measure == "trade-balance"
            and _BESIDE.fullmatch(text, mention.span.end, after.span.start)
        ):
            return after  # "a 107 million dollar deficit"
        if (
            after is not None
            and after.span.start < end
            and pattern("counted_in").fullmatch(text, mention.span.end, after.span.start)
        ):
            whole = text[mention.span.end : mention.span.end + 4] in (" in ", " wor") or after.measure != "other"
            if whole and (
                not re.match(
                    r" (?:was|were|came|went|fell|consisted|represented|in )",
                    text[mention.span.end : mention.span.end + 12],
                )
                or pattern("of_which").search(text, start, mention.span.start)
                or text[mention.span.end : mention.span.end + 4] == " in "
            ):
                return after
        if (
            after is not None
            and _OF_WHICH.fullmatch(text, mention.span.end, after.span.start)
            and after.measure in FLOWS
        ):
            return after  # "1.6 billion was from imports and 32 billion baht exports"
        moved = after is not None and kind_of(mention) in ("weight", "volume", "energy")
        if moved and after is not None and _PASSIVE.fullmatch(text, mention.span.end, after.span.start):
            return after
        before = [a for a in self.anchors if start <= a.span.start and a.span.end <= mention.span.start]
        if before:
            chosen = of_subject(self.line, before, mention)
            if chosen.measure == "other" and len(before) > 1 and chosen.span.end < self._previous(mention):
                chosen = before[-2]
            return chosen if mention.span.start - chosen.span.end < 170 or self.of is not None else None
        if self.of is not None and after is not None:
            return after  # "with 722 million, followed by Benin with 619 million in trade volume"
        return self._told_anchor(mention, start)

    def _told_anchor(self, mention: Mention, start: int) -> Anchor | None:
        """The anchor of a number that no word of its part of the sentence, which begins at `start`, measures."""
        spoken = pattern("pronoun").search(self.line.text[start : mention.span.start].lstrip())
        if self.last_anchor is not None and (
            spoken or (self.last is not None and (mention.type == "change" or start == self.line.span.start))
        ):
            return self.last_anchor
        context = self.page.context
        if self.carried and context.words is not None and (self.of is not None or (spoken and not self.found)):
            return Anchor(context.measure, context.words)
        return None

    def _previous(self, mention: Mention) -> int:
        return max((s.end for s in self.numbers if s.end <= mention.span.start), default=0)

    def _take_change(self, change: Mention, anchor: Anchor) -> None:
        if (
            self.last is not None
            and self.last_anchor == anchor
            and not pattern("based").search(self.line.text, self.line.span.start, change.span.start)
        ):
            own = own_period(self.line, self.last, change)
            apart = own is None and own_words(self.line, self.last, change)
            if self.last.change is None and own is None and not apart:
                self.last.change = change
                return
            if self.last.amount is not None or self.last.change is None or self.last.change.change != change.change:
                second = Figure(
                    anchor.measure,
                    anchor.span,
                    change=change,
                    about=self.last.about,
                    about_spans=self.last.about_spans,
                    period=own or (None if apart else self.last.period),
                    goods=self.last.goods,
                    goods_spans=self.last.goods_spans,
                )
                self.found.append(second)
            return
        main = compared(self.line, self.found, change, anchor.measure) if self.last is None else None
        if main is not None:
            main.change = change
            return
        self._new(Figure(anchor.measure, anchor.span, change=change), anchor)

    def _take_amount(self, mention: Mention, anchor: Anchor) -> None:
        text = self.line.text
        if kind_of(mention) == "money" and mention.amount is not None and mention.amount.value < _LEAST:
            return
        before = text[max(self.line.span.start, mention.span.start - 40) : mention.span.start]
        if pattern("by_step").search(before):
            self.aims.append(mention.span.start)
            return
        if (
            mention.amount is not None
            and kind_of(mention) == "money"
            and not (mention.amount.unit or "currency" in mention.attributes)
        ):
            return
        bracketed = before.endswith("(") and pattern("year_before").match(text, mention.span.end, self.line.span.end)
        earlier = self.found and pattern("year_before").match(text, mention.span.end, self.line.span.end)
        based = bool(pattern("based").search(before) or bracketed or earlier)
        last = self.last
        if last is not None and self.last_anchor == anchor:
            between = text[last.main.end : mention.span.start]
            if (
                between.strip().startswith("(")
                and last.amount is not None
                and not any(last.main.end <= d.span.start < self._closing(mention) for d in self.line.dates)
            ):
                return
            if last.amount is None and not based and ";" not in between:
                last.amount = mention
                last.period = self._period(mention, False, anchor) or last.period
                if not last.goods:
                    self.page.context.period = last.period or self.page.context.period
                return
        self._new(Figure(anchor.measure, anchor.span, amount=mention), anchor, based)

    def _closing(self, mention: Mention) -> int:
        """Where the parenthesis around a number ends."""
        end = self.line.text.find(")", mention.span.end, self.line.span.end)
        return end if end > 0 else mention.span.start

    def _take_share(self, mention: Mention, anchor: Anchor) -> None:
        """ "Cotton made up 40 percent of its exports to B"."""
        share = pattern("share").search(self.line.text, self.line.span.start, mention.span.start)
        after = next((a for a in self.anchors if a.span.start >= mention.span.end and a.measure in TRADE), None)
        if (
            share
            and after is not None
            and mention.span.start - share.end() < 30
            and goods_of(self.line, after.span, mention.span, self._bounds(mention.span))[0]
        ):
            self._new(Figure(after.measure, after.span, amount=mention), after)

    def _period(self, mention: Mention, based: bool, anchor: Anchor) -> Mention | None:
        found = period_of(self.line, mention.span, self._bounds(mention.span), self.numbers, based)
        found = told_year(self.line, found, self.page.context.period if self.carried else None)
        found = up_to(self.line, found) if found is not None else None
        grown = (self.last is not None and self.last.change is not None) or mention.type == "change"
        since = found is not None and found.attributes.get("part") == "since"
        return None if since and (grown or anchor.measure != "investment") else found

    def _told_before(self, here: bool, mention: Mention) -> Mention | None:
        """The period of the figure before, in this sentence or the one before it; none for what is so every year."""
        context = self.page.context
        if pattern("yearly").search(self.line.text, mention.span.end, min(self.line.span.end, mention.span.end + 50)):
            return None
        if self.last is not None:
            return self.last.period
        near = context.block == self.page.blocks[self.index] or not here
        near = near or (self.index - context.at <= 1 and self.line.kind != "item")
        if self.found and self.found[0].period is not None:
            return self.found[0].period
        that = pattern("that_period").search(self.line.text, *self._bounds(mention.span)) is not None
        if self.carried and (near or that) and context.period is not None:
            return context.period
        if that and (told := of_that_period(self.page, self.index)) is not None:
            return told
        if pattern("standing").search(self.line.text, *self._bounds(mention.span)):
            return None
        return context.main or year_before_it(self.page, self.index)

    def _new(self, figure: Figure, anchor: Anchor, based: bool = False, foreseen: bool = False) -> None:
        mention = figure.amount or figure.change
        assert mention is not None
        page, context = self.page, self.page.context
        if gone_elsewhere(page, self.index, self.numbers, mention):
            self.aims.append(mention.span.start)
            self.last, context.main = None, context.main or self._period(mention, based, anchor)
            return
        here = anchor.span in self.line.span
        bounds = self._scope(anchor, mention) if here else self._bounds(mention.span)
        got = (
            parties(anchor.measure, page, self.index, anchor.span, bounds, self.carried or bool(self.found))
            if here
            else Parties(context.states, context.state_spans)
        )
        if got is None and here:
            got = self._whole(anchor)
        if self.of is not None:
            got = with_partner(page, self.index, anchor.measure, anchor.span, self.partners, self.of) or got
        if got is None:
            self.last = None
            return
        if self.of is None:
            got = self._turned(got, mention, anchor)
        figure.about, figure.about_spans = got.states, got.spans
        figure.period = self._period(mention, based, anchor)
        if based and (figure.period is None or figure.period.attributes.get("form") == "ago"):
            figure.period = year_before(self.line, self.found, mention) or figure.period
        if based and figure.period is None:
            self.waiting = figure if FROM.search(self.line.text[: mention.span.start][-60:]) else None
            return
        if figure.period is None:
            figure.period = self._told_before(here, mention)
        if anchor.measure in FLOWS and here:
            told = bracketed_goods(self.line, mention.span) or part_of(self.line, self.anchors, anchor)
            goods, span = told or goods_of(self.line, anchor.span, mention.span, bounds)
            if not goods and kind_of(mention) in ("energy", "power"):
                goods, span = "electricity", mention.span
            figure.goods, figure.goods_spans = goods, (span,) if span else ()
            if self.found and self.last_anchor == anchor and not goods and (based or self.last is self.found[-1]):
                figure.goods, figure.goods_spans = self.found[-1].goods, self.found[-1].goods_spans
        if anchor.measure in FLOWS and kind_of(mention) == "weight" and given_away(page, self.index):
            figure.measure = "other"
        self.found.append(figure)
        if self.waiting is not None and not based:
            if moved(self.line, self.waiting, figure):
                self.found.append(self.waiting)
            self.waiting = None
        self.last = None if based else figure
        self.last_anchor = None if based else anchor
        if foreseen or (based and context.states):
            return  # what another is compared with sets no period
        if not figure.goods or not context.states:
            remember_trade(page, self.index, anchor, got, figure.period)
        elif set(context.states) == set(got.states):
            context.block, context.at = page.blocks[self.index], self.index

    def _turned(self, got: Parties, mention: Mention, anchor: Anchor) -> Parties:
        """ "2.4 bcm to Peru and 9.9 bcm to Chile": the second sum has a partner of its own."""
        if not self.found or self.last_anchor != anchor or len(got.states) != 2:
            return got
        if (party := party_between(self.page, self.index, self.numbers, mention)) and party.states[0] not in self.found[
            -1
        ].about[:1]:
            first = self.found[-1]
            own = first.about[0] if party.states[0] != first.about[0] else first.about[1]
            return Parties((own, party.states[0]), (*first.about_spans[:1], party.span))
        if anchor.measure not in FLOWS:
            return got
        link = r"(?: of \w+)? to (?:the )?" if anchor.measure == "exports" else r"(?: of \w+)? from (?:the )?"
        for state in self.page.here[self.index]:
            if state.type != "state" or len(state.states) != 1 or state.span.start < mention.span.end:
                continue
            told = re.fullmatch(link, self.line.text[mention.span.end : state.span.start])
            if told and state.states[0] not in got.states:
                return Parties((got.states[0], state.states[0]), (got.spans[0], state.span))
        return got

    def _whole(self, anchor: Anchor) -> Parties | None:
        """The parties by the whole sentence, where its part between semicolons names none."""
        bounds = self._bounds(anchor.span)
        return parties(anchor.measure, self.page, self.index, anchor.span, bounds, self.carried or bool(self.found))

    def _scope(self, anchor: Anchor, mention: Mention) -> tuple[int, int]:
        """Where the parties of an anchor stand: from the figure before it to the next anchor's own party."""
        start, end = self._bounds(anchor.span)
        earlier = [s.end for s in self.numbers if s.end <= min(anchor.span.start, mention.span.start)]
        cut = max([start, *earlier])
        if earlier and cut < anchor.span.start:  # "bought A from B and sold ..."
            text = self.line.text
            cut = max(cut, text.rfind(" and ", cut, anchor.span.start), text.rfind(",", cut, anchor.span.start))
        later = [
            a.span.start
            for a in self.anchors
            if a.measure in TRADE and a.span.start > max(anchor.span.end, mention.span.end)
        ]
        stop = min([end, *later])
        comma = max(self.line.text.rfind(w, max(anchor.span.end, mention.span.end), stop) for w in (",", " and "))
        return cut, comma if later and comma > 0 else stop
