"""Personal names in one sentence: where they end, which words are no part of one."""

from __future__ import annotations

from accord.languages.en.names.office_words import NOT_NAMES, initial, office_words
from accord.languages.en.text.tokens import Token
from accord.languages.views import Mention

__all__ = ["NameFinder"]


_HOUSES = frozenset("assembly chamber council house congress parliament senate".split())
_OF_HOUSES = [words.split() for words in ("people 's power", "people 's deputies", "deputies", "representatives", "state", "ministers", "the republic", "the nation", "nationalities")]  # fmt: skip


class NameFinder:
    """Finds names in one sentence's tokens; `places[i]` is the gazetteer mention that covers token i."""

    def __init__(self, text: str, tokens: list[Token], places: list[Mention | None]) -> None:
        self.text, self.tokens, self.places = text, tokens, places

    def _next(self, i: int) -> str:
        return self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""

    def name_at(self, i: int, office: bool = False) -> int | None:
        """The end of a personal name that begins at token i, or None. `office`: an office stands right before it."""
        j, real = i, 0
        if office and self._state_as_name(i):
            j, real = i + 1, 1
        while j < len(self.tokens) and j - i < 12:
            token = self.tokens[j]
            if token.low == "-" and token.glued and j > i:
                j += 1
                if j < len(self.tokens) and self.tokens[j].glued and self.tokens[j].word and not self.tokens[j].capital:
                    j += 1  # "Chia-lung"
                continue
            if self.name_word(j) or (real and j > i and (self._place_as_surname(j) or self._initial(j))):
                real += 1
            elif token.low == "." and j > i and token.glued and initial(self.tokens, j):
                pass
            elif not (
                token.low in office_words("particles")
                and j + 1 < len(self.tokens)
                and self.name_word(j + 1 if self.tokens[j + 1].low != "-" else j + 2)
            ):
                break
            j += 1
        return j if real else None

    def _initial(self, j: int) -> bool:
        """A letter with a point between names, were it an article elsewhere ("Enrique A. Reyes")."""
        token = self.tokens[j]
        return token.capital and len(token.text) == 1 and self._next(j) == "." and self.name_word(j + 2)

    def _unknown(self, j: int) -> bool:
        """A capitalised word that is in no gazetteer."""
        return (
            0 <= j < len(self.tokens)
            and self.tokens[j].word
            and self.tokens[j].capital
            and self.places[j] is None
            and (
                self.tokens[j].low not in NOT_NAMES
                and self.tokens[j].low not in office_words("heads") | office_words("things")
            )
        )

    def _state_as_name(self, i: int) -> bool:
        """ "Foreign Minister Israel Cohen": a state's name of one word, between an office and a family name."""
        place = self.places[i] if i < len(self.tokens) else None
        return (
            place is not None
            and place.form in ("name", "capital", "city")
            and self._unknown(i + 1)
            and not self._office_ahead(i + 1)
        )

    def _place_as_surname(self, j: int) -> bool:
        """ "Ana Ruiz Lagos": a city's name of one word right after names, with nothing more of a name behind it."""
        place = self.places[j]
        alone = place is not None and place.form in ("capital", "city") and place.span.start == self.tokens[j].start
        single = alone and place is not None and place.span.end == self.tokens[j].end
        return single and self._unknown(j - 1) and not self._unknown(j + 1)

    def _first_name(self, j: int) -> bool:
        """A capital's name used as a given name: a family name that is in no gazetteer follows it."""
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        return (
            following is not None and following.word and following.capital and self.places[j + 1] is None and following.low not in NOT_NAMES
            and following.low not in office_words("heads") and self.places[j] is not None and self.places[j].form == "capital"  # type: ignore[union-attr]
        )  # fmt: skip

    def name_word(self, j: int) -> bool:
        if j >= len(self.tokens):
            return False
        token, place = self.tokens[j], self.places[j]
        return (
            token.word and token.capital and token.low not in NOT_NAMES and (place is None or (place.type == "place" and place.form != "capital") or self._first_name(j))
            and (token.low not in office_words("heads") or self._short_as_name(j)) and token.low not in office_words("plural") and token.low != "'s"
            and not self._office_ahead(j)
        )  # fmt: skip

    def _short_as_name(self, j: int) -> bool:
        """ "Hun Sen": letters that are an office in short, as a family name."""
        token = self.tokens[j]
        return (
            token.low in ("sen", "pres", "gov")
            and token.text.istitle()
            and self._next(j) != "."
            and j > 0
            and self.tokens[j - 1].capital
        )

    def _office_ahead(self, j: int) -> bool:
        """Whether a word opens an office ("Prime Minister", "Foreign Secretary")."""
        if j + 1 >= len(self.tokens) or not (
            self.tokens[j].low in office_words("before") or self.tokens[j].low in office_words("fields")
        ):
            return False
        following = self.tokens[j + 1].low
        return following in office_words("heads") or following in office_words("plural")

    def _of_house(self, i: int) -> int:
        """The end of the name that a house goes on with: "the National Assembly of People's Power"."""
        if i < 1 or self.tokens[i - 1].low not in _HOUSES or i >= len(self.tokens) or self.tokens[i].low != "of":
            return i
        ahead = [t.low for t in self.tokens[i + 1 : i + 5]]
        return next((i + 1 + len(words) for words in _OF_HOUSES if ahead[: len(words)] == words), i)

    def _own_house(self, i: int) -> int:
        """Behind the house that a state owns: "Cuba's National Assembly"."""
        k = i + 1
        if i >= len(self.tokens) or self.tokens[i].low not in ("'s", "'"):
            return i
        while k < len(self.tokens) and self.tokens[k].capital and self.tokens[k].low in office_words("fields"):
            k += 1
        return self._of_house(k) if self.tokens[k - 1].low in _HOUSES else i

    def _sent(self, head: int) -> bool:
        """Whether somebody is sent there just now ("will send an envoy to Lima")."""
        return any(
            t.low in ("send", "sends", "sent", "sending", "dispatch", "dispatched")
            for t in self.tokens[max(head - 6, 0) : head]
        )
