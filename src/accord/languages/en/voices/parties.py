"""Speakers named as sources and under quotations: whole noun phrases of institutions and groups."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages.en.names.speaker_names import groups, role_beside
from accord.languages.en.names.speaker_names import words as listed_words
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.speakers import Speakers
from accord.languages.views import Mention

__all__ = ["Parties"]

_ENDS = frozenset(
    listed(
        "who which that seen obtained released published close familiar they it he she as cited quoted reported said"
    )
)
_SOURCES = frozenset(
    listed(
        "sources source people person figures data statement report officials police staff residents traders customs census government industry port"
    )
)
_BESIDE = 16  # words behind a name that tell what somebody is
_OPENING = 8  # words in which the subject of a sentence stands whose verb is not known
_STUDIES = frozenset(listed("study report survey poll analysis paper brief estimate calculation review assessment"))


class Parties(Speakers):
    """The speakers of one document, those too that only figures and captions name."""

    def party(self, line: Line, offset: int, last: Mention | None) -> Mention | None:
        """Who is named from an offset on, as a source: a person, else the whole noun phrase of an institution or group."""
        i = next((k for k, t in enumerate(line.tokens) if t.start >= offset), len(line.tokens))
        if line.low(i + 1) in _STUDIES:
            of = next((k for k in range(i + 2, i + 6) if line.low(k) in ("by", "from", "of")), None)
            if of is not None and not any(line.low(k) in (",", "that") for k in range(i + 2, of)):
                i = of + 1
        if line.low(i) in ("he", "she", "him", "her", "them", "it"):
            return self._after(line, i, last)
        named = self._introducing(line, i) or self._named_at(line, i)
        if named is not None and named.type in ("person", "office"):
            return named
        end = i
        while end < len(line.tokens) and self._in_party(line, i, end):
            end += 1
        while end > i and (line.low(end - 1) in PREPOSITIONS | {"and", "'s", "'"}):
            end -= 1
        person = next(((f, e) for f, e in self._names(line) if i <= f < end and e - f >= 2 and e <= end), None)
        titled = listed_words("offices", "honorifics") | {"."}
        if person is not None and (
            all(line.low(k) in titled for k in range(i, person[0]))
            or person[1] == end
            or not any(line.low(k) in groups() or self._owned(line, k) for k in range(i, end))
        ):
            return self._person(line, *person)
        return self._party(line, i, end) or named or self._after(line, i, last)

    def each(self, line: Line, verb: int, speaker: Mention) -> tuple[Mention, ...]:
        """All to whom a verb belongs with the one who was found before it: those joined to his name by "and"."""
        found = [speaker]
        first = next((k for k, t in enumerate(line.tokens) if t.end > speaker.span.start), 0)
        while speaker.type == "person" and speaker.span in line.span and line.low(first - 1) == "and" and first > 1:
            other = self._ending(line, first - 2)
            if other is None or other[0].type != "person" or any(line.finite(k) for k in range(first, verb)):
                break
            found.insert(0, other[0])
            first = other[1]
        return tuple(found)

    def party_before(self, line: Line, offset: int) -> Mention | None:
        """Whose the figures are before whose name an offset stands ("Kenyan statistics office data show")."""
        end = next((k for k, t in enumerate(line.tokens) if t.start >= offset), len(line.tokens))
        i = line.left(end)
        while i > 1 and line.low(i - 1) == "'s":
            i = line.left(i - 1)
        return self._party(line, i, end) if end > i else None

    def _party(self, line: Line, i: int, end: int) -> Mention | None:
        while i < end and (line.low(i) in DETERMINERS or line.low(i) == "official"):
            i += 1
        if end <= i:
            return None
        state = line.covered(i, "state")
        if state is not None and line.tokens[end - 1].end <= state.span.end:
            return state
        telling = any(
            line.tokens[k].capital or line.low(k) in groups() or line.low(k) in listed_words("offices", "organisations")
            for k in range(i, end)
        )
        if not telling and line.low(end - 1) not in _SOURCES:
            return None
        return Mention("group", line.slice(i, end), line.words(i, end), attributes={"role": line.low(end - 1)})

    def _in_party(self, line: Line, i: int, k: int) -> bool:
        """Whether the noun phrase that begins at token i goes on at token k."""
        token = line.tokens[k]
        low = token.low
        if low in ("of", "for", "at", "in", "from"):
            nxt = k + 1 + (line.low(k + 1) in DETERMINERS)
            date = line.covered(nxt, "date") is not None
            return k > i and nxt < len(line.tokens) and line.tokens[nxt].capital and not date
        if low == "." and k > i:
            return line.low(k - 1) in listed_words("offices", "honorifics")
        if low in ("'s", "'", "-", "&") or (k > i and low in DETERMINERS and line.low(k - 1) in PREPOSITIONS):
            return k > i
        if low == "and":
            return (
                k > i and line.tokens[k - 1].capital and line.tokens[k + 1 : k + 2] != [] and line.tokens[k + 1].capital
            )
        if low in DETERMINERS:
            return k == i
        return (
            token.word
            and low not in PREPOSITIONS
            and not line.finite(k)
            and low not in _ENDS
            and not line.covered(k, "date")
        )

    def _owned(self, line: Line, k: int) -> bool:
        return line.low(k) in listed_words("offices", "organisations")

    def signed(self, line: Line) -> Mention | None:
        """The person whom a line of a name and a role names ("Ana Ruiz, drivers' union")."""
        if any(line.finite(k) for k in range(len(line.tokens))):
            return None
        first = next((k for k, t in enumerate(line.tokens) if t.word), 0)
        here = next((m for m in self._here[line.span.start] if m.type == "person"), None)
        if here is not None:
            return self._fullest(here)
        name = next(((f, e) for f, e in self._names(line) if f == first and e - f >= 2), None)
        if name is None or (name[1] < len(line.tokens) and line.low(name[1]) not in (",", "—", "(")):
            return None
        person = self._person(line, *name)
        role = line.words(name[1] + 1, len(line.tokens)).rstrip(")")
        return person.but(attributes={**person.attributes, "role": person.attributes.get("role") or role})

    def introduced(self, lines: Sequence[Line]) -> Mention | None:
        """The person whom the lines before an interview introduce."""
        for line in lines:
            for first, last in self._names(line):
                if last - first >= 2 and (first < 4 or line.low(first - 1) in ("with", ",")):
                    return self._person(line, first, last)
        return None

    def publisher(self, line: Line) -> Mention | None:
        """Whose voice "we" is: the institution that the first line names, or the publisher known."""
        for head in self.lines[:2]:
            words = [t.low for t in head.tokens if t.word]
            if (
                2 <= len(words) <= 10
                and set(words) & listed_words("offices", "organisations")
                and all(
                    t.capital for t in head.tokens if t.word and t.low not in ("of", "for", "and", "the", "in", "on")
                )
            ):
                name = " ".join((head.own.title() if head.own.isupper() else head.own).split())
                for small in (" Of ", " For ", " And ", " The ", " In ", " On "):
                    name = name.replace(small, small.lower())
                return Mention("group", head.span, name, attributes={"role": "publisher"})
        if self._publisher:
            return Mention("group", line.slice(0, 1), self._publisher, attributes={"role": "publisher"})
        return None

    def labelled(self, line: Line, offset: int) -> Mention | None:
        """Whom a label before a quotation names ("President Jan Lind: ...", "Ana Ruiz (Centre for Ports): ...")."""
        i = next((k for k, t in enumerate(line.tokens) if t.end >= offset), 0)
        while i > 0 and (line.low(i) in ('"', ":") or line.tokens[i].text == "\t"):
            i -= 1
        cell = "\t" in line.text[line.tokens[i].end : offset] if line.tokens else False
        if (cell or line.low(i + 1) == ":") and (headed := self._presented(line, 0, i + 1)) is not None:
            return headed
        if line.low(i + 1) != ":" or any(line.finite(k) for k in range(i + 1)):
            return None
        found = self._ending(line, i)
        return found[0] if found is not None and found[0].type in ("person", "office", "group") else None

    def signed_behind(self, line: Line, offset: int) -> Mention | None:
        """Who is named behind a quotation, where nothing else stands in the sentence: '"..." - Ana Ruiz, Centre for Ports'."""
        first = next((k for k, t in enumerate(line.tokens) if t.start >= offset and t.word), len(line.tokens))
        end = len(line.tokens)
        while end > first and line.low(end - 1) in (".", ")"):
            end -= 1
        return self._presented(line, first, end) if first < end else None

    def _presented(self, line: Line, first: int, end: int) -> Mention | None:
        """The person whom the words from one token to another present: a name and, in commas or brackets, what he is."""
        while first < end and line.low(first) in listed_words("offices", "honorifics") | {"."}:
            first += 1
        name = next(((f, e) for f, e in self._names(line) if f == first and e <= end), None)
        if name is None or (name[1] - first < 2 and (line.tokens[first].text not in self._full or name[1] < end)):
            return None
        behind = line.low(name[1])
        if end - name[1] > _BESIDE or (name[1] < end and behind not in (",", "(", "—")):
            return None
        telling = line.low(name[1] + 1) in ("who", "whose")
        if not telling and any(line.finite(k) or line.low(k) in ('"', ":", ";") for k in range(name[1], end)):
            return None
        person = self._person(line, *name)
        role = line.words(name[1] + 1, end).rstrip(")") if name[1] < end and not telling else ""
        beside = line.slice(name[1], end) if name[1] < end else None
        return person.but(
            attributes={**person.attributes, "role": person.attributes.get("role") or role, "beside": beside}
        )

    def subject(self, line: Line) -> Mention | None:
        """The person, or holder of an office, who is the subject of a sentence: named first, before its verb."""
        if line.kind in ("heading", "headline"):
            return None
        here, names = self._here[line.span.start][::-1], dict(self._names(line))  # of two at one place, the first
        people = {m.span.start: m for m in here if m.type == "person" and not m.attributes.get("pronoun")}
        offices = {m.span.start: m for m in here if m.type == "office"}
        if not (people or offices or names):
            return None
        verb = next((k for k in range(1, len(line.tokens)) if line.finite(k)), min(len(line.tokens), _OPENING))
        turn = next((k + 1 for k in range(2, 5) if line.low(k) == "," and {"part", "turn"} & set(line.lows(1, k))), 0)
        for k in range(turn, verb):  # behind "for his part,"
            if line.low(k) in PREPOSITIONS and k == 0:
                return None
            token = line.tokens[k]
            if (found := people.get(token.start)) is not None:
                return self._fullest(found)
            if k in names and token.text in self._full and names[k] <= verb:
                return self._person(line, k, names[k])
            if (office := offices.get(token.start)) is not None:
                holder = self._officer(line, office)
                if holder.type == "person" or (holder.states and not holder.attributes.get("plural")):
                    return holder
        return None

    def subject_of(self, line: Line) -> Mention | None:
        """The person that a line beside a quotation is about."""
        people = [m for m in self._here[line.span.start] if m.type == "person"]
        if people:
            return self._fullest(people[0])
        name = next(((f, e) for f, e in self._names(line) if e - f >= 2 and role_beside(line, line.slice(f, e))), None)
        return self._person(line, *name) if name is not None else None
