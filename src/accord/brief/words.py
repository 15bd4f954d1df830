"""Values in words, as people write them: dates, amounts, lists, names of states. All words are the catalogue's."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accord.errors import ValueFormatError
from accord.languages.catalogue import Catalogue
from accord.values import Number, Period, plain

__all__ = ["Words"]

_NEAR = 30  # characters after a word of comparison in which its number stands
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def _is_month(period: Period) -> bool:
    """Whether it is one whole month."""
    return period.first.day == 1 and period.last == Period.month(period.first.year, period.first.month).last


@dataclass(frozen=True)
class Words:
    """The catalogue's words for values. `display` names a state by its code; `yields` tells whether a text gives a
    number."""

    catalogue: Catalogue
    display: Callable[[str], str]
    yields: Callable[[Number, str], bool] = lambda number, text: True

    def of_a_part(self) -> Words:
        """The same, for a brief that not everything was read for: what is left is counted as such."""
        data = self.catalogue.data
        label = {**data["label"], "more": data["label"]["more_read"]}
        return replace(self, catalogue=replace(self.catalogue, data={**data, "label": label}))

    def _t(self, path: str, **values: object) -> str:
        return self.catalogue.text(path, **values)

    # ------------------------------------------------------------------------------------------------------- dates

    def date(self, iso: str, form: str = "") -> str:
        """A date in words; with a form ("on", "by", "for"), with its preposition."""
        try:
            period = Period.parse(iso)
        except ValueFormatError:
            return iso
        bare, kind = self._bare(period)
        if kind == "open":
            return self._open(period, form)
        if form in ("", "plain"):
            return bare
        if form == "on":
            return self._t(f"date.on_{kind}", date=bare)
        return self._t(f"date.{form}_part" if kind == "part" else f"date.{form}", date=bare)

    def _open(self, period: Period, form: str) -> str:
        left, _, right = period.iso.partition("/")
        if left == "..":
            end = self._bare(Period.parse(right))
            return self._t("date.by" if form != "plain" else "date.until", date=end[0])
        start = self._bare(Period.parse(left))[0]
        return self._t("date.from" if form in ("by", "for") else "date.since", date=start)

    def _bare(self, period: Period) -> tuple[str, str]:
        """The date without a preposition, and what it is: day, month (or year), part (of a year), open."""
        first, last = period.first, period.last
        months: Sequence[str] = self.catalogue.get("date.months")
        if period.open:
            return "", "open"
        if first == last:
            return self._t("date.day", day=first.day, month=months[first.month - 1], year=first.year), "day"
        part = self._part(period)
        if part:
            return self._t("date.of_year", part=part, year=first.year), "part"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            same = first.year == last.year
            return (f"{first.year}" if same else self._t("date.span", first=first.year, last=last.year)), "month"
        if _is_month(period):
            return self._t("date.month", month=months[first.month - 1], year=first.year), "month"
        return self._span(first, last, months, period)

    def _part(self, period: Period) -> str:
        """The quarter or half of a year that a period is, in words; or nothing."""
        first, last = period.first, period.last
        left, _, right = period.iso.partition("/")
        if "-Q" in left and not right:
            return str(self.catalogue.get("date.quarters")[int(left[-1]) - 1])
        if first.year == last.year and (first.month, last.month) in ((1, 6), (7, 12)) and first.day == 1:
            whole = last == Period.month(last.year, last.month).last
            return str(self.catalogue.get("date.halves")[first.month // 7]) if whole and len(left) == 7 else ""
        return ""

    def _span(
        self, first: datetime.date, last: datetime.date, months: Sequence[str], period: Period
    ) -> tuple[str, str]:
        month, last_month = months[first.month - 1], months[last.month - 1]
        left = period.iso.partition("/")[0]
        if first.year == last.year and len(left) == 7:
            return self._t("date.months_span", month=month, last_month=last_month, year=first.year), "month"
        values = {"day": first.day, "last": last.day, "month": month, "last_month": last_month, "year": first.year}
        if (first.year, first.month) == (last.year, last.month):
            return self._t("date.days", **values), "day"
        if first.year == last.year and len(left) == 10:
            return self._t("date.days_months", **values), "day"
        ends = [self._bare(Period.parse(p))[0] for p in period.iso.split("/")]
        return self._t("date.span_wide", first=ends[0], last=ends[-1]), "month"

    # ----------------------------------------------------------------------------------------------------- numbers

    def number(self, value: Number) -> str:
        """A number as people write it, without rounding: 12.2 million, 1,250, 4.3."""
        for size, name in _SCALES:
            scaled = plain(value / size)
            if abs(value) >= size and len(f"{scaled}".partition(".")[2]) <= 2:
                return f"{scaled:,} {self._t(f'number.{name}')}"
        whole = plain(value)
        if isinstance(whole, int) and 0 <= whole < 10000:
            return f"{whole:,}" if whole >= 1000 else str(whole)
        return f"{whole:,}".replace("-", "−")

    def quantity(self, value: Number, unit: str = "") -> str:
        """A number with its unit."""
        if not unit:
            return self.number(value)
        pattern = self.catalogue.get(f"units.{unit}")
        if pattern is None:
            money = len(unit) == 3 and unit.isalpha() and unit.isupper()
            pattern = self.catalogue.get("units.money" if money else "units.other")
        if value == 1 and unit in ("years", "months", "days"):
            pattern = str(pattern)[:-1]
        sign = "−" if value < 0 else ""
        return sign + str(pattern).replace("{n}", self.number(abs(value))).replace("{unit}", unit)

    def amount(self, values: Mapping[str, Any], key: str, quotes: Sequence[str] = ()) -> str:
        """The number at a key with unit, range and the word of comparison that its quotes use."""
        value, unit = values[key], str(values.get("unit") or "")
        if isinstance(value, (list, tuple)):
            low, high = value[0], value[-1]
            return self.number(low) if low == high else self._t("number.range", low=low, high=high)
        unit = unit if key in ("value", "target", "low", "high") else ""
        low, high = values.get("low"), values.get("high")
        if key == "value" and low is not None and high is not None and low != high:
            return self._t("number.range", low=self.quantity(low, unit), high=self.quantity(high, unit))
        comparison = str(values.get("comparison") or "") if key == "value" else ""
        word = self.comparison(comparison, value, quotes)
        return f"{word} {self.quantity(value, unit)}" if word else self.quantity(value, unit)

    def comparison(self, code: str, value: Number, quotes: Sequence[str]) -> str:
        """The word for gt, lt or approx: the one before the number in the quotes, where it is known."""
        if not code:
            return ""
        for quote in quotes:
            for found, word in self.catalogue.get(f"comparison.{code}.echo", ()):
                place = quote.casefold().find(found)
                if place >= 0 and self.yields(value, quote[place + len(found) :][:_NEAR]):
                    return str(word)
        return str(self.catalogue.get(f"comparison.{code}.default", ""))

    def change(self, percent: Number) -> str:
        """ "up 4.3 percent"."""
        if percent == 0:
            return self._t("number.flat")
        return self._t("number.up" if percent > 0 else "number.down", n=self.number(abs(percent)))

    def ordinal(self, number: int) -> str:
        """17th."""
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    # ------------------------------------------------------------------------------------------------------- names

    def join(self, items: Sequence[str]) -> str:
        """ "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self._t("list.comma").join(items[:-1]) + self._t("list.and") + items[-1]

    def state(self, code: str, article: bool = True) -> str:
        """A state's name, with its article in mid-sentence; anything that is no code as it is."""
        if not (len(code) == 3 and code.isalpha() and code.isupper()):
            return code
        name = self.display(code)
        needs = article and code in self.catalogue.get("article.states", ())
        return f"{self._t('article.word')} {name}" if needs and not name.casefold().startswith("the ") else name

    def organisation(self, key: str) -> str:
        needs = key in self.catalogue.get("article.organisations", ())
        return f"{self._t('article.word')} {key}" if needs else key

    def actors(self, items: Sequence[str]) -> str:
        """States by name, anything else as a person or thing."""
        return self.join([self.state(i) if self.is_state(i) else self.person(i) for i in items])

    def is_state(self, item: str) -> bool:
        return len(item) == 3 and item.isalpha() and item.isupper() and self.display(item) != item

    def the(self, name: str) -> str:
        """A thing's name with its article, unless it has one or is a proper name that takes none."""
        head = name.split(" ")
        if head[0].casefold() in self.catalogue.get("article.before", ()) or len(head) == 1:
            return name
        return f"{self._t('article.word')} {name}"

    def person(self, name: str) -> str:
        """A person's name; an office with its article."""
        first = name.split(" ")[0].casefold().rstrip(",")
        if first in self.catalogue.get("article.before", ()) or first not in self.catalogue.get("article.offices", ()):
            return name
        return f"{self._t('article.word')} {name}"

    def indefinite(self, noun: str) -> str:
        """With "a" or "an"."""
        one, other = self.catalogue.get("article.indefinite")
        return f"{other if noun[:1].casefold() in 'aeio' else one} {noun}"

    def verb(self, text: str) -> str | None:
        """The words after "to", where they begin with a verb; else None."""
        text = text.removeprefix("to ")
        if text.partition(" ")[0] in self.catalogue.get("article.modals", ()):
            text = text.partition(" ")[2]
        words = text.split()
        first = words[0].casefold() if words else ""
        known = (*self.catalogue.get("article.before", ()), *self.catalogue.get("article.nouns", ()))
        ends = len(first) > 5 and first.endswith(tuple(self.catalogue.get("article.noun_endings", ())))
        noun = first in known or (ends and first not in self.catalogue.get("article.verbs", ()))
        clause = len(words) > 1 and words[1].casefold() in self.catalogue.get("article.finite", ())
        return None if not first or noun or clause or not words[0][0].islower() or len(words) < 2 else text

    def paper(self, title: str, form: str) -> str:
        """An agreement's title in mid-sentence: "the Treaty on ...", or its form with the title in quotation marks."""
        words = [w.casefold().strip(".,:;“”\"'") for w in title.split()]
        papers = self.catalogue.get("article.papers", ())
        if words and words[0] in self.catalogue.get("article.before", ()):
            return title
        if any(w in papers or w.removesuffix("s") in papers for w in words[:4]):
            return f"{self._t('article.word')} {title}"
        kind = self.catalogue.word("agreement", "form", form or "agreement")
        return f"{self._t('article.word')} {kind} “{title}”"
